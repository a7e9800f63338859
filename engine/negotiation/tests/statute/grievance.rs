//! What letters of supervision complain of, held against the record (rows 6, 23).

use law::rules::Profile::{Cn, Zj};
use negotiation::Command;
use negotiation::command::Grievance::{self, Data, NoReply, NotFiled, NotPerformed, NotSigned, Refusal};

use crate::acts;
use crate::cast::{Story, agent, employer_chief, given, higher_union, legal_rep, moment, union_chair, worker_chief};
use crate::letters::notes;
use crate::who::says;

/// An offer of the union received on 2 March; a reply is owed by 16 March.
fn awaiting() -> Story {
    let mut story = given(Zj);
    story.does("2026-03-02 09:00", &union_chair(), acts::issue_offer_for("2026-12-01"));
    story.does("2026-03-02 10:00", &agent(), acts::record_delivery("2026-03-02"));
    story
}

/// A letter of each kind that complains of something.
fn letters(grievance: Grievance) -> [(negotiation::Actor, Command); 3] {
    [
        (union_chair(), acts::remind(grievance, "2026-12-30")),
        (union_chair(), acts::opine(grievance)),
        (higher_union(), acts::rectify(grievance, "2026-12-30")),
    ]
}

/// Whether letters about it are accepted at an instant; all kinds agree.
pub(crate) fn accepts(story: &Story, at: &str, grievance: Grievance) -> bool {
    let outcomes = letters(grievance).map(|(who, letter)| match story.clone().attempt(moment(at), &who, letter) {
        Ok(_) => true,
        Err(refusal) => {
            assert_eq!(refusal.rule, "FACT-GRIEVANCE", "{refusal:?}");
            says(&refusal);
            false
        }
    });
    assert!(outcomes.iter().all(|outcome| *outcome == outcomes[0]), "{grievance:?}: {outcomes:?}");
    outcomes[0]
}

// ZJ-CC 7, 42(二), ZJ-TULS 9: silence can be complained of once the ten working days are over, not before.
#[test]
fn a_letter_about_silence_waits_for_the_last_day_to_be_over() {
    let story = awaiting();
    for (at, accepted) in [("2026-03-15 12:00", false), ("2026-03-16 23:59", false), ("2026-03-17 00:00", true)] {
        assert_eq!(accepts(&story, at, NoReply), accepted, "{at}");
    }
    assert!(!accepts(&story, "2026-03-17 09:00", Refusal), "silence is no refusal");
}

// CC22 32: twenty days under the national rules.
#[test]
fn under_the_national_rules_silence_is_complained_of_after_twenty_days() {
    let story = given(Cn).until("awaiting_reply");
    for (at, accepted) in [("2026-01-24 12:00", false), ("2026-01-26 23:59", false), ("2026-01-27 00:00", true)] {
        assert_eq!(accepts(&story, at, NoReply), accepted, "{at}: 25 January is a Sunday");
    }
}

// ZJ-CC 7, TUL 54(四): the letters go to an employer who refuses, not to a union.
#[test]
fn letters_about_a_refusal_need_an_employer_who_refused() {
    assert!(accepts(&given(Zj).until("refused"), "2026-01-07 09:00", Refusal));
    let mut story = given(Zj);
    story.does("2026-01-05 09:00", &legal_rep(), acts::issue_offer());
    story.does("2026-01-05 10:00", &union_chair(), acts::record_delivery("2026-01-05"));
    assert!(!accepts(&story, "2026-02-10 09:00", NoReply), "the union owes this reply");
    story.does("2026-01-06 09:00", &union_chair(), acts::refuse_offer("人手不足"));
    assert!(!accepts(&story, "2026-01-07 09:00", Refusal));
}

// ZJ-CC 42(二): delay and refusal by conduct during the talks; the record can't tell, so the letter's facts stand for it.
#[test]
fn a_refusal_by_conduct_is_noted_as_the_letters_own_claim() {
    for stage in ["preparing", "ready", "negotiating", "renegotiating"] {
        for (who, letter) in letters(Refusal) {
            let mut story = given(Zj).until(stage);
            let events = story.does("2026-01-21 09:00", &who, letter);
            assert!(notes(&events, "CHK-GRIEVANCE"), "{stage}");
        }
    }
    let mut story = given(Zj).until("refused");
    let events = story.does("2026-01-07 09:00", &union_chair(), acts::opine(Refusal));
    assert!(!notes(&events, "CHK-GRIEVANCE"), "a written refusal is on record");
}

// CC22 32(2), TUL 54(四): what is noted under the national rules cites national articles only.
#[test]
fn under_the_national_rules_a_note_cites_national_articles() {
    let mut story = given(Cn).until("negotiating");
    let events = story.does("2026-01-21 09:00", &union_chair(), acts::opine(Refusal));
    let cited: Vec<&str> = events
        .iter()
        .filter_map(|event| match event {
            negotiation::Event::CheckNoted(noted) => Some(&noted.finding.citation),
            _ => None,
        })
        .flatten()
        .map(law::Citation::as_str)
        .collect();
    assert_eq!(cited, ["CC22 32(2)", "TUL 54(四)"]);
}

// ZJ-CC 16(2), 42(六): seven days before the meeting of 14 January; what was given may still be untrue.
#[test]
fn a_letter_about_data_needs_data_that_are_late_or_given() {
    let mut story = given(Zj).until("preparing");
    story.does("2026-01-06 10:00", &worker_chief(), acts::request_data());
    assert_eq!(story.due("disclose-data-employer-1"), "2026-01-07");
    for (at, accepted) in [("2026-01-06 12:00", false), ("2026-01-07 23:59", false), ("2026-01-08 00:00", true)] {
        assert_eq!(accepts(&story, at, Data), accepted, "{at}");
    }
    let mut story = given(Zj).until("ready");
    let events = story.does("2026-01-07 09:00", &union_chair(), acts::opine(Data));
    assert!(notes(&events, "CHK-GRIEVANCE"));
}

// ZJ-CC 24(3), 42(一), HZ 47: a refusal to sign is on record; without one the law names no day.
#[test]
fn a_letter_about_the_signature_needs_an_employer_who_has_not_signed() {
    let mut story = given(Zj).until("adopted");
    let text = story.text();
    let mut unsaid = story.clone();
    let events = unsaid.does("2026-01-18 08:00", &union_chair(), acts::opine(NotSigned));
    assert!(notes(&events, "CHK-GRIEVANCE"));
    story.does("2026-01-18 09:00", &employer_chief(), acts::refuse_to_sign(text));
    let events = story.does("2026-01-18 10:00", &union_chair(), acts::opine(NotSigned));
    assert!(!notes(&events, "CHK-GRIEVANCE"));
    story.does("2026-01-19 09:00", &employer_chief(), acts::sign(text));
    assert!(!accepts(&story, "2026-01-19 10:00", NotSigned), "the employer has signed");
}

// ZJ-CC 34, 42(五): ten days from the later signature of 18 January.
#[test]
fn a_letter_about_filing_waits_for_the_tenth_day_to_be_over() {
    let story = given(Zj).until("signed");
    assert_eq!(story.due("file-1"), "2026-01-28");
    for (at, accepted) in [("2026-01-27 12:00", false), ("2026-01-28 23:59", false), ("2026-01-29 00:00", true)] {
        assert_eq!(accepts(&story, at, NotFiled), accepted, "{at}");
    }
}

// ZJ-CC 40–42: performance begins with the agreement in force.
#[test]
fn a_letter_about_performance_needs_an_agreement_in_force() {
    assert!(accepts(&given(Zj).until("effective"), "2026-01-22 09:00", NotPerformed));
    assert!(!accepts(&given(Zj).until("signed"), "2026-01-22 09:00", NotPerformed));
}
