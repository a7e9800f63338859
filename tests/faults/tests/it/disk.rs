//! A disk that is full, or can only be read: acts are told so, nothing is half done, and all goes on by itself afterwards.

use std::fs::{self, File};
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use cluster::{Cluster, Sync};
use faults::process::until;
use tempfile::TempDir;

use crate::power::Watch;
use crate::scene::Scene;

/// Lets a watched disk fail (`f` full, `r` only to be read) until acts are told so, looks, and lets it recover.
async fn fails_and_recovers(scene: &mut Scene, watch: &Watch, how: &str) -> Vec<String> {
    fs::write(watch.fault(), how).unwrap();
    told_until(scene, || fs::remove_file(watch.fault()).unwrap()).await
}

/// Acts while a disk fails, looks, and lets it recover. Gives what was told.
async fn told_until(scene: &mut Scene, recovers: impl FnOnce()) -> Vec<String> {
    let mut told = Vec::new();
    until("an error", || {
        told.extend(scene.examiner.read()?.1);
        Ok(told.len() >= 20)
    })
    .unwrap();
    scene.look().await;
    recovers();
    // What was answered before the disk recovered is behind; now something is acknowledged again.
    sleep(Duration::from_millis(100));
    told.extend(scene.examiner.read().unwrap().1);
    scene.goes_on();
    told
}

fn assert_plain(told: &[String]) {
    let plain = |said: &&String| said.starts_with("存放数据的磁盘已满、不能写入或出现故障，本次操作未保存");
    assert!(told.iter().all(|said| plain(&said)), "{:?}", told.iter().find(|said| !plain(said)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_or_protected_disk_is_told_and_survived_on_sqlite() {
    let (mut scene, watch) = (Scene::file(), Watch::new());
    let data = scene.folder.path().canonicalize().unwrap().join("data");
    let fault = watch.fault();
    let mut environment = watch.environment(&data);
    environment.push(("POWERLOSS_FAULT", fault.as_os_str()));
    let life = scene.begins(&environment);
    let mut told = 0;
    for how in ["f", "r", "f", "r"] {
        let said = fails_and_recovers(&mut scene, &watch, how).await;
        assert_plain(&said);
        told += said.len();
    }
    life.kill().unwrap();
    let tally = scene.ends(&format!("SQLite, disk full and read-only, {told} times told")).await;
    assert!(tally.is_sound(), "{:?}", tally.wrong);
}

/// Whether everything is to be tried.
#[expect(clippy::disallowed_methods, reason = "whoever runs the tests says so")]
fn is_full() -> bool {
    std::env::var_os("FULL").is_some()
}

/// A small file system of its own in memory.
struct SmallDisk(TempDir);

impl SmallDisk {
    /// None where this machine mounts nothing for us.
    fn mount() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mount = ["-t", "tmpfs", "-o", "size=64m", "tmpfs"];
        let mounted = Command::new("mount").args(mount).arg(folder.path()).stderr(Stdio::null()).status();
        mounted.is_ok_and(|status| status.success()).then_some(Self(folder))
    }

    /// Fills it to the last byte.
    fn fill(&self) {
        let mut filler = File::options().append(true).create(true).open(self.0.path().join("filler")).unwrap();
        for size in [1 << 20, 1 << 12, 1] {
            let part = vec![1; size];
            while filler.write_all(&part).is_ok() {}
        }
    }

    fn make_room(&self) {
        fs::remove_file(self.0.path().join("filler")).unwrap();
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0.path()).status();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_small_disk_that_is_really_full_is_told_and_survived_on_sqlite() {
    let Some(disk) = SmallDisk::mount() else {
        println!("no small disk: this machine mounts nothing for us");
        assert!(!is_full(), "./test full can't say that a full disk is survived");
        return;
    };
    let mut scene = Scene::file();
    scene.database = disk.0.path().join("store.sqlite").display().to_string();
    // So slowly that it isn't full by what is recorded.
    let life = scene.begins_slowly(100_000, &[]);
    let mut told = 0;
    for _ in 0..3 {
        disk.fill();
        let said = told_until(&mut scene, || disk.make_room()).await;
        assert_plain(&said);
        told += said.len();
    }
    life.kill().unwrap();
    let tally = scene.ends(&format!("SQLite, a small disk full, {told} times told")).await;
    assert!(tally.is_sound(), "{:?}", tally.wrong);
}

// Where the server's log of writes can't grow either, PostgreSQL stops by itself and has to be started again: that is its
// operator's business, and what an application sees of it is a server that was killed. The same holds of a disk that can
// only be read: PostgreSQL opens every table for writing, also to read it, so that it lets nobody in any more.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tables_that_cant_grow_are_told_and_survived_on_postgresql() {
    let watch = Watch::new();
    let fault = watch.fault();
    let mut environment = watch.server().to_vec();
    environment.push(("POWERLOSS_FAULT", &fault));
    environment.push(("SERVER_WATCHED", "data/base".as_ref()));
    let cluster = Cluster::start_with(Sync::Memory, &[], &environment).unwrap();
    let mut scene = Scene::server(&cluster).await;
    let life = scene.begins(&[]);
    let mut told = 0;
    for _ in 0..2 {
        let said = fails_and_recovers(&mut scene, &watch, "f").await;
        assert_plain(&said);
        told += said.len();
    }
    life.kill().unwrap();
    let tally = scene.ends(&format!("PostgreSQL, tables can't grow, {told} times told")).await;
    assert!(tally.is_sound(), "{:?}", tally.wrong);
}
