//! Edges of letters, orders and what they complain of: one letter isn't another, and the record is asked each time.

use law::rules::Profile::{Cn, Zj};
use negotiation::command::{FactChange, Grievance, OrderDecision, ProposalBasis, ProposalTrigger};
use negotiation::state::{DutyStatus, LetterKind};
use negotiation::{Event, Side};

use crate::acts;
use crate::cast::{Story, agent, day, given, higher_union, legal_rep, officer, recorder, union_chair, union_officer};
use crate::corrections_aside::corrects;
use crate::edges::finding;
use crate::grievance::accepts;
use crate::letters::{notes, opined};

/// A figure of a finding.
pub(crate) fn figure(events: &[Event], rule: &str, name: &str) -> String {
    finding(events, rule).figures.iter().find(|figure| figure.name == name).unwrap().value.clone()
}

/// An offer received on 3 March, owed an answer by 17 March, which hasn't come.
fn unanswered() -> Story {
    let mut story = given(Zj);
    story.does("2026-03-02 09:00", &union_chair(), acts::issue_offer_for("2026-12-01"));
    story.does("2026-03-03 10:00", &agent(), acts::record_delivery("2026-03-03"));
    story
}

// ZJ-TULS 21–23: letters of a kind are numbered on.
#[test]
fn the_second_letter_of_a_kind_has_the_second_number() {
    let mut story = opined(Zj);
    story.does("2026-03-03 09:00", &union_officer(), acts::opine(Grievance::Refusal));
    story.does("2026-03-03 09:10", &union_officer(), acts::remind(Grievance::Refusal, "2026-12-30"));
    let numbers = |kind| -> Vec<u32> {
        let letters = story.case().remedies.letters.iter().filter(|letter| letter.kind == kind);
        letters.map(|letter| letter.number).collect()
    };
    assert_eq!((numbers(LetterKind::Opinion), numbers(LetterKind::Reminder)), (vec![1, 2], vec![1]));
}

// ZJ-CC 41, ZJ-DM 33: the note on a rectification letter says under which law it is one.
#[test]
fn a_note_on_a_rectification_says_whose_law_it_is() {
    for (profile, law) in [(Cn, "national"), (Zj, "zhejiang")] {
        let mut story = opined(profile);
        let events = story.does("2026-03-03 09:00", &higher_union(), acts::rectify(Grievance::Refusal, "2026-12-30"));
        assert_eq!(figure(&events, "CHK-RECTIFICATION", "law"), law);
    }
}

// ZJ-TULS 23: an opinion that isn't answered is a ground; a rectification of the same number has no such period.
#[test]
fn a_rectification_is_not_answered_in_the_time_of_an_opinion() {
    let mut story = opined(Zj);
    story.does("2026-03-03 09:00", &higher_union(), acts::rectify(Grievance::Refusal, "2026-12-30"));
    let at = "2026-04-01 09:00";
    let silent = |rests_on| acts::propose_on(rests_on, 1, ProposalTrigger::NoAnswer);
    let events = story.does(at, &higher_union(), silent(ProposalBasis::Opinion));
    assert!(!notes(&events, "CHK-PROPOSAL"));
    let events = story.does(at, &higher_union(), silent(ProposalBasis::Rectification));
    assert!(notes(&events, "CHK-PROPOSAL"));
}

// ZJ-TULS 23: what was put right meanwhile is no refusal to correct.
#[test]
fn what_was_put_right_is_not_uncorrected() {
    let mut story = unanswered();
    story.does("2026-03-18 09:00", &union_officer(), acts::opine(Grievance::NoReply));
    story.does("2026-03-18 15:00", &agent(), acts::letter_receipt(1, "2026-03-18", false));
    story.does("2026-03-19 09:00", &agent(), acts::answer_opinion(1, false));
    let propose = || acts::propose(1, ProposalTrigger::NotCorrected);
    let events = story.clone().does("2026-03-20 09:00", &higher_union(), propose());
    assert!(!notes(&events, "CHK-PROPOSAL"));
    story.does("2026-03-20 09:00", &legal_rep(), acts::reply("2026-12-01"));
    let events = story.does("2026-03-20 10:00", &higher_union(), propose());
    assert!(notes(&events, "CHK-PROPOSAL"));
}

// ZJ-CC 42, TUL 54(四): the bureau decides on a complaint that was made, also when its cause is gone.
#[test]
fn the_bureau_decides_on_a_complaint_whose_cause_is_gone() {
    let order = || acts::order(Grievance::NoReply, OrderDecision::NoGround, None);
    let mut story = unanswered();
    story.does("2026-03-18 09:00", &union_officer(), acts::opine(Grievance::NoReply));
    story.does("2026-03-19 09:00", &legal_rep(), acts::reply("2026-12-01"));
    let events = story.does("2026-03-20 09:00", &officer(), order());
    assert!(events.iter().any(|event| matches!(event, Event::OrderRecorded(_))));
    let mut story = unanswered();
    story.does("2026-03-19 09:00", &legal_rep(), acts::reply("2026-12-01"));
    crate::who::says(&story.refuses("2026-03-20 09:00", &officer(), order(), "FACT-GRIEVANCE"));
}

// ZJ-TULS 22, ZJ-CC 42: no ground for one complaint leaves the answer to an opinion on another owed.
#[test]
fn no_ground_for_one_complaint_leaves_another_opinion_owed() {
    let mut story = given(Zj).until("effective");
    story.does("2026-03-02 09:00", &union_officer(), acts::opine(Grievance::Data));
    story.does("2026-03-02 15:00", &agent(), acts::letter_receipt(1, "2026-03-02", false));
    story.does("2026-03-03 09:00", &higher_union(), acts::rectify(Grievance::NotPerformed, "2026-12-30"));
    let order = acts::order(Grievance::NotPerformed, OrderDecision::NoGround, None);
    story.does("2026-03-04 09:00", &officer(), order);
    assert_eq!(story.duty("opinion_answer-1").status, DutyStatus::Open);
}

// ZJ-CC 7, 42: only an order to answer that wasn't followed shows a missing answer; one that found no ground doesn't.
#[test]
fn an_order_without_ground_shows_nothing() {
    let mut story = unanswered();
    story.does("2026-03-18 09:00", &union_officer(), acts::opine(Grievance::NoReply));
    story.does("2026-03-18 10:00", &officer(), acts::order(Grievance::NoReply, OrderDecision::NoGround, None));
    assert!(accepts(&story, "2026-03-19 09:00", Grievance::NoReply));
    let received = FactChange::OfferReceived { new: day("2026-03-05"), old: day("2026-03-03") };
    corrects(&mut story, "2026-03-18 11:00", received);
    assert_eq!(story.due("reply-1"), "2026-03-19");
    assert!(!accepts(&story, "2026-03-19 09:00", Grievance::NoReply), "the answer isn't late");
}

// ZJ-CC 16(2), 42(六): an answer that is late is no data withheld.
#[test]
fn a_late_answer_is_not_about_data() {
    let story = unanswered();
    assert!(accepts(&story, "2026-03-18 09:00", Grievance::NoReply));
    assert!(!accepts(&story, "2026-03-18 09:00", Grievance::Data));
}

// ZJ-CC 34, CC22 42, WN9 21: a wage agreement that is filed late under either rule is one that isn't filed.
#[test]
fn a_letter_about_filing_looks_at_the_days_of_its_place() {
    for profile in [Cn, Zj] {
        let story = given(profile).until("signed");
        assert!(!accepts(&story, "2026-01-19 09:00", Grievance::NotFiled));
        assert!(accepts(&story, "2026-03-02 09:00", Grievance::NotFiled), "{profile:?}");
    }
}

// ZJ-CC 42(六), TUL 54: whether what an agreement in force asks for is given the record can't tell.
#[test]
fn a_letter_about_data_is_possible_while_an_agreement_is_in_force() {
    let mut story = given(Cn).until("preparing");
    story.does("2026-01-06 10:00", &legal_rep(), acts::reps(&acts::employers()));
    assert!(!accepts(&story, "2026-01-06 11:00", Grievance::Data));
    story.does("2026-01-14 09:00", &recorder(), acts::open_session(Side::Worker));
    let mut story = story.until("effective");
    assert!(story.case().disclosures.iter().all(|given| given.side != Side::Employer), "the employer gave nothing");
    assert!(accepts(&story, "2026-01-22 09:00", Grievance::Data));
    let events = story.does("2026-01-22 09:00", &union_chair(), acts::opine(Grievance::Data));
    assert!(notes(&events, "CHK-GRIEVANCE"), "shown by the letter alone");
}
