//! An end that came by something that was corrected or withdrawn goes back: ZJ-CC 30, 33–34, LCL 54.

use law::rules::Profile::{Hz, Nb, Zj};
use negotiation::command::{ChildKind, FactChange};
use negotiation::state::{DutyStatus, EndReason, Stage};
use negotiation::{Event, Side};

use crate::acts;
use crate::cast::{Story, agent, day, given, system, worker_chief};
use crate::corrections_aside::corrects;
use crate::who::says;

const KINDS: [(ChildKind, EndReason); 2] =
    [(ChildKind::Rescission, EndReason::Rescinded), (ChildKind::Amendment, EndReason::Amended)];

fn end(story: &Story) -> (EndReason, String) {
    let Stage::Ended(ended) = &story.case().stage else { panic!("{}", story.stage()) };
    (ended.reason, ended.on.to_string())
}

fn effect(story: &Story) -> String {
    story.case().stage.effective().unwrap().effect.on.to_string()
}

fn filed_on(new: &str, old: &str) -> FactChange {
    FactChange::FilingReceived { new: day(new), old: day(old) }
}

/// Filed on 3 March, in force by silence from 19 March to 18 March of the next year.
fn silent() -> Story {
    let mut story = given(Zj).until("signed");
    let file = acts::file(story.text());
    story.does("2026-03-03 09:00", &agent(), file);
    story.clock("2026-03-19 00:00");
    story
}

/// In force from 21 January; a case of a kind was opened.
fn with_child(profile: law::rules::Profile, kind: ChildKind) -> Story {
    let mut story = given(profile).until("effective");
    story.does("2026-02-02 09:00", &system(), acts::child_opened(7, kind));
    story
}

// ZJ-CC 30(1), LCL 54: the condition came when it came; a day of effect that was corrected twice leaves no trace of the first.
#[test]
fn an_end_that_a_later_effect_pushed_back_returns_with_an_earlier_one() {
    let mut story = silent();
    story.does("2026-06-01 09:00", &worker_chief(), acts::condition("end", "2026-05-29"));
    corrects(&mut story, "2026-06-02 10:00", filed_on("2026-05-15", "2026-03-03"));
    assert_eq!((effect(&story).as_str(), end(&story).1.as_str()), ("2026-06-02", "2026-06-02"));
    corrects(&mut story, "2026-06-02 11:00", filed_on("2026-03-02", "2026-05-15"));
    assert_eq!(effect(&story), "2026-03-18");
    assert_eq!(end(&story), (EndReason::ConditionMet, "2026-05-29".to_owned()));
    for (kind, reason) in KINDS {
        let mut story = with_child(Zj, kind);
        story.does("2026-03-10 09:00", &system(), acts::child_succeeded(7, "2026-03-09", None));
        let served =
            |new: &str, old: &str| FactChange::OpinionServed { new: day(new), old: day(old), side: Side::Worker };
        corrects(&mut story, "2026-04-01 10:00", served("2026-03-16", "2026-01-21"));
        assert_eq!((effect(&story), end(&story)), ("2026-03-16".to_owned(), (reason, "2026-03-16".to_owned())));
        corrects(&mut story, "2026-04-01 11:00", served("2026-01-22", "2026-03-16"));
        assert_eq!((effect(&story), end(&story)), ("2026-01-22".to_owned(), (reason, "2026-03-09".to_owned())));
    }
}

// ZJ-CC 33–34: an amended text whose effect was withdrawn, or a rescission that isn't signed after all, replaces nothing.
#[test]
fn an_agreement_is_in_force_again_while_what_replaced_it_goes_on() {
    for profile in [Zj, Hz, Nb] {
        for (kind, reason) in KINDS {
            let mut story = with_child(profile, kind);
            story.does("2026-03-10 09:00", &system(), acts::child_succeeded(7, "2026-03-09", None));
            assert_eq!(
                (end(&story), story.duty("term-1").status),
                ((reason, "2026-03-09".to_owned()), DutyStatus::Voided)
            );
            let other = if kind == ChildKind::Amendment { ChildKind::Rescission } else { ChildKind::Amendment };
            says(&story.refuses("2026-03-12 09:00", &system(), acts::child_opened(7, other), "CHILD-NOTED"));
            let events = story.does("2026-03-12 09:00", &system(), acts::child_opened(7, kind));
            assert!(events.iter().any(|event| matches!(event, Event::EndWithdrawn(_))), "{events:?}");
            assert_eq!((story.stage(), story.due("term-1").as_str()), ("effective", "2027-01-20"));
            assert_eq!(story.duty("term-1").status, DutyStatus::Open);
            assert_eq!(story.duty("annual_report-1").status, DutyStatus::Open, "owed again");
            let child = story.case().children[0];
            assert_eq!((story.case().children.len(), child.ended, child.on), (1, false, None));
            says(&story.refuses("2026-03-12 10:00", &system(), acts::child_opened(7, kind), "CHILD-NOTED"));
            story.does("2026-04-08 09:00", &system(), acts::child_succeeded(7, "2026-04-07", None));
            assert_eq!(end(&story), (reason, "2026-04-07".to_owned()));
        }
    }
}

// ZJ-CC 30(1), 33: what took its place did so from this very instant on; the term has no last day ahead any more.
#[test]
fn an_end_noted_at_its_own_instant_has_come() {
    for (kind, reason) in KINDS {
        let mut story = with_child(Zj, kind);
        story.does("2026-03-10 09:00", &system(), acts::child_succeeded(7, "2026-03-09", None));
        let events = story.does("2026-03-20 00:00", &system(), acts::child_succeeded(7, "2026-03-20", None));
        assert_eq!(end(&story), (reason, "2026-03-20".to_owned()));
        assert!(!events.iter().any(|event| matches!(event, Event::DutyRecomputed(_))), "{events:?}");
    }
}

// ZJ-CC 30(1), 33: a last day that was set for something that doesn't come is the term's again; a term that is over is over.
#[test]
fn the_term_runs_out_where_nothing_takes_its_place() {
    for (kind, reason) in KINDS {
        let mut story = with_child(Zj, kind);
        story.does("2026-03-10 09:00", &system(), acts::child_succeeded(7, "2026-03-31", None));
        assert_eq!((story.stage(), story.due("term-1").as_str()), ("effective", "2026-03-30"));
        let mut again = story.clone();
        again.does("2026-03-12 09:00", &system(), acts::child_opened(7, kind));
        assert_eq!((again.stage(), again.due("term-1").as_str()), ("effective", "2027-01-20"));
        story.does("2026-04-01 09:00", &worker_chief(), acts::announce());
        assert_eq!(end(&story), (reason, "2026-03-31".to_owned()));
        story.does("2027-03-01 09:00", &system(), acts::child_opened(7, kind));
        assert_eq!(end(&story), (EndReason::Expired, "2027-01-21".to_owned()));
    }
    // Noted after the end, but of a day before it: in force until that.
    let mut story = with_child(Zj, ChildKind::Amendment);
    story.does("2027-02-01 09:00", &system(), acts::child_succeeded(7, "2026-12-01", None));
    assert_eq!(end(&story), (EndReason::Amended, "2026-12-01".to_owned()));
}

// ZJ-CC 30(3): a renewal whose effect was withdrawn goes on; the agreement before it runs to its own last day as before.
#[test]
fn a_renewal_that_goes_on_again_moves_nothing() {
    let mut story = with_child(Zj, ChildKind::Renewal);
    story.does("2026-12-20 09:00", &system(), acts::child_succeeded(7, "2027-01-21", None));
    let events = story.does("2026-12-21 09:00", &system(), acts::child_opened(7, ChildKind::Renewal));
    assert_eq!(events.len(), 1, "{events:?}");
    assert_eq!((story.stage(), story.due("term-1").as_str()), ("effective", "2027-01-20"));
}

// LCL 54, ZJ-CC 33: in force only after a rescission has come, an agreement was in force for no day.
#[test]
fn an_effect_that_comes_again_after_its_end_has_come_ends_at_once() {
    let mut story = silent();
    story.does("2026-03-20 09:00", &system(), acts::child_opened(7, ChildKind::Rescission));
    story.does("2026-03-24 09:00", &system(), acts::child_succeeded(7, "2026-03-23", None));
    corrects(&mut story, "2026-03-24 10:00", filed_on("2026-03-10", "2026-03-03"));
    assert_eq!(story.stage(), "filed");
    story.clock("2026-03-27 00:00");
    assert_eq!(end(&story), (EndReason::Rescinded, "2026-03-26".to_owned()));
    // What never was in force hadn't ended by its condition: it is agreed anew or comes again.
    let mut story = silent();
    story.does("2026-03-20 09:00", &worker_chief(), acts::condition("end", "2026-03-20"));
    corrects(&mut story, "2026-03-24 10:00", filed_on("2026-03-10", "2026-03-03"));
    story.clock("2026-03-26 00:00");
    assert_eq!((story.stage(), story.due("term-2").as_str()), ("effective", "2027-03-25"));
    story.does("2026-03-30 09:00", &worker_chief(), acts::condition("end", "2026-03-27"));
    assert_eq!(end(&story), (EndReason::ConditionMet, "2026-03-27".to_owned()));
}

// ZJ-CC 30(1), 33: what takes the place of an agreement on the day after its last one does so; of several the first, and an
// amended text where a rescission would come on the same day.
#[test]
fn of_several_ends_the_first_counts() {
    for (kind, reason) in KINDS {
        let mut story = with_child(Zj, kind);
        story.does("2026-12-01 09:00", &system(), acts::child_succeeded(7, "2027-01-21", None));
        assert_eq!((story.stage(), story.due("term-1").as_str()), ("effective", "2027-01-20"));
        story.clock("2027-01-21 00:00");
        assert_eq!(end(&story), (reason, "2027-01-21".to_owned()));
    }
    let mut story = with_child(Zj, ChildKind::Rescission);
    story.does("2026-02-02 10:00", &system(), acts::child_opened(8, ChildKind::Amendment));
    story.does("2026-03-10 09:00", &system(), acts::child_succeeded(7, "2026-03-31", None));
    let mut same_day = story.clone();
    same_day.does("2026-03-10 10:00", &system(), acts::child_succeeded(8, "2026-03-31", None));
    same_day.clock("2026-03-31 00:00");
    assert_eq!(end(&same_day), (EndReason::Amended, "2026-03-31".to_owned()));
    // The amended text comes first, then goes on after all: the rescission stands.
    story.does("2026-03-10 10:00", &system(), acts::child_succeeded(8, "2026-03-21", None));
    assert_eq!(story.due("term-1"), "2026-03-20");
    story.does("2026-03-11 10:00", &system(), acts::child_opened(8, ChildKind::Amendment));
    assert_eq!(story.due("term-1"), "2026-03-30");
    let events = story.does("2026-03-12 10:00", &system(), acts::child_failed(8));
    assert_eq!((events.len(), story.due("term-1").as_str()), (1, "2026-03-30"), "what failed moves nothing");
    story.clock("2026-03-31 00:00");
    assert_eq!(end(&story), (EndReason::Rescinded, "2026-03-31".to_owned()));
    // The condition came on the day of the rescission: the first that was recorded stays.
    let mut story = with_child(Zj, ChildKind::Rescission);
    story.does("2026-03-12 09:00", &worker_chief(), acts::condition("end", "2026-03-11"));
    story.does("2026-03-13 09:00", &system(), acts::child_succeeded(7, "2026-03-11", None));
    assert_eq!(end(&story), (EndReason::ConditionMet, "2026-03-11".to_owned()));
    story.does("2026-03-13 10:00", &system(), acts::child_opened(7, ChildKind::Rescission));
    assert_eq!(end(&story), (EndReason::ConditionMet, "2026-03-11".to_owned()));
}
