//! What is damaged, older or otherwise than it was is refused, and named; nothing usable is left.

use std::fs;
use std::path::Path;

use ledger::Digest;
use operations::{Archive, Heads, Law, OperationError, backup, restore};
use store::{Place, Row, Value};

use crate::round::walk;
use crate::support::{Kind, Scene, case, empty, now, offers, quiet, rows, written};

async fn refused(archive: &Archive, to: &Place, wanted: &Heads) -> OperationError {
    let answer = restore(archive, None, to, Law::All, wanted, &quiet).await;
    if let Place::File(path) = to {
        assert!(!path.exists(), "nothing usable is left");
    }
    answer.unwrap_err()
}

#[tokio::test]
async fn a_damaged_byte_anywhere_is_refused_and_its_file_named() {
    let folder = tempfile::tempdir().unwrap();
    let scene = Scene::filled(empty(Kind::File, &folder, "source").await, 2).await;
    let archive = Archive::at(&folder.path().join("backups"));
    backup(&scene.place, &archive, now(), &quiet).await.unwrap();
    let to = empty(Kind::File, &folder, "target").await;
    let files = walk(&folder.path().join("backups"));
    let mut tried = 0;
    for file in files.iter().filter(|file| !file.ends_with("lock")) {
        let good = fs::read(file).unwrap();
        for at in [0, good.len() / 3, good.len() / 2, good.len() - 1] {
            let mut bad = good.clone();
            bad[at] ^= 1 << (at % 8);
            fs::write(file, &bad).unwrap();
            let error = refused(&archive, &to, &Heads::default()).await;
            assert!(matches!(&error, OperationError::Damaged { path, .. } if path == file), "{at}: {error:?}");
            tried += 1;
        }
        fs::write(file, &good[..good.len() - 1]).unwrap();
        assert!(matches!(refused(&archive, &to, &Heads::default()).await, OperationError::Damaged { .. }));
        fs::remove_file(file).unwrap();
        refused(&archive, &to, &Heads::default()).await;
        fs::write(file, &good).unwrap();
    }
    assert!(tried >= 4 * 8, "{tried}");
    restore(&archive, None, &to, Law::All, &Heads::default(), &quiet).await.unwrap();
    // The next backup mends what was damaged, instead of pointing at it.
    let segment = files.iter().find(|file| file.extension().is_some_and(|ending| ending == "gz")).unwrap();
    fs::write(segment, b"damaged").unwrap();
    let made = backup(&scene.place, &archive, now().plus_millis(1), &quiet).await.unwrap();
    assert_eq!(made.new_segments, 1);
    let to = empty(Kind::File, &folder, "mended").await;
    restore(&archive, None, &to, Law::None, &Heads::default(), &quiet).await.unwrap();
    scene.stop().await;
}

#[tokio::test]
async fn a_state_older_than_a_head_that_is_shown_or_another_one_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let scene = Scene::filled(empty(Kind::File, &folder, "source").await, 2).await;
    let archive = Archive::at(&folder.path().join("backups"));
    backup(&scene.place, &archive, now(), &quiet).await.unwrap();
    scene.submit(offers(2)).await;
    let head = scene.store.head(case(2)).await.unwrap().unwrap();
    let to = empty(Kind::File, &folder, "target").await;
    let shown = |text: String| Heads::read(&text).unwrap();
    let newer = shown(format!("{}=3:{}", case(2), head.hash));
    let error = refused(&archive, &to, &newer).await;
    assert!(matches!(error, OperationError::Older { found: 2, wanted: 3, .. }), "{error:?}");
    let unknown = shown(format!("{}=1:{}", case(7), head.hash));
    let error = refused(&archive, &to, &unknown).await;
    assert!(matches!(error, OperationError::Older { found: 0, wanted: 1, .. }), "{error:?}");
    let other = shown(format!("{}=2:{}", case(2), Digest::sha256(b"another history")));
    let error = refused(&archive, &to, &other).await;
    assert!(matches!(error, OperationError::Forked { seq: 2, .. }), "{error:?}");
    backup(&scene.place, &archive, now().plus_millis(1), &quiet).await.unwrap();
    restore(&archive, None, &to, Law::All, &newer, &quiet).await.unwrap();
    scene.stop().await;
}

/// A backup of tampered rows, restored.
async fn tampered(folder: &Path, change: impl Fn(&mut Vec<(&'static str, Vec<Row>)>)) -> OperationError {
    let own = tempfile::tempdir_in(folder).unwrap();
    let scene = Scene::filled(empty(Kind::File, &own, "source").await, 2).await;
    let place = scene.stop().await;
    let mut all = rows(&place).await;
    change(&mut all);
    let place = written(&own, "tampered", &all).await;
    let archive = Archive::at(&own.path().join("backups"));
    backup(&place, &archive, now(), &quiet).await.unwrap();
    let error = refused(&archive, &empty(Kind::File, &own, "target").await, &Heads::default()).await;
    // The same on a server: nothing of it can be seen there.
    let server = empty(Kind::Server, &own, "").await;
    refused(&archive, &server, &Heads::default()).await;
    assert!(rows(&server).await.iter().all(|(_, rows)| rows.is_empty()));
    error
}

fn table<'a>(all: &'a mut [(&'static str, Vec<Row>)], name: &str) -> &'a mut Vec<Row> {
    &mut all.iter_mut().find(|(table, _)| *table == name).unwrap().1
}

#[tokio::test]
async fn a_history_that_was_damaged_before_the_backup_is_named_by_case_and_record() {
    let folder = tempfile::tempdir().unwrap();
    let at = |error: OperationError| {
        let OperationError::Chain { case, seq, .. } = error else { panic!("{error:?}") };
        (case, seq)
    };
    // Bytes edited: the link of the next record breaks where there is one, else its own hash.
    let edited = tampered(folder.path(), |all| {
        let row = &mut table(all, "record")[0];
        let Value::Bytes(bytes) = &row[6] else { panic!() };
        row[6] = Value::Bytes(String::from_utf8(bytes.clone()).unwrap().replace("示例路1号", "示例路2号").into_bytes());
    });
    assert_eq!(at(edited.await), (case(1), 2));
    let hash = tampered(folder.path(), |all| table(all, "record")[1][7] = Value::Bytes(vec![0; 32]));
    assert_eq!(at(hash.await), (case(1), 2));
    // A decision that the law doesn't give, sealed properly by whoever has the database: only the replay sees it.
    let unlawful = tampered(folder.path(), |all| {
        let Value::Bytes(bytes) = table(all, "record")[3][6].clone() else { panic!() };
        let text = String::from_utf8(bytes).unwrap();
        let (before, after) = text.split_once("\"events\"").unwrap();
        let agreed = Digest::sha256(b"terms of use").to_string();
        assert!(before.contains(&agreed) && after.contains(&agreed), "{text}");
        let text = format!("{before}\"events\"{}", after.replace(&agreed, &Digest::ZERO.to_string()));
        let hash = ledger::record::hash(text.as_bytes());
        table(all, "record")[3][6] = Value::Bytes(text.into_bytes());
        table(all, "record")[3][7] = Value::Bytes(hash.as_bytes().to_vec());
        table(all, "case_head")[1][2] = Value::Bytes(hash.as_bytes().to_vec());
    });
    assert_eq!(at(unlawful.await), (case(2), 2));
    let head = tampered(folder.path(), |all| table(all, "case_head")[1][1] = Value::Int(1));
    assert_eq!(at(head.await), (case(2), 2));
}
