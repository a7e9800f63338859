//! A server that restarts, fails over, cuts connections, and lets its clients run into each other.

use std::os::unix::fs::symlink;
use std::path::PathBuf;
use std::thread::{scope, sleep};
use std::time::Duration;

use cluster::{Cluster, ClusterError, Sync};
use faults::process::{drawn, pause, until};

use crate::scene::Scene;

/// Servers that come back quickly and say in their log whom they refused what.
pub(crate) const SETTINGS: [&str; 3] =
    ["recovery_init_sync_method=syncfs", "log_line_prefix=%a|", "deadlock_timeout=10ms"];

/// A name that leads to one server now and to another later, as an address in front of two does.
struct Way {
    path: PathBuf,
}

impl Way {
    fn to(&self, cluster: &Cluster) {
        let beside = self.path.with_extension("new");
        symlink(cluster.folder(), &beside).unwrap();
        std::fs::rename(beside, &self.path).unwrap();
    }

    fn url(&self) -> String {
        format!("postgres://postgres@{}/postgres", self.path.display().to_string().replace('/', "%2F"))
    }
}

/// A standby without which nothing is acknowledged.
pub(crate) fn synchronous_standby(primary: &Cluster, name: &str) -> Cluster {
    let standby = primary.standby(Sync::Disk, name).unwrap();
    let set = format!("alter system set synchronous_standby_names = '{name}'; select pg_reload_conf()");
    primary.sql("postgres", &set).unwrap();
    let states = "select coalesce(string_agg(sync_state, ' '), '') from pg_stat_replication";
    until("a synchronous standby", || Ok(primary.sql("postgres", states).is_ok_and(|states| states == "sync")))
        .unwrap();
    standby
}

async fn fail_over(times: u64) {
    const NAME: &str = "PostgreSQL, failed over to a synchronous standby";
    let mut primary = Cluster::start_with(Sync::Disk, &SETTINGS, &[]).unwrap();
    let mut scene = Scene::server(&primary).await;
    let way = Way { path: scene.folder.path().join("way") };
    way.to(&primary);
    scene.database = way.url();
    let mut standby = synchronous_standby(&primary, "standby0");
    let life = scene.begins(&[]);
    for number in 0..times {
        pause(NAME, number, 500);
        primary.kill().unwrap();
        standby.promote().unwrap();
        way.to(&standby);
        scene.look().await;
        scene.goes_on();
        // The old one never comes back: what it has alone was never acknowledged.
        primary = standby;
        standby = synchronous_standby(&primary, &format!("standby{}", number + 1));
    }
    life.kill().unwrap();
    let tally = scene.ends(&format!("{NAME}, {times} times")).await;
    assert!(tally.is_sound(), "{:?}", tally.wrong);
}

async fn restart(times: u64) {
    const NAME: &str = "PostgreSQL, restarted in order";
    let mut cluster = Cluster::start_with(Sync::Disk, &SETTINGS, &[]).unwrap();
    let mut scene = Scene::server(&cluster).await;
    let life = scene.begins(&[]);
    for number in 0..times {
        pause(NAME, number, 300);
        cluster.stop().unwrap();
        sleep(Duration::from_millis(drawn(NAME, number, 200)));
        cluster.start_again().unwrap();
        scene.look().await;
        scene.goes_on();
    }
    life.kill().unwrap();
    let tally = scene.ends(&format!("{NAME}, {times} times")).await;
    assert!(tally.is_sound(), "{:?}", tally.wrong);
}

/// Cuts the writer's connection so many times, at any moment.
async fn cut_connections(times: u64) {
    const NAME: &str = "PostgreSQL, connections cut";
    const CUT: &str = "with own as materialized (select pid, state from pg_stat_activity \
        where application_name = 'xinxieshang') select state from own where pg_terminate_backend(pid)";
    let cluster = Cluster::start_with(Sync::Disk, &SETTINGS, &[]).unwrap();
    let mut scene = Scene::server(&cluster).await;
    let life = scene.begins(&[]);
    let (mut cuts, mut busy) = (0, 0);
    for number in 0..times {
        pause(NAME, number, 30);
        let states = cluster.sql("postgres", CUT).unwrap();
        cuts += states.lines().count();
        busy += states.lines().filter(|state| *state == "active").count();
        scene.look().await;
        scene.goes_on();
    }
    life.kill().unwrap();
    let tally = scene.ends(&format!("{NAME}, {cuts} cuts, {busy} of them in a statement")).await;
    assert!(tally.is_sound(), "{:?}", tally.wrong);
    assert!(cuts as u64 * 2 > times && busy > 0, "the cuts missed: {cuts}, {busy}");
}

/// Cuts connections after the commit and before its answer: the server waits for a standby that isn't there, and whoever
/// is cut while it waits can't know that the act is recorded.
async fn cut_after_the_commit(times: u64) {
    const NAME: &str = "PostgreSQL, connections cut between commit and answer";
    const CUT: &str = "with own as materialized (select pid from pg_stat_activity \
        where application_name = 'xinxieshang' and wait_event = 'SyncRep') select 1 from own where pg_terminate_backend(pid)";
    let cluster = Cluster::start_with(Sync::Disk, &SETTINGS, &[]).unwrap();
    let mut scene = Scene::server(&cluster).await;
    let life = scene.begins(&[]);
    let wait_for = |name: &str| {
        let set = format!("alter system set synchronous_standby_names = '{name}'; select pg_reload_conf()");
        cluster.sql("postgres", &set).unwrap();
    };
    for number in 0..times {
        pause(NAME, number, 60);
        wait_for("nobody");
        until("a cut", || Ok(cluster.sql("postgres", CUT).is_ok_and(|cut| !cut.is_empty()))).unwrap();
        wait_for("");
        scene.goes_on();
        scene.look().await;
    }
    life.kill().unwrap();
    let committed = cluster.log().matches("The transaction has already committed locally").count();
    let tally = scene.ends(&format!("{NAME}, {times} cuts, {committed} of committed acts")).await;
    assert!(tally.is_sound(), "{:?}", tally.wrong);
    assert!(committed as u64 >= times, "{committed} cuts of something committed");
}

/// Locks rows of heads in any order, as somebody else's transaction would.
fn meddle(cluster: &Cluster, rounds: u64) {
    let lock = "select 1 from case_head where case_id = (select case_id from case_head order by random() limit 1) \
        for update; select pg_sleep(0.005);";
    for _ in 0..rounds {
        // It may be the one that is given up.
        let done = cluster.sql("postgres", &format!("begin; {lock} {lock} {lock} {lock} rollback"));
        assert!(!matches!(done, Err(ClusterError::Machine(_) | ClusterError::NotInstalled)), "{done:?}");
    }
}

/// Two applications carry the same cases through at the same time, and others lock what they need.
async fn collisions(rounds: u64) {
    const NAME: &str = "PostgreSQL, two applications on the same cases, and others that lock";
    let cluster = Cluster::start_with(Sync::Disk, &SETTINGS, &[]).unwrap();
    let mut scene = Scene::server(&cluster).await;
    let lives = [scene.begins(&[]), scene.begins(&[])];
    let ours = |what: &str| {
        let log = cluster.log();
        log.lines().filter(|line| line.starts_with("xinxieshang|ERROR") && line.contains(what)).count()
    };
    for turn in 0..30 {
        scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| meddle(&cluster, rounds));
            }
        });
        scene.goes_on();
        if turn > 0 && ours("deadlock detected") > 0 && ours("could not serialize") + ours("duplicate key") > 0 {
            break;
        }
    }
    for life in lives {
        life.kill().unwrap();
    }
    let (deadlocks, serial) = (ours("deadlock detected"), ours("could not serialize"));
    let heads = ours("duplicate key") + ours("null value");
    let others = cluster.log().matches("deadlock detected").count() - deadlocks;
    let name = format!(
        "{NAME}, {deadlocks} deadlocks of ours, {others} of others, {serial} serialisation failures, {heads} moved heads"
    );
    let tally = scene.ends(&name).await;
    assert!(tally.is_sound(), "{:?}", tally.wrong);
    assert!(deadlocks > 0 && serial + heads > 0, "nothing collided");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_fail_over_loses_nothing() {
    fail_over(1).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_restart_loses_nothing() {
    restart(2).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_connection_that_is_cut_loses_nothing() {
    cut_connections(20).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_act_whose_outcome_is_unknown_is_found_by_its_id() {
    cut_after_the_commit(5).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_collides_tries_again() {
    collisions(8).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "long: ./test full"]
async fn twenty_fail_overs_and_restarts() {
    fail_over(20).await;
    restart(20).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "long: ./test full"]
async fn a_thousand_cuts_and_collisions() {
    cut_connections(1_000).await;
    cut_after_the_commit(100).await;
    collisions(200).await;
}
