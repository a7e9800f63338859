//! The places whose rules are known.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A place whose rules apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Profile {
    /// The whole country.
    #[serde(rename = "CN")]
    Cn,
    /// Zhejiang province.
    #[serde(rename = "ZJ")]
    Zj,
    /// Hangzhou.
    #[serde(rename = "HZ")]
    Hz,
    /// Ningbo.
    #[serde(rename = "NB")]
    Nb,
}

impl Profile {
    /// All profiles, the widest first.
    pub const ALL: [Self; 4] = [Self::Cn, Self::Zj, Self::Hz, Self::Nb];

    /// The short name: `CN`, `ZJ`, `HZ` or `NB`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cn => "CN",
            Self::Zj => "ZJ",
            Self::Hz => "HZ",
            Self::Nb => "NB",
        }
    }

    /// The profile that this one lies over.
    #[must_use]
    pub const fn base(self) -> Option<Self> {
        match self {
            Self::Cn => None,
            Self::Zj => Some(Self::Cn),
            Self::Hz | Self::Nb => Some(Self::Zj),
        }
    }
}

impl fmt::Display for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A text that names no profile.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected CN, ZJ, HZ or NB, found {found:?}")]
pub struct ProfileError {
    /// The text as given.
    pub found: String,
}

impl FromStr for Profile {
    type Err = ProfileError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.into_iter().find(|profile| profile.code().eq_ignore_ascii_case(text));
        found.ok_or_else(|| ProfileError { found: text.to_owned() })
    }
}
