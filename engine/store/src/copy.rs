//! Whole tables, read at one moment and written where nothing is yet.
//!
//! Unlike everything else in this crate a copy reads every row, in the order of the key, so its statements are put
//! together from the list of tables.

use law::time::Moment;
use sqlx::{AssertSqlSafe, Connection as _, Row as _};

use super::dialect::{self, Connection, Db, Place};
use super::many;
use crate::tables::{Kind, Row, TABLES, Table, Value};
use crate::{StoreError, tables};

type Query = sqlx::query::Query<'static, Db, <Db as sqlx::Database>::Arguments>;

/// A connection that sees one moment.
pub(crate) struct Snapshot {
    connection: Connection,
}

impl Snapshot {
    /// Everything as it is now, while others go on writing.
    pub(crate) async fn of(place: &Place) -> Result<Self, StoreError> {
        Self::begin(place, dialect::BEGIN_SNAPSHOT).await
    }

    /// Everything as it is now; nobody writes until this is closed.
    pub(crate) async fn frozen(place: &Place) -> Result<Self, StoreError> {
        Self::begin(place, dialect::BEGIN_FROZEN).await
    }

    async fn begin(place: &Place, how: &'static [&'static str]) -> Result<Self, StoreError> {
        let mut connection = dialect::connect(dialect::copy_options(place)).await?;
        for statement in how {
            sqlx::query(*statement).execute(&mut connection).await?;
        }
        Ok(Self { connection })
    }

    /// A page of a table in the order of its key.
    pub(crate) async fn page(&mut self, table: &'static Table, after: Option<&Row>) -> Result<Vec<Row>, StoreError> {
        page(&mut self.connection, table, after).await
    }

    /// Until when some process holds a lease.
    pub(crate) async fn leased_until(&mut self) -> Result<Option<Moment>, StoreError> {
        let until: Option<i64> =
            sqlx::query_scalar("select max(until_ms) from lease").fetch_one(&mut self.connection).await?;
        Ok(until.map(Moment::from_millis))
    }

    /// Lets go of the moment.
    pub(crate) async fn close(mut self) -> Result<(), StoreError> {
        sqlx::query(dialect::ROLL_BACK).execute(&mut self.connection).await?;
        Ok(self.connection.close().await?)
    }
}

/// An empty database that is being filled; what was written shows at the commit, all of it or nothing.
pub(crate) struct Load {
    connection: Connection,
}

impl Load {
    /// Begins to fill a database whose tables are empty.
    ///
    /// # Errors
    /// [`StoreError::NotEmpty`] where a table has rows.
    pub(crate) async fn begin(place: &Place) -> Result<Self, StoreError> {
        let mut connection = dialect::connect_to_load(place).await?;
        for statement in dialect::BEGIN_LOAD {
            sqlx::query(*statement).execute(&mut connection).await?;
        }
        for table in TABLES {
            let sql = format!("select 1 from {} limit 1", table.name);
            if sqlx::query(AssertSqlSafe(sql)).fetch_optional(&mut connection).await?.is_some() {
                return Err(StoreError::NotEmpty { table: table.name });
            }
        }
        Ok(Self { connection })
    }

    /// Gets ready for the rows of a table. Records have queued their leaves by themselves: those that the source has
    /// come in their place.
    pub(crate) async fn start(&mut self, table: &'static Table) -> Result<(), StoreError> {
        if tables::table("pending_leaf") == Some(table) {
            sqlx::query("delete from pending_leaf").execute(&mut self.connection).await?;
        }
        Ok(())
    }

    /// Adds rows.
    pub(crate) async fn add(&mut self, table: &'static Table, rows: &[Row]) -> Result<(), StoreError> {
        if rows.is_empty() { Ok(()) } else { many::insert(&mut self.connection, table, rows).await }
    }

    /// A page of what was added, in the order of the key.
    pub(crate) async fn page(&mut self, table: &'static Table, after: Option<&Row>) -> Result<Vec<Row>, StoreError> {
        page(&mut self.connection, table, after).await
    }

    /// Makes it all stand.
    pub(crate) async fn commit(mut self) -> Result<(), StoreError> {
        sqlx::query(dialect::COMMIT).execute(&mut self.connection).await?;
        Ok(self.connection.close().await?)
    }
}

async fn page(connection: &mut Connection, table: &'static Table, after: Option<&Row>) -> Result<Vec<Row>, StoreError> {
    let mut query: Query = sqlx::query(AssertSqlSafe(table.select(after.is_none())));
    for value in after.into_iter().flat_map(|row| &row[..table.key]) {
        query = match value.clone() {
            Value::Bytes(bytes) => query.bind(bytes),
            Value::Flag(flag) => query.bind(flag),
            Value::Id(id) => query.bind(id),
            Value::Int(int) => query.bind(int),
            Value::Nothing => query.bind(None::<i64>),
            Value::Text(text) => query.bind(text),
        };
    }
    let rows = query.fetch_all(connection).await?;
    rows.iter()
        .map(|row| table.columns.iter().enumerate().map(|(i, (_, kind))| value(row, i, *kind)).collect())
        .collect()
}

fn value(row: &<Db as sqlx::Database>::Row, i: usize, kind: Kind) -> Result<Value, StoreError> {
    Ok(match kind {
        Kind::Bytes => row.try_get::<Option<Vec<u8>>, _>(i)?.map_or(Value::Nothing, Value::Bytes),
        Kind::Flag => Value::Flag(row.try_get(i)?),
        Kind::Id => Value::Id(row.try_get(i)?),
        Kind::Int => row.try_get::<Option<i64>, _>(i)?.map_or(Value::Nothing, Value::Int),
        Kind::Text => row.try_get::<Option<String>, _>(i)?.map_or(Value::Nothing, Value::Text),
    })
}
