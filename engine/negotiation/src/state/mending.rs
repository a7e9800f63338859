//! Papers and corrections that wait for a second person.

use law::Date;

use crate::actor::Actor;
use crate::command::FactChange;

/// An act on paper that was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperEntry {
    /// Who did the act.
    pub actor: Actor,
    /// It was confirmed and counts.
    pub confirmed: bool,
    /// Who entered it.
    pub entered_by: Actor,
    /// Date on the paper.
    pub on: Date,
    /// The act as canonical JSON text.
    pub text: String,
}

/// A correction that was proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PendingCorrection {
    /// It was confirmed and stands.
    pub confirmed: bool,
    /// The fact.
    pub fact: FactChange,
    /// Who proposed it.
    pub proposed_by: Actor,
}
