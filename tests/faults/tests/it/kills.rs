//! Processes that are killed without warning, under load.

use cluster::{Cluster, Sync};
use faults::process::pause;

use crate::scene::Scene;

/// Kills the application so many times.
async fn application(mut scene: Scene, name: &str, kills: u64) {
    for number in 0..kills {
        let life = scene.begins(&[]);
        scene.receives(20);
        pause(name, number, 300);
        life.kill().unwrap();
        scene.look().await;
    }
    let tally = scene.ends(&format!("{name}, {kills} kills")).await;
    assert!(tally.is_sound(), "{:?}", tally.wrong);
    assert!(tally.acknowledged > kills * 10, "too little load to say anything");
}

async fn application_on_a_file(kills: u64) {
    application(Scene::file(), "SQLite, application killed", kills).await;
}

async fn application_on_a_server(kills: u64) {
    let cluster = Cluster::start(Sync::Memory).unwrap();
    application(Scene::server(&cluster).await, "PostgreSQL, application killed", kills).await;
}

/// The same as a role of the server that may do what the application needs, and nothing else.
async fn application_with_least_rights(kills: u64) {
    let cluster = Cluster::start(Sync::Memory).unwrap();
    let mut scene = Scene::server(&cluster).await;
    cluster.sql("postgres", "create role application login").unwrap();
    store::grant(&scene.database.parse().unwrap(), "application").await.unwrap();
    scene.database = scene.database.replacen("//postgres@", "//application@", 1);
    application(scene, "PostgreSQL, application with the least rights killed", kills).await;
    let refused = cluster.log().matches("permission denied").count();
    assert_eq!(refused, 0, "{}", cluster.log());
}

/// Kills the server so many times under an application that goes on.
async fn server(kills: u64) {
    const NAME: &str = "PostgreSQL, server killed";
    // Otherwise it flushes a thousand files before it comes back.
    let settings = ["recovery_init_sync_method=syncfs"];
    let mut cluster = Cluster::start_with(Sync::Disk, &settings, &[]).unwrap();
    let mut scene = Scene::server(&cluster).await;
    let life = scene.begins(&[]);
    for number in 0..kills {
        pause(NAME, number, 300);
        cluster.kill().unwrap();
        scene.examiner.read().unwrap();
        cluster.start_again().unwrap();
        scene.look().await;
        scene.goes_on();
    }
    life.kill().unwrap();
    let tally = scene.ends(&format!("{NAME}, {kills} kills")).await;
    assert!(tally.is_sound(), "{:?}", tally.wrong);
    assert!(tally.acknowledged > kills * 10, "too little load to say anything");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_application_loses_nothing_on_sqlite() {
    application_on_a_file(5).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_application_loses_nothing_on_postgresql() {
    application_on_a_server(5).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_application_with_the_least_rights_loses_nothing() {
    application_with_least_rights(3).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_server_loses_nothing() {
    server(5).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "long: ./test full"]
async fn two_hundred_kills_of_the_application_on_sqlite() {
    application_on_a_file(200).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "long: ./test full"]
async fn two_hundred_kills_of_the_application_on_postgresql() {
    application_on_a_server(200).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "long: ./test full"]
async fn two_hundred_kills_of_the_server() {
    server(200).await;
}
