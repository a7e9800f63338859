//! Rolls on which secret ballots were opened: unaltered, the one that the ballot's definition names, nobody on it twice, and
//! as many as the definition says. Definitions that were made before they named a digest are left as they are.

use std::collections::{BTreeMap, BTreeSet};

use ballot::{Bundle, Roll};
use messages::Said;

use crate::hash::ROLL;
use crate::layout::Kind;
use crate::named::{canonical_under, or_pass};
use crate::{Check, Hash, Place};

const ID: &str = "ballots";

/// A list whose definition names its roll.
struct Opened<'a> {
    member: &'a str,
    roll: Hash,
    voters: u32,
}

/// What is in the bundle against what the lists' definitions say.
pub(crate) fn check(contents: &BTreeMap<String, Vec<u8>>) -> Vec<Check> {
    let opened: Vec<Opened<'_>> = contents.iter().filter_map(|(name, content)| list(name, content)).collect();
    let (mut checks, mut missing, mut rolls) = (Vec::new(), Vec::new(), 0_u64);
    let mut there = BTreeSet::new();
    for (name, content) in contents {
        let Some(Kind::Roll(hash)) = Kind::of(name) else {
            continue;
        };
        rolls += 1;
        there.insert(hash);
        let naming = opened.iter().filter(|opened| opened.roll == hash).map(|opened| opened.voters);
        let flaw = canonical_under(ROLL, hash, content).or_else(|| match serde_json::from_slice::<Roll>(content) {
            Ok(roll) => flaw(&roll, naming),
            Err(_) => Some(Said::new("verify-rolls-unreadable")),
        });
        checks.extend(flaw.map(|said| Check::fail(ID, Place::member(name), said)));
    }
    for opened in opened.iter().filter(|opened| !there.contains(&opened.roll)) {
        let said = Said::new("verify-rolls-missing").arg("roll", opened.roll);
        missing.push(Check::not_checked(ID, Place::member(opened.member), said));
    }
    if rolls > 0 {
        checks = or_pass(ID, checks, Said::new("verify-rolls-pass").arg("rolls", rolls));
    }
    checks.extend(missing);
    checks
}

/// One that can't be read is found where lists are counted again.
fn list<'a>(name: &'a str, content: &[u8]) -> Option<Opened<'a>> {
    let Some(Kind::Ballot(_)) = Kind::of(name) else { return None };
    let Bundle { definition, .. } = ballot::read(content).ok()?;
    let roll = Hash::parse(&definition.roll_digest?.to_string())?;
    Some(Opened { member: name, roll, voters: definition.voters })
}

/// What is wrong with a roll on which so many voted by each list that names it.
fn flaw(roll: &Roll, naming: impl Iterator<Item = u32>) -> Option<Said> {
    let mut seen = BTreeSet::new();
    if let Some(twice) = roll.voters.iter().find(|voter| !seen.insert(&voter.id)) {
        return Some(Said::new("verify-rolls-twice").arg("id", &twice.id));
    }
    let found = u32::try_from(roll.voters.len()).unwrap_or(u32::MAX);
    let naming: Vec<u32> = naming.collect();
    if naming.is_empty() {
        return Some(Said::new("verify-named-unmentioned"));
    }
    let other = naming.into_iter().find(|voters| *voters != found)?;
    Some(Said::new("verify-rolls-voters").arg("found", found).arg("voters", other))
}
