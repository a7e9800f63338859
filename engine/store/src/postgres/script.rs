//! A write transaction as one statement: everything that a batch writes, each table's rows as arrays.
//!
//! A message to the server and back costs as much as several statements. So a batch that needn't read anything first is
//! one statement, which is its own transaction, and its text doesn't depend on how many rows there are: the server keeps
//! it prepared.

use sqlx::postgres::PgArguments;
use sqlx::{Arguments, AssertSqlSafe, QueryBuilder};
use uuid::Uuid;

use super::dialect::{self, Connection, Db};
use super::write::{Set, named};
use crate::StoreError;

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
    pub(crate) async fn commit(mut self, rows: impl FnOnce(&mut Script)) -> Result<(), StoreError> {
        let mut script = Script::default();
        rows(&mut script);
        match self.send(script).await {
            Ok(()) => Ok(()),
            Err(error) => {
                self.roll_back().await;
                Err(error)
            }
        }
    }

    async fn send(&mut self, script: Script) -> Result<(), StoreError> {
        if let Some((sql, values)) = script.statement()? {
            sqlx::query_with(AssertSqlSafe(sql), values).execute(&mut *self.connection).await.map_err(named)?;
        }
        if self.begun {
            sqlx::query(dialect::COMMIT).execute(&mut *self.connection).await.map_err(named)?;
        }
        Ok(())
    }

    /// Leaves no trace. Where there is nothing to roll back, or the connection is gone, that is so already.
    pub(crate) async fn roll_back(self) {
        if self.begun {
            let _ = sqlx::query(dialect::ROLL_BACK).execute(&mut *self.connection).await;
        }
    }
}

/// The values of one column, as an array.
enum Column {
    Ids(Vec<Uuid>),
    Ints(Vec<i64>),
    Texts(Vec<Option<String>>),
    Bytes(Vec<Option<Vec<u8>>>),
    Flags(Vec<bool>),
}

/// The values of one row, bound in the order of its columns.
pub(crate) struct Row<'q> {
    columns: &'q mut Vec<Column>,
    at: usize,
}

impl Row<'_> {
    /// An id.
    pub(crate) fn id(&mut self, value: Uuid) -> &mut Self {
        if let Column::Ids(values) = self.column(|| Column::Ids(Vec::new())) {
            values.push(value);
        }
        self
    }

    /// A number.
    pub(crate) fn int(&mut self, value: i64) -> &mut Self {
        if let Column::Ints(values) = self.column(|| Column::Ints(Vec::new())) {
            values.push(value);
        }
        self
    }

    /// A text, or none.
    pub(crate) fn text(&mut self, value: impl Into<Option<String>>) -> &mut Self {
        if let Column::Texts(values) = self.column(|| Column::Texts(Vec::new())) {
            values.push(value.into());
        }
        self
    }

    /// Bytes, or none.
    pub(crate) fn bytes(&mut self, value: impl Into<Option<Vec<u8>>>) -> &mut Self {
        if let Column::Bytes(values) = self.column(|| Column::Bytes(Vec::new())) {
            values.push(value.into());
        }
        self
    }

    /// Yes or no.
    pub(crate) fn flag(&mut self, value: bool) -> &mut Self {
        if let Column::Flags(values) = self.column(|| Column::Flags(Vec::new())) {
            values.push(value);
        }
        self
    }

    /// The next column; the first row makes it. Were a row of another shape than the first, its arrays would differ in
    /// length, and the missing value be null, which no key column takes.
    fn column(&mut self, new: impl FnOnce() -> Column) -> &mut Column {
        if self.columns.len() == self.at {
            self.columns.push(new());
        }
        self.at += 1;
        &mut self.columns[self.at - 1]
    }
}

/// Runs a statement around one row at once. Gives how many rows it changed.
pub(crate) async fn one(
    connection: &mut Connection,
    set: Set,
    bind: impl FnOnce(&mut Row<'_>),
) -> Result<u64, StoreError> {
    let mut columns = Vec::with_capacity(set.columns);
    bind(&mut Row { columns: &mut columns, at: 0 });
    let (mut sql, mut values) = (String::new(), PgArguments::default());
    write_set(&mut sql, &mut values, set, columns)?;
    Ok(sqlx::query_with(AssertSqlSafe(sql), values).execute(connection).await?.rows_affected())
}

/// A question around a list of ids.
pub(crate) fn asking(Set { start, end, .. }: Set, ids: &[Uuid]) -> QueryBuilder<Db> {
    let mut sql = QueryBuilder::new(start);
    sql.push("select * from unnest(").push_bind(ids.to_vec()).push(")").push(end);
    sql
}

/// Sets of rows to write.
#[derive(Default)]
pub(crate) struct Script {
    sets: Vec<(Set, Vec<Column>)>,
    /// Whether the commit is to wait for the standby though no row is written.
    settles: bool,
}

impl Script {
    /// Adds a statement around all rows; nothing where there are no rows.
    pub(crate) fn add<T>(&mut self, set: Set, rows: Vec<T>, mut bind: impl FnMut(&mut Row<'_>, T)) {
        if rows.is_empty() {
            return;
        }
        let mut columns = Vec::with_capacity(set.columns);
        for row in rows {
            bind(&mut Row { columns: &mut columns, at: 0 }, row);
        }
        self.sets.push((set, columns));
    }

    /// What was seen is acknowledged: when the commit has ended it is on the synchronous standby as well.
    pub(crate) const fn settle(&mut self) {
        self.settles = true;
    }

    /// One statement for everything. Its parts see the same moment, and foreign keys are checked at its end.
    fn statement(self) -> Result<Option<(String, PgArguments)>, StoreError> {
        if self.sets.is_empty() {
            return Ok(self.settles.then(|| (dialect::SETTLE.to_owned(), PgArguments::default())));
        }
        let (mut sql, mut values) = (String::from("with"), PgArguments::default());
        for (i, (set, columns)) in self.sets.into_iter().enumerate() {
            sql.push_str(&format!("{} part{i} as (", if i > 0 { "," } else { "" }));
            write_set(&mut sql, &mut values, set, columns)?;
            sql.push(')');
        }
        sql.push_str(" select 1");
        Ok(Some((sql, values)))
    }
}

/// Adds `start select * from unnest($n, …) end` and its arrays.
fn write_set(sql: &mut String, values: &mut PgArguments, set: Set, columns: Vec<Column>) -> Result<(), StoreError> {
    sql.push_str(set.start);
    sql.push_str("select * from unnest(");
    for (i, column) in columns.into_iter().enumerate() {
        let added = match column {
            Column::Ids(ids) => values.add(ids),
            Column::Ints(ints) => values.add(ints),
            Column::Texts(texts) => values.add(texts),
            Column::Bytes(bytes) => values.add(bytes),
            Column::Flags(flags) => values.add(flags),
        };
        added.map_err(sqlx::Error::Encode)?;
        sql.push_str(&format!("{}${}", if i > 0 { ", " } else { "" }, values.len()));
    }
    sql.push(')');
    sql.push_str(set.end);
    Ok(())
}
