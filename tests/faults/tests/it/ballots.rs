//! A server that is killed while people vote: before they have a token, between token and ballot, between ballot and
//! receipt, and while it counts. Nobody's vote is lost or counted twice, everybody finishes the ballot that they began, and
//! what lies there after a kill has no token but in the box. And a hall in which everybody votes at the same moment, from one
//! address.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use ballot::{Mark, Token, check, read};
use cluster::{Cluster, Sync};
use faults::cases::Cases;
use faults::process::{Life, drawn, unlimit, until};
use faults::serve::{read_ports, set_clock};
use faults::watch::{Stopwatch, percentile};
use law::time::Moment;
use store::{BoxSeal, Place, Store, WriterOptions};
use tempfile::TempDir;
use tokio::time::sleep;
use uuid::Uuid;

use crate::hall::{Hall, Stage, Voters};
use crate::scene::worker;
use crate::thief::{Taken, takes};

/// Voters of each ballot in which the server is killed.
const VOTERS: u32 = 12;

/// From so many kills on one of them must have come in the middle of counting.
const MANY: u64 = 30;

const OPENED: &str = "2026-03-23T14:00:00.000+08:00";
const CLOSES: &str = "2026-03-23T17:00:00.000+08:00";

/// A lease of a killed process ends by itself within so many milliseconds of the clock.
const LEASE: i64 = 60_000;

/// A key for boxes, which a server on PostgreSQL must have.
const KEY: &str = "0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a";

/// Ballots on a database, and a server with a clock of its own that dies and comes back.
struct House {
    folder: TempDir,
    halls: Vec<Hall>,
    kills: u64,
    name: &'static str,
    now: Moment,
    place: Place,
    /// Voters of each ballot.
    size: u32,
    voters: Voters,
}

async fn opened(place: &Place) -> Store {
    let seal = match place {
        Place::File(_) => None,
        Place::Server(_) => BoxSeal::read(KEY),
    };
    Store::open_sealed(place, seal).await.unwrap()
}

impl House {
    async fn of(name: &'static str, database: &str, folder: TempDir, (ballots, size): (u32, u32)) -> Self {
        let (key, place): (_, Place) = (folder.path().join("boxes.key"), database.parse().unwrap());
        fs::write(&key, KEY).unwrap();
        // As each of them is run: a box in a file of its own lies open there.
        let sealed = match place {
            Place::File(_) => String::new(),
            Place::Server(_) => format!("boxes_key_file = \"{}\"\n", key.display()),
        };
        let text = format!(
            "database = \"{database}\"\n{sealed}tick_ms = 100\n\
            [listen]\naddress = \"127.0.0.1:0\"\noperators = \"127.0.0.1:0\"\n"
        );
        fs::write(folder.path().join("config.toml"), text).unwrap();
        let (now, closes) = (OPENED.parse().unwrap(), CLOSES.parse().unwrap());
        let store = opened(&place).await;
        let (writer, task) = store.writer(Cases::new().unwrap().book(), WriterOptions::default()).await.unwrap();
        let mut halls = Vec::new();
        for number in 0..ballots {
            halls.push(Hall::open((&store, &writer), number, size, (now, closes)).await);
        }
        drop(writer);
        task.stopped().await;
        store.close().await;
        let voters = Voters::of(&halls);
        Self { folder, halls, kills: 0, name, now, place, size, voters }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    async fn store(&self) -> Store {
        opened(&self.place).await
    }

    /// Starts the server, late enough for what the one before held.
    fn starts(&mut self) -> Life {
        self.now = self.now.plus_millis(LEASE);
        let [config, clock, ports] = ["config.toml", "clock", "ports"].map(|name| self.path(name));
        let _ = fs::remove_file(&ports);
        set_clock(&clock, self.now).unwrap();
        let arguments = [OsStr::new("rooms"), config.as_os_str(), clock.as_os_str(), ports.as_os_str()];
        let life = Life::start(worker(), &arguments, &[]).unwrap();
        until("a service", || Ok(read_ports(&ports)?.is_some())).unwrap();
        self.voters.server.send_replace(Some(read_ports(&ports).unwrap().unwrap().0));
        life
    }

    fn kill(&mut self, life: Life) {
        life.kill().unwrap();
        self.voters.server.send_replace(None);
        self.kills += 1;
    }

    /// A moment that nobody chose.
    async fn moment(&self, most: u64) {
        sleep(Duration::from_micros(drawn(self.name, self.kills, most * 1_000))).await;
    }

    /// Looks into registers and boxes while no server runs: everything is there of which somebody was told, and nothing
    /// that nobody handed in. Beside the box no file has a token; what a journal of it tells is said.
    async fn looks(&self) {
        let Taken { in_box, telling, newest } = takes(self.folder.path(), &self.tokens());
        assert!(telling.is_empty(), "{}: tokens in {telling:?}", self.name);
        if let Some(newest) = newest {
            println!("{}: a journal beside the box tells which {newest} of {} are the newest", self.name, in_box.len());
        }
        let store = self.store().await;
        for (number, hall) in (0..).zip(&self.halls) {
            let own = |of: &BTreeSet<(u32, u32)>| of.iter().filter(|(ballot, _)| *ballot == number).count();
            let (told, issued) = self.voters.knows(|known| (own(&known.told), known.issued.clone()));
            let register = store.ballot_register(hall.case, hall.id).await.unwrap().unwrap();
            for (_, voter) in issued.iter().filter(|(ballot, _)| *ballot == number) {
                let mark = register.get(*voter);
                assert!(matches!(mark, Some(Mark::Blind(_))), "{} {number}: a token is lost: {mark:?}", self.name);
            }
            let found = store.box_count(hall.id).await.unwrap();
            let sent = self.voters.knows(|known| own(&known.sent));
            assert!((told..=sent).contains(&found), "{} {number}: {told} told, {found} found, {sent} sent", self.name);
        }
        store.close().await;
        if let Place::File(_) = self.place {
            let (told, found) =
                (self.voters.knows(|known| known.told.len()), takes(self.folder.path(), &self.tokens()));
            assert!(found.in_box.len() >= told, "{}: a thief finds what is in the box", self.name);
        }
    }

    /// Tokens of everybody.
    fn tokens(&self) -> BTreeSet<Token> {
        self.halls.iter().flat_map(Hall::tokens).collect()
    }

    /// Kills the server while people do something, each time once so many more have done it.
    async fn kills_while(&mut self, times: u64, of: impl Fn(&crate::hall::Known) -> usize + Copy, all: usize) {
        for number in 1..=times {
            let life = self.starts();
            let enough = all * usize::try_from(number).unwrap() / (usize::try_from(times).unwrap() + 1);
            self.voters.until(enough, of).await;
            self.moment(20).await;
            self.kill(life);
            self.looks().await;
        }
    }

    /// How many ballots have their list and no box any more. A server may be at it: the box is looked into first.
    async fn counted(&self, store: &Store) -> usize {
        let mut closed = Vec::new();
        for hall in &self.halls {
            let found = store.box_count(hall.id).await.unwrap();
            let is_closed = store.ballot(hall.id).await.unwrap().unwrap().closed;
            assert!(is_closed || found == self.size as usize, "{}: no list, and {found} in the box", self.name);
            closed.extend(is_closed.then_some(hall.id));
        }
        let left = store.closed_boxes().await.unwrap();
        closed.iter().filter(|id| !left.contains(id)).count()
    }

    /// Kills the server while it counts: every second time once a list is there, else at any moment. Gives how often that
    /// was in the middle.
    async fn kills_while_counting(&mut self, most: u64) -> u64 {
        self.now = CLOSES.parse().unwrap();
        let (store, mut amid) = (self.store().await, 0);
        for number in 0..most {
            let (before, life) = (self.counted(&store).await, self.starts());
            if number % 2 == 0 {
                while self.counted(&store).await == before {
                    sleep(Duration::from_millis(2)).await;
                }
            } else {
                self.moment(40).await;
            }
            self.kill(life);
            let over = self.counted(&store).await;
            amid += u64::from(0 < over && over < self.halls.len());
            if over == self.halls.len() {
                break;
            }
        }
        self.counts(&store).await;
        store.close().await;
        amid
    }

    /// Lets the server count until every ballot has its list.
    async fn counts(&mut self, store: &Store) {
        let life = self.starts();
        for _ in 0..6_000 {
            if self.counted(store).await == self.halls.len() {
                break;
            }
            sleep(Duration::from_millis(20)).await;
        }
        self.kill(life);
    }

    /// Compares the lists with what everybody chose. Gives how long it took to count them again, in microseconds.
    async fn compares(&self, amid: u64) -> u64 {
        let (store, mut found, mut took) = (self.store().await, 0, 0);
        assert_eq!(store.closed_boxes().await.unwrap(), Vec::<Uuid>::new(), "no box is left behind");
        for hall in &self.halls {
            let list = store.ballot_list(hall.case, hall.id).await.unwrap().unwrap();
            let bundle = read(&list).unwrap();
            let watch = Stopwatch::start();
            assert!(check(&bundle, None).holds(), "{}", self.name);
            took += watch.micros();
            let plain = (0..hall.voters).filter(|n| Hall::is_plain(*n)).count();
            let issued = (bundle.issued.blind as usize, bundle.issued.paper, bundle.issued.plain as usize);
            assert_eq!(issued, (self.size as usize - plain, 0, plain));
            let tokens: BTreeSet<_> = bundle.ballots.iter().map(|ballot| ballot.token).collect();
            assert_eq!((tokens.len(), &tokens), (bundle.ballots.len(), &hall.tokens()), "each once");
            assert_eq!(bundle.tally.choices, hall.tally());
            found += tokens.len();
        }
        store.close().await;
        let told = self.voters.knows(|known| known.told.len());
        let again = self.voters.knows(|known| known.again);
        println!(
            "{}, {} kills, {amid} of them in the middle of counting: {told} ballots acknowledged, {found} found, {} lost, \
            {} doubled, {again} asked again, {} lists counted again",
            self.name,
            self.kills,
            told.saturating_sub(found),
            found.saturating_sub(told),
            self.halls.len()
        );
        assert_eq!(told, found);
        took
    }
}

/// So many ballots, and as many kills at each step of voting. A few kills may all miss the middle of counting, many may not.
async fn voting(mut house: House, kills: u64) {
    let devices = house.halls.iter().flat_map(|hall| 0..hall.voters).filter(|n| !Hall::is_plain(*n)).count();
    let all: usize = house.halls.iter().map(|hall| hall.voters as usize).sum();
    house.voters.stage.send_replace(Stage::Issue);
    house.kills_while(kills, |known| known.issued.len(), devices).await;
    // Everybody has a token, and nobody has voted.
    let life = house.starts();
    house.voters.until(devices, |known| known.issued.len()).await;
    house.kill(life);
    house.looks().await;
    house.voters.stage.send_replace(Stage::Cast);
    house.kills_while(kills, |known| known.told.len(), all).await;
    let life = house.starts();
    house.voters.until(all, |known| known.told.len()).await;
    house.voters.end().await;
    house.kill(life);
    house.looks().await;
    let amid = house.kills_while_counting(4 * kills).await;
    house.compares(amid).await;
    assert!(house.voters.knows(|known| known.again) > 0, "the kills came at no bad moment");
    assert!(kills < MANY || amid > 0, "none of {} kills came in the middle of counting", 4 * kills);
    house.voters.knows(|known| assert!(known.wrong.is_empty(), "{:?}", known.wrong));
}

async fn on_a_file(ballots: u32, kills: u64) {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("store.sqlite").display().to_string();
    voting(House::of("SQLite, server killed in a vote", &database, folder, (ballots, VOTERS)).await, kills).await;
}

async fn on_a_server(ballots: u32, kills: u64) {
    let (cluster, folder) = (Cluster::start(Sync::Memory).unwrap(), tempfile::tempdir().unwrap());
    let database = cluster.url("postgres");
    store::migrate(&database.parse().unwrap()).await.unwrap();
    voting(House::of("PostgreSQL, server killed in a vote", &database, folder, (ballots, VOTERS)).await, kills).await;
}

/// Everybody votes in the same moment, each on connections of their own: every receipt is on the list, the tally is exact.
async fn crowd(mut house: House) {
    let (all, life) = (u64::from(house.size), house.starts());
    let watch = Stopwatch::start();
    house.voters.stage.send_replace(Stage::Cast);
    for _ in 0..360_000 {
        if house.voters.knows(|known| known.told.len() as u64 == all || !known.wrong.is_empty()) {
            break;
        }
        sleep(Duration::from_millis(5)).await;
    }
    let took = watch.micros();
    let told = house.voters.knows(|known| {
        assert!(known.wrong.is_empty(), "{:?}", known.wrong);
        known.told.len() as u64
    });
    assert_eq!(told, all, "votes in half an hour");
    house.voters.end().await;
    house.kill(life);
    house.looks().await;
    house.now = CLOSES.parse().unwrap();
    let store = house.store().await;
    house.counts(&store).await;
    store.close().await;
    let check = house.compares(0).await;
    let (again, mut micros) = house.voters.knows(|known| (known.again, known.micros.clone()));
    micros.sort_unstable();
    let [middle, most] = [50, 99].map(|part| percentile(&micros, part) / 1_000);
    println!(
        "{}: {all} voters at once, {} votes/s, answers in {middle} ms (median), {most} ms (99 of 100), {again} asked again; \
        {} µs to check a ballot of the list",
        house.name,
        all * 1_000_000 / took.max(1),
        check / all
    );
}

async fn crowd_on_a_file(voters: u32) {
    unlimit().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("store.sqlite").display().to_string();
    crowd(House::of("SQLite, a full hall", &database, folder, (1, voters)).await).await;
}

async fn crowd_on_a_server(voters: u32) {
    unlimit().unwrap();
    let (cluster, folder) = (Cluster::start(Sync::Memory).unwrap(), tempfile::tempdir().unwrap());
    let database = cluster.url("postgres");
    store::migrate(&database.parse().unwrap()).await.unwrap();
    crowd(House::of("PostgreSQL, a full hall", &database, folder, (1, voters)).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_hundred_vote_at_once_from_one_address() {
    crowd_on_a_file(300).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "long: ./test full"]
async fn five_thousand_vote_at_once_from_one_address_on_sqlite() {
    crowd_on_a_file(5_000).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "long: ./test full"]
async fn five_thousand_vote_at_once_from_one_address_on_postgresql() {
    crowd_on_a_server(5_000).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_is_killed_in_a_vote_loses_and_doubles_none_on_sqlite() {
    on_a_file(8, 2).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_is_killed_in_a_vote_loses_and_doubles_none_on_postgresql() {
    on_a_server(8, 2).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "long: ./test full"]
async fn a_server_that_is_killed_at_every_turn_of_a_vote_on_sqlite() {
    on_a_file(60, MANY).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "long: ./test full"]
async fn a_server_that_is_killed_at_every_turn_of_a_vote_on_postgresql() {
    on_a_server(60, MANY).await;
}
