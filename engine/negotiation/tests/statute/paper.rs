//! Acts done on paper: entered by one, confirmed by a second, counted from the day on the paper.

use law::rules::Profile::{Cn, Zj};
use negotiation::state::{DutyStatus, EffectBasis, Stage};
use negotiation::{Event, Side};

use crate::acts::{self, confirm_paper, enter_paper, served, served_on};
use crate::cast::{
    Story, agent, clerk, coordinator, day, delegate, employer_chief, employer_rep, given, higher_union, instructor,
    legal_rep, moment, officer, recorder, system, union_chair, union_officer, worker_chief,
};
use crate::who::says;

/// An offer received on 2 March; a reply is owed by 16 March.
fn awaiting() -> Story {
    let mut story = given(Zj);
    story.does("2026-03-02 09:00", &union_chair(), acts::issue_offer_for("2026-12-01"));
    story.does("2026-03-02 10:00", &agent(), acts::record_delivery("2026-03-02"));
    story
}

fn reply_on_paper(on: &str) -> negotiation::Command {
    enter_paper(acts::reply("2026-12-01"), legal_rep(), on)
}

/// In force by silence since 25 February.
fn deemed() -> Story {
    let mut story = given(Zj).until("signed");
    let file = acts::file(story.text());
    story.does("2026-02-04 09:00", &agent(), file);
    story.refuses("2026-02-26 09:00", &delegate(), acts::register(), "WHO-register");
    assert_eq!(story.stage(), "effective");
    story
}

fn withdrew(events: &[Event]) -> (bool, bool) {
    (
        events.iter().any(|event| matches!(event, Event::BreachWithdrawn(_))),
        events.iter().any(|event| matches!(event, Event::EffectWithdrawn(_))),
    )
}

// Rule of the platform: an act on paper counts once a second person confirmed it, with the day on it.
#[test]
fn a_paper_counts_once_confirmed_with_the_day_on_it() {
    let mut story = awaiting();
    story.does("2026-03-06 09:00", &agent(), reply_on_paper("2026-03-04"));
    assert_eq!(story.stage(), "awaiting_reply", "an entry alone counts for nothing");
    story.does("2026-03-06 10:00", &legal_rep(), confirm_paper(1));
    let Stage::Preparing(preparing) = &story.case().stage else { panic!("at {}", story.stage()) };
    assert_eq!(preparing.answered_at.date(), day("2026-03-04"));
}

// ZJ-CC 7: a reply that was given on paper in time and entered late was no default.
#[test]
fn a_reply_on_paper_of_the_last_day_withdraws_the_breach() {
    let mut story = awaiting();
    story.does("2026-03-20 09:00", &agent(), reply_on_paper("2026-03-16"));
    assert_eq!(story.duty("reply-1").status, DutyStatus::Struck);
    let events = story.does("2026-03-20 10:00", &legal_rep(), confirm_paper(1));
    assert_eq!(withdrew(&events), (true, false));
    assert!(matches!(story.duty("reply-1").status, DutyStatus::Met { late: false, .. }));
}

// ZJ-CC 7: on paper, too, the day after the tenth working day is late.
#[test]
fn a_reply_on_paper_of_the_day_after_stays_late() {
    let mut story = awaiting();
    story.does("2026-03-20 09:00", &agent(), reply_on_paper("2026-03-17"));
    let events = story.does("2026-03-20 10:00", &legal_rep(), confirm_paper(1));
    assert_eq!(withdrew(&events), (false, false));
    assert!(matches!(story.duty("reply-1").status, DutyStatus::Met { late: true, .. }));
}

// Rule of the platform: who entered a paper doesn't confirm it.
#[test]
fn nobody_confirms_the_own_entry() {
    let mut story = awaiting();
    story.does("2026-03-06 09:00", &employer_chief(), reply_on_paper("2026-03-04"));
    says(&story.refuses("2026-03-06 10:00", &legal_rep(), confirm_paper(1), "CONFIRM-SAME-PERSON"));
    story.does("2026-03-06 11:00", &agent(), confirm_paper(1));
}

// Rule of the platform: an act of one's own side: a second person of that side, not the other side and nobody of neither.
#[test]
fn an_act_of_the_own_side_is_confirmed_by_the_own_side() {
    for wrong in [union_chair(), recorder(), officer()] {
        let mut story = awaiting();
        story.does("2026-03-06 09:00", &agent(), reply_on_paper("2026-03-04"));
        says(&story.refuses("2026-03-06 10:00", &wrong, confirm_paper(1), "WHO-confirm"));
    }
}

// Rule of the platform: an act of the other side: that side, or somebody of neither.
#[test]
fn an_act_of_the_other_side_is_confirmed_by_that_side_or_by_a_neutral() {
    for (who, accepted) in [
        (union_chair(), false),
        (instructor(), false),
        (agent(), true),
        (employer_rep(), true),
        (recorder(), true),
        (higher_union(), true),
        (officer(), true),
        (clerk(), true),
    ] {
        let mut story = awaiting();
        story.does("2026-03-06 09:00", &union_officer(), reply_on_paper("2026-03-04"));
        let outcome = story.attempt(moment("2026-03-06 10:00"), &who, confirm_paper(1));
        assert_eq!(outcome.is_ok(), accepted, "{:?}", who.capacity);
        if let Err(refusal) = outcome {
            assert_eq!(refusal.rule, "WHO-confirm");
        }
    }
}

// Rule of the platform: an act of neither side, here the bureau's: somebody of neither side who stands in for sides, not
// whoever else has none.
#[test]
fn an_act_of_neither_side_is_confirmed_by_a_neutral() {
    for (who, accepted) in [
        (union_chair(), false),
        (agent(), false),
        (instructor(), false),
        (coordinator(), false),
        (recorder(), true),
        (higher_union(), true),
        (clerk(), true),
    ] {
        let mut story = given(Zj).until("signed");
        let file = acts::file(story.text());
        story.does("2026-02-04 09:00", &agent(), file);
        story.does("2026-02-06 09:00", &officer(), enter_paper(acts::register(), officer(), "2026-02-05"));
        let outcome = story.attempt(moment("2026-02-06 10:00"), &who, confirm_paper(1));
        assert_eq!(outcome.is_ok(), accepted, "{:?}", who.capacity);
        if let Err(refusal) = outcome {
            assert_eq!(refusal.rule, "WHO-confirm");
            says(&refusal);
        }
    }
}

// Rule of the platform: a paper is entered, then confirmed, once.
#[test]
fn a_paper_is_confirmed_once_and_only_if_it_was_entered() {
    let mut story = awaiting();
    says(&story.refuses("2026-03-06 08:00", &agent(), confirm_paper(1), "STAGE-confirm_paper"));
    story.does("2026-03-06 09:00", &agent(), reply_on_paper("2026-03-04"));
    story.does("2026-03-06 10:00", &legal_rep(), confirm_paper(1));
    for number in [0, 1, 2, u32::MAX] {
        story.refuses("2026-03-06 11:00", &legal_rep(), confirm_paper(number), "STAGE-confirm_paper");
    }
}

// Rule of the platform: a paper is of a day of the case, and not of tomorrow.
#[test]
fn a_paper_is_not_dated_in_the_future_or_before_the_case() {
    let mut story = awaiting();
    for on in ["2026-03-07", "2026-01-04"] {
        says(&story.refuses("2026-03-06 09:00", &agent(), reply_on_paper(on), "FACT-DATE"));
    }
}

// ZJ-CC 7, CC22 32: a reply answers an offer that was received.
#[test]
fn a_reply_on_paper_is_not_older_than_the_offer_it_answers() {
    let mut story = awaiting();
    says(&story.refuses("2026-03-06 09:00", &agent(), reply_on_paper("2026-03-01"), "FACT-DATE"));
}

// Rule of the platform: what would be refused at the confirmation is refused at the entry.
#[test]
fn what_would_be_refused_at_confirmation_is_refused_at_entry() {
    let mut story = awaiting();
    let by_the_union = enter_paper(acts::reply("2026-12-01"), union_chair(), "2026-03-04");
    says(&story.refuses("2026-03-06 09:00", &agent(), by_the_union, "WHO-reply"));
    let by_an_agent = enter_paper(acts::reply("2026-12-01"), agent(), "2026-03-04");
    story.refuses("2026-03-06 09:00", &agent(), by_an_agent, "WHO-reply");
    let too_early = enter_paper(acts::register(), officer(), "2026-03-04");
    story.refuses("2026-03-06 09:00", &agent(), too_early, "STAGE-register");
}

// Rule of the platform: openings, corrections, confirmations and what the program does are not done on paper.
#[test]
fn only_acts_of_the_statute_are_done_on_paper() {
    let mut story = awaiting();
    let headcount = acts::propose_correction(negotiation::command::FactChange::Headcount { new: 210, old: 200 });
    for act in [acts::open_case(Zj), headcount, confirm_paper(1), acts::adopt_dataset()] {
        let paper = enter_paper(act, system(), "2026-03-04");
        says(&story.refuses("2026-03-06 09:00", &agent(), paper, "STAGE-enter_paper"));
    }
}

// ZJ-CC 34, LCL 54: an objection given on paper within the fifteen days, entered after silence was taken for consent.
#[test]
fn an_objection_on_paper_in_time_withdraws_the_deemed_effect() {
    let mut story = deemed();
    let object = acts::object(story.text(), &["rise"], &[served_on(Side::Worker, "2026-02-24")]);
    story.does("2026-02-27 09:00", &officer(), enter_paper(object, officer(), "2026-02-24"));
    assert_eq!(story.stage(), "effective");
    let events = story.does("2026-02-27 10:00", &higher_union(), confirm_paper(1));
    assert_eq!(withdrew(&events), (false, true));
    assert_eq!(story.stage(), "objected");
    assert_eq!(story.duty("publish-employer").status, DutyStatus::Voided);
    assert!(matches!(story.duty("review-1").status, DutyStatus::Met { late: false, .. }));
}

// CC22 45, ZJ-CC 34: in time only if it has reached a side by the fifteenth day.
#[test]
fn an_objection_on_paper_that_reached_nobody_in_time_changes_nothing() {
    for services in [&[served_on(Side::Worker, "2026-02-25")][..], &[]] {
        let mut story = deemed();
        let object = acts::object(story.text(), &["rise"], services);
        let paper = enter_paper(object, officer(), "2026-02-24");
        says(&story.refuses("2026-02-27 09:00", &officer(), paper, "STAGE-object"));
        assert_eq!(story.stage(), "effective");
    }
}

// LCL 54, ZJ-CC 34: an objection after the fifteen days is none, on paper or not.
#[test]
fn an_objection_dated_after_the_period_changes_nothing() {
    let mut story = deemed();
    let object = acts::object(story.text(), &["rise"], &served("2026-02-25"));
    let paper = enter_paper(object.clone(), officer(), "2026-02-25");
    story.refuses("2026-02-27 09:00", &officer(), paper, "STAGE-object");
    story.refuses("2026-02-27 09:01", &officer(), object, "STAGE-object");
}

// WN9 22(2): the opinion decides, from its own day.
#[test]
fn an_opinion_on_paper_in_time_takes_the_place_of_the_deemed_effect() {
    let mut story = deemed();
    let opinion = acts::no_objection(story.text(), &served("2026-02-10"));
    story.does("2026-02-27 09:00", &officer(), enter_paper(opinion, officer(), "2026-02-10"));
    story.does("2026-02-27 10:00", &clerk(), confirm_paper(1));
    let Stage::Effective(effective) = &story.case().stage else { panic!("at {}", story.stage()) };
    assert_eq!((effective.effect.on, effective.effect.basis), (day("2026-02-10"), EffectBasis::Opinion));
    assert_eq!(story.due("publish-employer-2"), "2026-02-24");
}

// CC22 42, LCL 54: returned within the fifteen days, entered after them.
#[test]
fn a_return_on_paper_in_time_withdraws_the_deemed_effect() {
    let mut story = deemed();
    story.does("2026-02-27 09:00", &officer(), enter_paper(acts::return_incomplete(), officer(), "2026-02-12"));
    let events = story.does("2026-02-27 10:00", &clerk(), confirm_paper(1));
    assert_eq!(withdrew(&events), (false, true));
    assert_eq!(story.stage(), "signed");
}

// CC22 45: a service that happened in time, entered late.
#[test]
fn a_service_on_paper_in_time_withdraws_the_deemed_effect() {
    let mut story = given(Zj).until("signed");
    let file = acts::file(story.text());
    story.does("2026-02-04 09:00", &agent(), file);
    let object = acts::object(story.text(), &["rise"], &[]);
    story.does("2026-02-12 09:00", &officer(), object);
    let late = acts::record_service(Side::Worker, "2026-02-24");
    story.refuses("2026-02-26 09:00", &worker_chief(), late.clone(), "STAGE-record_service");
    story.does("2026-02-26 10:00", &worker_chief(), enter_paper(late, worker_chief(), "2026-02-24"));
    let events = story.does("2026-02-26 11:00", &union_officer(), confirm_paper(1));
    assert_eq!(withdrew(&events), (false, true));
    assert_eq!(story.stage(), "objected");
}

// CC22 37, WN9 21: signed and filed on paper. A case may run on paper from the offer to publication and switch at any step.
#[test]
fn a_case_may_switch_to_paper_at_any_step() {
    let mut story = given(Cn).until("adopted");
    let sign = acts::sign(story.text());
    story.does("2026-01-22 09:00", &union_officer(), enter_paper(sign.clone(), worker_chief(), "2026-01-19"));
    story.does("2026-01-22 09:10", &union_chair(), confirm_paper(1));
    story.does("2026-01-22 09:20", &agent(), enter_paper(sign, employer_chief(), "2026-01-20"));
    story.does("2026-01-22 09:30", &legal_rep(), confirm_paper(2));
    assert_eq!(story.due("file-1"), "2026-01-27", "seven days from the later signature on paper");
    let file = acts::file(story.text());
    story.does("2026-01-30 09:00", &agent(), enter_paper(file, agent(), "2026-01-27"));
    let events = story.does("2026-01-30 09:10", &legal_rep(), confirm_paper(3));
    assert_eq!(withdrew(&events), (true, false));
    assert_eq!(story.due("review-1"), "2026-02-11");
}
