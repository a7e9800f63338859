//! Why a play stopped.

use std::path::PathBuf;

use documents::{FontError, TypesetError};
use law::time::Moment;
use ledger::bundle::BundleError;
use ledger::canonical::CanonicalError;
use negotiation::{Corrupt, Impossible, LawBookError, Refusal};
use store::{StoreError, SubmitError};

use crate::paper::PaperError;
use crate::scenario::{DutyExpectation, ScenarioError};

/// Why a play stopped. An outcome that wasn't expected is a finding; the rest couldn't be read or written.
#[derive(Debug, thiserror::Error)]
pub enum PlayError {
    /// The scenario can't be read.
    #[error(transparent)]
    Scenario(#[from] ScenarioError),
    /// A step was refused that should have been accepted, or under another rule.
    #[error("step {step}: refused under {}", .refusal.rule)]
    Refused {
        /// Number of the step, from 1.
        step: usize,
        /// When.
        at: Moment,
        /// The refusal.
        refusal: Box<Refusal>,
    },
    /// A step was accepted that should have been refused.
    #[error("step {step}: accepted, expected a refusal under {rule}")]
    NotRefused {
        /// Number of the step, from 1.
        step: usize,
        /// The rule.
        rule: String,
    },
    /// The stage is another.
    #[error("step {step}: stage {found}, expected {expected}")]
    Stage {
        /// Number of the step, from 1.
        step: usize,
        /// The stage.
        found: String,
        /// What was expected.
        expected: String,
    },
    /// A duty stands otherwise, or there is none.
    #[error("step {step}: duty {}", .expected.id)]
    Duty {
        /// Number of the step, from 1.
        step: usize,
        /// How it stands; none where there is no such duty.
        found: Option<DutyExpectation>,
        /// What was expected.
        expected: DutyExpectation,
    },
    /// No step opened a case.
    #[error("no step opens a case")]
    NoCase,
    /// The store didn't take an act.
    #[error("step {step}: {error}")]
    Submit {
        /// Number of the step, from 1; 0 for the program's own acts.
        step: usize,
        /// Why.
        error: Box<SubmitError>,
    },
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The law's data is damaged.
    #[error(transparent)]
    Law(#[from] LawBookError),
    /// Fonts are missing.
    #[error(transparent)]
    Font(#[from] Box<FontError>),
    /// A paper can't be typeset.
    #[error(transparent)]
    Typeset(#[from] Box<TypesetError>),
    /// A paper's data can't be put together.
    #[error(transparent)]
    Paper(#[from] PaperError),
    /// The history contradicts itself.
    #[error(transparent)]
    Impossible(#[from] Impossible),
    /// The stored history is damaged.
    #[error(transparent)]
    Corrupt(#[from] Corrupt),
    /// Something has no canonical form.
    #[error(transparent)]
    Canonical(#[from] CanonicalError),
    /// The bundle can't be built.
    #[error(transparent)]
    Bundle(#[from] BundleError),
    /// The folder holds something that a play didn't make.
    #[error("{0} holds other things")]
    Occupied(PathBuf),
    /// The disk failed.
    #[error("{path}: {source}")]
    Disk {
        /// Where.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}
