//! What earlier versions kept is carried over by the migrations after them.

use std::path::{Path, PathBuf};

use store::Place;

use super::ON;
use crate::intruder::Intruder;
use crate::server;
use crate::support::Kind;

/// The migrations of this database, each with its name, in order.
fn migrations() -> Vec<(String, String)> {
    let folder = match ON {
        Kind::File => "../../migrations/sqlite",
        Kind::Server => "../../migrations/postgres",
    };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let named = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().to_owned();
    files.iter().map(|path| (named(path), std::fs::read_to_string(path).unwrap())).collect()
}

fn id(n: u8) -> String {
    let digits = format!("{n:02x}").repeat(16);
    match ON {
        Kind::File => format!("x'{digits}'"),
        Kind::Server => format!("'{digits}'"),
    }
}

/// A text as bytes.
fn bytes(text: &str) -> String {
    match ON {
        Kind::File => format!("cast('{text}' as blob)"),
        Kind::Server => format!("convert_to('{text}', 'UTF8')"),
    }
}

/// Names stood in rolls and beside voters: now they are where they can be erased, and nowhere else.
#[tokio::test]
async fn names_of_rolls_that_were_published_before_can_be_erased() {
    let folder = tempfile::tempdir().unwrap();
    let place = match ON {
        Kind::File => {
            let path = folder.path().join("earlier.sqlite");
            std::fs::File::create(&path).unwrap();
            Place::File(path)
        }
        Kind::Server => server::empty().await.parse().unwrap(),
    };
    let mut intruder = Intruder::at(&place).await;
    let (before, after): (Vec<_>, Vec<_>) = migrations().into_iter().partition(|(name, _)| name.as_str() < "0061");
    for (name, sql) in before {
        intruder.run(&sql).await.unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    let (case, roll, ballot) = (id(1), id(2), id(3));
    let content = bytes(r#"[["acc","沈秋禾"],["","乙\"丙"]]"#);
    for sql in [
        format!(
            "insert into ballot_roll (case_id, roll_id, content, published_by, published_at_ms, closed_by, closed_at_ms)
            values ({case}, {roll}, {content}, 'a', 1, 'a', 2)"
        ),
        format!(
            "insert into ballot (case_id, ballot_id, definition, closes_at_ms) values ({case}, {ballot}, {}, 3)",
            bytes("{}")
        ),
        format!(
            "insert into ballot_voter (case_id, ballot_id, voter, name, person)
            values ({case}, {ballot}, 0, '沈秋禾', 'acc'), ({case}, {ballot}, 1, '丁', '')"
        ),
    ] {
        intruder.run(&sql).await.unwrap();
    }
    for (name, sql) in after {
        intruder.run(&sql).await.unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    let name = |name: &str| bytes(&format!(r#"{{"name":"{name}"}}"#));
    for (expected, sql) in [
        (4, "select count(*) from ballot_roll_name where length(salt) = 32".to_owned()),
        (4, "select count(distinct salt) from ballot_roll_name".to_owned()),
        (2, format!("select count(*) from ballot_roll_name where person_id = 'acc' and fields = {}", name("沈秋禾"))),
        (
            1,
            format!(
                "select count(*) from ballot_roll_name where roll_id = {roll} and number = 1 and fields = {}",
                name(r#"乙\"丙"#)
            ),
        ),
        (
            1,
            format!(
                "select count(*) from ballot_roll_name where roll_id = {ballot} and number = 1 and fields = {}",
                name("丁")
            ),
        ),
        (0, "select count(*) from ballot_roll_name where person_id = ''".to_owned()),
        (2, format!("select count(*) from ballot_voter where roll_id = {ballot}")),
        (1, "select count(*) from ballot_roll where closed_by = 'a'".to_owned()),
    ] {
        assert_eq!(intruder.count(&sql).await, expected, "{sql}");
    }
    let erased = intruder.run("update ballot_roll set published_by = 'b'").await.unwrap_err();
    assert!(erased.contains("never changed"), "the guard stands again: {erased}");
    let content = intruder.bytes(&format!("select content from ballot_roll where roll_id = {roll}")).await;
    let kept: ballot::Roll = serde_json::from_slice(&content).unwrap();
    assert_eq!(ledger::canonical::to_vec(&kept).unwrap(), content, "canonical, as it is written now");
    assert!(kept.voters[0].id == "acc" && kept.voters.len() == 2 && kept.voters.iter().all(|on| on.commit.is_none()));
}
