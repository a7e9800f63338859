//! `bench`: how fast this machine decides, stores, verifies and typesets, beside its peers where there are any.

mod figure;
mod papers;
mod records;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use documents::{FontError, TypesetError};
use gauge::{Cases, Effort, Figure};
use ledger::bundle::BundleError;
use messages::Said;
use negotiation::{LawBook, LawBookError};
use serde_json::json;

use super::Common;
use super::answer::{Answer, Exit, Failure};
use super::progress::Progress;
use crate::catalogue::{say, word};

#[derive(Debug, Args)]
pub(super) struct Bench {
    #[command(subcommand)]
    what: Option<What>,
    #[arg(long, global = true)]
    quick: bool,
    #[arg(long, global = true)]
    dir: Option<PathBuf>,
    #[command(flatten)]
    common: Common,
}

/// A part by itself.
#[derive(Debug, Subcommand)]
enum What {
    Store(InStore),
}

/// The store under load, and the door for acts before it.
#[derive(Debug, Args)]
struct InStore {
    #[arg(long)]
    database: Option<String>,
    #[arg(long)]
    records: Option<u64>,
    #[command(flatten)]
    common: Common,
}

impl Bench {
    /// Whether the answer is wanted as JSON, asked for before or after `store`.
    pub(super) const fn json(&self) -> bool {
        match &self.what {
            None => self.common.json,
            Some(What::Store(store)) => self.common.json || store.common.json,
        }
    }
}

/// Why something could not be measured.
#[derive(Debug, thiserror::Error)]
enum Trouble {
    #[error("the law book: {0}")]
    Book(#[from] LawBookError),
    #[error("a bundle: {0}")]
    Bundle(#[from] BundleError),
    #[error("a record or paper doesn't hold")]
    Broken,
    #[error("there is nothing to measure")]
    Empty,
    #[error("fonts: {0}")]
    Fonts(#[from] FontError),
    #[error(transparent)]
    Gauge(#[from] gauge::Trouble),
    #[error("this machine: {0}")]
    Machine(std::io::Error),
    #[error("typesetting: {0}")]
    Typeset(#[from] TypesetError),
}

impl Trouble {
    fn said(&self) -> Said {
        match self {
            Self::Fonts(error) => error.said(),
            Self::Gauge(gauge::Trouble::Store(error)) => error.said(),
            Self::Gauge(gauge::Trouble::Submit(error)) => error.said(),
            Self::Gauge(gauge::Trouble::Refused(refusal)) => refusal.found(),
            Self::Typeset(error) => error.said(),
            Self::Book(_) | Self::Bundle(_) | Self::Broken | Self::Empty | Self::Gauge(_) | Self::Machine(_) => {
                Said::new("cli-bench-trouble").arg("detail", self)
            }
        }
    }
}

pub(super) fn run(args: &Bench) -> Result<Answer, Failure> {
    // A goal that is missed is a finding; what can't be measured is none.
    let figures = measure(args).map_err(|trouble| Failure::usage(trouble.said()))?;
    let missed = figures.iter().filter(|figure| figure.passes() == Some(false)).count();
    let mut lines = vec![figure::table(&figures), String::new()];
    lines.push(say(&Said::new("cli-bench-verdict")
        .arg("missed", missed)
        .arg("all", if missed == 0 { "yes" } else { "no" })));
    if args.what.is_none() && !figures.iter().any(|figure| figure.id == "verify_law") {
        lines.push(word("cli-bench-no-law"));
    }
    if cfg!(debug_assertions) {
        lines.push(word("cli-bench-debug"));
    }
    let json = json!({
        "debug_build": cfg!(debug_assertions),
        "figures": figures.iter().map(Figure::json).collect::<Vec<_>>(),
        "goals_missed": missed,
        "quick": args.quick,
    });
    Ok(Answer { text: lines.join("\n"), json, exit: if missed == 0 { Exit::Good } else { Exit::Finding } })
}

fn measure(args: &Bench) -> Result<Vec<Figure>, Trouble> {
    let effort = Effort::new(args.quick);
    let progress = Progress::start(&doing("pure"));
    let book = LawBook::builtin()?;
    let cases = Cases::new()?;
    let (pure, records) = gauge::measure_acts(&book, &cases, &effort)?;
    let mut figures = vec![pure];
    let dir = match &args.dir {
        Some(dir) => tempfile::tempdir_in(dir),
        None => tempfile::tempdir(),
    };
    let dir = dir.map_err(Trouble::Machine)?;
    let usual = gauge::usual_record(&records).ok_or(Trouble::Empty)?;
    if let Some(What::Store(InStore { database, records, .. })) = &args.what {
        let address = |name: &str| database.clone().unwrap_or_else(|| dir.path().join(name).display().to_string());
        let mut tell = |figure: Figure| {
            progress.now(&doing(figure.id));
            figures.push(figure);
        };
        // A file of its own for each part; a server is left full, so that what begins empty has one of its own.
        let place = |name: &str| address(name).parse::<store::Place>().map_err(gauge::Trouble::from);
        gauge::load(book.clone(), &cases, &effort, &place("load.sqlite")?, &usual, &mut tell)?;
        gauge::door(book.clone(), &cases, &effort, &address("door.sqlite"), &mut tell)?;
        let records = records.unwrap_or(effort.records);
        if database.is_none() {
            gauge::growth(book.clone(), &cases, &effort, &place("grown.sqlite")?, records, &mut tell)?;
        }
        gauge::growth_on_a_server(book.clone(), &cases, &effort, records, &mut tell)?;
        gauge::standby(&book, &cases, &effort, &mut tell)?;
        return Ok(figures);
    }
    progress.now(&doing("durable_one"));
    figures.extend(gauge::measure_durable(book.clone(), &cases, &effort, dir.path(), &usual)?);
    progress.now(&doing("verify_chain"));
    figures.extend(records::measure(&book, &records, &effort)?);
    progress.now(&doing("papers_one"));
    figures.extend(papers::measure(&effort)?);
    Ok(figures)
}

fn doing(what: &'static str) -> Said {
    Said::new("cli-bench-progress").arg("figure", what)
}
