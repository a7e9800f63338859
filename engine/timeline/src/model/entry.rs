//! What happened, record by record, and what was refused.

use law::time::Moment;
use ledger::Digest;
use negotiation::{Capacity, Side};
use serde::Serialize;

/// A record, told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Number of the record, from 1.
    pub seq: u64,
    /// Recording time.
    pub at: Moment,
    /// Legal instant, where it differs from the recording time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effective_at: Option<Moment>,
    /// Name of the actor.
    pub actor: String,
    /// In what capacity.
    pub capacity: Capacity,
    /// Name of the capacity.
    pub capacity_name: String,
    /// For which side.
    pub side: Side,
    /// Flat name of the command.
    pub command: String,
    /// Name of the command.
    pub command_name: String,
    /// What happened, one sentence.
    pub text: String,
    /// Details, one sentence each.
    pub details: Vec<String>,
    /// What follows for dates, defaults and checks.
    pub notes: Vec<Note>,
    /// Done or received on paper.
    pub paper: bool,
    /// A correction.
    pub correction: bool,
    /// Somebody was late.
    pub late: bool,
    /// Documents recorded.
    pub documents: Vec<Document>,
    /// Hash of the record.
    pub hash: Digest,
}

/// A consequence of an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// Of what kind.
    pub kind: NoteKind,
    /// Sentence.
    pub text: String,
}

/// Kinds of consequences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteKind {
    /// A duty arose or its dates changed.
    Due,
    /// A duty was met in time.
    Met,
    /// Somebody is or was late.
    Late,
    /// A period ended in silence, which has effect.
    Lapsed,
    /// A duty or a default no longer stands.
    Withdrawn,
    /// A check that doesn't stop the act.
    Check,
    /// A check for which there was no data.
    Unchecked,
}

/// A document that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Document {
    /// Name of the paper.
    pub name: String,
    /// Number in the case.
    pub number: String,
    /// Version, from 1.
    pub version: u32,
    /// SHA-256 of the PDF.
    pub pdf: Digest,
}

/// A command that was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RefusedRow {
    /// When.
    pub at: Moment,
    /// Name of the actor.
    pub actor: String,
    /// In what capacity.
    pub capacity: Capacity,
    /// Name of the capacity.
    pub capacity_name: String,
    /// Flat name of the command.
    pub command: &'static str,
    /// Its name.
    pub command_name: String,
    /// Rule id.
    pub rule: String,
    /// What was found.
    pub found: String,
    /// What the rule requires.
    pub required: String,
    /// What to do next.
    pub remedy: String,
    /// Articles.
    pub citation: Vec<String>,
}
