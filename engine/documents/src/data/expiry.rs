//! D22, the reminder that an agreement ends and may be renewed (续签（期满）提示; ZJ-CC 30(3), CC22 38, WN9 24).

use law::Date;
use serde::{Deserialize, Serialize};

use super::paper::not_before;
use super::{AgreementRef, Header, Paper, Parties, Signed};
use crate::DataError;

/// The reminder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpiryNotice {
    /// The agreement that ends; its last day is the last of `agreement.runs`.
    pub agreement: AgreementRef,
    /// Articles that it rests on, ready to print.
    pub citations: Vec<String>,
    /// Head of the paper.
    pub header: Header,
    /// Who reminds.
    pub issuer: String,
    /// First day on which renewal may be proposed.
    #[serde(with = "law::input::day")]
    pub opens_on: Date,
    /// The sides; the reminder goes to both.
    pub parties: Parties,
    /// Day by which a renewal is better proposed, where a rule names one (WN9 24: 60 days before the end).
    #[serde(default, skip_serializing_if = "Option::is_none", with = "law::input::day_option")]
    pub propose_by: Option<Date>,
    /// Signature, where given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signed>,
    /// What to do, in order.
    pub steps: Vec<RenewalStep>,
    /// The window in words, such as 期满前90日内.
    pub window: String,
}

/// Something to do for a renewal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RenewalStep {
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "law::input::day_option")]
    pub by: Option<Date>,
    /// What.
    pub what: String,
    /// Who.
    pub who: String,
}

impl Paper for ExpiryNotice {
    fn header(&self) -> &Header {
        &self.header
    }

    fn check(&self) -> Result<(), DataError> {
        self.agreement.runs.check("agreement.runs")?;
        let expires = self.agreement.runs.to;
        not_before("agreement.runs.to", expires, self.opens_on)?;
        self.propose_by.map_or(Ok(()), |day| {
            not_before("propose_by", day, self.opens_on)?;
            not_before("agreement.runs.to", expires, day)
        })
    }
}
