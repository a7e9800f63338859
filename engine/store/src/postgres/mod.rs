//! The layer on PostgreSQL: the bodies that both dialects share, compiled with PostgreSQL's types and its few own
//! statements.

pub(crate) mod dialect;
pub(crate) mod examine;
mod many;
mod roles;
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

pub(crate) use dialect::{is_gone, is_transient};
pub(crate) use open::Store;
pub(crate) use roles::grant;
