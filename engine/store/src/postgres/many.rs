//! Rows of any table, added by one statement whose columns are arrays.

use sqlx::postgres::PgArguments;
use sqlx::{Arguments as _, AssertSqlSafe};

use super::dialect::Connection;
use crate::StoreError;
use crate::tables::{Kind, Row, Table, Value};

/// Adds rows.
pub(crate) async fn insert(connection: &mut Connection, table: &'static Table, rows: &[Row]) -> Result<(), StoreError> {
    let mut values = PgArguments::default();
    for (i, (_, kind)) in table.columns.iter().enumerate() {
        let column = rows.iter().map(|row| row.get(i).unwrap_or(&Value::Nothing));
        let added = match kind {
            Kind::Bytes => values.add(column.map(bytes).collect::<Vec<_>>()),
            Kind::Flag => values.add(column.map(flag).collect::<Vec<_>>()),
            Kind::Id => values.add(column.map(id).collect::<Vec<_>>()),
            Kind::Int => values.add(column.map(int).collect::<Vec<_>>()),
            Kind::Text => values.add(column.map(text).collect::<Vec<_>>()),
        };
        added.map_err(sqlx::Error::Encode)?;
    }
    let arrays: Vec<String> = (1..=table.columns.len()).map(|n| format!("${n}")).collect();
    let sql = format!("{}select * from unnest({})", table.insert(), arrays.join(", "));
    sqlx::query_with(AssertSqlSafe(sql), values).execute(connection).await?;
    Ok(())
}

fn bytes(value: &Value) -> Option<Vec<u8>> {
    if let Value::Bytes(bytes) = value { Some(bytes.clone()) } else { None }
}

fn flag(value: &Value) -> Option<bool> {
    if let Value::Flag(flag) = value { Some(*flag) } else { None }
}

fn id(value: &Value) -> Option<uuid::Uuid> {
    if let Value::Id(id) = value { Some(*id) } else { None }
}

fn int(value: &Value) -> Option<i64> {
    if let Value::Int(int) = value { Some(*int) } else { None }
}

fn text(value: &Value) -> Option<String> {
    if let Value::Text(text) = value { Some(text.clone()) } else { None }
}
