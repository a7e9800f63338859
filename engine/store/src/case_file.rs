//! Everything that an evidence bundle of a case is made from.

use std::collections::BTreeMap;

use ledger::Digest;
use negotiation::Head;
use uuid::Uuid;

use crate::{
    Attachment, AttachmentLine, Dataset, Document, DocumentLine, Ruleset, StoredPerson, StoredRecord, Template,
};

/// A case with all that its records name by hash, each part in the order in which a bundle lists it.
#[derive(Clone, Debug)]
pub struct CaseFile {
    /// The case.
    pub case: Uuid,
    /// Its newest record.
    pub head: Head,
    /// Its records, oldest first.
    pub records: Vec<StoredRecord>,
    /// Its persons by id; content is absent where it was erased.
    pub persons: Vec<StoredPerson>,
    /// Its documents by number and version; bytes are absent where they were erased.
    pub documents: Vec<(DocumentLine, Option<Document>)>,
    /// Its attachments by hash; bytes are absent where they were erased.
    pub attachments: Vec<(AttachmentLine, Option<Attachment>)>,
    /// Published lists of secret ballots that its votes name, by ballot hash.
    pub ballots: BTreeMap<Digest, Vec<u8>>,
    /// The rolls on which those ballots were opened, by roll hash, where their definitions name it.
    pub rolls: BTreeMap<Digest, Vec<u8>>,
    /// Rule editions that its records are under.
    pub rulesets: BTreeMap<Digest, Ruleset>,
    /// Data sets that its facts name.
    pub datasets: BTreeMap<Digest, Dataset>,
    /// Templates that its documents were made with.
    pub templates: BTreeMap<Digest, Template>,
}
