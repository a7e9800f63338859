//! A damaged history is named, and nothing is recorded on it.

use store::SubmitError;

use super::ON;
use crate::support::{EMPLOYER, Kind, OTHER_EMPLOYER, Scene, case, opens, records_document};

/// A case with five records, damaged behind the store's back.
async fn damaged(sql: &'static str) -> Scene {
    let scene = Scene::on(ON).await;
    scene.submit(opens(case(1), EMPLOYER)).await.unwrap();
    scene.submit(opens(case(2), OTHER_EMPLOYER)).await.unwrap();
    for n in 1..=4 {
        scene.submit(records_document(case(1), n)).await.unwrap();
    }
    let mut intruder = scene.intruder().await;
    intruder.unguard().await;
    intruder.execute(sql).await.unwrap();
    scene.reopened().await
}

async fn named_at(sql: &'static str) -> u64 {
    let scene = damaged(sql).await;
    let answer = scene.submit(records_document(case(1), 9)).await;
    let Err(SubmitError::Corrupt(corrupt)) = answer else { panic!("{answer:?}") };
    assert_eq!(corrupt.case, case(1));
    assert!(scene.submit(records_document(case(2), 1)).await.is_ok(), "another case goes on");
    corrupt.seq
}

#[tokio::test]
async fn an_edited_record_is_named() {
    let edit = match ON {
        Kind::File => {
            "update record set bytes = cast(replace(cast(bytes as text), 'D01-0002', 'D01-0003') as blob)
            where seq = 3 and command = 'record_document'"
        }
        Kind::Server => {
            "update record
            set bytes = convert_to(replace(convert_from(bytes, 'UTF8'), 'D01-0002', 'D01-0003'), 'UTF8')
            where seq = 3 and command = 'record_document'"
        }
    };
    // The bytes still read well; their hash says otherwise.
    assert_eq!(named_at(edit).await, 3);
}

#[tokio::test]
async fn an_unreadable_record_is_named() {
    assert_eq!(named_at("update record set bytes = x'7b' where seq = 2").await, 2);
}

#[tokio::test]
async fn a_dropped_record_is_named() {
    assert_eq!(named_at("delete from record where seq = 3").await, 3);
}

#[tokio::test]
async fn a_cut_tail_is_named() {
    assert_eq!(named_at("delete from record where seq = 5").await, 5);
}

#[tokio::test]
async fn a_head_set_back_is_named() {
    let back = "update case_head set seq = 4, hash = (select hash from record where seq = 4) where seq = 5";
    assert_eq!(named_at(back).await, 5);
}
