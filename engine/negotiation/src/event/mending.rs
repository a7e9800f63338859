//! Events about papers, corrections, data sets, documents and checks.

use law::Date;
use law::dataset::DatasetHashes;
use law::time::Moment;
use ledger::Digest;
use serde::{Deserialize, Serialize};

use crate::actor::Actor;
use crate::checks::Finding;
use crate::command::{FactChange, RecordDocument, RecordNotice};

/// `paper_entered.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperEntered {
    /// Who did the act on paper.
    pub actor: Actor,
    /// Name of the act.
    pub command: String,
    /// Number of the entry, from 1.
    pub entry: u32,
    /// Who entered it.
    pub entered_by: Actor,
    /// Date on the paper.
    pub on: Date,
    /// SHA-256 of the scan.
    pub scan: Digest,
    /// The act as canonical JSON text.
    pub text: String,
}

/// `paper_confirmed.v1`; the events of the act itself follow in the same record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperConfirmed {
    /// The instant from which the act counts.
    pub at: Moment,
    /// Number of the entry.
    pub entry: u32,
}

/// `correction_proposed.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CorrectionProposed {
    /// Number of the proposal, from 1.
    pub correction: u32,
    /// The fact.
    pub fact: FactChange,
    /// The day from which it is another, where it was right until then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Who proposed it.
    pub proposed_by: Actor,
    /// Why.
    pub reason: String,
}

/// `corrected.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Corrected {
    /// Number of the proposal.
    pub correction: u32,
    /// The fact.
    pub fact: FactChange,
    /// The day from which it is another, where it was right until then: what was done and made before stays as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
}

/// `datasets_adopted.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatasetsAdopted {
    /// The data sets that apply now.
    pub datasets: DatasetHashes,
}

/// `document_recorded.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentRecorded {
    /// The document.
    pub document: RecordDocument,
}

/// `notice_reported.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoticeReported {
    /// What was reported.
    pub notice: RecordNotice,
}

/// `effect_withdrawn.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EffectWithdrawn {
    /// Id of the review that didn't end in silence after all.
    pub duty: String,
    /// First day of the effect that is withdrawn.
    pub on: Date,
}

/// `check_noted.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckNoted {
    /// What was found.
    pub finding: Finding,
}
