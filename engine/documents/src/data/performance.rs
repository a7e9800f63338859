//! D23, how an agreement is performed: findings of an inspection (ZJ-CC 36) or the yearly report to the congress (ZJ-CC 37,
//! HZ 42, NB 36).

use law::Date;
use serde::{Deserialize, Serialize};

use super::paper::{at_most, filled};
use super::{AgreementRef, Header, Paper, Parties, Representative, Runs, Signatures, Signed};
use crate::DataError;

/// The report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PerformanceReport {
    /// The agreement.
    pub agreement: AgreementRef,
    /// Articles that it rests on, ready to print.
    pub citations: Vec<String>,
    /// Clause by clause; a report to the congress may do without.
    pub clauses: Vec<ClausePerformance>,
    /// Head of the paper.
    pub header: Header,
    /// The sides.
    pub parties: Parties,
    /// The time looked at.
    pub period: Runs,
    /// Findings or report.
    pub report: PerformanceKind,
    /// Wage records that were drawn, where some were.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sample: Option<PayrollSample>,
    /// The whole in words, in paragraphs.
    pub summary: Vec<String>,
}

/// Findings of an inspection or the yearly report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum PerformanceKind {
    /// Findings of an inspection, handed to both chiefs (ZJ-CC 36).
    Inspection {
        /// Who looked.
        inspectors: Vec<Representative>,
        /// Day of the inspection.
        #[serde(with = "law::input::day")]
        on: Date,
        /// Signature of whoever led it, where given.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        signature: Option<Signed>,
    },
    /// Report of both chiefs to the congress, at least once a year (ZJ-CC 37).
    Annual {
        /// Session that hears it.
        session: String,
        /// Signatures of the chiefs, where given.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        signatures: Option<Signatures>,
    },
}

/// How a clause is performed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClausePerformance {
    /// The clause as printed.
    pub clause: String,
    /// What is to be put right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<String>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "law::input::day_option")]
    pub due: Option<Date>,
    /// What shows it.
    pub evidence: String,
    /// How far.
    pub status: PerformanceStatus,
}

/// How far a clause is performed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PerformanceStatus {
    /// 已履行
    Full,
    /// 部分履行
    Partial,
    /// 未履行
    Not,
}

/// Wage records that were drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayrollSample {
    /// Workers whose records were looked at.
    pub drawn: u32,
    /// Workers with something wrong, of those drawn.
    pub irregular: u32,
    /// How they were drawn, in words.
    pub method: String,
    /// All workers.
    pub total: u32,
}

impl Paper for PerformanceReport {
    fn header(&self) -> &Header {
        &self.header
    }

    /// Findings name the clauses; days and counts within their bounds.
    fn check(&self) -> Result<(), DataError> {
        match self.report {
            PerformanceKind::Inspection { .. } => filled("clauses", &self.clauses)?,
            PerformanceKind::Annual { .. } => {}
        }
        self.agreement.runs.check("agreement.runs")?;
        self.period.check("period")?;
        self.sample.as_ref().map_or(Ok(()), |sample| {
            at_most("sample.drawn", sample.drawn, sample.total)?;
            at_most("sample.irregular", sample.irregular, sample.drawn)
        })
    }
}
