//! `bench`: how fast this machine decides, stores, verifies and typesets, beside its peers where there are any.

mod acts;
mod case;
mod durable;
mod figure;
mod load;
mod papers;
mod records;

use std::path::PathBuf;

use clap::Args;
use documents::{FontError, TypesetError};
use ledger::bundle::BundleError;
use messages::Said;
use negotiation::{LawBook, LawBookError, Refusal};
use serde_json::json;
use store::{Place, StoreError, SubmitError};

use super::Common;
use super::answer::{Answer, Exit, Failure};
use super::progress::Progress;
use crate::catalogue::{say, word};
use acts::Records;
use figure::Figure;

#[derive(Debug, Args)]
pub(super) struct Bench {
    #[arg(long)]
    quick: bool,
    /// The store alone.
    #[arg(long)]
    store: bool,
    #[arg(long)]
    database: Option<String>,
    #[arg(long)]
    dir: Option<PathBuf>,
    #[command(flatten)]
    pub(super) common: Common,
}

/// How much is done for each figure.
struct Effort {
    /// Rounds, of which the middle one counts.
    rounds: u32,
    /// Cases in memory, a round.
    cases: u32,
    /// Cases on disk by one client, a round.
    durable_cases: u32,
    /// Bare inserts, a round.
    inserts: u32,
    /// Documents in all.
    papers: u32,
}

impl Effort {
    const fn new(quick: bool) -> Self {
        if quick {
            Self { rounds: 3, cases: 40, durable_cases: 6, inserts: 400, papers: 100 }
        } else {
            Self { rounds: 7, cases: 300, durable_cases: 40, inserts: 2_500, papers: 2_000 }
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
    #[error("this machine: {0}")]
    Machine(std::io::Error),
    #[error("refused under {}", .0.rule)]
    Refused(Box<Refusal>),
    #[error("the store: {0}")]
    Store(#[from] StoreError),
    #[error("the store: {0}")]
    Submit(Box<SubmitError>),
    #[error("typesetting: {0}")]
    Typeset(#[from] TypesetError),
}

impl Trouble {
    fn said(&self) -> Said {
        match self {
            Self::Fonts(error) => error.said(),
            Self::Store(error) => error.said(),
            Self::Submit(error) => error.said(),
            Self::Typeset(error) => error.said(),
            Self::Refused(refusal) => refusal.found(),
            Self::Book(_) | Self::Bundle(_) | Self::Broken | Self::Empty | Self::Machine(_) => {
                Said::new("cli-bench-trouble").arg("detail", self)
            }
        }
    }
}

pub(super) fn run(args: &Bench) -> Result<Answer, Failure> {
    let figures = measure(args).map_err(|trouble| Failure::finding(trouble.said()))?;
    let missed = figures.iter().filter(|figure| figure.passes() == Some(false)).count();
    let mut lines = vec![figure::table(&figures), String::new()];
    lines.push(say(&Said::new("cli-bench-verdict")
        .arg("missed", missed)
        .arg("all", if missed == 0 { "yes" } else { "no" })));
    if !args.store && !figures.iter().any(|figure| figure.id == "verify_law") {
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
    let doing = |what: &'static str| Said::new("cli-bench-progress").arg("figure", what);
    let progress = Progress::start(&doing("pure"));
    let book = LawBook::builtin()?;
    let cases = case::Cases::new();
    let (pure, records) = acts::measure(&book, &cases, &effort)?;
    let mut figures = vec![pure];
    progress.now(&doing(if args.store { "store_64" } else { "durable_one" }));
    let dir = match &args.dir {
        Some(dir) => tempfile::tempdir_in(dir),
        None => tempfile::tempdir(),
    };
    let dir = dir.map_err(Trouble::Machine)?;
    let usual = usual_record(&records).ok_or(Trouble::Empty)?;
    if args.store {
        let place = match &args.database {
            Some(url) => url.parse()?,
            None => Place::File(dir.path().join("load.sqlite")),
        };
        return load::measure(book, &cases, &effort, &place, &usual);
    }
    figures.extend(durable::measure(book.clone(), &cases, &effort, dir.path(), &usual)?);
    progress.now(&doing("verify_chain"));
    figures.extend(records::measure(&book, &records, &effort)?);
    progress.now(&doing("papers_one"));
    figures.extend(papers::measure(&effort)?);
    Ok(figures)
}

/// The record of middle size.
fn usual_record(cases: &[Records]) -> Option<Vec<u8>> {
    let mut sizes: Vec<&[u8]> = cases.iter().flatten().map(|record| record.bytes.as_slice()).collect();
    sizes.sort_by_key(|bytes| bytes.len());
    sizes.get(sizes.len() / 2).map(|bytes| bytes.to_vec())
}

/// The case that records belong to, as they name it.
fn case_of(records: &Records) -> Option<String> {
    #[derive(serde::Deserialize)]
    struct Named {
        case: String,
    }
    let first = records.first()?;
    Some(serde_json::from_slice::<Named>(&first.bytes).ok()?.case)
}
