//! Helpers of the stories: playing scenarios, taking bundles apart and putting them together again.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};

use ledger::Digest;
use serde_json::Value;
use xinxieshang::play::{PlayError, Played, play};

/// The root of the repository.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// All scenarios, sorted by name.
///
/// # Panics
/// If the folder can't be read.
#[must_use]
pub fn scenarios() -> Vec<PathBuf> {
    let dir = root().join("tests/scenarios");
    #[expect(clippy::expect_used, reason = "a story without scenarios is no story")]
    let entries = std::fs::read_dir(dir).expect("tests/scenarios");
    let mut all: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    all.sort();
    all
}

/// Plays a scenario into a folder.
///
/// # Errors
/// Whatever stopped the play.
///
/// # Panics
/// If no runtime can be started.
pub fn played(scenario: &Path, out: &Path) -> Result<Played, PlayError> {
    #[expect(clippy::expect_used, reason = "a machine without threads runs no story")]
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(play(scenario, out, &mut |_| {}))
}

/// The members of a bundle, to be altered.
#[derive(Clone, Debug)]
pub struct Bundle(pub BTreeMap<String, Vec<u8>>);

impl Bundle {
    /// Takes a bundle apart.
    ///
    /// # Panics
    /// If it is no zip archive.
    #[must_use]
    #[expect(clippy::expect_used, reason = "the bundle was just made")]
    pub fn open(bytes: &[u8]) -> Self {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip archive");
        let mut members = BTreeMap::new();
        for at in 0..archive.len() {
            let mut member = archive.by_index(at).expect("a member");
            let mut content = Vec::new();
            member.read_to_end(&mut content).expect("its content");
            members.insert(member.name().expect("a name").into_owned(), content);
        }
        Self(members)
    }

    /// The records, each without its line end.
    #[must_use]
    pub fn records(&self) -> Vec<Vec<u8>> {
        let lines = self.0.get("records.jsonl").map(Vec::as_slice).unwrap_or_default();
        lines.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).map(<[u8]>::to_vec).collect()
    }

    /// The same bundle with other records.
    #[must_use]
    pub fn with_records(&self, records: &[Vec<u8>]) -> Self {
        let mut other = self.clone();
        let mut lines = records.join(&b'\n');
        lines.push(b'\n');
        other.0.insert("records.jsonl".to_owned(), lines);
        other
    }

    /// The same members with a manifest and a head that fit them, as a forger would write them.
    ///
    /// # Panics
    /// If the manifest is no JSON.
    #[must_use]
    #[expect(clippy::expect_used, reason = "the manifest was just made")]
    pub fn with_fitting_manifest(&self) -> Self {
        let mut other = self.clone();
        let records = self.records();
        let old: Value = serde_json::from_slice(&self.0["manifest.json"]).expect("a manifest");
        let files: Vec<Value> = self
            .0
            .iter()
            .filter(|(name, _)| *name != "manifest.json")
            .map(|(name, content)| {
                serde_json::json!({
                    "bytes": content.len(),
                    "name": name,
                    "sha256": Digest::sha256(content).to_string(),
                    "status": "present",
                })
            })
            .collect();
        let head = records.last().map_or(Digest::ZERO, |last| ledger::record::hash(last));
        let manifest = serde_json::json!({
            "case": old["case"],
            "files": files,
            "format": old["format"],
            "head": { "hash": head.to_string(), "seq": records.len() },
        });
        let bytes = ledger::canonical::to_vec(&manifest).expect("a canonical manifest");
        other.0.insert("manifest.json".to_owned(), bytes);
        other
    }

    /// Writes the archive in the form of the format.
    ///
    /// # Panics
    /// If the archive can't be written to memory.
    #[must_use]
    #[expect(clippy::expect_used, reason = "writing to memory")]
    pub fn zip(&self) -> Vec<u8> {
        let options = zip::write::SimpleFileOptions::default()
            .compression_method(zip::CompressionMethod::Deflated)
            .compression_level(Some(6))
            .last_modified_time(zip::DateTime::DEFAULT)
            .system(zip::System::Unix)
            .unix_permissions(0o644);
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in &self.0 {
            writer.start_file(name, options).expect("a member");
            writer.write_all(content).expect("its content");
        }
        writer.finish().expect("an archive").into_inner()
    }
}
