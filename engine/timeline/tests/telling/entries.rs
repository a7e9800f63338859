//! Entries: what happened, when it counts, and the marks it bears.

use negotiation::Capacity::{Clock, UnionChair};
use timeline::{NoteKind, Timeline, build};
use uuid::Uuid;

use crate::cast::{CASE, CATALOGUE, Story, as_, moment};
use crate::sample::{late_reply, open_case, whole};

fn one_of<'a>(told: &'a Timeline, command: &str) -> &'a timeline::Entry {
    told.entries.iter().find(|entry| entry.command == command).unwrap()
}

#[test]
fn every_record_is_told_once_in_order_and_bears_its_hash() {
    let story = whole();
    let told = story.told("2026-04-20 18:00");
    let seqs: Vec<u64> = told.entries.iter().map(|entry| entry.seq).collect();
    assert_eq!(seqs, (1..=u64::try_from(story.records.len()).unwrap()).collect::<Vec<_>>());
    let hashes: Vec<_> = story.records.iter().map(|bytes| ledger::record::hash(bytes)).collect();
    assert!(told.entries.iter().map(|entry| entry.hash).eq(hashes.iter().copied()));
    assert_eq!(Some(&told.head), hashes.last());
}

#[test]
fn what_was_done_or_received_on_paper_is_marked() {
    let told = whole().told("2026-04-20 18:00");
    assert!(one_of(&told, "record_delivery").paper);
    assert!(one_of(&told, "enter_paper").paper);
    let signed: Vec<bool> =
        told.entries.iter().filter(|entry| entry.command == "sign").map(|entry| entry.paper).collect();
    assert_eq!(signed, [false, true], "one signed on the platform, one by hand");
    assert!(!one_of(&told, "reply").paper);
    assert!(timeline::html(&told).contains("<span class=\"mark paper\">纸质</span>"));
}

#[test]
fn a_correction_is_marked_and_says_what_stood_and_what_is_right() {
    let told = whole().told("2026-04-20 18:00");
    let entry = one_of(&told, "confirm_correction");
    assert!(entry.correction);
    assert_eq!(entry.details, ["收到要约的日期：原为2026年1月7日，应为2026年1月8日。"]);
    assert_eq!(entry.notes[0].kind, NoteKind::Due);
    assert!(entry.notes[0].text.contains("2026年1月22日"), "{:?}", entry.notes);
}

#[test]
fn the_legal_instant_is_given_only_where_it_differs() {
    let told = whole().told("2026-04-20 18:00");
    assert_eq!(one_of(&told, "issue_offer").effective_at, None);
    let struck = one_of(&told, "strike_clock");
    assert_eq!(struck.at, moment("2026-01-26 09:20"));
    assert_eq!(struck.effective_at, Some(moment("2026-01-23 00:00")));
    assert!(struck.late);
    assert!(timeline::html(&told).contains("算作2026年1月22日24:00"));
}

#[test]
fn strikes_in_a_row_stand_together_under_the_clock() {
    let told = whole().told("2026-04-20 18:00");
    let strikes = told.entries.iter().filter(|entry| entry.capacity == Clock).count();
    assert_eq!(strikes, 3);
    assert_eq!(timeline::html(&told).matches("class=\"group clock\"").count(), 2);
}

#[test]
fn documents_are_named_with_number_and_hash() {
    let told = whole().told("2026-04-20 18:00");
    let [document] = one_of(&told, "record_document").documents.as_slice() else { panic!("one document") };
    assert_eq!((document.name.as_str(), document.number.as_str()), ("工资专项集体合同", "D15-1"));
}

#[test]
fn refusals_are_told_in_order_of_time_and_are_in_no_record() {
    let mut story = whole();
    story.refusals.reverse();
    let told = story.told("2026-04-20 18:00");
    let rules: Vec<&str> = told.refusals.iter().map(|refused| refused.rule.as_str()).collect();
    assert_eq!(rules, ["WHO-sign", "CHK-REP-PARITY"]);
    assert!(told.refusals[1].found.contains("职工方代表3人"), "{:?}", told.refusals[1]);
    assert!(!told.refusals[1].citation.is_empty());
    assert_eq!(timeline::html(&told).matches("<li class=\"refused\">").count(), 2);
}

#[test]
fn somebody_whose_row_was_erased_is_shown_by_the_id() {
    let mut story = Story::new();
    late_reply(&mut story);
    story.names.persons.remove("w1");
    let told = story.told("2026-01-27 08:00");
    assert_eq!(told.entries[0].actor, "（姓名已删除，编号w1）");
}

#[test]
fn a_case_without_records_can_be_told_with_what_was_refused() {
    let mut story = Story::new();
    let mut wrong = open_case("甲乙有限公司");
    wrong["employer"]["headcount"] = 0.into();
    assert!(!story.does("2026-01-05 08:30", &as_("w1", UnionChair), "open_case", &wrong));
    let told = story.told("2026-01-05 09:00");
    assert_eq!((told.stage, told.records, told.entries.len()), ("none", 0, 0));
    assert_eq!(told.refusals.len(), 1);
    assert!(timeline::html(&told).contains("没有被接受的操作"));
}

#[test]
fn a_history_that_does_not_follow_is_named_by_its_record() {
    let mut story = Story::new();
    late_reply(&mut story);
    story.records.swap(2, 3);
    let names = timeline::Names::default();
    let until = moment("2026-01-27 08:00");
    let found = build(CASE, &story.records, &names, &[], &CATALOGUE, until).unwrap_err();
    assert_eq!((found.case, found.seq), (CASE, 3));
}

#[test]
fn records_of_another_case_are_not_told() {
    let mut story = Story::new();
    late_reply(&mut story);
    let other = Uuid::from_u128(7);
    let names = timeline::Names::default();
    let until = moment("2026-01-27 08:00");
    let found = build(other, &story.records, &names, &[], &CATALOGUE, until).unwrap_err();
    assert_eq!((found.case, found.seq), (other, 1));
}
