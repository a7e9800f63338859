//! Rows beside the chain: they commit with their act, are found by hash, and can be erased.

use serde::Serialize;
use store::{Attachment, Chore, Dataset, Person, Ruleset, StoreError, Submission, SubmitError};

use super::ON;
use crate::support::{EMPLOYER, Scene, at, case, document, opens, publishes_too_early, records_document};

#[derive(Serialize)]
struct Fields {
    name: &'static str,
}

fn chair() -> Person {
    Person::new("p-union_chair", [7; 32], &Fields { name: "张三（虚构）" }).unwrap()
}

fn scan() -> Attachment {
    Attachment { name: "回执.jpg".to_owned(), bytes: vec![0xff, 0xd8, 0xff] }
}

#[tokio::test]
async fn rows_travel_with_their_act_or_not_at_all() {
    let scene = Scene::on(ON).await;
    let with_rows = |act| {
        let mut submission = Submission::new(act);
        submission.persons.push(chair());
        submission.attachments.push(scan());
        submission
    };
    let refused = scene.writer.submit(with_rows(publishes_too_early(case(1), 1))).await;
    assert!(matches!(refused, Err(SubmitError::Refused { .. })));
    assert!(scene.store.persons_of(case(1), None, 10).await.unwrap().is_empty());
    scene.writer.submit(with_rows(opens(case(1), EMPLOYER))).await.unwrap();
    let persons = scene.store.persons_of(case(1), None, 10).await.unwrap();
    assert_eq!(persons.len(), 1);
    assert_eq!(persons[0].commitment, ledger::person::commit(&[7; 32], &Fields { name: "张三（虚构）" }).unwrap());
    let attachments = scene.store.attachments_of(case(1), None, 10).await.unwrap();
    assert_eq!(attachments.len(), 1);
    let bytes = scene.store.attachment(case(1), attachments[0].sha256).await.unwrap();
    assert_eq!(bytes, Some(scan().bytes));
}

#[tokio::test]
async fn a_document_is_the_one_that_its_act_records() {
    let scene = Scene::on(ON).await;
    scene.submit(opens(case(1), EMPLOYER)).await.unwrap();
    let mut other = Submission::new(records_document(case(1), 1));
    other.document = Some(document(2));
    assert!(matches!(scene.writer.submit(other).await, Err(SubmitError::OtherDocument)));
    let mut own = Submission::new(records_document(case(1), 1));
    own.document = Some(document(1));
    let receipt = scene.writer.submit(own).await.unwrap();
    let listed = scene.store.documents_of(case(1), None, 10).await.unwrap();
    assert_eq!(listed[0].recorded_seq, receipt.act.seq);
    assert_eq!((listed[0].number.as_str(), listed[0].kind.as_str()), ("D01-0001", "offer_letter"));
    assert_eq!(scene.store.document(case(1), "D01-0001", 1).await.unwrap(), Some(document(1)));
}

#[tokio::test]
async fn erased_content_is_gone_and_its_hash_stays() {
    let scene = Scene::on(ON).await;
    scene.submit(opens(case(1), EMPLOYER)).await.unwrap();
    scene.writer.chore(Chore::Person { case: case(1), person: chair() }).await.unwrap();
    scene.writer.chore(Chore::Attachment { case: case(1), attachment: scan() }).await.unwrap();
    let erase = Chore::ErasePerson { case: case(1), id: chair().id, at: at(5) };
    assert!(scene.writer.chore(erase.clone()).await.unwrap());
    assert!(!scene.writer.chore(erase).await.unwrap());
    let erase = Chore::EraseAttachment { case: case(1), sha256: scan().sha256(), at: at(5) };
    assert!(scene.writer.chore(erase).await.unwrap());
    let persons = scene.store.persons_of(case(1), None, 10).await.unwrap();
    assert_eq!((persons[0].commitment, &persons[0].content), (chair().commitment(), &None));
    let attachments = scene.store.attachments_of(case(1), None, 10).await.unwrap();
    assert!(attachments[0].erased && attachments[0].size == 3);
    assert_eq!(scene.store.attachment(case(1), scan().sha256()).await.unwrap(), None);
    // Written again by a slip, it stays erased.
    assert!(!scene.writer.chore(Chore::Person { case: case(1), person: chair() }).await.unwrap());
    assert_eq!(scene.store.persons_of(case(1), None, 10).await.unwrap()[0].content, None);
}

#[tokio::test]
async fn a_data_set_needs_two_persons() {
    let scene = Scene::on(ON).await;
    let set = |confirmed_by: &str| Dataset {
        kind: "calendar".to_owned(),
        json: b"{}".to_vec(),
        loaded_by: "a".to_owned(),
        confirmed_by: confirmed_by.to_owned(),
    };
    let alone = scene.writer.chore(Chore::Dataset(set("a"))).await;
    assert!(matches!(alone, Err(StoreError::OnePerson)));
    assert!(scene.writer.chore(Chore::Dataset(set("b"))).await.unwrap());
    assert!(!scene.writer.chore(Chore::Dataset(set("c"))).await.unwrap(), "the hash is there already");
    assert_eq!(scene.store.dataset(set("b").hash()).await.unwrap(), Some(set("b")));
}

#[tokio::test]
async fn a_rule_edition_is_found_by_the_hash_of_its_content() {
    let scene = Scene::on(ON).await;
    let rules = Ruleset { json: law::rules::Rules::builtin(law::rules::Profile::Zj).unwrap().to_json() };
    assert!(scene.writer.chore(Chore::Ruleset(rules.clone())).await.unwrap());
    assert_eq!(scene.store.ruleset(rules.hash()).await.unwrap(), Some(rules));
}
