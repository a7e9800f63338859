//! Writing: every statement takes as many rows as there are, so that a batch costs as many statements as a single act.
//!
//! What an act writes is added to the batch's script; the few writes that others wait for run at once. Both happen
//! inside the writer's transaction and nowhere else.

pub(crate) mod chain;
pub(crate) mod chores;
pub(crate) mod files;
pub(crate) mod outbox;
pub(crate) mod projections;
pub(crate) mod references;

use super::dialect::{Connection, Db};
use super::read::int;
use super::script::Script;
