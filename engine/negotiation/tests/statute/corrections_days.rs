//! Corrections of days of acts, and of numbers, places and persons.

use law::rules::Profile::{Cn, Hz, Nb, Zj};
use law::time::Moment;
use negotiation::command::{Ballots, CongressForm, DatedAct, FactChange, Grievance, OrderDecision, ProposalTrigger};
use negotiation::state::{DutyStatus, LetterKind, Stage};
use negotiation::{Event, Side};

use crate::acts::{self, own_vote, submit_as};
use crate::cast::{
    agent, clerk, day, given, higher_union, legal_rep, moment, officer, person, recorder, union_chair, union_officer,
    worker_chief,
};
use crate::corrections_aside::{corrects, late, refused};
use crate::letters::{notes, opined};
use crate::sector::sector;

/// The first such act of the side, on another day.
pub(crate) fn done(act: DatedAct, side: Side, new: &str, old: &str) -> FactChange {
    FactChange::Done { act, new: day(new), number: 1, old: day(old), side }
}

pub(crate) fn withdrawn(events: &[Event], duty: &str) -> bool {
    events.iter().any(|event| matches!(event, Event::BreachWithdrawn(e) if e.duty == duty))
}

// Rule of the platform: whatever a case has on record as a day can be put right: all that the told cases record, at their
// end.
#[test]
fn every_recorded_day_can_be_corrected() {
    let mut seen = std::collections::BTreeSet::new();
    for (name, tell) in crate::golden::cases::ALL {
        let story = tell();
        let last: serde_json::Value = serde_json::from_slice(story.records.last().unwrap()).unwrap();
        let now: Moment = serde_json::from_value(last["at"].clone()).unwrap();
        for recorded in story.case().days.clone() {
            let mut story = story.clone();
            let (act, number, on, side) = (recorded.act, recorded.number, recorded.on, recorded.side);
            let fact = FactChange::Done { act, new: on, number, old: on, side };
            story.attempt(now, &recorder(), acts::propose_correction(fact)).unwrap_or_else(|no| {
                panic!("{name}: {} {on}: {}", act.name(), no.rule);
            });
            let number = u32::try_from(story.case().corrections.len()).unwrap();
            story.attempt(now, &officer(), acts::confirm_correction(number)).unwrap();
            assert_eq!(story.case().day_of(act, side, recorded.number), Some(on));
            seen.insert(act);
        }
    }
    let unseen: Vec<_> = DatedAct::ALL.iter().filter(|act| !seen.contains(*act)).map(|act| act.name()).collect();
    assert_eq!(unseen, Vec::<&str>::new(), "the told cases contain every act");
}

// HZ 29: sixty days from the offer.
#[test]
fn a_corrected_day_of_the_offer_moves_the_whole() {
    let mut story = given(Hz).until("negotiating");
    assert_eq!(story.due("total-1"), "2026-03-06");
    let issued = done(DatedAct::OfferIssued, Side::Worker, "2026-01-05", "2026-01-05");
    corrects(&mut story, "2026-01-15 09:00", issued);
    let early = done(DatedAct::OfferIssued, Side::Worker, "2026-01-04", "2026-01-05");
    refused(&mut story, "2026-01-15 09:00", early, "FACT-DATE");
    let mut story = given(Hz);
    story.does("2026-01-05 09:00", &union_chair(), acts::reps(&acts::workers()));
    story.does("2026-01-08 10:00", &union_chair(), acts::issue_offer_for("2026-12-01"));
    story.does("2026-01-09 10:00", &agent(), acts::record_delivery("2026-01-09"));
    assert_eq!(story.due("total-1"), "2026-03-09");
    corrects(&mut story, "2026-01-12 09:00", done(DatedAct::OfferIssued, Side::Worker, "2026-01-06", "2026-01-08"));
    assert_eq!((story.due("total-1").as_str(), story.duty("total-1").anchor), ("2026-03-09", day("2026-01-06")));
    assert_eq!(story.duty("total-1").dates.raw, Some(day("2026-03-07")), "a Saturday");
    let Stage::AwaitingReply(stage) = &story.case().stage else { panic!("{}", story.stage()) };
    assert_eq!(stage.offer.issued_at.date(), day("2026-01-06"));
    let after = done(DatedAct::OfferIssued, Side::Worker, "2026-01-10", "2026-01-06");
    refused(&mut story, "2026-01-12 10:00", after, "FACT-DATE");
    // NB 16 counts from the first session, the others not at all.
    for profile in [Cn, Zj, Nb] {
        let mut story = given(profile).until("negotiating");
        let total = story.case().duty("total-1").cloned();
        corrects(&mut story, "2026-01-15 09:00", done(DatedAct::OfferIssued, Side::Worker, "2026-01-05", "2026-01-05"));
        assert_eq!(story.case().duty("total-1").cloned(), total);
    }
}

// NB 10: announced within five working days of the election.
#[test]
fn corrected_days_of_election_and_announcement_are_reckoned_again() {
    let mut story = given(Nb);
    story.does("2026-01-05 09:00", &union_chair(), acts::reps(&acts::workers()));
    let elected = story.case().days_of(DatedAct::RepsElected, Side::Worker).next().unwrap().on.to_string();
    let due = story.due("announce_reps-worker-1");
    let at = "2026-02-02 09:00";
    story.does(at, &union_chair(), acts::announce());
    assert!(late(&story, "announce_reps-worker-1"));
    let events = corrects(&mut story, at, done(DatedAct::RepsAnnounced, Side::Worker, &due, "2026-02-02"));
    assert!(withdrawn(&events, "announce_reps-worker-1"));
    assert!(!late(&story, "announce_reps-worker-1"));
    corrects(&mut story, at, done(DatedAct::RepsElected, Side::Worker, "2025-12-01", &elected));
    assert!(late(&story, "announce_reps-worker-1"), "elected earlier, owed earlier");
    assert_eq!(story.case().delegations.worker.as_ref().unwrap().selection.on, day("2025-12-01"));
}

// NB 10: elected on one day, each side owes its own announcement.
#[test]
fn the_corrected_day_of_one_sides_election_leaves_the_other_sides_alone() {
    let mut story = given(Nb);
    story.does("2026-01-05 09:00", &union_chair(), acts::reps(&acts::workers()));
    let mut employers = acts::employers();
    employers.selection.on = story.case().delegations.worker.as_ref().unwrap().selection.on;
    story.does("2026-01-05 10:00", &legal_rep(), acts::reps(&employers));
    let (workers, other) = ("announce_reps-worker-1", "announce_reps-employer-2");
    let before = (story.due(workers), story.due(other));
    assert_eq!(before.0, before.1);
    let elected = employers.selection.on.to_string();
    corrects(&mut story, "2026-01-06 09:00", done(DatedAct::RepsElected, Side::Worker, "2025-12-29", &elected));
    assert_ne!(story.due(workers), before.0);
    assert_eq!(story.due(other), before.1);
}

// ZJ-CC 24(1), 24(3): the day on which a changed text was agreed moves its own last day, not that of the text before.
#[test]
fn the_corrected_day_of_a_later_agreement_leaves_the_earlier_one_alone() {
    let mut story = given(Zj).until("renegotiating");
    let before = story.due("to_congress-1");
    story.initials("2026-02-10 15:00", crate::wording::with_figure("min_wage", 270_000));
    assert_eq!(story.due("resubmit-1"), "2026-02-24");
    let agreed = FactChange::Done {
        act: DatedAct::AgreementReached,
        new: day("2026-02-06"),
        number: 2,
        old: day("2026-02-10"),
        side: Side::None,
    };
    corrects(&mut story, "2026-02-11 09:00", agreed);
    assert_eq!((story.due("resubmit-1").as_str(), story.due("to_congress-1")), ("2026-02-13", before));
}

// ZJ-CC 16(2): seven days before the meeting.
#[test]
fn a_corrected_day_of_disclosure_takes_back_a_default() {
    let mut story = given(Zj).until("awaiting_reply");
    story.does("2026-01-06 09:00", &legal_rep(), acts::reply("2026-01-14"));
    story.does("2026-01-08 11:00", &worker_chief(), acts::agenda());
    assert!(late(&story, "disclose-agenda-worker"), "owed by 7 January");
    let events =
        corrects(&mut story, "2026-01-09 09:00", done(DatedAct::Disclosed, Side::Worker, "2026-01-07", "2026-01-08"));
    assert!(withdrawn(&events, "disclose-agenda-worker"));
    assert!(!late(&story, "disclose-agenda-worker"));
    assert_eq!(story.case().disclosures[0].at.date(), day("2026-01-07"));
    let other = done(DatedAct::Disclosed, Side::Employer, "2026-01-07", "2026-01-08");
    refused(&mut story, "2026-01-09 09:00", other, "STAGE-propose_correction");
}

// ZJ-CC 24(1): fifteen working days from agreement.
#[test]
fn corrected_days_of_agreement_and_submission_are_reckoned_again() {
    let mut story = given(Zj).until("drafted");
    assert_eq!(story.due("to_congress-1"), "2026-02-04");
    corrects(&mut story, "2026-01-20 09:00", done(DatedAct::AgreementReached, Side::None, "2026-01-16", "2026-01-14"));
    assert_eq!(story.due("to_congress-1"), "2026-02-06");
    let Stage::Drafted(stage) = &story.case().stage else { panic!("{}", story.stage()) };
    assert_eq!(stage.agreed_at.date(), day("2026-01-16"));
    let early = done(DatedAct::AgreementReached, Side::None, "2026-01-13", "2026-01-16");
    refused(&mut story, "2026-01-20 09:00", early, "FACT-DATE");
    let submit = acts::submit(story.text(), "2026-02-10", 60);
    story.does("2026-02-09 09:00", &union_chair(), submit);
    assert!(late(&story, "to_congress-1"));
    let submitted = |new, old| done(DatedAct::SubmittedToCongress, Side::None, new, old);
    refused(&mut story, "2026-02-09 10:00", submitted("2026-01-15", "2026-02-09"), "FACT-DATE");
    let events = corrects(&mut story, "2026-02-09 10:00", submitted("2026-02-06", "2026-02-09"));
    assert!(withdrawn(&events, "to_congress-1") && !late(&story, "to_congress-1"));
    // The agreement of a later stage still has its duty.
    let vote = acts::vote(story.text(), "2026-02-10", 60, 50, 45);
    story.does("2026-02-10 16:00", &clerk(), vote);
    let agreed = |new, old| done(DatedAct::AgreementReached, Side::None, new, old);
    corrects(&mut story, "2026-02-11 09:00", agreed("2026-01-14", "2026-01-16"));
    assert!(late(&story, "to_congress-1"), "owed by 4 February");
    refused(&mut story, "2026-02-11 09:00", agreed("2026-02-11", "2026-01-14"), "FACT-DATE");
}

// CC22 31: the place is filled within fifteen days.
#[test]
fn corrected_days_of_a_vacancy_and_of_who_follows_are_reckoned_again() {
    let mut story = given(Zj).until("ready");
    story.does("2026-01-15 09:00", &union_officer(), acts::vacate("w3", "2026-01-12"));
    assert_eq!(story.due("vacancy_fill-worker-1"), "2026-01-27");
    let vacated = |new, old| done(DatedAct::RepVacated, Side::Worker, new, old);
    corrects(&mut story, "2026-01-15 10:00", vacated("2026-01-14", "2026-01-12"));
    assert_eq!(story.due("vacancy_fill-worker-1"), "2026-01-29");
    let list = story.case().delegations.worker.as_ref().unwrap();
    assert_eq!(list.vacancies[0].on, day("2026-01-14"));
    assert!(list.sat("w3", moment("2026-01-13 09:00")) && !list.sat("w3", moment("2026-01-14 09:00")));
    refused(&mut story, "2026-01-15 10:00", vacated("2026-01-16", "2026-01-14"), "FACT-DATE");
    story.does("2026-01-30 09:00", &union_chair(), acts::replace(acts::member("w7"), "w3"));
    assert!(late(&story, "vacancy_fill-worker-1"));
    let events =
        corrects(&mut story, "2026-02-02 09:00", done(DatedAct::RepReplaced, Side::Worker, "2026-01-28", "2026-01-30"));
    assert!(withdrawn(&events, "vacancy_fill-worker-1"));
    let list = story.case().delegations.worker.as_ref().unwrap();
    assert!(list.sat("w7", moment("2026-01-29 09:00")) && !list.sat("w7", moment("2026-01-27 09:00")));
}

// ZJ-TULS 22: fifteen working days from receipt; letters and decisions have their days and numbers.
#[test]
fn days_and_numbers_of_letters_and_decisions_are_corrected() {
    let mut story = opined(Zj);
    let sent = |new, old| done(DatedAct::OpinionSent, Side::Worker, new, old);
    corrects(&mut story, "2026-03-03 09:00", sent("2026-03-01", "2026-03-02"));
    assert_eq!(story.case().remedies.letter(LetterKind::Opinion, 1).unwrap().sent_at.date(), day("2026-03-01"));
    refused(&mut story, "2026-03-04 09:00", sent("2026-03-03", "2026-03-01"), "FACT-DATE");
    story.does("2026-03-24 09:00", &agent(), acts::answer_opinion(1, true));
    assert!(late(&story, "opinion_answer-1"));
    let answered = done(DatedAct::OpinionAnswered, Side::Employer, "2026-03-23", "2026-03-24");
    let events = corrects(&mut story, "2026-03-25 09:00", answered);
    assert!(withdrawn(&events, "opinion_answer-1") && !late(&story, "opinion_answer-1"));
    let answer = story.case().remedies.letter(LetterKind::Opinion, 1).unwrap().answer.unwrap();
    assert_eq!(answer.at.date(), day("2026-03-23"));
    story.does("2026-03-26 09:00", &higher_union(), acts::propose(1, ProposalTrigger::NotCorrected));
    story.does("2026-03-27 09:00", &officer(), acts::order(Grievance::Refusal, OrderDecision::Correct, None));
    let order = story.case().remedies.orders[0].clone();
    corrects(&mut story, "2026-03-30 09:00", done(DatedAct::OrderRecorded, Side::None, "2026-03-26", "2026-03-27"));
    let number =
        |old: &str| FactChange::OrderNumber {
            new: "人社令〔2026〕8号".to_owned(), old: old.to_owned(), order: 1
        };
    refused(&mut story, "2026-03-30 09:00", number("另一号"), "FACT-STALE");
    corrects(&mut story, "2026-03-30 09:00", number(&order.number));
    let order = &story.case().remedies.orders[0];
    assert_eq!((order.at.date(), order.number.as_str()), (day("2026-03-26"), "人社令〔2026〕8号"));
    let second = FactChange::OrderNumber { new: "甲".to_owned(), old: "乙".to_owned(), order: 2 };
    refused(&mut story, "2026-03-30 09:00", second, "STAGE-propose_correction");
}

fn ballots(present: u32, yes: u32) -> Ballots {
    Ballots { abstain: 0, issued: present, no: present - yes, present, returned: present, total: 40, yes }
}

// ZJ-CC 29: the protocol of one employer's own congress; its outcome stays.
#[test]
fn the_protocol_of_an_employers_own_congress_is_corrected() {
    let mut story = sector(Zj).until("drafted");
    let submit = submit_as(CongressForm::EachEmployer, story.text());
    story.does("2026-01-15 09:00", &union_chair(), submit);
    let count = |new, old| FactChange::OwnVoteCount { employer: "first".to_owned(), new, old };
    let held = |new, old| FactChange::OwnVoteHeld { employer: "first".to_owned(), new: day(new), old: day(old) };
    refused(&mut story, "2026-01-16 09:00", held("2026-01-16", "2026-01-17"), "STAGE-propose_correction");
    let vote = own_vote("first", story.text(), 38, 30);
    story.does("2026-01-17 16:00", &clerk(), vote);
    let stands = story.case().coverage.find("first").unwrap().vote.as_ref().unwrap().protocol.clone();
    let old = Ballots {
        abstain: stands.abstain,
        issued: stands.issued,
        no: stands.no,
        present: stands.present,
        returned: stands.returned,
        total: stands.total,
        yes: stands.yes,
    };
    let better = Ballots { no: old.no - 1, yes: old.yes + 1, ..old };
    corrects(&mut story, "2026-01-18 09:00", count(better, old));
    refused(&mut story, "2026-01-18 09:00", count(Ballots { no: 38, yes: 0, ..better }, better), "FACT-VOTE");
    refused(&mut story, "2026-01-18 09:00", count(ballots(38, 30), old), "FACT-STALE");
    corrects(&mut story, "2026-01-18 09:00", held("2026-01-16", "2026-01-17"));
    refused(&mut story, "2026-01-18 09:00", held("2026-01-13", "2026-01-16"), "FACT-DATE");
    let protocol = &story.case().coverage.find("first").unwrap().vote.as_ref().unwrap().protocol;
    assert_eq!((protocol.yes, protocol.held_on), (better.yes, day("2026-01-16")));
    let unknown =
        FactChange::OwnVoteHeld { employer: "sixth".to_owned(), new: day("2026-01-16"), old: day("2026-01-17") };
    refused(&mut story, "2026-01-18 09:00", unknown, "FACT-COVERAGE");
}

// ZJ-CC 10(2): disabled workers; CC22 20–21: who is chair and legal representative; MW 3: where the enterprise is.
#[test]
fn persons_region_and_figures_of_the_parties_are_corrected() {
    let mut story = given(Zj).until("under_review");
    let at = "2026-01-21 09:00";
    corrects(&mut story, at, FactChange::Disabled { new: 12, old: 0 });
    refused(&mut story, at, FactChange::Disabled { new: 201, old: 12 }, "FACT-NUMBER");
    let legal = |new: &str, old: &str| FactChange::LegalRep { new: person(new), old: person(old) };
    refused(&mut story, at, legal("e8", "e7"), "FACT-STALE");
    let events = corrects(&mut story, at, legal("e8", "e1"));
    assert!(notes(&events, "CHK-CHIEF-DELEGATION"), "the chief has no mandate of the right legal representative");
    let chair = FactChange::UnionChair { new: person("w8"), old: story.case().header().union.chair.clone() };
    corrects(&mut story, at, chair);
    let region = FactChange::Region { new: "339909".to_owned(), old: story.case().header().region.clone() };
    let events = corrects(&mut story, at, region);
    assert!(notes(&events, "CHK-MINWAGE-STRICT"), "what is the least there isn't known: {events:?}");
    let header = story.case().header();
    assert_eq!((header.employer.disabled, header.employer.legal_rep.id.as_str()), (12, "e8"));
    assert_eq!((header.union.chair.id.as_str(), header.region.as_str()), ("w8", "339909"));
    let place = |new: &str, session| FactChange::SessionPlace {
        new: new.to_owned(),
        old: story.case().sessions[0].place.clone(),
        session,
    };
    let (right, second) = (place("三楼会议室", 1), place("三楼会议室", 2));
    corrects(&mut story, at, right);
    refused(&mut story, at, second, "STAGE-propose_correction");
    let old = story.case().stage.filing().unwrap().materials.clone();
    let materials =
        |old: Vec<String>| FactChange::Materials { new: vec!["合同文本".to_owned(), "决议".to_owned()], old };
    refused(&mut story, at, materials(vec!["别的".to_owned()]), "FACT-STALE");
    corrects(&mut story, at, materials(old));
    assert_eq!(story.case().sessions[0].place, "三楼会议室");
    assert_eq!(story.case().stage.filing().unwrap().materials, ["合同文本", "决议"]);
}

// ZJ-CC 37: the day on which the congress heard the report lies in the year that was reported on.
#[test]
fn the_day_of_a_report_stays_in_its_year() {
    let mut story = given(Zj).until("effective");
    story.does("2026-12-01 09:00", &clerk(), acts::report("2026-11-30"));
    let heard = |new, old| done(DatedAct::PerformanceReported, Side::None, new, old);
    corrects(&mut story, "2026-12-02 09:00", heard("2026-11-20", "2026-11-30"));
    refused(&mut story, "2026-12-02 09:00", heard("2026-01-20", "2026-11-20"), "FACT-DATE");
    assert!(matches!(story.duty("annual_report-1").status, DutyStatus::Met { late: false, .. }));
}
