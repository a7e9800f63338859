//! D20, the letter with which the workers' side hands the text to the next-higher union (报送上一级工会; ZJ-CC 35, HZ 41,
//! NB 35).

use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::paper::filled;
use super::{Contact, Delivery, Effect, Headcount, Header, Material, Paper, Parties, Runs, Signed, Vote, WageFigures};
use crate::DataError;

/// The letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnionCopy {
    /// Title of the agreement.
    pub agreement: String,
    /// Articles that it rests on, ready to print.
    pub citations: Vec<String>,
    /// The vote that adopted it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub congress: Option<Vote>,
    /// Whom to ask.
    pub contact: Contact,
    /// How it was served, where it was; otherwise a receipt slip is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Delivery>,
    /// Since when it is in force, and why.
    pub effect: Effect,
    /// Head of the paper.
    pub header: Header,
    /// Heads, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headcount: Option<Headcount>,
    /// The next-higher union.
    pub higher_union: String,
    /// What is enclosed.
    pub materials: Vec<Material>,
    /// The sides.
    pub parties: Parties,
    /// Number in the bureau's register.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registry: Option<String>,
    /// From when to when the agreement runs.
    pub runs: Runs,
    /// Signature, where given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signed>,
    /// Digest of the terms in force.
    pub terms_digest: Digest,
    /// Key figures.
    pub wages: WageFigures,
}

impl Paper for UnionCopy {
    fn header(&self) -> &Header {
        &self.header
    }

    fn check(&self) -> Result<(), DataError> {
        filled("materials", &self.materials)?;
        self.runs.check("runs")?;
        self.headcount.map_or(Ok(()), |heads| heads.check("headcount"))?;
        self.congress.as_ref().map_or(Ok(()), |vote| vote.check("congress"))
    }
}
