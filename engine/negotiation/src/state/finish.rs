//! Stages off the straight path: refused, suspended, in dispute, and those in which a case ends.

use law::Date;
use law::time::Moment;
use uuid::Uuid;

use super::{Effective, Offer, Signed, Stage};
use crate::actor::{Side, Sides};
use crate::command::{BreachOutcome, ChildKind, DisputeItem, ProposeSuspension};

/// The offer was refused; a late acceptance is still possible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The offer.
    pub offer: Offer,
    /// The reason given.
    pub reason: String,
    /// When the offer was received.
    pub received_at: Moment,
    /// When it was refused.
    pub refused_at: Moment,
}

/// The talks are suspended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suspended {
    /// What was proposed and agreed.
    pub agreed: ProposeSuspension,
    /// Which sides agreed.
    pub consents: Sides<bool>,
    /// Who proposed it.
    pub proposed_by: Side,
    /// From when.
    pub since: Moment,
    /// The stage to which the case returns: negotiating or renegotiating.
    pub within: Box<Stage>,
}

/// A suspension that ended or runs: its days count towards the cap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    /// First day.
    pub from: Date,
    /// Day of resumption; none while it runs.
    pub to: Option<Date>,
}

/// The bureau is asked to coordinate, or does; or a suspension ran out and nobody has asked yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disputed {
    /// When the bureau took it up.
    pub accepted_at: Option<Moment>,
    /// Who applied; none where the bureau stepped in of itself, and after a suspension that ran out.
    pub applied_by: Side,
    /// When it was applied for, or when the suspension ran out.
    pub applied_at: Moment,
    /// Calendar days by which the bureau's period was extended.
    pub extended_days: u16,
    /// What is in dispute; empty until somebody applies.
    pub items: Vec<DisputeItem>,
    /// The bureau's registry number.
    pub number: Option<String>,
    /// The suspension that ran out, while nobody has asked the bureau.
    pub rested: Option<Box<Rested>>,
    /// The stage to which the case returns: refused, preparing, ready, negotiating or renegotiating.
    pub within: Box<Stage>,
}

/// What was agreed on a suspension that ran out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rested {
    /// What was proposed and agreed.
    pub agreed: ProposeSuspension,
    /// Which sides agreed.
    pub consents: Sides<bool>,
    /// Who proposed it.
    pub proposed_by: Side,
    /// From when.
    pub since: Moment,
}

impl Disputed {
    /// A suspension ran out; nobody has applied, the bureau has not stepped in.
    #[must_use]
    pub const fn is_unasked(&self) -> bool {
        self.items.is_empty() && self.accepted_at.is_none()
    }
}

/// Ended without an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    /// When.
    pub at: Moment,
    /// Why.
    pub reason: CloseReason,
}

/// Why a negotiation ended without an agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CloseReason {
    /// The offering side withdrew an offer that was not answered.
    Withdrawn,
    /// Both sides gave the negotiation up.
    GivenUp,
    /// The bureau's coordination brought no agreement (CC22 54).
    CoordinationFailed,
    /// The bureau found no ground in the letters (ZJ-CC 42).
    NoGround,
}

/// An agreement that ran its course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// The agreement as it stood.
    pub effective: Box<Effective>,
    /// The day from which it is no longer in force.
    pub on: Date,
    /// Why.
    pub reason: EndReason,
}

/// Why an agreement is no longer in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndReason {
    /// Its term is over (ZJ-CC 30(1)).
    Expired,
    /// The agreed condition came (ZJ-CC 30(1), WN9 7).
    ConditionMet,
    /// An amended text took its place (ZJ-CC 33).
    Amended,
    /// It was rescinded (ZJ-CC 33).
    Rescinded,
}

/// A rescission case that did what it was for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rescinded {
    /// The day from which the parent is no longer in force.
    pub on: Date,
    /// Its record with the bureau.
    pub recorded: Option<Recorded>,
    /// The agreement to rescind, as signed.
    pub signed: Box<Signed>,
}

/// The record of a rescission with the bureau.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// When.
    pub at: Moment,
    /// The bureau's receipt number.
    pub number: String,
}

/// A case that hangs on this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Child {
    /// Its id.
    pub case: Uuid,
    /// It has ended.
    pub ended: bool,
    /// What it is to do.
    pub kind: ChildKind,
    /// First day of what came of it, where it succeeded.
    pub on: Option<Date>,
}

/// A clause that the union says isn't kept. Its number is its place in the list, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// When it was stated.
    pub at: Moment,
    /// Id of the clause.
    pub clause: String,
    /// The facts in words.
    pub facts: String,
    /// How it ended.
    pub settled: Option<Settled>,
}

/// How a stated breach ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settled {
    /// When.
    pub at: Moment,
    /// How.
    pub outcome: BreachOutcome,
}
