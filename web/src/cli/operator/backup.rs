//! `backup`: everything at one moment into a folder, while the server goes on.

use std::path::PathBuf;

use clap::Args;
use messages::Said;
use operations::Archive;
use serde_json::json;

use super::{Common, Failure, failed, files, named_or_environment, work};
use crate::catalogue::say;
use crate::cli::answer::Answer;
use crate::clock;

#[derive(Debug, Args)]
pub(in crate::cli) struct Backup {
    #[arg(long)]
    database: Option<String>,
    #[arg(long = "to")]
    folder: PathBuf,
    #[arg(long)]
    copy: Vec<PathBuf>,
    #[arg(long)]
    keep: Option<usize>,
    #[arg(long)]
    heads: Option<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) common: Common,
}

pub(in crate::cli) fn run(args: &Backup) -> Result<Answer, Failure> {
    let place = named_or_environment(args.database.as_deref())?;
    let archive = Archive::at(&args.folder);
    let made = work(&Said::new("cli-backup-progress"), async |progress| {
        operations::backup(&place, &archive, clock::now(), &|said| progress.now(&said)).await
    })?;
    if let Some(path) = &args.heads {
        files::write_whole(path, made.heads.as_bytes())?;
    }
    let mut copied = Vec::new();
    for folder in &args.copy {
        copied.push(archive.copy_to(&made.name, &Archive::at(folder)).map_err(|error| failed(&error))?);
    }
    let mut removed = Vec::new();
    if let Some(keep) = args.keep {
        removed = archive.prune(keep).map_err(|error| failed(&error))?;
        for folder in &args.copy {
            Archive::at(folder).prune(keep).map_err(|error| failed(&error))?;
        }
    }
    let records = made.manifest.tables.iter().find(|line| line.table == "record").map_or(0, |line| line.rows);
    let said = Said::new("cli-backup-done")
        .arg("name", &made.name)
        .arg("place", &place)
        .arg("cases", made.manifest.cases)
        .arg("records", records)
        .arg("segments", made.segments)
        .arg("new", made.new_segments)
        .arg("bytes", made.new_bytes)
        .arg("heads", made.manifest.heads)
        .arg("copies", args.copy.len())
        .arg("removed", removed.len());
    let json = json!({
        "backup": made.name,
        "cases": made.manifest.cases,
        "copied_segments": copied,
        "heads": made.manifest.heads,
        "new_bytes": made.new_bytes,
        "new_segments": made.new_segments,
        "records": records,
        "removed": removed,
        "segments": made.segments,
    });
    Ok(Answer::good(say(&said), json))
}
