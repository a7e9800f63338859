//! What all papers share: the head of the paper, the two parties, representatives, votes, signatures.

use law::Date;
use law::money::Fen;
use law::rules::Profile;
use law::time::Moment;
use ledger::Digest;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The head of a paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// The case it belongs to.
    pub case: Uuid,
    /// Date of the paper.
    #[serde(with = "law::input::day")]
    pub date: Date,
    /// Whether the case is made up; then every page says so.
    pub fictional: bool,
    /// The last record of the case that the paper knows of.
    pub head: Head,
    /// Where the case belongs, in words.
    pub jurisdiction: String,
    /// Number of the paper.
    pub number: String,
    /// Profile of rules under which the case runs.
    pub profile: Profile,
    /// Title as printed.
    pub title: String,
    /// 1 for the first issue; a paper that was issued again counts up.
    pub version: u32,
}

/// A record of the case's chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Its hash.
    pub hash: Digest,
    /// Its place, from 1.
    pub seq: u64,
}

/// The two sides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parties {
    /// The employer.
    pub employer: Employer,
    /// The union, or whoever stands for the workers where there is none.
    pub union: Union,
}

impl Parties {
    /// The chief representative of a side.
    #[must_use]
    pub const fn chief_of(&self, side: Side) -> &Chief {
        match side {
            Side::Employer => &self.employer.chief,
            Side::Worker => &self.union.chief,
        }
    }
}

/// The employer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Employer {
    /// Address.
    pub address: String,
    /// Chief representative.
    pub chief: Chief,
    /// Legal representative.
    pub legal_rep: String,
    /// Name.
    pub name: String,
    /// Unified social credit code (GB 32100-2015).
    pub uscc: String,
}

/// The workers' side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Union {
    /// Address.
    pub address: String,
    /// Chief representative.
    pub chief: Chief,
    /// Unified social credit code, where the union is a legal person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Name.
    pub name: String,
}

/// A chief representative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chief {
    /// Name.
    pub name: String,
    /// Post.
    pub post: String,
}

/// A side of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// 企业方
    Employer,
    /// 职工方
    Worker,
}

/// A representative in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Representative {
    /// Whether this is the chief of the side.
    pub chief: bool,
    /// Whether an outside professional (CC22 23, ZJ-CC 10(4)).
    pub external: bool,
    /// Name.
    pub name: String,
    /// Post, or unit of an outside professional.
    pub post: String,
    /// Which side.
    pub side: Side,
}

/// When and where the sides meet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// The day.
    #[serde(with = "law::input::day")]
    pub on: Date,
    /// Where.
    pub place: String,
}

/// A sum that binds, in figures and in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoundAmount {
    /// The sum, fen.
    pub amount: Fen,
    /// What it is, in words.
    pub label: String,
    /// 人民币大写 of the sum.
    pub words: String,
}

impl BoundAmount {
    /// The sum with its words.
    #[must_use]
    pub fn new(label: impl Into<String>, amount: Fen) -> Self {
        Self { amount, label: label.into(), words: amount.uppercase() }
    }
}

/// A signature that was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signed {
    /// When.
    pub at: Moment,
    /// Digest of what was signed.
    pub digest: Digest,
    /// How.
    pub method: SignMethod,
    /// Who signed.
    pub name: String,
    /// Name of the seal that stands beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<String>,
}

/// How a signature was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignMethod {
    /// On the platform.
    Electronic,
    /// By hand on paper.
    Paper,
}

/// Signatures of both sides; a side that hasn't signed has a line to sign on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signatures {
    /// The employer's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employer: Option<Signed>,
    /// The workers'.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worker: Option<Signed>,
}
