//! Edges of the time in force: what child cases say of it, and what is refused after its end.

use law::rules::Profile::Zj;
use negotiation::Event;
use negotiation::command::{ChildKind, NoteChildEnded};
use negotiation::state::DutyStatus;

use crate::acts::{self, enter_paper};
use crate::cast::{day, given, system, union_officer, worker_chief};
use crate::who::says;

fn ends(events: &[Event]) -> bool {
    events.iter().any(|event| matches!(event, Event::AgreementEnded(_)))
}

// ZJ-CC 30(3), 31: only a renewal is what the time for renewal is for.
#[test]
fn an_amendment_is_no_renewal() {
    let mut story = given(Zj).until("effective");
    story.does("2026-11-02 09:00", &system(), acts::child_opened(1, ChildKind::Amendment));
    assert_eq!(story.duty("renew_open-1").status, DutyStatus::Open);
}

// ZJ-CC 33: an amended text takes its place from the day on, at once where that has come.
#[test]
fn an_amended_text_of_today_ends_the_agreement_at_once() {
    let mut story = given(Zj).until("effective");
    story.does("2026-03-02 09:00", &system(), acts::child_opened(1, ChildKind::Amendment));
    let events = story.does("2026-03-20 09:00", &system(), acts::child_succeeded(1, "2026-03-20", None));
    assert!(ends(&events), "{events:?}");
    assert_eq!(story.stage(), "ended");
}

// ZJ-CC 33: what failed ends nothing, and doesn't succeed by a second note.
#[test]
fn a_change_that_failed_ends_nothing() {
    let mut story = given(Zj).until("effective");
    story.does("2026-03-02 09:00", &system(), acts::child_opened(1, ChildKind::Amendment));
    let failed = NoteChildEnded { case: acts::child(1), on: Some(day("2026-03-10")), succeeded: false, terms: None };
    let mut dated = story.clone();
    let events = dated.does("2026-03-20 09:00", &system(), acts::child_ended(failed));
    assert!(!ends(&events) && dated.stage() == "effective", "{events:?}");
    story.does("2026-03-20 09:00", &system(), acts::child_failed(1));
    let succeeded = acts::child_succeeded(1, "2026-03-20", None);
    says(&story.refuses("2026-03-20 10:00", &system(), succeeded, "CHILD-NOTED"));
}

// ZJ-CC 30(1): an agreement that has ended doesn't end again, whatever day a paper bears.
#[test]
fn an_agreement_that_ended_does_not_end_again() {
    let mut story = crate::corrections_aside::ended(Zj);
    let again = enter_paper(acts::condition("end", "2026-05-20"), worker_chief(), "2026-05-20");
    says(&story.refuses("2026-06-02 09:00", &union_officer(), again, "STAGE-end_on_condition"));
}
