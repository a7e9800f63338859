//! The layer on SQLite: the bodies that both dialects share, compiled with SQLite's types and its few own statements.
//!
//! A second dialect is a second folder like this one: the same bodies by `#[path]`, its own `dialect.rs`, its own
//! migrations under the same numbers.

pub(crate) mod dialect;
pub(crate) mod examine;
mod many;
mod script;

#[path = "../bench.rs"]
pub(crate) mod bench;
#[path = "../copy.rs"]
pub(crate) mod copy;
#[path = "../export.rs"]
mod export;
#[path = "../open.rs"]
mod open;
#[path = "../read/mod.rs"]
mod read;
#[path = "../urn.rs"]
mod urn;
#[path = "../write/mod.rs"]
mod write;
#[path = "../writer/mod.rs"]
mod writer;

#[cfg(test)]
mod plans;
#[cfg(test)]
#[path = "../statements.rs"]
mod statements;

pub(crate) use open::Store;
