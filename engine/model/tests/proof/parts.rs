//! Parts of the explorer by themselves: chance, traps, histories.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use law::rules::Profile;
use model::history::{History, book};
use negotiation::{Event, Side};
use serde_json::Value;
use uuid::Uuid;

use crate::chance::Chance;
use crate::graph::stuck;
use crate::side;

#[test]
fn a_trap_is_found_and_a_way_out_is_none() {
    assert_eq!(stuck(3, &[(0, 1), (0, 2)], &[1]), Some(2));
    assert_eq!(stuck(3, &[(0, 1), (1, 2)], &[2]), None);
    assert_eq!(stuck(2, &[(0, 1), (1, 0)], &[]), Some(0));
}

// The first values of the published SplitMix64 for seed 1234567.
#[test]
fn the_numbers_are_those_of_splitmix64() {
    let mut chance = Chance::new(1_234_567);
    assert_eq!(chance.next(), 6_457_827_717_110_365_317);
    assert_eq!(chance.next(), 3_203_168_211_198_807_973);
}

#[test]
fn the_side_of_an_event_is_the_one_that_its_record_names() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("../negotiation/tests/golden/events");
    let mut sided = 0;
    for name in Event::NAMES {
        let bytes = fs::read(golden.join(format!("{name}.json"))).unwrap();
        let written: Value = serde_json::from_slice(&bytes).unwrap();
        let event: Event = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(written["with"]["side"].as_str(), side::named(&event).map(Side::name), "{name}");
        sided += usize::from(side::named(&event).is_some());
    }
    assert!(sided >= 29, "{sided}");
}

#[test]
fn histories_are_long_and_varied_and_the_same_again() {
    let book = book().unwrap();
    let (mut steps, mut names) = (0, BTreeSet::new());
    for seed in 0..20 {
        let id = Uuid::from_u128(0x0198_0000_0000_7000_8000_0000_0000_0000 | u128::from(seed));
        let history = || History::new(&book, Profile::Zj, id, "91330784MA000X0153", seed).take(30);
        let hashes: Vec<_> = history().flat_map(|step| step.records).map(|record| record.hash).collect();
        let again: Vec<_> = history().flat_map(|step| step.records).map(|record| record.hash).collect();
        assert_eq!(hashes, again);
        steps += history().count();
        names.extend(history().flat_map(|step| step.records).map(|record| record.command));
    }
    assert!(steps >= 300, "{steps}");
    assert!(names.len() >= 25 && names.contains("strike_clock"), "{names:?}");
}
