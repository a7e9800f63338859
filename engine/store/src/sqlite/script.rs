//! A write transaction as one message: begin, everything that a batch writes, commit.
//!
//! A message to SQLite's thread and back costs as much as several statements. So a batch that needn't read anything
//! first goes over as a single message, and one that must read begins its transaction earlier and sends the rest with
//! the commit. On a database across a network the same calls would send statement by statement.

use sqlx::QueryBuilder;
use sqlx::query_builder::Separated;
use uuid::Uuid;

use super::dialect::{self, Connection, Db, MAX_BINDS};
use super::write::{Set, named};
use crate::StoreError;

/// Beyond so many rows a script is too rare a shape to be kept prepared.
const KEEP_ROWS: usize = 16;

/// A write transaction that begins when something has to be read in it, or else with its script.
pub(crate) struct Transaction<'c> {
    connection: &'c mut Connection,
    begun: bool,
}

impl<'c> Transaction<'c> {
    /// A transaction that hasn't begun.
    pub(crate) const fn new(connection: &'c mut Connection) -> Self {
        Self { connection, begun: false }
    }

    /// The connection, inside the transaction.
    pub(crate) async fn inside(&mut self) -> Result<&mut Connection, StoreError> {
        if !self.begun {
            sqlx::query(dialect::BEGIN_WRITE).execute(&mut *self.connection).await?;
            self.begun = true;
        }
        Ok(self.connection)
    }

    /// Writes the rows and commits.
    ///
    /// # Errors
    /// The database fails or refuses a row; then nothing is written.
    pub(crate) async fn commit(self, rows: impl FnOnce(&mut Script)) -> Result<(), StoreError> {
        let mut script = Script::new(if self.begun { "" } else { dialect::BEGIN_WRITE });
        rows(&mut script);
        if script.rows == 0 && !self.begun {
            return Ok(());
        }
        script.sql.push(dialect::COMMIT);
        let sent = script.sql.build().persistent(script.rows <= KEEP_ROWS).execute(&mut *self.connection).await;
        if let Err(error) = sent {
            self.roll_back().await;
            return Err(named(error));
        }
        Ok(())
    }

    /// Leaves no trace. Where there is nothing to roll back, or the connection is gone, that is so already.
    pub(crate) async fn roll_back(self) {
        let _ = sqlx::query(dialect::ROLL_BACK).execute(&mut *self.connection).await;
    }
}

/// The values of one row, bound in the order of its columns.
pub(crate) struct Row<'q>(Separated<'q, Db, &'static str>);

impl Row<'_> {
    /// An id.
    pub(crate) fn id(&mut self, value: Uuid) -> &mut Self {
        self.0.push_bind(value);
        self
    }

    /// A number.
    pub(crate) fn int(&mut self, value: i64) -> &mut Self {
        self.0.push_bind(value);
        self
    }

    /// A text, or none.
    pub(crate) fn text(&mut self, value: impl Into<Option<String>>) -> &mut Self {
        self.0.push_bind(value.into());
        self
    }

    /// Bytes, or none.
    pub(crate) fn bytes(&mut self, value: impl Into<Option<Vec<u8>>>) -> &mut Self {
        self.0.push_bind(value.into());
        self
    }

    /// Yes or no.
    pub(crate) fn flag(&mut self, value: bool) -> &mut Self {
        self.0.push_bind(value);
        self
    }
}

/// Runs a statement around one row at once. Gives how many rows it changed.
pub(crate) async fn one(
    connection: &mut Connection,
    Set { start, end, .. }: Set,
    bind: impl FnOnce(&mut Row<'_>),
) -> Result<u64, StoreError> {
    let mut bind = Some(bind);
    let mut sql = QueryBuilder::new(start);
    sql.push_values([()], |row, ()| {
        if let Some(bind) = bind.take() {
            bind(&mut Row(row));
        }
    });
    sql.push(end);
    Ok(sql.build().execute(connection).await?.rows_affected())
}

/// A question around a list of ids.
pub(crate) fn asking(Set { start, end, .. }: Set, ids: &[Uuid]) -> QueryBuilder<Db> {
    let mut sql = QueryBuilder::new(start);
    sql.push_values(ids, |mut row, id| {
        row.push_bind(*id);
    });
    sql.push(end);
    sql
}

/// Statements with their rows.
pub(crate) struct Script {
    sql: QueryBuilder<Db>,
    rows: usize,
}

impl Script {
    fn new(begin: &'static str) -> Self {
        let mut sql = QueryBuilder::new(begin);
        sql.push(";");
        Self { sql, rows: 0 }
    }

    /// What was seen is acknowledged: on a file it is on the disk as soon as anybody sees it.
    pub(crate) const fn settle(&self) {}

    /// Adds `start values (…), (…) end` for all rows, in as few statements as the limit on bound values allows; nothing
    /// where there are no rows.
    pub(crate) fn add<T>(
        &mut self,
        Set { start, end, columns }: Set,
        rows: Vec<T>,
        mut bind: impl FnMut(&mut Row<'_>, T),
    ) {
        self.rows += rows.len();
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            self.sql.push(start);
            self.sql.push_values(rows.by_ref().take(MAX_BINDS / columns), |row, value| bind(&mut Row(row), value));
            self.sql.push(end);
            self.sql.push(";");
        }
    }
}
