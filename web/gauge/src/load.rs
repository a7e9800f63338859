//! Clients that hand acts in, each waiting for its answer before its next act; beside them bare inserts into the same
//! database by as many connections as it makes use of.

use std::sync::Arc;

use negotiation::{Act, LawBook};
use store::bench::BareInsert;
use store::{Place, Store, StoreError, Submission, Writer, WriterOptions, WriterTask};
use tokio::task::JoinSet;

use crate::{Cases, Effort, Measured, Rate, Stopwatch, Trouble};

/// Clients whose goals the project has set.
pub(crate) const MANY: u32 = 64;

/// Connections that insert beside 64 clients: a file takes one writer at a time.
pub(crate) const fn connections(place: &Place) -> u32 {
    match place {
        Place::File(_) => 1,
        Place::Server(_) => MANY,
    }
}

/// Rounds of a quarter of a second or more, so that a flush or a checkpoint more or less doesn't decide.
const fn cases_each(clients: u32, effort: &Effort) -> u32 {
    match clients {
        1 => effort.durable_cases,
        0..=64 => 3,
        _ => 1,
    }
}

/// A store and its writer under load.
pub(crate) struct Load<'a> {
    cases: &'a Cases,
    effort: &'a Effort,
    next: u32,
    place: &'a Place,
    store: Store,
    task: WriterTask,
    writer: Writer,
}

/// How fast, and how long acts took, in microseconds, sorted.
pub(crate) struct Took {
    pub(crate) rate: Rate,
    pub(crate) micros: Vec<u64>,
}

impl Took {
    pub(crate) fn percentile(&self, part: usize) -> u64 {
        self.micros.get(self.micros.len().saturating_sub(1) * part / 100).copied().unwrap_or(0)
    }

    pub(crate) fn latency(&self) -> Measured {
        Measured::Latency { median: self.percentile(50), last: self.percentile(99) }
    }
}

impl<'a> Load<'a> {
    /// Opens a database. The numbers of its cases start at `first`, so that none is met twice in one run; a database that
    /// is kept can't be measured again.
    pub(crate) async fn open(
        first: u32,
        book: LawBook,
        cases: &'a Cases,
        effort: &'a Effort,
        place: &'a Place,
    ) -> Result<Self, Trouble> {
        store::migrate(place).await?;
        let store = Store::open(place).await?;
        let (writer, task) = store.writer(Arc::new(book), WriterOptions::default()).await?;
        Ok(Self { cases, effort, next: first, place, store, task, writer })
    }

    /// Whether nothing was ever recorded in it; what is recorded here waits for the Merkle log for ever.
    pub(crate) async fn is_empty(&self) -> Result<bool, Trouble> {
        Ok(self.store.pending_leaves(None, 1).await?.is_empty())
    }

    pub(crate) async fn close(self) {
        drop(self.writer);
        self.task.stopped().await;
        self.store.close().await;
    }

    /// Acts of whole cases, one case after the other for each client.
    pub(crate) fn own_cases(&mut self, clients: u32) -> Vec<Vec<Act>> {
        let cases = cases_each(clients, self.effort);
        (0..clients).map(|_| (0..cases).flat_map(|_| self.case()).collect()).collect()
    }

    pub(crate) fn case(&mut self) -> Vec<Act> {
        self.next += 1;
        self.cases.acts(self.next)
    }

    /// All clients at once, each waiting for its answer before its next act.
    pub(crate) async fn run(&self, clients: Vec<Vec<Act>>) -> Result<Took, Trouble> {
        let count: u64 = clients.iter().map(|acts| acts.len() as u64).sum();
        let watch = Stopwatch::start();
        let mut running = JoinSet::new();
        for acts in clients {
            running.spawn(submit(self.writer.clone(), acts));
        }
        let mut micros = Vec::new();
        while let Some(done) = running.join_next().await {
            micros.extend(done.map_err(|_| Trouble::Store(StoreError::Panicked))??);
        }
        let rate = Rate::of(count, watch.elapsed());
        micros.sort_unstable();
        Ok(Took { rate, micros })
    }

    /// Bare inserts by so many connections at once.
    pub(crate) async fn bare(&self, bytes: &[u8], connections: u32) -> Result<Rate, Trouble> {
        let each = (self.effort.inserts / connections).max(40);
        let mut open = Vec::new();
        for _ in 0..connections {
            open.push(BareInsert::open(self.place).await?);
        }
        let watch = Stopwatch::start();
        let mut running = JoinSet::new();
        for mut connection in open {
            let bytes = bytes.to_vec();
            running.spawn(async move { connection.run(&bytes, each).await.map(|()| connection) });
        }
        let mut done = Vec::new();
        while let Some(ended) = running.join_next().await {
            done.push(ended.map_err(|_| Trouble::Store(StoreError::Panicked))??);
        }
        let rate = Rate::of(u64::from(each * connections), watch.elapsed());
        for connection in done {
            connection.close().await?;
        }
        Ok(rate)
    }
}

async fn submit(writer: Writer, acts: Vec<Act>) -> Result<Vec<u64>, Trouble> {
    let mut micros = Vec::with_capacity(acts.len());
    for act in acts {
        let watch = Stopwatch::start();
        writer.submit(Submission::new(act)).await.map_err(|error| Trouble::Submit(Box::new(error)))?;
        micros.push(u64::try_from(watch.elapsed().as_micros()).unwrap_or(u64::MAX));
    }
    Ok(micros)
}

pub(crate) fn middle(mut tooks: Vec<Took>) -> Took {
    tooks.sort_by_key(|took| took.rate);
    let at = tooks.len() / 2;
    tooks.into_iter().nth(at).unwrap_or(Took { rate: Rate::median(Vec::new()), micros: Vec::new() })
}
