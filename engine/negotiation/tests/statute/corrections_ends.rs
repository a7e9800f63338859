//! Corrections of an end: what is owed again and what stays as it was. ZJ-CC 30, 35, 37, LCL 54.

use law::rules::Profile::{self, Cn, Hz, Nb, Zj};
use negotiation::Side;
use negotiation::command::{DatedAct, FactChange};
use negotiation::state::{DutyStatus, Stage};
use negotiation::terms::{Term, Terms};

use crate::acts;
use crate::cast::{Story, agent, clerk, day, given, worker_chief};
use crate::corrections_aside::{corrects, late, refused};

fn done(act: DatedAct, new: &str, old: &str) -> FactChange {
    FactChange::Done { act, new: day(new), number: 1, old: day(old), side: Side::None }
}

fn filed_on(new: &str, old: &str) -> FactChange {
    FactChange::FilingReceived { new: day(new), old: day(old) }
}

/// Filed on 3 March for so many months, in force by silence from 19 March.
fn in_force_for(months: u16, profile: Profile) -> Story {
    let mut story = given(profile).until("negotiating");
    story.agrees_on_the_rise();
    let term = Term::Months { months };
    story.initials("2026-01-14 15:00", Terms { term, ..crate::wording::terms() });
    let mut story = story.until("signed");
    let file = acts::file(story.text());
    story.does("2026-03-03 09:00", &agent(), file);
    story.clock("2026-03-19 00:00");
    assert_eq!(story.stage(), "effective");
    story
}

// ZJ-CC 35, 37: an end that is still ahead takes back no default that came before it.
#[test]
fn a_default_in_the_time_in_force_stays_one_when_the_end_is_withdrawn() {
    for profile in [Zj, Hz, Nb] {
        let mut story = given(profile).until("signed");
        let file = acts::file(story.text());
        story.does("2026-03-03 09:00", &agent(), file);
        story.clock("2027-03-19 12:00");
        assert_eq!(story.stage(), "ended");
        assert_eq!(story.duty("publish-employer").status, DutyStatus::Struck);
        corrects(&mut story, "2027-03-19 13:00", filed_on("2026-03-04", "2026-03-03"));
        assert_eq!(story.stage(), "effective", "{profile:?}");
        assert_eq!(story.duty("publish-employer").status, DutyStatus::Struck, "{profile:?}: never published");
    }
}

// ZJ-CC 37: the report that was heard before the end needn't be heard again because the end came later.
#[test]
fn what_was_met_before_the_end_stays_met_when_the_end_moves() {
    let mut story = in_force_for(18, Zj);
    story.does("2027-03-01 09:00", &clerk(), acts::report("2027-03-01"));
    assert!(!late(&story, "annual_report-1"));
    story.does("2027-03-11 09:00", &worker_chief(), acts::condition("end", "2027-03-10"));
    corrects(&mut story, "2027-04-02 09:00", done(DatedAct::ConditionCame, "2027-03-26", "2027-03-10"));
    story.clock("2027-04-02 10:00");
    assert!(!late(&story, "annual_report-1"), "it was heard in its year");
}

// LCL 54, ZJ-CC 37: what an effect that never came brought along isn't owed again with the end of the one that did.
#[test]
fn only_what_the_right_effect_brought_is_owed_again() {
    let mut story = in_force_for(18, Zj);
    corrects(&mut story, "2026-03-20 10:00", filed_on("2026-03-09", "2026-03-03"));
    story.clock("2026-03-25 00:00");
    assert_eq!(story.duty("annual_report-1").status, DutyStatus::Voided, "of the effect that never came");
    assert_eq!(story.due("annual_report-2"), "2027-03-24");
    story.does("2027-03-11 09:00", &worker_chief(), acts::condition("end", "2027-03-10"));
    assert_eq!(story.duty("annual_report-2").status, DutyStatus::Voided);
    corrects(&mut story, "2027-04-02 09:00", done(DatedAct::ConditionCame, "2027-03-26", "2027-03-10"));
    story.clock("2027-04-02 10:00");
    assert_eq!(story.duty("annual_report-2").status, DutyStatus::Struck, "in force to the end of its year");
    assert_eq!(story.duty("annual_report-1").status, DutyStatus::Voided, "of the effect that never came");
}

// ZJ-CC 37: the day on which the congress heard a report lies in the year of that report, whatever years follow.
#[test]
fn a_report_belongs_to_the_year_in_which_it_was_heard() {
    let mut story = in_force_for(36, Zj);
    assert_eq!(
        (story.due("annual_report-1"), story.due("annual_report-2")),
        ("2027-03-18".into(), "2028-03-18".into())
    );
    story.does("2027-03-18 09:00", &clerk(), acts::report("2027-03-18"));
    let heard = |new, old| done(DatedAct::PerformanceReported, new, old);
    refused(&mut story, "2027-04-05 10:00", heard("2027-03-20", "2027-03-18"), "FACT-DATE");
    corrects(&mut story, "2027-04-05 10:00", heard("2026-12-01", "2027-03-18"));
    assert!(!late(&story, "annual_report-1"));
}

// WN9 22: an opinion can't be older than the filing on which it was given.
#[test]
fn an_opinion_is_never_older_than_its_filing() {
    for profile in [Cn, Zj, Hz, Nb] {
        let mut story = given(profile).until("effective");
        let issued = |new| done(DatedAct::OpinionIssued, new, "2026-01-21");
        refused(&mut story, "2026-01-22 10:00", issued("2026-01-18"), "FACT-DATE");
        corrects(&mut story, "2026-01-22 10:00", issued("2026-01-20"));
    }
}

// LCL 54: fifteen days end with the fifteenth; at the first instant of the next day the review is over.
#[test]
fn a_review_that_is_over_at_this_very_instant_has_had_its_effect() {
    let mut story = in_force_for(12, Zj);
    corrects(&mut story, "2026-03-20 00:00", filed_on("2026-03-04", "2026-03-03"));
    assert_eq!(story.stage(), "effective");
    assert_eq!(story.case().stage.effective().unwrap().effect.on, day("2026-03-20"));
}

/// Eighteen months from 19 March 2026; the condition came on a day in March 2027 and was put on record on the 30th, when
/// the report of the first year, owed by the 18th, was in default.
fn ended_in_march(on: &str) -> Story {
    let mut story = in_force_for(18, Zj);
    story.does("2027-03-30 09:00", &worker_chief(), acts::condition("end", on));
    assert_eq!(story.duty("annual_report-1").status, DutyStatus::Struck);
    story
}

// ZJ-CC 35, 37: an end that came earlier takes back the defaults of the days after it, and none of the days before it.
#[test]
fn an_earlier_end_takes_back_only_what_fell_due_after_it() {
    let mut story = ended_in_march("2027-03-25");
    let came = |new| done(DatedAct::ConditionCame, new, "2027-03-25");
    let mut full = story.clone();
    corrects(&mut full, "2027-03-30 10:00", came("2027-03-19"));
    assert_eq!(full.duty("annual_report-1").status, DutyStatus::Struck, "in force to the end of its year");
    corrects(&mut story, "2027-03-30 10:00", came("2027-03-18"));
    assert_eq!(story.duty("annual_report-1").status, DutyStatus::Voided, "the year wasn't full");
    assert_eq!(story.duty("publish-employer").status, DutyStatus::Struck, "owed long before");
}

// ZJ-CC 37: a later end that comes before the last day of a duty brings it back no more than the earlier one.
#[test]
fn a_later_end_brings_back_nothing_that_falls_due_after_it() {
    let mut story = in_force_for(18, Zj);
    story.does("2027-03-05 09:00", &worker_chief(), acts::condition("end", "2027-03-04"));
    assert_eq!(story.duty("annual_report-1").status, DutyStatus::Voided);
    corrects(&mut story, "2027-03-30 10:00", done(DatedAct::ConditionCame, "2027-03-10", "2027-03-04"));
    assert_eq!(story.duty("annual_report-1").status, DutyStatus::Voided);
}

// ZJ-CC 30(1): at the first instant of the day after the right last day the agreement has ended.
#[test]
fn an_end_that_comes_at_this_very_instant_has_come() {
    let mut story = in_force_for(12, Zj);
    story.clock("2027-03-19 12:00");
    corrects(&mut story, "2027-03-20 00:00", filed_on("2026-03-04", "2026-03-03"));
    let Stage::Ended(ended) = &story.case().stage else { panic!("{}", story.stage()) };
    assert_eq!(ended.on, day("2027-03-20"));
}
