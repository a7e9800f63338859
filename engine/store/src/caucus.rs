//! What a side says among itself in a case: notes without legal effect, beside the chain of records.

use law::time::Moment;
use negotiation::Side;
use uuid::Uuid;

use crate::Hidden;

/// A note of a side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaucusNote {
    /// The case.
    pub case: Uuid,
    /// Whose note it is; a note of no side can't be stored.
    pub side: Side,
    /// Its id.
    pub id: Uuid,
    /// Who wrote it.
    pub account: Uuid,
    /// When.
    pub at: Moment,
    /// The words; `None` once erased.
    pub text: Option<Hidden<String>>,
}

/// A write about notes of a side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaucusChore {
    /// Adds a note. The same id a second time changes nothing.
    Say(CaucusNote),
    /// Erases the words of a note; nothing changes where it is somebody else's.
    Erase {
        /// The case.
        case: Uuid,
        /// The side.
        side: Side,
        /// The note.
        id: Uuid,
        /// Who wrote it.
        account: Uuid,
        /// When.
        at: Moment,
    },
}
