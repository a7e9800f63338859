//! Acts of genuine cases from many tasks at once, each acknowledged act written down before it counts.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use messages::Catalogue;
use model::history::Step;
use store::{Place, Store, StoreError, Submission, SubmitError, Writer, WriterOptions};
use tokio::task::JoinSet;

use crate::cases::Cases;
use crate::journal::{Acknowledged, Journal, Reader};

/// What a worker does.
#[derive(Clone, Debug)]
pub struct Load {
    /// The database.
    pub place: Place,
    /// The journal.
    pub journal: PathBuf,
    /// How many tasks act at once; task `t` carries the cases `t`, `t + tasks`, … through, one after the other.
    pub tasks: u32,
    /// How long a task waits after each act.
    pub pause: Duration,
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
    texts: Arc<Catalogue>,
    writer: Writer,
}

impl Load {
    /// Acts until the process is killed. The case that each task was at goes on from its first act: an act that is
    /// recorded is answered from its record, so that nobody has to know which those are.
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
        for number in 0..self.tasks {
            let from = newest.get(&number).copied().unwrap_or(number);
            let (cases, journal, texts) = (cases.clone(), Arc::clone(&journal), Arc::clone(&texts));
            let task = Task { cases, journal, load: self.clone(), texts, writer: writer.clone() };
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

/// The newest case of each task.
fn newest(load: &Load) -> io::Result<BTreeMap<u32, u32>> {
    let mut newest = BTreeMap::new();
    for Acknowledged { number, .. } in Reader::new(&load.journal).more()?.acknowledged {
        let case: &mut u32 = newest.entry(number % load.tasks).or_insert(number);
        *case = number.max(*case);
    }
    Ok(newest)
}

impl Task {
    async fn run(self, from: u32) -> Result<(), LoadError> {
        for number in (from..).step_by(self.load.tasks as usize) {
            for step in self.cases.history(number) {
                if !self.hand_in(number, step).await? {
                    break;
                }
                if !self.load.pause.is_zero() {
                    tokio::time::sleep(self.load.pause).await;
                }
            }
        }
        Ok(())
    }

    /// Hands an act in until it is answered. Whether the case goes on.
    async fn hand_in(&self, number: u32, step: Step) -> Result<bool, LoadError> {
        loop {
            let error = match self.writer.submit(Submission::new(step.act.clone())).await {
                Ok(receipt) => {
                    let given = receipt.strikes.iter().chain([&receipt.act]).map(|record| record.hash);
                    if !given.eq(step.records.iter().map(|record| record.hash)) {
                        self.journal.wrong(&format!("case {number}: another receipt: {receipt:?}"))?;
                    }
                    let (act, hash) = (receipt.act.act, receipt.act.hash);
                    self.journal.acknowledged(Acknowledged { number, act, hash })?;
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
