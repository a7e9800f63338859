//! What there is to look at in a file.

use std::path::PathBuf;

use law::time::Moment;
use sqlx::{ConnectOptions as _, Connection as _};

use super::dialect;
use crate::{Examined, Matters, Setting, StoreError};

const LAST_RECORD: &str = "select max(at_ms) from case_head";

/// Looks at a file.
pub(crate) async fn examine(path: &PathBuf) -> Result<Examined, StoreError> {
    dialect::present(path).await?;
    let mut connection = dialect::read_options(path).connect().await?;
    let version: String = sqlx::query_scalar("select sqlite_version()").fetch_one(&mut connection).await?;
    let last: Option<i64> = sqlx::query_scalar(LAST_RECORD).fetch_one(&mut connection).await?;
    let journal: String = sqlx::query_scalar("pragma journal_mode").fetch_one(&mut connection).await?;
    let synchronous: i64 = sqlx::query_scalar("pragma synchronous").fetch_one(&mut connection).await?;
    let whole: String = sqlx::query_scalar("pragma quick_check(1)").fetch_one(&mut connection).await?;
    let pages: i64 = sqlx::query_scalar("pragma page_count").fetch_one(&mut connection).await?;
    let page: i64 = sqlx::query_scalar("pragma page_size").fetch_one(&mut connection).await?;
    connection.close().await?;
    let setting = |name, found: String, required| Setting { name, found, required, matters: Matters::Records };
    Ok(Examined {
        can_change_records: None,
        now: None,
        last_record: last.map(Moment::from_millis),
        settings: vec![
            setting("journal_mode", journal, "wal"),
            setting("synchronous", synchronous.to_string(), "2"),
            setting("quick_check", whole, "ok"),
        ],
        size: u64::try_from(pages.saturating_mul(page)).unwrap_or_default(),
        version: format!("SQLite {version}"),
    })
}
