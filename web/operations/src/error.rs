//! Why a backup, a restore or a move didn't come about.

use std::io;
use std::path::{Path, PathBuf};

use law::time::Moment;
use messages::{Catalogue, Said};
use store::StoreError;
use uuid::Uuid;

/// Why an operation didn't come about. Nothing usable was left behind.
#[derive(Debug, thiserror::Error)]
pub enum OperationError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file or folder.
    #[error("{path}: {error}")]
    File {
        /// Which.
        path: PathBuf,
        /// What the machine says.
        error: io::Error,
    },
    /// The folder has no backup, or none of this name.
    #[error("no backup in {path}")]
    NoBackup {
        /// The folder.
        path: PathBuf,
    },
    /// Another backup is being made in the folder.
    #[error("{path} is in use")]
    InUse {
        /// The folder.
        path: PathBuf,
    },
    /// A file of a backup isn't what it was when it was written.
    #[error("{path} is damaged: {what}")]
    Damaged {
        /// Which.
        path: PathBuf,
        /// What is wrong with it, for staff.
        what: String,
    },
    /// A backup has a table that this program doesn't know.
    #[error("{path} has a table {table}")]
    Newer {
        /// The folder.
        path: PathBuf,
        /// The table.
        table: String,
    },
    /// What was written reads back otherwise.
    #[error("{table} reads back otherwise")]
    Differs {
        /// The table.
        table: &'static str,
    },
    /// A chain doesn't hold.
    #[error("case {case}, record {seq}: {said:?}")]
    Chain {
        /// The case.
        case: Uuid,
        /// The record.
        seq: u64,
        /// What doesn't hold.
        said: Said,
    },
    /// The state is older than a head that was shown.
    #[error("case {case} ends at {found}, and {wanted} was shown")]
    Older {
        /// The case.
        case: Uuid,
        /// Its last record here; 0 where the case isn't there.
        found: u64,
        /// The record that was shown.
        wanted: u64,
    },
    /// The state has another record where one was shown.
    #[error("case {case} has another record {seq}")]
    Forked {
        /// The case.
        case: Uuid,
        /// The record.
        seq: u64,
    },
    /// A process serves the source.
    #[error("served until {until}")]
    Served {
        /// Until when it says so.
        until: Moment,
    },
    /// The file is there already.
    #[error("{path} is there already")]
    Present {
        /// Which.
        path: PathBuf,
    },
}

impl OperationError {
    /// Names the file of an error.
    pub(crate) fn at(path: &Path) -> impl Fn(io::Error) -> Self {
        let path = path.to_owned();
        move |error| Self::File { path: path.clone(), error }
    }

    pub(crate) fn damaged(path: &Path, what: impl Into<String>) -> Self {
        Self::Damaged { path: path.to_owned(), what: what.into() }
    }

    /// The error for people. What doesn't hold in a chain is a text of its own.
    #[must_use]
    pub fn said(&self, texts: &Catalogue) -> Said {
        match self {
            Self::Store(error) => error.said(),
            Self::File { path, error } => Said::new("operations-file").arg("path", path.display()).arg("what", error),
            Self::NoBackup { path } => Said::new("operations-no-backup").arg("path", path.display()),
            Self::InUse { path } => Said::new("operations-in-use").arg("path", path.display()),
            Self::Damaged { path, what } => {
                Said::new("operations-damaged").arg("path", path.display()).arg("what", what)
            }
            Self::Newer { path, table } => {
                Said::new("operations-newer").arg("path", path.display()).arg("table", table)
            }
            Self::Differs { table } => Said::new("operations-differs").arg("table", table),
            Self::Chain { case, seq, said } => {
                Said::new("operations-chain").arg("case", case).arg("seq", seq).arg("what", texts.say(said))
            }
            Self::Older { case, found, wanted } => {
                Said::new("operations-older").arg("case", case).arg("found", found).arg("wanted", wanted)
            }
            Self::Forked { case, seq } => Said::new("operations-forked").arg("case", case).arg("seq", seq),
            Self::Served { until } => Said::new("operations-served").arg("until", until),
            Self::Present { path } => Said::new("operations-present").arg("path", path.display()),
        }
    }
}

#[cfg(test)]
mod tests {
    use messages::Catalogue;

    #[test]
    fn every_text_that_the_code_names_is_in_the_message_file() {
        let catalogue = Catalogue::new(&[crate::MESSAGES]).unwrap();
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut named = 0;
        for file in std::fs::read_dir(folder).unwrap() {
            let source = std::fs::read_to_string(file.unwrap().path()).unwrap();
            for key in source.split('"').filter(|word| word.starts_with("operations-") && !word.contains([' ', '{'])) {
                assert!(key == "operations-" || catalogue.has(key), "{key}");
                named += 1;
            }
        }
        assert!(named > 15, "{named}");
    }
}
