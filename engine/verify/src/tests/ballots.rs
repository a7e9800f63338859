//! Lists of secret ballots in a bundle: counted again, and what somebody who stuffs a box would write.

use ballot::{BallotBox, Bundle, Counts, Definition, Entry, Key, Listed, Office, Question, Tally, Token, Vote};
use ledger::bundle::name;
use ledger::{Digest, canonical};
use negotiation::command::{CongressCommand, CongressForm, ListCount, OnlineBallot, RecordVote};
use negotiation::event::{DraftVoted, EmployerVoted, QuorumMissed};
use negotiation::{Command, Event};
use serde_json::{Value, json};
use uuid::Uuid;

use super::sample::{CASE, acts, builder, chain};
use super::{findings, found, report};
use crate::Outcome;

const ID: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0b01);

fn key() -> Key {
    Key::derive([1; 32], ID).unwrap()
}

fn token(n: u8) -> Token {
    Token(*Digest::sha256(&[n]).as_bytes())
}

fn listed(key: &Key, n: u8, vote: Vote) -> Listed {
    Listed { seal: key.seal(&token(n)).unwrap(), token: token(n), vote: Some(vote) }
}

/// Five of seven took a token, four cast: three in favour, one against; one more voted on paper.
pub(super) fn list() -> Bundle {
    let definition = Definition {
        ballot: ID,
        case: CASE.parse().unwrap(),
        closes_at: "2026-03-16T16:00:00.000+08:00".parse().unwrap(),
        key: key().public(),
        meeting: None,
        objection_days: None,
        opened_at: "2026-03-16T14:00:00.000+08:00".parse().unwrap(),
        question: Question::Draft { terms: Digest::sha256(b"terms") },
        reveals: true,
        roll: None,
        roll_digest: None,
        round: None,
        voters: 7,
    };
    let mut full = BallotBox::empty(7);
    for (n, vote) in [Vote::YES, Vote::NO, Vote::YES, Vote::YES].into_iter().enumerate() {
        let Listed { seal, token, .. } = listed(&key(), u8::try_from(n).unwrap(), vote);
        full.put(&Entry { seal, token, vote });
    }
    Bundle::of(definition, Vec::new(), &key(), Counts { blind: 4, paper: 1, plain: 1 }, &full)
}

pub(super) fn recorded(list: &Bundle) -> RecordVote {
    RecordVote {
        abstain: 0,
        employer: None,
        held_on: "2026-03-16".parse().unwrap(),
        issued: 6,
        no: 1,
        online: Some(OnlineBallot { count: None, issued: 5, list: list.digest().unwrap(), plain: 1, returned: 4 }),
        present: 6,
        protocol: Digest::sha256(b"protocol"),
        returned: 5,
        scrutineers: Vec::new(),
        secret: true,
        terms: Digest::sha256(b"terms"),
        total: 7,
        yes: 4,
    }
}

/// What a vote leads to.
fn adopted(vote: &RecordVote) -> Event {
    let at = "2026-03-16T17:00:00.000+08:00".parse().unwrap();
    Event::DraftAdopted(DraftVoted { at, form: CongressForm::Congress, vote: vote.clone() })
}

/// A bundle with a record of each vote, and with the lists.
fn bundle(votes: &[RecordVote], lists: &[&[u8]]) -> Vec<u8> {
    bundle_with(votes, lists, &[])
}

/// The same with rolls.
pub(super) fn bundle_with(votes: &[RecordVote], lists: &[&[u8]], rolls: &[&[u8]]) -> Vec<u8> {
    let recorded = |vote: &RecordVote| {
        let command = Command::Congress(CongressCommand::RecordVote(vote.clone()));
        json!({ "command": command, "events": [adopted(vote)], "facts": {} })
    };
    with_records(votes.iter().map(recorded), lists, rolls)
}

/// A bundle with these records after the others, and with the lists.
fn of_records(data: impl Iterator<Item = Value>, lists: &[&[u8]]) -> Vec<u8> {
    with_records(data, lists, &[])
}

fn with_records(data: impl Iterator<Item = Value>, lists: &[&[u8]], rolls: &[&[u8]]) -> Vec<u8> {
    let mut acts = acts();
    for data in data {
        let mut act = acts.last().unwrap().clone();
        let at = acts.len();
        act.act = format!("01900000-0000-7000-8000-{at:012x}");
        act.at = format!("2026-03-18T09:3{at}:00.000+08:00");
        act.data = data;
        acts.push(act);
    }
    let mut builder = builder(&chain(&acts));
    for list in lists {
        builder.ballot(list.to_vec()).unwrap();
    }
    for roll in rolls {
        builder.roll(roll.to_vec()).unwrap();
    }
    builder.finish().unwrap()
}

/// What is found of a list that somebody wrote, whose digest stands in the record as it would.
fn of(list: &Bundle, change: impl FnOnce(&mut RecordVote)) -> Vec<String> {
    let mut vote = recorded(list);
    change(&mut vote);
    let bytes = list.bytes().unwrap();
    let name = name::ballot(&bytes);
    let found = found(&bundle(&[vote], &[&bytes])).into_iter();
    found.map(|line| line.replace(&name, "LIST").trim_start_matches("ballots ").to_owned()).collect()
}

fn figure(name: &str, list: &Bundle, change: impl FnOnce(&mut RecordVote)) {
    let mut vote = recorded(list);
    change(&mut vote);
    let found = findings(&bundle(&[vote], &[&list.bytes().unwrap()]));
    let named = |said: &messages::Said| format!("{said:?}").contains(&format!("\"{name}\""));
    assert!(found.iter().any(|check| check.said.key == "verify-ballots-figure" && named(&check.said)), "{found:?}");
}

#[test]
fn a_list_counts_again_and_agrees_with_the_record() {
    let list = list();
    assert_eq!(of(&list, |_| {}), Vec::<String>::new());
    let report = report(&bundle(&[recorded(&list)], &[&list.bytes().unwrap()]));
    let line = report.checks.iter().find(|check| check.id == "ballots").unwrap();
    assert_eq!((line.outcome, line.said.key.as_ref()), (Outcome::Pass, "verify-ballots-pass"));
}

#[test]
fn a_stuffed_box_is_found() {
    // More ballots than the register gave out, each with a seal of the true key.
    let mut more = list();
    for n in 10..12 {
        more.ballots.push(listed(&key(), n, Vote::YES));
    }
    more.ballots.sort_by_key(|ballot| (ballot.token.tracker(), ballot.token));
    more.tally = Tally { choices: vec![5, 1, 0], returned: 6, ..more.tally };
    let stuffed = |vote: &mut RecordVote| {
        vote.yes = 6;
        vote.returned = 7;
        vote.online.as_mut().unwrap().returned = 6;
    };
    assert_eq!(of(&more, stuffed), ["LIST ballot-check-count-broken"]);
    // The same, and the list's register raised: the record says how many were given out.
    more.issued.blind = 5;
    assert_eq!(of(&more, stuffed), ["6 verify-ballots-figure"]);
    // Raised in both: more signed in than there are.
    more.issued.blind = 6;
    let both = |vote: &mut RecordVote| {
        stuffed(vote);
        vote.online.as_mut().unwrap().issued = 7;
    };
    assert_eq!(of(&more, both), ["LIST ballot-check-present-broken"]);

    let mut twice = list();
    twice.ballots[1] = twice.ballots[0];
    let found = of(&twice, |_| {});
    assert!(found.contains(&"LIST ballot-check-once-broken".to_owned()), "{found:?}");

    let mut foreign = list();
    foreign.ballots[2].seal = Key::derive([2; 32], ID).unwrap().seal(&foreign.ballots[2].token).unwrap();
    assert_eq!(of(&foreign, |_| {}), ["LIST ballot-check-seals-broken"]);
    let mut other_key = list();
    other_key.secret = Key::derive([2; 32], ID).unwrap().secret();
    assert_eq!(of(&other_key, |_| {}), ["LIST ballot-check-key-broken"]);
    let mut tally = list();
    tally.tally.choices = vec![4, 0, 0];
    assert_eq!(of(&tally, |vote| vote.no = 0), ["LIST ballot-check-tally-broken"]);
}

#[test]
fn a_record_that_says_otherwise_than_its_list_is_found() {
    let list = list();
    figure("total", &list, |vote| vote.total = 6);
    figure("paper", &list, |vote| vote.issued = 7);
    figure("paper", &list, |vote| vote.returned = 6);
    figure("paper", &list, |vote| vote.abstain = 1);
    figure("issued", &list, |vote| vote.online.as_mut().unwrap().issued = 4);
    figure("plain", &list, |vote| vote.online.as_mut().unwrap().plain = 0);
    figure("returned", &list, |vote| vote.online.as_mut().unwrap().returned = 3);
    figure("yes", &list, |vote| vote.yes = 2);
    figure("no", &list, |vote| vote.no = 0);
    assert_eq!(of(&list, |vote| vote.terms = Digest::sha256(b"other")), ["6 verify-ballots-about"]);
    let mut abstained = list.clone();
    abstained.ballots[0].vote = Some(Vote::ABSTAIN);
    abstained.tally = Tally::of(&abstained.definition.question, abstained.ballots.iter().filter_map(|one| one.vote));
    figure("abstain", &abstained, |_| {});
    let mut elsewhere = list.clone();
    elsewhere.definition.case = Uuid::from_u128(7);
    assert_eq!(of(&elsewhere, |_| {}), ["6 verify-ballots-about"]);
    let mut election = list.clone();
    election.definition.question =
        Question::Election { candidates: vec!["甲".to_owned()], office: Office::Delegate, seats: 1 };
    assert!(of(&election, |_| {}).contains(&"6 verify-ballots-about".to_owned()));
}

/// What a record says that the list counted is what the list counts; records from before it was told say nothing.
#[test]
fn the_figures_of_the_list_that_a_record_tells_are_those_of_the_list() {
    let list = list();
    let right = ListCount { abstain: 0, no: 1, paper: 1, voters: 7, yes: 3 };
    let told = |count: ListCount| move |vote: &mut RecordVote| vote.online.as_mut().unwrap().count = Some(count);
    assert_eq!(of(&list, told(right)), Vec::<String>::new());
    figure("voters", &list, told(ListCount { voters: 6, ..right }));
    figure("slips", &list, told(ListCount { paper: 2, ..right }));
    figure("listed-yes", &list, told(ListCount { yes: 4, ..right }));
    figure("listed-no", &list, told(ListCount { no: 0, ..right }));
    figure("listed-abstain", &list, told(ListCount { abstain: 1, ..right }));
}

#[test]
fn a_list_counts_for_one_vote_and_a_vote_without_its_list_is_told() {
    let list = list();
    let (vote, bytes) = (recorded(&list), list.bytes().unwrap());
    let twice = found(&bundle(&[vote.clone(), vote.clone()], &[&bytes]));
    assert_eq!(twice, ["ballots 7 verify-ballots-twice"]);
    let without = report(&bundle(&[vote], &[]));
    let line = without.checks.iter().find(|check| check.id == "ballots").unwrap();
    assert_eq!((line.outcome, line.place.seq), (Outcome::NotChecked, Some(6)));
    assert_eq!(line.said.key, "verify-ballots-missing");
    let alone = found(&bundle(&[], &[&bytes]));
    assert_eq!(alone, [format!("ballots {} verify-named-unmentioned", name::ballot(&bytes))]);
}

/// Part of the congress votes in the hall: whoever is on the roll and took paper, and whoever isn't on the roll.
#[test]
fn a_hall_beside_the_list_counts_with_it_and_no_more_ballots_than_people() {
    let list = list();
    let hall = |people: u32| {
        move |vote: &mut RecordVote| {
            vote.total += people;
            vote.present += people;
            vote.issued += people;
            vote.returned += people;
            vote.yes += people;
        }
    };
    for people in [0, 1, 30] {
        assert_eq!(of(&list, hall(people)), Vec::<String>::new(), "{people} who aren't on the roll");
    }
    let one_more = |vote: &mut RecordVote| {
        hall(30)(vote);
        vote.issued += 1;
    };
    assert_eq!(of(&list, one_more), ["6 verify-ballots-figure"]);
    // Everybody who took paper stayed away from the box: nothing wrong with that.
    let fewer = |vote: &mut RecordVote| {
        vote.returned = 4;
        vote.yes = 3;
    };
    assert_eq!(of(&list, fewer), Vec::<String>::new());
}

#[test]
fn a_vote_that_was_entered_from_paper_counts_once_it_is_confirmed() {
    let list = list();
    let (vote, bytes) = (recorded(&list), list.bytes().unwrap());
    let entered = json!({ "command": { "entered": list.digest().unwrap() }, "events": [], "facts": {} });
    let confirmed =
        |vote: &RecordVote| json!({ "command": { "name": "confirm_paper" }, "events": [adopted(vote)], "facts": {} });
    let records = |vote: &RecordVote| of_records([entered.clone(), confirmed(vote)].into_iter(), &[&bytes]);
    assert_eq!(found(&records(&vote)), Vec::<String>::new());
    let wrong = RecordVote { yes: 2, ..vote };
    assert_eq!(found(&records(&wrong)), ["ballots 7 verify-ballots-figure"]);
}

#[test]
fn a_list_counts_for_a_vote_however_it_came_out() {
    let list = list();
    let (vote, bytes) = (recorded(&list), list.bytes().unwrap());
    let at = "2026-03-16T17:00:00.000+08:00".parse().unwrap();
    let (form, employer) = (CongressForm::EachEmployer, "first".to_owned());
    for event in [
        Event::DraftRejected(DraftVoted { at, form, vote: vote.clone() }),
        Event::QuorumMissed(QuorumMissed { at, form, vote: vote.clone() }),
        Event::EmployerVoted(EmployerVoted { adopted: true, at, employer, vote: vote.clone() }),
    ] {
        let record = json!({ "command": { "name": "vote" }, "events": [event], "facts": {} });
        assert_eq!(found(&of_records([record].into_iter(), &[&bytes])), Vec::<String>::new());
    }
}

#[test]
fn a_list_that_is_none_or_not_canonical_is_found() {
    for (bytes, key) in [(b"{}".to_vec(), "ballot-unreadable"), (b"{ }".to_vec(), "verify-json-form")] {
        let found = found(&bundle(&[], &[&bytes]));
        assert_eq!(found, [format!("ballots {} {key}", name::ballot(&bytes))]);
    }
}

#[test]
fn only_the_second_format_has_lists() {
    let list = list();
    let bytes = list.bytes().unwrap();
    let with = String::from_utf8(super::forge::unpack(&bundle(&[recorded(&list)], &[&bytes]))["manifest.json"].clone());
    assert!(with.unwrap().contains("\"xinxieshang-evidence/2\""));
    let mut forged = super::forge::unpack(&bundle(&[recorded(&list)], &[&bytes]));
    let mut manifest: serde_json::Value = serde_json::from_slice(&forged["manifest.json"]).unwrap();
    manifest["format"] = json!("xinxieshang-evidence/1");
    forged.insert("manifest.json".to_owned(), canonical::to_vec(&manifest).unwrap());
    let found = found(&super::forge::pack(&forged));
    assert_eq!(found, ["manifest manifest.json verify-manifest-format"]);
}
