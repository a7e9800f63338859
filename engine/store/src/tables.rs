//! The tables as a copy sees them: which there are, their columns, and the key in whose order they are read.
//!
//! A backup, a move and a restore carry every row of every table byte for byte; a test reads the catalogues of both
//! databases, so that a new table or column can't be forgotten here.

mod ballots;
mod list;

use uuid::Uuid;

pub use list::TABLES;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Bytes, or nothing.
    Bytes,
    /// Yes or no.
    Flag,
    /// An id.
    Id,
    /// A number, or nothing.
    Int,
    /// A text, or nothing.
    Text,
}

/// One value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Bytes.
    Bytes(Vec<u8>),
    /// Yes or no.
    Flag(bool),
    /// An id.
    Id(Uuid),
    /// A number.
    Int(i64),
    /// Nothing.
    Nothing,
    /// A text.
    Text(String),
}

/// One row, in the order of its table's columns.
pub type Row = Vec<Value>;

/// A table.
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its columns; those of the key first.
    pub columns: &'static [(&'static str, Kind)],
    /// How many columns the key has.
    pub key: usize,
    /// Rows to read at a time, so that a page stays small enough for memory: files are large.
    pub page: u32,
}

/// The table of this name.
#[must_use]
pub fn table(name: &str) -> Option<&'static Table> {
    TABLES.iter().find(|table| table.name == name)
}

impl Table {
    /// The statement that reads a page in the order of the key, from the start or after a row.
    pub(crate) fn select(&self, from_start: bool) -> String {
        let names = |columns: &[(&str, Kind)]| columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
        let key = names(&self.columns[..self.key]);
        let after = if from_start {
            String::new()
        } else {
            let values: Vec<String> = (1..=self.key).map(|n| format!("${n}")).collect();
            format!(" where ({key}) > ({})", values.join(", "))
        };
        format!("select {} from {}{after} order by {key} limit {}", names(self.columns), self.name, self.page)
    }

    /// The start of the statement that adds rows.
    pub(crate) fn insert(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|(name, _)| *name).collect();
        format!("insert into {} ({}) ", self.name, names.join(", "))
    }
}
