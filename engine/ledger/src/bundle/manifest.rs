//! `manifest.json`: every member but itself, with size and hash, and the head of the chain.

use serde::{Deserialize, Serialize};

use crate::Digest;

/// Name and version of the format; a reader refuses any other.
pub const FORMAT: &str = "xinxieshang-evidence/1";

/// The format of a bundle with lists of secret ballots: one that doesn't know them refuses it.
pub const FORMAT_WITH_BALLOTS: &str = "xinxieshang-evidence/2";

/// The format of a bundle with rolls beside such lists.
pub const FORMAT_WITH_ROLLS: &str = "xinxieshang-evidence/3";

/// The manifest. Canonical JSON; a verifier recomputes everything in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Id of the case, a UUIDv7 in lowercase.
    pub case: String,
    /// Every member except the manifest, sorted by name.
    pub files: Vec<File>,
    /// [`FORMAT`], or [`FORMAT_WITH_BALLOTS`] or [`FORMAT_WITH_ROLLS`] where there is such a member.
    pub format: String,
    /// The last record.
    pub head: Head,
}

/// One member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// Size in bytes, uncompressed.
    pub bytes: u64,
    /// Path inside the archive.
    pub name: String,
    /// Plain SHA-256 of the content.
    pub sha256: Digest,
    /// Whether the content is in the archive.
    pub status: Status,
}

/// Whether a member's content is in the archive. Only documents, attachments and `persons.json` may be absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It is.
    Present,
    /// It exists but isn't handed to this reader.
    Withheld,
    /// It was erased, as the law on personal information may ask.
    Erased,
}

/// The last record of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Its record hash.
    pub hash: Digest,
    /// Its place, which is the number of records.
    pub seq: u64,
}
