//! How long the store waits for a server. One that is silent (a machine that is gone, a cable, a process that was stopped)
//! ends no connection and gives no error: without a limit everybody would wait for it for ever.
//!
//! Whoever gave up doesn't know what became of a write. [`StoreError::Unreachable`] says so; the same act asked again is
//! answered from its record, or recorded. A file has no such server: its disk is waited for.

use std::time::Duration;

use crate::StoreError;

/// For a connection: address, protection, password and settings take a few messages there and back.
pub(crate) const CONNECT: Duration = Duration::from_secs(3);

/// For a reader's connection, where all are taken: pages that wait longer are better told to come again.
pub(crate) const ACQUIRE: Duration = Duration::from_secs(10);

/// For an answer: three times as long as the longest wait for a lock, and as long as a request waits by default. A commit
/// waits for the synchronous standby within it.
pub(crate) const ANSWER: Duration = Duration::from_secs(30);

/// As long as it takes.
pub(crate) const FOR_EVER: Duration = Duration::MAX;

/// What comes of it within a while.
///
/// # Errors
/// Its own, or [`StoreError::Unreachable`] where nothing comes.
pub(crate) async fn in_time<T>(
    limit: Duration,
    what: impl Future<Output = Result<T, StoreError>>,
) -> Result<T, StoreError> {
    tokio::time::timeout(limit, what).await.unwrap_or(Err(StoreError::Unreachable))
}
