//! The comparison can fail: it sees what is missing, what is another, and what is too much.

use std::path::Path;

use faults::cases::{Cases, id};
use faults::examine::Tally;
use faults::journal::{Acknowledged, Journal, Reader};
use ledger::Digest;
use store::{Chore, Message, MessageId, Store, Submission, WriterOptions};
use uuid::Uuid;

use crate::scene::Scene;

/// A short run, and what was done to it afterwards.
async fn after(name: &str, done: impl AsyncFnOnce(&Path, &Path)) -> Tally {
    let mut scene = Scene::file();
    let life = scene.begins(&[]);
    scene.receives(20);
    life.kill().unwrap();
    scene.look().await;
    done(&scene.journal, Path::new(&scene.database)).await;
    scene.ends(name).await
}

fn first(journal: &Path) -> Acknowledged {
    Reader::new(journal).more().unwrap().acknowledged[0]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_receipt_without_its_record_is_a_loss() {
    let tally = after("a receipt that nobody gave", async |journal, _| {
        let never = Acknowledged { act: Uuid::from_u128(7), ..first(journal) };
        Journal::open(journal).unwrap().acknowledged(never).unwrap();
    })
    .await;
    assert_eq!((tally.lost, tally.found + 1), (1, tally.acknowledged));
    assert!(!tally.is_sound());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_record_with_another_hash_than_its_receipt_is_a_loss() {
    let tally = after("a receipt with another hash", async |journal, _| {
        let it = first(journal);
        Journal::open(journal).unwrap().acknowledged(Acknowledged { hash: Digest::sha256(b"x"), ..it }).unwrap();
    })
    .await;
    assert!(tally.lost == 1 && tally.wrong.len() == 1 && !tally.is_sound(), "{tally}: {:?}", tally.wrong);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_act_that_happened_again_under_another_id_is_seen() {
    let tally = after("an act under another id", async |journal, database| {
        let (cases, number) = (Cases::new().unwrap(), first(journal).number);
        let store = Store::open(&database.into()).await.unwrap();
        let (writer, task) = store.writer(cases.book(), WriterOptions::default()).await.unwrap();
        let records = store.records_after(id(number), 0, 1_000).await.unwrap();
        let next = cases.long_history(number).find(|step| records.iter().all(|record| record.act != step.act.act));
        let mut act = next.unwrap().act;
        act.act = Uuid::from_u128(act.act.as_u128() ^ 1 << 20);
        writer.submit(Submission::new(act)).await.unwrap();
        drop(writer);
        task.stopped().await;
    })
    .await;
    assert!(
        tally.lost == 0 && !tally.is_sound() && tally.verified == tally.drawn && tally.drawn == tally.cases,
        "{tally}"
    );
    assert!(tally.wrong.iter().any(|what| what.contains("not what the law decides")), "{:?}", tally.wrong);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_of_a_record_that_is_there_twice_is_seen() {
    let tally = after("a message twice", async |journal, database| {
        let (cases, number) = (Cases::new().unwrap(), first(journal).number);
        let store = Store::open(&database.into()).await.unwrap();
        let (writer, task) = store.writer(cases.book(), WriterOptions::default()).await.unwrap();
        let own = store.messages_of(id(number), None, 1).await.unwrap().remove(0).message;
        let again = Message { id: MessageId { part: 1, ..own.id }, ..own.clone() };
        let added = Chore::Address { id: own.id, at: own.created_at, messages: vec![again] };
        assert!(writer.chore(added).await.unwrap());
        drop(writer);
        task.stopped().await;
    })
    .await;
    assert_eq!((tally.lost, tally.doubled, tally.wrong.len()), (0, 0, 1), "{:?}", tally.wrong);
    assert!(tally.wrong[0].contains("messages") && !tally.is_sound(), "{:?}", tally.wrong);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_told_what_only_a_machine_understands_is_seen() {
    let tally = after("told in no plain words", async |journal, _| {
        let journal = Journal::open(journal).unwrap();
        journal.failed("当前办理的人较多，本次操作尚未受理。请稍后重试。").unwrap();
        journal.failed("connection reset by peer").unwrap();
    })
    .await;
    assert_eq!((tally.lost, tally.failed, tally.wrong.len()), (0, 2, 1), "{:?}", tally.wrong);
    assert!(tally.wrong[0].ends_with("connection reset by peer") && !tally.is_sound(), "{:?}", tally.wrong);
}
