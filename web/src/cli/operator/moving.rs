//! `move`: everything from one database to another, empty one.

use clap::Args;
use messages::Said;
use serde_json::json;

use super::restore::Extent;
use super::{Common, Failure, place, work};
use crate::catalogue::say;
use crate::cli::answer::Answer;
use crate::clock;

#[derive(Debug, Args)]
pub(in crate::cli) struct Move {
    #[arg(long = "from")]
    source: String,
    #[arg(long = "to")]
    target: String,
    #[arg(long, default_value = "sample", hide_default_value = true, hide_possible_values = true)]
    law: Extent,
    #[command(flatten)]
    pub(in crate::cli) common: Common,
}

pub(in crate::cli) fn run(args: &Move) -> Result<Answer, Failure> {
    let (source, target) = (place(&args.source)?, place(&args.target)?);
    let filled = work(&Said::new("cli-move-progress"), async |progress| {
        let told = |said: Said| progress.now(&said);
        operations::move_store(&source, &target, clock::now(), args.law.law(), &told).await
    })?;
    let said = Said::new("cli-move-done")
        .arg("source", &source)
        .arg("target", &target)
        .arg("cases", filled.cases)
        .arg("records", filled.records)
        .arg("rows", filled.rows)
        .arg("replayed", filled.replayed);
    let json = json!({
        "cases": filled.cases,
        "from": source.to_string(),
        "records": filled.records,
        "replayed": filled.replayed,
        "rows": filled.rows,
        "to": target.to_string(),
    });
    Ok(Answer::good(say(&said), json))
}
