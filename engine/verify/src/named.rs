//! Members whose name is a hash: rules, data sets, templates, attachments. The name must be the hash of the content, and
//! the records must mention it.

use std::collections::BTreeMap;

use messages::Said;

use crate::hash::{DATASET, RULES};
use crate::layout::Kind;
use crate::manifest::{Manifest, Status};
use crate::mentions::Mentions;
use crate::{Check, Hash, Place, RawRecord, json};

type Contents = BTreeMap<String, Vec<u8>>;

/// The rule edition that the records name is in the bundle, alone and unaltered.
pub(crate) fn rules(contents: &Contents, records: &[RawRecord<'_>]) -> Vec<Check> {
    const ID: &str = "rules";
    let mut checks = Vec::new();
    let mut found = false;
    for (name, content) in contents {
        let Some(Kind::Rules(hash)) = Kind::of(name) else {
            continue;
        };
        if let Some(said) = canonical_under(RULES, hash, content) {
            checks.push(Check::fail(ID, Place::member(name), said));
        } else if records.first().is_some_and(|record| hash.is(record.rules)) {
            found = true;
        } else {
            checks.push(Check::fail(ID, Place::member(name), Said::new("verify-named-unmentioned")));
        }
    }
    match records.first() {
        Some(record) if !found => {
            checks.push(Check::fail(ID, Place::bundle(), Said::new("verify-rules-missing").arg("hash", record.rules)));
        }
        Some(_) | None => {}
    }
    or_pass(ID, checks, Said::new("verify-rules-pass"))
}

/// Every data set is unaltered and mentioned. That none is missing shows when the law is replayed.
pub(crate) fn datasets(contents: &Contents, mentions: &Mentions) -> Vec<Check> {
    const ID: &str = "datasets";
    let mut checks = Vec::new();
    let mut count = 0_u64;
    for (name, content) in contents {
        let Some(Kind::DataSet(hash)) = Kind::of(name) else {
            continue;
        };
        count += 1;
        let said = canonical_under(DATASET, hash, content).or_else(|| unmentioned(mentions, hash));
        checks.extend(said.map(|said| Check::fail(ID, Place::member(name), said)));
    }
    or_pass(ID, checks, Said::new("verify-datasets-pass").arg("count", count))
}

/// Every template is the one that its name says.
pub(crate) fn templates(contents: &Contents) -> Vec<Check> {
    const ID: &str = "templates";
    let mut checks = Vec::new();
    let mut count = 0_u64;
    for (name, content) in contents {
        let said = match Kind::of(name) {
            Some(Kind::Template(hash)) => differs(hash, Hash::of(&[content])),
            Some(Kind::Fonts) => json::check(content).err().map(json::Flaw::said),
            _ => continue,
        };
        count += 1;
        checks.extend(said.map(|said| Check::fail(ID, Place::member(name), said)));
    }
    if count == 0 { Vec::new() } else { or_pass(ID, checks, Said::new("verify-templates-pass").arg("count", count)) }
}

/// Every attachment is the one that its name says, and a record mentions it; of an absent one the hash is compared.
pub(crate) fn attachments(contents: &Contents, manifest: Option<&Manifest>, mentions: &Mentions) -> Vec<Check> {
    const ID: &str = "attachments";
    let mut checks = Vec::new();
    let mut count = 0_u64;
    for (name, content) in contents {
        let Some(Kind::Attachment(hash)) = Kind::of(name) else {
            continue;
        };
        count += 1;
        let said = differs(hash, Hash::of(&[content])).or_else(|| unmentioned(mentions, hash));
        checks.extend(said.map(|said| Check::fail(ID, Place::member(name), said)));
    }
    for file in manifest.iter().flat_map(|manifest| &manifest.files).filter(|file| file.status != Status::Present) {
        let Some(Kind::Attachment(hash)) = Kind::of(&file.name) else {
            continue;
        };
        let said = Hash::parse(&file.sha256).and_then(|listed| differs(hash, listed));
        let said = said.or_else(|| unmentioned(mentions, hash));
        checks.extend(said.map(|said| Check::fail(ID, Place::member(&file.name), said)));
    }
    if count == 0 && checks.is_empty() {
        return checks;
    }
    or_pass(ID, checks, Said::new("verify-attachments-pass").arg("count", count))
}

/// What is wrong with a member that is named by the hash of its canonical content under a purpose.
pub(crate) fn canonical_under(purpose: &[u8], named: Hash, content: &[u8]) -> Option<Said> {
    match json::check(content) {
        Ok(_) => differs(named, Hash::of(&[purpose, content])),
        Err(flaw) => Some(flaw.said()),
    }
}

fn differs(named: Hash, found: Hash) -> Option<Said> {
    (named != found).then(|| Said::new("verify-named-hash").arg("expected", named).arg("found", found))
}

fn unmentioned(mentions: &Mentions, hash: Hash) -> Option<Said> {
    (!mentions.has(hash)).then(|| Said::new("verify-named-unmentioned"))
}

/// The findings, or one line that says that all is well.
pub(crate) fn or_pass(id: &'static str, findings: Vec<Check>, said: Said) -> Vec<Check> {
    if findings.is_empty() { vec![Check::pass(id, Place::bundle(), said)] } else { findings }
}
