//! Every statement finds its rows by an index: the generic plan of each, with sequential scans made dear.

use std::collections::BTreeSet;

use cluster::{Cluster, Sync};
use sqlx::postgres::PgRow;
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

/// Citus can distribute the case tables by `case_id`: every unique index and foreign key of one contains it, and nothing that
/// isn't distributed refers to one that is. `docs/scale.md` names the same tables.
#[tokio::test]
async fn every_key_of_a_case_table_contains_the_case() {
    let cluster = Cluster::start(Sync::Memory).unwrap();
    let place: Place = cluster.url("postgres").parse().unwrap();
    dialect::migrate(&place).await.unwrap();
    let mut connection = dialect::write_options(&place).connect().await.unwrap();
    let tables = sqlx::raw_sql(
        "select relname::text,
            exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'case_id' and not attisdropped)
        from pg_class
        where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> '_sqlx_migrations'",
    );
    // The one reference table that names a case: the exclusion between the cases of one employer.
    let is_case_table = |row: &PgRow| row.get::<bool, _>(1) && row.get::<&str, _>(0) != "open_negotiation";
    let rows = tables.fetch_all(&mut connection).await.unwrap();
    let (cases, others): (Vec<_>, Vec<_>) = rows.iter().partition(|row| is_case_table(row));
    let [cases, others] = [cases, others].map(|rows| rows.iter().map(|row| row.get(0)).collect::<BTreeSet<String>>());
    let keys = sqlx::raw_sql(
        "with keys (of, name, columns, refers) as (
            select indrelid, indexrelid::regclass::text, indkey::int2[], null
            from pg_index where indisunique
            union all
            select conrelid, conname::text, conkey, confrelid::regclass::text
            from pg_constraint where contype = 'f'
        )
        select of::regclass::text, name, refers,
            exists (select from pg_attribute where attrelid = of and attnum = any (columns) and attname = 'case_id')
        from keys
        where of in (select oid from pg_class where relnamespace = 'public'::regnamespace)",
    );
    let mut seen = BTreeSet::new();
    for key in keys.fetch_all(&mut connection).await.unwrap() {
        let (table, name, refers): (String, String, Option<String>) = (key.get(0), key.get(1), key.get(2));
        if cases.contains(&table) {
            assert!(key.get::<bool, _>(3), "{table}: {name}");
            seen.insert(table);
        } else {
            assert!(refers.is_none_or(|to| !cases.contains(&to)), "{table}: {name}");
        }
    }
    assert_eq!(seen, cases, "each has a key");
    let scale = include_str!("../../../../docs/scale.md");
    let list = |text: &str| text.split(',').map(|name| name.trim().to_owned()).collect::<BTreeSet<String>>();
    let lists = scale.split("unnest('{").skip(1).filter_map(|rest| rest.split_once("}'")).map(|(names, _)| list(names));
    let [mut distributed, reference]: [BTreeSet<String>; 2] = lists.collect::<Vec<_>>().try_into().unwrap();
    distributed.insert("record".to_owned());
    assert_eq!((distributed, reference), (cases, others), "docs/scale.md");
}
