//! The evidence bundle: one zip archive with everything that a stranger needs to check a case offline.
//!
//! The same members give the same bytes: names sorted, one fixed time, one compression. What may not be handed out stays
//! in the manifest with its hash and is absent from the archive.

mod archive;
mod builder;
mod error;
mod manifest;
pub mod name;
mod persons;

pub use builder::Builder;
pub use error::BundleError;
pub use manifest::{FORMAT, FORMAT_WITH_BALLOTS, FORMAT_WITH_ROLLS, File, Head, Manifest, Status};
pub use persons::Person;

/// The text of `README.txt`, the same in every bundle: how to check with `sha256sum` alone and with the verifier.
pub const README: &str = include_str!("../../messages/bundle-readme.zh-CN.txt");
