//! Messages to send.

use law::time::Moment;

use super::{Connection, Script, int};
use crate::{Message, MessageId, StoreError};

pub(crate) const INSERT_MESSAGES: (&str, &str) = (
    "
    insert into outbox (case_id, seq, part, kind, audience, payload, created_at_ms, next_at_ms)
    ",
    "",
);

pub(crate) const SENT: &str = "
    update outbox
    set sent_at_ms = $1, attempts = attempts + 1
    where case_id = $2 and seq = $3 and part = $4 and sent_at_ms is null
";

pub(crate) const RETRY: &str = "
    update outbox
    set next_at_ms = $1, attempts = attempts + 1
    where case_id = $2 and seq = $3 and part = $4 and sent_at_ms is null
";

/// Puts messages into the outbox, due at once.
pub(crate) fn insert(script: &mut Script, messages: &[Message]) {
    script.add(INSERT_MESSAGES, 8, messages, |row, message| {
        row.push_bind(message.id.case)
            .push_bind(int(message.id.seq))
            .push_bind(i64::from(message.id.part))
            .push_bind(message.kind.clone())
            .push_bind(message.audience.clone())
            .push_bind(message.payload.clone())
            .push_bind(message.created_at.millis())
            .push_bind(message.created_at.millis());
    });
}

/// Marks a message as sent.
pub(crate) async fn sent(connection: &mut Connection, id: MessageId, at: Moment) -> Result<bool, StoreError> {
    settle(connection, SENT, id, at).await
}

/// Sets the next attempt at a message.
pub(crate) async fn retry(connection: &mut Connection, id: MessageId, next_at: Moment) -> Result<bool, StoreError> {
    settle(connection, RETRY, id, next_at).await
}

async fn settle(connection: &mut Connection, sql: &'static str, id: MessageId, at: Moment) -> Result<bool, StoreError> {
    let done = sqlx::query(sql)
        .bind(at.millis())
        .bind(id.case)
        .bind(int(id.seq))
        .bind(i64::from(id.part))
        .execute(connection)
        .await?;
    Ok(done.rows_affected() == 1)
}
