//! Publication and the copy to the higher union (rows 30 and 31).

use law::rules::Profile::{self, Cn, Zj};
use negotiation::command::{Command, CopyToHigherUnion, PublicationCommand, Publish};
use negotiation::state::{DutyStatus, Stage};

use crate::acts::{self, served};
use crate::cast::{Story, agent, given, officer, union_officer, worker_chief};
use crate::who::says;
use crate::wording::with_figure;

/// In force by opinion since a day.
fn in_force_on(profile: Profile, on: &str) -> Story {
    let mut story = given(profile).until("adopted");
    let sign = acts::sign(story.text());
    story.does(&format!("{on} 07:00"), &worker_chief(), sign.clone());
    story.does(&format!("{on} 07:10"), &crate::cast::employer_chief(), sign);
    let file = acts::file(story.text());
    story.does(&format!("{on} 07:20"), &agent(), file);
    let opinion = acts::no_objection(story.text(), &served(on));
    story.does(&format!("{on} 07:30"), &officer(), opinion);
    story
}

fn publishes(story: &mut Story, at: &str) {
    let publish = acts::publish(story.text());
    story.does(at, &agent(), publish);
}

// ZJ-CC 35: the employer publishes to all workers within five working days of effect.
#[test]
fn in_zhejiang_the_employer_publishes_within_five_working_days() {
    for (on, due, next) in [
        ("2026-02-10", "2026-02-24", "2026-02-25"),
        ("2026-03-02", "2026-03-09", "2026-03-10"),
        ("2026-04-28", "2026-05-08", "2026-05-09"),
        ("2026-09-21", "2026-09-29", "2026-09-30"),
    ] {
        for (at, expected) in [(format!("{due} 23:59"), false), (format!("{next} 00:00"), true)] {
            let mut story = in_force_on(Zj, on);
            assert_eq!(story.due("publish-employer"), due);
            assert!(story.case().duty("publish-worker").is_none());
            publishes(&mut story, &at);
            assert!(
                matches!(story.duty("publish-employer").status, DutyStatus::Met { late, .. } if late == expected),
                "{at}"
            );
        }
    }
}

// WN9 23: under the national rules each side publishes to its own within five days.
#[test]
fn under_the_national_rules_each_side_publishes_to_its_own() {
    let mut story = in_force_on(Cn, "2026-03-02");
    assert_eq!(story.due("publish-worker"), "2026-03-09", "03-07 is a Saturday");
    publishes(&mut story, "2026-03-03 09:00");
    assert!(story.duty("publish-worker").is_owed());
    let publish = acts::publish(story.text());
    story.does("2026-03-03 10:00", &union_officer(), publish);
    assert!(!story.duty("publish-worker").is_owed());
}

// ZJ-CC 35, WN9 23: the text in force is published and copied.
#[test]
fn another_text_than_the_one_in_force_is_not_published_or_copied() {
    let mut story = given(Zj).until("effective");
    let other = with_figure("min_wage", 270_000).digest().unwrap();
    says(&story.refuses("2026-01-22 09:00", &agent(), acts::publish(other), "TEXT-CHANGED"));
    says(&story.refuses("2026-01-22 09:00", &worker_chief(), acts::copy(other), "TEXT-CHANGED"));
}

// ZJ-CC 35: published to all workers, somewhere.
#[test]
fn a_publication_says_where() {
    let mut story = given(Zj).until("effective");
    let nowhere = Publish { channel: " ".to_owned(), proof: None, terms: story.text() };
    let nowhere = Command::Publication(PublicationCommand::Publish(nowhere));
    says(&story.refuses("2026-01-22 09:00", &agent(), nowhere, "FACT-EMPTY"));
}

// ZJ-CC 35: the worker side sends the text to the next-higher union.
#[test]
fn the_worker_side_copies_the_text_to_the_higher_union() {
    let mut story = given(Zj).until("effective");
    let copy = acts::copy(story.text());
    story.refuses("2026-01-22 09:00", &agent(), copy.clone(), "WHO-copy_to_higher_union");
    story.does("2026-01-22 09:10", &union_officer(), copy);
    let Stage::Effective(effective) = &story.case().stage else { panic!() };
    assert!(effective.copied_at.is_some());
}

// ZJ-CC 35: to the next higher union, by name.
#[test]
fn a_copy_says_to_whom() {
    let mut story = given(Zj).until("effective");
    let copy = CopyToHigherUnion { recipient: " ".to_owned(), terms: story.text() };
    let nobody = Command::Publication(PublicationCommand::CopyToHigherUnion(copy));
    says(&story.refuses("2026-01-22 09:00", &union_officer(), nobody, "FACT-EMPTY"));
}
