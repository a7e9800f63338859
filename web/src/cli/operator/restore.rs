//! `restore`: a backup becomes a store that can be used, or nothing does.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use messages::Said;
use operations::{Archive, Heads, Law};
use serde_json::json;

use super::{Common, Failure, MAX_HEADS, files, place, work};
use crate::catalogue::say;
use crate::cli::answer::Answer;

#[derive(Debug, Args)]
pub(in crate::cli) struct Restore {
    #[arg(long = "from")]
    folder: PathBuf,
    #[arg(long = "backup")]
    named: Option<String>,
    #[arg(long = "to")]
    target: String,
    #[arg(long)]
    head: Vec<String>,
    #[arg(long)]
    heads: Option<PathBuf>,
    #[arg(long, default_value = "all", hide_default_value = true, hide_possible_values = true)]
    law: Extent,
    #[command(flatten)]
    pub(in crate::cli) common: Common,
}

/// Of how many cases the law is decided again.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(in crate::cli) enum Extent {
    All,
    Sample,
    None,
}

impl Extent {
    pub(super) const fn law(self) -> Law {
        match self {
            Self::All => Law::All,
            Self::Sample => Law::OneIn(20),
            Self::None => Law::None,
        }
    }
}

pub(in crate::cli) fn run(args: &Restore) -> Result<Answer, Failure> {
    let target = place(&args.target)?;
    let mut shown = args.head.join("\n");
    if let Some(path) = &args.heads {
        shown.push('\n');
        shown.push_str(&String::from_utf8_lossy(&files::read(path, MAX_HEADS)?));
    }
    let heads = Heads::read(&shown).map_err(|error| Failure::usage(error.said()))?;
    let archive = Archive::at(&args.folder);
    let (name, filled) = work(&Said::new("cli-restore-progress"), async |progress| {
        let (named, law) = (args.named.as_deref(), args.law.law());
        operations::restore(&archive, named, &target, law, &heads, &|said| progress.now(&said)).await
    })?;
    let said = Said::new("cli-restore-done")
        .arg("name", &name)
        .arg("place", &target)
        .arg("cases", filled.cases)
        .arg("records", filled.records)
        .arg("replayed", filled.replayed)
        .arg("heads", heads.count());
    let json = json!({
        "backup": name,
        "cases": filled.cases,
        "heads_shown": heads.count(),
        "records": filled.records,
        "replayed": filled.replayed,
        "rows": filled.rows,
        "to": target.to_string(),
    });
    Ok(Answer::good(say(&said), json))
}
