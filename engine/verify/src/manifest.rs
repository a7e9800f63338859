//! `manifest.json` as read here, and the comparison of every file with it.

use std::collections::BTreeMap;

use messages::Said;
use serde::Deserialize;

use crate::layout::{Kind, MANIFEST};
use crate::shown::shown;
use crate::{Check, Hash, Place, json};

const FORMAT: &str = "xinxieshang-evidence/1";
/// Of a bundle with lists of secret ballots and without rolls, and of no other.
const FORMAT_WITH_BALLOTS: &str = "xinxieshang-evidence/2";
/// Of a bundle with rolls of secret ballots, and of no other.
const FORMAT_WITH_ROLLS: &str = "xinxieshang-evidence/3";

/// The manifest.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manifest {
    pub(crate) case: String,
    pub(crate) files: Vec<File>,
    format: String,
    pub(crate) head: Head,
}

/// A member as listed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    bytes: u64,
    pub(crate) name: String,
    pub(crate) sha256: String,
    pub(crate) status: Status,
}

/// Whether the content is in the archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Status {
    Present,
    Withheld,
    Erased,
}

/// The last record.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Head {
    pub(crate) hash: String,
    pub(crate) seq: u64,
}

/// Reads the manifest and checks what it says about itself.
pub(crate) fn read(bytes: &[u8]) -> Result<Manifest, Check> {
    let fail = |said| Check::fail("manifest", Place::member(MANIFEST), said);
    let text = json::check(bytes).map_err(|flaw| fail(flaw.said()))?;
    let manifest: Manifest = serde_json::from_str(text)
        .map_err(|error| fail(Said::new("verify-manifest-fields").arg("found", shown(&error.to_string()))))?;
    let any = |folder: &str| manifest.files.iter().any(|file| file.name.starts_with(folder));
    let format = match (any("rolls/"), any("ballots/")) {
        (true, _) => FORMAT_WITH_ROLLS,
        (false, true) => FORMAT_WITH_BALLOTS,
        (false, false) => FORMAT,
    };
    if manifest.format != format {
        return Err(fail(
            Said::new("verify-manifest-format").arg("expected", format).arg("found", shown(&manifest.format)),
        ));
    }
    if let Some(pair) = manifest.files.windows(2).find(|pair| pair[0].name >= pair[1].name) {
        return Err(fail(Said::new("verify-manifest-order").arg("name", shown(&pair[1].name))));
    }
    Ok(manifest)
}

/// Compares the manifest's list with what is in the archive; the findings, none where everything agrees.
///
/// `contents` are the members that could be inflated, `damaged` the names of those that couldn't (found already).
pub(crate) fn compare(manifest: &Manifest, contents: &BTreeMap<String, Vec<u8>>, damaged: &[String]) -> Vec<Check> {
    let mut findings = Vec::new();
    for file in &manifest.files {
        let content = contents.get(&file.name).map(Vec::as_slice);
        let said = match file.status {
            Status::Present if content.is_none() && damaged.contains(&file.name) => None,
            Status::Present => present(file, content),
            Status::Withheld | Status::Erased => absent(file, content),
        };
        findings.extend(said.map(|said| Check::fail("files", Place::member(shown(&file.name)), said)));
    }
    let listed = |name: &&String| manifest.files.binary_search_by(|file| file.name.as_str().cmp(name.as_str())).is_ok();
    for name in contents.keys().chain(damaged).filter(|name| *name != MANIFEST && !listed(name)) {
        findings.push(Check::fail("files", Place::member(shown(name)), Said::new("verify-files-unlisted")));
    }
    findings
}

fn present(file: &File, content: Option<&[u8]>) -> Option<Said> {
    if Kind::of(&file.name).is_none() {
        return Some(Said::new("verify-files-kind"));
    }
    let Some(content) = content else {
        return Some(Said::new("verify-files-missing"));
    };
    if file.bytes != content.len() as u64 {
        return Some(Said::new("verify-files-size").arg("expected", file.bytes).arg("found", content.len()));
    }
    let found = Hash::of(&[content]);
    let same = found.is(&file.sha256);
    (!same).then(|| Said::new("verify-files-hash").arg("expected", shown(&file.sha256)).arg("found", found))
}

fn absent(file: &File, content: Option<&[u8]>) -> Option<Said> {
    if !Kind::of(&file.name).is_some_and(Kind::may_be_absent) {
        return Some(Said::new("verify-files-required"));
    }
    if content.is_some() {
        return Some(Said::new("verify-files-there"));
    }
    Hash::parse(&file.sha256).is_none().then(|| Said::new("verify-files-hash-form").arg("found", shown(&file.sha256)))
}
