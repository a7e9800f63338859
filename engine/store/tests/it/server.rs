//! One PostgreSQL cluster for all tests of this program, and a database of its own for each.

use std::sync::atomic::{AtomicU32, Ordering};

use cluster::{Cluster, Sync};
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Executor};
use tokio::sync::OnceCell;

static CLUSTER: OnceCell<Cluster> = OnceCell::const_new();
static NEXT: AtomicU32 = AtomicU32::new(1);

/// The address of a new database with the store's tables.
pub(crate) async fn database() -> String {
    let cluster = CLUSTER.get_or_init(prepared).await;
    let name = format!("store_{}", NEXT.fetch_add(1, Ordering::Relaxed));
    let mut admin = cluster.url("postgres").parse::<PgConnectOptions>().unwrap().connect().await.unwrap();
    admin.execute(AssertSqlSafe(format!("create database {name} template migrated"))).await.unwrap();
    cluster.url(&name)
}

/// The address of a new database with nothing in it.
pub(crate) async fn empty() -> String {
    let cluster = CLUSTER.get_or_init(prepared).await;
    let name = format!("store_{}", NEXT.fetch_add(1, Ordering::Relaxed));
    let mut admin = cluster.url("postgres").parse::<PgConnectOptions>().unwrap().connect().await.unwrap();
    admin.execute(AssertSqlSafe(format!("create database {name}"))).await.unwrap();
    cluster.url(&name)
}

async fn prepared() -> Cluster {
    let cluster = Cluster::start(Sync::Memory).unwrap();
    let mut admin = cluster.url("postgres").parse::<PgConnectOptions>().unwrap().connect().await.unwrap();
    admin.execute("create database migrated").await.unwrap();
    store::migrate(&cluster.url("migrated").parse().unwrap()).await.unwrap();
    cluster
}
