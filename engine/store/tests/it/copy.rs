//! A whole store read at one moment, and another filled from it.

use store::{Chore, Load, Row, Snapshot, StoreError, TABLES, Value};

use super::ON;
use crate::support::{EMPLOYER, Kind, Scene, accepts_platform, at, case, offers, opens};

async fn all(snapshot: &mut Snapshot) -> Vec<(&'static str, Vec<Row>)> {
    let mut tables = Vec::new();
    for table in TABLES {
        let mut rows: Vec<Row> = Vec::new();
        loop {
            let page = snapshot.page(table, rows.last()).await.unwrap();
            if page.is_empty() {
                break;
            }
            rows.extend(page);
        }
        tables.push((table.name, rows));
    }
    tables
}

async fn with_rows() -> Scene {
    let scene = Scene::on(ON).await;
    scene.submit(opens(case(1), EMPLOYER)).await.unwrap();
    scene.submit(accepts_platform(case(1))).await.unwrap();
    scene.submit(offers(case(1), 2)).await.unwrap();
    let person = store::Person::new("p-a", [7; 32], &"fields").unwrap();
    scene.writer.chore(Chore::Person { case: case(1), person }).await.unwrap();
    let attachment = store::Attachment { name: "a".to_owned(), bytes: vec![0, 1, 255] };
    let erased = attachment.sha256();
    scene.writer.chore(Chore::Attachment { case: case(2), attachment }).await.unwrap();
    scene.writer.chore(Chore::EraseAttachment { case: case(2), sha256: erased, at: at(9) }).await.unwrap();
    let kept = store::Attachment { name: "b".to_owned(), bytes: vec![9; 10_000] };
    scene.writer.chore(Chore::Attachment { case: case(2), attachment: kept }).await.unwrap();
    scene
}

#[tokio::test]
async fn a_store_filled_from_another_has_the_same_rows_on_either_database() {
    let source = with_rows().await;
    let mut snapshot = Snapshot::of(&source.place).await.unwrap();
    let rows = all(&mut snapshot).await;
    assert!(rows.iter().filter(|(_, rows)| !rows.is_empty()).count() >= 7, "{rows:?}");
    for kind in [Kind::File, Kind::Server] {
        let target = Scene::empty(kind).await;
        let mut load = Load::begin(&target.place).await.unwrap();
        for (table, (_, rows)) in TABLES.iter().zip(&rows) {
            load.start(table).await.unwrap();
            load.add(table, rows).await.unwrap();
        }
        load.commit().await.unwrap();
        let mut copied = Snapshot::of(&target.place).await.unwrap();
        assert_eq!(all(&mut copied).await, rows);
        copied.close().await.unwrap();
        let again = Load::begin(&target.place).await;
        assert!(matches!(again.err(), Some(StoreError::NotEmpty { table: "record" })));
    }
}

#[tokio::test]
async fn a_load_that_is_given_up_leaves_nothing_on_a_server() {
    let source = with_rows().await;
    let mut snapshot = Snapshot::of(&source.place).await.unwrap();
    let rows = all(&mut snapshot).await;
    let target = Scene::empty(Kind::Server).await;
    let mut load = Load::begin(&target.place).await.unwrap();
    load.add(&TABLES[3], &rows[3].1).await.unwrap();
    drop(load);
    Load::begin(&target.place).await.unwrap();
}

#[tokio::test]
async fn a_snapshot_stays_at_its_moment_and_a_frozen_one_keeps_writers_waiting() {
    let scene = with_rows().await;
    let mut snapshot = Snapshot::of(&scene.place).await.unwrap();
    let before = all(&mut snapshot).await;
    scene.submit(opens(case(3), "91330784MA0DEM11X7")).await.unwrap();
    assert_eq!(all(&mut snapshot).await, before);
    snapshot.close().await.unwrap();
    let mut frozen = Snapshot::frozen(&scene.place).await.unwrap();
    let waiting = {
        let writer = scene.writer.clone();
        let act = crate::support::records_document(case(3), 1);
        tokio::spawn(async move { writer.submit(store::Submission::new(act)).await })
    };
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert!(!waiting.is_finished());
    let during = all(&mut frozen).await;
    assert_eq!(during[3].1.len(), before[3].1.len() + 1);
    frozen.close().await.unwrap();
    assert_eq!(waiting.await.unwrap().unwrap().act.seq, 2);
}

/// A table or column that a migration adds is copied, or this fails.
#[tokio::test]
async fn every_table_and_column_of_the_database_is_copied() {
    let scene = Scene::on(ON).await;
    let mut intruder = scene.intruder().await;
    let mut listed: Vec<String> = Vec::new();
    for table in TABLES {
        listed.extend(table.columns.iter().map(|(column, _)| format!("{}.{column}", table.name)));
    }
    listed.sort();
    let skipped = ["account_session.", "api_token.", "ballot_box.", "lease.", "_sqlx_migrations.", "sqlite_"];
    let mut found = intruder.columns().await;
    found.retain(|column| !skipped.iter().any(|start| column.starts_with(start)));
    found.sort();
    assert_eq!(found, listed);
    assert!(TABLES.iter().all(|table| table.key <= table.columns.len() && table.page > 0));
    assert_ne!(Value::Nothing, Value::Int(0));
}
