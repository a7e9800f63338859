//! Golden events and golden cases: bytes that were written once and have to be read, written again and folded for ever.
//!
//! `tests/golden/events` has a file for every event and version, `tests/golden/cases` whole histories, one record a line,
//! each with the state that it comes to. Files are only ever added: a new event, a new version, a new case. Where one of
//! these tests fails, what was written earlier is no longer read as it was, and the code is wrong, not the file.

pub(crate) mod cases;
mod told;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use ledger::canonical;
use negotiation::{Actor, CaseState, Command, Event, Facts};
use serde::{Deserialize, Serialize};

use crate::cast::Story;

const AGAIN: &str = "cargo test -p statute golden::new_files_are_added -- --ignored";

/// A record as it stands in a case, every field typed.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    act: String,
    actor: Actor,
    at: String,
    case: String,
    data: Data,
    prev: String,
    rules: String,
    seq: u64,
    v: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Data {
    command: Command,
    events: Vec<Event>,
    facts: Facts,
}

fn folder(name: &str) -> PathBuf {
    crate::own("tests/golden").join(name)
}

/// The files of a folder with this ending, by name without it.
fn files(name: &str, ending: &str) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder(name)).into_iter().flatten();
    let paths = entries.map(|entry| entry.unwrap().path());
    let named = paths.filter_map(|path| {
        let stem = path.file_name()?.to_str()?.strip_suffix(ending)?.to_owned();
        Some((stem, fs::read(path).unwrap()))
    });
    named.collect()
}

/// Names of all events, each with its version, as the sources spell them.
fn names() -> BTreeSet<String> {
    Event::NAMES.iter().map(ToString::to_string).collect()
}

fn lines(file: &[u8]) -> Vec<&[u8]> {
    file.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).collect()
}

fn replayed(file: &[u8]) -> CaseState {
    CaseState::replay(Story::unopened(&crate::cast::BOOK).state.case(), lines(file)).unwrap()
}

#[test]
fn every_event_and_version_has_a_golden_file() {
    let files: BTreeSet<String> = files("events", ".json").into_keys().collect();
    assert_eq!(names().difference(&files).collect::<Vec<_>>(), Vec::<&String>::new(), "add them: {AGAIN}");
    assert_eq!(
        files.difference(&names()).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "an event that is no longer read"
    );
}

#[test]
fn every_golden_event_is_read_and_written_as_it_was() {
    for (file, bytes) in files("events", ".json") {
        let event: Event = serde_json::from_slice(&bytes).unwrap_or_else(|error| panic!("{file}: {error}"));
        assert_eq!(event.name(), file);
        let again = canonical::to_vec(&event).unwrap();
        assert_eq!(String::from_utf8_lossy(&again), String::from_utf8_lossy(&bytes), "{file}");
    }
}

#[test]
fn every_golden_record_is_read_and_written_as_it_was() {
    let cases = files("cases", ".jsonl");
    assert_eq!(cases.keys().collect::<Vec<_>>(), cases::ALL.map(|(name, _)| name), "add them: {AGAIN}");
    for (case, file) in cases {
        for (line, bytes) in (1..).zip(lines(&file)) {
            let record: Record =
                serde_json::from_slice(bytes).unwrap_or_else(|error| panic!("{case}, record {line}: {error}"));
            let again = canonical::to_vec(&record).unwrap();
            assert_eq!(String::from_utf8_lossy(&again), String::from_utf8_lossy(bytes), "{case}, record {line}");
        }
    }
}

#[test]
fn every_golden_case_comes_to_the_state_it_came_to() {
    let states = files("cases", ".txt");
    for (case, file) in files("cases", ".jsonl") {
        let told = told::state(&replayed(&file));
        let stands = states.get(&case).unwrap_or_else(|| panic!("{case} has no state: {AGAIN}"));
        assert_eq!(told, String::from_utf8_lossy(stands), "{case}");
        assert!(told.starts_with("digest "), "the state's digest is its first line");
    }
}

#[test]
fn a_golden_case_with_a_record_changed_is_no_case() {
    let cases = files("cases", ".jsonl");
    let (case, file) = cases.first_key_value().unwrap();
    let mut changed: Vec<Vec<u8>> = lines(file).into_iter().map(<[u8]>::to_vec).collect();
    let text = String::from_utf8(changed[1].clone()).unwrap();
    let other = text.replace("2026-01-05", "2026-01-06");
    assert_ne!(text, other);
    changed[1] = other.into_bytes();
    let id = Story::unopened(&crate::cast::BOOK).state.case();
    assert!(CaseState::replay(id, changed.iter().map(Vec::as_slice)).is_err(), "{case}");
}

/// Tells the cases and writes what has no file yet; never touches a file that is there.
#[test]
#[ignore = "writes golden files that are missing"]
fn new_files_are_added() {
    let mut events: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (case, tell) in cases::ALL {
        let story = tell();
        for record in &story.records {
            let record: Record = serde_json::from_slice(record).unwrap();
            for event in record.data.events {
                let bytes = canonical::to_vec(&event).unwrap();
                let longest = events.entry(event.name().to_owned()).or_default();
                if bytes.len() > longest.len() {
                    *longest = bytes;
                }
            }
        }
        let mut file = story.records.join(&b'\n');
        file.push(b'\n');
        if add(&folder("cases").join(format!("{case}.jsonl")), &file) {
            add(&folder("cases").join(format!("{case}.txt")), told::state(&replayed(&file)).as_bytes());
        }
    }
    for (name, bytes) in &events {
        add(&folder("events").join(format!("{name}.json")), bytes);
    }
    let untold: Vec<String> = names().into_iter().filter(|name| !events.contains_key(name)).collect();
    assert_eq!(untold, Vec::<String>::new(), "no case tells these");
}

/// Writes a file where there is none.
fn add(path: &Path, bytes: &[u8]) -> bool {
    if path.exists() {
        return false;
    }
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
    true
}
