//! Messages that wait, and what became of them.

use law::time::Moment;
use uuid::Uuid;

use super::{Dialect, Store};
use crate::{Delivery, Message, StoreError};

impl Store {
    /// Messages whose next attempt is due at or before an instant, earliest first. A worker takes
    /// them ([`crate::Chore::Claim`]) and settles them ([`crate::Chore::Sent`], [`crate::Chore::Retry`]), so the first
    /// page is enough. The far future as `by` shows all that aren't sent, with what went wrong.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn outbox_due(&self, by: Moment, limit: u32) -> Result<Vec<Message>, StoreError> {
        on!(self, store => store.outbox_due(by, limit))
    }

    /// A page of messages that failed before and aren't sent, the oldest first, after the given one, whenever they are tried
    /// next.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn outbox_failed(&self, after: Option<&Message>, limit: u32) -> Result<Vec<Message>, StoreError> {
        on!(self, store => store.outbox_failed(after, limit))
    }

    /// Messages whose next attempt comes after an instant only, that nearest first: with one later than any attempt is put
    /// off, those that a process took whose clock was ahead.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn outbox_far(&self, beyond: Moment, limit: u32) -> Result<Vec<Message>, StoreError> {
        on!(self, store => store.outbox_far(beyond, limit))
    }

    /// A page of a case's messages in the order of their records, with what became of them, after the given record and
    /// part.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn messages_of(
        &self,
        case: Uuid,
        after: Option<(u64, u32)>,
        limit: u32,
    ) -> Result<Vec<Delivery>, StoreError> {
        on!(self, store => store.messages_of(case, after, limit))
    }

    /// A page of the duties of which everyone in a case was reminded, with the days before the last one for which each
    /// reminder was meant, in this order, after the given one.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn reminders_of(
        &self,
        case: Uuid,
        after: Option<(&str, u32)>,
        limit: u32,
    ) -> Result<Vec<(String, u32)>, StoreError> {
        on!(self, store => store.reminders_of(case, after, limit))
    }
}
