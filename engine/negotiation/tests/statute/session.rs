//! Sessions, positions, minutes (rows 10 and 11).

use law::rules::Profile::{Nb, Zj};
use negotiation::command::{CloseSession, Command, SessionCommand};
use negotiation::state::DutyStatus;
use negotiation::{Event, Side};

use crate::acts::{self, session};
use crate::cast::{Story, day, employer_chief, employer_rep, given, person, recorder, worker_chief, worker_rep};
use crate::who::says;

fn notes(events: &[Event], rule: &str) -> bool {
    events.iter().any(|event| matches!(event, Event::CheckNoted(noted) if noted.finding.rule == rule))
}

fn negotiating() -> Story {
    given(Zj).until("negotiating")
}

// CC22 33(5): the recorder is nobody's representative.
#[test]
fn a_representative_is_not_the_recorder() {
    for id in ["w2", "e2"] {
        let mut story = given(Zj).until("ready");
        let open = session(Side::Worker, person(id), &["w1", "e1"]);
        says(&story.refuses("2026-01-14 09:00", &worker_chief(), open, "WHO-recorder"));
    }
}

// CC22 34, ZJ-CC 16: a meeting of both sides' representatives.
#[test]
fn strangers_do_not_sit_at_the_table_and_both_sides_must_attend() {
    for attending in [&["w1", "e1", "x1"][..], &["w1", "w2"], &[]] {
        let mut story = given(Zj).until("ready");
        let open = session(Side::Worker, person("r1"), attending);
        says(&story.refuses("2026-01-14 09:00", &recorder(), open, "FACT-ATTENDING"));
    }
}

// CC22 34, ZJ-CC 16, WN9 11: one of the two chiefs chairs.
#[test]
fn somebody_chairs_the_session() {
    let mut story = given(Zj).until("ready");
    says(&story.refuses("2026-01-14 09:00", &recorder(), acts::open_session(Side::None), "FACT-CHAIR"));
}

// ZJ-CC 10, CC22 19: no session before both lists stand.
#[test]
fn a_session_needs_both_lists() {
    let mut story = given(Zj).until("preparing");
    says(&story.refuses("2026-01-06 10:00", &recorder(), acts::open_session(Side::Worker), "STAGE-open_session"));
}

// NB 16: the chief of the offering side chairs the first meeting.
#[test]
fn in_ningbo_the_offering_side_chairs_first() {
    for (profile, chair, noted) in [(Nb, Side::Employer, true), (Nb, Side::Worker, false), (Zj, Side::Employer, false)]
    {
        let mut story = given(profile).until("ready");
        let events = story.does("2026-01-14 09:00", &recorder(), acts::open_session(chair));
        assert_eq!(notes(&events, "CHK-FIRST-CHAIR"), noted, "{profile:?} {chair:?}");
    }
}

// NB 16: thirty working days from the first meeting.
#[test]
fn in_ningbo_the_whole_ends_thirty_working_days_after_the_first_meeting() {
    let story = given(Nb).until("negotiating");
    assert_eq!(story.due("total-1"), "2026-03-03");
    let story = story.until("drafted");
    assert!(matches!(story.duty("total-1").status, DutyStatus::Met { late: false, .. }));
}

// CC22 34, WN9 11: in turn; the same chief twice is worth a look.
#[test]
fn the_chiefs_chair_in_turn() {
    for (chair, noted) in [(Side::Worker, true), (Side::Employer, false)] {
        let mut story = negotiating();
        story.does("2026-01-14 12:00", &recorder(), acts::close());
        let events = story.does("2026-01-15 09:00", &recorder(), acts::open_session(chair));
        assert_eq!(notes(&events, "CHK-CHAIR-TURN"), noted);
    }
}

// CC22 34, ZJ-CC 16(3), row 11: each session has its end and its minutes.
#[test]
fn one_session_ends_before_the_next_begins() {
    let mut story = negotiating();
    says(&story.refuses("2026-01-14 10:00", &recorder(), acts::open_session(Side::Employer), "STAGE-open_session"));
}

// WN9 13, CC22 34: each side speaks for itself; the recorder writes for both.
#[test]
fn a_side_does_not_speak_for_the_other_but_the_recorder_writes_for_both() {
    let mut story = negotiating();
    let ask = acts::position("rise", Side::Worker, 800);
    says(&story.refuses("2026-01-14 10:00", &employer_rep(), ask.clone(), "WHO-table_position"));
    let other = negotiation::Actor { id: "r2".to_owned(), ..recorder() };
    story.refuses("2026-01-14 10:01", &other, ask.clone(), "WHO-table_position");
    story.does("2026-01-14 10:02", &recorder(), ask);
    story.refuses("2026-01-14 10:03", &worker_rep(), acts::accept("rise", Side::Employer), "WHO-accept_position");
    story.does("2026-01-14 10:04", &recorder(), acts::accept("rise", Side::Employer));
}

// WN9 13, CC22 34: one side proposes, the other answers; what nobody else proposed can't be accepted.
#[test]
fn nobody_accepts_what_was_never_offered() {
    let mut story = negotiating();
    says(&story.refuses("2026-01-14 10:00", &worker_rep(), acts::accept("rise", Side::Worker), "FACT-POSITION"));
    story.does("2026-01-14 10:01", &worker_rep(), acts::position("rise", Side::Worker, 800));
    story.refuses("2026-01-14 10:02", &worker_rep(), acts::accept("rise", Side::Worker), "FACT-POSITION");
}

// CC22 34: one states demands, the other responds, and they discuss; what was said last counts.
#[test]
fn positions_stand_by_clause_and_round_and_the_last_one_counts() {
    let mut story = negotiating();
    story.agrees_on_the_rise();
    let table = &story.case().table;
    let rises: Vec<i64> = table.positions["rise"].iter().map(|position| position.values[0].amount).collect();
    assert_eq!(rises, [800, 300, 500]);
    assert_eq!(table.agreed["rise"].values[0].amount, 500);
}

// CC22 34, ZJ-CC 16: proposals are made at the meeting.
#[test]
fn positions_are_tabled_in_a_session_only() {
    let mut story = negotiating();
    story.does("2026-01-14 12:00", &recorder(), acts::close());
    let ask = acts::position("rise", Side::Worker, 800);
    says(&story.refuses("2026-01-14 13:00", &worker_rep(), ask, "STAGE-table_position"));
}

// ZJ-CC 16(3): minutes of a session that is over, once by each chief.
#[test]
fn minutes_are_confirmed_once_by_each_chief_after_the_session() {
    let mut story = negotiating();
    says(&story.refuses("2026-01-14 10:00", &worker_chief(), acts::confirm_minutes(1), "STAGE-confirm_minutes"));
    story.does("2026-01-14 12:00", &recorder(), acts::close());
    story.does("2026-01-14 13:00", &worker_chief(), acts::confirm_minutes(1));
    says(&story.refuses("2026-01-14 13:01", &worker_chief(), acts::confirm_minutes(1), "STAGE-confirm_minutes"));
    let events = story.does("2026-01-14 14:00", &employer_chief(), acts::confirm_minutes(1));
    assert!(events.iter().any(|event| matches!(event, Event::MinutesConfirmed(_))));
}

// ZJ-CC 16, CC22 33: a time is agreed at which they can meet.
#[test]
fn the_next_session_is_not_in_the_past() {
    let mut story = negotiating();
    let close = Command::Session(SessionCommand::CloseSession(CloseSession {
        next_on: Some(day("2026-01-13")),
        summary: "下次再谈".to_owned(),
    }));
    says(&story.refuses("2026-01-14 12:00", &recorder(), close, "FACT-DATE"));
    says(&story.refuses("2026-01-14 12:01", &recorder(), acts::schedule("2026-01-13"), "FACT-DATE"));
}
