//! How much a bundle may ask of the machine that checks it, and what can't be read at all.

use messages::Said;

/// Bounds that are checked before any memory is given. A case of a whole province stays far below the standard ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Members of the archive.
    pub members: usize,
    /// Bytes of all members together, uncompressed.
    pub total_bytes: u64,
    /// Times that a member over one mebibyte may be larger than its compressed form.
    pub ratio: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { members: 4096, total_bytes: 512 << 20, ratio: 400 }
    }
}

/// A file that can't be checked: exit status 2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It isn't a zip archive, or ends before its directory.
    NotZip,
    /// It is a zip archive without `manifest.json`.
    NoManifest,
    /// More members than [`Limits::members`].
    TooManyMembers {
        /// How many there are.
        found: usize,
        /// How many may be.
        limit: usize,
    },
    /// More bytes than [`Limits::total_bytes`].
    TooLarge {
        /// How many the directory declares.
        found: u64,
        /// How many may be.
        limit: u64,
    },
    /// A member that grows more than [`Limits::ratio`] times.
    TooDense {
        /// Its name.
        member: String,
    },
}

impl Unreadable {
    /// The reason as a text.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::NotZip => Said::new("verify-unreadable-zip"),
            Self::NoManifest => Said::new("verify-unreadable-manifest"),
            Self::TooManyMembers { found, limit } => {
                Said::new("verify-unreadable-members").arg("found", found).arg("limit", limit)
            }
            Self::TooLarge { found, limit } => {
                Said::new("verify-unreadable-size").arg("found", found).arg("limit", limit)
            }
            Self::TooDense { member } => Said::new("verify-unreadable-ratio").arg("member", member),
        }
    }
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.said().key)
    }
}

impl std::error::Error for Unreadable {}
