//! Edges of the time in force: what a corrected day moves with it and what stays, and what an end leaves owed.

use law::rules::Profile::Zj;
use negotiation::command::{DatedAct, FactChange, Grievance};
use negotiation::state::{DutyStatus, EndReason, Stage};
use negotiation::{Event, Side};

use crate::acts::{self, enter_paper, served_on};
use crate::cast::{Story, agent, day, given, moment, officer, recorder, union_chair, union_officer, worker_chief};
use crate::corrections_aside::corrects;
use crate::corrections_days::{done, withdrawn};
use crate::edges::moved;
use crate::who::says;

fn filed(on: &str) -> Story {
    let mut story = given(Zj).until("signed");
    let file = acts::file(story.text());
    story.does(&format!("{on} 09:00"), &agent(), file);
    story
}

/// In force by silence from 19 March to 18 March of the next year.
fn silent() -> Story {
    let mut story = filed("2026-03-03");
    story.clock("2026-03-19 00:00");
    assert_eq!(story.stage(), "effective");
    story
}

fn filed_on(new: &str, old: &str) -> FactChange {
    FactChange::FilingReceived { new: day(new), old: day(old) }
}

fn served(side: Side, new: &str, old: &str) -> FactChange {
    FactChange::OpinionServed { new: day(new), old: day(old), side }
}

fn came(new: &str, old: &str) -> FactChange {
    done(DatedAct::ConditionCame, Side::None, new, old)
}

fn end(story: &Story) -> (EndReason, String) {
    let Stage::Ended(ended) = &story.case().stage else { panic!("{}", story.stage()) };
    (ended.reason, ended.on.to_string())
}

fn status(story: &Story, duty: &str) -> DutyStatus {
    story.duty(duty).status
}

// LCL 54, CIV 203(1): no effect by silence on a last day that isn't sure yet, and nothing done in force is undone.
#[test]
fn an_effect_by_silence_waits_for_a_last_day_that_is_sure() {
    let mut story = filed("2026-12-08");
    story.clock("2026-12-24 00:00");
    assert_eq!(story.stage(), "effective");
    corrects(&mut story, "2027-01-10 10:00", filed_on("2026-12-20", "2026-12-08"));
    assert!(story.duty("review-1").dates.provisional);
    assert_eq!(story.stage(), "filed");

    let mut story = silent();
    let publish = acts::publish(story.text());
    story.does("2026-03-19 10:00", &agent(), publish);
    corrects(&mut story, "2026-03-20 10:00", filed_on("2026-03-09", "2026-03-03"));
    assert_eq!((story.stage(), status(&story, "term-1")), ("filed", DutyStatus::Voided));
    assert!(matches!(status(&story, "publish-employer"), DutyStatus::Met { .. }));
}

// WN9 22(2): the later receipt of both counts, for the review as for the effect; another day before it moves nothing.
#[test]
fn the_later_receipt_counts_for_review_and_effect() {
    let mut story = given(Zj).until("effective");
    corrects(&mut story, "2026-01-26 09:00", served(Side::Worker, "2026-01-22", "2026-01-21"));
    let DutyStatus::Met { at, .. } = status(&story, "review-1") else { panic!("{:?}", story.duty("review-1")) };
    assert_eq!(at, moment("2026-01-22 00:00"));

    let mut story = given(Zj).until("under_review");
    let opinion = acts::no_objection(story.text(), &[served_on(Side::Worker, "2026-01-21")]);
    story.does("2026-01-21 09:00", &officer(), opinion);
    story.does("2026-01-26 09:00", &officer(), acts::record_service(Side::Employer, "2026-01-26"));
    assert_eq!(story.stage(), "effective");
    let events = corrects(&mut story, "2026-01-27 09:00", served(Side::Worker, "2026-01-22", "2026-01-21"));
    assert!(!events.iter().any(|event| matches!(event, Event::EffectRedated(_))), "{events:?}");
    assert!(moved(&events).is_empty(), "{events:?}");
}

// ZJ-CC 34–35, 37: with an effect moves what was counted from it, not what an earlier one, withdrawn since, had brought.
#[test]
fn what_a_withdrawn_effect_brought_stays_where_it_was() {
    let mut story = silent();
    corrects(&mut story, "2026-03-20 10:00", filed_on("2026-03-09", "2026-03-03"));
    story.clock("2026-03-25 00:00");
    let events = corrects(&mut story, "2026-03-26 10:00", filed_on("2026-03-06", "2026-03-09"));
    let found = moved(&events);
    assert!(!found.contains(&"publish-employer") && !found.contains(&"annual_report-1"), "{found:?}");
    assert!(found.contains(&"publish-employer-2") && found.contains(&"annual_report-2"), "{found:?}");
}

// ZJ-CC 30(1): a condition that came when the term was over ended nothing, and no time for renewal is given back by it.
#[test]
fn a_condition_after_the_last_day_ended_nothing() {
    let mut story = given(Zj).until("effective");
    story.does("2027-01-18 09:00", &worker_chief(), acts::condition("end", "2027-01-15"));
    corrects(&mut story, "2027-01-25 09:00", came("2027-01-21", "2027-01-15"));
    assert_eq!(end(&story), (EndReason::Expired, "2027-01-21".to_owned()));
    for duty in ["renew_open-1", "term-1"] {
        assert_eq!(status(&story, duty), DutyStatus::Voided, "{duty}");
    }
}

// ZJ-CC 30(1), 30(3): the last day is over whichever it was; the time for renewal runs to it again where it is still ahead.
#[test]
fn another_last_day_withdraws_no_term_and_gives_the_time_for_renewal_back() {
    let mut story = silent();
    story.clock("2027-03-19 12:00");
    let mut earlier = story.clone();
    let events = corrects(&mut earlier, "2027-03-19 13:00", filed_on("2026-03-02", "2026-03-03"));
    assert_eq!((end(&earlier).1.as_str(), status(&earlier, "term-1")), ("2027-03-18", DutyStatus::Struck));
    assert!(!withdrawn(&events, "term-1"), "{events:?}");
    corrects(&mut story, "2027-03-19 13:00", filed_on("2026-03-04", "2026-03-03"));
    assert_eq!((story.stage(), status(&story, "renew_open-1")), ("effective", DutyStatus::Open));
}

// ZJ-TULS 22, ZJ-CC 30: an answer to an opinion is owed whether the agreement is in force or not.
#[test]
fn an_end_touches_only_what_was_owed_for_the_time_in_force() {
    let mut story = given(Zj).until("effective");
    story.does("2026-03-02 09:00", &union_officer(), acts::opine(Grievance::NotPerformed));
    story.does("2026-03-02 15:00", &agent(), acts::letter_receipt(1, "2026-03-02", false));
    let mut early = story.clone();
    early.does("2026-03-10 09:00", &worker_chief(), acts::condition("end", "2026-03-10"));
    assert_eq!(status(&early, "opinion_answer-1"), DutyStatus::Open);
    story.does("2026-06-01 09:00", &worker_chief(), acts::condition("end", "2026-05-29"));
    assert_eq!(status(&story, "opinion_answer-1"), DutyStatus::Struck);
    let events = corrects(&mut story, "2026-06-02 09:00", came("2026-03-10", "2026-05-29"));
    assert!(!withdrawn(&events, "opinion_answer-1"), "{events:?}");
    assert_eq!(status(&story, "opinion_answer-1"), DutyStatus::Struck);
}

// CIV 203(1), ZJ-CC 30, 35: what had fallen away before the end, its day unsure, isn't owed because the end came later.
#[test]
fn a_later_end_brings_back_only_what_the_earlier_end_took() {
    let mut story = filed("2026-12-20");
    let opinion = acts::no_objection(story.text(), &acts::served("2026-12-28"));
    story.does("2026-12-28 09:00", &officer(), opinion);
    assert!(story.duty("publish-employer").dates.provisional);
    story.does("2027-01-20 09:00", &worker_chief(), acts::condition("end", "2027-01-20"));
    assert_eq!(status(&story, "publish-employer"), DutyStatus::Voided);
    corrects(&mut story, "2027-01-26 09:00", came("2027-01-25", "2027-01-20"));
    assert_eq!(end(&story), (EndReason::ConditionMet, "2027-01-25".to_owned()));
    assert_eq!(status(&story, "publish-employer"), DutyStatus::Voided);
}

// ZJ-CC 30(1), 36: an inspection on paper is of the time in force, which is over with the first instant after the last day.
#[test]
fn no_longer_in_force_at_the_first_instant_after_the_last_day() {
    let mut story = given(Zj).until("effective");
    story.clock("2027-01-21 00:00");
    let inspection = || acts::inspect("2027-01-20", vec![acts::finding("rise")]);
    let inspect = |on: &str| enter_paper(inspection(), union_chair(), on);
    says(&story.refuses("2027-01-21 00:00", &recorder(), inspect("2027-01-21"), "STAGE-record_inspection"));
    story.does("2027-01-21 00:00", &recorder(), inspect("2027-01-20"));
}
