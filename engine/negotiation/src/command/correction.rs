//! Corrections: of recorded facts (old, new, reason; due dates are recomputed openly) and of slips in an adopted text.

use law::Date;
use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::{FactChange, section};
use crate::terms::Terms;

section! {
    /// Corrections of recorded facts and of slips.
    CorrectionCommand {
        ProposeCorrection = "propose_correction",
        ConfirmCorrection = "confirm_correction",
        ProposeSlip = "propose_slip",
        ConfirmSlip = "confirm_slip",
    }
}

/// Proposes to correct a recorded fact, or says that it has changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProposeCorrection {
    /// The fact, what stands and what is right.
    pub fact: FactChange,
    /// The day from which it is another, where what stands was right until then (ZJ-CC 31(1)); none for a mistake.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Why.
    pub reason: String,
}

/// A chief proposes to mend a slip of the pen in a text that was adopted, signed or is in force. Substance isn't mended
/// like this: it needs a new vote (ZJ-CC 24, 33).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProposeSlip {
    /// SHA-256 of the notice to the congress.
    pub notice: Digest,
    /// Why.
    pub reason: String,
    /// The whole text as it is right.
    pub terms: Box<Terms>,
}

/// The other chief agrees: from now on the mended text stands, its digest linked to the one that was voted on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConfirmSlip {
    /// Number of the proposal in the case, from 1.
    pub slip: u32,
    /// Digest of the mended text.
    pub terms: Digest,
}

/// Confirms a proposed correction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConfirmCorrection {
    /// Number of the proposal in the case, from 1.
    pub correction: u32,
}
