//! A database, a worker on it, and an examiner who follows both.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use cluster::Cluster;
use faults::cases::Cases;
use faults::examine::{ExamineError, Examiner, Tally};
use faults::process::{Life, until};
use store::Store;
use tempfile::TempDir;

/// Tasks of one worker.
pub(crate) const TASKS: u32 = 16;

/// The program that is killed.
pub(crate) fn worker() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_worker"))
}

/// A database and what is known of it.
pub(crate) struct Scene {
    pub(crate) database: String,
    pub(crate) examiner: Examiner,
    pub(crate) folder: TempDir,
    pub(crate) journal: PathBuf,
}

impl Scene {
    /// A database file of its own.
    pub(crate) fn file() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("data")).unwrap();
        let database = folder.path().join("data/store.sqlite").display().to_string();
        Self::at(folder, database)
    }

    /// A database of a cluster.
    pub(crate) async fn server(cluster: &Cluster) -> Self {
        let database = cluster.url("postgres");
        store::migrate(&database.parse().unwrap()).await.unwrap();
        Self::at(tempfile::tempdir().unwrap(), database)
    }

    fn at(folder: TempDir, database: String) -> Self {
        let journal = folder.path().join("journal");
        let examiner = Examiner::new(Cases::new().unwrap(), &journal);
        Self { database, examiner, folder, journal }
    }

    /// A worker that acts; returns once it has been answered for the first time.
    pub(crate) fn begins(&mut self, environment: &[(&str, &OsStr)]) -> Life {
        self.begins_slowly(0, environment)
    }

    /// The same, with an act of each task every so many microseconds; as often as it can with 0.
    pub(crate) fn begins_slowly(&mut self, every: u64, environment: &[(&str, &OsStr)]) -> Life {
        let (tasks, every) = (TASKS.to_string(), every.to_string());
        let arguments = ["load", &self.database, self.journal.to_str().unwrap(), &tasks, &every].map(OsStr::new);
        let life = Life::start(worker(), &arguments, environment).unwrap();
        self.goes_on();
        life
    }

    /// Waits for the next receipt.
    pub(crate) fn goes_on(&mut self) {
        self.receives(1);
    }

    /// Waits for so many receipts.
    pub(crate) fn receives(&mut self, mut receipts: usize) {
        until("receipts", || {
            receipts = receipts.saturating_sub(self.examiner.read()?.0);
            Ok(receipts == 0)
        })
        .unwrap();
    }

    /// Looks whether everything is there that was acknowledged so far.
    pub(crate) async fn look(&mut self) {
        self.looks().await.unwrap();
    }

    /// The same where the database may be one that nobody can read.
    pub(crate) async fn looks(&mut self) -> Result<(), ExamineError> {
        let store = Store::open(&self.database.parse().unwrap()).await?;
        let looked = self.examiner.look(&store).await;
        store.close().await;
        looked
    }

    /// Compares everything, and prints the line.
    pub(crate) async fn ends(self, name: &str) -> Tally {
        self.ended(name).await.unwrap()
    }

    /// The same where the database may be one that nobody can read.
    pub(crate) async fn ended(self, name: &str) -> Result<Tally, ExamineError> {
        let store = Store::open(&self.database.parse().unwrap()).await?;
        let tally = self.examiner.finish(&store, TASKS).await;
        store.close().await;
        let tally = tally?;
        println!("{name}: {tally}");
        for what in &tally.wrong {
            println!("{name}: {what}");
        }
        Ok(tally)
    }
}
