//! Names of commands, stages and capacities as message keys, and the two refusals that the table itself gives. Most of what
//! is refused is refused here, so what these say is made once.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use law::citation::Citation;

use super::{ROWS, Row};
use crate::actor::{Actor, Capacity};
use crate::refusal::{Refusal, cite};
use crate::state::Stage;

/// A row with what its refusals say of it.
struct Known {
    citation: Vec<Citation>,
    key: String,
    row: &'static Row,
    stage_rule: String,
    who_rule: String,
}

static COMMANDS: LazyLock<BTreeMap<&'static str, Known>> = LazyLock::new(|| {
    let known = |row: &'static Row| Known {
        citation: cite(row.articles),
        key: command_key(row.command),
        row,
        stage_rule: stage_rule(row.command),
        who_rule: who_rule(row.command),
    };
    ROWS.iter().map(|row| (row.command, known(row))).collect()
});

/// The keys of a stage's name and of what to do there next.
static STAGES: LazyLock<BTreeMap<&'static str, (String, String)>> =
    LazyLock::new(|| Stage::NAMES.into_iter().map(|stage| (stage, (stage_key(stage), key("next", stage)))).collect());

fn key(kind: &str, name: &str) -> String {
    format!("neg-{kind}-{}", name.replace('_', "-"))
}

/// The message key of a command's name.
#[must_use]
pub fn command_key(command: &str) -> String {
    key("command", command)
}

/// The message key of a stage's name.
#[must_use]
pub fn stage_key(stage: &str) -> String {
    key("stage", stage)
}

/// The message key of a capacity's name.
#[must_use]
pub fn capacity_key(capacity: Capacity) -> String {
    key("capacity", capacity.name())
}

/// A refusal under the articles of a command.
fn refuse(rule: String, stem: &'static str, known: Option<&Known>) -> Refusal {
    Refusal::of_parts(rule, stem, known.map_or_else(Vec::new, |known| known.citation.clone()), Vec::with_capacity(5))
}

/// The refusal for a command that the stage doesn't know.
pub(crate) fn wrong_stage(command: &'static str, stage: &'static str) -> Refusal {
    let known = COMMANDS.get(command);
    let first = known.and_then(|known| known.row.stages.first()).copied().unwrap_or("idle");
    let keys = |stage| STAGES.get(stage).map_or(("", ""), |(name, next)| (name.as_str(), next.as_str()));
    let rule = known.map_or_else(|| stage_rule(command), |known| known.stage_rule.clone());
    refuse(rule, "stage", known)
        .with_message("command", known.map_or("", |known| &known.key))
        .with_message("stage", keys(stage).0)
        .with_message("needed", keys(first).0)
        .with_message("next", keys(stage).1)
}

/// The refusal for an actor who may not give the command.
pub(crate) fn wrong_actor(command: &'static str, actor: &Actor) -> Refusal {
    let known = COMMANDS.get(command);
    let capacities = known.map_or(&[][..], |known| known.row.capacities);
    let first = capacities.first().copied().unwrap_or(Capacity::UnionChair);
    let last = capacities.last().copied().unwrap_or(Capacity::EmployerLegalRep);
    let count = match capacities.len() {
        1 => "one",
        2 => "two",
        _ => "more",
    };
    let rule = known.map_or_else(|| who_rule(command), |known| known.who_rule.clone());
    refuse(rule, "who", known)
        .with_message("command", known.map_or("", |known| &known.key))
        .with_message("actor", capacity_key(actor.capacity))
        .with_message("first", capacity_key(first))
        .with_message("last", capacity_key(last))
        .with("count", count)
}

fn stage_rule(command: &str) -> String {
    format!("STAGE-{command}")
}

fn who_rule(command: &str) -> String {
    format!("WHO-{command}")
}
