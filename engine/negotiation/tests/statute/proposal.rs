//! Proposals to the bureau, its decisions, and the way back to the table (row 7).

use law::rules::Profile::{Cn, Hz, Nb, Zj};
use negotiation::command::Grievance::{NoReply, NotFiled, NotPerformed, NotSigned, Refusal};
use negotiation::command::OrderDecision::{Correct, NoGround};
use negotiation::command::ProposalBasis::{Opinion, Rectification};
use negotiation::command::ProposalTrigger::{self, NoAnswer, NotCorrected, ReceiptRefused};
use negotiation::state::{CloseReason, DutyStatus, LetterKind, Receipt, Stage};
use negotiation::{Command, Side};

use crate::acts;
use crate::cast::{
    Story, agent, employer_chief, given, higher_union, legal_rep, officer, union_chair, union_officer, worker_chief,
};
use crate::grievance::accepts;
use crate::letters::{notes, opined};
use crate::who::says;

/// Whether a proposal with this trigger rests on what the record shows.
fn rests(story: &Story, at: &str, command: Command) -> bool {
    let mut story = story.clone();
    let events = story.does(at, &higher_union(), command);
    !notes(&events, "CHK-PROPOSAL")
}

fn propose(trigger: ProposalTrigger) -> Command {
    acts::propose(1, trigger)
}

// ZJ-TULS 23: receipt refused, no answer in time, no correction; anything else is worth a look.
#[test]
fn a_proposal_rests_on_an_opinion_that_was_refused_or_not_answered_in_time() {
    let story = opined(Zj);
    for (at, holds) in [("2026-03-22 12:00", false), ("2026-03-23 23:59", false), ("2026-03-24 00:00", true)] {
        assert_eq!(rests(&story, at, propose(NoAnswer)), holds, "{at}");
        assert!(!rests(&story, at, propose(ReceiptRefused)), "it was received");
        assert!(!rests(&story, at, propose(NotCorrected)), "the employer has not spoken");
    }
    let mut refused = given(Zj).until("refused");
    refused.does("2026-03-02 09:00", &union_officer(), acts::opine(Refusal));
    refused.does("2026-03-02 15:00", &higher_union(), acts::letter_receipt(1, "2026-03-02", true));
    assert!(refused.case().duty("opinion_answer-1").is_none(), "no period for a letter that was turned away");
    assert!(matches!(
        refused.case().remedies.letter(LetterKind::Opinion, 1).unwrap().receipt,
        Some(Receipt::Refused(_))
    ));
    assert!(rests(&refused, "2026-03-03 09:00", propose(ReceiptRefused)));
    assert!(!rests(&opined(Cn), "2026-12-01 09:00", propose(NoAnswer)), "no period, nobody late");
}

// ZJ-TULS 23: refuses to correct without reason; whoever promised to, or has corrected, doesn't.
#[test]
fn a_proposal_for_want_of_correction_needs_an_answer_that_denies_it() {
    for (will_correct, holds) in [(false, true), (true, false)] {
        let mut story = opined(Zj);
        story.does("2026-03-10 09:00", &legal_rep(), acts::answer_opinion(1, will_correct));
        assert_eq!(rests(&story, "2026-03-11 09:00", propose(NotCorrected)), holds);
        assert!(!rests(&story, "2026-04-11 09:00", propose(NoAnswer)), "it was answered");
    }
    let mut story = opined(Zj);
    story.does("2026-03-10 09:00", &legal_rep(), acts::answer_opinion(1, false));
    story.does("2026-03-11 09:00", &legal_rep(), acts::answer_opinion(1, true));
    let answer = story.case().remedies.letter(LetterKind::Opinion, 1).unwrap().answer.unwrap();
    assert!(answer.will_correct, "an employer may think again");
}

// ZJ-CC 41, ZJ-DM 33: a demand for correction that was not followed by its day.
#[test]
fn a_proposal_may_rest_on_a_demand_for_correction() {
    let mut story = given(Zj).until("effective");
    let events = story.does("2026-03-02 09:00", &higher_union(), acts::rectify(NotPerformed, "2026-03-20"));
    assert!(!notes(&events, "CHK-RECTIFICATION"));
    let on_demand = || acts::propose_on(Rectification, 1, NotCorrected);
    for (at, holds) in [("2026-03-19 09:00", false), ("2026-03-20 23:59", false), ("2026-03-21 00:00", true)] {
        assert_eq!(rests(&story, at, on_demand()), holds, "{at}");
    }
    let no_opinion = acts::propose_on(Opinion, 1, NotCorrected);
    says(&story.refuses("2026-03-21 09:00", &higher_union(), no_opinion, "STAGE-send_proposal"));
}

// ZJ-CC 41, NB 37 speak of a signed agreement, ZJ-DM 33 of federations of counties and above, the national rules of none.
#[test]
fn a_demand_for_correction_outside_its_texts_is_noted() {
    for profile in [Cn, Zj, Hz, Nb] {
        let mut story = given(profile).until("refused");
        let events = story.does("2026-01-07 09:00", &higher_union(), acts::rectify(Refusal, "2026-01-30"));
        assert!(notes(&events, "CHK-RECTIFICATION"));
    }
    let mut story = given(Cn).until("effective");
    let events = story.does("2026-01-22 09:00", &higher_union(), acts::rectify(NotPerformed, "2026-01-30"));
    assert!(notes(&events, "CHK-RECTIFICATION"));
}

// Row 7, ZJ-CC 42, TUL 54(四): ordered to correct, the employer owes an answer again, by the order's own date.
#[test]
fn an_order_makes_a_refused_offer_wait_for_its_answer_again() {
    let mut story = opined(Zj);
    story.does("2026-03-24 09:00", &higher_union(), propose(NoAnswer));
    story.does("2026-04-01 09:00", &officer(), acts::order(Refusal, Correct, Some("2026-04-10")));
    assert_eq!(story.stage(), "awaiting_reply");
    assert!(matches!(story.duty("reply-1").status, DutyStatus::Met { .. }), "the law starts no new period");
    for (at, accepted) in [("2026-04-09 09:00", false), ("2026-04-10 23:59", false), ("2026-04-11 00:00", true)] {
        assert_eq!(accepts(&story, at, NoReply), accepted, "{at}");
    }
    let mut again = story.clone();
    again.does("2026-04-05 09:00", &legal_rep(), acts::refuse_offer("仍有困难"));
    assert_eq!(again.stage(), "refused");
    story.does("2026-04-09 09:00", &legal_rep(), acts::reply("2026-04-20"));
    assert_eq!(story.stage(), "preparing");
}

// ZJ-CC 42: the bureau may act of itself; but not on what the record contradicts.
#[test]
fn an_order_needs_a_ground_on_record_or_a_letter() {
    let mut story = given(Zj).until("refused");
    says(&story.refuses("2026-01-07 09:00", &officer(), acts::order(NotFiled, Correct, None), "FACT-GRIEVANCE"));
    story.does("2026-01-07 09:10", &officer(), acts::order(Refusal, Correct, None));
    assert_eq!(story.stage(), "awaiting_reply");
}

// Row 7: no ground found, nothing is left to answer.
#[test]
fn where_the_bureau_finds_no_ground_a_refused_negotiation_is_closed() {
    let mut story = opined(Zj);
    story.does("2026-03-10 09:00", &officer(), acts::order(Refusal, NoGround, None));
    let Stage::Closed(closed) = &story.case().stage else { panic!("at {}", story.stage()) };
    assert_eq!(closed.reason, CloseReason::NoGround);
    assert_eq!(story.duty("opinion_answer-1").status, DutyStatus::Voided);
    assert!(story.case().remedies.letters.iter().all(|letter| letter.closed));
}

// ZJ-TULS 24, ZJ-CC 42: the bureau examines; where it finds no ground the letters are closed, and signing stays possible.
#[test]
fn where_the_bureau_finds_no_ground_elsewhere_only_the_letters_are_closed() {
    let mut story = given(Zj).until("adopted").with_inbox();
    let text = story.text();
    story.does("2026-01-18 09:00", &employer_chief(), acts::refuse_to_sign(text));
    story.does("2026-01-18 10:00", &union_chair(), acts::opine(NotSigned));
    story.does("2026-01-19 09:00", &officer(), acts::order(NotSigned, NoGround, None));
    assert_eq!((story.stage(), story.duty("opinion_answer-1").status), ("adopted", DutyStatus::Voided));
    let events = story.does("2026-01-20 09:00", &higher_union(), propose(NoAnswer));
    assert!(notes(&events, "CHK-PROPOSAL"), "the letter is closed");
    story.does("2026-01-21 09:00", &employer_chief(), acts::sign(text));
    assert!(story.case().remedies.sign_refusals.get(Side::Employer).unwrap().is_some(), "what happened stays");
}

// Rows 5–7 from end to end: refused, reminded, opined, proposed, ordered, accepted late, negotiated, in force.
#[test]
fn the_three_letters_lead_back_to_the_table_under_every_profile() {
    for profile in [Cn, Zj, Hz, Nb] {
        let mut story = given(profile).until("refused");
        story.does("2026-01-06 10:00", &worker_chief(), acts::remind(Refusal, "2026-01-08"));
        story.does("2026-01-06 11:00", &union_chair(), acts::opine(Refusal));
        story.does("2026-01-06 12:00", &agent(), acts::letter_receipt(1, "2026-01-06", false));
        story.does("2026-01-06 13:00", &legal_rep(), acts::answer_opinion(1, false));
        story.does("2026-01-06 14:00", &higher_union(), propose(NotCorrected));
        story.does("2026-01-06 15:00", &officer(), acts::order(Refusal, Correct, Some("2026-01-08")));
        story.does("2026-01-06 16:00", &legal_rep(), acts::reply("2026-01-14"));
        assert_eq!(story.stage(), "preparing");
        let kinds: Vec<LetterKind> = story.case().remedies.letters.iter().map(|letter| letter.kind).collect();
        assert_eq!(kinds, [LetterKind::Reminder, LetterKind::Opinion, LetterKind::Proposal]);
    }
}
