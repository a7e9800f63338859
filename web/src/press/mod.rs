//! The press: a job of the server that makes papers after the acts that call for them.
//!
//! It hears of every case that moves on and looks through all cases at its start, every hour and on every new day, so
//! that a paper that was missed is made and a renewal is reminded of on its day. What a case is to have follows from its
//! records ([`crate::paper::course`]); what it has stands in them; the press makes the difference. Two presses make the
//! same paper under the same act id, so that it is recorded once.

mod case;
mod file;
mod rolls;
mod rounds;

use std::sync::Arc;

use documents::Typesetter;
use law::time::Moment;
use negotiation::{Corrupt, Impossible, LawBook};
use service::{Desk, Job};
use store::{Store, StoreError, SubmitError};
use uuid::Uuid;

use crate::paper::course::Made;
use crate::references;
pub use case::{Due, Plan, Pressed};

/// Why the papers of a case can't be made now.
#[derive(Debug, thiserror::Error)]
pub enum PressError {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A paper that is made isn't taken.
    #[error(transparent)]
    Submit(#[from] SubmitError),
    /// A record can't be read.
    #[error(transparent)]
    Corrupt(#[from] Corrupt),
    /// The history contradicts itself.
    #[error(transparent)]
    Impossible(#[from] Impossible),
    /// The rule edition of the case isn't in the law book.
    #[error("no rule edition {0}")]
    Rules(ledger::Digest),
    /// The case moves on faster than its papers are made; the next round looks again.
    #[error("the case keeps moving")]
    Moving,
    /// The typesetter broke down; a fault of the program.
    #[error("typesetting panicked")]
    Panicked,
}

/// A press. Cheap to clone.
#[derive(Clone)]
pub struct Press {
    book: Arc<LawBook>,
    desk: Desk,
    /// Every case is made up, and every page says so.
    fictional: bool,
    typesetter: Arc<Typesetter>,
}

impl Press {
    /// A press at a desk, with the law by which the desk decides.
    #[must_use]
    pub const fn new(desk: Desk, book: Arc<LawBook>, typesetter: Arc<Typesetter>, fictional: bool) -> Self {
        Self { book, desk, fictional, typesetter }
    }

    /// Keeps the rules, data sets and templates that records will name.
    ///
    /// # Errors
    /// The store fails.
    pub async fn keep_references(&self) -> Result<(), StoreError> {
        for chore in references::chores(&self.book, "shipped-load", "shipped-confirm") {
            self.desk.chore(chore).await?;
        }
        Ok(())
    }

    /// Makes the papers that a case is to have by now and doesn't have.
    ///
    /// # Errors
    /// See [`PressError`]. A paper that can't be made is told in the log and doesn't stop the others.
    pub async fn press(&self, case: Uuid) -> Result<Pressed, PressError> {
        case::press(self, case).await
    }
}

/// What a case that is made up is to have by an instant, less what is in `made`: nothing is made or recorded.
///
/// # Errors
/// See [`PressError`].
pub async fn plan(store: &Store, book: &LawBook, case: Uuid, now: Moment, made: &Made) -> Result<Plan, PressError> {
    case::plan(&file::File::read(store, case).await?, book, true, now, made)
}

/// The press as a job of a server.
#[must_use]
pub fn job(book: Arc<LawBook>, typesetter: Arc<Typesetter>, fictional: bool) -> Job {
    Box::new(move |desk, stop| {
        Box::pin(async move {
            let press = Press::new(desk, book, typesetter, fictional);
            rounds::run(&press, stop).await;
        })
    })
}
