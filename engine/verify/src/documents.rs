//! Documents: the PDF by its plain SHA-256, the data by its document hash, and both in the records.
//!
//! What is compared here is that some record mentions the hash. Which act recorded which document, and that voted,
//! signed, filed and published text are one, is known only after the replay; see [`crate::law_replay`].

use std::collections::BTreeMap;

use messages::Said;

use crate::hash::DOCUMENT;
use crate::layout::Kind;
use crate::manifest::{Manifest, Status};
use crate::mentions::Mentions;
use crate::named::or_pass;
use crate::shown::shown;
use crate::{Check, Hash, Place, json};

const ID: &str = "documents";

/// The hashes of one document, as far as its parts are in the bundle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Hashes {
    /// Plain SHA-256 of the PDF; that of the manifest where the PDF is withheld or erased.
    pub(crate) pdf: Option<Hash>,
    /// Document hash of the data; `None` where the data is withheld or erased.
    pub(crate) data: Option<Hash>,
}

/// Documents by number.
pub(crate) type Documents = BTreeMap<String, Hashes>;

/// Hashes every document of the bundle and checks that the records mention it.
pub(crate) fn check(
    contents: &BTreeMap<String, Vec<u8>>,
    manifest: Option<&Manifest>,
    mentions: &Mentions,
) -> (Documents, Vec<Check>) {
    let mut documents = Documents::new();
    let mut checks = Vec::new();
    for (name, content) in contents {
        let (slot, hash) = match Kind::of(name) {
            Some(Kind::Pdf(number)) => (&mut entry(&mut documents, number).pdf, Hash::of(&[content])),
            Some(Kind::DocumentData(number)) => {
                if let Err(flaw) = json::check(content) {
                    checks.push(Check::fail(ID, Place::member(name), flaw.said()));
                    continue;
                }
                (&mut entry(&mut documents, number).data, Hash::of(&[DOCUMENT, content]))
            }
            _ => continue,
        };
        *slot = Some(hash);
        checks.extend(unmentioned(name, hash, mentions));
    }
    for file in manifest.iter().flat_map(|manifest| &manifest.files).filter(|file| file.status != Status::Present) {
        if let (Some(Kind::Pdf(number)), Some(hash)) = (Kind::of(&file.name), Hash::parse(&file.sha256)) {
            entry(&mut documents, number).pdf = Some(hash);
            checks.extend(unmentioned(&file.name, hash, mentions));
        }
    }
    if !documents.is_empty() || !checks.is_empty() {
        checks = or_pass(ID, checks, Said::new("verify-documents-pass").arg("count", documents.len()));
    }
    (documents, checks)
}

fn entry<'a>(documents: &'a mut Documents, number: &str) -> &'a mut Hashes {
    documents.entry(number.to_owned()).or_default()
}

fn unmentioned(name: &str, hash: Hash, mentions: &Mentions) -> Option<Check> {
    let said = || Said::new("verify-documents-unmentioned").arg("hash", hash);
    (!mentions.has(hash)).then(|| Check::fail(ID, Place::member(shown(name)), said()))
}
