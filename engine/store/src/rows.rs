//! What is stored beside the chain: persons, documents, attachments, and what cases refer to by hash.
//!
//! A hash is never an input: each row computes its own, so that a row can't stand under a name that isn't its content's.

use ledger::person::SALT_LENGTH;
use ledger::{Digest, canonical, purpose};
use serde::Serialize;

use crate::StoreError;

/// A person of a case: what stands behind `{"commit":…,"id":…}` in a record. Erasable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Id of the person, as records name it.
    pub id: String,
    /// The 32 random bytes in front of the fields.
    pub salt: [u8; SALT_LENGTH],
    /// Canonical bytes of the fields (name, number, telephone and the like).
    pub fields: Vec<u8>,
}

impl Person {
    /// A person with these fields.
    ///
    /// # Errors
    /// The fields have no canonical form.
    pub fn new<T: Serialize>(id: &str, salt: [u8; SALT_LENGTH], fields: &T) -> Result<Self, StoreError> {
        Ok(Self { id: id.to_owned(), salt, fields: canonical::to_vec(fields)? })
    }

    /// The commitment that records carry: SHA-256 of the purpose, the salt and the fields.
    #[must_use]
    pub fn commitment(&self) -> Digest {
        Digest::of(purpose::PERSON, &[self.salt.as_slice(), &self.fields].concat())
    }
}

/// A person as stored: after erasure only id and commitment are left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredPerson {
    /// Id of the person.
    pub id: String,
    /// The commitment in the records.
    pub commitment: Digest,
    /// Salt and fields; `None` once erased.
    pub content: Option<PersonContent>,
}

/// The erasable part of a person's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonContent {
    /// The 32 random bytes.
    pub salt: [u8; SALT_LENGTH],
    /// Canonical bytes of the fields.
    pub fields: Vec<u8>,
}

/// A printed document; travels with the act that records it, which names its number, version and kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Canonical JSON that the PDF was made from.
    pub data: Vec<u8>,
    /// The PDF.
    pub pdf: Vec<u8>,
}

impl Document {
    /// The hash printed on the paper: purpose `document` and the data.
    #[must_use]
    pub fn data_digest(&self) -> Digest {
        Digest::of(purpose::DOCUMENT, &self.data)
    }

    /// SHA-256 of the PDF.
    #[must_use]
    pub fn pdf_digest(&self) -> Digest {
        Digest::sha256(&self.pdf)
    }
}

/// A document as listed: everything but its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentLine {
    /// Number in the case.
    pub number: String,
    /// Version, from 1.
    pub version: u32,
    /// Kind, as the act names it.
    pub kind: String,
    /// Sequence of the act that recorded it.
    pub recorded_seq: u64,
    /// Hash of the data, purpose `document`.
    pub data_digest: Digest,
    /// Length of the data in bytes.
    pub data_size: u64,
    /// SHA-256 of the PDF.
    pub pdf_digest: Digest,
    /// Length of the PDF in bytes.
    pub pdf_size: u64,
    /// Whether data and PDF were erased.
    pub erased: bool,
}

/// A file handed in: a scan of an act done on paper, a power of attorney. Erasable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// What the person called it.
    pub name: String,
    /// The file.
    pub bytes: Vec<u8>,
}

impl Attachment {
    /// SHA-256 of the file: its name in records and bundles.
    #[must_use]
    pub fn sha256(&self) -> Digest {
        Digest::sha256(&self.bytes)
    }
}

/// An attachment as listed: everything but its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachmentLine {
    /// SHA-256 of the file.
    pub sha256: Digest,
    /// What the person called it.
    pub name: String,
    /// Length in bytes.
    pub size: u64,
    /// Whether the bytes were erased.
    pub erased: bool,
}

/// A rule edition: the canonical JSON whose hash stands in the records of the cases that started under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruleset {
    /// Canonical JSON of the profile after overlays.
    pub json: Vec<u8>,
}

impl Ruleset {
    /// Hash with purpose `rules`.
    #[must_use]
    pub fn hash(&self) -> Digest {
        Digest::of(purpose::RULES, &self.json)
    }
}

/// A dated data set, loaded by one person and confirmed by another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dataset {
    /// What it is: `calendar`, `min_wage` and the like.
    pub kind: String,
    /// Canonical JSON.
    pub json: Vec<u8>,
    /// Who loaded it.
    pub loaded_by: String,
    /// Who confirmed it; somebody else.
    pub confirmed_by: String,
}

impl Dataset {
    /// Hash with purpose `dataset`.
    #[must_use]
    pub fn hash(&self) -> Digest {
        Digest::of(purpose::DATASET, &self.json)
    }
}

/// A Typst source, or the list of fonts, that documents were made with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// File name, for people.
    pub name: String,
    /// The file.
    pub bytes: Vec<u8>,
}

impl Template {
    /// SHA-256 of the file.
    #[must_use]
    pub fn sha256(&self) -> Digest {
        Digest::sha256(&self.bytes)
    }
}
