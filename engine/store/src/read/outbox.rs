//! Messages that wait to be sent.

use law::time::Moment;
use uuid::Uuid;

use super::{Store, count, int, page, small};
use crate::{Delivery, Message, MessageId, StoreError};

pub(crate) const OUTBOX_DUE: &str = "
    select case_id, seq, part, kind, audience, payload, created_at_ms, attempts, next_at_ms,
        problem
    from outbox
    where sent_at_ms is null and next_at_ms <= $1
    order by next_at_ms, case_id, seq, part
    limit $2
";

pub(crate) const OUTBOX_FAILED: &str = "
    select case_id, seq, part, kind, audience, payload, created_at_ms, attempts, next_at_ms,
        problem
    from outbox
    where sent_at_ms is null and attempts > 0 and (created_at_ms, case_id, seq, part) > ($1, $2, $3, $4)
    order by created_at_ms, case_id, seq, part
    limit $5
";

pub(crate) const OUTBOX_FAR: &str = "
    select case_id, seq, part, kind, audience, payload, created_at_ms, attempts, next_at_ms,
        problem
    from outbox
    where sent_at_ms is null and next_at_ms > $1
    order by next_at_ms, case_id, seq, part
    limit $2
";

pub(crate) const MESSAGES_OF_CASE: &str = "
    select case_id, seq, part, kind, audience, payload, created_at_ms, attempts, next_at_ms,
        problem, sent_at_ms, delivered_at_ms, bounced_at_ms
    from outbox
    where case_id = $1 and (seq, part) > ($2, $3)
    order by seq, part
    limit $4
";

pub(crate) const REMINDERS: &str = "
    select duty, days
    from reminder
    where case_id = $1 and (duty, days) > ($2, $3)
    order by duty, days
    limit $4
";

impl Store {
    /// A page of what a case was reminded of; see [`crate::Store::reminders_of`].
    pub(crate) async fn reminders_of(
        &self,
        case: Uuid,
        after: Option<(&str, u32)>,
        limit: u32,
    ) -> Result<Vec<(String, u32)>, StoreError> {
        let (duty, days) = after.map_or(("", -1), |(duty, days)| (duty, i64::from(days)));
        let rows: Vec<(String, i64)> = sqlx::query_as(REMINDERS)
            .bind(case)
            .bind(duty)
            .bind(days)
            .bind(page(limit))
            .fetch_all(&mut *self.reader().await?)
            .await?;
        rows.into_iter().map(|(duty, days)| Ok((duty, small("reminder.days", days)?))).collect()
    }

    /// A page of a case's messages with what became of them; see [`crate::Store::messages_of`].
    pub(crate) async fn messages_of(
        &self,
        case: Uuid,
        after: Option<(u64, u32)>,
        limit: u32,
    ) -> Result<Vec<Delivery>, StoreError> {
        let (seq, part) = after.map_or((0, -1), |(seq, part)| (int(seq), i64::from(part)));
        let rows: Vec<DeliveryRow> = sqlx::query_as(MESSAGES_OF_CASE)
            .bind(case)
            .bind(seq)
            .bind(part)
            .bind(page(limit))
            .fetch_all(&mut *self.reader().await?)
            .await?;
        rows.into_iter().map(delivery).collect()
    }

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

impl Store {
    /// A page of messages that failed and aren't sent; see [`crate::Store::outbox_failed`].
    pub(crate) async fn outbox_failed(&self, after: Option<&Message>, limit: u32) -> Result<Vec<Message>, StoreError> {
        let (created, MessageId { case, seq, part }) = after
            .map_or((i64::MIN, MessageId { case: Uuid::nil(), seq: 0, part: 0 }), |message| {
                (message.created_at.millis(), message.id)
            });
        let query = sqlx::query_as(OUTBOX_FAILED).bind(created).bind(case).bind(int(seq)).bind(i64::from(part));
        let rows: Vec<Row> = query.bind(page(limit)).fetch_all(&mut *self.reader().await?).await?;
        rows.into_iter().map(message).collect()
    }

    /// Messages that nobody tries before an instant; see [`crate::Store::outbox_far`].
    pub(crate) async fn outbox_far(&self, beyond: Moment, limit: u32) -> Result<Vec<Message>, StoreError> {
        let query = sqlx::query_as(OUTBOX_FAR).bind(beyond.millis()).bind(page(limit));
        let rows: Vec<Row> = query.fetch_all(&mut *self.reader().await?).await?;
        rows.into_iter().map(message).collect()
    }
}

type DeliveryRow =
    (Uuid, i64, i64, String, String, String, i64, i64, i64, Option<String>, Option<i64>, Option<i64>, Option<i64>);

fn delivery(row: DeliveryRow) -> Result<Delivery, StoreError> {
    let (case, seq, part, kind, audience, payload, created, attempts, next, problem, sent, delivered, bounced) = row;
    Ok(Delivery {
        message: message((case, seq, part, kind, audience, payload, created, attempts, next, problem))?,
        sent_at: sent.map(Moment::from_millis),
        delivered_at: delivered.map(Moment::from_millis),
        bounced_at: bounced.map(Moment::from_millis),
    })
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
