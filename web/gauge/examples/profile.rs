//! Whole cases by many clients, again and again, and the processor time they took:
//! `cargo run --release -p gauge --example profile -- <[hot-]sqlite|[hot-]postgres|[hot-]address> <clients> <rounds>`.
//! For profiles by hand; processor time stays comparable on a machine that others use too.

use std::fs;

use cluster::{Cluster, Sync};
use gauge::{Cases, Effort, Trouble, profile};
use negotiation::LawBook;
use store::Place;

fn main() -> Result<(), Trouble> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let (clients, rounds) = (word(1).parse().unwrap_or(64), word(2).parse().unwrap_or(5));
    let folder = tempfile::tempdir_in("/var/tmp")?;
    let held = word(0).ends_with("postgres").then(|| Cluster::start(Sync::Disk));
    let place: Place = match (word(0).trim_start_matches("hot-"), &held) {
        ("postgres", Some(Ok(cluster))) => cluster.url("postgres").parse()?,
        (address, _) if address.starts_with("postgres://") => address.parse()?,
        _ => Place::File(folder.path().join("load.sqlite")),
    };
    for process in processes() {
        // Servers start in a session of their own; they are to have the same share of the machine as this process.
        if let Ok(share) = fs::read_to_string("/proc/self/autogroup") {
            let nice = share.rsplit(' ').next().unwrap_or("0").trim().to_owned();
            let _ = fs::write(format!("/proc/{process}/autogroup"), nice);
        }
    }
    let effort = Effort { rounds, ..Effort::new(true) };
    let before = (own(), servers());
    let (acts, seconds, latency) =
        profile(LawBook::builtin()?, &Cases::new()?, &effort, &place, clients, word(0).starts_with("hot-"))?;
    let after = (own(), servers());
    let each = |ticks: u64| ticks * 10_000 / acts.max(1);
    println!("{acts} acts, {seconds} ms, p50/p99 {latency:?} µs");
    println!("µs of processor an act: here {}, server {}", each(after.0 - before.0), each(after.1 - before.1));
    Ok(())
}

/// Processor time of this process, in hundredths of a second.
fn own() -> u64 {
    ticks("/proc/self/stat", 13..15)
}

fn servers() -> u64 {
    processes().iter().map(|process| ticks(&format!("/proc/{process}/stat"), 13..17)).sum()
}

fn ticks(path: &str, fields: std::ops::Range<usize>) -> u64 {
    let text = fs::read_to_string(path).unwrap_or_default();
    text.split(' ').skip(fields.start).take(fields.len()).filter_map(|word| word.parse::<u64>().ok()).sum()
}

/// The processes of all database servers.
fn processes() -> Vec<String> {
    let all = fs::read_dir("/proc").into_iter().flatten().flatten();
    let names = all.filter_map(|entry| entry.file_name().into_string().ok());
    names
        .filter(|name| fs::read_to_string(format!("/proc/{name}/comm")).is_ok_and(|comm| comm == "postgres\n"))
        .collect()
}
