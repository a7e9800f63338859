//! Salted commitments to personal data: the chain holds the commitment, an erasable row holds salt and fields.
//!
//! Whoever has salt and fields can prove that they are the ones committed to; once the row is erased the commitment
//! says nothing about the person, and the chain still verifies.

use serde::Serialize;

use crate::canonical::{self, CanonicalError};
use crate::{Digest, purpose};

/// Length of a salt in bytes; drawn at random for each person and each version of the fields.
pub const SALT_LENGTH: usize = 32;

/// SHA-256 of [`purpose::PERSON`], the salt and the canonical bytes of the fields.
///
/// # Errors
/// The fields have no canonical form; see [`CanonicalError`].
pub fn commit<T: Serialize + ?Sized>(salt: &[u8; SALT_LENGTH], fields: &T) -> Result<Digest, CanonicalError> {
    let fields = canonical::to_vec(fields)?;
    Ok(Digest::of_parts(&[purpose::PERSON.as_bytes(), salt, &fields]))
}
