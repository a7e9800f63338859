//! The peer to measure against: one durable row a commit, with nothing decided, linked or projected.

use sqlx::{ConnectOptions, Connection as _};

use super::dialect::{self, Place};
use crate::StoreError;

const INSERT: &str = "
    insert into bare_insert (bytes)
    values ($1)
";

/// A connection like the writer's, to a table that only the measurement uses. Meant for a scratch file.
pub(crate) struct BareInsert {
    connection: dialect::Connection,
}

impl BareInsert {
    /// Opens a store and adds the table.
    ///
    /// # Errors
    /// The file can't be opened.
    pub(crate) async fn open(place: &Place) -> Result<Self, StoreError> {
        let mut connection = dialect::write_options(place).connect().await?;
        sqlx::query(dialect::CREATE_BARE).execute(&mut connection).await?;
        Ok(Self { connection })
    }

    /// Inserts the same bytes `count` times, each in a commit of its own.
    ///
    /// # Errors
    /// The database fails.
    pub(crate) async fn run(&mut self, bytes: &[u8], count: u32) -> Result<(), StoreError> {
        for _ in 0..count {
            sqlx::query(INSERT).bind(bytes.to_vec()).execute(&mut self.connection).await?;
        }
        Ok(())
    }

    /// Closes the connection.
    ///
    /// # Errors
    /// The database fails.
    pub(crate) async fn close(self) -> Result<(), StoreError> {
        Ok(self.connection.close().await?)
    }
}
