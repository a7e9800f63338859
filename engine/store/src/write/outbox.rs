//! Messages to send.

use law::time::Moment;
use uuid::Uuid;

use super::super::dialect::Db;
use super::{Connection, Row, Script, Set, int, one};
use crate::{Message, MessageId, StoreError};

/// Audience of a message for everyone who belongs to the case.
pub(crate) const EVERYONE: &str = "case";

pub(crate) const INSERT_MESSAGES: Set = Set {
    start: "
    insert into outbox (case_id, seq, part, kind, audience, payload, created_at_ms, next_at_ms)
    ",
    end: "",
    columns: 8,
};

pub(crate) const SENT: &str = "
    update outbox
    set sent_at_ms = $1, attempts = attempts + 1
    where case_id = $2 and seq = $3 and part = $4 and sent_at_ms is null
";

pub(crate) const CLAIM: &str = "
    update outbox
    set next_at_ms = $1
    where case_id = $2 and seq = $3 and part = $4 and sent_at_ms is null and next_at_ms = $5
";

pub(crate) const RETRY: &str = "
    update outbox
    set next_at_ms = $1, attempts = attempts + 1, problem = $5
    where case_id = $2 and seq = $3 and part = $4 and sent_at_ms is null
";

pub(crate) const DELIVERED: &str = "
    update outbox
    set delivered_at_ms = $1
    where case_id = $2 and seq = $3 and part = $4 and delivered_at_ms is null
";

pub(crate) const BOUNCED: &str = "
    update outbox
    set bounced_at_ms = $1, problem = $5
    where case_id = $2 and seq = $3 and part = $4 and bounced_at_ms is null
";

pub(crate) const LEASE: &str = "
    insert into lease (name, holder, until_ms)
    values ($1, $2, $3)
    on conflict (name) do update
    set holder = excluded.holder, until_ms = excluded.until_ms
    where lease.holder = excluded.holder or lease.until_ms <= $4 or lease.until_ms > $5
";

pub(crate) const INSERT_REMINDER: &str = "
    insert into reminder (case_id, duty, days, at_ms)
    values ($1, $2, $3, $4)
    on conflict do nothing
";

/// The message of a reminder hangs on the newest record. Its part leaves room for one message to each person before the
/// next reminder's, which counts one more.
pub(crate) const INSERT_REMINDING: &str = "
    insert into outbox (case_id, seq, part, kind, audience, payload, created_at_ms, next_at_ms)
    select case_id, seq, 10000 * (select count(*) from reminder where reminder.case_id = $1), 'reminder', $2, $3, $4, $4
    from case_head
    where case_id = $1
";

/// Puts messages into the outbox, due at once.
pub(crate) fn insert(script: &mut Script, messages: Vec<Message>) {
    script.add(INSERT_MESSAGES, messages, bind);
}

fn bind(row: &mut Row<'_>, message: Message) {
    row.id(message.id.case)
        .int(int(message.id.seq))
        .int(i64::from(message.id.part))
        .text(message.kind)
        .text(message.audience)
        .text(message.payload)
        .int(message.created_at.millis())
        .int(message.next_at.millis());
}

/// Marks a message as sent.
pub(crate) async fn sent(connection: &mut Connection, id: MessageId, at: Moment) -> Result<bool, StoreError> {
    changed(connection, about(SENT, id, at)).await
}

/// Takes a message until an instant, where nobody else has taken it since it was read as due at `seen`.
pub(crate) async fn claim(
    connection: &mut Connection,
    id: MessageId,
    seen: Moment,
    until: Moment,
) -> Result<bool, StoreError> {
    changed(connection, about(CLAIM, id, until).bind(seen.millis())).await
}

/// Sets the next attempt at a message, and why the last one failed.
pub(crate) async fn retry(
    connection: &mut Connection,
    id: MessageId,
    next_at: Moment,
    problem: &str,
) -> Result<bool, StoreError> {
    changed(connection, about(RETRY, id, next_at).bind(problem.to_owned())).await
}

/// Notes that a message arrived; the first report counts.
pub(crate) async fn delivered(connection: &mut Connection, id: MessageId, at: Moment) -> Result<bool, StoreError> {
    changed(connection, about(DELIVERED, id, at)).await
}

/// Notes that a message came back, and why; the first report counts.
pub(crate) async fn bounced(
    connection: &mut Connection,
    id: MessageId,
    at: Moment,
    problem: &str,
) -> Result<bool, StoreError> {
    changed(connection, about(BOUNCED, id, at).bind(problem.to_owned())).await
}

/// Puts a message of its own for each of its receivers in place of one to all.
pub(crate) async fn address(
    connection: &mut Connection,
    id: MessageId,
    at: Moment,
    messages: &[Message],
) -> Result<bool, StoreError> {
    if !sent(connection, id, at).await? {
        return Ok(false);
    }
    for message in messages {
        one(connection, INSERT_MESSAGES, |row| bind(row, message.clone())).await?;
    }
    Ok(true)
}

/// Puts a reminder into the outbox, once.
pub(crate) async fn remind(
    connection: &mut Connection,
    case: Uuid,
    duty: &str,
    days: u32,
    at: Moment,
    payload: &str,
) -> Result<bool, StoreError> {
    let note = sqlx::query(INSERT_REMINDER).bind(case).bind(duty.to_owned()).bind(i64::from(days)).bind(at.millis());
    if !changed(connection, note).await? {
        return Ok(false);
    }
    let message = sqlx::query(INSERT_REMINDING).bind(case).bind(EVERYONE).bind(payload.to_owned()).bind(at.millis());
    changed(connection, message).await
}

/// Takes or renews a lease, also one that ends later than any can; whether it is the holder's now.
pub(crate) async fn lease(
    connection: &mut Connection,
    name: &str,
    holder: Uuid,
    (now, until, latest): (Moment, Moment, Moment),
) -> Result<bool, StoreError> {
    let query = sqlx::query(LEASE).bind(name.to_owned()).bind(holder).bind(until.millis()).bind(now.millis());
    changed(connection, query.bind(latest.millis())).await
}

type Query = sqlx::query::Query<'static, Db, <Db as sqlx::Database>::Arguments>;

/// A statement about a message, at an instant.
fn about(sql: &'static str, id: MessageId, at: Moment) -> Query {
    sqlx::query(sql).bind(at.millis()).bind(id.case).bind(int(id.seq)).bind(i64::from(id.part))
}

async fn changed(connection: &mut Connection, query: Query) -> Result<bool, StoreError> {
    Ok(query.execute(connection).await?.rows_affected() == 1)
}
