//! How somebody wants to be reminded: reading it, on whichever database it is.

use uuid::Uuid;

use super::{Dialect, Store};
use crate::{Notice, StoreError};

impl Store {
    /// How an account wants to be reminded of last days; of each at once where it never said.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn notice(&self, account: Uuid) -> Result<Notice, StoreError> {
        on!(self, store => store.notice(account))
    }
}
