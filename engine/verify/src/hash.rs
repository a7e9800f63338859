//! SHA-256 and its purposes, written out again here so that a slip in the writing code shows.

use std::fmt;

use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256};

/// In front of record bytes.
pub(crate) const RECORD: &[u8] = b"xinxieshang/record/v1\n";
/// In front of salt and fields of a person.
pub(crate) const PERSON: &[u8] = b"xinxieshang/person/v1\n";
/// In front of a rule edition.
pub(crate) const RULES: &[u8] = b"xinxieshang/rules/v1\n";
/// In front of a data set.
pub(crate) const DATASET: &[u8] = b"xinxieshang/dataset/v1\n";
/// In front of a document's data.
pub(crate) const DOCUMENT: &[u8] = b"xinxieshang/document/v1\n";

/// In front of the published list of a secret ballot.
pub(crate) const BALLOT: &[u8] = b"xinxieshang/ballot/v1\n";

/// In front of the roll on which a secret ballot was opened.
pub(crate) const ROLL: &[u8] = b"xinxieshang/roll/v1\n";

/// A SHA-256 hash; its text is 64 lowercase hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hash([u8; 32]);

impl Hash {
    /// What the first record names as its predecessor.
    pub(crate) const ZERO: Self = Self([0; 32]);

    /// SHA-256 of the parts, one after the other.
    pub(crate) fn of(parts: &[&[u8]]) -> Self {
        let mut hasher = Sha256::new();
        for part in parts {
            hasher.update(part);
        }
        Self(hasher.finalize().into())
    }

    /// Reads the text form; `None` for anything else, uppercase digits included.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let lowercase = text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        let mut bytes = [0; 32];
        (lowercase && hex::decode_to_slice(text, &mut bytes).is_ok()).then_some(Self(bytes))
    }

    /// Whether a text is this hash's text form.
    pub(crate) fn is(self, text: &str) -> bool {
        let mut digits = [0; 64];
        hex::encode_to_slice(self.0, &mut digits).is_ok() && digits == text.as_bytes()
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hash({self})")
    }
}

impl Serialize for Hash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_form_is_strict() {
        let hash = Hash::of(&[b"a", b"bc"]);
        // FIPS 180-4, the one-block example "abc".
        let text = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(hash.to_string(), text);
        assert!(hash.is(text));
        assert_eq!(Hash::parse(text), Some(hash));
        assert_eq!(Hash::parse(&text.to_uppercase()), None);
        assert_eq!(Hash::parse(&text[2..]), None);
        assert!(!hash.is(&text.to_uppercase()));
    }
}
