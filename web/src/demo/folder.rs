//! The folder of a demonstration: its database, its clock, and a lock that one process holds.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use super::{DemoError, disk};

/// A folder, held by this process until dropped.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
    _lock: File,
}

impl Folder {
    /// Takes a folder, which is made where there is none.
    ///
    /// # Errors
    /// Another process has it, or the disk fails.
    pub fn open(path: &Path) -> Result<Self, DemoError> {
        fs::create_dir_all(path).map_err(disk(path))?;
        let file = path.join("lock");
        let lock = File::create(&file).map_err(disk(&file))?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { path: path.to_owned(), _lock: lock }),
            Err(TryLockError::WouldBlock) => Err(DemoError::InUse(path.to_owned())),
            Err(TryLockError::Error(error)) => Err(disk(&file)(error)),
        }
    }

    /// The database.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        self.path.join("demo.sqlite")
    }

    /// Where the folder is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether a whole demonstration is in it: the database gets its name last.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.database().exists()
    }

    /// The file of the clock.
    pub(super) fn clock(&self) -> PathBuf {
        self.path.join("clock")
    }

    /// The database while it is being filled.
    pub(super) fn unfinished(&self) -> PathBuf {
        self.path.join("unfinished.sqlite")
    }

    /// The filled database, closed by now, takes its name.
    pub(super) fn finish(&self) -> Result<(), DemoError> {
        let from = self.unfinished();
        fs::rename(&from, self.database()).map_err(disk(&from))
    }

    /// Removes what a demonstration keeps, and nothing else.
    pub(super) fn clear(&self) -> Result<(), DemoError> {
        let databases = [self.database(), self.unfinished()];
        let beside = databases.iter().flat_map(|path| ["", "-wal", "-shm"].map(|end| with_end(path, end)));
        for path in beside.chain([self.clock()]) {
            match fs::remove_file(&path) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(disk(&path)(error)),
                Ok(()) | Err(_) => {}
            }
        }
        Ok(())
    }
}

fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}
