//! Canonical bytes, digests, records, commitments and bundles, from outside.

#![expect(clippy::unwrap_used, reason = "a test that meets something else than it expects fails, whatever it meets")]

mod bundle;
mod canonical;
mod digest;
mod person;
mod record;
