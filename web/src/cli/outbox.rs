//! `outbox`: messages that wait, and those that failed tried again.

use clap::{Args, Subcommand};
use messages::Said;
use negotiation::LawBook;
use serde_json::json;
use store::{Message, MessageId};

use super::Common;
use super::answer::{Answer, Failure};
use super::operator::{named_or_environment, work};
use crate::catalogue::say;
use crate::clock;

/// Messages shown if nobody says otherwise.
const SHOWN: u32 = 100;

#[derive(Debug, Args)]
pub(super) struct Outbox {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    common: Common,
}

impl Outbox {
    /// Whether the answer is wanted as JSON, asked for before or after the part.
    pub(super) const fn json(&self) -> bool {
        let own = match &self.command {
            Command::List(list) => list.common.json,
            Command::Retry(retry) => retry.common.json,
        };
        self.common.json || own
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    List(List),
    Retry(Retry),
}

#[derive(Debug, Args)]
struct List {
    #[arg(long)]
    database: Option<String>,
    #[arg(long)]
    failed: bool,
    #[arg(long)]
    limit: Option<u32>,
    #[command(flatten)]
    common: Common,
}

#[derive(Debug, Args)]
struct Retry {
    message: Option<String>,
    #[arg(long)]
    database: Option<String>,
    #[command(flatten)]
    common: Common,
}

pub(super) fn run(args: &Outbox) -> Result<Answer, Failure> {
    match &args.command {
        Command::List(list) => show(list),
        Command::Retry(retry) => again(retry),
    }
}

fn show(args: &List) -> Result<Answer, Failure> {
    let place = named_or_environment(args.database.as_deref())?;
    let limit = args.limit.unwrap_or(SHOWN);
    let waiting = work(&Said::new("cli-outbox-progress"), async |_| {
        operations::outbox_waiting(&place, args.failed, limit).await
    })?;
    let mut lines: Vec<String> = waiting.iter().map(line).collect();
    lines.push(say(&Said::new("cli-outbox-list-end").arg("count", waiting.len())));
    let told = |message: &Message| {
        json!({
            "attempts": message.attempts,
            "audience": message.audience,
            "created_at": message.created_at,
            "kind": message.kind,
            "message": name(message.id),
            "next_at": message.next_at,
            "problem": message.problem,
        })
    };
    Ok(Answer::good(lines.join("\n"), waiting.iter().map(told).collect()))
}

fn line(message: &Message) -> String {
    say(&Said::new("cli-outbox-line")
        .arg("message", name(message.id))
        .arg("audience", &message.audience)
        .message("what", format!("neg-command-{}", message.kind.replace('_', "-")))
        .arg("attempts", message.attempts)
        .arg("next", message.next_at)
        .arg("problem", message.problem.as_deref().unwrap_or("—")))
}

fn again(args: &Retry) -> Result<Answer, Failure> {
    let place = named_or_environment(args.database.as_deref())?;
    let wrong = |found: &String| Failure::usage(Said::new("cli-outbox-name").arg("found", found));
    let one = args.message.as_ref().map(|text| id(text).ok_or_else(|| wrong(text))).transpose()?;
    let book =
        LawBook::builtin().map_err(|error| Failure::usage(Said::new("cli-operator-failed").arg("what", error)))?;
    let retried = work(&Said::new("cli-outbox-progress"), async |_| {
        operations::outbox_retry(&place, one, clock::now(), book).await
    })?;
    let said = Said::new("cli-outbox-retry-done").arg("due", retried.due).arg("taken", retried.taken);
    Ok(Answer::good(say(&said), json!({ "due": retried.due, "taken": retried.taken })))
}

/// A message as people name it: case, record, part.
fn name(MessageId { case, seq, part }: MessageId) -> String {
    format!("{case}.{seq}.{part}")
}

fn id(text: &str) -> Option<MessageId> {
    let mut parts = text.split('.');
    let id = MessageId {
        case: parts.next()?.parse().ok()?,
        seq: parts.next()?.parse().ok()?,
        part: parts.next()?.parse().ok()?,
    };
    parts.next().is_none().then_some(id)
}
