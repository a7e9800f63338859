//! D24, a union's reminder (提示函): practice, not a step of any statute.

use law::Date;
use serde::{Deserialize, Serialize};

use super::paper::{filled, not_before};
use super::{Delivery, Header, Paper, Parties, Signed};
use crate::DataError;

/// The reminder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReminderLetter {
    /// Articles that it rests on, ready to print.
    pub citations: Vec<String>,
    /// How it was served, where it was; otherwise a receipt slip is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Delivery>,
    /// Head of the paper.
    pub header: Header,
    /// What was noticed, in paragraphs.
    pub issue: Vec<String>,
    /// The union that reminds; the employer is addressed.
    pub issuer: String,
    /// The sides.
    pub parties: Parties,
    /// Day by which an answer is asked for; no statute sets it.
    #[serde(with = "law::input::day")]
    pub reply_by: Date,
    /// What is asked.
    pub requests: Vec<String>,
    /// Signature, where given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signed>,
}

impl Paper for ReminderLetter {
    fn header(&self) -> &Header {
        &self.header
    }

    fn check(&self) -> Result<(), DataError> {
        filled("issue", &self.issue)?;
        filled("requests", &self.requests)?;
        not_before("reply_by", self.reply_by, self.header.date)
    }
}
