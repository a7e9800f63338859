//! Corrections of the days on which the talks rested or the bureau coordinated: CC22 35, 49, 52, ZJ-CC 17, 39, ZJ-DM 29(3).

use law::rules::Profile::{self, Cn, Hz, Nb, Zj};
use negotiation::command::{DatedAct, FactChange};
use negotiation::state::{DutyStatus, Stage};
use negotiation::{Event, Side};

use crate::acts;
use crate::cast::{Story, day, employer_chief, given, officer, worker_chief};
use crate::corrections_aside::{corrects, late, refused};
use crate::corrections_days::{done, withdrawn};
use crate::letters::notes;

fn from(new: &str, old: &str) -> FactChange {
    FactChange::SuspendedFrom { new: day(new), old: day(old) }
}

fn to(new: &str, old: &str) -> FactChange {
    FactChange::SuspendedTo { new: day(new), old: day(old) }
}

/// Suspended from 14 January, resumed on the 24th; suspended again from 3 March.
fn twice(profile: Profile) -> Story {
    let mut story = given(profile).until("suspended");
    story.does("2026-01-24 09:00", &worker_chief(), acts::resume());
    story.does("2026-03-03 09:00", &worker_chief(), acts::propose_suspension("2026-03-10"));
    story.does("2026-03-03 10:00", &employer_chief(), acts::suspend(true));
    story
}

// HZ 27, NB 19, ZJ-DM 29(3): days of an earlier suspension that wasn't as long as recorded are left for the later one.
#[test]
fn days_of_a_suspension_that_is_over_are_corrected() {
    for (profile, before, after) in [(Hz, "2026-03-23", "2026-03-25"), (Zj, "2026-04-22", "2026-04-24")] {
        let mut story = twice(profile);
        assert_eq!(story.due("suspend-2"), before);
        corrects(&mut story, "2026-03-04 09:00", from("2026-01-16", "2026-01-14"));
        assert_eq!((story.due("suspend-2").as_str(), story.case().pauses[0].from), (after, day("2026-01-16")));
        assert_eq!(story.duty("suspend-1").anchor, day("2026-01-16"), "{profile:?}");
        corrects(&mut story, "2026-03-04 10:00", to("2026-01-26", "2026-01-24"));
        assert_eq!((story.due("suspend-2").as_str(), story.case().pauses[0].to), (before, Some(day("2026-01-26"))));
        let met = |story: &Story| match story.duty("suspend-1").status {
            DutyStatus::Met { at, .. } => at.date(),
            other => panic!("{other:?}"),
        };
        assert_eq!(met(&story), day("2026-01-26"));
        for wrong in [to("2026-01-15", "2026-01-26"), to("2026-03-04", "2026-01-26"), from("2026-01-27", "2026-01-16")]
        {
            refused(&mut story, "2026-03-04 11:00", wrong, "FACT-DATE");
        }
        refused(&mut story, "2026-03-04 11:00", from("2026-01-15", "2026-01-14"), "FACT-STALE");
        refused(&mut story, "2026-03-04 11:00", to("2026-01-25", "2026-01-24"), "STAGE-propose_correction");
        corrects(&mut story, "2026-03-04 12:00", from("2026-03-02", "2026-03-03"));
        let Stage::Suspended(stage) = &story.case().stage else { panic!("{}", story.stage()) };
        assert_eq!(stage.since.date(), day("2026-03-02"));
    }
    // CC22 35 sets no longest time: the days are corrected all the same.
    let mut story = twice(Cn);
    corrects(&mut story, "2026-03-04 09:00", from("2026-01-16", "2026-01-14"));
    corrects(&mut story, "2026-03-04 10:00", to("2026-01-26", "2026-01-24"));
    assert_eq!((story.case().pauses[0].from, story.case().pauses[0].to), (day("2026-01-16"), Some(day("2026-01-26"))));
}

// HZ 29: the clock of the whole stood still on the right days.
#[test]
fn the_whole_stood_still_on_the_right_days() {
    let mut story = given(Hz).until("suspended");
    story.does("2026-01-24 09:00", &worker_chief(), acts::resume());
    assert_eq!(story.due("total-1"), "2026-03-16");
    corrects(&mut story, "2026-01-26 09:00", to("2026-01-21", "2026-01-24"));
    assert_eq!(story.due("total-1"), "2026-03-13", "three days fewer");
    corrects(&mut story, "2026-01-26 10:00", from("2026-01-15", "2026-01-14"));
    assert_eq!(story.due("total-1"), "2026-03-12");
}

// ZJ-DM 29(3), HZ 27: a suspension that began later than recorded hasn't run out, or ran out later.
#[test]
fn a_suspension_that_had_not_run_out_runs_on() {
    let mut story = given(Hz).until("negotiating");
    story.does("2026-01-20 10:00", &worker_chief(), acts::propose_suspension("2026-02-10"));
    story.does("2026-01-20 10:10", &employer_chief(), acts::suspend(true));
    corrects(&mut story, "2026-01-20 11:00", from("2026-01-14", "2026-01-20"));
    story.clock("2026-02-14 00:00");
    assert_eq!((story.stage(), story.duty("suspend-1").status), ("disputed", DutyStatus::Struck));
    let before = story.due("total-1");
    let mut later = story.clone();
    let events = corrects(&mut story, "2026-02-14 09:00", from("2026-01-20", "2026-01-14"));
    assert!(events.iter().any(|event| matches!(event, Event::RunOutWithdrawn(_))));
    assert_eq!((story.stage(), story.duty("suspend-1").status), ("suspended", DutyStatus::Open));
    let Stage::Suspended(stage) = &story.case().stage else { panic!("{}", story.stage()) };
    assert_eq!((stage.since.date(), stage.agreed.next_on), (day("2026-01-20"), day("2026-02-10")));
    assert_eq!((story.case().pauses[0].from, story.case().pauses[0].to), (day("2026-01-20"), None));
    story.clock("2026-02-24 23:59");
    story.does("2026-02-24 23:59", &worker_chief(), acts::resume());
    assert_eq!(story.stage(), "negotiating");
    assert_ne!(story.due("total-1"), before);
    // By the time it is corrected the right last day is over, too.
    corrects(&mut later, "2026-03-02 09:00", from("2026-01-15", "2026-01-14"));
    assert_eq!((later.stage(), later.duty("suspend-1").status), ("disputed", DutyStatus::Struck));
    let Stage::Disputed(stage) = &later.case().stage else { panic!("{}", later.stage()) };
    assert_eq!(Some(stage.applied_at.date()), later.case().pauses[0].to, "it ran out on the right day");
    assert_eq!(stage.applied_at, later.duty("suspend-1").due_at());
    // Once the bureau was asked, the dispute stays; the day is corrected.
    let mut asked = later.clone();
    asked.does("2026-03-02 10:00", &worker_chief(), acts::apply_coordination());
    corrects(&mut asked, "2026-03-02 11:00", from("2026-01-20", "2026-01-15"));
    assert_eq!((asked.stage(), asked.case().pauses[0].from), ("disputed", day("2026-01-20")));
}

fn applied(new: &str, old: &str) -> FactChange {
    done(DatedAct::CoordinationApplied, Side::Worker, new, old)
}

// CC22 49: the day of the application; with it ended the suspension (HZ 27, 29).
#[test]
fn the_day_of_the_application_is_corrected() {
    for profile in [Cn, Zj, Hz, Nb] {
        let mut story = given(profile).until("suspended");
        story.does("2026-01-24 09:00", &worker_chief(), acts::apply_coordination());
        let last = |story: &Story| story.case().duty("total-1").map(|duty| duty.dates.raw.unwrap_or(duty.dates.due));
        let total = last(&story);
        corrects(&mut story, "2026-01-26 08:00", applied("2026-01-22", "2026-01-24"));
        let Stage::Disputed(stage) = &story.case().stage else { panic!("{}", story.stage()) };
        assert_eq!(stage.applied_at.date(), day("2026-01-22"));
        assert_eq!(story.case().pauses[0].to, Some(day("2026-01-22")), "{profile:?}");
        assert!(total.is_none() || last(&story) < total, "two days fewer stood still");
        story.does("2026-01-26 09:00", &officer(), acts::accept_coordination());
        refused(&mut story, "2026-01-27 08:00", applied("2026-01-27", "2026-01-22"), "FACT-DATE");
        refused(&mut story, "2026-01-27 08:00", applied("2026-01-23", "2026-01-24"), "FACT-STALE");
        let number = |new: &str, old: &str| FactChange::CoordinationNumber { new: new.to_owned(), old: old.to_owned() };
        let Stage::Disputed(stage) = &story.case().stage else { panic!("{}", story.stage()) };
        let stands = stage.number.clone().unwrap();
        corrects(&mut story, "2026-01-27 09:00", number("协调〔2026〕3号", &stands));
        story.does("2026-01-27 10:00", &officer(), acts::coordinated(true));
        corrects(&mut story, "2026-01-28 09:00", applied("2026-01-23", "2026-01-22"));
        refused(&mut story, "2026-01-28 09:00", number("甲", "协调〔2026〕3号"), "STAGE-propose_correction");
        let resumed = to("2026-01-24", "2026-01-22");
        refused(&mut story, "2026-01-28 09:00", resumed, "STAGE-propose_correction");
    }
}

// CC22 52, ZJ-CC 39(2): thirty days and fifteen more, counted from the right day also when it is over.
#[test]
fn days_of_a_coordination_that_is_over_are_corrected() {
    for profile in [Cn, Zj, Hz, Nb] {
        let mut story = given(profile).until("disputed");
        story.does("2026-03-02 09:00", &officer(), acts::accept_coordination());
        story.does("2026-03-20 09:00", &officer(), acts::extend_coordination(15, "双方仍在商量"));
        assert_eq!(story.due("coordinate-1"), "2026-04-16");
        story.does("2026-04-17 09:00", &officer(), acts::coordinated(true));
        assert!(late(&story, "coordinate-1"));
        let accepted = |new, old| FactChange::CoordinationAccepted { new: day(new), old: day(old) };
        let events = corrects(&mut story, "2026-04-20 09:00", accepted("2026-03-03", "2026-03-02"));
        assert_eq!(story.due("coordinate-1"), "2026-04-17", "{profile:?}");
        assert!(withdrawn(&events, "coordinate-1") && !late(&story, "coordinate-1"));
        refused(&mut story, "2026-04-20 10:00", accepted("2026-04-18", "2026-03-03"), "FACT-DATE");
        let agreed = |new, old| done(DatedAct::CoordinationAgreed, Side::None, new, old);
        refused(&mut story, "2026-04-20 10:00", agreed("2026-03-02", "2026-04-17"), "FACT-DATE");
        corrects(&mut story, "2026-04-20 10:00", agreed("2026-04-18", "2026-04-17"));
        assert!(late(&story, "coordinate-1"));
    }
}

// ZJ-CC 39(2): an extension that was given in time counts, one that wasn't moves no date.
#[test]
fn an_extension_counts_if_it_was_given_in_time() {
    let mut story = given(Zj).until("disputed");
    story.does("2026-03-02 09:00", &officer(), acts::accept_coordination());
    story.does("2026-04-02 09:00", &officer(), acts::extend_coordination(15, "双方仍在商量"));
    assert_eq!(
        (story.due("coordinate-1").as_str(), story.duty("coordinate-1").status),
        ("2026-04-01", DutyStatus::Struck)
    );
    let extended = |new, old| done(DatedAct::CoordinationExtended, Side::None, new, old);
    let events = corrects(&mut story, "2026-04-02 10:00", extended("2026-04-01", "2026-04-02"));
    assert!(withdrawn(&events, "coordinate-1"));
    assert_eq!(story.due("coordinate-1"), "2026-04-16");
    let events = corrects(&mut story, "2026-04-02 11:00", extended("2026-04-02", "2026-04-01"));
    assert!(notes(&events, "CHK-COORDINATE-30D"));
    assert_eq!(story.due("coordinate-1"), "2026-04-01");
    let events = corrects(&mut story, "2026-04-03 11:00", extended("2026-04-03", "2026-04-02"));
    assert_eq!(events.len(), 1, "late it was and late it is");
}
