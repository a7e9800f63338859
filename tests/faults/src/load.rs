//! Acts of genuine cases from many tasks at once, each acknowledged act written down before it counts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use messages::Catalogue;
use model::history::Step;
use store::{Place, Store, StoreError, Submission, SubmitError, Writer, WriterOptions};
use tokio::task::JoinSet;
use tokio::time::interval;
use uuid::Uuid;

use crate::cases::Cases;
use crate::journal::{Acknowledged, Journal, Reader};
use crate::watch::{Stopwatch, percentile};

/// So many acts that were acknowledged are handed in again when a worker starts.
const AGAIN: usize = 2;

/// What a worker does.
#[derive(Clone, Debug)]
pub struct Load {
    /// The database.
    pub place: Place,
    /// The journal.
    pub journal: PathBuf,
    /// How many tasks act at once; task `t` carries the cases `t`, `t + tasks`, … through, one after the other.
    pub tasks: u32,
    /// How often each task acts, where it isn't as often as it can.
    pub every: Option<Duration>,
}

/// Why a worker can't work.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The law.
    #[error(transparent)]
    Law(#[from] model::random::Fault),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The journal.
    #[error(transparent)]
    Journal(#[from] io::Error),
    /// The texts.
    #[error("texts: {0}")]
    Texts(String),
}

struct Task {
    cases: Cases,
    journal: Arc<Journal>,
    load: Load,
    micros: Arc<Mutex<Vec<u64>>>,
    texts: Arc<Catalogue>,
    writer: Writer,
}

impl Load {
    /// Acts until the process is killed. The case that each task was at goes on a little before the last act that was
    /// acknowledged: an act that is recorded is answered from its record, so that nobody has to know which those are.
    ///
    /// # Errors
    /// See [`LoadError`].
    pub async fn run(self) -> Result<(), LoadError> {
        let cases = Cases::new()?;
        let texts = Catalogue::new(&[store::MESSAGES, law::MESSAGES, negotiation::MESSAGES]);
        let texts = Arc::new(texts.map_err(|error| LoadError::Texts(format!("{error:?}")))?);
        let store = opened(&self.place).await?;
        let (writer, task) = store.writer(cases.book(), WriterOptions::default()).await?;
        let newest = newest(&self)?;
        let journal = Arc::new(Journal::open(&self.journal)?);
        let mut running = JoinSet::new();
        let micros = Arc::default();
        running.spawn(sample(samples_of(&self.journal), Arc::clone(&micros)));
        for number in 0..self.tasks {
            let from = newest.get(&number).copied().unwrap_or((number, 0));
            let (cases, journal, texts) = (cases.clone(), Arc::clone(&journal), Arc::clone(&texts));
            let (load, micros) = (self.clone(), Arc::clone(&micros));
            let task = Task { cases, journal, load, micros, texts, writer: writer.clone() };
            running.spawn(task.run(from));
        }
        while let Some(done) = running.join_next().await {
            done.map_err(|_| StoreError::Panicked)??;
        }
        drop(writer);
        task.stopped().await;
        Ok(())
    }
}

/// Opens the store; a server that is just starting is waited for.
async fn opened(place: &Place) -> Result<Store, StoreError> {
    let mut last = StoreError::Unreachable;
    for _ in 0..200 {
        match Store::open(place).await {
            Ok(store) => return Ok(store),
            Err(error) => last = error,
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Err(last)
}

/// The newest case of each task, and how many of its acts were acknowledged.
fn newest(load: &Load) -> io::Result<BTreeMap<u32, (u32, usize)>> {
    let mut newest: BTreeMap<u32, (u32, BTreeSet<Uuid>)> = BTreeMap::new();
    for Acknowledged { number, act, .. } in Reader::new(&load.journal).more()?.acknowledged {
        let (case, acts) = newest.entry(number % load.tasks).or_insert((number, BTreeSet::new()));
        if number > *case {
            (*case, *acts) = (number, BTreeSet::new());
        }
        if number == *case {
            acts.insert(act);
        }
    }
    Ok(newest.into_iter().map(|(task, (case, acts))| (task, (case, acts.len()))).collect())
}

/// A second of a worker: how many acts were acknowledged, and how long they took, in microseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Second {
    /// Acts.
    pub acts: u64,
    /// Half of them took no longer.
    pub median: u64,
    /// All but one of a hundred took no longer.
    pub last: u64,
}

/// Where a worker writes how each second went.
#[must_use]
pub fn samples_of(journal: &Path) -> PathBuf {
    journal.with_extension("seconds")
}

/// The seconds of a worker so far.
///
/// # Errors
/// The file can't be read.
pub fn seconds(journal: &Path) -> io::Result<Vec<Second>> {
    let text = std::fs::read_to_string(samples_of(journal))?;
    let second = |line: &str| {
        let mut words = line.split(' ').map_while(|word| word.parse().ok());
        Some(Second { acts: words.next()?, median: words.next()?, last: words.next()? })
    };
    Ok(text.lines().filter_map(second).collect())
}

async fn sample(path: PathBuf, micros: Arc<Mutex<Vec<u64>>>) -> Result<(), LoadError> {
    let mut file = OpenOptions::new().append(true).create(true).open(path)?;
    loop {
        tokio::time::sleep(Duration::from_secs(1)).await;
        let mut all = std::mem::take(&mut *micros.lock().unwrap_or_else(PoisonError::into_inner));
        all.sort_unstable();
        file.write_all(format!("{} {} {}\n", all.len(), percentile(&all, 50), percentile(&all, 99)).as_bytes())?;
    }
}

impl Task {
    async fn run(self, (from, known): (u32, usize)) -> Result<(), LoadError> {
        let mut due = self.load.every.map(interval);
        for number in (from..).step_by(self.load.tasks as usize) {
            let skip = if number == from { known.saturating_sub(AGAIN) } else { 0 };
            for step in self.cases.history(number).skip(skip) {
                if let Some(due) = &mut due {
                    due.tick().await;
                }
                if !self.hand_in(number, step).await? {
                    break;
                }
            }
        }
        Ok(())
    }

    /// Hands an act in until it is answered. Whether the case goes on.
    async fn hand_in(&self, number: u32, step: Step) -> Result<bool, LoadError> {
        let watch = Stopwatch::start();
        loop {
            let error = match self.writer.submit(Submission::new(step.act.clone())).await {
                Ok(receipt) => {
                    let given = receipt.strikes.iter().chain([&receipt.act]).map(|record| record.hash);
                    if !given.eq(step.records.iter().map(|record| record.hash)) {
                        self.journal.wrong(&format!("case {number}: another receipt: {receipt:?}"))?;
                    }
                    let (act, hash) = (receipt.act.act, receipt.act.hash);
                    self.journal.acknowledged(Acknowledged { number, act, hash })?;
                    self.micros.lock().unwrap_or_else(PoisonError::into_inner).push(watch.micros());
                    return Ok(true);
                }
                // A corrected code can be another case's.
                Err(SubmitError::AlreadyOpen { .. }) => return Ok(false),
                Err(error @ (SubmitError::Busy | SubmitError::Store(_))) => error,
                Err(error) => {
                    let what = self.texts.say(&error.said());
                    self.journal.wrong(&format!("case {number}, {}: {what}", step.act.command.name()))?;
                    return Ok(false);
                }
            };
            self.journal.failed(&self.texts.say(&error.said()))?;
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}
