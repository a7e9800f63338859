//! A writer that is killed leaves whole transactions and nothing else.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use negotiation::CaseState;
use sqlx::Connection as _;
use sqlx::sqlite::SqliteConnection;
use store::{Submission, Writer};

use crate::support::{EMPLOYER, Scene, case, opens, records_document};

const CASES: u128 = 8;
const ACTS: u32 = 40;

/// At one moment, records, head, leaves, line and messages of every case say the same. Gives the last sequence of each
/// case. One read transaction: the killed writer's last message may still end, as a whole, while this looks.
async fn agrees(scene: &Scene) -> BTreeMap<u128, u64> {
    let mut found = BTreeMap::new();
    let mut connection = scene.intruder().await;
    let mut moment = connection.begin().await.unwrap();
    for n in 1..=CASES {
        let records: Vec<(i64, Vec<u8>, Vec<u8>)> =
            rows(&mut moment, n, "select seq, hash, bytes from record where case_id = $1 order by seq").await;
        let heads: Vec<(i64, Vec<u8>)> =
            rows(&mut moment, n, "select seq, hash from case_head where case_id = $1").await;
        let leaves: Vec<(i64, Vec<u8>)> =
            rows(&mut moment, n, "select seq, hash from pending_leaf where case_id = $1 order by seq").await;
        let messages: Vec<(i64,)> =
            rows(&mut moment, n, "select seq from outbox where case_id = $1 order by seq").await;
        let stages: Vec<(String,)> = rows(&mut moment, n, "select stage from case_list where case_id = $1").await;
        let links: Vec<(i64, Vec<u8>)> = records.iter().map(|(seq, hash, _)| (*seq, hash.clone())).collect();
        assert_eq!(leaves, links);
        assert_eq!(messages, links.iter().map(|(seq, _)| (*seq,)).collect::<Vec<_>>());
        assert_eq!(heads, links.last().cloned().into_iter().collect::<Vec<_>>());
        let state = CaseState::replay(case(n), records.iter().map(|(_, _, bytes)| bytes.as_slice())).unwrap();
        let stage = state.negotiation().map(|negotiation| (negotiation.stage_name().to_owned(),));
        assert_eq!(stages, stage.into_iter().collect::<Vec<_>>());
        found.insert(n, state.head().seq);
    }
    found
}

async fn rows<T>(connection: &mut SqliteConnection, n: u128, sql: &'static str) -> Vec<T>
where
    T: for<'r> sqlx::FromRow<'r, sqlx::sqlite::SqliteRow> + Send + Unpin,
{
    sqlx::query_as(sql).bind(case(n)).fetch_all(connection).await.unwrap()
}

/// Opens a case and records documents until the writer is gone. Gives the last sequence that was acknowledged.
async fn submits(writer: Writer, n: u128, round: u32, acknowledged: Arc<AtomicU32>) -> u64 {
    let mut last = 0;
    let documents = (0..ACTS).map(|i| records_document(case(n), round * ACTS + i));
    for act in std::iter::once(opens(case(n), EMPLOYER)).chain(documents) {
        let Ok(receipt) = writer.submit(Submission::new(act)).await else {
            break;
        };
        acknowledged.fetch_add(1, Ordering::Relaxed);
        last = receipt.act.seq;
    }
    last
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_writer_loses_nothing_that_it_acknowledged_and_leaves_nothing_half_written() {
    let mut scene = Scene::new().await;
    let mut known = BTreeMap::new();
    for round in 0..6_u32 {
        let acknowledged = Arc::new(AtomicU32::new(0));
        let submitters: Vec<_> = (1..=CASES)
            .map(|n| tokio::spawn(submits(scene.writer.clone(), n, round, Arc::clone(&acknowledged))))
            .collect();
        while acknowledged.load(Ordering::Relaxed) < round * 20 {
            tokio::task::yield_now().await;
        }
        let Scene { folder, store, writer, task } = scene;
        task.kill().await;
        drop(writer);
        for (n, submitter) in (1..=CASES).zip(submitters) {
            let seq = submitter.await.unwrap();
            let newest: &mut u64 = known.entry(n).or_insert(0);
            *newest = seq.max(*newest);
        }
        store.close().await;
        scene = Scene::in_folder(folder).await;
        let stored = agrees(&scene).await;
        for (n, seq) in &known {
            assert!(stored.get(n).copied().unwrap_or(0) >= *seq, "case {n}: record {seq} was acknowledged");
        }
    }
    assert!(known.values().all(|seq| *seq > 1), "{known:?}");
}
