//! Giving a negotiation up before there is an agreement.

use law::rules::Profile::{self, Cn, Hz, Nb, Zj};
use negotiation::Side;
use negotiation::state::{CloseReason, DutyStatus, Stage};

use crate::acts::{self, confirm_paper, enter_paper};
use crate::cast::{Story, agent, employer_chief, given, legal_rep, recorder, union_chair, union_officer, worker_chief};
use crate::who::says;

fn closed(story: &Story) -> CloseReason {
    let Stage::Closed(closed) = &story.case().stage else { panic!("at {}", story.stage()) };
    assert!(story.case().duties().iter().all(|duty| !duty.is_owed()), "nobody owes anything in a closed case");
    closed.reason
}

const PROFILES: [Profile; 4] = [Cn, Zj, Hz, Nb];

// WN9 17, ZJ-CC 7: whoever asked may take it back while it is not accepted; no text forbids it.
#[test]
fn the_offering_side_takes_back_an_offer_that_is_not_accepted() {
    for profile in PROFILES {
        for stage in ["offered", "awaiting_reply", "refused"] {
            let mut story = given(profile).until(stage);
            story.does("2026-01-07 09:00", &worker_chief(), acts::withdraw());
            assert_eq!(closed(&story), CloseReason::Withdrawn);
        }
    }
}

// ZJ-CC 7: the side that received the offer answers it.
#[test]
fn the_other_side_does_not_take_back_an_offer_that_is_not_its_own() {
    for stage in ["offered", "awaiting_reply", "refused"] {
        let mut story = given(Zj).until(stage);
        says(&story.refuses("2026-01-07 09:00", &legal_rep(), acts::withdraw(), "WHO-withdraw"));
        story.refuses("2026-01-07 09:01", &recorder(), acts::withdraw(), "WHO-withdraw");
        assert_eq!(story.stage(), stage);
    }
}

// ZJ-CC 7: the reply was owed before the offer was taken back.
#[test]
fn a_default_before_the_withdrawal_stays_on_record() {
    let mut story = given(Zj);
    story.does("2026-03-02 09:00", &union_chair(), acts::issue_offer_for("2026-12-01"));
    story.does("2026-03-02 10:00", &agent(), acts::record_delivery("2026-03-02"));
    let events = story.does("2026-03-17 09:00", &union_chair(), acts::withdraw());
    assert!(matches!(events[0], negotiation::Event::BreachRecorded(_)));
    assert_eq!(story.duty("reply-1").status, DutyStatus::Voided);
    assert_eq!(closed(&story), CloseReason::Withdrawn);
}

// WN9 13, CC22 5: once accepted, negotiation belongs to both: both give it up.
#[test]
fn an_accepted_negotiation_is_given_up_by_both() {
    for profile in PROFILES {
        for stage in ["preparing", "ready", "negotiating", "renegotiating"] {
            for (first, second) in [(worker_chief(), employer_chief()), (employer_chief(), worker_chief())] {
                let mut story = given(profile).until(stage);
                if story.case().delegations.employer.is_none() {
                    story.does("2026-01-06 09:30", &legal_rep(), acts::reps(&acts::employers()));
                }
                story.does("2026-01-20 09:00", &first, acts::withdraw());
                assert_eq!(story.stage(), stage, "one side alone ends nothing");
                says(&story.refuses("2026-01-20 09:10", &first, acts::withdraw(), "STAGE-withdraw"));
                story.does("2026-01-20 10:00", &second, acts::withdraw());
                assert_eq!(closed(&story), CloseReason::GivenUp);
            }
        }
    }
}

// WN9 13; rule of the platform: sides that meet again haven't given up.
#[test]
fn a_new_session_takes_back_what_one_side_proposed() {
    let mut story = given(Zj).until("ready");
    story.does("2026-01-13 09:00", &worker_chief(), acts::withdraw());
    assert_eq!(story.case().remedies.giving_up, Some(Side::Worker));
    story.does("2026-01-14 09:00", &recorder(), acts::open_session(Side::Worker));
    assert_eq!(story.case().remedies.giving_up, None);
    story.does("2026-01-14 10:00", &employer_chief(), acts::withdraw());
    assert_eq!(story.stage(), "negotiating", "the workers' proposal no longer counts");
    story.does("2026-01-14 11:00", &worker_chief(), acts::withdraw());
    assert_eq!(closed(&story), CloseReason::GivenUp);
}

// WN9 13; rule of the platform: sides that agree haven't given up.
#[test]
fn an_agreement_takes_back_what_one_side_proposed() {
    let mut story = given(Zj).until("negotiating");
    story.does("2026-01-14 09:30", &worker_chief(), acts::withdraw());
    let story = story.until("renegotiating");
    assert_eq!(story.case().remedies.giving_up, None);
}

// WN9 17; rule of the platform: an offer that was made is taken back, on paper from the day of the paper.
#[test]
fn a_withdrawal_on_paper_counts_from_its_day_and_not_before_the_offer() {
    let mut story = given(Zj);
    story.does("2026-03-02 09:00", &union_chair(), acts::issue_offer_for("2026-12-01"));
    let paper = |on| enter_paper(acts::withdraw(), union_chair(), on);
    says(&story.refuses("2026-03-05 09:00", &union_officer(), paper("2026-03-01"), "FACT-DATE"));
    story.does("2026-03-05 09:10", &union_officer(), paper("2026-03-04"));
    story.does("2026-03-05 09:20", &union_chair(), confirm_paper(1));
    let Stage::Closed(closed) = &story.case().stage else { panic!("at {}", story.stage()) };
    assert_eq!(closed.at.date().to_string(), "2026-03-04");
}

// Rule of the platform: a final stage stays final.
#[test]
fn a_closed_case_stays_closed() {
    let mut story = given(Zj).until("closed");
    for command in [acts::withdraw(), acts::reply("2026-12-01"), acts::refuse_offer("时机")] {
        let rule = format!("STAGE-{}", command.name());
        says(&story.refuses("2026-01-07 09:00", &union_chair(), command, &rule));
    }
}
