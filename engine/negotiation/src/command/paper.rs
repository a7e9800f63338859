//! Acts done on paper: entered by one, confirmed by a second, counted from the date on the paper.

use law::Date;
use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::{Command, section};
use crate::actor::Actor;

section! {
    /// Acts done on paper.
    PaperCommand {
        EnterPaper = "enter_paper",
        ConfirmPaper = "confirm_paper",
    }
}

/// Enters an act that was done on paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnterPaper {
    /// What was done.
    pub act: Box<Command>,
    /// Who did it.
    pub actor: Actor,
    /// Date on the paper.
    pub on: Date,
    /// SHA-256 of the scan.
    pub scan: Digest,
}

/// Confirms an entry; from now on the act counts, with the date on the paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConfirmPaper {
    /// Number of the entry in the case, from 1.
    pub entry: u32,
}
