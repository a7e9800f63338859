//! A writer that is killed leaves whole transactions and nothing else.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use ledger::Digest;
use negotiation::CaseState;
use store::{MAX_PAGE, Submission, Writer};
use uuid::Uuid;

use super::ON;
use crate::support::{EMPLOYER, Scene, at, case, opens, records_document};

const CASES: u128 = 8;
const ACTS: u32 = 30;

/// Records, head, leaves, line and messages of every case say the same. Gives the last sequence of each case.
async fn agrees(scene: &Scene) -> BTreeMap<u128, u64> {
    let leaves = leaves(scene).await;
    let messages = scene.store.outbox_due(at(1_000_000), MAX_PAGE).await.unwrap();
    let mut found = BTreeMap::new();
    for n in 1..=CASES {
        let records = scene.store.records_after(case(n), 0, MAX_PAGE).await.unwrap();
        let head = scene.store.head(case(n)).await.unwrap();
        let links: Vec<(u64, Digest)> = records.iter().map(|record| (record.seq, record.hash)).collect();
        let of_case = |(of, seq, hash): &(Uuid, u64, Digest)| (*of == case(n)).then_some((*seq, *hash));
        assert_eq!(leaves.iter().filter_map(of_case).collect::<Vec<_>>(), links);
        let told = messages.iter().filter(|message| message.id.case == case(n)).count();
        assert_eq!(told, links.len());
        assert_eq!(head.map(|head| (head.seq, head.hash)), links.last().copied());
        let state = CaseState::replay(case(n), records.iter().map(|record| record.bytes.as_slice())).unwrap();
        let stage = state.negotiation().map(|negotiation| negotiation.stage_name().to_owned());
        assert_eq!(scene.store.case(case(n)).await.unwrap().map(|line| line.stage), stage);
        found.insert(n, state.head().seq);
    }
    found
}

async fn leaves(scene: &Scene) -> Vec<(Uuid, u64, Digest)> {
    let mut all: Vec<(Uuid, u64, Digest)> = Vec::new();
    loop {
        let after = all.last().map(|(case, seq, _)| (*case, *seq));
        let page = scene.store.pending_leaves(after, MAX_PAGE).await.unwrap();
        if page.is_empty() {
            return all;
        }
        all.extend(page);
    }
}

/// Waits until the killed writer's last statement has ended, whole or not at all: it may outlive its sender for a moment.
async fn settled(scene: &Scene) {
    let mut before = scene.count("select count(*) from record").await;
    loop {
        tokio::time::sleep(Duration::from_millis(50)).await;
        let now = scene.count("select count(*) from record").await;
        if now == before {
            return;
        }
        before = now;
    }
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
    let mut scene = Scene::on(ON).await;
    let mut known = BTreeMap::new();
    for round in 0..6_u32 {
        let acknowledged = Arc::new(AtomicU32::new(0));
        let submitters: Vec<_> = (1..=CASES)
            .map(|n| tokio::spawn(submits(scene.writer.clone(), n, round, Arc::clone(&acknowledged))))
            .collect();
        while acknowledged.load(Ordering::Relaxed) < round * 20 {
            tokio::task::yield_now().await;
        }
        scene = scene.killed().await;
        for (n, submitter) in (1..=CASES).zip(submitters) {
            let seq = submitter.await.unwrap();
            let newest: &mut u64 = known.entry(n).or_insert(0);
            *newest = seq.max(*newest);
        }
        settled(&scene).await;
        let stored = agrees(&scene).await;
        for (n, seq) in &known {
            assert!(stored.get(n).copied().unwrap_or(0) >= *seq, "case {n}: record {seq} was acknowledged");
        }
    }
    assert!(known.values().all(|seq| *seq > 1), "{known:?}");
}
