//! A store's tables as a whole: read at one moment, or filled where nothing is yet.

use law::time::Moment;

use crate::tables::{Row, Table};
use crate::{Place, StoreError, postgres, sqlite};

/// Everything in a store at one moment. Whoever holds one should let it go soon: the database keeps what was
/// overwritten meanwhile.
pub struct Snapshot(Read);

enum Read {
    Sqlite(sqlite::copy::Snapshot),
    Postgres(postgres::copy::Snapshot),
}

impl Snapshot {
    /// Everything as it is now, while others go on writing.
    ///
    /// # Errors
    /// The database can't be opened, or its tables aren't those of this program ([`StoreError::Behind`]).
    pub async fn of(place: &Place) -> Result<Self, StoreError> {
        Ok(Self(match place {
            Place::File(path) => {
                sqlite::dialect::present(path).await?;
                Read::Sqlite(sqlite::copy::Snapshot::of(path).await?)
            }
            Place::Server(options) => {
                postgres::dialect::prepare(options).await?;
                Read::Postgres(postgres::copy::Snapshot::of(options).await?)
            }
        }))
    }

    /// Everything as it is now; whoever wants to write waits until this is closed.
    ///
    /// # Errors
    /// As [`Snapshot::of`]; or the role may not lock the table of records.
    pub async fn frozen(place: &Place) -> Result<Self, StoreError> {
        Ok(Self(match place {
            Place::File(path) => {
                sqlite::dialect::present(path).await?;
                Read::Sqlite(sqlite::copy::Snapshot::frozen(path).await?)
            }
            Place::Server(options) => {
                postgres::dialect::prepare(options).await?;
                Read::Postgres(postgres::copy::Snapshot::frozen(options).await?)
            }
        }))
    }

    /// A page of a table in the order of its key, from the start or after a row; empty at the end.
    ///
    /// # Errors
    /// The database fails.
    pub async fn page(&mut self, table: &'static Table, after: Option<&Row>) -> Result<Vec<Row>, StoreError> {
        match &mut self.0 {
            Read::Sqlite(snapshot) => snapshot.page(table, after).await,
            Read::Postgres(snapshot) => snapshot.page(table, after).await,
        }
    }

    /// Until when some process that serves the store holds a lease; in the past where none does.
    ///
    /// # Errors
    /// The database fails.
    pub async fn leased_until(&mut self) -> Result<Option<Moment>, StoreError> {
        match &mut self.0 {
            Read::Sqlite(snapshot) => snapshot.leased_until().await,
            Read::Postgres(snapshot) => snapshot.leased_until().await,
        }
    }

    /// Lets go of the moment.
    ///
    /// # Errors
    /// The database fails.
    pub async fn close(self) -> Result<(), StoreError> {
        match self.0 {
            Read::Sqlite(snapshot) => snapshot.close().await,
            Read::Postgres(snapshot) => snapshot.close().await,
        }
    }
}

/// A store that is being filled. Nobody sees what was written before [`Load::commit`]; dropped, it leaves nothing. A
/// file must be one that nobody else knows of yet: until the commit it is safe from nothing.
pub struct Load(Write);

enum Write {
    Sqlite(sqlite::copy::Load),
    Postgres(postgres::copy::Load),
}

impl Load {
    /// Begins to fill a store. A file is created with its tables; a server has its tables already, empty, and is written
    /// by their owner.
    ///
    /// # Errors
    /// [`StoreError::NotEmpty`] where a table has rows; the database can't be opened.
    pub async fn begin(place: &Place) -> Result<Self, StoreError> {
        Ok(Self(match place {
            Place::File(path) => Write::Sqlite(sqlite::copy::Load::begin(path).await?),
            Place::Server(options) => Write::Postgres(postgres::copy::Load::begin(options).await?),
        }))
    }

    /// Gets ready for the rows of a table; the tables come in the order of [`crate::TABLES`].
    ///
    /// # Errors
    /// The database fails.
    pub async fn start(&mut self, table: &'static Table) -> Result<(), StoreError> {
        match &mut self.0 {
            Write::Sqlite(load) => load.start(table).await,
            Write::Postgres(load) => load.start(table).await,
        }
    }

    /// Adds rows.
    ///
    /// # Errors
    /// The database fails or refuses a row.
    pub async fn add(&mut self, table: &'static Table, rows: &[Row]) -> Result<(), StoreError> {
        match &mut self.0 {
            Write::Sqlite(load) => load.add(table, rows).await,
            Write::Postgres(load) => load.add(table, rows).await,
        }
    }

    /// A page of what was added, in the order of the key, from the start or after a row; empty at the end.
    ///
    /// # Errors
    /// The database fails.
    pub async fn page(&mut self, table: &'static Table, after: Option<&Row>) -> Result<Vec<Row>, StoreError> {
        match &mut self.0 {
            Write::Sqlite(load) => load.page(table, after).await,
            Write::Postgres(load) => load.page(table, after).await,
        }
    }

    /// Makes it all stand.
    ///
    /// # Errors
    /// The database fails; then nothing stands.
    pub async fn commit(self) -> Result<(), StoreError> {
        match self.0 {
            Write::Sqlite(load) => load.commit().await,
            Write::Postgres(load) => load.commit().await,
        }
    }
}
