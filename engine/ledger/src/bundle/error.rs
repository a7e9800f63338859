//! Why a bundle could not be built.

use crate::canonical::CanonicalError;

/// Why a bundle could not be built. Each is a mistake of the caller, except [`BundleError::Zip`].
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// A case without records has no evidence.
    #[error("a bundle needs at least one record")]
    NoRecords,
    /// A record with a line end in it isn't canonical.
    #[error("record {seq} holds a line end")]
    LineEnd {
        /// Place in the chain, from 1.
        seq: usize,
    },
    /// A document number that can't be a file name everywhere.
    #[error("not a document number: {0:?}")]
    Number(String),
    /// A member that is there already, with other content.
    #[error("member {0} added twice with different content")]
    Twice(String),
    /// Records, rules, data sets and templates are never left out.
    #[error("member {0} may not be left out")]
    Required(String),
    /// A member that isn't there.
    #[error("no member {0}")]
    Unknown(String),
    /// Two persons with one id and one commitment.
    #[error("person {0} listed twice")]
    PersonTwice(String),
    /// A value without canonical form.
    #[error(transparent)]
    Canonical(#[from] CanonicalError),
    /// The archive could not be written: a member beyond 4 GiB.
    #[error("zip archive: {0}")]
    Zip(String),
}
