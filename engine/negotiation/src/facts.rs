//! What a decision reads beyond the case's history and its rules; it stands in the record.

use law::dataset::DatasetHashes;
use law::time::Moment;
use ledger::Digest;
use serde::{Deserialize, Serialize};

use crate::actor::{PersonRef, Side};
use crate::terms::Unit;

/// Facts of one act.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// Acceptances of the platform given at registration, on which this act relies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acceptances: Vec<RegisteredAcceptance>,
    /// Data sets that apply from this act on: when a case is opened, and when others are adopted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub datasets: Option<DatasetHashes>,
    /// What a sector or region agreement in force grants at least, for an agreement of an enterprise that it covers
    /// (LCL 55, HZ 35, NB 32).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub floors: Vec<Floor>,
    /// Commitments to persons who act in this case for the first time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub persons: Vec<PersonRef>,
}

/// An acceptance of the platform that a party gave when it registered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisteredAcceptance {
    /// When.
    pub at: Moment,
    /// Which party.
    pub side: Side,
    /// SHA-256 of the text accepted.
    pub text: Digest,
}

/// A figure below which an enterprise's own agreement may not go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Floor {
    /// Digest of the terms of the sector or region agreement.
    pub agreement: Digest,
    /// The least amount, in the unit.
    pub amount: i64,
    /// Key of the figure, see [`crate::terms::figure`].
    pub key: String,
    /// Unit of the amount.
    pub unit: Unit,
}
