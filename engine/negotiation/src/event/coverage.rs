//! Events about whom a sector, region or platform agreement covers. `at` is the legal instant.

use law::time::Moment;
use ledger::Digest;
use serde::{Deserialize, Serialize};

use crate::command::{CoveredEmployer, RecordVote};
use crate::state::BoundEmployer;

/// `coverage_added.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoverageAdded {
    /// When.
    pub at: Moment,
    /// The employer.
    pub employer: CoveredEmployer,
}

/// `coverage_confirmed.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoverageConfirmed {
    /// When.
    pub at: Moment,
    /// Key of the employer.
    pub employer: String,
    /// SHA-256 of its written authorisation.
    pub proof: Digest,
}

/// `coverage_withdrawn.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoverageWithdrawn {
    /// When.
    pub at: Moment,
    /// Key of the employer.
    pub employer: String,
    /// SHA-256 of a declaration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<Digest>,
    /// Why.
    pub reason: String,
}

/// `employer_voted.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmployerVoted {
    /// Its own congress or all-staff meeting carried the draft.
    pub adopted: bool,
    /// When.
    pub at: Moment,
    /// Key of the employer.
    pub employer: String,
    /// The protocol as entered.
    pub vote: RecordVote,
}

/// `talks_reopened.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TalksReopened {
    /// When.
    pub at: Moment,
    /// Key of an employer whose own congress rejected the draft.
    pub employer: String,
    /// Why.
    pub reason: String,
    /// Digest of the text that was rejected.
    pub terms: Digest,
}

/// `coverage_fixed.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoverageFixed {
    /// When the second chief signed.
    pub at: Moment,
    /// Whom the agreement binds.
    pub employers: Vec<BoundEmployer>,
    /// Digest of the text.
    pub terms: Digest,
}
