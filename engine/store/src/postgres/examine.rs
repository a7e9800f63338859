//! What there is to look at on a server.

use law::time::Moment;
use sqlx::Connection as _;

use super::dialect::{self, Place};
use crate::{Examined, Matters, Setting, StoreError};

const LAST_RECORD: &str = "select max(at_ms) from case_head";

const CAN_CHANGE: &str = "
    select has_table_privilege('record', 'update') or has_table_privilege('record', 'delete')
        or has_table_privilege('record', 'truncate') or pg_has_role(relowner, 'member')
    from pg_class
    where oid = 'record'::regclass
";

const SETTING: &str = "select current_setting($1)";

/// Settings of the server, and what each should be.
const SETTINGS: &[(&str, &str, Matters)] = &[
    ("fsync", "on", Matters::Records),
    ("full_page_writes", "on", Matters::Records),
    ("synchronous_commit", "on", Matters::Records),
    ("server_encoding", "UTF8", Matters::Records),
    ("data_checksums", "on", Matters::Notice),
];

/// Looks at a server, with the settings that the writer's connection has.
pub(crate) async fn examine(place: &Place) -> Result<Examined, StoreError> {
    dialect::prepare(place).await?;
    let mut connection = dialect::connect(dialect::write_options(place)).await?;
    let version: String = sqlx::query_scalar("show server_version").fetch_one(&mut connection).await?;
    let last: Option<i64> = sqlx::query_scalar(LAST_RECORD).fetch_one(&mut connection).await?;
    let can_change: bool = sqlx::query_scalar(CAN_CHANGE).fetch_one(&mut connection).await?;
    let size: i64 =
        sqlx::query_scalar("select pg_database_size(current_database())").fetch_one(&mut connection).await?;
    let mut settings = Vec::new();
    for (name, required, matters) in SETTINGS {
        let found: String = sqlx::query_scalar(SETTING).bind(*name).fetch_one(&mut connection).await?;
        settings.push(Setting { name, found, required, matters: *matters });
    }
    let recovers: bool = sqlx::query_scalar("select pg_is_in_recovery()").fetch_one(&mut connection).await?;
    let found = if recovers { "on" } else { "off" }.to_owned();
    settings.push(Setting { name: "in_recovery", found, required: "off", matters: Matters::Records });
    let now: i64 = sqlx::query_scalar(dialect::SERVER_NOW).fetch_one(&mut connection).await?;
    connection.close().await?;
    Ok(Examined {
        can_change_records: Some(can_change),
        now: Some(Moment::from_millis(now)),
        last_record: last.map(Moment::from_millis),
        settings,
        size: u64::try_from(size).unwrap_or_default(),
        version: format!("PostgreSQL {version}"),
    })
}
