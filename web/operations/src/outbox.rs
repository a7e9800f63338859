//! Messages that wait: shown with what went wrong and when they are tried next, and tried again at once where somebody has
//! mended what was wrong.

use std::sync::Arc;

use law::time::Moment;
use negotiation::LawBook;
use store::{Chore, MAX_PAGE, Message, MessageId, Place, Snapshot, Store, WriterOptions};

use crate::OperationError;

/// What was put to be tried again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retried {
    /// Messages that are due now.
    pub due: u64,
    /// Messages that a worker took meanwhile.
    pub taken: u64,
}

/// Messages that aren't sent, at most so many: by when they are tried next, or with `failed` only those that failed before,
/// the oldest first.
///
/// # Errors
/// The database fails.
pub async fn outbox_waiting(place: &Place, failed: bool, limit: u32) -> Result<Vec<Message>, OperationError> {
    let store = open(place).await?;
    let waiting = match failed {
        true => store.outbox_failed(None, limit).await?,
        false => store.outbox_due(Moment::from_millis(i64::MAX), limit).await?,
    };
    store.close().await;
    Ok(waiting)
}

/// Makes messages due now: that of this name, or all that failed before.
///
/// # Errors
/// The database fails.
pub async fn outbox_retry(
    place: &Place,
    one: Option<MessageId>,
    now: Moment,
    book: LawBook,
) -> Result<Retried, OperationError> {
    let store = open(place).await?;
    let (writer, task) = store.writer(Arc::new(book), WriterOptions::default()).await?;
    let mut retried = Retried { due: 0, taken: 0 };
    let mut page = match one {
        Some(one) => named(&store, one).await?,
        None => store.outbox_failed(None, MAX_PAGE).await?,
    };
    while let Some(last) = page.last().cloned() {
        for message in page {
            let again = Chore::Claim { id: message.id, seen: message.next_at, until: now };
            let done = writer.chore(again).await?;
            retried.due += u64::from(done);
            retried.taken += u64::from(!done);
        }
        page = match one {
            Some(_) => Vec::new(),
            None => store.outbox_failed(Some(&last), MAX_PAGE).await?,
        };
    }
    drop(writer);
    task.stopped().await;
    store.close().await;
    Ok(retried)
}

/// The message of this name, where it isn't sent.
async fn named(store: &Store, id: MessageId) -> Result<Vec<Message>, OperationError> {
    // The page after the one before it; of the first part of a record, after the last of the record before.
    let before = id.part.checked_sub(1).map_or((id.seq.saturating_sub(1), u32::MAX), |part| (id.seq, part));
    let found = store.messages_of(id.case, Some(before), 1).await?;
    let own = found.into_iter().filter(|it| it.message.id == id && it.sent_at.is_none());
    Ok(own.map(|it| it.message).collect())
}

/// A store that is there already.
async fn open(place: &Place) -> Result<Store, OperationError> {
    Snapshot::of(place).await?.close().await?;
    Ok(Store::open(place).await?)
}
