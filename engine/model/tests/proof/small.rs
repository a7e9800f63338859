//! Every profile, within the small bounds: complete, nothing broken, every goal that can be reached is reached.

use std::collections::BTreeSet;

use law::rules::Profile;
use model::matrix::{Cell, EXCEPTIONS, Kind, NO_CASE, basis, cell, columns, disagreements};
use model::{Bounds, FINAL, GOALS};
use negotiation::table::ROWS;
use negotiation::{Command, Stage};

use crate::{FOUND, told};

#[test]
fn everything_within_the_bounds_was_looked_at_and_no_property_is_broken() {
    for (rules, found, _) in FOUND.iter() {
        println!(
            "{}: {} states, {} steps, {} decisions, depth {}, {:?}",
            rules.profile, found.states, found.steps, found.decided, found.depth, found.by_stage
        );
        let stories: Vec<String> =
            found.broken.iter().map(|(property, story)| format!("{property:?}\n{}", told(story))).collect();
        assert!(stories.is_empty(), "{}: {}", rules.profile, stories.join("\n"));
        assert!(found.complete, "{}: more than {} states", rules.profile, found.states);
        assert!(found.states > 3_000, "{}: {} states are too few to say anything", rules.profile, found.states);
    }
}

#[test]
fn every_goal_is_reached() {
    for (rules, found, _) in FOUND.iter() {
        let out: Vec<&str> =
            GOALS.iter().map(|goal| goal.name).filter(|name| !found.goals.contains_key(name)).collect();
        assert!(out.is_empty(), "{}: {out:?} out of reach, reached {:?}", rules.profile, found.goals);
    }
}

/// Equal keys, equal answers: what the exploration takes for one state is one to the law.
#[test]
fn states_that_are_taken_for_one_meet_the_same_answers() {
    for (rules, _, merges) in FOUND.iter() {
        let told = |(story, what): &(_, String)| format!("{what}\n{}", told(story));
        let told: Vec<String> = merges.differing.iter().map(told).collect();
        assert_eq!(merges.differ, 0, "{}: of {}:\n{}", rules.profile, merges.compared, told.join("\n"));
    }
    let compared: usize = FOUND.iter().map(|(_, _, merges)| merges.compared).sum();
    println!("{compared} pairs");
    assert!(compared > 500, "{compared} pairs are too few to say anything");
}

#[test]
fn the_table_and_the_exploration_agree_on_every_cell() {
    for (rules, found, _) in FOUND.iter() {
        let excused = |command: &str, stage: Option<&str>| {
            EXCEPTIONS.iter().any(|one| stage.is_some_and(|stage| one.holds(rules.profile, command, stage)))
        };
        let left: Vec<_> = disagreements(found)
            .into_iter()
            .filter(|one| one.kind != Kind::NeverAccepted || !excused(one.command, one.stage))
            .collect();
        assert!(left.is_empty(), "{}: {left:#?}", rules.profile);
    }
}

/// Every cell says what it rests on: an article or that the place has none, or the key of the refusal.
#[test]
fn no_cell_is_without_its_article_or_the_key_of_its_refusal() {
    for (rules, found, _) in FOUND.iter() {
        for row in ROWS {
            for stage in columns() {
                let (is, rests) = (cell(found, stage, row), basis(found, rules.profile, stage, row));
                let at = format!("{}: {} at {stage}: {rests:?}", rules.profile, row.command);
                match is {
                    Cell::Accepted => assert_eq!(rests.articles.is_empty(), rests.said.is_some(), "{at}"),
                    Cell::Refused => assert_eq!(rests.rules, [format!("STAGE-{}", row.command)], "{at}"),
                    Cell::Unseen => assert!(!rests.rules.is_empty() || rests.said.is_some(), "{at}"),
                    Cell::Unreached => panic!("{at}"),
                }
                assert!(rests.articles.iter().all(|article| article.applies(rules.profile)), "{at}");
            }
        }
    }
}

#[test]
fn what_is_listed_as_an_exception_is_never_accepted() {
    for (rules, found, _) in FOUND.iter() {
        for (stage, command) in &found.accepted {
            let excused = EXCEPTIONS.iter().any(|one| one.holds(rules.profile, command, stage));
            assert!(!excused, "{}: {command} at {stage}", rules.profile);
        }
    }
}

/// What the table opens at every stage was accepted there, or a sentence says why it wasn't.
#[test]
fn what_is_open_at_every_stage_is_accepted_or_says_why_not() {
    for (rules, found, _) in FOUND.iter() {
        for row in ROWS.iter().filter(|row| row.stages.is_empty()) {
            for stage in Stage::NAMES {
                let said = basis(found, rules.profile, stage, row).said;
                let unseen = cell(found, stage, row) == Cell::Unseen;
                assert!(!unseen || said.is_some(), "{}: {} at {stage}", rules.profile, row.command);
            }
        }
    }
}

#[test]
fn acts_on_paper_are_entered_and_confirmed_at_every_stage() {
    for (rules, found, _) in FOUND.iter() {
        for command in ["enter_paper", "confirm_paper"] {
            let out: Vec<&str> =
                Stage::NAMES.into_iter().filter(|stage| !found.accepted.contains(&(stage, command))).collect();
            assert!(out.is_empty(), "{}: {command} never at {out:?}", rules.profile);
        }
    }
}

#[test]
fn without_a_case_one_can_be_opened_and_nothing_else_done() {
    for (rules, found, _) in FOUND.iter() {
        let done: Vec<&str> =
            ROWS.iter().filter(|row| cell(found, NO_CASE, row) == Cell::Accepted).map(|row| row.command).collect();
        assert_eq!(done, ["open_case"], "{}", rules.profile);
    }
}

#[test]
fn every_stage_is_reached_and_has_an_exit_unless_it_is_final() {
    for (rules, found, _) in FOUND.iter() {
        let out: Vec<&str> = Stage::NAMES.into_iter().filter(|stage| !found.by_stage.contains_key(stage)).collect();
        assert!(out.is_empty(), "{}: {out:?} not reached", rules.profile);
        for stage in found.by_stage.keys().filter(|stage| !FINAL.contains(stage)) {
            assert!(found.moves.keys().any(|(from, _)| from == stage), "{}: no exit from {stage}", rules.profile);
        }
    }
}

#[test]
fn the_model_gives_every_command() {
    let given: BTreeSet<&str> = model::names().collect();
    let all: BTreeSet<&str> = Command::names().collect();
    assert_eq!(given, all);
}

#[test]
#[ignore = "minutes a profile: `./test full` goes through the same with `xinxieshang prove --full`"]
fn nothing_is_broken_within_the_full_bounds() {
    for profile in Profile::ALL {
        let found = model::prove(profile, Bounds::FULL).unwrap();
        println!(
            "{profile}: {} states, {} steps, depth {}, {:?}",
            found.states, found.steps, found.depth, found.by_stage
        );
        let stories: Vec<String> = found.broken.values().map(told).collect();
        assert!(stories.is_empty() && found.complete, "{profile}: complete {}, {}", found.complete, stories.join("\n"));
    }
}
