//! A server that is told to stop while everybody is at it: what was handed in is answered, and nobody waits for it.

use cluster::{Cluster, Sync};
use store::Snapshot;
use xinxieshang::clock;

use crate::office::Office;

/// Tells the server to stop under load, so many times.
async fn told_to_stop(office: Office, name: &str, times: u32) {
    for _ in 0..times {
        let program = office.opens();
        office.clients.receive(60).await.unwrap();
        let (status, log) = program.stop().unwrap();
        assert_eq!(status.code(), Some(0), "{log}");
        assert!(!log.contains("connections are broken off") && !log.contains("ERROR"), "{log}");
        assert_eq!(office.looks().await, 0, "every act that was taken is answered");
        let leased = Snapshot::of(&office.place()).await.unwrap().leased_until().await.unwrap();
        assert!(leased.is_none_or(|until| until <= clock::now()), "its jobs are anybody's now: {leased:?}");
    }
    let program = office.opens();
    office.clients.receive(20).await.unwrap();
    let tally = office.ends(program, &format!("{name}, told to stop {times} times")).await;
    assert!(tally.acknowledged >= 60 * u64::from(times), "{tally}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_is_told_to_stop_answers_what_it_took_on_sqlite() {
    told_to_stop(Office::file(), "SQLite", 2).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_is_told_to_stop_answers_what_it_took_on_postgresql() {
    let cluster = Cluster::start(Sync::Memory).unwrap();
    told_to_stop(Office::server(&cluster).await, "PostgreSQL", 2).await;
}
