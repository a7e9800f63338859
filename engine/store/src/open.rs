//! Opening a store: connect, look at the tables, keep a few connections for readers.

use std::sync::Arc;

use sqlx::ConnectOptions;
use sqlx::pool::{PoolConnection, PoolOptions};

use super::dialect::{self, Connection, Db, Place, Pool};
use super::urn::Urn;
use crate::StoreError;

/// A store of cases in one database.
#[derive(Clone, Debug)]
pub(crate) struct Store {
    place: Arc<Place>,
    readers: Pool,
    pub(crate) urn: Arc<Urn>,
}

impl Store {
    /// Opens the database; see [`crate::Store::open`].
    pub(crate) async fn open(place: Place) -> Result<Self, StoreError> {
        dialect::prepare(&place).await?;
        let readers =
            PoolOptions::new().max_connections(dialect::READERS).connect_lazy_with(dialect::read_options(&place));
        let place = Arc::new(place);
        let urn = Arc::new(Urn::at(Arc::clone(&place)));
        Ok(Self { place, readers, urn })
    }

    /// Waits for readers to finish and closes their connections.
    pub(crate) async fn close(self) {
        self.readers.close().await;
        self.urn.close().await;
    }

    /// A connection that reads.
    pub(super) async fn reader(&self) -> Result<PoolConnection<Db>, StoreError> {
        Ok(self.readers.acquire().await?)
    }

    /// A connection that writes.
    pub(super) async fn connect_to_write(&self) -> Result<Connection, StoreError> {
        Ok(dialect::write_options(&self.place).connect().await?)
    }
}
