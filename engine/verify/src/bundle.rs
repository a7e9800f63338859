//! The order of the checks, from the archive inwards.

use std::collections::BTreeMap;

use messages::Said;

use crate::chain::{self, Walk};
use crate::documents::Documents;
use crate::layout::{Kind, MANIFEST, PERSONS, README, RECORDS};
use crate::manifest::{self, Manifest, Status};
use crate::mentions::Mentions;
use crate::named::{self, or_pass};
use crate::shown::shown;
use crate::{Check, Hash, Limits, Place, Report, Unreadable, ballots, documents, law_replay, persons, rolls, zip};

/// The members that could be inflated, by name.
type Contents = BTreeMap<String, Vec<u8>>;

/// Checks the bytes of a bundle. See the crate's documentation for what is checked.
///
/// # Errors
/// [`Unreadable`] where there is no zip archive or manifest, or the bundle exceeds the limits. Everything else that is
/// wrong is a finding in the report.
pub fn verify(bytes: &[u8], limits: &Limits) -> Result<Report, Unreadable> {
    let mut checks = Vec::new();
    let (contents, damaged) = members(bytes, limits, &mut checks)?;
    let manifest = match contents.get(MANIFEST).map(|content| manifest::read(content)) {
        Some(Ok(manifest)) => {
            checks.push(Check::pass("manifest", Place::member(MANIFEST), Said::new("verify-manifest-pass")));
            Some(manifest)
        }
        Some(Err(check)) => {
            checks.push(check);
            None
        }
        None if damaged.iter().any(|name| name == MANIFEST) => None,
        None => return Err(Unreadable::NoManifest),
    };
    let manifest = manifest.as_ref();
    let walk = contents.get(RECORDS).map(|records| chain::walk(records));
    records(walk.as_ref(), manifest, &mut checks);
    files(manifest, &contents, &damaged, &mut checks);
    let walked = walk.as_ref().map_or(&[][..], |walk| &walk.records);
    if walk.as_ref().is_some_and(|walk| walk.broken.is_none()) {
        inside(&contents, manifest, walked, &mut checks);
    } else {
        checks.push(Check::not_checked("law", Place::bundle(), Said::new("verify-not-without-chain")));
    }
    checks.push(Check::not_checked("tail", Place::bundle(), Said::new("verify-tail-not-anchored")));
    let case = walked.first().map(|record| record.case).or(manifest.map(|manifest| manifest.case.as_str()));
    Ok(Report::new(case.map(shown), walked.len() as u64, checks))
}

/// The archive: its form, and every member inflated. Also the names of those that can't be.
fn members(bytes: &[u8], limits: &Limits, checks: &mut Vec<Check>) -> Result<(Contents, Vec<String>), Unreadable> {
    let archive = zip::open(bytes, limits)?;
    let mut findings = archive.findings;
    let mut contents = Contents::new();
    let mut damaged = Vec::new();
    for entry in &archive.entries {
        let (content, finding) = entry.content();
        findings.extend(finding);
        match content {
            Some(content) => drop(contents.insert(entry.name.clone(), content)),
            None => damaged.push(entry.name.clone()),
        }
    }
    let said = Said::new("verify-archive-pass").arg("count", archive.entries.len());
    checks.extend(or_pass("archive", findings, said));
    Ok((contents, damaged))
}

/// The chain, and its head against the manifest.
fn records(walk: Option<&Walk<'_>>, manifest: Option<&Manifest>, checks: &mut Vec<Check>) {
    let Some(walk) = walk else {
        checks.push(Check::fail("chain", Place::member(RECORDS), Said::new("verify-chain-missing")));
        return;
    };
    if let Some(broken) = &walk.broken {
        checks.push(Check::fail("chain", Place::record(broken.seq), broken.said.clone()));
        return;
    }
    let said = Said::new("verify-chain-pass").arg("count", walk.records.len());
    checks.push(Check::pass("chain", Place::member(RECORDS), said));
    let (Some(manifest), Some(last)) = (manifest, walk.records.last()) else {
        return;
    };
    let count = walk.records.len() as u64;
    let said = if manifest.case != last.case {
        Some(Said::new("verify-head-case").arg("expected", shown(&manifest.case)).arg("found", last.case))
    } else if manifest.head.seq != count {
        Some(Said::new("verify-head-seq").arg("expected", manifest.head.seq).arg("found", count))
    } else if !last.hash.is(&manifest.head.hash) {
        Some(Said::new("verify-head-hash").arg("expected", shown(&manifest.head.hash)).arg("found", last.hash))
    } else {
        None
    };
    checks.push(match said {
        Some(said) => Check::fail("head", Place::record(count), said),
        None => Check::pass("head", Place::record(count), Said::new("verify-head-pass").arg("hash", last.hash)),
    });
}

/// Every file against the manifest, the fixed text, and a line for each that is absent.
fn files(manifest: Option<&Manifest>, contents: &Contents, damaged: &[String], checks: &mut Vec<Check>) {
    let Some(manifest) = manifest else {
        checks.push(Check::not_checked("files", Place::bundle(), Said::new("verify-not-without-manifest")));
        return;
    };
    let findings = manifest::compare(manifest, contents, damaged);
    let said = Said::new("verify-files-pass").arg("count", manifest.files.len());
    checks.extend(or_pass("files", findings, said));
    checks.extend(readme(contents, damaged));
    for file in &manifest.files {
        let key = match file.status {
            Status::Present => continue,
            Status::Withheld => "verify-files-withheld",
            Status::Erased => "verify-files-erased",
        };
        checks.push(Check::not_checked("files", Place::member(shown(&file.name)), Said::new(key)));
    }
}

/// The fixed text; where it couldn't be inflated the archive's finding says enough.
fn readme(contents: &Contents, damaged: &[String]) -> Option<Check> {
    let (place, said) = (Place::member(README), Said::new);
    match contents.get(README) {
        Some(content) if content == ledger::bundle::README.as_bytes() => {
            Some(Check::pass("readme", place, said("verify-readme-pass")))
        }
        Some(_) => Some(Check::fail("readme", place, said("verify-readme-differs"))),
        None if damaged.iter().any(|name| name == README) => None,
        None => Some(Check::fail("readme", place, said("verify-files-missing"))),
    }
}

/// What the records answer for: rules, data sets, templates, documents, attachments, persons, and the law itself.
fn inside(contents: &Contents, manifest: Option<&Manifest>, walked: &[crate::RawRecord<'_>], checks: &mut Vec<Check>) {
    let mentions = Mentions::of(walked);
    let before = checks.len();
    checks.extend(named::rules(contents, walked));
    checks.extend(named::datasets(contents, &mentions));
    let sound = checks[before..].iter().all(|check| check.outcome == crate::Outcome::Pass);
    checks.extend(named::templates(contents));
    let (documents, found) = documents::check(contents, manifest, &mentions);
    checks.extend(found);
    checks.extend(named::attachments(contents, manifest, &mentions));
    checks.extend(ballots::check(contents, walked));
    checks.extend(rolls::check(contents));
    if let Some(content) = contents.get(PERSONS) {
        checks.extend(persons::check(content, walked));
    }
    if sound {
        checks.extend(law(contents, walked, &documents));
    } else {
        checks.push(Check::not_checked("law", Place::bundle(), Said::new("verify-not-without-rules")));
    }
}

fn law(contents: &Contents, walked: &[crate::RawRecord<'_>], documents: &Documents) -> Vec<Check> {
    let mut rules: &[u8] = &[];
    let mut datasets: BTreeMap<Hash, &[u8]> = BTreeMap::new();
    for (name, content) in contents {
        match Kind::of(name) {
            Some(Kind::Rules(_)) => rules = content,
            Some(Kind::DataSet(hash)) => drop(datasets.insert(hash, content)),
            _ => {}
        }
    }
    law_replay::replay(walked, rules, &datasets, documents, contents)
}
