//! Files: read up to a limit, written whole or not at all.

use std::fs::{self, File, Permissions};
use std::io::{self, Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use messages::Said;

use super::answer::Failure;

/// Reads a file of at most `most` bytes.
///
/// # Errors
/// It isn't there, can't be read, or is larger.
pub(crate) fn read(path: &Path, most: u64) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(most.saturating_add(1)).read_to_end(&mut bytes));
    match read {
        Err(error) => Err(failed(path, &error)),
        Ok(found) if found as u64 > most => {
            Err(Failure::usage(Said::new("cli-file-large").arg("path", path.display()).arg("most", most)))
        }
        Ok(_) => Ok(bytes),
    }
}

/// Writes a file that appears whole or not at all: written beside its place, flushed, then renamed. Folders above it are
/// made where they are missing.
///
/// # Errors
/// The place can't be written.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    write_into(folder, path, bytes).map_err(|error| failed(path, &error))
}

fn write_into(folder: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    fs::create_dir_all(folder)?;
    // The mode that a new file gets by itself, less what the user's mask takes away.
    let mut file = tempfile::Builder::new().permissions(Permissions::from_mode(0o666)).tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    File::open(folder)?.sync_all()
}

/// Why a file can't be read or written, for people.
#[expect(clippy::wildcard_enum_match_arm, reason = "the rest is told in the system's own words")]
pub(crate) fn failed(path: &Path, error: &io::Error) -> Failure {
    let kind = match error.kind() {
        io::ErrorKind::NotFound => "absent",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "denied",
        io::ErrorKind::IsADirectory => "folder",
        io::ErrorKind::NotADirectory => "no-folder",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "full",
        _ => "other",
    };
    let said = Said::new("cli-file-failed").arg("path", path.display()).arg("kind", kind).arg("detail", error);
    Failure::usage(said)
}
