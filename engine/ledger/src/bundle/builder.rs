//! Collects the members of a bundle and writes manifest and archive.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use serde::Serialize;

use super::manifest::{FORMAT, FORMAT_WITH_BALLOTS, FORMAT_WITH_ROLLS, File, Head, Manifest, Status};
use super::{BundleError, Person, README, archive, name, persons};
use crate::{Digest, canonical, record};

/// What is known of one member.
struct Member<'a> {
    /// Content; `None` where it is absent from the archive.
    content: Option<Cow<'a, [u8]>>,
    bytes: u64,
    sha256: Digest,
    status: Status,
}

/// A bundle in the making. Members may be added in any order.
pub struct Builder<'a> {
    case: String,
    head: Head,
    members: BTreeMap<String, Member<'a>>,
}

impl<'a> Builder<'a> {
    /// Starts with the records of a case, in order from the first, each without line end.
    ///
    /// # Errors
    /// No record, or one that holds a line end.
    pub fn new<R: AsRef<[u8]>>(case: &str, records: &[R]) -> Result<Self, BundleError> {
        let last = records.last().ok_or(BundleError::NoRecords)?;
        let head = Head { hash: record::hash(last.as_ref()), seq: records.len() as u64 };
        let mut lines = Vec::with_capacity(records.iter().map(|record| record.as_ref().len() + 1).sum());
        for (at, record) in records.iter().enumerate() {
            if record.as_ref().contains(&b'\n') {
                return Err(BundleError::LineEnd { seq: at + 1 });
            }
            lines.extend_from_slice(record.as_ref());
            lines.push(b'\n');
        }
        let mut builder = Self { case: case.to_owned(), head, members: BTreeMap::new() };
        builder.add(name::RECORDS.to_owned(), lines.into())?;
        builder.add(name::README.to_owned(), README.as_bytes().into())?;
        Ok(builder)
    }

    /// Adds the rule edition that the case runs under: canonical bytes.
    ///
    /// # Errors
    /// None in practice: the name is the hash of the content.
    pub fn rules(&mut self, bytes: impl Into<Cow<'a, [u8]>>) -> Result<(), BundleError> {
        let bytes = bytes.into();
        self.add(name::rules(&bytes), bytes)
    }

    /// Adds a data set named in the facts of a record: canonical bytes.
    ///
    /// # Errors
    /// None in practice: the name is the hash of the content.
    pub fn dataset(&mut self, bytes: impl Into<Cow<'a, [u8]>>) -> Result<(), BundleError> {
        let bytes = bytes.into();
        self.add(name::dataset(&bytes), bytes)
    }

    /// Adds a document: the PDF and the canonical bytes of the data it was made from.
    ///
    /// # Errors
    /// The number can't be a file name, or stands for another document already.
    pub fn document(
        &mut self,
        number: &str,
        pdf: impl Into<Cow<'a, [u8]>>,
        data: impl Into<Cow<'a, [u8]>>,
    ) -> Result<(), BundleError> {
        let bad = || BundleError::Number(number.to_owned());
        self.add(name::document_pdf(number).ok_or_else(bad)?, pdf.into())?;
        self.add(name::document_json(number).ok_or_else(bad)?, data.into())
    }

    /// Adds a Typst source that a document was made with.
    ///
    /// # Errors
    /// None in practice: the name is the hash of the content.
    pub fn template(&mut self, bytes: impl Into<Cow<'a, [u8]>>) -> Result<(), BundleError> {
        let bytes = bytes.into();
        self.add(name::template(&bytes), bytes)
    }

    /// Adds `templates/fonts.json`: canonical bytes with font hashes and the Typst version.
    ///
    /// # Errors
    /// Other fonts were added before.
    pub fn fonts(&mut self, bytes: impl Into<Cow<'a, [u8]>>) -> Result<(), BundleError> {
        self.add(name::FONTS.to_owned(), bytes.into())
    }

    /// Adds an attachment whose plain SHA-256 stands in a record.
    ///
    /// # Errors
    /// None in practice: the name is the hash of the content.
    pub fn attachment(&mut self, bytes: impl Into<Cow<'a, [u8]>>) -> Result<(), BundleError> {
        let bytes = bytes.into();
        self.add(name::attachment(Digest::sha256(&bytes)), bytes)
    }

    /// Adds the published list of a secret ballot that the record of a vote names: canonical bytes.
    ///
    /// # Errors
    /// None in practice: the name is the hash of the content.
    pub fn ballot(&mut self, bytes: impl Into<Cow<'a, [u8]>>) -> Result<(), BundleError> {
        let bytes = bytes.into();
        self.add(name::ballot(&bytes), bytes)
    }

    /// Adds the roll on which a secret ballot was opened.
    ///
    /// # Errors
    /// None in practice: the name is the hash of the content.
    pub fn roll(&mut self, bytes: impl Into<Cow<'a, [u8]>>) -> Result<(), BundleError> {
        let bytes = bytes.into();
        self.add(name::roll(&bytes), bytes)
    }

    /// Adds `persons.json` with what the reader is entitled to.
    ///
    /// # Errors
    /// Fields without canonical form, a person listed twice, or persons added before.
    pub fn persons<F: Serialize>(&mut self, entries: &[Person<'_, F>]) -> Result<(), BundleError> {
        self.add(name::PERSONS.to_owned(), persons::to_bytes(entries)?.into())
    }

    /// Keeps a member's hash and size but leaves its content out of the archive.
    ///
    /// # Errors
    /// No such member, or one that may not be left out.
    pub fn withhold(&mut self, member: &str) -> Result<(), BundleError> {
        let found = self.members.get_mut(member).ok_or_else(|| BundleError::Unknown(member.to_owned()))?;
        if !name::may_be_absent(member) {
            return Err(BundleError::Required(member.to_owned()));
        }
        found.status = Status::Withheld;
        found.content = None;
        Ok(())
    }

    /// Lists a member whose content was erased: its name, the size in bytes and the plain SHA-256 that it had.
    ///
    /// # Errors
    /// The member is there already, or may not be left out.
    pub fn erased(&mut self, member: &str, bytes: u64, sha256: Digest) -> Result<(), BundleError> {
        if !name::may_be_absent(member) {
            return Err(BundleError::Required(member.to_owned()));
        }
        match self.members.entry(member.to_owned()) {
            Entry::Occupied(_) => Err(BundleError::Twice(member.to_owned())),
            Entry::Vacant(place) => {
                place.insert(Member { content: None, bytes, sha256, status: Status::Erased });
                Ok(())
            }
        }
    }

    /// The manifest of what has been added so far.
    #[must_use]
    pub fn manifest(&self) -> Manifest {
        let files = self.members.iter().map(|(name, member)| File {
            bytes: member.bytes,
            name: name.clone(),
            sha256: member.sha256,
            status: member.status,
        });
        let any = |is: fn(&str) -> bool| self.members.keys().any(|name| is(name));
        let format = match (any(name::is_roll), any(name::is_ballot)) {
            (true, _) => FORMAT_WITH_ROLLS,
            (false, true) => FORMAT_WITH_BALLOTS,
            (false, false) => FORMAT,
        };
        let format = format.to_owned();
        Manifest { case: self.case.clone(), files: files.collect(), format, head: self.head }
    }

    /// Writes the archive.
    ///
    /// # Errors
    /// A member is beyond what a zip archive can hold.
    pub fn finish(self) -> Result<Vec<u8>, BundleError> {
        let manifest = canonical::to_vec(&self.manifest())?;
        let mut contents: BTreeMap<&str, &[u8]> = BTreeMap::from([(name::MANIFEST, manifest.as_slice())]);
        for (name, member) in &self.members {
            if let Some(content) = &member.content {
                contents.insert(name, content);
            }
        }
        archive::write(contents.into_iter())
    }

    fn add(&mut self, name: String, content: Cow<'a, [u8]>) -> Result<(), BundleError> {
        let sha256 = Digest::sha256(&content);
        match self.members.entry(name) {
            Entry::Occupied(there) if there.get().sha256 == sha256 => Ok(()),
            Entry::Occupied(there) => Err(BundleError::Twice(there.key().clone())),
            Entry::Vacant(place) => {
                let bytes = content.len() as u64;
                place.insert(Member { content: Some(content), bytes, sha256, status: Status::Present });
                Ok(())
            }
        }
    }
}
