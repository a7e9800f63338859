//! Writing: every statement takes as many rows as there are, so that a batch costs as many statements as a single act.
//!
//! What an act writes is added to the batch's script; the few writes that others wait for run at once. Both happen
//! inside the writer's transaction and nowhere else.

pub(crate) mod accounts;
pub(crate) mod ballots;
pub(crate) mod caucus;
pub(crate) mod chain;
pub(crate) mod challenges;
pub(crate) mod chores;
pub(crate) mod coming;
pub(crate) mod files;
pub(crate) mod notices;
pub(crate) mod outbox;
pub(crate) mod people;
pub(crate) mod projections;
pub(crate) mod references;
pub(crate) mod roster;

use sqlx::error::ErrorKind;

use super::dialect::{self, Connection};
use super::read::int;
use super::script::{Row, Script, one};
use crate::StoreError;

/// A statement around a list of rows: what stands before them and after them, and how many columns they have.
#[derive(Clone, Copy)]
pub(crate) struct Set {
    pub(crate) start: &'static str,
    pub(crate) end: &'static str,
    pub(crate) columns: usize,
}

/// Names what a refused row means: a chain that somebody else has moved on, or a key that is taken.
pub(crate) fn named(error: sqlx::Error) -> StoreError {
    let sqlx::Error::Database(found) = &error else {
        return error.into();
    };
    let kind = found.kind();
    match dialect::refusing_table(&**found).as_deref() {
        Some("record" | "case_head" | "outbox" | "open_negotiation")
            if matches!(kind, ErrorKind::UniqueViolation | ErrorKind::NotNullViolation) =>
        {
            StoreError::HeadMoved
        }
        Some("document") if matches!(kind, ErrorKind::UniqueViolation) => StoreError::Exists { table: "document" },
        Some(_) | None => error.into(),
    }
}
