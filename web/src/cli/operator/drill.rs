//! `drill`: backup, restore into a scratch place, check; how many minutes each takes.

use std::cell::Cell;
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use messages::Said;
use operations::Archive;
use serde_json::json;

use super::{Common, Failure, minutes, named_or_environment, work};
use crate::catalogue::say;
use crate::cli::answer::Answer;
use crate::clock::{self, Stopwatch};

#[derive(Debug, Args)]
pub(in crate::cli) struct Drill {
    #[arg(long)]
    database: Option<String>,
    #[arg(long = "to")]
    folder: PathBuf,
    #[arg(long)]
    scratch: Option<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) common: Common,
}

pub(in crate::cli) fn run(args: &Drill) -> Result<Answer, Failure> {
    let place = named_or_environment(args.database.as_deref())?;
    let archive = Archive::at(&args.folder);
    let scratch = args.scratch.clone().unwrap_or_else(std::env::temp_dir);
    let (watch, half) = (Stopwatch::start(), Cell::new(Duration::ZERO));
    let drilled = work(&Said::new("cli-drill-progress"), async |progress| {
        let half_way = || half.set(watch.elapsed());
        let told = |said: Said| progress.now(&said);
        operations::drill(&place, &archive, &scratch, clock::now(), &half_way, &told).await
    })?;
    let (backup, restore) = (half.get(), watch.elapsed().saturating_sub(half.get()));
    let said = Said::new("cli-drill-done")
        .arg("name", &drilled.made.name)
        .arg("cases", drilled.filled.cases)
        .arg("records", drilled.filled.records)
        .arg("backup", minutes(backup))
        .arg("restore", minutes(restore));
    let json = json!({
        "backup": drilled.made.name,
        "backup_ms": u64::try_from(backup.as_millis()).unwrap_or(u64::MAX),
        "cases": drilled.filled.cases,
        "records": drilled.filled.records,
        "replayed": drilled.filled.replayed,
        "restore_ms": u64::try_from(restore.as_millis()).unwrap_or(u64::MAX),
    });
    Ok(Answer::good(say(&said), json))
}
