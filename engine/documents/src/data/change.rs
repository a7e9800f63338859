//! D21, the change or rescission of an agreement, as an application or as an agreement (变更（解除）申请、协议; ZJ-CC 31–33,
//! CC22 39–41).

use law::Date;
use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::paper::filled;
use super::{AgreementRef, Delivery, Header, Paper, Parties, Side, Signatures, Vote};
use crate::DataError;

/// The application or agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeApplication {
    /// The agreement that is changed or rescinded.
    pub agreement: AgreementRef,
    /// Changed or rescinded.
    pub change: ChangeKind,
    /// Articles that it rests on, ready to print.
    pub citations: Vec<String>,
    /// Clauses that change.
    pub clauses: Vec<ChangedClause>,
    /// The vote on it, where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub congress: Option<Vote>,
    /// How an application was served, where it was; otherwise a receipt slip is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Delivery>,
    /// From when the sides want it to hold, where they name a day.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "law::input::day_option")]
    pub effective_on: Option<Date>,
    /// One side's application or both sides' agreement.
    pub form: ChangeForm,
    /// Why it may be changed or rescinded.
    pub ground: ChangeGround,
    /// Head of the paper.
    pub header: Header,
    /// The new text's digest, where there is a new text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_terms_digest: Option<Digest>,
    /// The sides.
    pub parties: Parties,
    /// Proofs that are enclosed (ZJ-CC 32(2)).
    pub proofs: Vec<String>,
    /// Reasons, in paragraphs (ZJ-CC 32(2)).
    pub reasons: Vec<String>,
    /// Signatures that were given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signatures: Option<Signatures>,
}

/// Changed or rescinded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// 变更
    Amendment,
    /// 解除
    Rescission,
}

/// One side's application or both sides' agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ChangeForm {
    /// One side asks the other.
    Application {
        /// Who asks.
        by: Side,
    },
    /// Both have agreed.
    Agreement,
}

/// Why an agreement may be changed or rescinded (ZJ-CC 31(2), 32; CC22 39–40).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeGround {
    /// Both sides want it.
    Consent,
    /// The law that it rests on was changed or repealed.
    LawChanged,
    /// Force majeure keeps it from being performed, wholly or in part.
    ForceMajeure,
    /// Bankruptcy, merger or dissolution keeps it from being performed.
    Reorganised,
    /// A condition that it names is met.
    Condition,
    /// Another case of the law.
    Other,
}

/// A clause before and after; a new one has no old words, a deleted one no new ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangedClause {
    /// The clause as printed, such as 第九条（加班工资）.
    pub clause: String,
    /// New words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new: Option<String>,
    /// Old words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old: Option<String>,
}

impl Paper for ChangeApplication {
    fn header(&self) -> &Header {
        &self.header
    }

    fn check(&self) -> Result<(), DataError> {
        filled("reasons", &self.reasons)?;
        self.agreement.runs.check("agreement.runs")?;
        match self.change {
            ChangeKind::Amendment => filled("clauses", &self.clauses)?,
            ChangeKind::Rescission => {}
        }
        self.congress.as_ref().map_or(Ok(()), |vote| vote.check("congress"))
    }
}
