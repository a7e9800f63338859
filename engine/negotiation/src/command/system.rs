//! The program's own acts: the clock, data sets, documents.

use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::section;

section! {
    /// The program's own acts.
    SystemCommand {
        StrikeClock = "strike_clock",
        AdoptDataset = "adopt_dataset",
        RecordDocument = "record_document",
    }
}

/// A duty fell due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StrikeClock {
    /// Id of the duty.
    pub duty: String,
}

/// New data sets (named in the facts) apply to the case; open dates are recomputed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdoptDataset {
    /// What changed, in words.
    pub reason: String,
}

/// Records a document that was made from the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordDocument {
    /// Digest of the typed data, purpose `document`.
    pub data: Digest,
    /// Fonts that it was set with.
    pub fonts: Vec<FontUse>,
    /// Which paper.
    pub kind: DocumentKind,
    /// Number of the document in the case.
    pub number: String,
    /// SHA-256 of the PDF.
    pub pdf: Digest,
    /// SHA-256 of the template.
    pub template: Digest,
    /// Version of Typst.
    pub typst: String,
    /// Version of the document, from 1.
    pub version: u32,
}

/// A font face that a document was set with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FontUse {
    /// SHA-256 of the font file.
    pub digest: Digest,
    /// Name of the face.
    pub name: String,
}

/// The papers of a negotiation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// D01 要约书
    OfferLetter,
    /// D02 应约书
    Response,
    /// D09 会议纪要
    Minutes,
    /// D14 职代会决议
    CongressResolution,
    /// D15 工资专项集体合同
    WageAgreement,
    /// D16 报送审查表
    FilingForm,
    /// D18 审查意见书
    ReviewOpinion,
}
