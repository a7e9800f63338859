//! Corrections of days that begin or end the force of an agreement: ZJ-CC 30, 33–34, LCL 54, WN9 22.

use law::rules::Profile::{self, Cn, Hz, Nb, Zj};
use negotiation::command::{ChildKind, DatedAct, FactChange};
use negotiation::state::{DutyStatus, EndReason, Stage};
use negotiation::{Event, Side};

use crate::acts::{self, confirm_correction, propose_correction};
use crate::cast::{Story, agent, day, employer_chief, given, officer, recorder, system, union_officer, worker_chief};
use crate::corrections_aside::{corrects, ended, late, refused};

fn filed_on(new: &str, old: &str) -> FactChange {
    FactChange::FilingReceived { new: day(new), old: day(old) }
}

fn came_on(new: &str, old: &str) -> FactChange {
    let act = DatedAct::ConditionCame;
    FactChange::Done { act, new: day(new), number: 1, old: day(old), side: Side::None }
}

/// Filed on 3 March, in force by silence from 19 March to 18 March of the next year.
fn silent(profile: Profile) -> Story {
    let mut story = given(profile).until("signed");
    let file = acts::file(story.text());
    story.does("2026-03-03 09:00", &agent(), file);
    story.clock("2026-03-19 00:00");
    assert_eq!(force(&story), ("2026-03-19".to_owned(), "2027-03-18".to_owned()));
    story
}

/// First day of effect and last day of the term.
fn force(story: &Story) -> (String, String) {
    let effect = story.case().stage.effective().unwrap().effect;
    (effect.on.to_string(), effect.term_to.to_string())
}

fn end(story: &Story) -> (EndReason, String) {
    let Stage::Ended(ended) = &story.case().stage else { panic!("{}", story.stage()) };
    (ended.reason, ended.on.to_string())
}

fn dates(story: &Story, duty: &str) -> (String, String) {
    (story.duty(duty).anchor.to_string(), story.due(duty))
}

fn has(events: &[Event], wanted: fn(&Event) -> bool) -> bool {
    events.iter().any(wanted)
}

// ZJ-CC 30, 37: with the effect move the last day, the time for talks about renewal and the year of the report.
#[test]
fn with_the_effect_moves_all_that_is_counted_from_it() {
    for profile in [Zj, Hz, Nb] {
        let mut story = silent(profile);
        let events = corrects(&mut story, "2026-03-20 10:00", filed_on("2026-03-02", "2026-03-03"));
        let of_term = |event: &&Event| matches!(event, Event::DutyRecomputed(e) if e.duty == "term-1");
        assert_eq!(events.iter().filter(of_term).count(), 1, "reckoned again once, as the end of the term");
        assert_eq!(force(&story), ("2026-03-18".to_owned(), "2027-03-17".to_owned()));
        assert_eq!(dates(&story, "term-1"), ("2026-03-18".to_owned(), "2027-03-17".to_owned()), "{profile:?}");
        assert_eq!(dates(&story, "annual_report-1"), ("2026-03-17".to_owned(), "2027-03-17".to_owned()));
        assert_eq!(dates(&story, "renew_open-1"), ("2027-03-17".to_owned(), "2027-03-17".to_owned()));
        assert_eq!(story.duty("renew_open-1").opened_on.to_string(), "2026-12-17", "90 days before the last day");
        assert_eq!(story.duty("annual_report-1").opened_on.to_string(), "2026-03-18");
        story.clock("2027-03-18 00:00");
        assert_eq!(end(&story), (EndReason::Expired, "2027-03-18".to_owned()), "on the day after the right last day");
    }
}

// ZJ-CC 30, 34: what would have been owed in the time in force isn't, once the effect is withdrawn.
#[test]
fn with_a_withdrawn_effect_falls_all_that_is_counted_from_it() {
    for profile in [Cn, Zj] {
        let mut story = silent(profile);
        corrects(&mut story, "2026-03-20 10:00", filed_on("2026-03-09", "2026-03-03"));
        assert_eq!(story.stage(), "filed");
        for duty in ["publish-employer", "renew_open-1", "term-1"] {
            assert_eq!(story.duty(duty).status, DutyStatus::Voided, "{profile:?} {duty}");
        }
        story.clock("2026-03-25 00:00");
        assert_eq!((force(&story).0.as_str(), story.due("term-2").as_str()), ("2026-03-25", "2027-03-24"));
        story.clock("2027-03-19 00:00");
        assert_eq!(story.stage(), "effective", "the first term is no more");
    }
}

// ZJ-CC 30(1): an agreement that has expired ended with the last day of its right term.
#[test]
fn an_expired_agreement_ended_with_its_right_last_day() {
    for profile in [Cn, Zj, Hz, Nb] {
        let mut story = silent(profile);
        story.clock("2027-03-19 12:00");
        assert_eq!(end(&story), (EndReason::Expired, "2027-03-19".to_owned()));
        let mut earlier = story.clone();
        let events = corrects(&mut earlier, "2027-03-19 13:00", filed_on("2026-03-02", "2026-03-03"));
        assert!(has(&events, |event| matches!(event, Event::EndRedated(_))));
        assert_eq!(end(&earlier), (EndReason::Expired, "2027-03-18".to_owned()), "{profile:?}");
        let events = corrects(&mut story, "2027-03-19 13:00", filed_on("2026-03-04", "2026-03-03"));
        assert!(has(&events, |event| matches!(event, Event::EndWithdrawn(_))));
        assert_eq!((story.stage(), story.due("term-1").as_str()), ("effective", "2027-03-19"));
        assert_eq!(story.duty("term-1").status, DutyStatus::Open);
        story.clock("2027-03-20 00:00");
        assert_eq!(end(&story), (EndReason::Expired, "2027-03-20".to_owned()));
    }
}

// ZJ-CC 37: reports of the time that was in force after all are owed, those of a time that wasn't are not.
#[test]
fn a_report_is_owed_for_a_year_that_was_in_force() {
    let mut story = given(Zj).until("negotiating");
    story.agrees_on_the_rise();
    let term = negotiation::terms::Term::Months { months: 18 };
    story.initials("2026-01-14 15:00", negotiation::terms::Terms { term, ..crate::wording::terms() });
    let mut story = story.until("effective");
    assert_eq!(story.due("annual_report-1"), "2027-01-20");
    story.does("2027-03-01 09:00", &worker_chief(), acts::condition("end", "2027-01-25"));
    assert_eq!(story.duty("annual_report-1").status, DutyStatus::Struck);
    let events = corrects(&mut story, "2027-03-02 09:00", came_on("2027-01-19", "2027-01-25"));
    assert!(has(&events, |event| matches!(event, Event::BreachWithdrawn(e) if e.duty == "annual_report-1")));
    assert_eq!(story.duty("annual_report-1").status, DutyStatus::Voided, "the year was never full");
    corrects(&mut story, "2027-03-02 10:00", came_on("2027-01-21", "2027-01-19"));
    story.clock("2027-03-02 11:00");
    assert_eq!(story.duty("annual_report-1").status, DutyStatus::Struck, "in force to the end of the year");
    assert_eq!(end(&story), (EndReason::ConditionMet, "2027-01-21".to_owned()));
}

// ZJ-CC 30(1): the day of the condition, in force and not later than today; the day of effect stays.
#[test]
fn the_day_on_which_the_condition_came_is_corrected() {
    for profile in [Cn, Zj, Hz, Nb] {
        let mut story = ended(profile);
        corrects(&mut story, "2026-06-02 09:00", came_on("2026-05-28", "2026-05-29"));
        assert_eq!(end(&story), (EndReason::ConditionMet, "2026-05-28".to_owned()), "{profile:?}");
        for wrong in ["2026-01-20", "2026-06-03"] {
            refused(&mut story, "2026-06-02 10:00", came_on(wrong, "2026-05-28"), "FACT-DATE");
        }
        refused(&mut story, "2026-06-02 10:00", came_on("2026-05-27", "2026-05-29"), "FACT-STALE");
        assert_eq!(force(&story).0, "2026-01-21");
    }
}

// WN9 22(2), LCL 54: since when an agreement was in force is corrected after its end; an end by its condition stays.
#[test]
fn the_beginning_of_force_is_corrected_after_the_end() {
    let mut story = ended(Zj);
    let served = FactChange::OpinionServed { new: day("2026-01-22"), old: day("2026-01-21"), side: Side::Worker };
    corrects(&mut story, "2026-06-02 09:00", served);
    assert_eq!((force(&story).0.as_str(), end(&story).1.as_str()), ("2026-01-22", "2026-05-29"));
    assert_eq!(story.duty("publish-employer").anchor, day("2026-01-22"));
    let mut story = silent(Zj);
    story.does("2026-06-01 09:00", &worker_chief(), acts::condition("end", "2026-05-29"));
    corrects(&mut story, "2026-06-02 09:00", filed_on("2026-03-02", "2026-03-03"));
    assert_eq!((force(&story).0.as_str(), end(&story).1.as_str()), ("2026-03-18", "2026-05-29"));
    // In force only after the condition had come: it never was in force for longer than no day.
    corrects(&mut story, "2026-06-02 10:00", filed_on("2026-05-15", "2026-03-02"));
    assert_eq!((force(&story).0.as_str(), end(&story).1.as_str()), ("2026-06-02", "2026-06-02"));
    // The review isn't over: it never was in force, and hasn't ended.
    let events = corrects(&mut story, "2026-06-02 11:00", filed_on("2026-05-28", "2026-05-15"));
    assert!(has(&events, |event| matches!(event, Event::EndWithdrawn(_))));
    assert!(has(&events, |event| matches!(event, Event::EffectWithdrawn(_))));
    assert_eq!((story.stage(), story.due("review-1").as_str()), ("filed", "2026-06-12"));
}

// LCL 54: one service of an opinion that came too late to have effect moves no effect by silence.
#[test]
fn a_day_of_service_moves_no_effect_by_silence() {
    let mut story = given(Zj).until("signed");
    let file = acts::file(story.text());
    story.does("2026-03-03 09:00", &agent(), file);
    let opinion = acts::no_objection(story.text(), &[acts::served_on(Side::Worker, "2026-03-10")]);
    story.does("2026-03-10 09:00", &officer(), opinion);
    story.clock("2026-03-19 00:00");
    assert_eq!(force(&story).0, "2026-03-19");
    let served = FactChange::OpinionServed { new: day("2026-03-11"), old: day("2026-03-10"), side: Side::Worker };
    corrects(&mut story, "2026-03-20 09:00", served);
    assert_eq!(force(&story).0, "2026-03-19");
    assert_eq!(story.duty("review-1").status, DutyStatus::Struck);
}

// ZJ-CC 33: rescinded on the day of the later signature; recorded within five working days of it.
#[test]
fn a_corrected_signature_moves_the_rescission_and_its_record() {
    let signed = |new: &str, old: &str, side| FactChange::Signed { new: day(new), old: day(old), side };
    for profile in [Zj, Hz, Nb] {
        let mut story = crate::child::rescinding(profile).until("rescinded");
        assert_eq!(story.due("rescind_file-1"), "2026-01-23");
        let events = corrects(&mut story, "2026-01-26 10:00", signed("2026-01-20", "2026-01-18", Side::Employer));
        assert!(has(&events, |event| matches!(event, Event::RescissionRedated(_))));
        let Stage::Rescinded(stage) = &story.case().stage else { panic!("{}", story.stage()) };
        assert_eq!((stage.on, stage.signed.signed_at.date()), (day("2026-01-20"), day("2026-01-20")));
        assert_eq!(dates(&story, "rescind_file-1"), ("2026-01-20".to_owned(), "2026-01-27".to_owned()), "{profile:?}");
        assert_eq!(story.duty("rescind_file-1").status, DutyStatus::Open, "the default is withdrawn");
        // The earlier signature moves nothing.
        let events = corrects(&mut story, "2026-01-26 11:00", signed("2026-01-17", "2026-01-18", Side::Worker));
        assert!(!has(&events, |event| matches!(event, Event::RescissionRedated(_))));
        story.does("2026-01-28 09:00", &agent(), acts::record_rescission());
        assert!(late(&story, "rescind_file-1"));
        refused(&mut story, "2026-02-02 09:00", signed("2026-01-29", "2026-01-20", Side::Employer), "FACT-DATE");
        let recorded = FactChange::Done {
            act: DatedAct::RescissionRecorded,
            new: day("2026-01-27"),
            number: 1,
            old: day("2026-01-28"),
            side: Side::Employer,
        };
        corrects(&mut story, "2026-02-02 10:00", recorded);
        assert!(!late(&story, "rescind_file-1"));
        let Stage::Rescinded(stage) = &story.case().stage else { panic!("{}", story.stage()) };
        let number = stage.recorded.as_ref().unwrap().number.clone();
        let renumbered = FactChange::RescissionNumber { new: "解除〔2026〕9号".to_owned(), old: number };
        corrects(&mut story, "2026-02-02 11:00", renumbered);
        let Stage::Rescinded(stage) = &story.case().stage else { panic!("{}", story.stage()) };
        assert_eq!(stage.recorded.as_ref().unwrap().number, "解除〔2026〕9号");
    }
}

/// In force from 21 January; a case to rescind or amend it succeeded, from a day.
fn followed(kind: ChildKind, at: &str, on: &str) -> Story {
    let mut story = given(Zj).until("effective");
    story.does("2026-02-02 09:00", &system(), acts::child_opened(7, kind));
    story.does(at, &system(), acts::child_succeeded(7, on, None));
    story
}

// ZJ-CC 33: the agreement before it learns of the right day by the same note, once more.
#[test]
fn the_agreement_before_learns_of_the_right_day() {
    for (kind, reason) in [(ChildKind::Rescission, EndReason::Rescinded), (ChildKind::Amendment, EndReason::Amended)] {
        let mut story = followed(kind, "2026-03-10 09:00", "2026-03-09");
        assert_eq!(end(&story), (reason, "2026-03-09".to_owned()));
        let again = acts::child_succeeded(7, "2026-03-09", None);
        story.refuses("2026-03-11 09:00", &system(), again, "CHILD-NOTED");
        story.refuses("2026-03-11 09:00", &system(), acts::child_failed(7), "CHILD-NOTED");
        story.does("2026-03-11 10:00", &system(), acts::child_succeeded(7, "2026-03-06", None));
        assert_eq!(end(&story), (reason, "2026-03-06".to_owned()));
        assert_eq!(story.case().children[0].on, Some(day("2026-03-06")));
        // A day that is still ahead: in force until then, owing what it owed.
        story.does("2026-03-11 11:00", &system(), acts::child_succeeded(7, "2026-03-20", None));
        assert_eq!((story.stage(), story.due("term-1").as_str()), ("effective", "2026-03-19"));
        assert_eq!(story.duty("annual_report-1").status, DutyStatus::Open);
        story.does("2026-03-11 12:00", &system(), acts::child_succeeded(7, "2026-03-24", None));
        assert_eq!(story.due("term-1"), "2026-03-23");
        story.clock("2026-03-24 00:00");
        assert_eq!(end(&story), (reason, "2026-03-24".to_owned()));
    }
}

// ZJ-CC 33: an agreement that had ended before is not touched by a later day, but by an earlier one.
#[test]
fn an_end_that_came_first_stays() {
    let mut story = followed(ChildKind::Rescission, "2026-03-10 09:00", "2026-03-31");
    story.does("2026-03-12 09:00", &worker_chief(), acts::condition("end", "2026-03-11"));
    story.does("2026-03-13 09:00", &system(), acts::child_succeeded(7, "2026-03-12", None));
    assert_eq!(end(&story), (EndReason::ConditionMet, "2026-03-11".to_owned()));
    story.does("2026-03-13 10:00", &system(), acts::child_succeeded(7, "2026-03-05", None));
    assert_eq!(end(&story), (EndReason::Rescinded, "2026-03-05".to_owned()));
    // The condition is corrected; the rescission ended the agreement.
    corrects(&mut story, "2026-03-13 11:00", came_on("2026-03-10", "2026-03-11"));
    assert_eq!(end(&story), (EndReason::Rescinded, "2026-03-05".to_owned()));
    let mut renewed = given(Zj).until("effective");
    renewed.does("2026-11-02 09:00", &system(), acts::child_opened(8, ChildKind::Renewal));
    renewed.does("2026-12-01 09:00", &system(), acts::child_succeeded(8, "2027-01-21", None));
    renewed.does("2026-12-02 09:00", &system(), acts::child_succeeded(8, "2027-01-22", None));
    assert_eq!((renewed.stage(), renewed.due("term-1").as_str()), ("effective", "2027-01-20"), "to its own last day");
}

// CC22 35: whoever may confirm a correction may confirm one of an ended agreement.
#[test]
fn a_correction_after_the_end_takes_two_as_well() {
    let mut story = ended(Zj);
    story.does("2026-06-02 09:00", &recorder(), propose_correction(came_on("2026-05-28", "2026-05-29")));
    story.refuses("2026-06-02 09:10", &recorder(), confirm_correction(1), "CONFIRM-SAME-PERSON");
    story.does("2026-06-02 09:20", &employer_chief(), confirm_correction(1));
    assert_eq!(end(&story).1, "2026-05-28");
    story.refuses("2026-06-02 09:30", &union_officer(), confirm_correction(1), "STAGE-confirm_correction");
}
