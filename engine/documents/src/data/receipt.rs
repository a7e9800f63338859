//! D17, the receipt that registers a filed agreement (受理（登记）回执; CC22 42(2), ZJ-CC 34): its day starts the review.

use law::Date;
use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::paper::{filled, not_before};
use super::{Header, Material, Paper, Parties, Signed};
use crate::DataError;

/// The receipt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilingReceipt {
    /// Title of the agreement.
    pub agreement: String,
    /// Articles that it rests on, ready to print.
    pub citations: Vec<String>,
    /// Head of the paper.
    pub header: Header,
    /// What was handed in and looked through.
    pub materials: Vec<Material>,
    /// The bureau.
    pub office: String,
    /// Who took it in; without a name a line is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub officer: Option<String>,
    /// The sides.
    pub parties: Parties,
    /// Day on which the bureau received the text; it isn't counted.
    #[serde(with = "law::input::day")]
    pub received: Date,
    /// Number in the bureau's register; without one a line is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registry: Option<String>,
    /// Last day of the review, after a holiday at its end (CIV 203 by analogy).
    #[serde(with = "law::input::day")]
    pub review_due: Date,
    /// The 15th day itself, where it is a holiday.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "law::input::day_option")]
    pub review_raw: Option<Date>,
    /// The bureau's seal, where set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signed>,
    /// Digest of the terms that were filed.
    pub terms_digest: Digest,
}

impl Paper for FilingReceipt {
    fn header(&self) -> &Header {
        &self.header
    }

    fn check(&self) -> Result<(), DataError> {
        filled("materials", &self.materials)?;
        let raw = self.review_raw.unwrap_or(self.review_due);
        not_before("review_raw", raw, self.received)?;
        not_before("review_due", self.review_due, raw)
    }
}
