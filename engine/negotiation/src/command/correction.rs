//! Corrections: of recorded facts (old, new, reason; due dates are recomputed openly) and of slips in an adopted text.

use law::Date;
use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::section;
use crate::actor::Side;
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
    /// Registered address of the union.
    UnionAddress {
        /// What is right.
        new: String,
        /// What stands.
        old: String,
    },
    /// Unified social credit code of the employer.
    EmployerUscc {
        /// What is right.
        new: String,
        /// What stands.
        old: String,
    },
    /// Unified social credit code of the union.
    UnionUscc {
        /// What is right.
        new: String,
        /// What stands.
        old: String,
    },
    /// Women among the workers.
    Female {
        /// What is right.
        new: u32,
        /// What stands.
        old: u32,
    },
    /// Dispatched workers.
    Dispatched {
        /// What is right.
        new: u32,
        /// What stands.
        old: u32,
    },
    /// Above-scale enterprise (规模以上).
    AboveScale {
        /// What is right.
        new: bool,
        /// What stands.
        old: bool,
    },
    /// Day on which the offer was answered.
    OfferAnswered {
        /// What is right.
        new: Date,
        /// What stands.
        old: Date,
    },
    /// Day that was agreed for the first session, while it has not been held.
    MeetingAgreed {
        /// What is right.
        new: Date,
        /// What stands.
        old: Date,
    },
    /// Day on which a session was opened.
    SessionOpened {
        /// What is right.
        new: Date,
        /// What stands.
        old: Date,
        /// Number of the session, from 1.
        session: u32,
    },
    /// Day on which a session was closed.
    SessionClosed {
        /// What is right.
        new: Date,
        /// What stands.
        old: Date,
        /// Number of the session, from 1.
        session: u32,
    },
    /// Day of the vote.
    VoteHeld {
        /// What is right.
        new: Date,
        /// What stands.
        old: Date,
    },
    /// Figures of the counting protocol; the outcome of the vote stays.
    VoteCount {
        /// What is right.
        new: Ballots,
        /// What stands.
        old: Ballots,
    },
    /// Day on which a side's chief signed.
    Signed {
        /// What is right.
        new: Date,
        /// What stands.
        old: Date,
        /// The side.
        side: Side,
    },
    /// Copies filed.
    Copies {
        /// What is right.
        new: u32,
        /// What stands.
        old: u32,
    },
    /// Registry number of the bureau.
    RegistryNumber {
        /// What is right.
        new: String,
        /// What stands.
        old: String,
    },
    /// Day on which the bureau's opinion reached a side.
    OpinionServed {
        /// What is right.
        new: Date,
        /// What stands.
        old: Date,
        /// The side.
        side: Side,
    },
    /// Day on which a side published the text.
    Published {
        /// What is right.
        new: Date,
        /// What stands.
        old: Date,
        /// The side.
        side: Side,
    },
    /// Registered name of a covered employer.
    CoveredName {
        /// Key of the employer.
        employer: String,
        /// What is right.
        new: String,
        /// What stands.
        old: String,
    },
    /// Unified social credit code of a covered employer.
    CoveredUscc {
        /// Key of the employer.
        employer: String,
        /// What is right.
        new: String,
        /// What stands.
        old: String,
    },
    /// Workers of a covered employer.
    CoveredWorkers {
        /// Key of the employer.
        employer: String,
        /// What is right.
        new: u32,
        /// What stands.
        old: u32,
    },
    /// An employer that was put on the coverage list by mistake: it never was one of those to be covered.
    WronglyCovered {
        /// Key of the employer.
        employer: String,
    },
    /// Day on which an opinion of the union was received, or its receipt refused.
    LetterReceived {
        /// Number of the opinion, from 1.
        letter: u32,
        /// What is right.
        new: Date,
        /// What stands.
        old: Date,
    },
    /// Day from which the talks are suspended, while they are.
    SuspendedFrom {
        /// What is right.
        new: Date,
        /// What stands.
        old: Date,
    },
    /// Day on which the bureau took a dispute up, while it coordinates.
    CoordinationAccepted {
        /// What is right.
        new: Date,
        /// What stands.
        old: Date,
    },
}

/// The figures of a counting protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ballots {
    /// Abstentions.
    pub abstain: u32,
    /// Ballots given out.
    pub issued: u32,
    /// Votes against.
    pub no: u32,
    /// Present at the vote.
    pub present: u32,
    /// Ballots returned.
    pub returned: u32,
    /// All elected delegates, or all workers, on the day.
    pub total: u32,
    /// Votes in favour.
    pub yes: u32,
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
