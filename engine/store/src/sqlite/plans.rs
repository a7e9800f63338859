//! Every statement finds its rows by an index: `explain query plan` over all of them.

use sqlx::{AssertSqlSafe, ConnectOptions, Row};

use super::dialect;
use super::statements::{PLAIN, SETS};

/// What may be scanned: the rows that the statement itself brings.
const OWN_ROWS: [&str; 4] = ["asked", "moved", "3", "3-ROW"];

#[tokio::test]
async fn no_statement_scans_a_table() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plans.sqlite");
    let store = super::Store::open(path.clone(), None).await.unwrap();
    let mut connection = dialect::write_options(&path).connect().await.unwrap();
    let sets = SETS.iter().map(|(name, set)| {
        let row = format!("({})", vec!["null"; set.columns].join(", "));
        (*name, format!("{} values {row}, {row}, {row} {}", set.start, set.end))
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
