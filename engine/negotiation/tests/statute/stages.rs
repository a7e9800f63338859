//! Every command at every stage that can be reached: the table tells the truth, and a refusal says what comes next.

use law::rules::Profile::{self, Cn, Hz, Nb, Zj};
use messages::{Said, Word};
use negotiation::table::find;
use negotiation::{Actor, Command};

use crate::acts;
use crate::cast::{Story, everybody, given, moment};
use crate::who::says;

/// Stages to which the story can be told.
const REACHED: [&str; 21] = [
    "idle",
    "offered",
    "awaiting_reply",
    "preparing",
    "ready",
    "negotiating",
    "drafted",
    "congress",
    "renegotiating",
    "adopted",
    "signed",
    "filed",
    "under_review",
    "objected",
    "effective",
    "refused",
    "suspended",
    "disputed",
    "closed",
    "ended",
    "rescinded",
];

/// A case of Zhejiang at a stage; an agreement to rescind is reached in a case of its own.
fn at_stage(stage: &str) -> Story {
    if stage == "rescinded" { crate::child::rescinding(Zj).until(stage) } else { given(Zj).until(stage) }
}

/// Off the straight way.
const ASIDE: [&str; 8] =
    ["renegotiating", "objected", "refused", "suspended", "disputed", "closed", "ended", "rescinded"];

/// Somebody who may give the command.
fn one_who_may(command: &Command) -> Actor {
    let row = find(command.name()).unwrap();
    let everybody = everybody();
    let listed = everybody.iter().find(|actor| row.capacities.contains(&actor.capacity));
    listed.unwrap_or(&everybody[0]).clone()
}

fn names_the_stage(said: &Said, stage: &str) -> bool {
    let key = format!("neg-stage-{}", stage.replace('_', "-"));
    said.args.iter().any(|(name, word)| name == "stage" && *word == Word::Message(key.clone().into()))
}

// Rows 1–37: each stage knows the commands that the table gives it, and no other.
#[test]
fn a_stage_knows_exactly_the_commands_that_the_table_gives_it() {
    for stage in REACHED {
        let story = at_stage(stage);
        let text = story.case().stage.text().map_or_else(|| acts::digest("no text"), |text| text.digest);
        for command in acts::every_command(text) {
            let row = find(command.name()).unwrap();
            let known = row.stages.is_empty() || row.stages.contains(&stage);
            let mut story = story.clone();
            let outcome = story.attempt(moment("2026-01-21 10:00"), &one_who_may(&command), command.clone());
            let rule = format!("STAGE-{}", command.name());
            let by_stage =
                outcome.as_ref().is_err_and(|refusal| refusal.rule == rule && names_the_stage(&refusal.found(), stage));
            assert_eq!(by_stage, !known, "{} at {stage}: {outcome:?}", command.name());
            if let Err(refusal) = outcome {
                says(&refusal);
            }
        }
    }
}

// Rule of the platform: a case begins with its opening.
#[test]
fn before_the_first_record_only_a_case_can_be_opened() {
    for command in acts::every_command(acts::digest("no text")) {
        let mut story = Story::unopened(&crate::cast::BOOK);
        let outcome = story.attempt(moment("2026-01-05 08:00"), &one_who_may(&command), command.clone());
        assert_eq!(outcome.is_ok(), command.name() == "open_case", "{}", command.name());
        if let Err(refusal) = outcome {
            assert_eq!(refusal.rule, format!("STAGE-{}", command.name()));
            says(&refusal);
        }
    }
}

// Rows 1–30: at the end only what is counted from the effect is owed.
#[test]
fn the_straight_way_leads_to_an_agreement_in_force_under_every_profile() {
    for profile in [Cn, Zj, Hz, Nb] {
        let story = given(profile).until("effective");
        let owed: Vec<&str> =
            story.case().duties().iter().filter(|duty| duty.is_owed()).map(|duty| duty.rule.as_str()).collect();
        let in_force = ["publish", "annual_report", "renew_open", "term"];
        assert!(owed.iter().all(|rule| in_force.contains(rule)), "{profile:?} still owes {owed:?}");
    }
}

// Rows 1, 3, 4, 8–10, 16–18, 22, 24, 25, 28.
#[test]
fn stages_are_passed_in_the_order_of_the_statute() {
    let way = |profile: Profile| {
        let mut passed = vec!["idle"];
        for goal in [
            "offered",
            "awaiting_reply",
            "preparing",
            "ready",
            "negotiating",
            "drafted",
            "congress",
            "adopted",
            "signed",
            "filed",
            "under_review",
            "effective",
        ] {
            passed.push(given(profile).until(goal).stage());
        }
        passed
    };
    let straight: Vec<&str> = REACHED.into_iter().filter(|name| !ASIDE.contains(name)).collect();
    assert_eq!(way(Zj), straight);
}
