//! The draft agreement (草案): CC22 34(4), ZJ-CC 17, 19.

use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::section;
use crate::terms::Terms;

section! {
    /// The draft.
    DraftCommand {
        TableDraft = "table_draft",
        InitialDraft = "initial_draft",
    }
}

/// Puts the full text on the table; a new text takes the place of one that isn't initialled by both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableDraft {
    /// After an objection: only slips of the pen are mended, nothing of substance (decisions are for both chiefs).
    #[serde(default)]
    pub clerical: bool,
    /// The text.
    pub terms: Box<Terms>,
}

/// A chief initials the text; with the second initial agreement is reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InitialDraft {
    /// Digest of the text.
    pub terms: Digest,
}
