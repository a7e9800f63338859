//! Performance, inspection, end (履行): ZJ-CC 36–37, 40–41, WN9 24, LCL 56, TUL 21(4).

use law::Date;
use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::section;

section! {
    /// Performance and end.
    PerformanceCommand {
        RecordInspection = "record_inspection",
        ReportPerformance = "report_performance",
        RecordBreach = "record_breach",
        SettleBreach = "settle_breach",
        EndOnCondition = "end_on_condition",
    }
}

/// Findings of the joint committee, in writing to both chiefs (ZJ-CC 36).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordInspection {
    /// Clause by clause.
    pub findings: Vec<ClauseFinding>,
    /// Day of the inspection.
    pub on: Date,
}

/// How a clause is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClauseFinding {
    /// Id of the clause.
    pub clause: String,
    /// Corrective action agreed, in words; empty where none is needed.
    #[serde(default)]
    pub correction: String,
    /// What was seen, in words.
    pub evidence: String,
    /// How it is kept.
    pub status: KeptStatus,
}

/// How far a clause is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeptStatus {
    /// 全面履行
    Full,
    /// 部分履行
    Partial,
    /// 未履行
    Not,
}

/// The yearly report to the congress (ZJ-CC 37, HZ 42, NB 36).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportPerformance {
    /// Day on which the congress heard it.
    pub heard_on: Date,
    /// The report in words.
    pub summary: String,
}

/// The union states a breach of the agreement (ZJ-CC 40–41).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordBreach {
    /// Id of the clause.
    pub clause: String,
    /// The facts in words.
    pub facts: String,
    /// SHA-256 of the proof, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<Digest>,
}

/// How a stated breach ended (ZJ-CC 40, LCL 56, LL 84(2)).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettleBreach {
    /// Number of the breach within the case, from 1.
    pub breach: u32,
    /// How.
    pub outcome: BreachOutcome,
    /// In words.
    pub words: String,
}

/// How a breach of the agreement ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BreachOutcome {
    /// 已改正
    Corrected,
    /// 调解达成
    Mediated,
    /// 已申请仲裁或者起诉
    TakenToLaw,
    /// 查无此事
    Unfounded,
}

/// The condition that the agreement names for its end has come (ZJ-CC 30, WN9 7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndOnCondition {
    /// Id of the clause that names the condition.
    pub clause: String,
    /// Day on which it came.
    pub on: Date,
    /// SHA-256 of the proof.
    pub proof: Digest,
}
