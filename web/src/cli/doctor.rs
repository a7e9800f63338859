//! `doctor`: what is wrong with an installation, or will be soon, each with how to mend it.

use std::path::PathBuf;

use clap::Args;
use documents::{DEFAULT_FONT_DIRS, Typesetter};
use messages::Said;
use operations::{Finding, Grade, Patient};
use serde_json::{Value, json};
use tokio::runtime::Builder;

use super::answer::{Answer, Exit, Failure};
use super::progress::Progress;
use super::serve::configuration;
use super::{Common, data};
use crate::catalogue::say;
use crate::clock;

#[derive(Debug, Args)]
pub(super) struct Doctor {
    #[arg(short, long)]
    config: PathBuf,
    #[arg(long)]
    data_dir: Option<PathBuf>,
    #[arg(long)]
    fonts: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) common: Common,
}

pub(super) fn run(args: &Doctor) -> Result<Answer, Failure> {
    let config = configuration(&args.config)?;
    let progress = Progress::start(&Said::new("cli-doctor-progress"));
    let data = data::load(args.data_dir.as_deref())?;
    let years: Vec<i16> = data.calendar.years().iter().map(|year| year.year).collect();
    let folders: Vec<PathBuf> =
        if args.fonts.is_empty() { DEFAULT_FONT_DIRS.map(PathBuf::from).to_vec() } else { args.fonts.clone() };
    let fonts = Typesetter::new(&folders).map(drop).map_err(|error| error.said());
    let patient = Patient {
        calendar_years: &years,
        config: &config,
        config_file: &args.config,
        fonts,
        now: clock::now(),
        voter_script: pages::has_voter_script(),
    };
    let runtime = Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Failure::usage(Said::new("cli-operator-failed").arg("what", error)))?;
    let findings = runtime.block_on(operations::doctor(&patient));
    drop(progress);
    let worst = findings.iter().map(|finding| finding.grade).max().unwrap_or(Grade::Good);
    let exit = if worst == Grade::Bad { Exit::Finding } else { Exit::Good };
    let mut lines: Vec<String> = findings.iter().map(line).collect();
    lines.push(say(&Said::new("cli-doctor-end").arg("worst", worst.name())));
    Ok(Answer { text: lines.join("\n"), json: findings.iter().map(told).collect(), exit })
}

/// One line where all is well; with what is required and how to mend it where it isn't.
fn line(finding: &Finding) -> String {
    let key = if finding.grade == Grade::Good { "cli-doctor-good" } else { "cli-doctor-line" };
    say(&Said::new(key)
        .arg("grade", finding.grade.name())
        .arg("what", say(&finding.title()))
        .arg("found", say(&finding.found))
        .arg("required", say(&finding.required()))
        .arg("mend", say(&finding.mend())))
}

fn told(finding: &Finding) -> Value {
    json!({
        "found": say(&finding.found),
        "grade": finding.grade.name(),
        "id": finding.id,
        "mend": say(&finding.mend()),
        "required": say(&finding.required()),
        "what": say(&finding.title()),
    })
}
