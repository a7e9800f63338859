//! An end that is withdrawn again, a second dispute: what was noted before doesn't decide about what is now.

use law::rules::Profile::Zj;
use negotiation::command::{ChildKind, FactChange};
use negotiation::state::DutyStatus;

use crate::acts;
use crate::cast::{day, given, officer, system, worker_chief};
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
