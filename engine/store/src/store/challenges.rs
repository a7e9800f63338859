//! Challenges to rolls and attendance registers, on whichever database it is.

use uuid::Uuid;

use super::{Dialect, Store};
use crate::{StoreError, StoredChallenge};

impl Store {
    /// A page of the challenges to a roll, oldest first, after the given one.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn challenges(
        &self,
        case: Uuid,
        roll: Uuid,
        after: Uuid,
        limit: u32,
    ) -> Result<Vec<StoredChallenge>, StoreError> {
        on!(self, store => store.challenges(case, roll, after, limit))
    }

    /// The oldest challenges to any roll of a case that wait for an answer.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn open_challenges(&self, case: Uuid, limit: u32) -> Result<Vec<StoredChallenge>, StoreError> {
        on!(self, store => store.open_challenges(case, limit))
    }

    /// A page of the challenges to the attendance register of a ballot, oldest first, after the given one; the ballot stands
    /// in the place of the roll.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn objections(
        &self,
        case: Uuid,
        ballot: Uuid,
        after: Uuid,
        limit: u32,
    ) -> Result<Vec<StoredChallenge>, StoreError> {
        on!(self, store => store.objections(case, ballot, after, limit))
    }

    /// The oldest challenges to any attendance register of a case that wait for an answer.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn open_objections(&self, case: Uuid, limit: u32) -> Result<Vec<StoredChallenge>, StoreError> {
        on!(self, store => store.open_objections(case, limit))
    }
}
