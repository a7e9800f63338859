//! Data sets: dates of a year without a holiday table are provisional until one is adopted.

use law::calendar::{CalendarYear, Off};
use law::dataset::DataSets;
use law::rules::Profile::Zj;
use negotiation::command::NoticeOutcome;
use negotiation::state::DutyStatus;
use negotiation::{Event, Facts};

use crate::acts::{self, served_on};
use crate::cast::{Story, agent, data_with_county, day, given, legal_rep, officer, system, union_chair, worker_chief};
use crate::who::says;

/// Shipped data with an invented calendar of 2027: New Year's Day is a Friday, off with the weekend and the Monday.
fn with_2027() -> DataSets {
    let new_year = Off { from: day("2027-01-01"), name: "元旦".to_owned(), to: day("2027-01-04") };
    let year = CalendarYear {
        make_up: Vec::new(),
        mark: None,
        notice: "虚构的放假安排".to_owned(),
        off: vec![new_year],
        statutory: None,
        url: None,
        verified_on: None,
        year: 2027,
    };
    data_with_county(Some(1)).with_calendar_year(year).unwrap()
}

/// Adopts the calendar of 2027.
pub(crate) fn adopts(story: &mut Story, at: &str) -> Vec<Event> {
    let data = with_2027();
    let datasets = Some(data.hashes());
    story.book.add_data(data);
    let before = std::mem::replace(&mut story.facts, Facts { datasets, ..Facts::default() });
    let events = story.does(at, &system(), acts::adopt_dataset());
    story.facts = before;
    events
}

fn recomputed(events: &[Event]) -> Vec<&str> {
    events
        .iter()
        .filter_map(|event| match event {
            Event::DutyRecomputed(moved) => Some(moved.duty.as_str()),
            _ => None,
        })
        .collect()
}

/// An offer received on 21 December: the tenth working day lies in 2027.
fn over_the_year() -> Story {
    let mut story = given(Zj);
    story.does("2026-12-21 09:00", &union_chair(), acts::issue_offer_for("2027-02-01"));
    story.does("2026-12-21 10:00", &agent(), acts::record_delivery("2026-12-21"));
    story
}

// CIV 203(1) where the next year's days off are not published; rule of the platform: nothing is struck on such a date.
#[test]
fn nothing_is_struck_on_a_provisional_date() {
    let mut story = over_the_year();
    let dates = story.duty("reply-1").dates;
    assert_eq!((dates.provisional, dates.due), (true, day("2027-01-04")));
    story.refuses("2027-01-20 09:00", &worker_chief(), acts::reply("2027-02-01"), "WHO-reply");
    assert_eq!(story.duty("reply-1").status, DutyStatus::Open);
}

// CIV 203(1), ZJ-CC 7: once the notice is there its days off count, and the reply is owed by that date.
#[test]
fn a_new_calendar_settles_provisional_dates_and_then_the_clock_strikes() {
    let mut story = over_the_year();
    let events = adopts(&mut story, "2026-12-28 09:00");
    assert_eq!(recomputed(&events), ["reply-1"]);
    let dates = story.duty("reply-1").dates;
    assert_eq!((dates.provisional, dates.due), (false, day("2027-01-06")));
    story.does("2027-01-06 23:59", &legal_rep(), acts::reply("2027-02-01"));
    assert!(matches!(story.duty("reply-1").status, DutyStatus::Met { late: false, .. }));
}

// ZJ-CC 7: what is over by the settled date is struck.
#[test]
fn an_adoption_after_the_settled_date_lets_the_clock_strike() {
    let mut story = over_the_year();
    adopts(&mut story, "2027-01-10 09:00");
    story.refuses("2027-01-10 09:01", &worker_chief(), acts::reply("2027-02-01"), "WHO-reply");
    assert_eq!(story.duty("reply-1").status, DutyStatus::Struck);
}

// Rule of the platform: only dates that change are announced.
#[test]
fn a_calendar_that_changes_nothing_for_the_case_moves_nothing() {
    let mut story = given(Zj).until("awaiting_reply");
    assert_eq!(recomputed(&adopts(&mut story, "2026-01-06 08:00")), Vec::<&str>::new());
}

// WN9 23, ZJ-CC 35: the warning date of publication after a deemed effect counts from the raw fifteenth day + 1, before and
// after.
#[test]
fn an_adoption_keeps_the_warning_date_of_a_deemed_effect() {
    let mut story = given(Zj).until("signed");
    let file = acts::file(story.text());
    story.does("2026-02-04 09:00", &agent(), file);
    story.refuses("2026-02-25 00:00", &officer(), acts::register(), "STAGE-register");
    assert_eq!(recomputed(&adopts(&mut story, "2026-02-25 09:00")), Vec::<&str>::new());
    assert_eq!(story.duty("publish-employer").dates.amber, Some(day("2026-02-25")));
}

// ZJ-CC 16(2): seven days before the day to which the meeting was moved.
#[test]
fn an_adoption_counts_from_the_corrected_day_not_from_the_old_one() {
    let mut story = given(Zj).until("awaiting_reply");
    story.does("2026-01-06 09:00", &legal_rep(), acts::reply("2026-03-16"));
    story.does("2026-01-07 09:00", &worker_chief(), acts::schedule("2026-05-08"));
    assert_eq!(recomputed(&adopts(&mut story, "2026-01-08 09:00")), Vec::<&str>::new());
    assert_eq!(story.due("disclose-agenda-worker"), "2026-04-30");
}

// Rule of the platform: a case adopts data sets that are named and there.
#[test]
fn data_sets_that_nobody_has_are_refused() {
    let mut story = given(Zj);
    says(&story.refuses("2026-01-05 09:00", &system(), acts::adopt_dataset(), "FACT-DATASET"));
    story.facts.datasets = Some(with_2027().hashes());
    says(&story.refuses("2026-01-05 09:00", &system(), acts::adopt_dataset(), "FACT-DATASET"));
}

// Rule of the platform: data sets are named where they start to apply, and by no other act.
#[test]
fn no_other_act_names_data_sets_of_its_own() {
    let mut story = given(Zj).until("awaiting_reply");
    let others = with_2027();
    for datasets in [story.case().datasets, others.hashes()] {
        story.book.add_data(others.clone());
        let before = story.records.len();
        story.facts.datasets = Some(datasets);
        says(&story.refuses("2026-01-06 09:00", &legal_rep(), acts::reply("2026-01-14"), "FACT-DATASET"));
        says(&story.refuses("2026-01-06 09:00", &system(), acts::record_document(), "FACT-DATASET"));
        assert_eq!(story.records.len(), before);
    }
    story.facts.datasets = None;
    story.does("2026-01-06 09:00", &legal_rep(), acts::reply("2026-01-14"));
    story.facts.datasets = Some(others.hashes());
    story.does("2026-01-06 10:00", &system(), acts::adopt_dataset());
    assert_eq!(story.case().datasets, others.hashes());
}

// Rule of the platform: a case is opened under the data sets that its opening names.
#[test]
fn a_case_is_opened_under_the_data_sets_that_are_named() {
    let mut story = Story::unopened(&crate::cast::BOOK);
    let others = with_2027();
    story.book.add_data(others.clone());
    story.book.add_data(data_with_county(Some(1)));
    story.facts.datasets = Some(others.hashes());
    story.does("2026-01-05 08:00", &union_chair(), acts::open_case(Zj));
    assert_eq!(story.case().datasets, others.hashes());
}

// Rule of the platform: the program files what it printed, at any stage.
#[test]
fn a_document_is_recorded_at_any_stage() {
    for stage in ["idle", "negotiating", "effective"] {
        let mut story = given(Zj).until(stage);
        story.does("2026-01-22 09:00", &system(), acts::record_document());
        assert_eq!(story.case().documents.len(), 1);
    }
}

/// CIV 137, ESL 11: what a carrier reports is evidence in the chain. It delivers nothing for anybody: the period for the
/// reply still waits for the receiving side's own `record_delivery`.
#[test]
fn what_a_carrier_reports_is_evidence_and_moves_nothing() {
    for stage in ["idle", "offered", "awaiting_reply", "effective"] {
        let mut story = given(Zj).until(stage);
        // What falls due by then falls due first, as before any act.
        story.does("2026-01-22 09:00", &system(), acts::record_document());
        let before = story.case().clone();
        for outcome in [NoticeOutcome::Delivered, NoticeOutcome::Returned] {
            story.does("2026-01-22 09:00", &system(), acts::record_notice(1, outcome));
            let record: serde_json::Value = serde_json::from_slice(story.records.last().unwrap()).unwrap();
            let events = record["data"]["events"].as_array().unwrap();
            assert_eq!(events.len(), 1, "{events:?}");
            assert_eq!(events[0]["name"], "notice_reported.v1");
            assert_eq!(events[0]["with"]["notice"]["about"], 1);
        }
        assert_eq!(story.case(), &before, "{stage}: nothing in the case hangs on it");
    }
}

// LCL 54, ZJ-CC 34; rule of the platform: silence has no effect on a date that is not sure, so an objection is possible.
#[test]
fn silence_on_a_provisional_date_has_no_effect_until_the_date_is_sure() {
    let mut story = given(Zj).until("signed");
    let file = acts::file(story.text());
    story.does("2026-12-20 09:00", &agent(), file);
    assert!(story.duty("review-1").dates.provisional);
    let object = acts::object(story.text(), &["rise"], &[served_on(negotiation::Side::Worker, "2027-01-08")]);
    story.does("2027-01-08 09:00", &officer(), object);
    assert_eq!(story.stage(), "objected", "no lapse was struck on 4 January");
}
