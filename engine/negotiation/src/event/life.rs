//! Events in the life of an agreement: performance, end, and cases that hang on one in force. `at` is the legal instant.

use law::Date;
use law::time::Moment;
use ledger::Digest;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::command::{BreachOutcome, ChildKind, ClauseFinding};
use crate::state::EndReason;

/// `inspection_recorded.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InspectionRecorded {
    /// When the findings were handed over.
    pub at: Moment,
    /// Clause by clause.
    pub findings: Vec<ClauseFinding>,
    /// Day of the inspection.
    pub on: Date,
}

/// `performance_reported.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PerformanceReported {
    /// When.
    pub at: Moment,
    /// Day on which the congress heard it.
    pub heard_on: Date,
    /// The report in words.
    pub summary: String,
}

/// `non_performance_stated.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NonPerformanceStated {
    /// When.
    pub at: Moment,
    /// Number within the case, from 1.
    pub breach: u32,
    /// Id of the clause.
    pub clause: String,
    /// The facts in words.
    pub facts: String,
    /// SHA-256 of the proof.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<Digest>,
}

/// `non_performance_settled.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NonPerformanceSettled {
    /// When.
    pub at: Moment,
    /// Number within the case.
    pub breach: u32,
    /// How.
    pub outcome: BreachOutcome,
    /// In words.
    pub words: String,
}

/// `condition_came.v1`; `agreement_ended.v1` follows in the same record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConditionCame {
    /// When it was stated.
    pub at: Moment,
    /// Id of the clause that names the condition.
    pub clause: String,
    /// Day on which it came.
    pub on: Date,
    /// SHA-256 of the proof.
    pub proof: Digest,
}

/// `agreement_ended.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementEnded {
    /// The instant from which it is no longer in force.
    pub at: Moment,
    /// The day from which it is no longer in force.
    pub on: Date,
    /// Why.
    pub reason: EndReason,
}

/// `agreement_rescinded.v1`, in a rescission case: both chiefs have signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementRescinded {
    /// When the second chief signed.
    pub at: Moment,
    /// The day from which the agreement before it is no longer in force.
    pub on: Date,
    /// Digest of the agreement to rescind.
    pub terms: Digest,
}

/// `rescission_recorded.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RescissionRecorded {
    /// When.
    pub at: Moment,
    /// The bureau's receipt number.
    pub number: String,
}

/// `child_opened.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChildOpened {
    /// When.
    pub at: Moment,
    /// The child case.
    pub case: Uuid,
    /// What it is to do.
    pub kind: ChildKind,
}

/// `child_ended.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChildEnded {
    /// When.
    pub at: Moment,
    /// The child case.
    pub case: Uuid,
    /// First day of the new text, or day of rescission, where it succeeded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// It succeeded.
    pub succeeded: bool,
    /// Digest of the text that came of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<Digest>,
}
