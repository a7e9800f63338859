//! Rows as bytes, the same whichever database they come from.
//!
//! Each value is a byte for its kind and its content: 0 nothing; 1 a number, eight bytes, the highest first; 2 a text and
//! 3 bytes, each after its length in four bytes; 4 an id, sixteen bytes; 5 no; 6 yes. A row is its values in the order of
//! the table's columns, without anything between or around them.

use store::{Kind, Row, Table, Value};

/// Adds a row to bytes.
pub(crate) fn write(row: &[Value], out: &mut Vec<u8>) {
    for value in row {
        match value {
            Value::Nothing => out.push(0),
            Value::Int(int) => {
                out.push(1);
                out.extend_from_slice(&int.to_be_bytes());
            }
            Value::Text(text) => lengthy(2, text.as_bytes(), out),
            Value::Bytes(bytes) => lengthy(3, bytes, out),
            Value::Id(id) => {
                out.push(4);
                out.extend_from_slice(id.as_bytes());
            }
            Value::Flag(flag) => out.push(if *flag { 6 } else { 5 }),
        }
    }
}

fn lengthy(kind: u8, bytes: &[u8], out: &mut Vec<u8>) {
    out.push(kind);
    // Neither database holds a value of four gigabytes.
    out.extend_from_slice(&u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_be_bytes());
    out.extend_from_slice(bytes);
}

/// Reads the rows of a table; `None` where the bytes aren't rows of it.
pub(crate) fn read(table: &Table, mut bytes: &[u8]) -> Option<Vec<Row>> {
    let mut rows = Vec::new();
    while !bytes.is_empty() {
        let row = table.columns.iter().map(|(_, kind)| value(*kind, &mut bytes)).collect::<Option<Row>>()?;
        rows.push(row);
    }
    Some(rows)
}

fn value(kind: Kind, bytes: &mut &[u8]) -> Option<Value> {
    let tag = *take(bytes, 1)?.first()?;
    Some(match (tag, kind) {
        (0, Kind::Bytes | Kind::Int | Kind::Text) => Value::Nothing,
        (1, Kind::Int) => Value::Int(i64::from_be_bytes(take(bytes, 8)?.try_into().ok()?)),
        (2, Kind::Text) => Value::Text(String::from_utf8(long(bytes)?.to_vec()).ok()?),
        (3, Kind::Bytes) => Value::Bytes(long(bytes)?.to_vec()),
        (4, Kind::Id) => Value::Id(uuid::Uuid::from_slice(take(bytes, 16)?).ok()?),
        (5, Kind::Flag) => Value::Flag(false),
        (6, Kind::Flag) => Value::Flag(true),
        (_, Kind::Bytes | Kind::Flag | Kind::Id | Kind::Int | Kind::Text) => return None,
    })
}

fn long<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = u32::from_be_bytes(take(bytes, 4)?.try_into().ok()?);
    take(bytes, usize::try_from(length).ok()?)
}

fn take<'a>(bytes: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (taken, rest) = bytes.split_at_checked(count)?;
    *bytes = rest;
    Some(taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_back_as_they_went_and_cut_or_foreign_ones_dont() {
        let table = store::table("outbox").unwrap();
        let row = |n: i64| {
            let kinds = table.columns.iter().map(|(_, kind)| match kind {
                Kind::Bytes => Value::Bytes(vec![0, 255]),
                Kind::Flag => Value::Flag(true),
                Kind::Id => Value::Id(uuid::Uuid::from_u128(7)),
                Kind::Int if n == 2 => Value::Nothing,
                Kind::Int => Value::Int(i64::MIN + n),
                Kind::Text => Value::Text("文".to_owned()),
            });
            kinds.collect::<Row>()
        };
        let rows = vec![row(1), row(2)];
        let mut bytes = Vec::new();
        rows.iter().for_each(|row| write(row, &mut bytes));
        assert_eq!(read(table, &bytes).unwrap(), rows);
        assert!(read(table, &bytes[..bytes.len() - 1]).is_none());
        assert!(read(store::table("person").unwrap(), &bytes).is_none());
    }
}
