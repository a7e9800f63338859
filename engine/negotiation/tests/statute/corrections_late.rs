//! Corrections of facts after the answer: what hangs on them is computed anew, openly.

use law::rules::Profile::{Cn, Nb, Zj};
use negotiation::checks::Outcome;
use negotiation::command::{Ballots, FactChange};
use negotiation::state::{DutyStatus, Stage};
use negotiation::{Event, Side};

use crate::acts::{self, confirm_correction, propose_correction};
use crate::cast::{
    Story, agent, day, employer_chief, given, higher_union, legal_rep, officer, recorder, union_chair, union_officer,
    worker_chief,
};
use crate::who::says;

/// Proposes and confirms; the events of the confirmation.
fn corrects(story: &mut Story, at: &str, fact: FactChange) -> Vec<Event> {
    story.does(at, &agent(), propose_correction(fact));
    let number = u32::try_from(story.case().corrections.len()).unwrap();
    story.does(at, &union_officer(), confirm_correction(number))
}

fn refused(story: &mut Story, at: &str, fact: FactChange, rule: &str) {
    says(&story.refuses(at, &agent(), propose_correction(fact), rule));
}

fn late(story: &Story, duty: &str) -> bool {
    match story.duty(duty).status {
        DutyStatus::Met { late, .. } => late,
        other => panic!("{duty} is {other:?}"),
    }
}

fn effect(story: &Story) -> (String, String) {
    let Stage::Effective(effective) = &story.case().stage else { panic!("{}", story.stage()) };
    (effective.effect.on.to_string(), effective.effect.term_to.to_string())
}

// ZJ-CC 7: ten working days from receipt to answer, by the right days, though the talks have begun.
#[test]
fn the_days_of_receipt_and_answer_are_corrected_long_after() {
    let mut story = given(Zj);
    story.does("2026-03-02 09:00", &union_chair(), acts::reps(&acts::workers()));
    story.does("2026-03-02 09:00", &union_chair(), acts::issue_offer_for("2026-12-01"));
    story.does("2026-03-03 10:00", &agent(), acts::record_delivery("2026-03-03"));
    story.does("2026-03-18 09:00", &legal_rep(), acts::reply("2026-12-01"));
    story.does("2026-03-19 09:00", &legal_rep(), acts::reps(&acts::employers()));
    story.does("2026-03-20 09:00", &recorder(), acts::open_session(Side::Worker));
    assert!(late(&story, "reply-1"), "owed by 17 March");
    let answered = FactChange::OfferAnswered { new: day("2026-03-17"), old: day("2026-03-18") };
    let events = corrects(&mut story, "2026-03-23 09:00", answered);
    assert!(events.iter().any(|event| matches!(event, Event::BreachWithdrawn(e) if e.duty == "reply-1")));
    assert!(!late(&story, "reply-1"));
    let received = FactChange::OfferReceived { new: day("2026-03-02"), old: day("2026-03-03") };
    corrects(&mut story, "2026-03-23 10:00", received);
    assert!(late(&story, "reply-1"), "received a day earlier, owed a day earlier");
    let too_late = FactChange::OfferAnswered { new: day("2026-03-21"), old: day("2026-03-17") };
    refused(&mut story, "2026-03-23 11:00", too_late, "FACT-DATE");
}

// ZJ-CC 16(2): seven days before the meeting, by the right day of the meeting.
#[test]
fn a_corrected_day_of_the_meeting_moves_what_is_owed_before_it() {
    let mut story = given(Zj).until("awaiting_reply");
    story.does("2026-01-06 09:00", &legal_rep(), acts::reply("2026-01-14"));
    story.does("2026-01-09 09:00", &worker_chief(), acts::request_data());
    assert_eq!(story.duty("disclose-agenda-worker").status, DutyStatus::Struck, "owed by 7 January");
    let meeting = FactChange::MeetingAgreed { new: day("2026-01-24"), old: day("2026-01-14") };
    let events = corrects(&mut story, "2026-01-09 10:00", meeting);
    assert!(
        events.iter().any(|event| matches!(event, Event::BreachWithdrawn(e) if e.duty == "disclose-agenda-worker"))
    );
    let duty = story.duty("disclose-agenda-worker");
    assert_eq!((duty.status, duty.dates.due), (DutyStatus::Open, day("2026-01-16")), "17 January is a Saturday");
    assert_eq!(duty.opened_on, day("2026-01-09"), "owed since the day on which it was known, not since the meeting");
    let mut story = given(Zj).until("negotiating");
    let held = FactChange::MeetingAgreed { new: day("2026-01-24"), old: day("2026-01-14") };
    refused(&mut story, "2026-01-15 09:00", held, "STAGE-propose_correction");
}

// NB 16: thirty working days from the first meeting.
#[test]
fn a_corrected_day_of_the_first_session_moves_the_whole() {
    let mut story = given(Nb).until("negotiating");
    let before = story.due("total-1");
    let opened = FactChange::SessionOpened { new: day("2026-01-13"), old: day("2026-01-14"), session: 1 };
    corrects(&mut story, "2026-01-15 09:00", opened);
    assert!(story.due("total-1") < before && story.duty("total-1").anchor == day("2026-01-13"));
    assert_eq!(story.case().sessions[0].opened_at.date(), day("2026-01-13"));
    let unheld = FactChange::SessionOpened { new: day("2026-01-13"), old: day("2026-01-14"), session: 2 };
    refused(&mut story, "2026-01-15 10:00", unheld, "STAGE-propose_correction");
    let open = FactChange::SessionClosed { new: day("2026-01-13"), old: day("2026-01-14"), session: 1 };
    refused(&mut story, "2026-01-15 10:00", open, "STAGE-propose_correction");
    story.does("2026-01-15 11:00", &recorder(), acts::close());
    let closed = FactChange::SessionClosed { new: day("2026-01-14"), old: day("2026-01-15"), session: 1 };
    corrects(&mut story, "2026-01-15 12:00", closed);
    assert_eq!(story.case().sessions[0].closed.as_ref().unwrap().0.date(), day("2026-01-14"));
}

fn ballots(present: u32, yes: u32) -> Ballots {
    Ballots { abstain: 0, issued: present, no: present - yes, present, returned: present, total: 60, yes }
}

// ZJ-CC 24(2): figures and day of the protocol; another outcome is another vote.
#[test]
fn a_protocol_is_corrected_while_its_outcome_stays() {
    for stage in ["adopted", "signed", "effective"] {
        let mut story = given(Zj).until(stage);
        let count = |new| FactChange::VoteCount { new, old: ballots(50, 45) };
        corrects(&mut story, "2026-01-21 10:00", count(ballots(51, 44)));
        assert_eq!(story.case().stage.vote().unwrap().protocol.yes, 44);
        let flips = FactChange::VoteCount { new: ballots(50, 30), old: ballots(51, 44) };
        refused(&mut story, "2026-01-21 11:00", flips, "FACT-VOTE");
        let odd = FactChange::VoteCount { new: Ballots { issued: 61, ..ballots(51, 44) }, old: ballots(51, 44) };
        refused(&mut story, "2026-01-21 11:00", odd, "FACT-VOTE");
        refused(&mut story, "2026-01-21 11:00", count(ballots(51, 44)), "FACT-STALE");
        let held = FactChange::VoteHeld { new: day("2026-01-16"), old: day("2026-01-17") };
        corrects(&mut story, "2026-01-21 12:00", held);
        assert_eq!(story.case().stage.vote().unwrap().protocol.held_on, day("2026-01-16"));
        let early = FactChange::VoteHeld { new: day("2026-01-13"), old: day("2026-01-16") };
        refused(&mut story, "2026-01-21 13:00", early, "FACT-DATE");
    }
    let none = FactChange::VoteCount { new: ballots(50, 45), old: ballots(50, 45) };
    refused(&mut given(Zj).until("drafted"), "2026-01-21 10:00", none, "STAGE-propose_correction");
}

// ZJ-CC 34: filing counts from the later signature.
#[test]
fn a_corrected_day_of_signature_moves_the_filing() {
    let mut story = given(Zj).until("signed");
    assert_eq!(story.due("file-1"), "2026-01-28");
    let signed = |new, old| FactChange::Signed { new: day(new), old: day(old), side: Side::Employer };
    let mut moved = story.clone();
    corrects(&mut moved, "2026-01-21 10:00", signed("2026-01-20", "2026-01-18"));
    assert_eq!(moved.due("file-1"), "2026-01-30");
    refused(&mut story, "2026-01-21 10:00", signed("2026-01-16", "2026-01-18"), "FACT-DATE");
    corrects(&mut story, "2026-01-21 10:00", signed("2026-01-17", "2026-01-18"));
    assert_eq!(story.due("file-1"), "2026-01-28", "the workers signed on the 18th");
    let file = acts::file(moved.text());
    moved.does("2026-01-31 09:00", &agent(), file);
    assert!(late(&moved, "file-1"));
    corrects(&mut moved, "2026-01-31 10:00", signed("2026-01-21", "2026-01-20"));
    assert!(!late(&moved, "file-1"), "the 31st is a Saturday, owed on Monday");
    refused(&mut moved, "2026-02-02 10:00", signed("2026-02-01", "2026-01-21"), "FACT-DATE");
}

// ZJ-CC 34: five copies; CC22 42(2): the bureau registers.
#[test]
fn copies_and_registry_number_are_corrected() {
    let mut story = given(Zj).until("under_review");
    let events = corrects(&mut story, "2026-01-21 10:00", FactChange::Copies { new: 4, old: 5 });
    let short = |event: &Event| matches!(event, Event::CheckNoted(e) if e.finding.rule == "CHK-COPIES-5");
    assert!(events.iter().any(short));
    let number =
        FactChange::RegistryNumber { new: "示例〔2026〕2号".to_owned(), old: "示例〔2026〕1号".to_owned() };
    corrects(&mut story, "2026-01-21 11:00", number);
    assert_eq!(story.case().stage.filing().unwrap().registered.as_deref(), Some("示例〔2026〕2号"));
    let none = FactChange::Copies { new: 4, old: 5 };
    refused(&mut given(Zj).until("signed"), "2026-01-21 10:00", none, "STAGE-propose_correction");
}

/// Filed on 3 March, in force by silence from 19 March.
fn silent() -> Story {
    let mut story = given(Zj).until("signed");
    let file = acts::file(story.text());
    story.does("2026-03-03 09:00", &agent(), file);
    story.does("2026-03-20 09:00", &worker_chief(), acts::announce());
    assert_eq!(effect(&story), ("2026-03-19".to_owned(), "2027-03-18".to_owned()));
    story
}

fn filed_on(new: &str, old: &str) -> FactChange {
    FactChange::FilingReceived { new: day(new), old: day(old) }
}

// LCL 54, ZJ-CC 34: filed later than recorded, the review isn't over: the effect is withdrawn and awaited.
#[test]
fn an_effect_by_silence_is_withdrawn_where_the_review_is_not_over() {
    let mut story = silent();
    let events = corrects(&mut story, "2026-03-20 10:00", filed_on("2026-03-09", "2026-03-03"));
    assert!(events.iter().any(|event| matches!(event, Event::EffectWithdrawn(_))));
    assert_eq!((story.stage(), story.due("review-1").as_str()), ("filed", "2026-03-24"));
    assert_eq!(story.duty("publish-employer").status, DutyStatus::Voided);
    story.does("2026-03-25 09:00", &worker_chief(), acts::announce());
    assert_eq!(effect(&story).0, "2026-03-25");
}

// LCL 54, ZJ-CC 34–35: filed on another day, but the review is over all the same: the effect moves, with what is counted
// from it.
#[test]
fn an_effect_by_silence_moves_with_the_day_of_filing() {
    let mut story = silent();
    let publish = acts::publish(story.text());
    story.does("2026-03-20 09:30", &agent(), publish);
    let events = corrects(&mut story, "2026-03-20 10:00", filed_on("2026-03-02", "2026-03-03"));
    assert!(events.iter().any(|event| matches!(event, Event::EffectRedated(_))));
    assert_eq!(effect(&story), ("2026-03-18".to_owned(), "2027-03-17".to_owned()));
    assert_eq!(
        (story.due("review-1"), story.due("publish-employer")),
        ("2026-03-17".to_owned(), "2026-03-25".to_owned())
    );
    assert!(!late(&story, "publish-employer"), "published all the same");
    let Stage::Effective(effective) = &story.case().stage else { panic!() };
    assert!(effective.published.employer.is_some());
    assert!(late(&story, "file-1"), "owed by 28 January");
}

// WN9 22(2): in force at the later of the two services.
#[test]
fn a_corrected_day_of_service_moves_the_effect() {
    let mut story = given(Cn).until("effective");
    assert_eq!(effect(&story).0, "2026-01-21");
    let served = |side, new, old| FactChange::OpinionServed { new: day(new), old: day(old), side };
    corrects(&mut story, "2026-01-23 10:00", served(Side::Employer, "2026-01-22", "2026-01-21"));
    assert_eq!(effect(&story).0, "2026-01-22");
    assert_eq!(story.duty("publish-worker").anchor, day("2026-01-22"), "WN9 23: both sides publish");
    refused(&mut story, "2026-01-23 11:00", served(Side::Worker, "2026-01-20", "2026-01-21"), "FACT-DATE");
    let mut story = given(Zj).until("objected");
    corrects(&mut story, "2026-01-23 10:00", served(Side::Worker, "2026-01-22", "2026-01-21"));
    assert_eq!(story.stage(), "objected");
}

// ZJ-CC 35: five working days.
#[test]
fn a_corrected_day_of_publication_takes_back_a_default() {
    let mut story = given(Zj).until("effective");
    let publish = acts::publish(story.text());
    assert_eq!(story.due("publish-employer"), "2026-01-28");
    story.does("2026-01-29 09:00", &agent(), publish);
    assert!(late(&story, "publish-employer"));
    let published = |new, old| FactChange::Published { new: day(new), old: day(old), side: Side::Employer };
    let events = corrects(&mut story, "2026-01-30 09:00", published("2026-01-28", "2026-01-29"));
    assert!(events.iter().any(|event| matches!(event, Event::BreachWithdrawn(_))));
    assert!(!late(&story, "publish-employer"));
    refused(&mut story, "2026-01-30 10:00", published("2026-01-20", "2026-01-28"), "FACT-DATE");
}

// Rule of the platform: codes and figures of the parties are put right; a code must be one, a part no more than the whole.
#[test]
fn codes_and_figures_of_the_parties_are_corrected() {
    let mut story = given(Zj).until("ready");
    let code = |new: &str| FactChange::EmployerUscc { new: new.to_owned(), old: "91330784MA000X0153".to_owned() };
    refused(&mut story, "2026-01-07 09:00", code("91330784MA000X0154"), "CHK-USCC");
    corrects(&mut story, "2026-01-07 09:00", code("91990102MA921X0Q3J"));
    let union =
        FactChange::UnionUscc { new: "81990102MC0217R023".to_owned(), old: story.case().header().union.uscc.clone() };
    corrects(&mut story, "2026-01-07 09:00", union);
    let address =
        FactChange::UnionAddress { new: "示例县虚构路3号".to_owned(), old: "示例县虚构路1号".to_owned() };
    corrects(&mut story, "2026-01-07 09:00", address);
    corrects(&mut story, "2026-01-07 09:00", FactChange::Female { new: 90, old: 80 });
    corrects(&mut story, "2026-01-07 09:00", FactChange::Dispatched { new: 5, old: 0 });
    let header = story.case().header();
    assert_eq!((header.employer.female, header.employer.dispatched), (90, 5));
    assert_eq!(
        (header.employer.uscc.as_str(), header.union.uscc.as_str()),
        ("91990102MA921X0Q3J", "81990102MC0217R023")
    );
    refused(&mut story, "2026-01-07 10:00", FactChange::Female { new: 201, old: 90 }, "FACT-NUMBER");
    refused(&mut story, "2026-01-07 10:00", FactChange::Headcount { new: 89, old: 200 }, "FACT-NUMBER");
}

// ZJ-CC 10(1): an enterprise above scale after all: the lists stand, what they lack is on record.
#[test]
fn lists_that_the_right_figures_show_to_be_short_are_noted() {
    let mut story = given(Zj).until("ready");
    let events = corrects(&mut story, "2026-01-07 09:00", FactChange::AboveScale { new: true, old: false });
    let short: Vec<Outcome> = events
        .iter()
        .filter_map(|event| match event {
            Event::CheckNoted(noted) if noted.finding.rule == "CHK-REP-SCALE5" => Some(noted.finding.outcome),
            _ => None,
        })
        .collect();
    assert_eq!(short, [Outcome::Breach, Outcome::Breach], "both sides");
    assert_eq!(story.stage(), "ready");
}

// Rule of the platform: what somebody of neither side proposes is confirmed by another person of any side.
#[test]
fn what_somebody_of_neither_side_proposes_either_side_confirms() {
    for who in [union_chair(), employer_chief(), officer(), higher_union()] {
        let mut story = given(Zj).until("ready");
        let fact = FactChange::Headcount { new: 210, old: 200 };
        story.does("2026-01-07 09:00", &recorder(), propose_correction(fact));
        says(&story.refuses("2026-01-07 09:30", &recorder(), confirm_correction(1), "CONFIRM-SAME-PERSON"));
        story.does("2026-01-07 10:00", &who, confirm_correction(1));
        assert_eq!(story.case().header().employer.headcount, 210);
    }
}

// Rule of the platform: only what is on record is corrected.
#[test]
fn a_correction_of_nothing_that_is_there_is_refused() {
    let mut story = given(Zj);
    let (new, old) = (day("2026-01-05"), day("2026-01-05"));
    for fact in [
        FactChange::OfferReceived { new, old },
        FactChange::OfferAnswered { new, old },
        FactChange::MeetingAgreed { new, old },
        FactChange::VoteHeld { new, old },
        FactChange::Signed { new, old, side: Side::Worker },
        FactChange::FilingReceived { new, old },
        FactChange::OpinionServed { new, old, side: Side::Worker },
        FactChange::Published { new, old, side: Side::Worker },
    ] {
        refused(&mut story, "2026-01-05 09:00", fact, "STAGE-propose_correction");
    }
}
