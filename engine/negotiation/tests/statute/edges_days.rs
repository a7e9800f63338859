//! Edges of corrected days: what came before and after on the same day, and duties that a correction leaves alone.

use law::rules::Profile::{Hz, Nb, Zj};
use negotiation::command::{DatedAct, FactChange, Grievance};
use negotiation::state::DutyStatus;
use negotiation::{Event, Side};

use crate::acts::{self, confirm_paper, enter_paper, served};
use crate::cast::{
    Story, agent, clerk, day, given, given_with, legal_rep, officer, recorder, union_chair, union_officer, worker_chief,
};
use crate::corrections_aside::{corrects, late, refused};
use crate::corrections_days::{done, withdrawn};
use crate::edges::moved;
use crate::letters::notes;

fn met_on(story: &Story, duty: &str) -> String {
    match story.duty(duty).status {
        DutyStatus::Met { at, .. } => at.date().to_string(),
        other => panic!("{duty} is {other:?}"),
    }
}

/// An offer received on 3 March, owed an answer by 17 March.
fn awaiting() -> Story {
    let mut story = given(Zj);
    story.does("2026-03-02 09:00", &union_chair(), acts::issue_offer_for("2026-12-01"));
    story.does("2026-03-03 10:00", &agent(), acts::record_delivery("2026-03-03"));
    story
}

// ZJ-CC 7: the tenth working day lasts until its end; what is done from then on is late, on whatever day it was received.
#[test]
fn an_answer_at_the_end_of_the_last_day_is_late_before_and_after_a_correction() {
    let mut story = awaiting();
    story.does("2026-03-20 00:00", &legal_rep(), acts::reply("2026-12-01"));
    let received = FactChange::OfferReceived { new: day("2026-03-05"), old: day("2026-03-03") };
    let events = corrects(&mut story, "2026-03-20 09:00", received);
    assert_eq!(story.due("reply-1"), "2026-03-19");
    assert_eq!((moved(&events), late(&story, "reply-1")), (vec!["reply-1"], true));
    let mut story = awaiting();
    story.does("2026-03-17 09:00", &legal_rep(), acts::reply("2026-12-01"));
    let answered = FactChange::OfferAnswered { new: day("2026-03-18"), old: day("2026-03-17") };
    corrects(&mut story, "2026-03-18 09:00", answered);
    assert!(late(&story, "reply-1"), "on the first day after the last one");
}

// ZJ-CC 16(2): another day of the meeting moves what is owed before it, and nothing that was counted from other days.
#[test]
fn a_corrected_day_of_the_meeting_leaves_other_duties_alone() {
    let mut story = given(Nb).until("ready");
    let agreed = FactChange::MeetingAgreed { new: day("2026-01-20"), old: day("2026-01-14") };
    let events = corrects(&mut story, "2026-01-07 09:00", agreed);
    assert!(
        !moved(&events).is_empty() && moved(&events).iter().all(|duty| duty.starts_with("disclose-")),
        "{events:?}"
    );
}

// ZJ-CC 34: too few copies are on record; enough of them are in order.
#[test]
fn corrected_copies_are_noted_where_they_are_too_few() {
    for (new, few) in [(6, false), (4, true)] {
        let mut story = given(Zj).until("filed");
        let events = corrects(&mut story, "2026-01-20 09:00", FactChange::Copies { new, old: 5 });
        assert_eq!(notes(&events, "CHK-COPIES-5"), few);
    }
}

// ZJ-CC 35: of what was published twice the day of the second time changes nothing of the first, nor of other acts of the day.
#[test]
fn a_corrected_publication_moves_its_own_duty_only() {
    let mut story = given(Zj).until("effective");
    let publish = acts::publish(story.text());
    story.does("2026-01-22 09:00", &agent(), publish.clone());
    story.does("2026-01-26 09:00", &agent(), publish.clone());
    let published = |new, old| FactChange::Published { new: day(new), old: day(old), side: Side::Employer };
    corrects(&mut story, "2026-01-27 09:00", published("2026-01-25", "2026-01-26"));
    assert_eq!(met_on(&story, "publish-employer"), "2026-01-22");

    let mut story = given(Zj).until("effective");
    story.does("2026-01-22 09:00", &union_officer(), acts::opine(Grievance::NotPerformed));
    story.does("2026-01-22 15:00", &agent(), acts::letter_receipt(1, "2026-01-22", false));
    story.does("2026-01-26 09:00", &agent(), publish);
    story.does("2026-01-26 10:00", &agent(), acts::answer_opinion(1, true));
    corrects(&mut story, "2026-01-27 09:00", published("2026-01-25", "2026-01-26"));
    assert_eq!(met_on(&story, "publish-employer"), "2026-01-25");
    assert_eq!(met_on(&story, "opinion_answer-1"), "2026-01-26");
}

// CC22 20, 21: who is chair and who is legal representative decides whether a chief needs a mandate.
#[test]
fn another_chair_makes_a_chief_without_mandate_worth_a_look() {
    let mut story = given(Zj).until("ready");
    let chair = FactChange::UnionChair { new: crate::cast::person("w8"), old: crate::cast::person("w1") };
    let events = corrects(&mut story, "2026-01-07 09:00", chair);
    assert!(notes(&events, "CHK-CHIEF-DELEGATION"));
}

// ZJ-CC 10(2): what is in order under the right figures is nothing to note.
#[test]
fn a_check_that_passes_under_corrected_figures_is_not_noted() {
    let mut story = given(Zj).until("ready");
    let events = corrects(&mut story, "2026-01-07 09:00", FactChange::Female { new: 20, old: 80 });
    assert_eq!(events.len(), 1, "{events:?}");
}

// ZJ-CC 24, CC22 36: a text is agreed before it is voted on, also where both were on one day.
#[test]
fn agreement_comes_before_a_vote_of_the_same_day() {
    let mut story = given(Zj).until("drafted");
    let text = story.text();
    story.does("2026-01-14 16:00", &union_chair(), acts::submit(text, "2026-01-14", 60));
    story.does("2026-01-14 18:00", &clerk(), acts::vote(text, "2026-01-14", 60, 50, 45));
    let agreed = done(DatedAct::AgreementReached, Side::None, "2026-01-15", "2026-01-14");
    refused(&mut story, "2026-01-16 09:00", agreed, "FACT-DATE");
}

// CC22 42–43: what the bureau does with a filing comes after it, also on the day itself.
#[test]
fn a_filing_is_registered_after_it_was_received() {
    for (at, old) in [("2026-01-19 11:00", "2026-01-19"), ("2026-01-20 09:00", "2026-01-20")] {
        let mut story = given(Zj).until("filed");
        story.does(at, &officer(), acts::register());
        let registered = done(DatedAct::FilingRegistered, Side::None, "2026-01-18", old);
        refused(&mut story, "2026-01-21 09:00", registered, "FACT-DATE");
    }
}

// CC22 49, 52: the bureau takes up what it was asked, not before it was asked, also on the day itself.
#[test]
fn a_dispute_is_taken_up_after_it_was_brought() {
    let mut story = given(Zj).until("negotiating");
    story.does("2026-01-15 10:00", &worker_chief(), acts::apply_coordination());
    story.does("2026-01-15 11:00", &officer(), acts::accept_coordination());
    let applied = done(DatedAct::CoordinationApplied, Side::Worker, "2026-01-16", "2026-01-15");
    refused(&mut story, "2026-01-19 09:00", applied, "FACT-DATE");
    let accepted = |new, old| FactChange::CoordinationAccepted { new: day(new), old: day(old) };
    refused(&mut story, "2026-01-19 09:00", accepted("2026-01-14", "2026-01-15"), "FACT-DATE");
    refused(&mut story, "2026-01-19 09:00", accepted("2026-01-17", "2026-01-16"), "FACT-STALE");
    corrects(&mut story, "2026-01-19 09:00", accepted("2026-01-16", "2026-01-15"));
}

// NB 16: the whole counts from the first meeting, whatever else was agreed on its day.
#[test]
fn a_corrected_day_of_agreement_leaves_the_whole_alone() {
    let mut story = given(Nb).until("drafted");
    let whole = story.duty("total-1").clone();
    let events = corrects(
        &mut story,
        "2026-01-20 09:00",
        done(DatedAct::AgreementReached, Side::None, "2026-01-16", "2026-01-14"),
    );
    assert_eq!(moved(&events), ["to_congress-1"]);
    assert_eq!(story.duty("total-1"), &whole);
}

// NB 10, CC22 31: the announcement counts from the election; a place that fell vacant on that day from the vacancy.
#[test]
fn a_corrected_election_leaves_a_vacancy_of_the_same_day_alone() {
    let mut story = given(Nb).until("ready");
    story.does("2026-01-07 09:00", &union_officer(), acts::vacate("w3", "2026-01-04"));
    let vacancy = story.duty("vacancy_fill-worker-1").clone();
    corrects(&mut story, "2026-01-07 10:00", done(DatedAct::RepsElected, Side::Worker, "2026-01-03", "2026-01-04"));
    assert_eq!(story.duty("vacancy_fill-worker-1"), &vacancy);
}

// CC22 31: each place is owed from its own day.
#[test]
fn a_corrected_vacancy_leaves_the_other_vacancy_alone() {
    let mut story = given(Zj).until("ready");
    story.does("2026-01-15 09:00", &union_officer(), acts::vacate("w3", "2026-01-12"));
    story.does("2026-01-15 09:10", &union_officer(), acts::vacate("w2", "2026-01-13"));
    let other = story.duty("vacancy_fill-worker-2").clone();
    corrects(&mut story, "2026-01-15 10:00", done(DatedAct::RepVacated, Side::Worker, "2026-01-11", "2026-01-12"));
    assert_eq!(story.due("vacancy_fill-worker-1"), "2026-01-26");
    assert_eq!(story.duty("vacancy_fill-worker-2"), &other);
}

// NB 10: each side announces its own representatives.
#[test]
fn a_corrected_announcement_leaves_the_other_sides_alone() {
    let mut story = given(Nb);
    story.does("2026-01-05 09:00", &union_chair(), acts::reps(&acts::workers()));
    story.does("2026-01-05 10:00", &legal_rep(), acts::reps(&acts::employers()));
    story.does("2026-01-06 09:00", &union_chair(), acts::announce());
    story.does("2026-01-06 10:00", &agent(), acts::announce());
    corrects(&mut story, "2026-01-07 10:00", done(DatedAct::RepsAnnounced, Side::Worker, "2026-01-07", "2026-01-06"));
    assert_eq!(met_on(&story, "announce_reps-worker-1"), "2026-01-07");
    assert_eq!(met_on(&story, "announce_reps-employer-2"), "2026-01-06");
}

// NB 10: a new list is announced anew; the announcement of the former one stays made.
#[test]
fn a_new_list_leaves_an_announcement_that_was_made() {
    let mut story = given(Nb);
    story.does("2026-01-05 09:00", &union_chair(), acts::reps(&acts::workers()));
    story.does("2026-01-05 09:30", &union_chair(), acts::announce());
    let events = story.does("2026-01-05 10:00", &union_chair(), acts::reps(&acts::workers()));
    assert!(!events.iter().any(|event| matches!(event, Event::DutyVoided(_))), "{events:?}");
    assert_eq!(met_on(&story, "announce_reps-worker-1"), "2026-01-05");
}

// ZJ-CC 16(2), WN9 18: another day for a later session moves nothing owed before one that was held, early too.
#[test]
fn a_later_session_moves_no_request_of_before() {
    let mut story = given(Zj).until("awaiting_reply");
    story.does("2026-01-06 09:00", &legal_rep(), acts::reply("2026-01-30"));
    let mut story = story.until("ready");
    story.does("2026-01-07 09:00", &worker_chief(), acts::request_data());
    story.does("2026-01-14 09:00", &recorder(), acts::open_session(Side::Worker));
    let asked = "disclose-data-employer-1";
    assert_eq!(story.duty(asked).status, DutyStatus::Open);
    let due = story.due(asked);
    let events = story.does("2026-01-14 11:00", &recorder(), acts::schedule("2026-02-10"));
    assert_eq!((moved(&events).len(), story.due(asked)), (0, due));
}

// ZJ-CC 34, LCL 54: a return on paper ends the review only before its last day is over.
#[test]
fn a_return_on_paper_of_the_day_after_is_too_late() {
    let mut story = given(Zj).until("signed");
    let file = acts::file(story.text());
    story.does("2026-02-04 09:00", &agent(), file);
    let last = story.due("review-1");
    let after = day(&last).tomorrow().unwrap().to_string();
    let returned = |on: &str| enter_paper(acts::return_incomplete(), officer(), on);
    let late = story.clone().refuses("2026-02-27 09:00", &union_officer(), returned(&after), "STAGE-return_incomplete");
    crate::who::says(&late);
    story.does("2026-02-27 09:00", &union_officer(), returned(&last));
    let events = story.does("2026-02-27 10:00", &officer(), confirm_paper(1));
    assert!(events.iter().any(|event| matches!(event, Event::EffectWithdrawn(_))));
}

// ZJ-CC 35: what was published while silence passed for consent was published.
#[test]
fn a_withdrawn_effect_leaves_a_publication_that_was_made() {
    let mut story = given(Zj).until("signed");
    let text = story.text();
    story.does("2026-02-04 09:00", &agent(), acts::file(text));
    story.does("2026-02-26 09:00", &agent(), acts::publish(text));
    let opinion = acts::no_objection(text, &served("2026-02-20"));
    story.does("2026-02-27 09:00", &union_officer(), enter_paper(opinion, officer(), "2026-02-20"));
    let events = story.does("2026-02-27 10:00", &officer(), confirm_paper(1));
    assert!(events.iter().any(|event| matches!(event, Event::EffectWithdrawn(_))));
    let voided = |event: &Event| matches!(event, Event::DutyVoided(voided) if voided.duty == "publish-employer");
    assert!(!events.iter().any(voided), "{events:?}");
}

// ZJ-CC 30(1), 35: an end that came earlier takes back defaults after it; what was done stays done.
#[test]
fn an_earlier_end_leaves_what_was_done() {
    let mut story = crate::corrections_aside::ended(Zj);
    let came = done(DatedAct::ConditionCame, Side::None, "2026-01-23", "2026-05-29");
    let before = story.duty("publish-employer").status;
    let events = corrects(&mut story, "2026-06-02 09:00", came);
    assert!(!withdrawn(&events, "publish-employer"), "{events:?}");
    assert_eq!(story.duty("publish-employer").status, before);
}

// HZ 29: an application that ended no suspension moves no clock.
#[test]
fn a_corrected_application_moves_the_clock_only_of_a_suspension_that_it_ended() {
    let mut story = given(Hz).until("suspended");
    story.does("2026-01-24 09:00", &worker_chief(), acts::resume());
    let whole = story.due("total-1");
    story.does("2026-02-10 09:00", &worker_chief(), acts::apply_coordination());
    let applied = done(DatedAct::CoordinationApplied, Side::Worker, "2026-02-09", "2026-02-10");
    let events = corrects(&mut story, "2026-02-11 09:00", applied);
    assert_eq!((moved(&events).len(), story.due("total-1")), (0, whole));
}

// ZJ-CC 37: the years of the reports follow each other, from the right first day.
#[test]
fn each_year_of_a_report_moves_with_the_effect() {
    use negotiation::terms::{Term, Terms};
    let mut story = given(Zj).until("negotiating");
    story.agrees_on_the_rise();
    story.initials("2026-01-14 15:00", Terms { term: Term::Months { months: 24 }, ..crate::wording::terms() });
    let mut story = story.until("effective");
    let dues = |story: &Story| (story.due("annual_report-1"), story.due("annual_report-2"));
    assert_eq!(dues(&story), ("2027-01-20".to_owned(), "2028-01-20".to_owned()));
    let served = FactChange::OpinionServed { new: day("2026-01-22"), old: day("2026-01-21"), side: Side::Worker };
    corrects(&mut story, "2026-01-23 09:00", served);
    assert_eq!(dues(&story), ("2027-01-21".to_owned(), "2028-01-21".to_owned()));
}

// CC22 44, ZJ-CC 31: an amended text has no time for renewal to be offered in.
#[test]
fn an_offer_to_amend_is_neither_early_nor_late() {
    use negotiation::command::{ChildKind, Ground, OfferBasis};
    let parent = acts::parent(ChildKind::Amendment, Some(Ground::Agreement));
    let mut story = given_with(&crate::cast::BOOK, acts::open_under(Zj, parent));
    let offer = acts::offer_for_day(OfferBasis::Amendment, "2026-01-14");
    assert!(!notes(&story.does("2026-01-05 10:00", &union_chair(), offer), "CHK-RENEW-WINDOW"));
}
