//! Every statement finds its rows by an index: `explain query plan` over all of them.

use std::collections::BTreeSet;
use std::path::Path;

use sqlx::{AssertSqlSafe, ConnectOptions, Row};

use super::dialect;
use super::read::{cases, duties, files, outbox, persons, records, references};
use super::write;
use super::writer::load;

/// Statements as they are.
const PLAIN: &[(&str, &str)] = &[
    ("ATTACHMENT", files::ATTACHMENT),
    ("ATTACHMENTS", files::ATTACHMENTS),
    ("CASE", cases::CASE),
    ("CASES", cases::CASES),
    ("CASES_AT_STAGE", cases::CASES_AT_STAGE),
    ("CASES_OF_EMPLOYER", cases::CASES_OF_EMPLOYER),
    ("CASES_OF_REGION", cases::CASES_OF_REGION),
    ("CLAIM", write::projections::CLAIM),
    ("DATASET", references::DATASET),
    ("DOCUMENT", files::DOCUMENT),
    ("DOCUMENTS", files::DOCUMENTS),
    ("DUTIES_DUE", duties::DUTIES_DUE),
    ("DUTIES_OF_CASE", duties::DUTIES_OF_CASE),
    ("ERASE_ATTACHMENT", write::files::ERASE_ATTACHMENT),
    ("ERASE_DOCUMENT", write::files::ERASE_DOCUMENT),
    ("ERASE_PERSON", write::files::ERASE_PERSON),
    ("HEAD", records::HEAD),
    ("INSERT_DATASET", write::references::INSERT_DATASET),
    ("INSERT_RULESET", write::references::INSERT_RULESET),
    ("INSERT_TEMPLATE", write::references::INSERT_TEMPLATE),
    ("OPEN_NEGOTIATION", cases::OPEN_NEGOTIATION),
    ("OUTBOX_DUE", outbox::OUTBOX_DUE),
    ("PENDING_LEAVES", records::PENDING_LEAVES),
    ("PERSONS", persons::PERSONS),
    ("RECORDS_AFTER", records::RECORDS_AFTER),
    ("RELEASE", write::projections::RELEASE),
    ("RETRY", write::outbox::RETRY),
    ("RULESET", references::RULESET),
    ("SENT", write::outbox::SENT),
    ("TEMPLATE", references::TEMPLATE),
];

/// Statements around a list of rows, with the number of their columns.
const SETS: &[(&str, (&str, &str), usize)] = &[
    ("INSERT_ATTACHMENTS", write::files::INSERT_ATTACHMENTS, 5),
    ("INSERT_DOCUMENTS", write::files::INSERT_DOCUMENTS, 11),
    ("INSERT_HEADS", write::chain::INSERT_HEADS, 4),
    ("INSERT_MESSAGES", write::outbox::INSERT_MESSAGES, 8),
    ("INSERT_PERSONS", write::files::INSERT_PERSONS, 5),
    ("INSERT_RECORDS", write::chain::INSERT_RECORDS, 8),
    ("HEADS", load::HEADS, 1),
    ("MOVE_HEADS", write::chain::MOVE_HEADS, 6),
    ("PUT_CASES", write::projections::PUT_CASES, 10),
    ("PUT_DUTIES", write::projections::PUT_DUTIES, 6),
];

/// What may be scanned: the rows that the statement itself brings.
const OWN_ROWS: [&str; 4] = ["asked", "moved", "3", "3-ROW"];

#[tokio::test]
async fn no_statement_scans_a_table() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plans.sqlite");
    let store = super::Store::open(&path).await.unwrap();
    let mut connection = dialect::write_options(&path).connect().await.unwrap();
    let sets = SETS.iter().map(|(name, (start, end), columns)| {
        let row = format!("({})", vec!["null"; *columns].join(", "));
        (*name, format!("{start} values {row}, {row}, {row} {end}"))
    });
    let all = PLAIN.iter().map(|(name, sql)| (*name, (*sql).to_owned())).chain(sets);
    let mut found = Vec::new();
    for (name, sql) in all {
        let plan = sqlx::query(AssertSqlSafe(format!("explain query plan {sql}")));
        for step in plan.fetch_all(&mut connection).await.unwrap() {
            let step: String = step.get("detail");
            let scanned = step.strip_prefix("SCAN ").and_then(|rest| rest.split(' ').next());
            if scanned.is_some_and(|table| !OWN_ROWS.contains(&table)) || step.contains("TEMP B-TREE") {
                found.push(format!("{name}: {step}"));
            }
        }
    }
    assert_eq!(found, Vec::<String>::new());
    store.close().await;
}

#[test]
fn every_statement_of_the_crate_is_in_the_list() {
    let listed: BTreeSet<&str> = PLAIN.iter().map(|(name, _)| *name).chain(SETS.iter().map(|set| set.0)).collect();
    let mut written = BTreeSet::new();
    for folder in ["read", "write", "writer"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder);
        for file in std::fs::read_dir(folder).unwrap() {
            let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
            let names =
                text.lines().filter(|line| line.ends_with(": &str = \"") || line.ends_with(": (&str, &str) = ("));
            written.extend(names.map(|line| line.split(':').next().unwrap().rsplit(' ').next().unwrap().to_owned()));
            assert!(
                !text.contains("sqlx::query(\"") && !text.contains("sqlx::query_as(\""),
                "a statement without a name"
            );
        }
    }
    assert_eq!(written.iter().map(String::as_str).collect::<BTreeSet<_>>(), listed);
}
