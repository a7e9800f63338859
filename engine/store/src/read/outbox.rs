//! Messages that wait to be sent.

use law::time::Moment;
use uuid::Uuid;

use super::{Store, count, page, small};
use crate::{Message, MessageId, StoreError};

pub(crate) const OUTBOX_DUE: &str = "
    select case_id, seq, part, kind, audience, payload, created_at_ms, attempts, next_at_ms,
        problem
    from outbox
    where sent_at_ms is null and next_at_ms <= $1
    order by next_at_ms, case_id, seq, part
    limit $2
";

impl Store {
    /// Messages whose next attempt is due at or before an instant, earliest first; see [`crate::Store::outbox_due`].
    pub(crate) async fn outbox_due(&self, by: Moment, limit: u32) -> Result<Vec<Message>, StoreError> {
        let rows: Vec<Row> = sqlx::query_as(OUTBOX_DUE)
            .bind(by.millis())
            .bind(page(limit))
            .fetch_all(&mut *self.reader().await?)
            .await?;
        rows.into_iter().map(message).collect()
    }
}

type Row = (Uuid, i64, i64, String, String, String, i64, i64, i64, Option<String>);

fn message(row: Row) -> Result<Message, StoreError> {
    let (case, seq, part, kind, audience, payload, created_at, attempts, next_at, problem) = row;
    Ok(Message {
        id: MessageId { case, seq: count("outbox.seq", seq)?, part: small("outbox.part", part)? },
        kind,
        audience,
        payload,
        created_at: Moment::from_millis(created_at),
        attempts: small("outbox.attempts", attempts)?,
        next_at: Moment::from_millis(next_at),
        problem,
    })
}
