//! A thief of what a vote leaves behind: what is in the files, what was logged, and how good a guess it makes.

use std::collections::BTreeMap;
use std::fmt::{Debug, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};

use ballot::Token;
use ledger::Digest;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

pub(crate) const VOTERS: usize = 48;

/// What is logged, as text.
#[derive(Clone, Default)]
pub(crate) struct Log(Arc<Mutex<String>>);

impl Log {
    /// All that was logged.
    pub(crate) fn text(&self) -> String {
        self.0.lock().unwrap().clone()
    }
}

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
pub(crate) fn choice(voter: usize) -> usize {
    usize::from(Digest::sha256(&[u8::try_from(voter).unwrap()]).as_bytes()[0]) % 2
}

pub(crate) fn token(voter: usize) -> Token {
    Token(*Digest::sha256(format!("token {voter}").as_bytes()).as_bytes())
}

/// All files of a folder and its folders, by their paths in it.
pub(crate) fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let (mut all, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(next) = folders.pop() {
        for file in std::fs::read_dir(next).unwrap() {
            let path = file.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.is_file() {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                all.push((name, std::fs::read(&path).unwrap()));
            }
        }
    }
    all.sort();
    all
}

/// Where each of these stands first, in one pass; all have four bytes or more.
pub(crate) fn places(bytes: &[u8], sought: &[Vec<u8>]) -> Vec<Option<usize>> {
    let mut by_start: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
    for (n, one) in sought.iter().enumerate() {
        by_start.entry(&one[..4]).or_default().push(n);
    }
    // Most places are passed by at a glance: whole files are looked through.
    let mut begins = vec![false; 1 << 16];
    let two = |bytes: &[u8]| usize::from(u16::from_be_bytes([bytes[0], bytes[1]]));
    sought.iter().for_each(|one| begins[two(one)] = true);
    let mut found = vec![None; sought.len()];
    for (at, window) in bytes.windows(4).enumerate() {
        if !begins[two(window)] {
            continue;
        }
        for n in by_start.get(window).into_iter().flatten() {
            if found[*n].is_none() && bytes[at..].starts_with(&sought[*n]) {
                found[*n] = Some(at);
            }
        }
    }
    found
}

pub(crate) fn has_any(bytes: &[u8], sought: &[Vec<u8>]) -> bool {
    places(bytes, sought).iter().any(Option::is_some)
}

/// Where each of these tokens stands first, by either of its ends: a page may end within it.
pub(crate) fn tokens(bytes: &[u8], of: &[Token]) -> Vec<Option<usize>> {
    let ends =
        |range: std::ops::Range<usize>| of.iter().map(|token| token.0[range.clone()].to_vec()).collect::<Vec<_>>();
    either(places(bytes, &ends(0..8)), places(bytes, &ends(24..32)))
}

/// The same of tokens as bytes or as digits, as the published list has them.
pub(crate) fn written(bytes: &[u8], of: &[Token]) -> Vec<Option<usize>> {
    let digits = |range: std::ops::Range<usize>| {
        of.iter().map(|token| token.text().as_bytes()[range.clone()].to_vec()).collect::<Vec<_>>()
    };
    let as_digits = either(places(bytes, &digits(0..16)), places(bytes, &digits(48..64)));
    either(tokens(bytes, of), as_digits)
}

fn either(first: Vec<Option<usize>>, second: Vec<Option<usize>>) -> Vec<Option<usize>> {
    first.into_iter().zip(second).map(|(first, second)| first.or(second)).collect()
}

/// The choices in the order in which something of each voter comes up.
pub(crate) fn in_order(at: &[Option<usize>]) -> Vec<usize> {
    let mut all: Vec<(Option<usize>, usize)> = at.iter().enumerate().map(|(n, at)| (*at, choice(n))).collect();
    all.sort_unstable();
    all.into_iter().map(|(_, choice)| choice).collect()
}

/// How many choices a thief gets right who lays one order beside the other, forwards or backwards, whichever is better;
/// of two choices, so that who guesses gets half.
pub(crate) fn hits(of_voters: &[usize], of_ballots: &[usize]) -> usize {
    let same = |order: Vec<&usize>| of_voters.iter().zip(order).filter(|(one, other)| one == other).count();
    same(of_ballots.iter().collect()).max(same(of_ballots.iter().rev().collect()))
}

/// Beyond three standard deviations of guessing: what chance doesn't give, even at the better of two tries.
pub(crate) fn is_chance(hits: usize) -> bool {
    hits <= VOTERS / 2 + 3 * 4
}
