//! An agreement that a later paper speaks of.

use law::Date;
use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::Runs;

/// What names an agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementRef {
    /// Number in the bureau's register.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registry: Option<String>,
    /// From when to when it runs.
    pub runs: Runs,
    /// Day on which the second chief signed.
    #[serde(with = "law::input::day")]
    pub signed_on: Date,
    /// Digest of its terms.
    pub terms_digest: Digest,
    /// Its title.
    pub title: String,
}
