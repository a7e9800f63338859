//! A write transaction as one message: begin, everything that a batch writes, commit.
//!
//! A message to SQLite's thread and back costs as much as several statements. So a batch that needn't read anything
//! first goes over as a single message, and one that must read begins its transaction earlier and sends the rest with
//! the commit. On a database across a network the same calls would send statement by statement.

use sqlx::QueryBuilder;
use sqlx::error::ErrorKind;
use sqlx::query_builder::Separated;

use super::dialect::{self, Connection, Db};
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

    /// Adds `start values (…), (…) end` for all rows, in as few statements as the limit on bound values allows; nothing
    /// where there are no rows.
    pub(crate) fn add<T>(
        &mut self,
        (start, end): (&'static str, &'static str),
        columns: usize,
        rows: &[T],
        mut bind: impl FnMut(&mut Separated<'_, Db, &'static str>, &T),
    ) {
        for chunk in rows.chunks(dialect::MAX_BINDS / columns) {
            self.sql.push(start);
            self.sql.push_values(chunk, |mut row, value| bind(&mut row, value));
            self.sql.push(end);
            self.sql.push(";");
        }
        self.rows += rows.len();
    }
}

/// Names what a refused row means: a chain that somebody else has moved on, or a key that is taken.
fn named(error: sqlx::Error) -> StoreError {
    let sqlx::Error::Database(found) = &error else {
        return error.into();
    };
    let kind = found.kind();
    match dialect::refusing_table(found.message()) {
        Some("record" | "case_head") if matches!(kind, ErrorKind::UniqueViolation | ErrorKind::NotNullViolation) => {
            StoreError::HeadMoved
        }
        Some("document") if matches!(kind, ErrorKind::UniqueViolation) => StoreError::Exists { table: "document" },
        Some(_) | None => error.into(),
    }
}
