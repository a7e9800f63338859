//! Opening a store: connect, migrate, keep a few connections for readers.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use sqlx::ConnectOptions;
use sqlx::Connection as _;
use sqlx::pool::{PoolConnection, PoolOptions};

use super::dialect::{self, Connection, Db, Pool};
use crate::StoreError;

/// A store of cases in one database file. Cheap to clone; every clone shares the readers' connections.
///
/// Reading goes through this handle. Writing goes through [`crate::Writer`], which owns the one connection that writes.
#[derive(Clone, Debug)]
pub struct Store {
    path: Arc<PathBuf>,
    readers: Pool,
}

impl Store {
    /// Opens the database file, creates it where there is none, and brings its tables up to date.
    ///
    /// # Errors
    /// The file can't be opened or isn't a database; a migration fails, or the file was written by a newer version.
    pub async fn open(path: &Path) -> Result<Self, StoreError> {
        let mut writer = dialect::write_options(path).connect().await?;
        dialect::MIGRATIONS.run(&mut writer).await?;
        writer.close().await?;
        let readers =
            PoolOptions::new().max_connections(dialect::READERS).connect_lazy_with(dialect::read_options(path));
        Ok(Self { path: Arc::new(path.to_owned()), readers })
    }

    /// Waits for readers to finish and closes their connections.
    pub async fn close(self) {
        self.readers.close().await;
    }

    /// A connection that reads.
    pub(super) async fn reader(&self) -> Result<PoolConnection<Db>, StoreError> {
        Ok(self.readers.acquire().await?)
    }

    /// A connection that writes.
    pub(super) async fn connect_to_write(&self) -> Result<Connection, StoreError> {
        Ok(dialect::write_options(&self.path).connect().await?)
    }
}
