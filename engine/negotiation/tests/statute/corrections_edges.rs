//! Edges of corrections: what hangs on a fact moves and nothing else, figures fit to the last ballot.

use law::rules::Profile::{Cn, Hz, Nb, Zj};
use negotiation::Side;
use negotiation::command::{Ballots, FactChange};
use negotiation::state::DutyStatus;

use crate::acts::{self, confirm_correction, propose_correction};
use crate::cast::{agent, day, given, legal_rep, union_chair, union_officer};
use crate::corrections_aside::{corrects, late, refused};
use crate::edges::moved;

fn ballots(total: u32, present: u32, issued: u32, returned: u32, (yes, no, abstain): (u32, u32, u32)) -> Ballots {
    Ballots { abstain, issued, no, present, returned, total, yes }
}

// ZJ-CC 24(2): figures that fit each other to the last ballot, and figures that are one off.
#[test]
fn a_corrected_protocol_fits_to_the_last_ballot() {
    let stands = ballots(60, 50, 50, 50, (45, 5, 0));
    for right in [
        ballots(60, 50, 50, 50, (41, 5, 4)),
        ballots(60, 60, 60, 60, (50, 6, 4)),
        ballots(60, 50, 49, 48, (40, 4, 4)),
        ballots(60, 50, 50, 50, (41, 4, 4)),
    ] {
        corrects(
            &mut given(Zj).until("adopted"),
            "2026-01-19 09:00",
            FactChange::VoteCount { new: right, old: stands },
        );
    }
    for wrong in [
        ballots(0, 0, 0, 0, (0, 0, 0)),
        ballots(60, 61, 50, 50, (45, 5, 0)),
        ballots(60, 50, 51, 50, (45, 5, 0)),
        ballots(60, 50, 49, 50, (45, 4, 0)),
        ballots(60, 50, 50, 50, (45, 5, 1)),
        ballots(60, 50, 50, 50, (41, 6, 4)),
    ] {
        let fact = FactChange::VoteCount { new: wrong, old: stands };
        refused(&mut given(Zj).until("adopted"), "2026-01-19 09:00", fact, "FACT-VOTE");
    }
}

// ZJ-CC 7, NB 16, HZ 29: a corrected fact moves what hangs on it and nothing else.
#[test]
fn a_correction_moves_what_hangs_on_it_and_nothing_else() {
    // Only Ningbo counts the whole from the first session.
    for profile in [Cn, Zj, Hz, Nb] {
        let mut story = given(profile).until("negotiating");
        let opened = FactChange::SessionOpened { new: day("2026-01-13"), old: day("2026-01-14"), session: 1 };
        let events = corrects(&mut story, "2026-01-15 09:00", opened);
        assert_eq!(moved(&events), if profile == Nb { vec!["total-1"] } else { Vec::new() }, "{profile:?}");
    }
    // A refusal was the answer in time; the late consent that followed it wasn't.
    let mut story = given(Zj).until("refused");
    story.does("2026-02-04 09:00", &legal_rep(), acts::reply("2026-03-16"));
    let answered = FactChange::OfferAnswered { new: day("2026-02-03"), old: day("2026-02-04") };
    assert_eq!(moved(&corrects(&mut story, "2026-02-05 09:00", answered)), Vec::<&str>::new());
    // ZJ-CC 34: filing hangs on the signature; a vacancy of the same day doesn't.
    let mut story = given(Zj).until("signed");
    story.does("2026-01-18 12:00", &union_officer(), acts::vacate("w3", "2026-01-18"));
    let signed = FactChange::Signed { new: day("2026-01-20"), old: day("2026-01-18"), side: Side::Employer };
    assert_eq!(moved(&corrects(&mut story, "2026-01-21 10:00", signed)), ["file-1"]);
    // What was met on the day of filing besides the filing was met then.
    for profile in [Cn, Zj] {
        let mut story = given(profile).until("signed");
        story.does("2026-01-18 12:00", &union_officer(), acts::vacate("w3", "2026-01-18"));
        let file = acts::file(story.text());
        story.does("2026-01-19 09:00", &agent(), file);
        story.does("2026-01-19 10:00", &union_chair(), acts::replace(acts::member("w7"), "w3"));
        let filed = FactChange::FilingReceived { new: day("2026-01-20"), old: day("2026-01-19") };
        let events = corrects(&mut story, "2026-01-21 10:00", filed);
        assert_eq!(moved(&events), ["file-1", "review-1"], "{profile:?}");
    }
    // WN9 23: each side its own publication.
    let mut story = given(Cn).until("effective");
    let publish = acts::publish(story.text());
    story.does("2026-01-22 09:00", &agent(), publish.clone());
    story.does("2026-01-22 10:00", &union_officer(), publish);
    let published = FactChange::Published { new: day("2026-01-23"), old: day("2026-01-22"), side: Side::Employer };
    assert_eq!(moved(&corrects(&mut story, "2026-01-26 10:00", published)), ["publish-employer"]);
}

// LCL 54, WN9 22(2): an effect by opinion doesn't hang on the day of filing.
#[test]
fn an_effect_by_opinion_does_not_hang_on_the_filing() {
    let mut story = given(Zj).until("effective");
    let filed = FactChange::FilingReceived { new: day("2026-01-20"), old: day("2026-01-19") };
    let events = corrects(&mut story, "2026-01-23 10:00", filed);
    assert_eq!(moved(&events), ["file-1", "review-1"]);
    assert_eq!(story.case().stage.effective().unwrap().effect.on, day("2026-01-21"));
}

// ZJ-CC 7: a default that holds under the right day stands; a late answer that is late under it is late, told once.
#[test]
fn a_default_that_holds_under_the_right_day_stands() {
    let awaiting = || {
        let mut story = given(Zj);
        story.does("2026-03-02 09:00", &union_chair(), acts::issue_offer_for("2026-12-01"));
        story.does("2026-03-03 10:00", &agent(), acts::record_delivery("2026-03-03"));
        story
    };
    let received = |new| FactChange::OfferReceived { new: day(new), old: day("2026-03-03") };
    let mut story = awaiting();
    let events = corrects(&mut story, "2026-03-23 09:00", received("2026-03-04"));
    assert_eq!((moved(&events), story.duty("reply-1").status), (vec!["reply-1"], DutyStatus::Struck));
    assert_eq!((story.duty("reply-1").opened_on, story.due("reply-1")), (day("2026-03-04"), "2026-03-18".to_owned()));
    // At the very instant at which the right period is over it is over.
    let mut story = awaiting();
    story.does("2026-03-18 09:00", &agent(), propose_correction(received("2026-03-04")));
    let mut before = story.clone();
    before.does("2026-03-18 23:59", &union_officer(), confirm_correction(1));
    assert_eq!(before.duty("reply-1").status, DutyStatus::Open);
    story.does("2026-03-19 00:00", &union_officer(), confirm_correction(1));
    assert_eq!(story.duty("reply-1").status, DutyStatus::Struck);
    // Late before, late after: nothing is withdrawn and nothing met again. In time before and after: the same.
    for (at, was_late) in [("2026-03-20 09:00", true), ("2026-03-10 09:00", false)] {
        let mut story = awaiting();
        story.does(at, &legal_rep(), acts::reply("2026-12-01"));
        let events = corrects(&mut story, "2026-03-23 09:00", received("2026-03-04"));
        assert_eq!(moved(&events), ["reply-1"], "recomputed, no more");
        assert_eq!(late(&story, "reply-1"), was_late);
        let other = FactChange::OfferAnswered { new: day("2026-03-19"), old: day(&at[..10]) };
        let events = corrects(&mut story, "2026-03-23 10:00", other);
        assert_eq!(moved(&events), ["reply-1"], "met on another day, late as before or late now");
        assert!(late(&story, "reply-1"));
    }
}
