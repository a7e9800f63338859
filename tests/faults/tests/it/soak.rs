//! A long while under steady load: nothing grows, nothing gets slower.

use std::thread::sleep;
use std::time::Duration;

use faults::load::{Second, seconds};
use faults::watch::{handles, memory, percentile};

use crate::scene::{Scene, TASKS};

/// Files of the database, at most: two for each of six readers and the writer, one that they share, two for open ballots.
const CONNECTIONS: u64 = 2 * (6 + 1) + 1 + 2;

/// One case of so many is verified: half an hour leaves a hundred thousand, of which the verifier would read for an hour.
const VERIFIED: u64 = 20;

/// The middle of a part of the figures, in thirds: the second third is compared with the last.
fn middles(of: &[u64]) -> [u64; 2] {
    let third = of.len() / 3;
    [&of[third..2 * third], &of[2 * third..]].map(|part| {
        let mut part = part.to_vec();
        part.sort_unstable();
        percentile(&part, 50)
    })
}

/// So many seconds at about 70 % of what was measured in `trial` seconds before. `growth` is how much memory may grow from
/// the second third to the last, in percent: until the writer's memory of cases is full, it does.
async fn soak(trial: u64, length: u64, growth: u64) {
    let mut scene = Scene::file();
    scene.examiner.verify_one_in(VERIFIED);
    let life = scene.begins(&[]);
    sleep(Duration::from_millis(trial * 1_000 + 500));
    life.kill().unwrap();
    let before = seconds(&scene.journal).unwrap();
    let full: Vec<u64> = before.iter().map(|second| second.acts).collect();
    let full = full.iter().sum::<u64>() / full.len().max(1) as u64;
    assert!(full > 0, "nothing to measure against");
    let life = scene.begins_slowly(u64::from(TASKS) * 10_000_000 / (full * 7), &[]);
    let (mut kilobytes, mut files, mut connected) = (Vec::new(), Vec::new(), 0);
    for _ in 0..length {
        sleep(Duration::from_secs(1));
        kilobytes.push(memory(life.id()).unwrap());
        let open = handles(life.id(), &scene.database).unwrap();
        files.push(open.others);
        connected = open.database.max(connected);
        scene.examiner.read().unwrap();
    }
    life.kill().unwrap();
    let during: Vec<Second> = seconds(&scene.journal).unwrap().split_off(before.len());
    let rate = during.iter().map(|second| second.acts).sum::<u64>() / during.len().max(1) as u64;
    let [kb, kb_last] = middles(&kilobytes);
    let [open, open_last] = middles(&files);
    let [slow, slow_last] = middles(&during.iter().map(|second| second.last).collect::<Vec<_>>());
    let name = format!(
        "soak, {length} s at {rate} acts/s of {full}; second third and last: memory {kb} and {kb_last} kB, \
        files {open} and {open_last}, at most {connected} of the database, 99 of 100 acts in {slow} and {slow_last} µs"
    );
    let tally = scene.ends(&name).await;
    assert!(tally.is_sound(), "{:?}", tally.wrong);
    assert!(kb_last * 100 <= kb * (100 + growth), "memory grows");
    assert!(open_last <= open + 1, "files are left open");
    assert!((1..=CONNECTIONS).contains(&connected), "files of the database are left open");
    assert!(slow_last <= slow * 2 + 50_000, "acts get slower");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn twenty_seconds_of_steady_load_leave_no_trace() {
    soak(3, 17, 60).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "long: ./test full"]
async fn half_an_hour_of_steady_load_leaves_no_trace() {
    soak(30, 1_800, 10).await;
}
