//! `verify`: one line a check, the first break named.

use std::path::PathBuf;

use ::verify::{Check, Limits, Report, verify};
use clap::Args;
use messages::Said;
use serde_json::{Value, json};

use super::answer::{Answer, Exit, Failure};
use super::progress::Progress;
use super::{Common, files};
use crate::catalogue::{catalogue, say};

#[derive(Debug, Args)]
pub(super) struct Verify {
    bundle: PathBuf,
    #[command(flatten)]
    pub(super) common: Common,
}

pub(super) fn run(args: &Verify) -> Result<Answer, Failure> {
    let limits = Limits::default();
    let progress = Progress::start(&Said::new("cli-verify-progress").arg("path", args.bundle.display()));
    let bytes = files::read(&args.bundle, limits.total_bytes)?;
    let report = verify(&bytes, &limits).map_err(|unreadable| {
        let said = Said::new("cli-verify-unreadable").arg("path", args.bundle.display());
        Failure::usage(said.arg("reason", say(&unreadable.said())))
    });
    drop(progress);
    let report = report?;
    let exit = if report.holds() { Exit::Good } else { Exit::Finding };
    Ok(Answer { text: text(&report), json: json(&report), exit })
}

fn text(report: &Report) -> String {
    let mut lines: Vec<String> = report.checks.iter().map(|check| check.line(catalogue())).collect();
    lines.push(String::new());
    lines.push(match &report.first_break {
        Some(check) => say(&Said::new("cli-verify-broken").arg("line", check.line(catalogue()))),
        None => say(&Said::new("cli-verify-holds").arg("records", report.records)),
    });
    lines.join("\n")
}

fn json(report: &Report) -> Value {
    let check = |check: &Check| {
        json!({
            "id": check.id,
            "key": check.said.key,
            "outcome": check.outcome,
            "place": check.place,
            "text": say(&check.said),
        })
    };
    json!({
        "case": report.case,
        "checks": report.checks.iter().map(check).collect::<Vec<_>>(),
        "first_break": report.first_break.as_ref().map(check),
        "holds": report.holds(),
        "records": report.records,
    })
}
