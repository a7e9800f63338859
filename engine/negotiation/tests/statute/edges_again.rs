//! An end that is withdrawn again, a second dispute: what was noted before doesn't decide about what is now.

use law::rules::Profile::Zj;
use negotiation::command::{ChildKind, FactChange};
use negotiation::state::DutyStatus;

use crate::acts;
use crate::cast::{agent, day, given, legal_rep, officer, system, worker_chief};
use crate::corrections_aside::corrects;

// ZJ-CC 30(1), 33: an agreement in force has a last day, however its end was told before.
#[test]
fn an_agreement_whose_end_is_withdrawn_has_a_last_day_again() {
    let mut story = given(Zj).until("effective");
    story.does("2026-02-02 09:00", &system(), acts::child_opened(1, ChildKind::Amendment));
    story.does("2026-02-02 10:00", &system(), acts::child_opened(2, ChildKind::Rescission));
    story.does("2026-02-10 09:00", &system(), acts::child_succeeded(1, "2026-03-10", None));
    story.does("2026-03-06 09:00", &system(), acts::child_succeeded(2, "2026-03-05", None));
    assert_eq!(story.stage(), "ended");
    story.does("2026-03-25 09:00", &system(), acts::child_succeeded(2, "2026-03-20", None));
    story.does("2026-03-26 09:00", &system(), acts::child_succeeded(1, "2026-04-01", None));
    story.does("2026-03-27 09:00", &system(), acts::child_opened(2, ChildKind::Rescission));
    assert_eq!((story.stage(), story.due("term-1").as_str()), ("effective", "2026-03-31"));
    assert_eq!(story.duty("term-1").status, DutyStatus::Open);
    story.clock("2026-04-01 00:00");
    assert_eq!(story.stage(), "ended");
}

// CC22 52: that the bureau took up an earlier dispute on another day doesn't take up the one that is under way.
#[test]
fn a_second_dispute_is_not_taken_up_by_a_correction_of_the_first() {
    let mut story = given(Zj).until("disputed");
    story.does("2026-03-02 09:00", &officer(), acts::accept_coordination());
    story.does("2026-03-10 09:00", &officer(), acts::coordinated(true));
    story.does("2026-03-12 09:00", &worker_chief(), acts::apply_coordination());
    let accepted = FactChange::CoordinationAccepted { new: day("2026-03-03"), old: day("2026-03-02") };
    corrects(&mut story, "2026-03-13 09:00", accepted);
    let mut early = story.clone();
    early.refuses("2026-03-16 09:00", &officer(), acts::coordination_failed(), "STAGE-record_coordination_failure");
    story.does("2026-03-16 09:00", &officer(), acts::accept_coordination());
    assert_eq!(story.duty("coordinate-2").anchor, day("2026-03-16"));
}

// ZJ-CC 33, 37: an effect that was withdrawn and came again, then on a day before the first: only what the second brought
// is owed again with an end that is withdrawn.
#[test]
fn what_an_effect_brought_that_was_withdrawn_is_not_owed_again() {
    let mut story = given(Zj).until("signed");
    let file = acts::file(story.text());
    story.does("2026-03-03 09:00", &agent(), file);
    story.clock("2026-03-19 00:00");
    let filed = |new, old| FactChange::FilingReceived { new: day(new), old: day(old) };
    corrects(&mut story, "2026-03-20 10:00", filed("2026-03-09", "2026-03-03"));
    story.clock("2026-03-25 00:00");
    corrects(&mut story, "2026-03-26 10:00", filed("2026-03-02", "2026-03-09"));
    story.does("2026-04-01 09:00", &system(), acts::child_opened(7, ChildKind::Rescission));
    story.does("2026-04-11 09:00", &system(), acts::child_succeeded(7, "2026-04-10", None));
    assert_eq!(story.stage(), "ended");
    story.does("2026-04-12 09:00", &system(), acts::child_opened(7, ChildKind::Rescission));
    assert_eq!(story.stage(), "effective");
    for duty in ["publish-employer", "annual_report-1", "renew_open-1", "term-1"] {
        assert_eq!(story.duty(duty).status, DutyStatus::Voided, "{duty}");
    }
    for duty in ["publish-employer-2", "annual_report-2", "renew_open-2", "term-2"] {
        assert_ne!(story.duty(duty).status, DutyStatus::Voided, "{duty}");
    }
}

// ZJ-CC 16(2): what is owed before a meeting arises no later than its own last day, also where the meeting that was agreed
// for the day of the answer was to be a later one.
#[test]
fn a_meeting_set_for_the_day_of_the_answer_by_mistake_is_corrected() {
    let mut story = given(Zj).until("awaiting_reply");
    story.does("2026-01-06 09:00", &legal_rep(), acts::reply("2026-01-06"));
    let agreed = FactChange::MeetingAgreed { new: day("2026-01-28"), old: day("2026-01-06") };
    corrects(&mut story, "2026-01-07 10:00", agreed);
    let agenda = story.duty("disclose-agenda-worker");
    assert_eq!((agenda.opened_on, agenda.dates.due), (day("2026-01-07"), day("2026-01-21")));
}
