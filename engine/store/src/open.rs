//! Opening a store: connect, look at the tables, keep a few connections for readers.

use std::sync::Arc;

use law::time::Moment;
use sqlx::Connection as _;
use sqlx::pool::{PoolConnection, PoolOptions};
use tokio::time::timeout;

use super::dialect::{self, Connection, Db, Place, Pool, Session};
use super::urn::Urn;
use crate::patience::CONNECT;
use crate::{BoxSeal, StoreError};

/// A store of cases in one database.
#[derive(Clone, Debug)]
pub(crate) struct Store {
    place: Arc<Place>,
    readers: Pool,
    pub(crate) urn: Arc<Urn>,
}

impl Store {
    /// Opens the database; see [`crate::Store::open_sealed`].
    pub(crate) async fn open(place: Place, seal: Option<BoxSeal>) -> Result<Self, StoreError> {
        dialect::prepare(&place).await?;
        let readers = PoolOptions::new().max_connections(dialect::READERS).acquire_timeout(dialect::WAIT_FOR_READER);
        // Whoever gave up waiting for an answer leaves its connection with that answer still to come.
        let readers = readers.after_release(|connection: &mut Connection, _| {
            Box::pin(async move {
                let sound = timeout(CONNECT, connection.ping()).await;
                sound.unwrap_or(Err(sqlx::Error::PoolTimedOut)).map(|()| true)
            })
        });
        let readers = readers.connect_lazy_with(dialect::read_options(&place));
        let place = Arc::new(place);
        let urn = Arc::new(Urn::at(Arc::clone(&place), seal));
        Ok(Self { place, readers, urn })
    }

    /// Whether boxes are sealed, or needn't be.
    pub(crate) fn keeps_boxes_secret(&self) -> bool {
        !dialect::KEEPS_WHAT_WAS_REPLACED || self.urn.seals()
    }

    /// Waits for readers to finish and closes their connections.
    pub(crate) async fn close(self) {
        self.readers.close().await;
        self.urn.close().await;
    }

    /// A connection that reads.
    pub(super) async fn reader(&self) -> Result<PoolConnection<Db>, StoreError> {
        let reader = self.readers.acquire().await;
        if matches!(reader, Err(sqlx::Error::PoolTimedOut)) {
            return Err(StoreError::Unreachable);
        }
        Ok(reader?)
    }

    /// A connection that writes, in place of the one of this session, whose server may not know yet that it is gone.
    pub(super) async fn connect_to_write(&self, session: &mut Option<Session>) -> Result<Connection, StoreError> {
        dialect::connect_to_write(&self.place, session).await
    }

    /// The time by the database's clock; see [`crate::Store::now`].
    pub(crate) async fn now(&self) -> Result<Option<Moment>, StoreError> {
        let Some(now) = dialect::NOW else { return Ok(None) };
        let now: i64 = sqlx::query_scalar(now).fetch_one(&mut *self.reader().await?).await?;
        Ok(Some(Moment::from_millis(now)))
    }
}
