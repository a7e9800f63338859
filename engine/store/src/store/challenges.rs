//! Challenges to rolls, on whichever database it is.

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
}
