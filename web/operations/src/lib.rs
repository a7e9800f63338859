//! What an operator does beside serving: backup, restore, move, drill, looking after the outbox.
//!
//! A backup is a folder of segments, each a run of rows of one table, named by the SHA-256 of its bytes, and a manifest
//! for each moment that lists the segments in order. What hasn't changed since is not written again: a segment that is
//! there is used again. The same rows fill either database, so a restore may go from PostgreSQL to a file and back, and a
//! move is a backup and a restore without the folder between them.
//!
//! Invariants: a backup shows one moment and appears when it is complete; nothing of a restore or a move can be used
//! before every row was read back and compared, every chain checked by the verifier's own code, and every head that the
//! operator has shown was found; whatever is damaged is named by its file.

mod archive;
mod backup;
mod chains;
mod doctor;
mod error;
mod fill;
mod heads;
mod moving;
mod outbox;
mod restore;
mod rows;

pub use archive::{Archive, Manifest, SegmentLine, TableLine};
pub use backup::{Made, backup};
pub use chains::Law;
pub use doctor::{Finding, Grade, Patient, doctor};
pub use error::OperationError;
pub use fill::Filled;
pub use heads::{Heads, HeadsError};
pub use moving::move_store;
pub use outbox::{Retried, outbox_retry, outbox_waiting};
pub use restore::{Drilled, drill, restore};

/// Texts of this crate, in Fluent syntax.
pub const MESSAGES: &str = include_str!("../messages/zh-CN.ftl");

/// Is told what is being done.
pub type Told<'a> = &'a dyn Fn(messages::Said);
