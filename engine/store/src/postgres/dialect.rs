//! What differs between databases: types, connection settings, migrations and a few statements.

use std::borrow::Cow;
use std::time::Duration;

use sqlx::error::DatabaseError;
use sqlx::migrate::{Migrate, Migrator};
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, Connection as _};

use crate::StoreError;
use crate::patience::{ACQUIRE, ANSWER, CONNECT, in_time};

/// The database driver.
pub(crate) type Db = sqlx::Postgres;
/// One connection.
pub(crate) type Connection = sqlx::PgConnection;
/// Several connections for readers.
pub(crate) type Pool = sqlx::PgPool;
/// Where the database is.
pub(crate) type Place = PgConnectOptions;

/// Opens a write transaction in which something is read first: everything that it reads is of one moment, and a row
/// that another process has changed since fails it, so that it is tried again.
pub(crate) const BEGIN_WRITE: &str = "begin isolation level repeatable read";

/// Ends a transaction.
pub(crate) const COMMIT: &str = "commit";

/// Gives a transaction up.
pub(crate) const ROLL_BACK: &str = "rollback";

/// Connections for readers of one process.
pub(crate) const READERS: u32 = 8;

/// So long a reader waits for a connection.
pub(crate) const WAIT_FOR_READER: Duration = ACQUIRE;

/// So long a question or a box waits for its answer.
pub(crate) const WAIT_FOR_ANSWER: Duration = ANSWER;

/// So long a batch waits for its answer, where the writer was told how long.
pub(crate) const fn wait_for_batch(told: Duration) -> Duration {
    told
}

/// Writes something that nobody reads, and takes a transaction number for it, so that the commit waits for the synchronous
/// standby: a transaction that writes nothing doesn't, even where it saw what the standby hasn't got. Everybody may call it.
pub(crate) const SETTLE: &str = "select pg_logical_emit_message(true, 'xinxieshang', 'again')";

/// The time by the server's clock.
pub(crate) const SERVER_NOW: &str = "select (extract(epoch from clock_timestamp()) * 1000)::bigint";

/// The same, where there is a clock beside the process's own.
pub(crate) const NOW: Option<&str> = Some(SERVER_NOW);

/// By what a server knows a connection: the number of its process, and when it began.
pub(crate) type Session = (i32, String);

/// The server's process of this connection.
const OWN_SESSION: &str = "
    select pid, backend_start::text
    from pg_stat_activity
    where pid = pg_backend_pid()
";

/// Ends the process of a connection that was given up, and waits for its end for a second. It may still wait for the
/// standby, keep its rows locked and what it wrote from being seen; nobody listens to it any more. On another server, or
/// where its number is somebody else's by now, nothing is found.
const END_SESSION: &str = "
    select pg_terminate_backend(pid, 1000)
    from pg_stat_activity
    where pid = $1 and backend_start::text = $2 and usename = current_user and pid <> pg_backend_pid()
";

/// The migrations of this dialect. No advisory lock: a distributed engine has none, and one operator migrates. Tables of a
/// newer program are none of ours: it keeps them usable by the one before.
fn migrations() -> Migrator {
    let mut migrations = sqlx::migrate!("../../migrations/postgres");
    migrations.set_locking(false).set_ignore_missing(true);
    migrations
}

/// Whether there may be a box: its table is always there.
pub(crate) const fn has_urn(_: &Place) -> bool {
    true
}

/// The table of the peer to measure against.
pub(crate) const CREATE_BARE: &str = "
    create table if not exists bare_insert (
        id bigint generated always as identity primary key,
        bytes bytea not null
    )
";

/// The connection to the boxes of open ballots: a table of its own.
pub(crate) fn urn_options(place: &Place) -> PgConnectOptions {
    place.clone().application_name("xinxieshang boxes").options([
        ("idle_in_transaction_session_timeout", "15s"),
        ("lock_timeout", "10s"),
        ("synchronous_commit", "on"),
        ("timezone", "UTC"),
    ])
}

/// Old versions of a row stay in its file and in the write-ahead log: what mustn't be seen there is written sealed.
pub(crate) const KEEPS_WHAT_WAS_REPLACED: bool = true;

/// The table of boxes is there by a migration.
pub(crate) const CREATE_URN: Option<&str> = None;

/// Begins to look into a box and change it.
pub(crate) const BEGIN_URN: &str = "begin";

/// A box, which nobody else changes until the transaction ends.
pub(crate) const LOCKED_BOX: &str = "
    select cells, secret, salt, sealed
    from ballot_box
    where ballot_id = $1
    for update
";

/// Leaves nothing behind of boxes that are gone, where none is left: the table gets a new file. Until then rows that were
/// replaced lie in the old one.
pub(crate) const EMPTY_URN: &[&str] = &[
    "begin",
    "lock table ballot_box in access exclusive mode",
    "do $$ begin if not exists (select from ballot_box) then truncate ballot_box; end if; end $$",
    "commit",
];

/// A connection that writes: committed means on the disk (and on the synchronous standby, where the server has one).
/// A transaction left open by a process that hangs is ended by the server, so that nobody waits for it for ever. One plan
/// a statement, made once, by its indexes: a batch is planned in no time whatever its size, and the plan stays right while
/// the tables grow.
pub(crate) fn write_options(place: &Place) -> PgConnectOptions {
    place.clone().application_name("xinxieshang").options([
        ("idle_in_transaction_session_timeout", "15s"),
        ("enable_seqscan", "off"),
        ("jit", "off"),
        ("lock_timeout", "10s"),
        ("plan_cache_mode", "force_generic_plan"),
        ("synchronous_commit", "on"),
        // The server lets go of a client's machine that is gone.
        ("tcp_keepalives_idle", "30"),
        ("tcp_keepalives_interval", "10"),
        ("tcp_keepalives_count", "3"),
        ("timezone", "UTC"),
    ])
}

/// A connection, soon or not at all.
pub(crate) async fn connect(options: PgConnectOptions) -> Result<Connection, StoreError> {
    in_time(CONNECT, async { Ok(options.connect().await?) }).await
}

/// A connection that writes, in place of the one of this session, which then is its own.
pub(crate) async fn connect_to_write(place: &Place, session: &mut Option<Session>) -> Result<Connection, StoreError> {
    let connected = async {
        let mut connection = write_options(place).connect().await?;
        if let Some((number, since)) = &*session {
            // Without it everything goes on, only later: what the other one keeps locked is waited for.
            let _ = sqlx::query(END_SESSION).bind(*number).bind(since.clone()).fetch_all(&mut connection).await;
        }
        *session = sqlx::query_as(OWN_SESSION).fetch_optional(&mut connection).await?;
        Ok(connection)
    };
    in_time(CONNECT, connected).await
}

/// A connection that reads: unable to write, and one moment a transaction.
pub(crate) fn read_options(place: &Place) -> PgConnectOptions {
    place.clone().application_name("xinxieshang reader").options([
        ("default_transaction_isolation", "repeatable read"),
        ("default_transaction_read_only", "on"),
        ("statement_timeout", "60s"),
        ("timezone", "UTC"),
    ])
}

/// Begins to look at one moment.
pub(crate) const BEGIN_SNAPSHOT: &[&str] = &["begin isolation level repeatable read read only"];

/// The same, and nobody else adds a record meanwhile.
pub(crate) const BEGIN_FROZEN: &[&str] = &["begin isolation level repeatable read", "lock table record in share mode"];

/// Begins to fill a database; nobody else adds a record meanwhile.
pub(crate) const BEGIN_LOAD: &[&str] =
    &["begin isolation level repeatable read", "lock table record in share row exclusive mode"];

/// A connection that copies: it may take its time between two statements.
pub(crate) fn copy_options(place: &Place) -> PgConnectOptions {
    place.clone().application_name("xinxieshang copy").options([
        ("idle_in_transaction_session_timeout", "0"),
        ("lock_timeout", "10s"),
        ("statement_timeout", "0"),
        ("synchronous_commit", "on"),
        ("timezone", "UTC"),
    ])
}

/// A connection that fills tables which are there already.
pub(crate) async fn connect_to_load(place: &Place) -> Result<Connection, StoreError> {
    prepare(place).await?;
    connect(copy_options(place)).await
}

/// Sees to it that the tables are those of this program: they are brought up to date by an operator
/// ([`migrate`]), because the application's role can't. Tables of a newer program are fine: it keeps them usable by
/// the one before.
pub(crate) async fn prepare(place: &Place) -> Result<(), StoreError> {
    let mut connection = connect(write_options(place)).await?;
    let migrations = migrations();
    let known = migrations.iter().count();
    let applied = match connection.list_applied_migrations(&migrations.table_name).await {
        Ok(applied) => applied,
        Err(error) if is_undefined(&error) => Vec::new(),
        Err(error) => return Err(error.into()),
    };
    let have = migrations
        .iter()
        .filter(|own| applied.iter().any(|it| it.version == own.version && it.checksum == own.checksum))
        .count();
    connection.close().await?;
    if have == known { Ok(()) } else { Err(StoreError::Behind { behind: known - have }) }
}

/// Brings the tables up to date.
pub(crate) async fn migrate(place: &Place) -> Result<(), StoreError> {
    let mut connection = connect(write_options(place)).await?;
    migrations().run(&mut connection).await?;
    Ok(connection.close().await?)
}

/// The table whose constraint refused a row.
pub(crate) fn refusing_table(error: &dyn DatabaseError) -> Option<String> {
    error.table().map(str::to_owned)
}

fn is_undefined(error: &sqlx::migrate::MigrateError) -> bool {
    let sqlx::migrate::MigrateError::Execute(error) = error else { return false };
    code(error).is_some_and(|code| code == "42P01")
}

/// Whether the same transaction may succeed when it is tried again: serialisation failures, deadlocks and lock timeouts.
pub(crate) fn is_transient(error: &sqlx::Error) -> bool {
    code(error).is_some_and(|code| ["40001", "40P01", "55P03"].contains(&code.as_str()))
}

/// Whether the connection is gone or leads to a server that is stopping, starting, or no longer the one that writes.
pub(crate) fn is_gone(error: &sqlx::Error) -> bool {
    let broken = matches!(
        error,
        sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::Protocol(_) | sqlx::Error::WorkerCrashed
    );
    let told = |code: String| code.starts_with("08") || code.starts_with("57P") || code == "25006";
    broken || code(error).is_some_and(told)
}

fn code(error: &sqlx::Error) -> Option<String> {
    let sqlx::Error::Database(error) = error else { return None };
    error.code().map(Cow::into_owned)
}
