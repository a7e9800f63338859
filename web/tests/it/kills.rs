//! A server that is killed without warning while everybody is at its door.

use cluster::{Cluster, Sync};
use faults::process::drawn;
use std::time::Duration;
use tokio::time::sleep;

use crate::office::Office;

/// Kills the server so many times.
async fn killed(office: Office, name: &str, kills: u64) {
    for number in 0..kills {
        let program = office.opens();
        office.clients.receive(30).await.unwrap();
        sleep(Duration::from_micros(drawn(name, number, 300_000))).await;
        program.kill().unwrap();
        office.looks().await;
    }
    let program = office.opens();
    office.clients.receive(20).await.unwrap();
    let tally = office.ends(program, &format!("{name}, {kills} kills")).await;
    assert!(tally.acknowledged > kills * 30 && tally.failed > 0, "too little load to say anything: {tally}");
}

async fn on_a_file(kills: u64) {
    killed(Office::file(), "SQLite, server killed at its door", kills).await;
}

async fn on_a_server(kills: u64) {
    let cluster = Cluster::start(Sync::Memory).unwrap();
    killed(Office::server(&cluster).await, "PostgreSQL, server killed at its door", kills).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_server_loses_nothing_that_it_answered_on_sqlite() {
    on_a_file(3).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_server_loses_nothing_that_it_answered_on_postgresql() {
    on_a_server(3).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "long: ./test full"]
async fn two_hundred_kills_at_the_door_on_sqlite() {
    on_a_file(200).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "long: ./test full"]
async fn two_hundred_kills_at_the_door_on_postgresql() {
    on_a_server(200).await;
}
