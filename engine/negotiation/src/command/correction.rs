//! Corrections of recorded facts: old, new, reason; due dates are recomputed openly.

use law::Date;
use serde::{Deserialize, Serialize};

use super::section;

section! {
    /// Corrections of recorded facts.
    CorrectionCommand {
        ProposeCorrection = "propose_correction",
        ConfirmCorrection = "confirm_correction",
    }
}

/// Proposes to correct a recorded fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProposeCorrection {
    /// The fact, what stands and what is right.
    pub fact: FactChange,
    /// Why.
    pub reason: String,
}

/// A recorded fact with the value that stands and the value that is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case", deny_unknown_fields)]
pub enum FactChange {
    /// Day on which the offer was received.
    OfferReceived {
        /// What is right.
        new: Date,
        /// What stands.
        old: Date,
    },
    /// Day on which the bureau received the filing.
    FilingReceived {
        /// What is right.
        new: Date,
        /// What stands.
        old: Date,
    },
    /// Number of workers.
    Headcount {
        /// What is right.
        new: u32,
        /// What stands.
        old: u32,
    },
    /// Registered name of the employer.
    EmployerName {
        /// What is right.
        new: String,
        /// What stands.
        old: String,
    },
    /// Registered address of the employer.
    EmployerAddress {
        /// What is right.
        new: String,
        /// What stands.
        old: String,
    },
    /// Name of the union.
    UnionName {
        /// What is right.
        new: String,
        /// What stands.
        old: String,
    },
}

/// Confirms a proposed correction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConfirmCorrection {
    /// Number of the proposal in the case, from 1.
    pub correction: u32,
}
