//! D18, the bureau's opinion (工资协议审查意见书; CC22 44–45, WN9 22, ZJ-CC 34).

use law::Date;
use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::{Header, Parties, Signed};

/// The opinion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewOpinion {
    /// Title of the agreement.
    pub agreement: String,
    /// Last day of the review.
    #[serde(with = "law::input::day")]
    pub due: Date,
    /// Head of the paper; its date is the date of the opinion.
    pub header: Header,
    /// The bureau.
    pub office: String,
    /// The sides.
    pub parties: Parties,
    /// Day on which the bureau received the text.
    #[serde(with = "law::input::day")]
    pub received: Date,
    /// Number in the bureau's register.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registry: Option<String>,
    /// What the bureau says.
    pub result: ReviewResult,
    /// The bureau's seal, where set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signed>,
    /// Digest of the terms that were filed.
    pub terms_digest: Digest,
}

/// What the bureau says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ReviewResult {
    /// Nothing stands against it: in force once served (WN9 22(2)).
    NoObjection,
    /// Something does (CC22 45).
    Objection {
        /// One by one.
        objections: Vec<Objection>,
        /// What to do and by when, in words.
        refile: String,
    },
}

/// An objection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Objection {
    /// Article, ready to print.
    pub citation: String,
    /// The clause as printed, such as 第九条（加班工资）.
    pub clause: String,
    /// Why.
    pub ground: String,
    /// Words of the clause that are objected to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// What to change.
    pub request: String,
    /// Which part of the review it belongs to.
    pub scope: ReviewScope,
}

/// What a review looks at (CC22 44).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReviewScope {
    /// Whether the parties may conclude it.
    Qualification,
    /// Whether the way was kept.
    Procedure,
    /// Whether the content agrees with the law.
    Content,
}
