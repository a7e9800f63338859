//! What a timeline needs beyond the records: names from erasable rows, and commands that were refused.

use std::collections::BTreeMap;

use law::time::Moment;
use negotiation::Capacity;

/// Names of persons. Records carry ids only; a person whose row is erased is shown by the id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Name by person id.
    pub persons: BTreeMap<String, String>,
}

/// A command that was refused. It is in no record; whoever asked for it knows of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Name of the person who gave the command.
    pub actor: String,
    /// When it was refused.
    pub at: Moment,
    /// In what capacity it was given.
    pub capacity: Capacity,
    /// Articles behind the rule, as they are shown.
    pub citation: Vec<String>,
    /// Flat name of the command.
    pub command: &'static str,
    /// What was found, as a sentence.
    pub found: String,
    /// What to do next, as a sentence.
    pub remedy: String,
    /// What the rule requires, as a sentence.
    pub required: String,
    /// Rule id.
    pub rule: String,
}
