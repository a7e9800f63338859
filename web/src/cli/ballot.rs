//! `ballot check`: a published ballot, or all those of an evidence bundle, counted again, and one tracker looked for.

use std::path::PathBuf;

use ::ballot::{Bundle, Tracker, check, read};
use ::verify::{Limits, lists};
use clap::{Args, Subcommand};
use messages::Said;
use serde_json::{Value, json};

use super::answer::{Answer, Exit, Failure};
use super::{Common, files};
use crate::catalogue::say;

/// The largest list that is read, in bytes: a hundred thousand ballots.
const LARGEST: u64 = 64 << 20;

#[derive(Debug, Args)]
pub(super) struct Ballot {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    common: Common,
}

impl Ballot {
    /// Whether the answer is wanted as JSON, asked for before or after the part.
    pub(super) const fn json(&self) -> bool {
        let Command::Check(check) = &self.command;
        self.common.json || check.common.json
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(Check),
}

#[derive(Debug, Args)]
struct Check {
    code: String,
    list: PathBuf,
    #[command(flatten)]
    common: Common,
}

pub(super) fn run(args: &Ballot) -> Result<Answer, Failure> {
    let Command::Check(args) = &args.command;
    let tracker = match args.code.as_str() {
        "-" => None,
        code => {
            let wrong = |_| Failure::usage(Said::new("cli-ballot-code").arg("found", code));
            Some(code.parse::<Tracker>().map_err(wrong)?)
        }
    };
    let limits = Limits::default();
    let bytes = files::read(&args.list, limits.total_bytes)?;
    if bytes.starts_with(b"PK") {
        return of_bundle(&bytes, &limits, args, tracker);
    }
    if bytes.len() as u64 > LARGEST {
        let said = Said::new("cli-file-large").arg("path", args.list.display()).arg("most", LARGEST);
        return Err(Failure::usage(said));
    }
    Ok(told(&read(&bytes).map_err(Failure::usage)?, tracker))
}

/// A list, counted again.
fn told(list: &Bundle, tracker: Option<Tracker>) -> Answer {
    let report = check(list, tracker);
    let mut lines: Vec<String> = report.lines.iter().map(|line| marked(line.holds, &line.said)).collect();
    let digest = list.digest().map(|digest| digest.to_string()).unwrap_or_default();
    lines.push(say(&Said::new("cli-ballot-digest").arg("digest", &digest)));
    let told: Vec<Value> = report
        .lines
        .iter()
        .map(|line| json!({ "holds": line.holds, "key": line.said.key, "text": say(&line.said) }))
        .collect();
    let json = json!({ "checks": told, "holds": report.holds(), "list": digest, "tally": list.tally });
    let exit = if report.holds() { Exit::Good } else { Exit::Finding };
    Answer { text: lines.join("\n"), json, exit }
}

fn marked(holds: bool, said: &Said) -> String {
    let sign = if holds { "cli-ballot-holds" } else { "cli-ballot-broken" };
    format!("{} {}", say(&Said::new(sign)), say(said))
}

/// Every list of an evidence bundle. The code is looked for in all of them; where one has it, the others needn't.
fn of_bundle(bytes: &[u8], limits: &Limits, args: &Check, tracker: Option<Tracker>) -> Result<Answer, Failure> {
    let found = lists(bytes, limits).map_err(|unreadable| {
        let said = Said::new("cli-ballot-bundle").arg("path", args.list.display());
        Failure::usage(said.arg("reason", say(&unreadable.said())))
    })?;
    if found.is_empty() {
        return Err(Failure::usage(Said::new("cli-ballot-none").arg("path", args.list.display())));
    }
    let opened: Vec<(String, Result<Bundle, Said>)> =
        found.into_iter().map(|list| (list.name, list.content.and_then(|content| read(&content)))).collect();
    let has = |list: &Bundle| list.ballots.iter().any(|ballot| Some(ballot.token.tracker()) == tracker);
    let somewhere = opened.iter().any(|(_, list)| list.as_ref().is_ok_and(has));
    let (mut text, mut all, mut exit) = (Vec::new(), Vec::new(), Exit::Good);
    for (name, list) in opened {
        text.push(say(&Said::new("cli-ballot-list").arg("name", &name)));
        let answer = match list {
            Ok(list) => told(&list, tracker.filter(|_| !somewhere || has(&list))),
            Err(said) => Answer {
                text: marked(false, &said),
                json: json!({ "checks": [{ "holds": false, "key": said.key, "text": say(&said) }], "holds": false }),
                exit: Exit::Finding,
            },
        };
        if answer.exit != Exit::Good {
            exit = Exit::Finding;
        }
        text.push(answer.text);
        all.push(json!({ "name": name, "told": answer.json }));
    }
    text.push(say(&Said::new("cli-ballot-rest")));
    Ok(Answer { text: text.join("\n"), json: json!({ "holds": exit == Exit::Good, "lists": all }), exit })
}
