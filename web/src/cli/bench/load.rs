//! The store under load: acts by 1, 16, 64 and 512 clients, and by 64 on one case, beside bare inserts into the same
//! database by as many connections as it makes use of.

use std::sync::Arc;

use ledger::Digest;
use negotiation::command::{DocumentKind, RecordDocument, SystemCommand};
use negotiation::{Act, Actor, Command, Facts, LawBook};
use store::bench::BareInsert;
use store::{Place, Store, StoreError, Submission, Writer, WriterOptions};
use tokio::runtime::Builder;
use tokio::task::JoinSet;

use super::case::Cases;
use super::figure::{Figure, Goal, Measured, Rate};
use super::{Effort, Trouble};
use crate::clock::Stopwatch;

/// Numbers of the cases start here, so that none is met twice; a database that is kept needs another start each time.
const FIRST_CASE: u32 = 2_000_000;

/// Clients on one case, and on as many cases, for comparison.
const HOT: u32 = 64;

/// Connections that insert beside 64 clients: a file takes one writer at a time.
const fn connections(place: &Place) -> u32 {
    match place {
        Place::File(_) => 1,
        Place::Server(_) => HOT,
    }
}

/// What the store does under load; `bytes` is a record of usual size.
pub(super) fn measure(
    book: LawBook,
    cases: &Cases,
    effort: &Effort,
    place: &Place,
    bytes: &[u8],
) -> Result<Vec<Figure>, Trouble> {
    let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build().map_err(Trouble::Machine)?;
    runtime.block_on(async {
        store::migrate(place).await?;
        let store = Store::open(place).await?;
        let (writer, task) = store.writer(Arc::new(book), WriterOptions::default()).await?;
        let mut load = Load { bytes, cases, effort, next: FIRST_CASE, place, writer };
        let figures = load.figures().await;
        drop(load);
        task.stopped().await;
        store.close().await;
        figures
    })
}

struct Load<'a> {
    bytes: &'a [u8],
    cases: &'a Cases,
    effort: &'a Effort,
    next: u32,
    place: &'a Place,
    writer: Writer,
}

/// How fast, and how long acts took, in microseconds, sorted.
struct Took {
    rate: Rate,
    micros: Vec<u64>,
}

impl Took {
    fn percentile(&self, part: usize) -> u64 {
        self.micros.get(self.micros.len().saturating_sub(1) * part / 100).copied().unwrap_or(0)
    }

    fn latency(&self) -> Measured {
        Measured::Latency { median: self.percentile(50), last: self.percentile(99) }
    }
}

impl Load<'_> {
    async fn figures(&mut self) -> Result<Vec<Figure>, Trouble> {
        let mut figures = Vec::new();
        let share = if connections(self.place) == 1 { 400 } else { 200 };
        let goals =
            [("store_1", 1, Some(35)), ("store_16", 16, None), ("store_64", 64, Some(share)), ("store_512", 512, None)];
        for (id, clients, goal) in goals {
            let (mut tooks, mut bares) = (Vec::new(), Vec::new());
            for _ in 0..self.effort.rounds {
                bares.push(self.bare(connections(self.place).min(clients)).await?);
                let acts = self.own_cases(clients);
                tooks.push(self.run(acts).await?);
            }
            let (took, bare) = (middle(tooks), Rate::median(bares));
            figures.push(Figure::new(id, Measured::Beside(took.rate, bare), goal.map(Goal::Share)));
            if clients == 64 {
                figures.push(Figure::new("store_64_latency", took.latency(), Some(Goal::Micros(15_000))));
            }
        }
        let (mut spread, mut hot) = (Vec::new(), Vec::new());
        for _ in 0..self.effort.rounds {
            let acts = self.documents(HOT).await?;
            spread.push(self.run(acts).await?.rate);
            let acts = self.documents(1).await?;
            hot.push(self.run(acts).await?.rate);
        }
        let beside = Measured::Beside(Rate::median(hot), Rate::median(spread));
        figures.push(Figure::new("store_hot", beside, Some(Goal::Share(100))));
        Ok(figures)
    }

    /// Acts of whole cases, one case after the other for each client.
    fn own_cases(&mut self, clients: u32) -> Vec<Vec<Act>> {
        let cases = if clients == 1 { self.effort.durable_cases } else { 1 };
        (0..clients).map(|_| (0..cases).flat_map(|_| self.case()).collect()).collect()
    }

    fn case(&mut self) -> Vec<Act> {
        self.next += 1;
        self.cases.acts(self.next)
    }

    /// Acts of 64 clients that all record documents, in so many cases.
    async fn documents(&mut self, cases: u32) -> Result<Vec<Vec<Act>>, Trouble> {
        let mut opened = Vec::new();
        for _ in 0..cases {
            let opening: Vec<Act> = self.case().into_iter().take(1).collect();
            opened.extend(opening.first().cloned());
            self.run(vec![opening]).await?;
        }
        let of = |client: u32| opened.get(client as usize % opened.len().max(1));
        Ok((0..HOT).map(|client| of(client).map_or_else(Vec::new, |opening| documents(opening, client))).collect())
    }

    /// All clients at once, each waiting for its answer before its next act.
    async fn run(&self, clients: Vec<Vec<Act>>) -> Result<Took, Trouble> {
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
    async fn bare(&self, connections: u32) -> Result<Rate, Trouble> {
        let each = (self.effort.inserts / connections).max(40);
        let mut open = Vec::new();
        for _ in 0..connections {
            open.push(BareInsert::open(self.place).await?);
        }
        let watch = Stopwatch::start();
        let mut running = JoinSet::new();
        for mut connection in open {
            let bytes = self.bytes.to_vec();
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

fn middle(mut tooks: Vec<Took>) -> Took {
    tooks.sort_by_key(|took| took.rate);
    let at = tooks.len() / 2;
    tooks.into_iter().nth(at).unwrap_or(Took { rate: Rate::median(Vec::new()), micros: Vec::new() })
}

/// Forty documents that one client records in a case.
fn documents(opening: &Act, client: u32) -> Vec<Act> {
    (0..40).map(|n| document(opening, client, n)).collect()
}

fn document(opening: &Act, client: u32, n: u32) -> Act {
    let name = format!("{} {client} {n}", opening.case);
    let digest = Digest::sha256(name.as_bytes());
    let mut random = [0; 10];
    for (place, byte) in random.iter_mut().zip(digest.as_bytes()) {
        *place = *byte;
    }
    let record = RecordDocument {
        data: digest,
        fonts: Vec::new(),
        kind: DocumentKind::Minutes,
        number: format!("D09-{client}-{n}"),
        pdf: digest,
        template: digest,
        typst: "0.15".to_owned(),
        version: 1,
    };
    Act {
        act: uuid::Builder::from_unix_timestamp_millis(1_772_150_400_000, &random).into_uuid(),
        actor: Actor::system(),
        at: opening.at,
        case: opening.case,
        command: Command::System(SystemCommand::RecordDocument(record)),
        facts: Facts::default(),
    }
}
