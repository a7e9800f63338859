//! The cases that a worker carries through, each named by a number and always the same.

use std::sync::Arc;

use law::identity::{organisation_check, uscc_check};
use law::rules::Profile;
use model::history::{History, Step, book};
use model::random::Fault;
use negotiation::LawBook;
use uuid::Uuid;

/// Acts of one case before a worker's task goes on to the next.
pub const STEPS: usize = 24;

/// The law, and the histories that it allows.
#[derive(Clone)]
pub struct Cases {
    book: Arc<LawBook>,
}

impl Cases {
    /// The shipped law.
    ///
    /// # Errors
    /// Only where the shipped data is damaged.
    pub fn new() -> Result<Self, Fault> {
        Ok(Self { book: Arc::new(book()?) })
    }

    /// What decides.
    #[must_use]
    pub fn book(&self) -> Arc<LawBook> {
        Arc::clone(&self.book)
    }

    /// The acts of a case, in order, each with the records that it must leave.
    pub fn history(&self, number: u32) -> std::iter::Take<History<'_>> {
        self.long_history(number).take(STEPS)
    }

    /// The same without an end.
    #[must_use]
    pub fn long_history(&self, number: u32) -> History<'_> {
        let organisation = format!("{number:08}");
        let first = format!("91000000{organisation}{}", organisation_check(&organisation).unwrap_or('0'));
        let uscc = format!("{first}{}", uscc_check(&first).unwrap_or('0'));
        History::new(&self.book, profile(number), id(number), &uscc, u64::from(number))
    }

    /// All steps of a case.
    #[must_use]
    pub fn steps(&self, number: u32) -> Vec<Step> {
        self.history(number).collect()
    }
}

/// The profiles take turns.
#[must_use]
pub fn profile(number: u32) -> Profile {
    let all = Profile::ALL;
    all[number as usize % all.len()]
}

/// Id of a case.
#[must_use]
pub fn id(number: u32) -> Uuid {
    Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0000 | u128::from(number))
}
