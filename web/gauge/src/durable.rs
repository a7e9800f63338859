//! Acts that are on the disk when they are answered, beside bare inserts into the same file.

use std::path::Path;
use std::sync::Arc;

use negotiation::{Act, LawBook};
use store::bench::BareInsert;
use store::{Place, Store, StoreError, Submission, Writer, WriterOptions};
use tokio::runtime::Builder;
use tokio::task::JoinSet;

use crate::{Cases, Effort, Figure, Goal, Measured, Rate, Stopwatch, Trouble};

/// How many clients wait at the same time in the second figure.
const CLIENTS: u32 = 64;

/// Numbers of the cases start here, so that none is met twice.
const FIRST_CASE: u32 = 1_000_000;

/// One client and many, in rounds that take turns with the bare inserts; `bytes` is a record of usual size.
///
/// # Errors
/// See [`Trouble`].
pub fn measure(
    book: LawBook,
    cases: &Cases,
    effort: &Effort,
    dir: &Path,
    bytes: &[u8],
) -> Result<[Figure; 2], Trouble> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(rounds(book, cases, effort, dir, bytes))
}

async fn rounds(
    book: LawBook,
    cases: &Cases,
    effort: &Effort,
    dir: &Path,
    bytes: &[u8],
) -> Result<[Figure; 2], Trouble> {
    let place = Place::File(dir.join("bench.sqlite"));
    let store = Store::open(&place).await?;
    let (writer, task) = store.writer(Arc::new(book), WriterOptions::default()).await?;
    let mut bare = BareInsert::open(&place).await?;
    let mut numbers = FIRST_CASE..;
    let mut take =
        |count: u32| -> Vec<Vec<Act>> { numbers.by_ref().take(count as usize).map(|n| cases.acts(n)).collect() };
    let [mut ones, mut manys, mut bares] = [const { Vec::new() }; 3];
    for _ in 0..effort.rounds {
        ones.push(one(&writer, take(effort.durable_cases)).await?);
        bares.push(inserts(&mut bare, bytes, effort).await?);
        manys.push(many(&writer, take(CLIENTS)).await?);
        bares.push(inserts(&mut bare, bytes, effort).await?);
    }
    drop(writer);
    task.stopped().await;
    bare.close().await?;
    store.close().await;
    let bare = Rate::median(bares);
    Ok([
        Figure::new("durable_one", Measured::Beside(Rate::median(ones), bare), Some(Goal::Share(35))),
        Figure::new("durable_many", Measured::Beside(Rate::median(manys), bare), None),
    ])
}

/// One client: each act waits for the answer to the one before.
async fn one(writer: &Writer, cases: Vec<Vec<Act>>) -> Result<Rate, Trouble> {
    let count: u64 = cases.iter().map(|acts| acts.len() as u64).sum();
    let watch = Stopwatch::start();
    for acts in cases {
        submit(writer, acts).await?;
    }
    Ok(Rate::of(count, watch.elapsed()))
}

/// Many clients at the same time, each with a case of its own.
async fn many(writer: &Writer, cases: Vec<Vec<Act>>) -> Result<Rate, Trouble> {
    let count: u64 = cases.iter().map(|acts| acts.len() as u64).sum();
    let watch = Stopwatch::start();
    let mut clients = JoinSet::new();
    for acts in cases {
        let writer = writer.clone();
        clients.spawn(async move { submit(&writer, acts).await });
    }
    while let Some(done) = clients.join_next().await {
        done.map_err(|_| Trouble::Store(StoreError::Panicked))??;
    }
    Ok(Rate::of(count, watch.elapsed()))
}

async fn submit(writer: &Writer, acts: Vec<Act>) -> Result<(), Trouble> {
    for act in acts {
        writer.submit(Submission::new(act)).await.map_err(|error| Trouble::Submit(Box::new(error)))?;
    }
    Ok(())
}

async fn inserts(bare: &mut BareInsert, bytes: &[u8], effort: &Effort) -> Result<Rate, Trouble> {
    let watch = Stopwatch::start();
    bare.run(bytes, effort.inserts).await?;
    Ok(Rate::of(u64::from(effort.inserts), watch.elapsed()))
}
