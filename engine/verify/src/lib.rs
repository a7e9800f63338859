//! Checks an evidence bundle with code of its own and replays the law.
//!
//! A stranger who trusts nobody runs [`verify`] on the bytes of a bundle. Everything that was computed is computed again:
//! the archive's form, every file against the manifest, every record's canonical bytes, hash and link, every name that is
//! a hash, every commitment, and the law. `docs/evidence.md` describes the formats for another programmer.
//!
//! Invariants: no network, no database, no clock, no file; nothing here writes. Canonical form, hashes and archive are
//! read with code written for this crate, never with the code that wrote them: a mistake there must not hide itself. Only
//! the fixed text of `README.txt` and, for the replay, the law itself are shared. Whatever the bytes are, the answer is a
//! [`Report`] or [`Unreadable`], never a panic, and memory stays within [`Limits`].

mod ballots;
mod bundle;
pub mod chain;
mod documents;
mod hash;
mod instant;
mod json;
mod law_replay;
mod layout;
mod limits;
mod lists;
mod manifest;
mod mentions;
mod named;
mod persons;
mod record;
mod report;
mod rolls;
mod shown;
mod zip;

pub use bundle::verify;
pub use hash::Hash;
pub use law_replay::Replay;
pub use limits::{Limits, Unreadable};
pub use lists::{List, lists};
pub use record::RawRecord;
pub use report::{Check, Outcome, Place, Report};

/// Message file of this crate.
pub const MESSAGES: &str = include_str!("../messages/zh-CN.ftl");

#[cfg(test)]
mod tests;
