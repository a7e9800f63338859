//! Canonical bytes, hash chain and evidence bundle.
//!
//! Everything that is hashed goes through this crate: a typed value becomes RFC 8785 bytes ([`canonical`]), bytes become
//! a [`Digest`] under a purpose string ([`purpose`]), an accepted command becomes a chained record ([`record`]), a person
//! a salted commitment ([`person`]), and a case a zip archive that a stranger can check offline ([`bundle`]).
//!
//! Invariants: no clock, no chance, no floats; the same value gives the same bytes on every machine; nothing here knows
//! the law. The formats are described for other programmers in `docs/evidence.md`.

pub mod bundle;
pub mod canonical;
mod digest;
pub mod person;
pub mod purpose;
pub mod record;

pub use digest::{Digest, DigestError, digest_of};
