//! Why something could not be measured.

use negotiation::{LawBookError, Refusal};
use store::{StoreError, SubmitError};

/// Why something could not be measured.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The server of our own didn't start.
    #[error("PostgreSQL: {0}")]
    Cluster(#[from] cluster::ClusterError),
    /// The built-in rules can't be read.
    #[error("the law book: {0}")]
    Book(#[from] LawBookError),
    /// A record, a sample or an answer isn't what it must be.
    #[error("a record, sample or answer doesn't hold")]
    Broken,
    /// No case, no act.
    #[error("there is nothing to measure")]
    Empty,
    /// Files, threads, sockets.
    #[error("this machine: {0}")]
    Machine(#[from] std::io::Error),
    /// An act of a standard case was refused.
    #[error("refused under {}", .0.rule)]
    Refused(Box<Refusal>),
    /// The store failed.
    #[error("the store: {0}")]
    Store(#[from] StoreError),
    /// The store didn't record an act.
    #[error("the store: {0}")]
    Submit(Box<SubmitError>),
}
