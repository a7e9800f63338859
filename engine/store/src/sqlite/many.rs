//! Rows of any table, added in as few statements as the limit on bound values allows.

use sqlx::QueryBuilder;

use super::dialect::{Connection, Db, MAX_BINDS};
use crate::StoreError;
use crate::tables::{Row, Table, Value};

/// Adds rows.
pub(crate) async fn insert(connection: &mut Connection, table: &'static Table, rows: &[Row]) -> Result<(), StoreError> {
    for chunk in rows.chunks(MAX_BINDS / table.columns.len()) {
        let mut sql: QueryBuilder<Db> = QueryBuilder::new(table.insert());
        sql.push_values(chunk, |mut row, values| {
            for value in values {
                match value.clone() {
                    Value::Bytes(bytes) => row.push_bind(bytes),
                    Value::Flag(flag) => row.push_bind(flag),
                    Value::Id(id) => row.push_bind(id),
                    Value::Int(int) => row.push_bind(int),
                    Value::Nothing => row.push_bind(None::<i64>),
                    Value::Text(text) => row.push_bind(text),
                };
            }
        });
        sql.build().persistent(false).execute(&mut *connection).await?;
    }
    Ok(())
}
