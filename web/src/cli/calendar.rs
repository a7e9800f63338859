//! `calendar import`: a year's days off, loaded by one person and confirmed by another.

mod difference;

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use law::calendar::{CalendarYear, DayKind};
use law::dataset::{DataSets, Loading};
use messages::Said;
use serde_json::{Value, json};

use super::answer::{Answer, Exit, Failure};
use super::{Common, data, files};
use crate::catalogue::say;
use crate::clock;

use difference::Difference;

/// Most bytes of a notice.
const MAX_NOTICE: u64 = 4_000_000;

#[derive(Debug, Args)]
pub(super) struct Calendar {
    #[command(subcommand)]
    command: Subcommands,
    #[command(flatten)]
    common: Common,
}

#[derive(Debug, Subcommand)]
enum Subcommands {
    Import(Import),
}

#[derive(Debug, Args)]
struct Import {
    file: PathBuf,
    #[arg(long)]
    loaded_by: String,
    #[arg(long)]
    confirmed_by: String,
    #[arg(long, alias = "out")]
    data_dir: Option<PathBuf>,
    #[arg(long)]
    replace: bool,
    #[command(flatten)]
    common: Common,
}

impl Calendar {
    /// Whether the answer is wanted as JSON, asked for before or after `import`.
    pub(super) const fn json(&self) -> bool {
        let Subcommands::Import(import) = &self.command;
        self.common.json || import.common.json
    }
}

pub(super) fn run(args: &Calendar) -> Result<Answer, Failure> {
    let Subcommands::Import(args) = &args.command;
    import(args)
}

fn import(args: &Import) -> Result<Answer, Failure> {
    let loading = Loading::new(&args.loaded_by, &args.confirmed_by, clock::now())
        .map_err(|same| Failure::refused("CONFIRM-SAME-PERSON", same.said()))?;
    let bytes = files::read(&args.file, MAX_NOTICE)?;
    let year = law::calendar::import(&bytes).map_err(|error| data::wrong_file(&args.file, &error))?;
    let before = data::load(args.data_dir.as_deref())?;
    let dir = args.data_dir.as_deref().unwrap_or(Path::new(data::DEFAULT_DIR));
    let number = year.year;
    let difference = before.calendar.year(number).map(|known| Difference::between(known, &year));
    match &difference {
        Some(difference) if difference.is_empty() => {
            return Ok(Answer::good(unchanged(number, &before), json(&before, &year, None, None)));
        }
        Some(difference) if !args.replace => {
            let text = say(&Said::new("cli-import-known").arg("year", number).arg("difference", difference.text()));
            return Ok(Answer { text, json: json(&before, &year, None, Some(difference)), exit: Exit::Finding });
        }
        Some(_) | None => {}
    }
    let after = before.with_calendar_year(year.clone()).map_err(|error| data::wrong_file(&args.file, &error))?;
    let path = data::store_calendar(dir, &after, &loading)?;
    let text = stored(&after, &year, &path, &loading, difference.as_ref());
    Ok(Answer::good(text, json(&after, &year, Some((&path, &loading)), difference.as_ref())))
}

fn unchanged(year: i16, data: &DataSets) -> String {
    say(&Said::new("cli-import-unchanged").arg("year", year).arg("hash", data.calendar.hash()))
}

fn stored(
    data: &DataSets,
    year: &CalendarYear,
    path: &Path,
    loading: &Loading,
    difference: Option<&Difference>,
) -> String {
    let mut lines = vec![
        say(&Said::new("cli-import-done")
            .arg("year", year.year)
            .arg("notice", &year.notice)
            .arg("working", working_days(data, year.year))),
        say(&Said::new("cli-import-off").arg("count", year.off.len())),
    ];
    for off in &year.off {
        lines.push(format!("  {} — {}  {}", off.from, off.to, off.name));
    }
    lines.push(say(&Said::new("cli-import-make-up").arg("count", year.make_up.len())));
    for day in &year.make_up {
        lines.push(format!("  {}  {}", day.date, day.name));
    }
    let statutory = if year.statutory.is_some() { "known" } else { "unknown" };
    lines.push(say(&Said::new("cli-import-statutory").arg("known", statutory)));
    if let Some(difference) = difference {
        lines.push(say(&Said::new("cli-import-replaced").arg("difference", difference.text())));
    }
    lines.push(say(&Said::new("cli-import-written")
        .arg("path", path.display())
        .arg("hash", data.calendar.hash())
        .arg("loaded", loading.loaded_by())
        .arg("confirmed", loading.confirmed_by())));
    lines.join("\n")
}

/// Working days of a known year.
fn working_days(data: &DataSets, year: i16) -> usize {
    let first = law::Date::new(year, 1, 1).ok();
    let days = std::iter::successors(first, |day| day.tomorrow().ok()).take_while(|day| day.year() == year);
    days.filter(|day| data.calendar.kind(*day).is_some_and(DayKind::is_working)).count()
}

fn json(
    data: &DataSets,
    year: &CalendarYear,
    stored: Option<(&Path, &Loading)>,
    difference: Option<&Difference>,
) -> Value {
    json!({
        "dataset_hash": data.calendar.hash(),
        "difference": difference.map(Difference::json),
        "loading": stored.map(|(_, loading)| loading),
        "path": stored.map(|(path, _)| path),
        "written": stored.is_some(),
        "year": year,
    })
}
