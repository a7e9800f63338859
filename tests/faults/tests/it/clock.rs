//! A year in seconds: two processes with clocks of their own strike what falls due.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use std::thread::sleep;
use std::time::Duration;

use cluster::{Cluster, Sync};
use faults::cases::{Cases, id};
use faults::process::{Life, drawn, until};
use faults::serve::{read_ports, set_clock};
use law::time::Moment;
use ledger::Digest;
use negotiation::command::{Command, StrikeClock, SystemCommand};
use negotiation::state::Duty;
use negotiation::{CaseState, Event, next_due};
use serde::Deserialize;
use store::{Decide as _, Store, Submission, SubmitError, WriterOptions};
use tempfile::TempDir;
use uuid::Uuid;

use crate::scene::worker;

const DAY: i64 = 86_400_000;
/// For so long cases are carried on before the year begins. Most duties fall due within weeks: had one case run far
/// ahead, those of all others would lie in the past.
const CARRIED_ON: i64 = 10 * DAY;

/// So far is the second process's clock ahead of the true time, and of the database's, in milliseconds.
const AHEAD: i64 = 4_000;

/// Two processes on one database.
struct Year {
    config: PathBuf,
    folder: TempDir,
    lives: [Option<Life>; 2],
    now: Moment,
}

impl Year {
    fn new(database: &str, now: Moment) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let config = folder.path().join("config.toml");
        let text = format!(
            "database = \"{database}\"\ntoken = \"only-for-tests-only-for-tests-only\"\ntick_ms = 100\n\
            [listen]\naddress = \"127.0.0.1:0\"\noperators = \"127.0.0.1:0\"\n"
        );
        fs::write(&config, text).unwrap();
        Self { config, folder, lives: [None, None], now }
    }

    fn path(&self, name: &str, at: usize) -> PathBuf {
        self.folder.path().join(format!("{name}{at}"))
    }

    fn start(&mut self, at: usize) {
        let (clock, ports) = (self.path("clock", at), self.path("ports", at));
        let _ = fs::remove_file(&ports);
        set_clock(&clock, self.now).unwrap();
        let arguments = [OsStr::new("serve"), self.config.as_os_str(), clock.as_os_str(), ports.as_os_str()];
        self.lives[at] = Some(Life::start(worker(), &arguments, &[]).unwrap());
        until("a service", || Ok(read_ports(&ports)?.is_some())).unwrap();
    }

    fn kill(&mut self, at: usize) {
        self.lives[at].take().unwrap().kill().unwrap();
    }

    /// Time goes on, for the second process four seconds ahead; then some moments pass for everyone.
    fn passes(&mut self, cluster: &Cluster, millis: i64) {
        self.now = self.now.plus_millis(millis);
        cluster.set_clock(self.now.millis()).unwrap();
        self.set(0);
        sleep(Duration::from_millis(120));
    }

    /// Both clocks, this much beside the true time.
    fn set(&self, beside: i64) {
        for at in 0..2 {
            let ahead = if at == 1 { AHEAD } else { 0 };
            set_clock(&self.path("clock", at), self.now.plus_millis(beside + ahead)).unwrap();
        }
    }
}

/// A strike: the duty, and everything that followed from it.
#[derive(Clone, Debug, PartialEq)]
struct Struck {
    duty: String,
    events: Vec<Event>,
}

#[derive(Deserialize)]
struct Written {
    data: WrittenData,
}

#[derive(Deserialize)]
struct WrittenData {
    command: Command,
    events: Vec<Event>,
}

impl Struck {
    /// What a record says, where it is one of the clock.
    fn of(bytes: &[u8]) -> Option<Self> {
        let Written { data: WrittenData { command, events } } = serde_json::from_slice(bytes).unwrap();
        let Command::System(SystemCommand::StrikeClock(StrikeClock { duty })) = command else { return None };
        Some(Self { duty, events })
    }
}

/// Records of receipts: case, act and hash.
type Told = Vec<(u32, Uuid, Digest)>;

/// Cases that were left at some point, the instant of the last act, and what was acknowledged.
async fn abandoned(cases: &Cases, database: &str, count: u32) -> (BTreeMap<u32, CaseState>, Moment, Told) {
    let store = Store::open(&database.parse().unwrap()).await.unwrap();
    let (writer, task) = store.writer(cases.book(), WriterOptions::default()).await.unwrap();
    let (mut left, mut first, mut last) = (BTreeMap::new(), None, Moment::from_millis(0));
    let mut told = Told::new();
    for number in 0..count {
        let mut history = cases.long_history(number);
        let mut state = history.state().clone();
        for _ in 0..2 + drawn("left", u64::from(number), 28) {
            let Some(step) = history.next() else { break };
            let at = step.act.at;
            if at.millis() - first.get_or_insert(at).millis() > CARRIED_ON {
                break;
            }
            match writer.submit(Submission::new(step.act)).await {
                Ok(receipt) => {
                    told.extend(receipt.strikes.iter().chain([&receipt.act]).map(|it| (number, it.act, it.hash)));
                    (state, last) = (history.state().clone(), last.max(at));
                }
                Err(SubmitError::AlreadyOpen { .. }) => break,
                Err(error) => panic!("{error}"),
            }
        }
        left.insert(number, state);
    }
    drop(writer);
    task.stopped().await;
    store.close().await;
    (left, last, told)
}

/// How many of those records are there as their receipts say, and how many acts are there more than once.
async fn kept(store: &Store, left: &BTreeMap<u32, CaseState>, told: &[(u32, Uuid, Digest)]) -> (usize, usize) {
    let (mut acts, mut hashes, mut records) = (BTreeSet::new(), BTreeSet::new(), 0);
    for number in left.keys() {
        for record in store.records_after(id(*number), 0, 1_000).await.unwrap() {
            records += 1;
            acts.insert((*number, record.act));
            hashes.insert((*number, record.act, record.hash));
        }
    }
    (told.iter().filter(|it| hashes.contains(*it)).count(), records - acts.len())
}

/// What was struck in each case after the abandoned state, with the instant of its record.
async fn struck(store: &Store, left: &BTreeMap<u32, CaseState>) -> BTreeMap<u32, Vec<(Moment, Struck)>> {
    let mut all = BTreeMap::new();
    for (number, state) in left {
        let records = store.records_after(id(*number), state.head().seq, 1_000).await.unwrap();
        let own = records.iter().map(|record| (record.at, Struck::of(&record.bytes).unwrap())).collect();
        all.insert(*number, own);
    }
    all
}

/// What a clock that is never late strikes until the end, each duty at the instant at which the law says it is due.
fn due(cases: &Cases, left: &CaseState, begin: Moment, end: Moment) -> Vec<(Moment, Struck)> {
    let (mut state, mut all) = (left.clone(), Vec::new());
    while let Some(due) = state.negotiation().and_then(|case| next_due(case, end)).map(Duty::due_at) {
        let records = cases.book().strike(&mut state, due.max(begin)).unwrap();
        all.extend(records.iter().filter_map(|record| Some((due, Struck::of(&record.bytes)?))));
    }
    all
}

fn total(of: &BTreeMap<u32, Vec<(Moment, Struck)>>) -> usize {
    of.values().map(Vec::len).sum()
}

/// How many strikes there are beyond some others, duty by duty.
fn beyond(these: &[(Moment, Struck)], others: &[(Moment, Struck)]) -> usize {
    let (mut left, mut beyond) = (BTreeMap::<&str, usize>::new(), 0);
    for (_, struck) in others {
        *left.entry(&struck.duty).or_default() += 1;
    }
    for (_, struck) in these {
        let left = left.entry(&struck.duty).or_default();
        beyond += usize::from(*left == 0);
        *left = left.saturating_sub(1);
    }
    beyond
}

/// A year with so many cases, in steps of a day until all mishaps are over, and then of so many hours.
async fn year(cases_left: u32, hours: i64) {
    let (cases, cluster) = (Cases::new().unwrap(), Cluster::start(Sync::Memory).unwrap());
    let database = cluster.url("postgres");
    store::migrate(&database.parse().unwrap()).await.unwrap();
    let (left, begin, told) = abandoned(&cases, &database, cases_left).await;
    cluster.take_clock("postgres", begin.millis()).unwrap();
    let store = Store::open(&database.parse().unwrap()).await.unwrap();
    let mut year = Year::new(&database, begin);
    year.start(0);
    year.start(1);
    let step = |phase: i32| if phase < 5 { 24.min(hours) } else { hours } * 3_600_000;
    // Everyone goes away the day before something falls due, well after the other mishaps.
    let far = begin.plus_millis(365 * DAY);
    let dues = left.values().flat_map(|state| due(&cases, state, begin, far)).map(|(due, _)| due);
    let leave = dues.map(|due| (due.millis() - begin.millis()) / DAY - 1).filter(|day| *day > 17).min().unwrap();
    let day = |year: &Year| (year.now.millis() - begin.millis()) / DAY;
    let (mut phase, mut away) = (0, None);
    while day(&year) < 365 {
        year.passes(&cluster, step(phase));
        match (phase, day(&year)) {
            (0, 6..) => year.kill(0),
            (1, 10..) => year.start(0),
            // Both clocks go wrong by two days, for a while; one of them at first by less than the law's patience.
            (2, 14..) => {
                year.set(-2_000);
                sleep(Duration::from_millis(250));
                year.set(-2 * DAY);
                sleep(Duration::from_millis(400));
            }
            // One clock is ahead by two days at least, and its process dies with it.
            (3, 16..) => {
                let next = left.values().flat_map(|state| due(&cases, state, begin, far)).map(|(due, _)| due);
                let next = next.filter(|due| due.millis() > year.now.millis() + AHEAD).min().unwrap();
                let ahead = next.plus_millis(3_600_000).max(year.now.plus_millis(2 * DAY));
                set_clock(&year.path("clock", 1), ahead).unwrap();
                sleep(Duration::from_millis(600));
                let by_now = |state| due(&cases, state, begin, year.now.plus_millis(AHEAD)).len();
                let (most, found) = (left.values().map(by_now).sum::<usize>(), total(&struck(&store, &left).await));
                assert!(found <= most, "struck before it was due: {found} of {most}");
                year.kill(1);
                let leases = format!("select count(*) from lease where until_ms > {}", year.now.millis() + DAY);
                assert_eq!(cluster.sql("postgres", &leases).unwrap(), "0", "nobody waits for what it took");
                year.start(1);
            }
            (4, today) if today >= leave => {
                year.kill(0);
                year.kill(1);
                let from = year.now;
                year.now = from.plus_millis(7 * DAY);
                cluster.set_clock(year.now.millis()).unwrap();
                away = Some((from, year.now));
                year.start(1);
                year.start(0);
            }
            (..) => continue,
        }
        phase += 1;
    }
    assert_eq!(phase, 5, "the year was too short");
    let wanted: BTreeMap<u32, Vec<(Moment, Struck)>> =
        left.iter().map(|(number, state)| (*number, due(&cases, state, begin, year.now))).collect();
    let count = total(&wanted);
    for _ in 0..600 {
        if total(&struck(&store, &left).await) >= count {
            break;
        }
        sleep(Duration::from_millis(100));
    }
    // A moment more, in which nothing may happen.
    sleep(Duration::from_millis(400));
    let found = struck(&store, &left).await;
    let (from, to) = away.unwrap();
    let pairs = || wanted.iter().flat_map(|(number, own)| own.iter().zip(&found[number]));
    let late = pairs().filter(|((due, _), (at, _))| (from..to).contains(due) && *at >= to).count();
    let missing: usize = wanted.iter().map(|(number, own)| beyond(own, &found[number])).sum();
    let doubled: usize = wanted.iter().map(|(number, own)| beyond(&found[number], own)).sum();
    let early = pairs().filter(|((due, _), (at, _))| at < due).count();
    let (kept, repeated) = kept(&store, &left, &told).await;
    let (acknowledged, lost) = (told.len(), told.len() - kept);
    println!(
        "a year of two clocks: {acknowledged} acknowledged, {kept} found, {lost} lost, {} doubled; {} cases, \
        {count} duties due, {} struck, {missing} missing, {doubled} of them doubled, {early} too early, {late} recorded \
        after a week away with the date of the law",
        repeated + doubled,
        left.len(),
        total(&found)
    );
    assert_eq!((lost, repeated), (0, 0));
    assert!(acknowledged > left.len(), "{acknowledged}");
    for (number, own) in &wanted {
        let found = found[number].iter().map(|(_, struck)| struck);
        assert!(found.clone().eq(own.iter().map(|(_, struck)| struck)), "case {number}: {own:?}, {found:?}");
    }
    assert_eq!((missing, doubled, early), (0, 0, 0));
    assert!(count > left.len() / 2, "{count}");
    assert!(late > 0, "nothing fell due in the week away");
}

// A count that can't say anything but 0 would be worth nothing.
#[test]
fn what_is_struck_twice_or_not_at_all_is_counted() {
    let struck = |duty: &str| (Moment::from_millis(0), Struck { duty: duty.to_owned(), events: Vec::new() });
    let (due, found) = (["reply-1", "file-1"].map(struck), ["reply-1", "reply-1"].map(struck));
    assert_eq!((beyond(&due, &found), beyond(&found, &due)), (1, 1), "one missing, one doubled");
    assert_eq!(beyond(&due, &due), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_year_of_two_clocks_strikes_every_duty_once() {
    year(100, 168).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "long: ./test full"]
async fn a_long_year_of_two_clocks_strikes_every_duty_once() {
    year(600, 12).await;
}
