//! D19, the publication of an agreement in force to all workers (公布; ZJ-CC 35, WN9 23, CC22 48).

use law::Date;
use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::paper::{filled, not_before};
use super::{Contact, Header, Paper, Parties, Runs, Signatures, Vote};
use crate::DataError;

/// The notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicationNotice {
    /// Title of the agreement.
    pub agreement: String,
    /// Where it is published, one by one.
    pub channels: Vec<String>,
    /// Articles that it rests on, ready to print.
    pub citations: Vec<String>,
    /// The vote that adopted it, where the notice tells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub congress: Option<Vote>,
    /// Whom to ask.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// Whom the agreement covers, in words.
    pub coverage: String,
    /// Last day for the publication.
    #[serde(with = "law::input::day")]
    pub due: Date,
    /// Since when it is in force, and why.
    pub effect: Effect,
    /// Where and how to read the full text.
    pub full_text: String,
    /// Head of the paper.
    pub header: Header,
    /// Key figures.
    pub key_figures: Vec<KeyFigure>,
    /// The sides.
    pub parties: Parties,
    /// Since when it is published, and until when.
    pub posted: Posted,
    /// Who publishes.
    pub publisher: Publisher,
    /// Number in the bureau's register.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registry: Option<String>,
    /// From when to when the agreement runs.
    pub runs: Runs,
    /// Signatures that were given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signatures: Option<Signatures>,
    /// Digest of the terms in force.
    pub terms_digest: Digest,
}

/// Who publishes: the employer (ZJ-CC 35), or each side to its own people (WN9 23).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Publisher {
    /// 企业方
    Employer,
    /// 职工方
    Worker,
    /// 双方
    Both,
}

/// Since when an agreement is published, and until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Posted {
    /// First day.
    #[serde(with = "law::input::day")]
    pub from: Date,
    /// Last day, where one was named; no statute sets it.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "law::input::day_option")]
    pub to: Option<Date>,
}

/// Since when an agreement is in force, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Effect {
    /// Why.
    pub basis: EffectBasis,
    /// First day.
    #[serde(with = "law::input::day")]
    pub on: Date,
}

/// Why an agreement is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EffectBasis {
    /// The bureau's opinion has nothing against it (WN9 22(2)).
    Opinion,
    /// The 15 days passed without an objection (LL 34, LCL 54, ZJ-CC 34).
    Deemed,
}

/// A figure of the agreement in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyFigure {
    /// What it is.
    pub label: String,
    /// The figure with its unit.
    pub value: String,
}

impl Paper for PublicationNotice {
    fn header(&self) -> &Header {
        &self.header
    }

    fn check(&self) -> Result<(), DataError> {
        filled("channels", &self.channels)?;
        self.posted.to.map_or(Ok(()), |to| not_before("posted.to", to, self.posted.from))?;
        self.runs.check("runs")?;
        not_before("due", self.due, self.effect.on)?;
        self.congress.as_ref().map_or(Ok(()), |vote| vote.check("congress"))
    }
}
