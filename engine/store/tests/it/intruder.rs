//! Somebody beside the store, with all rights on its database.

use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions, Executor, Row};
use store::Place;

pub(crate) enum Intruder {
    File(SqliteConnection),
    Server(PgConnection),
}

impl Intruder {
    pub(crate) async fn at(place: &Place) -> Self {
        match place {
            Place::File(path) => {
                let options = SqliteConnectOptions::new().filename(path).pragma("recursive_triggers", "on");
                Self::File(options.connect().await.unwrap())
            }
            Place::Server(options) => Self::Server(PgConnectOptions::connect(options).await.unwrap()),
        }
    }

    /// Runs a statement as it is written for SQLite: a blob `x'00'` is rewritten for PostgreSQL.
    pub(crate) async fn execute(&mut self, sql: &str) -> Result<(), String> {
        match self {
            Self::File(connection) => connection.execute(AssertSqlSafe(sql)).await.map(drop),
            Self::Server(connection) => {
                let sql = sql.replace("x'", "'\\x").replace("zeroblob(32)", "decode(repeat('00', 32), 'hex')");
                connection.execute(AssertSqlSafe(sql)).await.map(drop)
            }
        }
        .map_err(|error| error.to_string())
    }

    /// Switches off what guards rows against changes.
    pub(crate) async fn unguard(&mut self) {
        match self {
            Self::File(_) => {
                for trigger in ["record_is_never_changed", "record_is_never_deleted", "case_head_only_moves_forward"] {
                    self.execute(&format!("drop trigger {trigger}")).await.unwrap();
                }
                self.execute("pragma foreign_keys = off").await.unwrap();
            }
            Self::Server(_) => self.execute("set session_replication_role = replica").await.unwrap(),
        }
    }

    /// Every column of every table, as `table.column`.
    pub(crate) async fn columns(&mut self) -> Vec<String> {
        let of_file = "select m.name || '.' || c.name from sqlite_schema m, pragma_table_info(m.name) c
            where m.type = 'table'";
        let of_server = "select table_name || '.' || column_name from information_schema.columns
            where table_schema = 'public'";
        match self {
            Self::File(connection) => {
                sqlx::query(of_file).fetch_all(connection).await.unwrap().iter().map(|row| row.get(0)).collect()
            }
            Self::Server(connection) => {
                sqlx::query(of_server).fetch_all(connection).await.unwrap().iter().map(|row| row.get(0)).collect()
            }
        }
    }

    /// Runs statements as they are written for this database.
    pub(crate) async fn run(&mut self, sql: &str) -> Result<(), String> {
        match self {
            Self::File(connection) => connection.execute(AssertSqlSafe(sql)).await.map(drop),
            Self::Server(connection) => connection.execute(AssertSqlSafe(sql)).await.map(drop),
        }
        .map_err(|error| error.to_string())
    }

    pub(crate) async fn count(&mut self, sql: &str) -> i64 {
        let sql = AssertSqlSafe(sql);
        match self {
            Self::File(connection) => sqlx::query(sql).fetch_one(connection).await.unwrap().get(0),
            Self::Server(connection) => sqlx::query(sql).fetch_one(connection).await.unwrap().get(0),
        }
    }

    pub(crate) async fn bytes(&mut self, sql: &str) -> Vec<u8> {
        let sql = AssertSqlSafe(sql);
        match self {
            Self::File(connection) => sqlx::query(sql).fetch_one(connection).await.unwrap().get(0),
            Self::Server(connection) => sqlx::query(sql).fetch_one(connection).await.unwrap().get(0),
        }
    }
}
