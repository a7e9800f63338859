//! A synchronous standby that hears nothing for a while: nobody is told that an act is recorded before it is there as well.

use std::thread::sleep;
use std::time::Duration;

use cluster::{Cluster, Sync};
use faults::cases::{Cases, id};
use faults::process::until;
use negotiation::Act;
use store::{Chore, Place, Receipt, Store, StoreError, Submission, SubmitError, Writer, WriterOptions, WriterTask};
use tokio::task::JoinHandle;

use crate::server::{SETTINGS, synchronous_standby};

/// Ends connections that wait for the standby.
const CUT: &str = "with own as materialized (select pid from pg_stat_activity \
    where application_name = 'xinxieshang' and wait_event = 'SyncRep') select 1 from own where pg_terminate_backend(pid)";

/// How many of ours wait for the standby.
const WAITING: &str =
    "select count(*) from pg_stat_activity where application_name = 'xinxieshang' and wait_event = 'SyncRep'";

/// A primary, its standby, and two processes' writers on the primary.
struct Pair {
    cases: Cases,
    primary: Cluster,
    standby: Cluster,
}

impl Pair {
    async fn new() -> Self {
        let primary = Cluster::start_with(Sync::Disk, &SETTINGS, &[]).unwrap();
        store::migrate(&place(&primary)).await.unwrap();
        let standby = synchronous_standby(&primary, "standby");
        Self { cases: Cases::new().unwrap(), primary, standby }
    }

    async fn writer(&self, on: &Cluster, patience: Duration) -> (Store, Writer, WriterTask) {
        let store = Store::open(&place(on)).await.unwrap();
        let options = WriterOptions { patience, ..WriterOptions::default() };
        let (writer, task) = store.writer(self.cases.book(), options).await.unwrap();
        (store, writer, task)
    }

    /// How many of ours wait for the standby now.
    fn waiting(&self) -> usize {
        self.primary.sql("postgres", WAITING).unwrap().parse().unwrap()
    }

    /// How often an act of case 0 is recorded on a server.
    async fn count(&self, on: &Cluster, act: &Act) -> usize {
        let store = Store::open(&place(on)).await.unwrap();
        let records = store.records_after(id(0), 0, 100).await.unwrap();
        store.close().await;
        records.iter().filter(|record| record.act == act.act).count()
    }
}

fn place(cluster: &Cluster) -> Place {
    cluster.url("postgres").parse().unwrap()
}

fn asked(writer: &Writer, act: &Act) -> JoinHandle<Result<Receipt, SubmitError>> {
    let (writer, act) = (writer.clone(), act.clone());
    tokio::spawn(async move { writer.submit(Submission::new(act)).await })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_act_that_is_found_recorded_is_acknowledged_when_the_standby_has_it() {
    let mut pair = Pair::new().await;
    let (store, writer, _task) = pair.writer(&pair.primary, Duration::from_secs(120)).await;
    let (_, other, _other_task) = pair.writer(&pair.primary, Duration::from_secs(120)).await;
    let [first, second] = [0, 1].map(|at| pair.cases.steps(0)[at].act.clone());
    writer.submit(Submission::new(first.clone())).await.unwrap();
    pair.standby.freeze().unwrap();
    let before = asked(&writer, &second);
    until("a commit that waits", || Ok(pair.waiting() == 1)).unwrap();
    // Committed here alone; whoever gave it in can't know, and its writer asks again.
    assert_eq!(pair.primary.sql("postgres", CUT).unwrap(), "1");
    until("the act", || Ok(pair.primary.log().contains("already committed locally"))).unwrap();
    until("another commit that waits", || Ok(pair.waiting() == 1 || before.is_finished())).unwrap();
    assert_eq!(store.records_after(id(0), 0, 100).await.unwrap().len(), 2, "everybody sees it");
    // Asked in another process, and as something that was read.
    let again = asked(&other, &second);
    let settled = tokio::spawn(async move { other.chore(Chore::Settle).await });
    until("two commits that wait", || Ok(pair.waiting() == 2 || again.is_finished())).unwrap();
    sleep(Duration::from_millis(500));
    assert!(!before.is_finished(), "acknowledged before the standby has it");
    assert!(!again.is_finished() && !settled.is_finished(), "and in another process");
    pair.standby.thaw().unwrap();
    let (before, again) = (before.await.unwrap().unwrap(), again.await.unwrap().unwrap());
    assert_eq!((before.act.act, before), (second.act, again));
    assert!(!settled.await.unwrap().unwrap());
    pair.primary.kill().unwrap();
    pair.standby.promote().unwrap();
    for act in [&first, &second] {
        assert_eq!(pair.count(&pair.standby, act).await, 1);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_waits_too_long_for_the_standby_is_told_so_and_asks_again() {
    let mut pair = Pair::new().await;
    let (store, writer, task) = pair.writer(&pair.primary, Duration::from_secs(1)).await;
    let acts: Vec<Act> = pair.cases.steps(0).into_iter().take(4).map(|step| step.act).collect();
    let [first, second, third, fourth] = acts.try_into().unwrap();
    writer.submit(Submission::new(first)).await.unwrap();
    pair.standby.freeze().unwrap();
    for _ in 0..4 {
        let answer = asked(&writer, &second).await.unwrap();
        assert!(matches!(answer, Err(SubmitError::Store(StoreError::Unreachable))), "{answer:?}");
        assert!(pair.waiting() <= 1, "who gave up leaves nothing behind that waits");
    }
    pair.standby.thaw().unwrap();
    for act in [&second, &third] {
        asked(&writer, act).await.unwrap().unwrap();
        assert_eq!(pair.count(&pair.primary, act).await, 1);
    }
    // The primary dies with an act of which nobody was told.
    pair.standby.freeze().unwrap();
    let answer = asked(&writer, &fourth).await.unwrap();
    assert!(matches!(answer, Err(SubmitError::Store(StoreError::Unreachable))), "{answer:?}");
    drop(writer);
    task.kill().await;
    store.close().await;
    pair.primary.kill().unwrap();
    pair.standby.thaw().unwrap();
    pair.standby.promote().unwrap();
    let (store, writer, _task) = pair.writer(&pair.standby, Duration::from_secs(30)).await;
    asked(&writer, &fourth).await.unwrap().unwrap();
    assert_eq!(pair.count(&pair.standby, &fourth).await, 1);
    let records = store.records_after(id(0), 0, 100).await.unwrap();
    let wanted = pair.cases.steps(0).into_iter().take(4).flat_map(|step| step.records);
    assert!(records.iter().map(|record| record.hash).eq(wanted.map(|record| record.hash)));
}
