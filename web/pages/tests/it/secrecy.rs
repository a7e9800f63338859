//! Whoever has the files of the server after a vote, and while it was open, tries to join voters to choices.
//!
//! Examined: every file beside the database (tables, write-ahead log, the box), what the pages log at the level at which
//! a server runs (INFO), and the sizes of answers. Everybody votes through the router in the order of the roll, one after the
//! other, a second apart: the worst case. Not examined here: PostgreSQL's own files (see `docs/ballot.md`), what a network
//! or a running server sees. Backups have the tables of the store without the box, which is tested with the store; metrics
//! count acts, the clock and the outbox, and know no ballot.

use std::collections::BTreeMap;
use std::fmt::{Debug, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};

use axum::http::StatusCode;
use ballot::{Token, read};
use ledger::Digest;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

use crate::hall::{Hall, blinded_token, issue};

const VOTERS: usize = 48;

/// What is logged, as text.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<String>>);

impl Visit for Log {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let _ = writeln!(self.0.lock().unwrap(), "{field}={value:?}");
    }
}

impl Subscriber for Log {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        *metadata.level() <= Level::INFO
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        span.record(&mut self.clone());
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        values.record(&mut self.clone());
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        event.record(&mut self.clone());
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// What each voter, by number, chose: nothing that follows from the number in a simple way.
fn choice(voter: usize) -> usize {
    usize::from(Digest::sha256(&[u8::try_from(voter).unwrap()]).as_bytes()[0]) % 2
}

fn token(voter: usize) -> Token {
    Token(*Digest::sha256(format!("token {voter}").as_bytes()).as_bytes())
}

/// All files of a folder.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.is_file() {
            all.push((path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(&path).unwrap()));
        }
    }
    all
}

/// Where each of these stands first, in one pass; all have four bytes or more.
fn places(bytes: &[u8], sought: &[Vec<u8>]) -> Vec<Option<usize>> {
    let mut by_start: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
    for (n, one) in sought.iter().enumerate() {
        by_start.entry(&one[..4]).or_default().push(n);
    }
    let mut found = vec![None; sought.len()];
    for (at, window) in bytes.windows(4).enumerate() {
        for n in by_start.get(window).into_iter().flatten() {
            if found[*n].is_none() && bytes[at..].starts_with(&sought[*n]) {
                found[*n] = Some(at);
            }
        }
    }
    found
}

fn has_any(bytes: &[u8], sought: &[Vec<u8>]) -> bool {
    places(bytes, sought).iter().any(Option::is_some)
}

/// Where the token of each voter stands, by either of its ends: a page may end within it.
fn tokens(bytes: &[u8]) -> Vec<Option<usize>> {
    let ends =
        |range: std::ops::Range<usize>| (0..VOTERS).map(|n| token(n).0[range.clone()].to_vec()).collect::<Vec<_>>();
    let (starts, ends) = (places(bytes, &ends(0..8)), places(bytes, &ends(24..32)));
    starts.into_iter().zip(ends).map(|(start, end)| start.or(end)).collect()
}

/// How many choices a thief gets right who lays one order beside the other, forwards or backwards, whichever is better;
/// of two choices, so that who guesses gets half.
fn hits(of_voters: &[usize], of_ballots: &[usize]) -> usize {
    let same = |order: Vec<&usize>| of_voters.iter().zip(order).filter(|(one, other)| one == other).count();
    same(of_ballots.iter().collect()).max(same(of_ballots.iter().rev().collect()))
}

/// Beyond three standard deviations of guessing: what chance doesn't give, even at the better of two tries.
fn is_chance(hits: usize) -> bool {
    hits <= VOTERS / 2 + 3 * 4
}

#[tokio::test]
async fn nothing_that_is_left_joins_a_voter_to_a_choice() {
    let log = Log::default();
    let guard = tracing::subscriber::set_default(log.clone());
    tracing::info!(heard = "the log is listened to");
    let names: Vec<String> = (0..VOTERS).map(|n| format!("代表{n:02}（虚构）")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let hall = Hall::with(&names).await;
    let mut sizes = [Vec::new(), Vec::new()];
    let mut instants = Vec::new();
    for voter in 0..VOTERS {
        let (asked, blinded) = blinded_token(token(voter), u8::try_from(voter).unwrap());
        let answer = hall.issue(&hall.links[voter], &blinded).await;
        let seal = asked.sealed(&issue(&answer), &hall.key).unwrap();
        hall.town.seconds(1);
        instants.push(hall.town.desk.now().millis());
        let sent = hall.send(&token(voter), &seal, &choice(voter).to_string()).await;
        assert_eq!(sent.status, StatusCode::OK, "{}", sent.html);
        sizes[choice(voter)].push(sent.html.len() - hall.count().await.to_string().len());
    }
    let folder = hall.town.folder.path();
    let open = files(folder);
    let register = hall.town.store.ballot_register(hall.case_id(), hall.id).await.unwrap().unwrap();
    hall.town.days(1);
    let list = read(hall.voter.get(&format!("/ballots/{}/list.json", hall.id)).await.html.as_bytes()).unwrap();
    let over = files(folder);
    drop(guard);

    // By id: what casting shows is nowhere but in the box, and nothing of a voter is there.
    assert!(open.iter().any(|(name, _)| name.ends_with("-wal")), "the log of the store is among what is examined");
    for (name, bytes) in &open {
        let is_box = name.ends_with(".urn");
        assert!(tokens(bytes).iter().all(|place| place.is_some() == is_box), "a token in {name}");
        let of_voters: Vec<Vec<u8>> = register.marks().map(|mark| mark.bytes()[1..].to_vec()).collect();
        let of_voters = of_voters.into_iter().chain(names.iter().map(|name| name.as_bytes().to_vec()));
        assert!(!is_box || !has_any(bytes, &of_voters.collect::<Vec<_>>()), "something of a voter in the box");
        // By time: nobody wrote down when a ballot came, in milliseconds as SQLite writes them or as text.
        let digits = instants.iter().map(|at| at.to_string().into_bytes());
        let times: Vec<Vec<u8>> = instants.iter().map(|at| at.to_be_bytes()[2..].to_vec()).chain(digits).collect();
        assert!(!has_any(bytes, &times), "the instant of a ballot in {name}");
    }
    // By order: of those who signed in against that of the box, of the register, and of the published list.
    let chosen: Vec<usize> = (0..VOTERS).map(choice).collect();
    assert!((18..=30).contains(&chosen.iter().sum::<usize>()), "a vote that is neither unanimous nor nearly");
    let (_, cells) = open.iter().find(|(name, _)| name.ends_with(".urn")).unwrap();
    let mut in_box: Vec<(usize, usize)> =
        tokens(cells).into_iter().enumerate().map(|(voter, place)| (place.unwrap(), choice(voter))).collect();
    in_box.sort_unstable();
    let in_box: Vec<usize> = in_box.into_iter().map(|(_, choice)| choice).collect();
    let chosen_as = |vote: Option<ballot::Vote>| usize::try_from(vote.unwrap().choices().next().unwrap()).unwrap();
    let on_list: Vec<usize> = list.ballots.iter().map(|ballot| chosen_as(ballot.vote)).collect();
    let mut by_mark: Vec<(Vec<u8>, usize)> =
        register.marks().zip(&chosen).map(|(mark, choice)| (mark.bytes().to_vec(), *choice)).collect();
    by_mark.sort_unstable();
    let by_mark: Vec<usize> = by_mark.into_iter().map(|(_, choice)| choice).collect();
    for (what, voters, ballots) in [
        ("signing in, box", &chosen, &in_box),
        ("signing in, list", &chosen, &on_list),
        ("marks, box", &by_mark, &in_box),
        ("marks, list", &by_mark, &on_list),
    ] {
        assert!(is_chance(hits(voters, ballots)), "{what}: {} of {VOTERS}", hits(voters, ballots));
    }
    assert!(!is_chance(hits(&chosen, &chosen)), "the measure finds an order that gives everything away");
    // By size: the answer is as long for one choice as for the other, and the files don't grow by what is chosen.
    let [no, yes] = sizes.map(|mut sizes| {
        sizes.sort_unstable();
        sizes.dedup();
        sizes
    });
    assert!(no == yes && no.len() == 1, "{no:?} {yes:?}");
    // After the close the box is gone, and the log of the process knows neither tokens, links nor choices.
    for (name, bytes) in over.iter().filter(|(name, _)| name.ends_with(".urn")) {
        assert!(tokens(bytes).iter().all(Option::is_none), "{name}");
    }
    let log = log.0.lock().unwrap();
    assert!(log.contains("the log is listened to"));
    for voter in 0..VOTERS {
        let secrets = [token(voter).text(), token(voter).tracker().to_string(), hall.links[voter].clone()];
        let said = log.lines().find(|line| secrets.iter().any(|secret| line.contains(secret.as_str())));
        assert_eq!(said, None, "of voter {voter} in the log");
        assert!(!log.contains(hall.links[voter].rsplit('/').next().unwrap()));
    }
    assert!(!log.contains("choice="), "a choice in the log");
}
