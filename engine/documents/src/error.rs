//! What can go wrong between data and PDF, for people.

use std::path::PathBuf;

use messages::Said;

use crate::DataError;

/// The fonts aren't as documents need them.
#[derive(Debug, thiserror::Error)]
pub enum FontError {
    /// A face isn't in any of the folders.
    #[error("no face {family} {weight}")]
    Missing {
        /// Its family.
        family: String,
        /// Its weight, 100 to 900.
        weight: u16,
    },
    /// A font file can't be read.
    #[error("{}: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

impl FontError {
    /// The error for people, with the command that mends it.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::Missing { family, weight } => {
                Said::new("doc-font-missing").arg("family", family).arg("weight", weight)
            }
            Self::Unreadable { path, source } => {
                Said::new("doc-font-unreadable").arg("path", path.display()).arg("detail", source)
            }
        }
    }
}

/// A document could not be made.
#[derive(Debug, thiserror::Error)]
pub enum TypesetError {
    /// The data is not what this kind of paper needs.
    #[error(transparent)]
    Data(#[from] DataError),
    /// No face has this character.
    #[error("no glyph for {character:?}")]
    MissingGlyph {
        /// The character.
        character: char,
    },
    /// The template and the data don't fit, or the PDF standard refuses something; Typst's own words.
    #[error("{detail}")]
    Typst {
        /// What Typst said.
        detail: String,
    },
}

impl TypesetError {
    /// The error for people.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::Data(error) => error.said(),
            Self::MissingGlyph { character } => Said::new("doc-missing-glyph")
                .arg("character", character)
                .arg("code", format!("U+{:04X}", u32::from(*character))),
            Self::Typst { detail } => Said::new("doc-typst").arg("detail", detail),
        }
    }
}
