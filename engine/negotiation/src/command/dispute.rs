//! Coordination of a negotiation dispute (协调处理): CC22 49–54, ZJ-CC 39, LL 84(1).

use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::section;

section! {
    /// Coordination by the bureau.
    DisputeCommand {
        ApplyCoordination = "apply_coordination",
        AcceptCoordination = "accept_coordination",
        ExtendCoordination = "extend_coordination",
        RecordCoordinationAgreement = "record_coordination_agreement",
        RecordCoordinationFailure = "record_coordination_failure",
    }
}

/// A side applies in writing (CC22 49); the bureau may step in of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApplyCoordination {
    /// What is in dispute, point by point.
    pub items: Vec<DisputeItem>,
}

/// A point in dispute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisputeItem {
    /// Id of the clause, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// The employer's position.
    pub employer: String,
    /// What it is about.
    pub title: String,
    /// The workers' position.
    pub worker: String,
}

/// The bureau takes the dispute up: 30 days from here (CC22 52, ZJ-CC 39).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AcceptCoordination {
    /// Registry number.
    pub number: String,
}

/// At most 15 days more in all, with the reason in writing to both sides (CC22 52, ZJ-CC 39(2)).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtendCoordination {
    /// Calendar days more, 1 to 15.
    pub days: u16,
    /// The written reason.
    pub reason: String,
}

/// 《协调处理协议书》, signed by the coordinators and both chiefs (CC22 54).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordCoordinationAgreement {
    /// The facts found, in words.
    pub facts: String,
    /// SHA-256 of the signed paper.
    pub paper: Digest,
    /// What was agreed, in words.
    pub result: String,
    /// Both chiefs and the coordinators signed.
    pub signed_by_all: bool,
    /// Points left for further talks.
    #[serde(default)]
    pub unresolved: Vec<String>,
}

/// No agreement: the bureau ends its coordination and says what it hands over. A dispute about concluding a contract goes
/// to no arbitration (LL 84(1)).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordCoordinationFailure {
    /// What is handed over, in words.
    pub hand_over: Vec<String>,
    /// Why it failed.
    pub reason: String,
}
