//! D26, a local federation's proposal to the authority (建议书; ZJ-TULS 23–24, ZJ-CC 41, ZJ-DM 33, HZ 43, NB 37).

use law::Date;
use serde::{Deserialize, Serialize};

use super::paper::{filled, not_before};
use super::{BreachFinding, Contact, Delivery, Header, Material, Paper, Parties, Signed};
use crate::DataError;

/// The proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProposalLetter {
    /// What the authority is asked to do.
    pub actions: Vec<String>,
    /// What is enclosed.
    pub attachments: Vec<Material>,
    /// The authority that is addressed.
    pub authority: String,
    /// Articles that were breached, one by one.
    pub breaches: Vec<BreachFinding>,
    /// Articles that the proposal itself rests on, ready to print.
    pub citations: Vec<String>,
    /// Whom to ask.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// How it was served, where it was; otherwise a receipt slip is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Delivery>,
    /// What was found, in paragraphs.
    pub facts: Vec<String>,
    /// Head of the paper.
    pub header: Header,
    /// The federation.
    pub issuer: String,
    /// What the rule calls the paper.
    pub name: ProposalName,
    /// The sides; the employer is the one complained of.
    pub parties: Parties,
    /// The letter that had no effect.
    pub prior: PriorLetter,
    /// Signature, where given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signed>,
    /// What the employer did about it.
    pub trigger: ProposalTrigger,
}

/// What the rule calls the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProposalName {
    /// 监督建议书 (ZJ-TULS 23, HZ 43, NB 37)
    Supervision,
    /// 处罚建议书 (ZJ-CC 41)
    Penalty,
    /// 处理建议书 (ZJ-DM 33)
    Handling,
}

/// What the employer did about the letter before (ZJ-TULS 23).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProposalTrigger {
    /// Didn't take it.
    RefusedReceipt,
    /// Didn't answer in time.
    NoAnswer,
    /// Doesn't put it right, without a good reason.
    NotCorrected,
}

/// The letter that had no effect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PriorLetter {
    /// Its date.
    #[serde(with = "law::input::day")]
    pub date: Date,
    /// Last day for the answer or for putting it right.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "law::input::day_option")]
    pub due: Option<Date>,
    /// Who issued it.
    pub issuer: String,
    /// Its number.
    pub number: String,
    /// Day on which the employer received it or refused to.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "law::input::day_option")]
    pub served_on: Option<Date>,
    /// Its title.
    pub title: String,
}

impl Paper for ProposalLetter {
    fn header(&self) -> &Header {
        &self.header
    }

    fn check(&self) -> Result<(), DataError> {
        filled("facts", &self.facts)?;
        filled("actions", &self.actions)?;
        let first = self.prior.served_on.unwrap_or(self.prior.date);
        not_before("prior.served_on", first, self.prior.date)?;
        not_before("prior.due", self.prior.due.unwrap_or(first), first)?;
        not_before("header.date", self.header.date, first)
    }
}
