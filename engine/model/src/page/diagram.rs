//! The stages as a state diagram in Mermaid's notation.

use std::collections::BTreeSet;

use messages::{Catalogue, Said};
use negotiation::{Stage, table};

use crate::explore::Explored;
use crate::property::FINAL;

/// The diagram: every stage that was reached, and by which commands one leads to another.
#[must_use]
pub fn mermaid(words: &Catalogue, found: &Explored) -> String {
    let reached = reached(found);
    let mut lines = vec!["stateDiagram-v2".to_owned()];
    for stage in Stage::NAMES.iter().filter(|stage| reached.contains(*stage)) {
        lines.push(format!("    state \"{}\" as {stage}", words.say(&Said::new(table::stage_key(stage)))));
    }
    lines.push("    [*] --> idle".to_owned());
    for from in Stage::NAMES {
        for to in Stage::NAMES {
            if let Some(commands) = found.moves.get(&(from, to)) {
                let by: Vec<String> = commands.iter().map(|command| name(words, command)).collect();
                lines.push(format!("    {from} --> {to}: {}", by.join("、")));
            }
        }
        if FINAL.contains(&from) && reached.contains(from) {
            lines.push(format!("    {from} --> [*]"));
        }
    }
    lines.join("\n")
}

fn name(words: &Catalogue, command: &str) -> String {
    let key = if command == "strike_clock" { "law-page-clock".to_owned() } else { table::command_key(command) };
    words.say(&Said::new(key))
}

fn reached(found: &Explored) -> BTreeSet<&'static str> {
    found.by_stage.keys().copied().collect()
}

/// The names of the stages that were not reached.
pub(super) fn unreached(words: &Catalogue, found: &Explored) -> String {
    let reached = reached(found);
    let names = Stage::NAMES.iter().filter(|stage| !reached.contains(*stage));
    let names: Vec<String> = names.map(|stage| words.say(&Said::new(table::stage_key(stage)))).collect();
    if names.is_empty() { words.say(&Said::new("law-page-stages-none")) } else { names.join("、") }
}
