//! Letters of supervision, their receipt and their answers (row 6).

use law::rules::Profile::{self, Cn, Hz, Nb, Zj};
use negotiation::command::Grievance::{NotPerformed, Refusal};
use negotiation::command::OrderDecision::Correct;
use negotiation::command::ProposalTrigger::NoAnswer;
use negotiation::state::{DutyStatus, LetterKind};
use negotiation::{Command, Event};

use crate::acts::{self, confirm_paper, enter_paper};
use crate::cast::{Story, agent, given, higher_union, legal_rep, officer, recorder, union_chair, union_officer};
use crate::who::{complete, says};

/// Refused, with an opinion that the employer received on 2 March.
pub(crate) fn opined(profile: Profile) -> Story {
    let mut story = given(profile).until("refused");
    story.does("2026-03-02 09:00", &union_officer(), acts::opine(Refusal));
    story.does("2026-03-02 15:00", &agent(), acts::letter_receipt(1, "2026-03-02", false));
    story
}

/// Whether a finding of this rule is among the events; its sentences are complete.
pub(crate) fn notes(events: &[Event], rule: &str) -> bool {
    events.iter().any(|event| match event {
        Event::CheckNoted(noted) if noted.finding.rule == rule => {
            complete([noted.finding.found(), noted.finding.required(), noted.finding.remedy()]);
            true
        }
        _ => false,
    })
}

// ZJ-TULS 22: in writing within 15 working days of receipt, the day of receipt not counted.
#[test]
fn an_opinion_is_answered_until_the_end_of_the_fifteenth_working_day() {
    for profile in [Zj, Hz, Nb] {
        let story = opined(profile);
        assert_eq!(story.due("opinion_answer-1"), "2026-03-23");
        for (at, late) in [("2026-03-20 12:00", false), ("2026-03-23 23:59", false), ("2026-03-24 00:00", true)] {
            let mut story = story.clone();
            story.does(at, &agent(), acts::answer_opinion(1, true));
            let DutyStatus::Met { late: found, .. } = story.duty("opinion_answer-1").status else { panic!("{at}") };
            assert_eq!(found, late, "{at}");
        }
    }
}

// The national rules have no such period (ZJ-TULS 22 is Zhejiang's): the letter is possible, nobody can be late.
#[test]
fn under_the_national_rules_an_opinion_starts_no_period() {
    let mut story = opined(Cn);
    assert!(story.case().duty("opinion_answer-1").is_none());
    story.does("2026-09-01 09:00", &agent(), acts::answer_opinion(1, false));
    assert!(story.case().remedies.letter(LetterKind::Opinion, 1).unwrap().answer.is_some());
}

// CIV 137: an employer who reads the inbox has the letter at once; for others somebody else than the sender says when.
#[test]
fn the_period_runs_from_receipt_and_the_sender_does_not_say_when_that_was() {
    let mut story = given(Zj).until("refused").with_inbox();
    story.does("2026-03-02 09:00", &union_chair(), acts::opine(Refusal));
    assert_eq!(story.due("opinion_answer-1"), "2026-03-23");
    says(&story.refuses(
        "2026-03-02 10:00",
        &agent(),
        acts::letter_receipt(1, "2026-03-02", false),
        "STAGE-record_letter_receipt",
    ));

    let mut story = given(Zj).until("refused");
    story.does("2026-03-02 09:00", &union_chair(), acts::opine(Refusal));
    assert!(story.case().duty("opinion_answer-1").is_none(), "nothing runs before receipt");
    let receipt = acts::letter_receipt(1, "2026-03-03", false);
    story.refuses("2026-03-04 09:00", &union_officer(), receipt.clone(), "WHO-record_letter_receipt");
    for wrong in ["2026-03-01", "2026-03-05"] {
        says(&story.refuses("2026-03-04 09:10", &agent(), acts::letter_receipt(1, wrong, false), "FACT-DATE"));
    }
    let none = acts::letter_receipt(2, "2026-03-03", false);
    says(&story.refuses("2026-03-04 09:20", &agent(), none, "STAGE-record_letter_receipt"));
    story.does("2026-03-04 09:30", &recorder(), receipt);
    assert_eq!(story.due("opinion_answer-1"), "2026-03-24");
}

// ZJ-TULS 22: an answer on paper in time that is entered late was no default.
#[test]
fn an_answer_on_paper_in_time_withdraws_the_breach() {
    let mut story = opined(Zj);
    let answer = enter_paper(acts::answer_opinion(1, true), agent(), "2026-03-23");
    story.does("2026-03-26 09:00", &agent(), answer);
    assert_eq!(story.duty("opinion_answer-1").status, DutyStatus::Struck);
    let events = story.does("2026-03-26 10:00", &legal_rep(), confirm_paper(1));
    assert!(events.iter().any(|event| matches!(event, Event::BreachWithdrawn(_))));
    assert!(matches!(story.duty("opinion_answer-1").status, DutyStatus::Met { late: false, .. }));
}

// ZJ-TULS 22: fifteen working days from receipt. An opinion on paper isn't in the inbox; its receipt is recorded apart.
#[test]
fn an_opinion_on_paper_waits_for_its_receipt() {
    let mut story = given(Zj).until("refused").with_inbox();
    let paper = enter_paper(acts::opine(Refusal), union_chair(), "2026-03-02");
    story.does("2026-03-03 09:00", &union_officer(), paper);
    story.does("2026-03-03 09:10", &union_chair(), confirm_paper(1));
    assert_eq!(story.case().remedies.letter(LetterKind::Opinion, 1).unwrap().receipt, None);
    story.does("2026-03-03 09:20", &agent(), acts::letter_receipt(1, "2026-03-03", false));
    assert_eq!(story.due("opinion_answer-1"), "2026-03-24");
}

// ZJ-TULS 21–23, ZJ-CC 41–42: what is asked, answered, proposed or ordered has words, and a date that can be kept.
#[test]
fn letters_and_answers_say_something_and_set_dates_that_are_not_over() {
    let mut story = opined(Zj);
    let worker = union_chair();
    says(&story.refuses("2026-03-03 09:00", &worker, acts::remind(Refusal, "2026-03-02"), "FACT-DATE"));
    story.does("2026-03-03 09:01", &worker, acts::remind(Refusal, "2026-03-03"));
    says(&story.refuses("2026-03-03 09:02", &higher_union(), acts::rectify(Refusal, "2026-03-02"), "FACT-DATE"));
    let order = acts::order(Refusal, Correct, Some("2026-03-02"));
    says(&story.refuses("2026-03-03 09:03", &officer(), order, "FACT-DATE"));
    says(&story.refuses("2026-03-03 09:04", &agent(), acts::answer_opinion(2, true), "STAGE-answer_opinion"));
    let early = enter_paper(acts::answer_opinion(1, true), agent(), "2026-03-01");
    says(&story.refuses("2026-03-03 09:05", &agent(), early, "FACT-DATE"));
    for (who, blank) in [
        (union_chair(), acts::opine(Refusal)),
        (union_chair(), acts::remind(Refusal, "2026-12-30")),
        (agent(), acts::answer_opinion(1, true)),
        (higher_union(), acts::rectify(Refusal, "2026-12-30")),
        (higher_union(), acts::propose(1, NoAnswer)),
        (officer(), acts::order(Refusal, Correct, None)),
    ] {
        says(&story.refuses("2026-03-03 09:06", &who, blanked(&blank), "FACT-EMPTY"));
    }
}

/// The command without its words.
fn blanked(command: &Command) -> Command {
    let mut tree = serde_json::to_value(command).unwrap();
    for name in ["facts", "request", "content", "number"] {
        if let Some(words) = tree["with"].get_mut(name) {
            *words = " ".into();
        }
    }
    serde_json::from_slice(tree.to_string().as_bytes()).unwrap()
}

/// Wherever the case has gone since, a letter that was sent is received and answered (ZJ-TULS 22): the page for lawyers says
/// so of the stages at which none can be sent.
#[test]
fn an_opinion_of_an_earlier_stage_is_received_and_answered_at_every_later_one() {
    for profile in [Cn, Zj, Hz, Nb] {
        let sent = |goal: &str, grievance| {
            let mut story = given(profile).until(goal);
            let at = if goal == "effective" { "2026-01-21 09:10" } else { "2026-01-06 09:30" };
            story.does(at, &union_chair(), acts::opine(grievance));
            story
        };
        for (from, to) in [
            ("preparing", "drafted"),
            ("preparing", "congress"),
            ("preparing", "filed"),
            ("preparing", "under_review"),
            ("preparing", "objected"),
            ("preparing", "closed"),
            ("effective", "ended"),
        ] {
            let grievance = if from == "effective" { NotPerformed } else { Refusal };
            let mut story = sent(from, grievance).until(to);
            story.does("2026-02-02 09:00", &agent(), acts::letter_receipt(1, "2026-01-21", false));
            story.does("2026-02-02 10:00", &agent(), acts::answer_opinion(1, true));
            assert_eq!(story.stage(), to, "{profile}");
        }
    }
}
