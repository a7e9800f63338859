//! The power fails: whatever wasn't flushed is gone, in whole or in part, also names of files.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use cluster::{Cluster, Sync};
use faults::examine::ExamineError;
use faults::power::{Cut, Reached, cut, library};
use faults::process::pause;
use tempfile::TempDir;

use crate::scene::Scene;

/// A library to preload, its log, and where it keeps what is removed.
pub(crate) struct Watch {
    folder: TempDir,
    pub(crate) library: PathBuf,
    log: PathBuf,
    trash: PathBuf,
}

impl Watch {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (log, trash) = (folder.path().join("log"), folder.path().join("trash"));
        fs::create_dir(&trash).unwrap();
        // A server may run as another user.
        for folder in [folder.path(), &trash] {
            fs::set_permissions(folder, fs::Permissions::from_mode(0o777)).unwrap();
        }
        Self { library: library(folder.path()).unwrap(), folder, log, trash }
    }

    /// What a process is told whose files in a folder are to be watched.
    pub(crate) fn environment<'a>(&'a self, data: &'a Path) -> Vec<(&'static str, &'a OsStr)> {
        vec![
            ("LD_PRELOAD", self.library.as_os_str()),
            ("POWERLOSS_DIR", data.as_os_str()),
            ("POWERLOSS_LOG", self.log.as_os_str()),
            ("POWERLOSS_TRASH", self.trash.as_os_str()),
        ]
    }

    /// Where it is said what is wrong with the disk.
    pub(crate) fn fault(&self) -> PathBuf {
        self.folder.path().join("fault")
    }

    /// What a server is told.
    pub(crate) fn server(&self) -> [(&'static str, &Path); 3] {
        [("SERVER_PRELOAD", &self.library), ("POWERLOSS_LOG", &self.log), ("POWERLOSS_TRASH", &self.trash)]
    }

    /// Every third time a disk that has written some of what it wasn't asked to.
    fn cut(&self, of: &Path, number: u64) -> Cut {
        let reached = if number % 3 == 2 { Reached::Some(number) } else { Reached::Nothing };
        cut(of, &self.log, &self.trash, reached).unwrap()
    }
}

/// Lets the power fail so many times. `deaf` names files whose flushes a disk that lies takes and doesn't do: what is left
/// there may be no database at all.
async fn on_a_file(name: &str, deaf: Option<&str>, cuts: u64) -> Result<(Scene, Cut), ExamineError> {
    let (mut scene, watch, mut all) = (Scene::file(), Watch::new(), Cut::default());
    let data = scene.folder.path().canonicalize().unwrap().join("data");
    for number in 0..cuts {
        let mut environment = watch.environment(&data);
        environment.extend(deaf.map(|ending| ("POWERLOSS_DEAF", OsStr::new(ending))));
        let life = scene.begins(&environment);
        pause(name, number, 400);
        life.kill().unwrap();
        let Cut { changes, writes, names } = watch.cut(&data, number);
        all = Cut { changes: all.changes + changes, writes: all.writes + writes, names: all.names + names };
        // The index of the log is memory shared between processes; nothing reads it after a failure.
        let _ = fs::remove_file(data.join("store.sqlite-shm"));
        scene.looks().await?;
    }
    Ok((scene, all))
}

async fn sqlite(cuts: u64) {
    const NAME: &str = "SQLite, power failures";
    let (scene, all) = on_a_file(NAME, None, cuts).await.unwrap();
    let tally = scene.ends(&format!("{NAME}, {cuts} cuts, {all:?}")).await;
    assert!(tally.is_sound(), "{:?}", tally.wrong);
    assert!(all.writes > 0, "no write was lost: the cuts came at no bad moment");
}

/// A cluster whose server is watched.
async fn postgresql(cuts: u64) {
    const NAME: &str = "PostgreSQL, power failures";
    let watch = Watch::new();
    let mut cluster = Cluster::start_with(Sync::Disk, &[], &watch.server()).unwrap();
    let mut scene = Scene::server(&cluster).await;
    let life = scene.begins(&[]);
    let mut all = Cut::default();
    for number in 0..cuts {
        pause(NAME, number, 400);
        cluster.kill().unwrap();
        scene.examiner.read().unwrap();
        let Cut { changes, writes, names } = watch.cut(&cluster.folder().join("data"), number);
        all = Cut { changes: all.changes + changes, writes: all.writes + writes, names: all.names + names };
        cluster.start_again().unwrap();
        scene.look().await;
        scene.goes_on();
    }
    life.kill().unwrap();
    let tally = scene.ends(&format!("{NAME}, {cuts} cuts, {all:?}")).await;
    assert!(tally.is_sound(), "{:?}", tally.wrong);
    assert!(all.writes > 0, "no write was lost: the cuts came at no bad moment");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_power_failure_loses_nothing_on_sqlite() {
    sqlite(3).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_power_failure_loses_nothing_on_postgresql() {
    postgresql(3).await;
}

// What `synchronous = normal` would mean: the log of writes isn't flushed at a commit. The comparison must see it, where the
// database itself doesn't see that pages of different ages are together.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disk_that_lies_about_flushes_is_found_out() {
    const NAME: &str = "SQLite, a disk that lies";
    let found = match on_a_file(NAME, Some("-wal"), 3).await {
        Ok((scene, all)) => scene.ended(&format!("{NAME}, 3 cuts, {all:?}")).await,
        Err(error) => Err(error),
    };
    match found {
        Ok(tally) => assert!(tally.lost > 0 && !tally.is_sound(), "{tally}"),
        Err(error) => assert!(error.to_string().contains("malformed"), "{error}"),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "long: ./test full"]
async fn fifty_power_failures_on_sqlite() {
    sqlite(50).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "long: ./test full"]
async fn fifty_power_failures_on_postgresql() {
    postgresql(50).await;
}
