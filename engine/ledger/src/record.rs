//! A record: one accepted command, sealed into the chain of its case.
//!
//! The bytes that are hashed are the bytes that are stored; nothing re-serialises them later.

use serde::Serialize;

use crate::canonical::{self, CanonicalError};
use crate::{Digest, purpose};

/// Version of the envelope that this crate writes; it stands in `v`.
pub const VERSION: u32 = 1;

/// Everything that a record says. Field names are the format; see `docs/evidence.md`.
#[derive(Clone, Debug, Serialize)]
pub struct Envelope<'a, A, D> {
    /// Id of the command, a UUIDv7 in lowercase; also its idempotency key.
    pub act: &'a str,
    /// Who acted, in which capacity and for which side.
    pub actor: &'a A,
    /// Recording time: RFC 3339, +08:00, milliseconds; never before the previous record's.
    pub at: &'a str,
    /// Id of the case, a UUIDv7 in lowercase.
    pub case: &'a str,
    /// The command, the facts it was decided on and its events.
    pub data: &'a D,
    /// Hash of the previous record; [`Digest::ZERO`] for the first.
    pub prev: Digest,
    /// Hash of the rule edition that the case started under.
    pub rules: Digest,
    /// Place in the chain, from 1, without gaps.
    pub seq: u64,
    /// Version of the envelope: [`VERSION`].
    pub v: u32,
}

/// The exact bytes of a record and their hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// Canonical bytes, without a line end.
    pub bytes: Vec<u8>,
    /// SHA-256 of [`purpose::RECORD`] and the bytes; the next record's `prev`.
    pub hash: Digest,
}

/// Writes a record's canonical bytes and hashes them.
///
/// # Errors
/// A field has no canonical form; see [`CanonicalError`].
pub fn seal<A: Serialize, D: Serialize>(envelope: &Envelope<'_, A, D>) -> Result<Sealed, CanonicalError> {
    let bytes = canonical::to_vec(envelope)?;
    let hash = hash(&bytes);
    Ok(Sealed { bytes, hash })
}

/// The hash of a record's bytes.
#[must_use]
pub fn hash(bytes: &[u8]) -> Digest {
    Digest::of(purpose::RECORD, bytes)
}
