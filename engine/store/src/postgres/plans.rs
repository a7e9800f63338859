//! Every statement finds its rows by an index: the generic plan of each, with sequential scans made dear.

use cluster::{Cluster, Sync};
use sqlx::{AssertSqlSafe, ConnectOptions, Executor, Row};

use super::dialect::{self, Place};
use super::statements::{PLAIN, SETS};

/// The types of a set's columns, as the table has them; the statement itself names the columns.
async fn arrays(connection: &mut super::dialect::Connection, start: &str, columns: usize) -> Vec<String> {
    let Some((table, names)) = start.split_once("insert into ").and_then(|(_, rest)| rest.split_once('(')) else {
        // The heads that are asked for, or moved: ids, numbers, hashes.
        let all = ["uuid", "int8", "bytea", "int8", "bytea", "int8"];
        return all[..columns].iter().map(|kind| format!("array[]::{kind}[]")).collect();
    };
    let mut arrays = Vec::new();
    for name in names.trim_end().trim_end_matches(')').split(',') {
        let sql = format!(
            "select format_type(atttypid, null) from pg_attribute
            where attrelid = '{}'::regclass and attname = '{}'",
            table.trim(),
            name.trim()
        );
        let kind: String = sqlx::query(AssertSqlSafe(sql)).fetch_one(&mut *connection).await.unwrap().get(0);
        arrays.push(format!("array[]::{kind}[]"));
    }
    arrays
}

#[tokio::test]
async fn no_statement_scans_a_table() {
    let cluster = Cluster::start(Sync::Memory).unwrap();
    let place: Place = cluster.url("postgres").parse().unwrap();
    dialect::migrate(&place).await.unwrap();
    let mut connection = dialect::write_options(&place).connect().await.unwrap();
    connection.execute("set enable_seqscan = off; set plan_cache_mode = force_generic_plan").await.unwrap();
    let mut all: Vec<(&str, String)> = PLAIN.iter().map(|(name, sql)| (*name, (*sql).to_owned())).collect();
    for (name, set) in SETS {
        let arrays = arrays(&mut connection, set.start, set.columns).await.join(", ");
        all.push((*name, format!("{} select * from unnest({arrays}) {}", set.start, set.end)));
    }
    let mut found = Vec::new();
    for (name, sql) in all {
        let values = (1..=9).take_while(|n| sql.contains(&format!("${n}"))).count();
        let nulls = if values == 0 { String::new() } else { format!("({})", vec!["null"; values].join(", ")) };
        connection.execute(AssertSqlSafe(format!("prepare asked as {sql}"))).await.unwrap();
        let plan = sqlx::raw_sql(AssertSqlSafe(format!("explain (costs off) execute asked{nulls}")));
        for step in plan.fetch_all(&mut connection).await.unwrap() {
            let step: String = step.get(0);
            if step.contains("Seq Scan") || step.trim_start().starts_with("->  Sort") {
                found.push(format!("{name}: {step}"));
            }
        }
        connection.execute("deallocate asked").await.unwrap();
    }
    assert_eq!(found, Vec::<String>::new());
}

/// Citus can distribute the case tables by `case_id`: every unique index and foreign key of one contains it.
#[tokio::test]
async fn every_key_of_a_case_table_contains_the_case() {
    let cluster = Cluster::start(Sync::Memory).unwrap();
    let place: Place = cluster.url("postgres").parse().unwrap();
    dialect::migrate(&place).await.unwrap();
    let mut connection = dialect::write_options(&place).connect().await.unwrap();
    let keys = sqlx::raw_sql(
        "select conrelid::regclass::text, conname::text,
            exists (select from pg_attribute
                where attrelid = conrelid and attnum = any (conkey) and attname = 'case_id'),
            exists (select from pg_attribute where attrelid = conrelid and attname = 'case_id')
        from pg_constraint
        where contype in ('p', 'u', 'f') and connamespace = 'public'::regnamespace
        order by 1, 2",
    );
    let mut tables = Vec::new();
    for key in keys.fetch_all(&mut connection).await.unwrap() {
        let (table, name, has, case_table): (String, String, bool, bool) =
            (key.get(0), key.get(1), key.get(2), key.get(3));
        // The one reference table that names a case: the exclusion between the cases of one employer.
        if case_table && table != "open_negotiation" {
            assert!(has, "{table}: {name}");
            tables.push(table);
        }
    }
    tables.dedup();
    assert!(tables.len() >= 8, "{tables:?}");
}
