//! `play`: a scenario through the real engine.

use std::path::PathBuf;

use clap::Args;
use messages::Said;
use negotiation::table;
use serde_json::json;

use super::Common;
use super::answer::{Answer, Failure};
use super::progress::Progress;
use crate::catalogue::say;
use crate::play::{Played, explain, is_finding, play};

#[derive(Debug, Args)]
pub(super) struct Play {
    scenario: PathBuf,
    #[arg(long)]
    out: PathBuf,
    #[command(flatten)]
    pub(super) common: Common,
}

pub(super) fn run(args: &Play) -> Result<Answer, Failure> {
    let progress = Progress::start(&Said::new("play-progress").arg("done", 0).arg("of", "…"));
    let mut report = |at: crate::play::Progress| {
        progress.now(&Said::new("play-progress").arg("done", at.done).arg("of", at.of));
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Failure::usage(Said::new("play-store").arg("reason", error)))?;
    let played = runtime.block_on(play(&args.scenario, &args.out, &mut report)).map_err(|error| {
        let said = Said::new("cli-lines").arg("text", explain(&error).join("\n"));
        if is_finding(&error) { Failure::finding(said) } else { Failure::usage(said) }
    });
    drop(progress);
    let played = played?;
    Ok(Answer::good(text(&played), json(&played)))
}

fn text(played: &Played) -> String {
    let out = |name: &str| played.out.join(name).display().to_string();
    let mut lines = vec![
        say(&Said::new("play-done").arg("title", &played.title)),
        say(&Said::new("play-done-stage")
            .message("stage", table::stage_key(&played.stage))
            .arg("records", played.records)
            .arg("refusals", played.refusals)),
    ];
    if let Some(agreement) = played.agreement() {
        lines.push(say(&Said::new("play-done-agreement").arg("path", agreement.display())));
    }
    lines.push(say(&Said::new("play-done-documents")
        .arg("path", out("documents"))
        .arg("count", played.documents.len())));
    lines.push(say(&Said::new("play-done-timeline")
        .arg("html", out("timeline.html"))
        .arg("json", out("timeline.json"))));
    lines.push(say(&Said::new("play-done-bundle").arg("path", out("bundle.zip"))));
    lines.extend(played.children.iter().map(child));
    lines.join("\n")
}

/// A further case in one line.
fn child(played: &Played) -> String {
    say(&Said::new("play-done-child")
        .arg("key", &played.key)
        .message("stage", table::stage_key(&played.stage))
        .arg("records", played.records)
        .arg("path", played.out.display()))
}

fn json(played: &Played) -> serde_json::Value {
    json!({
        "agreement": played.agreement(),
        "bundle": played.out.join("bundle.zip"),
        "case": played.case,
        "children": played.children.iter().map(json).collect::<Vec<_>>(),
        "documents": played.documents,
        "head": played.head,
        "key": played.key,
        "records": played.records,
        "refusals": played.refusals,
        "stage": played.stage,
        "timeline": played.out.join("timeline.json"),
        "title": played.title,
    })
}
