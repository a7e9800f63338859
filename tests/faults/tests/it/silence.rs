//! A server that says nothing: its processes are stopped where they stand, so that connections stay and nobody answers.

use std::thread::sleep;
use std::time::Duration;

use cluster::{Cluster, Sync};
use faults::cases::{Cases, id};
use faults::watch::Stopwatch;
use store::{Place, Store, StoreError, Submission, SubmitError, WriterOptions};
use tokio::time::timeout;

use crate::scene::Scene;
use crate::server::SETTINGS;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_says_nothing_keeps_nobody_waiting_for_ever() {
    let (cases, cluster) = (Cases::new().unwrap(), Cluster::start_with(Sync::Disk, &SETTINGS, &[]).unwrap());
    let place: Place = cluster.url("postgres").parse().unwrap();
    store::migrate(&place).await.unwrap();
    let store = Store::open(&place).await.unwrap();
    let options = WriterOptions { patience: Duration::from_secs(1), ..WriterOptions::default() };
    let (writer, task) = store.writer(cases.book(), options).await.unwrap();
    let [first, second, third] = [0, 1, 2].map(|at| Submission::new(cases.steps(0)[at].act.clone()));
    writer.submit(first).await.unwrap();
    let before = store.head(id(0)).await.unwrap();
    let connected = "select count(*) from pg_stat_activity where application_name like 'xinxieshang%'";
    cluster.freeze().unwrap();
    let watch = Stopwatch::start();
    let answer = writer.submit(second.clone()).await;
    assert!(matches!(answer, Err(SubmitError::Store(StoreError::Unreachable))), "{answer:?}");
    assert!(watch.micros() < 5_000_000, "an act: {} µs", watch.micros());
    let watch = Stopwatch::start();
    let (read, opened) = tokio::join!(store.head(id(0)), Store::open(&place));
    assert!(matches!(read, Err(StoreError::Unreachable)), "{read:?}");
    assert!(matches!(opened, Err(StoreError::Unreachable)), "{opened:?}");
    assert!(watch.micros() < 20_000_000, "a question: {} µs", watch.micros());
    // Asked again while nobody answers, and answered as soon as somebody does.
    let again = tokio::spawn({
        let (writer, second) = (writer.clone(), second.clone());
        async move { writer.submit(second).await }
    });
    sleep(Duration::from_secs(4));
    assert!(!again.is_finished());
    cluster.thaw().unwrap();
    let receipt = timeout(Duration::from_secs(20), again).await.unwrap().unwrap().unwrap();
    assert_eq!(writer.submit(second).await.unwrap(), receipt);
    writer.submit(third).await.unwrap();
    let records = store.records_after(id(0), 0, 100).await.unwrap();
    let wanted = cases.steps(0).into_iter().take(3).flat_map(|step| step.records).map(|record| record.hash);
    assert!(records.iter().map(|record| record.hash).eq(wanted), "{records:?}");
    assert_eq!(before.map(|head| head.seq), Some(cases.steps(0)[0].records.len() as u64));
    let connected: u32 = cluster.sql("postgres", connected).unwrap().parse().unwrap();
    assert!(connected <= 8, "{connected} connections are left behind");
    drop(writer);
    task.stopped().await;
}

/// Stops the server for so many seconds under load, so many times.
async fn stopped(seconds: u64, times: u64) {
    let cluster = Cluster::start_with(Sync::Disk, &SETTINGS, &[]).unwrap();
    let mut scene = Scene::server(&cluster).await;
    let life = scene.begins(&[]);
    for _ in 0..times {
        cluster.freeze().unwrap();
        sleep(Duration::from_secs(seconds));
        cluster.thaw().unwrap();
        scene.goes_on();
        scene.look().await;
    }
    life.kill().unwrap();
    let tally = scene.ends(&format!("PostgreSQL, silent for {seconds} s, {times} times")).await;
    assert!(tally.is_sound(), "{:?}", tally.wrong);
    assert!(seconds < 30 || tally.failed > 0, "nobody was told");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_is_silent_for_a_moment_loses_nothing() {
    stopped(2, 2).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "long: ./test full"]
async fn a_server_that_is_silent_for_longer_than_anybody_waits_loses_nothing() {
    stopped(45, 3).await;
}
