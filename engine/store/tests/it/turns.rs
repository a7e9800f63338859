//! Many at once: cases take turns, and what is decided ahead of the disk never says what doesn't become true.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use negotiation::CaseState;
use store::{MAX_PAGE, Submission, Writer, WriterOptions};
use uuid::Uuid;

use super::ON;
use crate::support::{
    EMPLOYER, OTHER_EMPLOYER, Scene, at, book, case, offers, opens, publishes_too_early, records_document,
};

const FLOOD: u32 = 1_000;

const BATCH: usize = 16;

#[tokio::test]
async fn a_flood_on_one_case_makes_another_wait_for_a_batch_and_not_for_the_flood() {
    let scene = Scene::on(ON).await;
    let options = WriterOptions { batch: BATCH, ..WriterOptions::default() };
    let (writer, _task) = scene.store.writer(book(), options).await.unwrap();
    writer.submit(Submission::new(opens(case(1), EMPLOYER))).await.unwrap();
    writer.submit(Submission::new(opens(case(2), OTHER_EMPLOYER))).await.unwrap();
    let answered = Arc::new(AtomicU32::new(0));
    let flood: Vec<_> = (1..=FLOOD)
        .map(|n| {
            let (writer, answered) = (writer.clone(), Arc::clone(&answered));
            tokio::spawn(async move {
                let receipt = writer.submit(Submission::new(records_document(case(1), n))).await;
                answered.fetch_add(1, Ordering::Relaxed);
                receipt.unwrap().act.seq
            })
        })
        .collect();
    while answered.load(Ordering::Relaxed) == 0 {
        tokio::task::yield_now().await;
    }
    let before = answered.load(Ordering::Relaxed);
    writer.submit(Submission::new(records_document(case(2), 1))).await.unwrap();
    let meanwhile = answered.load(Ordering::Relaxed) - before;
    // At most what is on its way, what is decided, what has its turn, and the batch with the act itself.
    assert!(meanwhile <= 4 * u32::try_from(BATCH).unwrap(), "{meanwhile} of the flood went first");
    let mut seqs = BTreeSet::new();
    for job in flood {
        seqs.insert(job.await.unwrap());
    }
    assert_eq!(seqs, (2..=u64::from(FLOOD) + 1).collect());
}

/// Hands in acts on a case from many tasks; gives the sequences under which they were recorded.
async fn hammered(writer: &Writer, case: Uuid, from: u32) -> Vec<(Uuid, u64)> {
    let tasks: Vec<_> = (from..from + 40)
        .map(|n| {
            let writer = writer.clone();
            let mut act = records_document(case, n);
            act.at = at(2_000);
            tokio::spawn(async move { writer.submit(Submission::new(act)).await.ok() })
        })
        .collect();
    let mut recorded = Vec::new();
    for task in tasks {
        recorded.extend(task.await.unwrap().map(|receipt| (receipt.act.act, receipt.act.seq)));
    }
    recorded
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_writers_that_decide_ahead_on_one_case_never_acknowledge_what_isnt_recorded() {
    let scene = Scene::on(ON).await;
    let (other, _task) = scene.store.writer(book(), WriterOptions::default()).await.unwrap();
    scene.submit(opens(case(1), EMPLOYER)).await.unwrap();
    let (ones, twos) = tokio::join!(hammered(&scene.writer, case(1), 1), hammered(&other, case(1), 101));
    assert!(!ones.is_empty() && !twos.is_empty());
    let records = scene.store.records_after(case(1), 0, MAX_PAGE).await.unwrap();
    let stored: BTreeSet<_> = records.iter().map(|record| (record.act, record.seq)).collect();
    assert_eq!(stored.len(), records.len());
    for told in ones.iter().chain(&twos) {
        assert!(stored.contains(told), "{told:?}");
    }
    let state = CaseState::replay(case(1), records.iter().map(|record| record.bytes.as_slice())).unwrap();
    assert_eq!(Some(state.head()), scene.store.head(case(1)).await.unwrap());
    // Whoever lost against the other writer may ask again.
    assert!(scene.submit(records_document(case(1), 3_000)).await.is_ok());
}

#[tokio::test]
async fn offers_that_exclude_each_other_in_one_batch_harm_no_other_act() {
    let scene = Scene::on(ON).await;
    for n in 1..=3 {
        scene.submit(opens(case(n), if n < 3 { EMPLOYER } else { OTHER_EMPLOYER })).await.unwrap();
    }
    let acts = vec![
        records_document(case(3), 1),
        offers(case(1), 20),
        offers(case(2), 20),
        publishes_too_early(case(3), 30),
        records_document(case(3), 40),
    ];
    let answers = scene.submit_together(acts).await;
    assert_eq!(answers.iter().map(Result::is_ok).collect::<Vec<_>>(), [true, true, false, false, true]);
    assert_eq!(scene.count("select count(*) from open_negotiation").await, 1);
    assert_eq!(scene.count("select count(*) from record").await, 6);
}
