//! The timeline as data. Field names and order are those of `timeline.json`; dates are `2026-03-18`, instants RFC 3339
//! in Beijing time, amounts fen, basis points or plain numbers as their unit says.

mod duty;
mod entry;
mod gap;

pub use duty::{DutyRow, DutyState, Late, May, Missed, Next, Owed};
pub use entry::{Document, Entry, Note, NoteKind, RefusedRow};
pub use gap::{Agreed, Amount, Figure, Gap, Offer, SessionRow};

use law::rules::Profile;
use law::time::Moment;
use ledger::Digest;
use serde::Serialize;
use uuid::Uuid;

use crate::page::View;

/// A case from its first record to `until`.
#[derive(Clone, Debug, Serialize)]
pub struct Timeline {
    /// Title of the page.
    pub title: String,
    /// The case is made up and the page says so. Set by [`crate::build`] where a party's name says 虚构; the caller
    /// may set it.
    pub fictional: bool,
    /// Id of the case.
    pub case: Uuid,
    /// The human case number.
    pub number: Option<String>,
    /// Rule profile, once the case is opened.
    pub profile: Option<Profile>,
    /// Its name.
    pub profile_name: Option<String>,
    /// The enterprise.
    pub employer: Option<Party>,
    /// The union.
    pub union: Option<Party>,
    /// Flat name of the stage; `none` before the first record.
    pub stage: &'static str,
    /// Its name.
    pub stage_name: String,
    /// Number of records.
    pub records: u64,
    /// Hash of the last record.
    pub head: Digest,
    /// The instant up to which the case is told; days late of what is still owed are counted to its day.
    pub until: Moment,
    /// Who owes or may act next.
    pub next: Next,
    /// Who was late, in the order of the due dates.
    pub late: Vec<Late>,
    /// All duties that ever arose, in the order in which they arose.
    pub duties: Vec<DutyRow>,
    /// Sessions held.
    pub sessions: Vec<SessionRow>,
    /// Asks and offers, clause by clause in the order in which they came up.
    pub gap: Vec<Gap>,
    /// What happened, record by record.
    pub entries: Vec<Entry>,
    /// What was refused, in order of time.
    pub refusals: Vec<RefusedRow>,
    #[serde(skip)]
    pub(crate) view: View,
}

/// A side of the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Party {
    /// Registered name.
    pub name: String,
    /// Unified social credit code.
    pub uscc: String,
}
