//! Notes of a side: reading them, on whichever database it is.

use law::time::Moment;
use negotiation::Side;
use uuid::Uuid;

use super::{Dialect, Store};
use crate::{CaucusNote, StoreError};

impl Store {
    /// A page of what a side says among itself in a case, newest first, before the given instant and note.
    ///
    /// Who may read it is the caller's question.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn caucus(
        &self,
        case: Uuid,
        side: Side,
        before: Option<(Moment, Uuid)>,
        limit: u32,
    ) -> Result<Vec<CaucusNote>, StoreError> {
        on!(self, store => store.caucus(case, side, before, limit))
    }
}
