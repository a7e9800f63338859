//! Edges of corrected days: between which days the right one lies, which duties it moves, and which it leaves alone.

use law::rules::Profile::{Cn, Hz, Nb, Zj};
use negotiation::command::{Ballots, DatedAct, DisclosureItem, FactChange};
use negotiation::state::DutyStatus;
use negotiation::{Side, strike};

use crate::acts;
use crate::cast::{
    Story, agent, clerk, day, employer_chief, given, legal_rep, moment, officer, recorder, union_chair, worker_chief,
};
use crate::corrections_aside::{corrects, late, refused};
use crate::corrections_days::{done, withdrawn};
use crate::edges::moved;

/// The act of this number on a side.
fn nth(act: DatedAct, number: u32, side: Side, new: &str, old: &str) -> FactChange {
    FactChange::Done { act, new: day(new), number, old: day(old), side }
}

/// Objected, mended without a vote and signed on 22 January.
fn signed_again() -> Story {
    let mut story = given(Zj).until("objected");
    let text = crate::wording::mended();
    let digest = text.digest().unwrap();
    story.does("2026-01-22 09:00", &recorder(), acts::table_slips(text));
    for (at, who) in [("2026-01-22 09:10", worker_chief()), ("2026-01-22 09:20", employer_chief())] {
        story.does(at, &who, acts::initial(digest));
    }
    for (at, who) in [("2026-01-22 10:00", worker_chief()), ("2026-01-22 10:10", employer_chief())] {
        story.does(at, &who, acts::sign(digest));
    }
    story
}

// ZJ-CC 17, 24(1), CC22 34: agreed in or after the last session before, that day included; a later session is of later talks.
#[test]
fn an_agreement_is_reached_after_the_session_before_it() {
    let agreed = |new| nth(DatedAct::AgreementReached, 1, Side::None, new, "2026-01-14");
    refused(&mut given(Zj).until("drafted"), "2026-01-15 09:00", agreed("2026-01-13"), "FACT-DATE");
    let mut story = given(Zj).until("renegotiating");
    story.does("2026-01-26 09:00", &recorder(), acts::open_session(Side::Employer));
    corrects(&mut story, "2026-01-26 10:00", agreed("2026-01-15"));
}

// ZJ-CC 24(3): the vote that rejected a text says nothing of the initials under the next one.
#[test]
fn initials_under_another_text_come_after_the_vote() {
    let mut story = given(Zj).until("renegotiating");
    let text = crate::wording::with_figure("min_wage", 270_000);
    let initial = acts::initial(text.digest().unwrap());
    story.does("2026-02-10 15:00", &recorder(), acts::table_draft(text));
    story.does("2026-02-10 15:10", &worker_chief(), initial);
    let initialled = nth(DatedAct::DraftInitialled, 2, Side::Worker, "2026-02-06", "2026-02-10");
    corrects(&mut story, "2026-02-11 09:00", initialled);
}

// ZJ-CC 24(1): submitted after it was agreed, perhaps on the same day.
#[test]
fn a_draft_is_submitted_no_earlier_than_agreed() {
    let mut story = given(Zj).until("drafted");
    let submit = acts::submit(story.text(), "2026-01-17", 60);
    story.does("2026-01-14 16:00", &union_chair(), submit);
    let early = done(DatedAct::SubmittedToCongress, Side::None, "2026-01-13", "2026-01-14");
    refused(&mut story, "2026-01-15 09:00", early, "FACT-DATE");
}

// CC22 45, ZJ-CC 34: an opinion comes after its filing, perhaps on the same day; a later filing isn't its own.
#[test]
fn an_opinion_is_issued_no_earlier_than_its_filing() {
    let mut story = given(Zj).until("signed");
    let (file, object) = (acts::file(story.text()), acts::object(story.text(), &["rise"], &[]));
    story.does("2026-01-19 09:00", &agent(), file);
    story.does("2026-01-19 15:00", &officer(), object);
    let early = done(DatedAct::OpinionIssued, Side::None, "2026-01-18", "2026-01-19");
    refused(&mut story, "2026-01-20 09:00", early, "FACT-DATE");
    let mut story = signed_again();
    let file = acts::file(story.text());
    story.does("2026-01-23 09:00", &agent(), file);
    let earlier = done(DatedAct::OpinionIssued, Side::None, "2026-01-20", "2026-01-21");
    corrects(&mut story, "2026-01-24 09:00", earlier);
}

// CC22 49, 52, 54: what the bureau did comes after it took the dispute up, perhaps on the same day; that an earlier dispute
// was taken up says nothing of the next application.
#[test]
fn days_of_a_dispute_are_held_against_its_own() {
    let mut story = given(Zj).until("disputed");
    story.does("2026-03-02 09:00", &officer(), acts::accept_coordination());
    story.does("2026-03-02 15:00", &officer(), acts::coordinated(true));
    let early = done(DatedAct::CoordinationAgreed, Side::None, "2026-03-01", "2026-03-02");
    refused(&mut story, "2026-03-03 09:00", early, "FACT-DATE");
    story.does("2026-03-11 09:00", &worker_chief(), acts::apply_coordination());
    let applied = nth(DatedAct::CoordinationApplied, 2, Side::Worker, "2026-03-10", "2026-03-11");
    corrects(&mut story, "2026-03-12 09:00", applied);
}

// ZJ-CC 37: what the congress heard after the last whole year belongs to none.
#[test]
fn a_report_after_the_last_year_is_of_no_year() {
    let mut story = given(Zj).until("effective");
    story.does("2027-02-10 09:00", &clerk(), acts::report("2027-02-10"));
    let heard = done(DatedAct::PerformanceReported, Side::None, "2027-02-08", "2027-02-10");
    corrects(&mut story, "2027-02-11 09:00", heard);
}

// NB 10, ZJ-CC 7, 16(2): what was done on the same day was done on its own day, and another thing on another.
#[test]
fn a_corrected_day_moves_what_that_act_met_alone() {
    let mut story = given(Nb).until("ready");
    let announced = done(DatedAct::RepsAnnounced, Side::Employer, "2026-01-07", "2026-01-06");
    assert_eq!(moved(&corrects(&mut story, "2026-01-08 09:00", announced)), ["announce_reps-employer-2"]);
    let mut story = given(Zj).until("preparing");
    story.does("2026-01-06 10:00", &legal_rep(), acts::reps(&acts::employers()));
    story.does("2026-01-06 11:00", &worker_chief(), acts::agenda());
    story.does("2026-01-07 11:00", &worker_chief(), acts::disclose(DisclosureItem::RepList));
    let given_on = done(DatedAct::Disclosed, Side::Worker, "2026-01-05", "2026-01-06");
    assert_eq!(moved(&corrects(&mut story, "2026-01-08 09:00", given_on)), ["disclose-agenda-worker"]);
}

// ZJ-CC 7: in time through the last day, late from the next midnight on.
#[test]
fn an_answer_at_the_midnight_after_the_last_day_is_late() {
    let mut story = given(Zj).until("awaiting_reply");
    story.does("2026-01-06 09:00", &legal_rep(), acts::reply("2026-12-01"));
    let after = story.duty("reply-1").dates.due.tomorrow().unwrap();
    let answered = FactChange::OfferAnswered { new: after, old: day("2026-01-06") };
    corrects(&mut story, &format!("{after} 00:00"), answered);
    assert!(late(&story, "reply-1"));
}

// CIV 203(1) where the next year's days off are not published; rule of the platform: no default on such a date, so none is
// taken back.
#[test]
fn an_answer_after_a_provisional_last_day_was_no_default() {
    let mut story = given(Zj);
    story.does("2026-12-21 09:00", &union_chair(), acts::issue_offer_for("2027-02-01"));
    story.does("2026-12-21 10:00", &agent(), acts::record_delivery("2026-12-21"));
    story.does("2027-01-08 09:00", &legal_rep(), acts::reply("2027-02-01"));
    assert!(story.duty("reply-1").dates.provisional && late(&story, "reply-1"));
    let answered = FactChange::OfferAnswered { new: day("2026-12-30"), old: day("2027-01-08") };
    let events = corrects(&mut story, "2027-01-09 09:00", answered);
    assert!(!withdrawn(&events, "reply-1") && !late(&story, "reply-1"), "{events:?}");
}

// ZJ-CC 34, CC22 42: filing counts from the later signature under the text that is filed.
#[test]
fn a_corrected_signature_moves_the_filing_that_counts_from_it() {
    let signed = |side, new, old| FactChange::Signed { new: day(new), old: day(old), side };
    let mut story = given(Zj).until("signed");
    let events = corrects(&mut story, "2026-01-19 09:00", signed(Side::Worker, "2026-01-17", "2026-01-18"));
    assert!(moved(&events).is_empty(), "the later one stands: {events:?}");
    let mut story = signed_again();
    let events = corrects(&mut story, "2026-01-24 09:00", signed(Side::Employer, "2026-01-23", "2026-01-22"));
    assert_eq!(moved(&events), ["file-2"]);
}

// ZJ-CC 16, CC22 33: a meeting is agreed for the day of the answer or a later one.
#[test]
fn a_meeting_was_agreed_for_no_day_before_the_answer() {
    let mut story = given(Zj).until("preparing");
    let agreed = |new| FactChange::MeetingAgreed { new: day(new), old: day("2026-01-14") };
    refused(&mut story, "2026-01-06 09:30", agreed("2026-01-05"), "FACT-DATE");
    corrects(&mut story, "2026-01-06 09:30", agreed("2026-01-06"));
    assert_eq!(story.case().meeting_on, Some(day("2026-01-06")));
}

// ZJ-CC 24(2), CC22 36: a vote of nobody is none, though it wouldn't carry the text either.
#[test]
fn a_rejection_is_not_corrected_to_a_vote_of_nobody() {
    for profile in [Cn, Zj] {
        let mut story = given(profile).until("renegotiating");
        let old = Ballots { abstain: 0, issued: 50, no: 30, present: 50, returned: 50, total: 60, yes: 20 };
        let new = Ballots { abstain: 0, issued: 0, no: 0, present: 0, returned: 0, total: 0, yes: 0 };
        refused(&mut story, "2026-01-18 09:00", FactChange::VoteCount { new, old }, "FACT-VOTE");
    }
}

// HZ 27: nobody was in default when a suspension ran out, so that none is taken back where it runs on.
#[test]
fn a_suspension_that_runs_on_takes_no_default_back() {
    let mut story = given(Hz).until("suspended");
    let struck = strike(&story.book, &mut story.state, moment("2026-02-14 00:00")).unwrap();
    story.records.extend(struck.iter().map(|record| record.bytes.clone()));
    assert_eq!(story.stage(), "disputed");
    let from = FactChange::SuspendedFrom { new: day("2026-01-20"), old: day("2026-01-14") };
    let events = corrects(&mut story, "2026-02-14 09:00", from);
    assert!(!withdrawn(&events, "suspend-1"), "{events:?}");
    assert_eq!((story.stage(), story.duty("suspend-1").status), ("suspended", DutyStatus::Open));
}
