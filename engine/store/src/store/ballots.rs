//! Ballots: reading the named half, and the box, on whichever database it is.
//!
//! Who may vote, and whether the ballot is still open by the clock, is the caller's question; a box that was closed takes
//! nothing more, whatever the clock says.

use ::ballot::{BallotBox, Entry, Register};
use law::time::Moment;
use ledger::Digest;
use uuid::Uuid;

use super::{Dialect, Store};
use crate::{BallotVoter, BoxKey, Cast, RollName, StoreError, StoredBallot, StoredRoll};

impl Store {
    /// A ballot; `None` where there is no such ballot.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn ballot(&self, ballot: Uuid) -> Result<Option<StoredBallot>, StoreError> {
        on!(self, store => store.ballot(ballot))
    }

    /// The ballots of a case, oldest first.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn ballots_of(&self, case: Uuid) -> Result<Vec<StoredBallot>, StoreError> {
        on!(self, store => store.ballots_of(case))
    }

    /// The published list of a ballot; `None` until it is kept.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn ballot_list(&self, case: Uuid, ballot: Uuid) -> Result<Option<Vec<u8>>, StoreError> {
        on!(self, store => store.ballot_list(case, ballot))
    }

    /// A page of the ballots whose list isn't kept yet, by id, after the given one.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn ballots_under_way(&self, after: Uuid, limit: u32) -> Result<Vec<StoredBallot>, StoreError> {
        on!(self, store => store.ballots_under_way(after, limit))
    }

    /// The ballots under way on whose roll a person is, and their number on it.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn ballots_for(&self, person: &str, limit: u32) -> Result<Vec<(StoredBallot, u32)>, StoreError> {
        on!(self, store => store.ballots_for(person, limit))
    }

    /// The newest rolls of a case, the newest first.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn ballot_rolls(&self, case: Uuid, limit: u32) -> Result<Vec<StoredRoll>, StoreError> {
        on!(self, store => store.ballot_rolls(case, limit))
    }

    /// A page of the names on a roll, by number, after the given one.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn roll_names(
        &self,
        case: Uuid,
        roll: Uuid,
        after: Option<u32>,
        limit: u32,
    ) -> Result<Vec<RollName>, StoreError> {
        on!(self, store => store.roll_names(case, roll, after, limit))
    }

    /// For how many hours before the close those who hadn't taken part were reminded, and when.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn ballot_reminders(&self, case: Uuid, ballot: Uuid) -> Result<Vec<(u32, Moment)>, StoreError> {
        on!(self, store => store.ballot_reminders(case, ballot))
    }

    /// Whose personal link this is, by its hash; `None` where it is nobody's.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn voter_of_link(&self, ballot: Uuid, link: Digest) -> Result<Option<BallotVoter>, StoreError> {
        on!(self, store => store.voter_of_link(ballot, link))
    }

    /// A page of the roll, by number, after the given one.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn ballot_voters(
        &self,
        case: Uuid,
        ballot: Uuid,
        after: Option<u32>,
        limit: u32,
    ) -> Result<Vec<BallotVoter>, StoreError> {
        on!(self, store => store.ballot_voters(case, ballot, after, limit))
    }

    /// Who took what; `None` where there is no such ballot.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn ballot_register(&self, case: Uuid, ballot: Uuid) -> Result<Option<Register>, StoreError> {
        on!(self, store => store.ballot_register(case, ballot))
    }

    /// Puts an empty box up, before its ballot is opened. A second time changes nothing.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn put_box_up(&self, ballot: Uuid, key: &BoxKey, voters: u32) -> Result<(), StoreError> {
        on!(self, store => store.urn.put_up(ballot, key, voters))
    }

    /// What lies with a box; `None` where there is no box, or it is closed.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn box_key(&self, ballot: Uuid) -> Result<Option<BoxKey>, StoreError> {
        on!(self, store => store.urn.key(ballot))
    }

    /// Puts a ballot into the box. It is on the disk when this answers; handed in again, it is there once.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn cast(&self, ballot: Uuid, entry: Entry) -> Result<Cast, StoreError> {
        on!(self, store => store.urn.cast(ballot, entry))
    }

    /// How many ballots are in a box; 0 where there is none.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn box_count(&self, ballot: Uuid) -> Result<usize, StoreError> {
        on!(self, store => store.urn.count(ballot))
    }

    /// Closes a box for good and gives what is in it; `None` where there is none. A second time gives the same.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn close_box(&self, ballot: Uuid) -> Result<Option<(BoxKey, BallotBox)>, StoreError> {
        on!(self, store => store.urn.seal(ballot))
    }

    /// Boxes that are closed and not destroyed: those that are being counted, and what a process left that died before it
    /// destroyed one.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn closed_boxes(&self) -> Result<Vec<Uuid>, StoreError> {
        on!(self, store => store.urn.closed())
    }

    /// Destroys a box whose list is kept.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn destroy_box(&self, ballot: Uuid) -> Result<(), StoreError> {
        on!(self, store => store.urn.destroy(ballot))
    }
}
