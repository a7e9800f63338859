//! `ballot check`: a published ballot counted again, and one tracker looked for.

use std::path::PathBuf;

use ::ballot::{Line, Tracker, check, read};
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
    let bundle = read(&files::read(&args.list, LARGEST)?).map_err(Failure::usage)?;
    let report = check(&bundle, tracker);
    let sign = |line: &Line| say(&Said::new(if line.holds { "cli-ballot-holds" } else { "cli-ballot-broken" }));
    let mut lines: Vec<String> =
        report.lines.iter().map(|line| format!("{} {}", sign(line), say(&line.said))).collect();
    let digest = bundle.digest().map(|digest| digest.to_string()).unwrap_or_default();
    lines.push(say(&Said::new("cli-ballot-digest").arg("digest", &digest)));
    let told: Vec<Value> = report
        .lines
        .iter()
        .map(|line| json!({ "holds": line.holds, "key": line.said.key, "text": say(&line.said) }))
        .collect();
    let json = json!({ "checks": told, "holds": report.holds(), "list": digest, "tally": bundle.tally });
    let exit = if report.holds() { Exit::Good } else { Exit::Finding };
    Ok(Answer { text: lines.join("\n"), json, exit })
}
