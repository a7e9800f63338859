//! The folder of backups: segments by the hash of their bytes, a manifest for each moment, both written so that they
//! appear whole or not at all.

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use ledger::Digest;
use serde::{Deserialize, Serialize};
use store::Table;

use crate::OperationError;

/// What a manifest says it is.
pub(crate) const FORMAT: &str = "xinxieshang/backup/v1";

/// The folder of segments.
const SEGMENTS: &str = "segments";

/// The folder of manifests.
const BACKUPS: &str = "backups";

/// What a backup holds: everything in a store at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Cases with a head.
    pub cases: u64,
    /// `xinxieshang/backup/v1`.
    pub format: String,
    /// SHA-256 of the list of heads: a line `case=seq:hash` for each case in the order of ids. One short text that stands
    /// for all chains, to be kept elsewhere.
    pub heads: Digest,
    /// When it was begun, as records write instants.
    pub made_at: String,
    /// Version of the program that made it.
    pub program: String,
    /// Every table, in the order in which they are filled.
    pub tables: Vec<TableLine>,
}

/// A table in a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableLine {
    /// Its rows.
    pub rows: u64,
    /// Its segments in order.
    pub segments: Vec<SegmentLine>,
    /// SHA-256 of all its rows one after the other, before compression.
    pub sha256: Digest,
    /// Its name.
    pub table: String,
}

/// A segment in a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SegmentLine {
    /// Its rows.
    pub rows: u64,
    /// SHA-256 of the file, which is its name.
    pub sha256: Digest,
    /// Length of the file in bytes.
    pub size: u64,
}

/// A folder of backups.
#[derive(Clone, Debug)]
pub struct Archive {
    folder: PathBuf,
}

impl Archive {
    /// The folder; it needn't be there yet.
    #[must_use]
    pub fn at(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Makes the folders, and keeps others from making backups in them until the result is dropped.
    pub(crate) fn lock(&self) -> Result<File, OperationError> {
        for folder in [self.folder.join(SEGMENTS), self.folder.join(BACKUPS)] {
            fs::create_dir_all(&folder).map_err(OperationError::at(&folder))?;
        }
        let path = self.folder.join("lock");
        let file = File::create(&path).map_err(OperationError::at(&path))?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(fs::TryLockError::WouldBlock) => Err(OperationError::InUse { path: self.folder.clone() }),
            Err(fs::TryLockError::Error(error)) => Err(OperationError::at(&path)(error)),
        }
    }

    /// Names of the backups, oldest first.
    ///
    /// # Errors
    /// The folder can't be read; there is none in it.
    pub fn names(&self) -> Result<Vec<String>, OperationError> {
        let folder = self.folder.join(BACKUPS);
        let none = || OperationError::NoBackup { path: self.folder.clone() };
        let entries = fs::read_dir(&folder).map_err(|_| none())?;
        let mut names: Vec<String> = entries
            .flatten()
            .filter_map(|entry| entry.file_name().to_str()?.strip_suffix(".json").map(str::to_owned))
            .collect();
        names.sort();
        if names.is_empty() { Err(none()) } else { Ok(names) }
    }

    /// The manifest of this name; the newest where none is given.
    ///
    /// # Errors
    /// There is none; it isn't what it was when it was written.
    pub fn manifest(&self, name: Option<&str>) -> Result<(String, Manifest), OperationError> {
        let name = match name {
            Some(name) => name.strip_suffix(".json").unwrap_or(name).to_owned(),
            None => self.names()?.pop().unwrap_or_default(),
        };
        let path = self.manifest_path(&name);
        let bytes = fs::read(&path).map_err(OperationError::at(&path))?;
        let named = name.rsplit_once('.').and_then(|(_, hash)| hash.parse::<Digest>().ok());
        if named != Some(Digest::sha256(&bytes)) {
            return Err(OperationError::damaged(&path, "SHA-256"));
        }
        let manifest: Manifest =
            serde_json::from_slice(&bytes).map_err(|error| OperationError::damaged(&path, error.to_string()))?;
        if manifest.format != FORMAT {
            return Err(OperationError::damaged(&path, manifest.format));
        }
        Ok((name, manifest))
    }

    fn manifest_path(&self, name: &str) -> PathBuf {
        self.folder.join(BACKUPS).join(format!("{name}.json"))
    }

    pub(crate) fn segment_path(&self, hash: Digest) -> PathBuf {
        let name = hash.to_string();
        self.folder.join(SEGMENTS).join(&name[..2]).join(format!("{name}.gz"))
    }

    /// Keeps rows as a segment. Gives the segment, and whether it is new.
    pub(crate) fn keep(&self, rows: &[u8], count: u64) -> Result<(SegmentLine, bool), OperationError> {
        let mut encoder = GzEncoder::new(Vec::with_capacity(rows.len() / 3), Compression::fast());
        let compressed = encoder.write_all(rows).and_then(|()| encoder.finish());
        let bytes = compressed.map_err(OperationError::at(&self.folder))?;
        let sha256 = Digest::sha256(&bytes);
        let new = self.put(sha256, &bytes)?;
        Ok((SegmentLine { rows: count, sha256, size: bytes.len() as u64 }, new))
    }

    /// Puts bytes in their place unless they are there, whole, already.
    fn put(&self, sha256: Digest, bytes: &[u8]) -> Result<bool, OperationError> {
        let path = self.segment_path(sha256);
        if fs::read(&path).is_ok_and(|there| Digest::sha256(&there) == sha256) {
            return Ok(false);
        }
        write_whole(&path, bytes)?;
        Ok(true)
    }

    /// The rows of a segment, as bytes.
    pub(crate) fn rows(&self, segment: &SegmentLine) -> Result<Vec<u8>, OperationError> {
        let (path, bytes) = self.segment(segment)?;
        let mut rows = Vec::new();
        GzDecoder::new(bytes.as_slice())
            .read_to_end(&mut rows)
            .map_err(|error| OperationError::damaged(&path, error.to_string()))?;
        Ok(rows)
    }

    fn segment(&self, segment: &SegmentLine) -> Result<(PathBuf, Vec<u8>), OperationError> {
        let path = self.segment_path(segment.sha256);
        let bytes = fs::read(&path).map_err(OperationError::at(&path))?;
        if bytes.len() as u64 != segment.size || Digest::sha256(&bytes) != segment.sha256 {
            return Err(OperationError::damaged(&path, "SHA-256"));
        }
        Ok((path, bytes))
    }

    /// Makes a backup appear. Its name says when it was made and what the manifest's SHA-256 is.
    pub(crate) fn publish(&self, manifest: &Manifest) -> Result<String, OperationError> {
        let bytes = serde_json::to_vec(manifest).unwrap_or_default();
        let when: String = manifest.made_at.chars().filter(char::is_ascii_alphanumeric).take(18).collect();
        let name = format!("{when}.{}", Digest::sha256(&bytes));
        write_whole(&self.manifest_path(&name), &bytes)?;
        Ok(name)
    }

    /// Copies a backup to a second folder: what is there already isn't copied again, and what was copied is read back.
    /// Gives how many segments were copied.
    ///
    /// # Errors
    /// A file can't be read or written, or isn't what it was when it was written.
    pub fn copy_to(&self, name: &str, second: &Self) -> Result<u64, OperationError> {
        let _lock = second.lock()?;
        let (name, manifest) = self.manifest(Some(name))?;
        let mut copied = 0;
        for segment in manifest.tables.iter().flat_map(|table| &table.segments) {
            let (_, bytes) = self.segment(segment)?;
            copied += u64::from(second.put(segment.sha256, &bytes)?);
            second.segment(segment)?;
        }
        let published = second.publish(&manifest)?;
        debug_assert_eq!(published, name);
        Ok(copied)
    }

    /// Keeps the newest backups and removes the others, with the segments that no other needs. What was erased in the
    /// store is gone from its backups when the last one from before is.
    ///
    /// # Errors
    /// A manifest that stays can't be read; a file can't be removed.
    pub fn prune(&self, keep: usize) -> Result<Vec<String>, OperationError> {
        let _lock = self.lock()?;
        let mut names = self.names()?;
        let kept = names.split_off(names.len().saturating_sub(keep.max(1)));
        let mut needed = std::collections::BTreeSet::new();
        for name in &kept {
            let (_, manifest) = self.manifest(Some(name))?;
            needed
                .extend(manifest.tables.iter().flat_map(|table| &table.segments).map(|s| self.segment_path(s.sha256)));
        }
        for name in &names {
            let path = self.manifest_path(name);
            fs::remove_file(&path).map_err(OperationError::at(&path))?;
        }
        let folder = self.folder.join(SEGMENTS);
        for shelf in fs::read_dir(&folder).map_err(OperationError::at(&folder))?.flatten() {
            for file in fs::read_dir(shelf.path()).map_err(OperationError::at(&shelf.path()))?.flatten() {
                if !needed.contains(&file.path()) {
                    fs::remove_file(file.path()).map_err(OperationError::at(&file.path()))?;
                }
            }
        }
        Ok(names)
    }
}

/// Reads the rows of a segment.
pub(crate) fn parse(
    archive: &Archive,
    table: &'static Table,
    segment: &SegmentLine,
) -> Result<Vec<store::Row>, OperationError> {
    let rows = crate::rows::read(table, &archive.rows(segment)?);
    rows.filter(|rows| rows.len() as u64 == segment.rows)
        .ok_or_else(|| OperationError::damaged(&archive.segment_path(segment.sha256), table.name))
}

/// Writes a file that appears whole or not at all.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), OperationError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let write = || {
        fs::create_dir_all(folder)?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist(path)?;
        File::open(folder)?.sync_all()
    };
    write().map_err(OperationError::at(path))
}
