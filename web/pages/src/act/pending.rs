//! What waits for a second person: papers entered, corrections and slips proposed, as the records hold them.

use ledger::Digest;
use negotiation::Negotiation;
use negotiation::command::{Command, CorrectionCommand, PaperCommand};
use serde::Deserialize;
use serde_json::Value;

use super::posted::Posted;
use super::spec::{Field, Kind};
use crate::room::Room;

/// Something that waits.
#[derive(Clone, Debug)]
pub(crate) struct Pending {
    /// The act on paper, with what was entered; for the others nothing.
    pub(crate) act: Option<(String, Posted)>,
    /// The command that confirms it.
    pub(crate) confirm: &'static str,
    /// Its number, from 1.
    pub(crate) number: u32,
    /// The scan of a paper, the notice of a slip.
    pub(crate) scan: Option<Digest>,
    /// The record that brought it in.
    pub(crate) seq: u64,
    /// What it is, in sentences.
    pub(crate) texts: Vec<String>,
}

#[derive(Deserialize)]
struct Brought {
    data: BroughtData,
}

#[derive(Deserialize)]
struct BroughtData {
    command: Command,
}

/// Everything that waits in a case, in the order in which it came.
pub(crate) fn pending(room: &Room, n: &Negotiation) -> Vec<Pending> {
    let mut numbers = (0_usize, 0_usize, 0_usize);
    let mut all = Vec::new();
    for entry in &room.told.entries {
        let (confirm, index, waits) = match entry.command.as_str() {
            "enter_paper" => {
                numbers.0 += 1;
                ("confirm_paper", numbers.0, n.papers.get(numbers.0 - 1).is_some_and(|paper| !paper.confirmed))
            }
            "propose_correction" => {
                numbers.1 += 1;
                let waits = n.corrections.get(numbers.1 - 1).is_some_and(|correction| !correction.confirmed);
                ("confirm_correction", numbers.1, waits)
            }
            "propose_slip" => {
                numbers.2 += 1;
                ("confirm_slip", numbers.2, n.slips.get(numbers.2 - 1).is_some_and(|slip| !slip.confirmed))
            }
            _ => continue,
        };
        if !waits {
            continue;
        }
        let (act, scan) = brought(room, entry.seq).as_ref().map_or((None, None), content);
        let mut texts = vec![entry.text.clone()];
        texts.extend(entry.details.iter().cloned());
        let number = u32::try_from(index).unwrap_or(u32::MAX);
        all.push(Pending { act, confirm, number, scan, seq: entry.seq, texts });
    }
    all
}

fn brought(room: &Room, seq: u64) -> Option<Command> {
    let index = usize::try_from(seq).ok()?.checked_sub(1)?;
    Some(serde_json::from_slice::<Brought>(room.records.get(index)?).ok()?.data.command)
}

fn content(command: &Command) -> (Option<(String, Posted)>, Option<Digest>) {
    if let Command::Paper(PaperCommand::EnterPaper(paper)) = command {
        let name = paper.act.name().to_owned();
        let mut posted = Posted::default();
        let with = serde_json::to_value(&paper.act).ok().and_then(|value| value.get("with").cloned());
        if let (Some(fields), Some(with)) = (super::forms::fields(&name), with) {
            put(&mut posted, fields, &with, "");
        }
        return (Some((name, posted)), Some(paper.scan));
    }
    if let Command::Correction(CorrectionCommand::ProposeSlip(slip)) = command {
        return (None, Some(slip.notice));
    }
    (None, None)
}

/// Fills a form from what a command holds, so that it can be shown as it was typed.
fn put(posted: &mut Posted, fields: &[Field], with: &Value, prefix: &str) {
    for field in fields {
        let path = super::read::join(prefix, field.name);
        let Some(value) = with.get(field.name) else { continue };
        match (field.kind, value) {
            (Kind::Group(fields), _) => put(posted, fields, value, &path),
            (Kind::Rows(fields, _), Value::Array(rows)) => {
                for (index, row) in rows.iter().enumerate() {
                    put(posted, fields, row, &format!("{path}.{index}"));
                }
            }
            (Kind::Person, _) => person(posted, value, &path),
            (Kind::Persons, Value::Array(rows)) => {
                rows.iter().enumerate().for_each(|(index, row)| person(posted, row, &format!("{path}.{index}")));
            }
            (Kind::Crowd, Value::Array(rows)) => {
                let ids = rows.iter().filter_map(|row| row.get("id").and_then(Value::as_str));
                ids.for_each(|id| posted.put(&path, id));
            }
            (_, Value::Array(rows)) => {
                let words: Vec<String> = rows.iter().map(plain).collect();
                posted.set(&path, &words.join("\n"));
            }
            (Kind::Tick, Value::Bool(false)) => {}
            (Kind::Tick, Value::Bool(true)) => posted.set(&path, "on"),
            (_, Value::Bool(yes)) => posted.set(&path, if *yes { "yes" } else { "no" }),
            (_, _) => posted.set(&path, &plain(value)),
        }
    }
}

fn person(posted: &mut Posted, value: &Value, path: &str) {
    if let Some(id) = value.get("id").and_then(Value::as_str) {
        posted.set(&format!("{path}.who"), id);
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null | Value::Object(_) => String::new(),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) => value.to_string(),
    }
}
