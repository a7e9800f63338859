//! Messages that wait: shown with what went wrong and when they are tried next, and tried again at once where somebody has
//! mended what was wrong.

use std::sync::Arc;

use law::time::Moment;
use negotiation::LawBook;
use store::{Chore, Message, MessageId, Place, Snapshot, Store, WriterOptions};

use crate::OperationError;

/// What was put to be tried again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retried {
    /// Messages that are due now.
    pub due: u64,
    /// Messages that a worker took meanwhile.
    pub taken: u64,
}

/// Messages that aren't sent, by when they are tried next, at most so many; with `failed` only those that failed before.
///
/// # Errors
/// The database fails.
pub async fn outbox_waiting(place: &Place, failed: bool, limit: u32) -> Result<Vec<Message>, OperationError> {
    let store = open(place).await?;
    let mut waiting = store.outbox_due(Moment::from_millis(i64::MAX), limit).await?;
    store.close().await;
    waiting.retain(|message| !failed || message.attempts > 0);
    Ok(waiting)
}

/// Makes messages due now: that of this name, or all that failed before, a thousand at most.
///
/// # Errors
/// The database fails.
pub async fn outbox_retry(
    place: &Place,
    one: Option<MessageId>,
    now: Moment,
    book: LawBook,
) -> Result<Retried, OperationError> {
    let waiting = outbox_waiting(place, one.is_none(), store::MAX_PAGE).await?;
    let store = open(place).await?;
    let (writer, task) = store.writer(Arc::new(book), WriterOptions::default()).await?;
    let mut retried = Retried { due: 0, taken: 0 };
    for message in waiting.iter().filter(|message| one.is_none_or(|one| message.id == one)) {
        let again = Chore::Claim { id: message.id, seen: message.next_at, until: now };
        let done = writer.chore(again).await?;
        retried.due += u64::from(done);
        retried.taken += u64::from(!done);
    }
    drop(writer);
    task.stopped().await;
    store.close().await;
    Ok(retried)
}

/// A store that is there already.
async fn open(place: &Place) -> Result<Store, OperationError> {
    Snapshot::of(place).await?.close().await?;
    Ok(Store::open(place).await?)
}
