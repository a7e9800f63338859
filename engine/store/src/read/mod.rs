//! Reading: every function asks for one row or one page of rows, and every statement finds them by an index.
//!
//! The functions take a connection, so that the writer and an export can read inside their own transaction; the methods
//! of [`Store`](super::Store) take a reader's connection and call them.

pub(crate) mod accounts;
pub(crate) mod ballots;
pub(crate) mod cases;
pub(crate) mod caucus;
pub(crate) mod challenges;
pub(crate) mod coming;
pub(crate) mod duties;
pub(crate) mod files;
pub(crate) mod notices;
pub(crate) mod outbox;
pub(crate) mod people;
pub(crate) mod persons;
pub(crate) mod records;
pub(crate) mod references;

use ledger::Digest;

use super::Store;
use super::dialect::Connection;
use crate::{MAX_PAGE, StoreError};

/// A limit as the database takes it, cut to the longest page.
fn page(limit: u32) -> i64 {
    i64::from(limit.clamp(1, MAX_PAGE))
}

/// A count or a size, which is never negative.
pub(super) fn count(column: &'static str, value: i64) -> Result<u64, StoreError> {
    u64::try_from(value).map_err(|_| StoreError::Value { column, found: value.to_string() })
}

/// A small count.
pub(super) fn small(column: &'static str, value: i64) -> Result<u32, StoreError> {
    u32::try_from(value).map_err(|_| StoreError::Value { column, found: value.to_string() })
}

/// A hash or a salt: 32 bytes.
pub(super) fn bytes32(column: &'static str, bytes: &[u8]) -> Result<[u8; 32], StoreError> {
    bytes.try_into().map_err(|_| StoreError::Value { column, found: format!("{} bytes", bytes.len()) })
}

/// A hash.
pub(super) fn digest(column: &'static str, bytes: &[u8]) -> Result<Digest, StoreError> {
    bytes32(column, bytes).map(Digest::from_bytes)
}

/// A sequence or a size as the database takes it; neither ever comes near 2^63.
pub(super) fn int(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}
