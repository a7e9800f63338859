//! `prove`: a small case in every way it can go under a profile, what must hold of it, and random sequences beyond.

use std::time::Duration;

use clap::Args;
use law::rules::Profile;
use messages::Said;
use model::random::{self, Tally};
use model::{Bounds, Explored, GOALS, Property, prove};
use serde_json::{Value, json};

use super::answer::{Answer, Exit, Failure};
use super::progress::Progress;
use super::{Common, deadline};
use crate::catalogue::say;
use crate::clock::Stopwatch;

#[derive(Debug, Args)]
pub(super) struct Prove {
    #[arg(short, long)]
    profile: String,
    #[arg(long)]
    full: bool,
    #[arg(long, default_value = "20000", hide_default_value = true)]
    random: u64,
    #[arg(long, default_value = "1", hide_default_value = true)]
    seed: u64,
    #[command(flatten)]
    pub(super) common: Common,
}

pub(super) fn run(args: &Prove) -> Result<Answer, Failure> {
    let profile = deadline::rules(&args.profile)?.profile;
    let bounds = if args.full { Bounds::FULL } else { Bounds::SMALL };
    let progress = Progress::start(&Said::new("cli-prove-progress").arg("profile", profile));
    let watch = Stopwatch::start();
    let found = found(profile, bounds);
    let explored_in = watch.elapsed();
    drop(progress);
    let found = found?;
    let said = Said::new("cli-prove-random-progress").arg("profile", profile).arg("commands", args.random);
    let progress = Progress::start(&said);
    let watch = Stopwatch::start();
    let tally = random::run(profile, args.seed, args.random);
    let random_in = watch.elapsed();
    drop(progress);
    let mut lines = story(profile, &found, explored_in);
    let mut value = data(profile, &found, explored_in);
    let reached = GOALS.iter().all(|goal| found.goals.contains_key(goal.name));
    let mut exit = if found.broken.is_empty() && found.complete && reached { Exit::Good } else { Exit::Finding };
    match tally {
        Ok(tally) => {
            lines.push(sum(&tally, random_in));
            value["random"] = json!({
                "accepted": tally.accepted,
                "cases": tally.cases,
                "commands": tally.commands,
                "in_force": tally.in_force,
                "milliseconds": millis(random_in),
                "records": tally.records,
            });
        }
        Err(fault) => {
            lines.push(say(&Said::new("cli-prove-fault").arg("detail", &fault)));
            value["random"] = json!({"fault": fault.to_string()});
            exit = Exit::Finding;
        }
    }
    Ok(Answer { text: lines.join("\n"), json: value, exit })
}

/// What the small instance of a profile finds.
pub(super) fn small(profile: Profile) -> Result<Explored, Failure> {
    found(profile, Bounds::SMALL)
}

fn found(profile: Profile, bounds: Bounds) -> Result<Explored, Failure> {
    prove(profile, bounds).map_err(|error| Failure::finding(Said::new("cli-prove-trouble").arg("detail", error)))
}

fn story(profile: Profile, found: &Explored, took: Duration) -> Vec<String> {
    let mut lines = vec![
        say(&Said::new("cli-prove-states")
            .arg("profile", profile)
            .arg("states", found.states)
            .arg("steps", found.steps)
            .arg("decided", found.decided)
            .arg("depth", found.depth)
            .arg("seconds", took.as_secs())
            .arg("complete", if found.complete { "yes" } else { "no" })),
        say(&Said::new("cli-prove-properties")),
    ];
    for property in Property::ALL {
        let broken = found.broken.get(&property);
        let holds = if broken.is_none() { "yes" } else { "no" };
        lines.push(say(&Said::new("cli-prove-property").arg("holds", holds).arg("property", property.name())));
        lines.extend(broken.into_iter().flat_map(|story| &story.lines).map(|line| say(&line.said())));
    }
    lines.push(say(&Said::new("cli-prove-goals")));
    lines.extend(GOALS.iter().map(|goal| {
        let steps = found.goals.get(goal.name).map_or_else(|| "none".to_owned(), ToString::to_string);
        say(&Said::new("cli-prove-goal").arg("goal", goal.name).arg("steps", steps))
    }));
    lines
}

fn sum(tally: &Tally, took: Duration) -> String {
    say(&Said::new("cli-prove-tally")
        .arg("commands", tally.commands)
        .arg("accepted", tally.accepted)
        .arg("cases", tally.cases)
        .arg("in_force", tally.in_force)
        .arg("records", tally.records)
        .arg("seconds", took.as_secs()))
}

fn millis(took: Duration) -> u64 {
    u64::try_from(took.as_millis()).unwrap_or(u64::MAX)
}

fn data(profile: Profile, found: &Explored, took: Duration) -> Value {
    let property = |property: &Property| {
        let story = found.broken.get(property);
        let lines = story.map(|story| story.lines.iter().map(|line| say(&line.said())).collect::<Vec<_>>());
        json!({"broken": lines, "property": property.name()})
    };
    let goal = |goal: &model::Goal| json!({"goal": goal.name, "steps": found.goals.get(goal.name)});
    json!({
        "complete": found.complete,
        "decided": found.decided,
        "depth": found.depth,
        "goals": GOALS.iter().map(goal).collect::<Vec<_>>(),
        "milliseconds": millis(took),
        "profile": profile,
        "properties": Property::ALL.iter().map(property).collect::<Vec<_>>(),
        "states": found.states,
        "steps": found.steps,
    })
}
