//! Edges of the way from the offer to the bureau: what binds at the table, who confirms, what ends and what stays.

use law::rules::Profile::Zj;
use ledger::Digest;
use negotiation::command::{
    ChildKind, Command, CongressForm, CoveredEmployer, Disclose, DisclosureCommand, DisclosureItem, FactChange,
};
use negotiation::state::DutyStatus;
use negotiation::{Event, Side};

use crate::acts::{self, enter_paper, own_vote, submit_as};
use crate::cast::{
    Story, agent, clerk, coordinator, employer_chief, given, instructor, legal_rep, officer, recorder, system,
    union_chair, worker_chief, worker_rep,
};
use crate::corrections_days::withdrawn;
use crate::sector::sector;
use crate::who::says;

fn is_met(story: &Story, duty: &str) -> bool {
    matches!(story.duty(duty).status, DutyStatus::Met { .. })
}

// ZJ-CC 7: who answers in time was in no default that could be taken back.
#[test]
fn an_answer_in_time_takes_no_default_back() {
    let mut story = given(Zj).until("awaiting_reply");
    let events = story.does("2026-01-06 09:00", &legal_rep(), acts::reply("2026-01-14"));
    assert!(is_met(&story, "reply-1") && !withdrawn(&events, "reply-1"), "{events:?}");
}

// WN9 18, ZJ-CC 16(2): something is asked for; what is given may be in the material alone.
#[test]
fn what_is_given_may_stand_in_the_material_alone() {
    let mut story = given(Zj).until("ready");
    says(&story.refuses("2026-01-07 09:00", &worker_chief(), acts::request(&[]), "FACT-EMPTY"));
    let give = |materials: Vec<Digest>| {
        let (answers, item, points) = (Vec::new(), DisclosureItem::Data, Vec::new());
        Command::Disclosure(DisclosureCommand::Disclose(Disclose { answers, item, materials, points }))
    };
    says(&story.refuses("2026-01-07 10:00", &employer_chief(), give(Vec::new()), "FACT-EMPTY"));
    story.does("2026-01-07 10:00", &employer_chief(), give(vec![acts::digest("figures")]));
}

// ZJ-CC 16(3), CC22 34: only what stands in confirmed minutes binds the text, whichever session that was.
#[test]
fn what_an_unconfirmed_session_agreed_does_not_bind_the_text() {
    let mut story = given(Zj).until("negotiating");
    story.does("2026-01-14 12:00", &recorder(), acts::close());
    story.does("2026-01-14 13:00", &worker_chief(), acts::confirm_minutes(1));
    story.does("2026-01-14 14:00", &employer_chief(), acts::confirm_minutes(1));
    story.does("2026-01-20 09:00", &recorder(), acts::open_session(Side::Employer));
    story.does("2026-01-20 10:00", &worker_rep(), acts::position("rise", Side::Worker, 500));
    story.does("2026-01-20 11:00", &recorder(), acts::accept("rise", Side::Employer));
    story.does("2026-01-20 12:00", &recorder(), acts::close());
    let other = || acts::table_draft(crate::wording::with_figure("rise", 600));
    story.does("2026-01-20 13:00", &recorder(), other());
    story.does("2026-01-20 14:00", &worker_chief(), acts::confirm_minutes(2));
    story.does("2026-01-20 14:10", &employer_chief(), acts::confirm_minutes(2));
    says(&story.refuses("2026-01-20 15:00", &recorder(), other(), "TEXT-CHANGED"));
}

// CC22 35, 49, ZJ-CC 17: the bureau is asked while the talks rest; a suspension that was over before stays over.
#[test]
fn an_application_ends_the_suspension_that_runs() {
    let mut story = given(Zj).until("suspended");
    story.does("2026-01-24 09:00", &worker_chief(), acts::resume());
    story.does("2026-01-26 09:00", &worker_chief(), acts::propose_suspension("2026-02-10"));
    story.does("2026-01-26 09:10", &employer_chief(), acts::suspend(true));
    story.does("2026-01-28 09:00", &worker_chief(), acts::apply_coordination());
    assert!(is_met(&story, "suspend-1"));
    assert_eq!(story.duty("suspend-2").status, DutyStatus::Voided);
}

// CC22 54: nobody owes anything more in a case that ends without an agreement; what was done was done.
#[test]
fn what_was_done_before_a_failure_stays_done() {
    let mut story = given(Zj).until("disputed");
    story.does("2026-01-15 09:00", &officer(), acts::accept_coordination());
    assert!(is_met(&story, "reply-1"));
    story.does("2026-01-20 09:00", &officer(), acts::coordination_failed());
    assert!(is_met(&story, "reply-1") && is_met(&story, "coordinate-1"));
}

// CC22 32, 49: an offer that was refused has no session to hold, also when the bureau is asked no longer.
#[test]
fn a_refused_offer_has_no_session() {
    let mut story = given(Zj).until("refused");
    let before = story.case().meeting_on;
    story.does("2026-01-07 09:00", &worker_chief(), acts::apply_coordination());
    let events = story.does("2026-01-08 09:00", &worker_chief(), acts::resume_on("2026-01-27"));
    assert!(!events.iter().any(|event| matches!(event, Event::SessionScheduled(_))), "{events:?}");
    assert_eq!((story.stage(), story.case().meeting_on), ("refused", before));
}

// CC22 44: an employer without workers has nobody to bargain for, whatever is said of women among them.
#[test]
fn a_covered_employer_without_workers_is_refused() {
    for female in [None, Some(0)] {
        let nobody = CoveredEmployer { female, headcount: 0, ..acts::firm("sixth") };
        says(&sector(Zj).refuses("2026-01-05 09:00", &agent(), acts::adds(nobody), "FACT-HEADCOUNT"));
    }
}

// ZJ-CC 29: where the congress of the sector adopts, the firms' own votes decide nothing any more.
#[test]
fn the_firms_own_votes_decide_nothing_before_the_sectors_congress() {
    let mut story = sector(Zj).until("drafted");
    let text = story.text();
    story.does("2026-01-15 09:00", &union_chair(), submit_as(CongressForm::EachEmployer, text));
    for key in ["first", "second"] {
        story.does("2026-01-15 10:00", &agent(), acts::confirm_coverage(key));
    }
    story.does("2026-01-17 09:00", &clerk(), own_vote("first", text, 38, 30));
    story.does("2026-01-17 09:30", &clerk(), own_vote("third", text, 38, 10));
    story.does("2026-01-17 10:00", &union_chair(), submit_as(CongressForm::SectorCongress, text));
    story.does("2026-01-17 11:00", &agent(), acts::withdraw_coverage("second"));
    assert_eq!(story.stage(), "congress", "the sector's congress hasn't voted");
    story.does("2026-01-17 16:00", &clerk(), acts::vote(text, "2026-01-17", 60, 50, 45));
    story.does("2026-01-18 09:00", &worker_chief(), acts::sign(text));
    story.does("2026-01-18 10:00", &employer_chief(), acts::sign(text));
    let fixed = &story.case().coverage.fixed;
    let third = fixed.iter().find(|bound| bound.employer.key == "third").unwrap();
    assert_eq!(third.yes, None, "its own congress didn't carry the text");
}

// CC22 45, ZJ-CC 34: a return on paper of the day after the last one came too late.
#[test]
fn a_return_at_the_midnight_after_the_last_day_undoes_nothing() {
    let mut story = given(Zj).until("signed");
    let file = acts::file(story.text());
    story.does("2026-03-02 09:00", &agent(), file);
    assert_eq!(story.due("review-1"), "2026-03-17");
    let late = enter_paper(acts::return_incomplete(), officer(), "2026-03-18");
    says(&story.refuses("2026-03-18 00:00", &officer(), late, "STAGE-return_incomplete"));
    assert_eq!(story.stage(), "effective");
    story.does("2026-03-18 00:00", &officer(), enter_paper(acts::return_incomplete(), officer(), "2026-03-17"));
}

/// Rule of the platform: who is of neither side confirms where that is his part; others of neither side don't.
#[test]
fn instructors_and_coordinators_confirm_no_correction() {
    let mut story = given(Zj);
    let headcount = FactChange::Headcount { new: 210, old: 200 };
    story.does("2026-01-05 09:00", &agent(), acts::propose_correction(headcount));
    for who in [instructor(), coordinator()] {
        says(&story.refuses("2026-01-05 10:00", &who, acts::confirm_correction(1), "WHO-confirm"));
    }
    story.does("2026-01-05 10:00", &recorder(), acts::confirm_correction(1));
}

/// Rule of the platform: what one case tells another is told by the platform; there is no paper of it.
#[test]
fn that_a_child_case_ended_is_told_on_no_paper() {
    let mut story = given(Zj).until("effective");
    story.does("2026-01-22 09:00", &system(), acts::child_opened(1, ChildKind::Amendment));
    let ended = enter_paper(acts::child_failed(1), system(), "2026-01-22");
    says(&story.refuses("2026-01-22 10:00", &agent(), ended, "WHO-note_child_ended"));
    story.does("2026-01-22 10:00", &system(), acts::child_failed(1));
}
