//! What differs between databases: types, connection settings, migrations and a few statements.

use std::convert::Infallible;
use std::path::PathBuf;
use std::time::Duration;

use sqlx::error::DatabaseError;
use sqlx::migrate::{Migrate as _, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection as _};

use crate::StoreError;
use crate::patience::{ACQUIRE, FOR_EVER};

/// The database driver.
pub(crate) type Db = sqlx::Sqlite;
/// One connection.
pub(crate) type Connection = sqlx::SqliteConnection;
/// Several connections for readers.
pub(crate) type Pool = sqlx::SqlitePool;
/// Where the database is.
pub(crate) type Place = PathBuf;
/// How to connect.
pub(crate) type Options = SqliteConnectOptions;

/// Opens a write transaction: takes the write lock at once, so that what is read in it is still true at its commit.
pub(crate) const BEGIN_WRITE: &str = "begin immediate";

/// Ends a transaction.
pub(crate) const COMMIT: &str = "commit";

/// Gives a transaction up.
pub(crate) const ROLL_BACK: &str = "rollback";

/// Connections for readers; beyond this they only wait for each other on two to eight cores.
pub(crate) const READERS: u32 = 6;

/// So long a reader waits for a connection.
pub(crate) const WAIT_FOR_READER: Duration = ACQUIRE;

/// A disk is waited for, however slow.
pub(crate) const WAIT_FOR_ANSWER: Duration = FOR_EVER;

/// The same for a batch.
pub(crate) const fn wait_for_batch(_: Duration) -> Duration {
    FOR_EVER
}

/// A file has no clock of its own.
pub(crate) const NOW: Option<&str> = None;

/// A file has no process that a connection could leave behind.
pub(crate) type Session = Infallible;

/// Bound values in one statement stay below this (SQLite allows 32,766).
pub(crate) const MAX_BINDS: usize = 30_000;

/// The migrations of this dialect. Tables of a newer program are none of ours: it keeps them usable by the one before.
fn migrations() -> Migrator {
    let mut migrations = sqlx::migrate!("../../migrations/sqlite");
    migrations.set_ignore_missing(true);
    migrations
}

/// The connection that writes: committed means on the disk (write-ahead log, a flush each commit), a foreign key is
/// checked, and `insert or replace` fires the triggers that keep rows from being deleted. What is erased (a personal link in a
/// message that was handed over, a name) is overwritten in the file; the log has it until it is written anew from its start.
pub(crate) fn write_options(path: &Place) -> Options {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(10))
        .pragma("recursive_triggers", "on")
        .pragma("secure_delete", "on")
        .pragma("cache_size", "-65536")
}

/// A connection.
pub(crate) async fn connect(options: Options) -> Result<Connection, StoreError> {
    Ok(options.connect().await?)
}

/// A connection that writes.
pub(crate) async fn connect_to_write(place: &Place, _: &mut Option<Session>) -> Result<Connection, StoreError> {
    connect(write_options(place)).await
}

/// A connection that reads: the same file, unable to write.
pub(crate) fn read_options(path: &Place) -> Options {
    write_options(path).create_if_missing(false).pragma("cache_size", "-8192").pragma("query_only", "on")
}

/// Begins to look at one moment: the first statement that reads settles it.
pub(crate) const BEGIN_SNAPSHOT: &[&str] = &["begin", "select 1 from case_head limit 1"];

/// The same, and nobody else writes meanwhile.
pub(crate) const BEGIN_FROZEN: &[&str] = &["begin immediate", "select 1 from case_head limit 1"];

/// Begins to fill a database.
pub(crate) const BEGIN_LOAD: &[&str] = &["begin immediate"];

/// A connection that copies the file as it is.
pub(crate) fn copy_options(path: &Place) -> Options {
    write_options(path).create_if_missing(false)
}

/// A connection that fills a file that nobody else knows of: nothing is journalled and nothing flushed, because what
/// isn't finished is thrown away.
pub(crate) async fn connect_to_load(path: &Place) -> Result<Connection, StoreError> {
    let unsafe_until_the_end =
        write_options(path).journal_mode(SqliteJournalMode::Off).synchronous(SqliteSynchronous::Off);
    let mut connection = unsafe_until_the_end.connect().await?;
    migrations().run(&mut connection).await?;
    Ok(connection)
}

/// Sees to it that there is a file to read, and that its tables are those of this program.
pub(crate) async fn present(path: &Place) -> Result<(), StoreError> {
    let mut connection = copy_options(path).connect().await?;
    let migrations = migrations();
    let applied = connection.list_applied_migrations(&migrations.table_name).await?;
    let missing = migrations
        .iter()
        .filter(|own| !applied.iter().any(|it| it.version == own.version && it.checksum == own.checksum))
        .count();
    connection.close().await?;
    if missing == 0 { Ok(()) } else { Err(StoreError::Behind { behind: missing }) }
}

/// The file of boxes.
fn urn(path: &Place) -> PathBuf {
    let mut file = path.clone().into_os_string();
    file.push(".urn");
    PathBuf::from(file)
}

/// Whether there ever was a box.
pub(crate) fn has_urn(path: &Place) -> bool {
    urn(path).exists()
}

/// The connection to the boxes of open ballots: a file of its own beside the store's. No write-ahead log, in which the
/// order of ballots would stand; what is deleted is overwritten.
pub(crate) fn urn_options(path: &Place) -> Options {
    SqliteConnectOptions::new()
        .filename(urn(path))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Delete)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(Duration::from_secs(10))
        .pragma("secure_delete", "on")
}

/// A file of boxes has no log, and what is replaced in it is overwritten.
pub(crate) const KEEPS_WHAT_WAS_REPLACED: bool = false;

/// The table of boxes.
pub(crate) const CREATE_URN: Option<&str> = Some(
    "
    create table if not exists ballot_box (
        ballot_id blob not null primary key,
        cells blob not null,
        secret blob not null,
        salt blob not null,
        sealed integer not null
    ) strict, without rowid
",
);

/// Begins to look into a box and change it.
pub(crate) const BEGIN_URN: &str = "begin immediate";

/// A box, which nobody else changes until the transaction ends.
pub(crate) const LOCKED_BOX: &str = "
    select cells, secret, salt, sealed
    from ballot_box
    where ballot_id = $1
";

/// Leaves nothing behind of boxes that are gone, where none is left.
pub(crate) const EMPTY_URN: &[&str] = &["vacuum"];

/// The table of the peer to measure against.
pub(crate) const CREATE_BARE: &str = "
    create table if not exists bare_insert (
        id integer primary key,
        bytes blob not null
    ) strict
";

/// Brings the tables up to date, in a file that belongs to whoever opens it.
pub(crate) async fn prepare(place: &Place) -> Result<(), StoreError> {
    migrate(place).await
}

/// Brings the tables up to date, and creates the file where there is none.
pub(crate) async fn migrate(place: &Place) -> Result<(), StoreError> {
    let mut writer = write_options(place).connect().await?;
    migrations().run(&mut writer).await?;
    Ok(writer.close().await?)
}

/// The table whose constraint refused a row, from a message such as `UNIQUE constraint failed: record.case_id, …`.
/// SQLite names the columns of a key, not the constraint.
pub(crate) fn refusing_table(error: &dyn DatabaseError) -> Option<String> {
    let columns = error.message().split_once("constraint failed: ")?.1;
    columns.split_once('.').map(|(table, _)| table.to_owned())
}
