//! Events of packages, of suspension and of the bureau's coordination. `at` is the legal instant.

use law::Date;
use law::time::Moment;
use ledger::Digest;
use serde::{Deserialize, Serialize};

use crate::actor::{Side, Sides};
use crate::command::{DisputeItem, PackageItem, ProposeSuspension};

/// `package_tabled.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackageTabled {
    /// When.
    pub at: Moment,
    /// The clauses.
    pub items: Vec<PackageItem>,
    /// Number within the case, from 1.
    pub number: u32,
    /// Session, from 1.
    pub session: u32,
    /// Whose package.
    pub side: Side,
}

/// `package_accepted.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackageAccepted {
    /// When.
    pub at: Moment,
    /// Number of the package.
    pub package: u32,
    /// Session, from 1.
    pub session: u32,
    /// Side that accepts.
    pub side: Side,
}

/// `suspension_proposed.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SuspensionProposed {
    /// When.
    pub at: Moment,
    /// What is proposed.
    pub proposal: ProposeSuspension,
    /// Side that proposes.
    pub side: Side,
}

/// `suspension_declined.v1`; the proposal stays, and the side may think again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SuspensionDeclined {
    /// When.
    pub at: Moment,
    /// Side that declines.
    pub side: Side,
}

/// `suspension_withdrawn.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SuspensionWithdrawn {
    /// When.
    pub at: Moment,
    /// Side that had proposed.
    pub side: Side,
}

/// `talks_suspended.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TalksSuspended {
    /// When.
    pub at: Moment,
    /// Which sides agreed.
    pub consents: Sides<bool>,
    /// What was proposed and agreed.
    pub proposal: ProposeSuspension,
    /// Side that had proposed.
    pub proposed_by: Side,
}

/// `talks_resumed.v1`; a new day of the next session follows in the same record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TalksResumed {
    /// When.
    pub at: Moment,
    /// Side that resumes; none for the recorder.
    pub side: Side,
}

/// `suspension_ended.v1`; the application to the bureau follows in the same record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SuspensionEnded {
    /// When.
    pub at: Moment,
}

/// `suspension_ran_out.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SuspensionRanOut {
    /// The instant at which the longest time was over.
    pub at: Moment,
    /// Id of the term.
    pub duty: String,
}

/// `coordination_applied.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoordinationApplied {
    /// When.
    pub at: Moment,
    /// What is in dispute.
    pub items: Vec<DisputeItem>,
    /// Side that applies; none where the bureau steps in of itself.
    pub side: Side,
}

/// `coordination_accepted.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoordinationAccepted {
    /// When.
    pub at: Moment,
    /// Registry number.
    pub number: String,
}

/// `coordination_extended.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoordinationExtended {
    /// When.
    pub at: Moment,
    /// Calendar days more.
    pub days: u16,
    /// The written reason.
    pub reason: String,
    /// The last day now.
    pub until: Date,
}

/// `coordination_agreed.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoordinationAgreed {
    /// When.
    pub at: Moment,
    /// The facts found, in words.
    pub facts: String,
    /// SHA-256 of the signed paper.
    pub paper: Digest,
    /// What was agreed, in words.
    pub result: String,
    /// Points left for further talks.
    pub unresolved: Vec<String>,
}

/// `coordination_failed.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoordinationFailed {
    /// When.
    pub at: Moment,
    /// What is handed over, in words.
    pub hand_over: Vec<String>,
    /// Why it failed.
    pub reason: String,
}

/// `coordination_taken_back.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoordinationTakenBack {
    /// When.
    pub at: Moment,
    /// Side that goes on without the bureau; none for the recorder.
    pub side: Side,
}
