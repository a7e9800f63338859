//! Rolls of secret ballots in a bundle: the one that the ballot's definition names, and what somebody who alters it leaves.

use ballot::{Bundle, OnRoll, Roll};
use ledger::bundle::name;
use ledger::{Digest, canonical};

use super::ballots::{bundle_with, list, recorded};
use super::{found, report};
use crate::Outcome;

fn roll(voters: usize) -> Vec<u8> {
    let voter = |number: usize| OnRoll { commit: Some(Digest::sha256(&[1])), id: format!("p-{number}") };
    canonical::to_vec(&Roll { voters: (0..voters).map(voter).collect(), ..Roll::default() }).unwrap()
}

/// A list whose definition names a roll.
fn on(roll: &[u8]) -> Bundle {
    let mut list = list();
    list.definition.roll_digest = Some(Roll::digest(roll));
    list
}

fn of(list: &Bundle, rolls: &[&[u8]]) -> Vec<String> {
    found(&bundle_with(&[recorded(list)], &[&list.bytes().unwrap()], rolls))
}

#[test]
fn the_roll_that_a_definition_names_is_checked_where_it_is_in_the_bundle() {
    let (seven, list) = (roll(7), on(&roll(7)));
    assert_eq!(of(&list, &[&seven]), Vec::<String>::new());
    let whole = report(&bundle_with(&[recorded(&list)], &[&list.bytes().unwrap()], &[&seven]));
    let told = |key: &str| whole.checks.iter().find(|check| check.said.key == key).map(|check| check.outcome);
    assert_eq!(told("verify-rolls-pass"), Some(Outcome::Pass));
    let without = report(&bundle_with(&[recorded(&list)], &[&list.bytes().unwrap()], &[]));
    let missing = without.checks.iter().find(|check| check.said.key == "verify-rolls-missing").unwrap();
    assert_eq!(missing.outcome, Outcome::NotChecked);
    assert!(missing.place.member.as_deref().is_some_and(|member| member.starts_with("ballots/")));
}

#[test]
fn definitions_from_before_and_bundles_without_rolls_stay_what_they_were() {
    let list = list();
    assert_eq!(list.definition.roll_digest, None);
    assert!(!String::from_utf8(list.bytes().unwrap()).unwrap().contains("roll_digest"));
    let report = report(&bundle_with(&[recorded(&list)], &[&list.bytes().unwrap()], &[]));
    assert!(!report.checks.iter().any(|check| check.said.key.starts_with("verify-rolls")));
}

#[test]
fn another_roll_than_the_one_that_was_voted_on_is_found() {
    let (seven, other) = (roll(7), roll(8));
    let list = on(&seven);
    let member = name::roll(&other);
    assert_eq!(of(&list, &[&seven, &other]), [format!("ballots {member} verify-named-unmentioned")]);
    let short = on(&other);
    assert_eq!(of(&short, &[&other]), [format!("ballots {member} verify-rolls-voters")]);

    // The name kept, somebody put in the place of another.
    let altered = String::from_utf8(seven.clone()).unwrap().replace("p-3", "p-9").into_bytes();
    let mut members = super::forge::unpack(&bundle_with(&[recorded(&list)], &[&list.bytes().unwrap()], &[&seven]));
    members.insert(name::roll(&seven), altered);
    let found = found(&super::forge::pack_anew(&members));
    assert_eq!(found, [format!("ballots {} verify-named-hash", name::roll(&seven))]);

    let twice = String::from_utf8(seven).unwrap().replace("p-3", "p-4").into_bytes();
    assert_eq!(of(&on(&twice), &[&twice]), [format!("ballots {} verify-rolls-twice", name::roll(&twice))]);
    let none = canonical::to_vec(&serde_json::json!({ "people": [] })).unwrap();
    assert_eq!(of(&on(&none), &[&none]), [format!("ballots {} verify-rolls-unreadable", name::roll(&none))]);
}

#[test]
fn only_the_third_format_has_rolls() {
    let seven = roll(7);
    let list = on(&seven);
    let bytes = bundle_with(&[recorded(&list)], &[&list.bytes().unwrap()], &[&seven]);
    let manifest = String::from_utf8(super::forge::unpack(&bytes)["manifest.json"].clone()).unwrap();
    assert!(manifest.contains("\"xinxieshang-evidence/3\""));
    let mut members = super::forge::unpack(&bytes);
    let older = manifest.replace("xinxieshang-evidence/3", "xinxieshang-evidence/2");
    members.insert("manifest.json".to_owned(), older.into_bytes());
    assert_eq!(found(&super::forge::pack(&members)), ["manifest manifest.json verify-manifest-format"]);
}
