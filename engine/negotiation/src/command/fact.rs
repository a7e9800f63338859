//! Recorded facts that can be corrected, each with what stands and what is right.

use law::Date;
use serde::{Deserialize, Serialize};

use super::{DatedAct, UnionProposal};
use crate::actor::{PersonRef, Side};

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
    /// Day from which the talks are or were suspended.
    SuspendedFrom {
        /// What is right.
        new: Date,
        /// What stands.
        old: Date,
    },
    /// Day on which the bureau took a dispute up.
    CoordinationAccepted {
        /// What is right.
        new: Date,
        /// What stands.
        old: Date,
    },
    /// Day of an act that has no fact of its own above.
    Done {
        /// Which act.
        act: DatedAct,
        /// What is right.
        new: Date,
        /// Which of its kind on that side, in the order in which they were recorded, from 1.
        number: u32,
        /// What stands.
        old: Date,
        /// The side whose act it is; none for acts of the bureau, of a congress, of both.
        side: Side,
    },
    /// Day on which suspended talks went on, from the resumption on.
    SuspendedTo {
        /// What is right.
        new: Date,
        /// What stands.
        old: Date,
    },
    /// Disabled workers.
    Disabled {
        /// What is right.
        new: u32,
        /// What stands.
        old: u32,
    },
    /// Region of the enterprise, for minimum wage and guideline.
    Region {
        /// What is right.
        new: String,
        /// What stands.
        old: String,
    },
    /// Legal representative of the employer.
    LegalRep {
        /// What is right.
        new: PersonRef,
        /// What stands.
        old: PersonRef,
    },
    /// Chair of the union.
    UnionChair {
        /// What is right.
        new: PersonRef,
        /// What stands.
        old: PersonRef,
    },
    /// Place of a session.
    SessionPlace {
        /// What is right.
        new: String,
        /// What stands.
        old: String,
        /// Number of the session, from 1.
        session: u32,
    },
    /// Materials filed.
    Materials {
        /// What is right.
        new: Vec<String>,
        /// What stands.
        old: Vec<String>,
    },
    /// Receipt number of a recorded rescission.
    RescissionNumber {
        /// What is right.
        new: String,
        /// What stands.
        old: String,
    },
    /// Number of a decision of the bureau.
    OrderNumber {
        /// What is right.
        new: String,
        /// What stands.
        old: String,
        /// Which decision, from 1.
        order: u32,
    },
    /// Registry number of a dispute, while the bureau coordinates.
    CoordinationNumber {
        /// What is right.
        new: String,
        /// What stands.
        old: String,
    },
    /// Unions of enterprises that asked for an offer, and how many there are (NB 27).
    UnionsAsked {
        /// What is right.
        new: UnionProposal,
        /// What stands.
        old: UnionProposal,
    },
    /// Day on which the own congress of a covered employer voted.
    OwnVoteHeld {
        /// Key of the employer.
        employer: String,
        /// What is right.
        new: Date,
        /// What stands.
        old: Date,
    },
    /// Figures of the protocol of a covered employer's own congress; the outcome of the vote stays.
    OwnVoteCount {
        /// Key of the employer.
        employer: String,
        /// What is right.
        new: Ballots,
        /// What stands.
        old: Ballots,
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
