//! Rule editions, data sets, templates. Each stands under the hash of its content, so a second time changes nothing.

use sqlx::error::ErrorKind;

use super::Connection;
use crate::{Dataset, Ruleset, StoreError, Template};

pub(crate) const INSERT_RULESET: &str = "
    insert into ruleset (hash, json)
    values ($1, $2)
    on conflict do nothing
";

pub(crate) const INSERT_DATASET: &str = "
    insert into dataset (hash, kind, json, loaded_by, confirmed_by)
    values ($1, $2, $3, $4, $5)
    on conflict do nothing
";

pub(crate) const INSERT_TEMPLATE: &str = "
    insert into template (sha256, name, bytes)
    values ($1, $2, $3)
    on conflict do nothing
";

/// Keeps a rule edition. Gives whether it was new.
pub(crate) async fn put_ruleset(connection: &mut Connection, ruleset: &Ruleset) -> Result<bool, StoreError> {
    let query = sqlx::query(INSERT_RULESET).bind(ruleset.hash().as_bytes().to_vec()).bind(ruleset.json.clone());
    Ok(query.execute(connection).await?.rows_affected() == 1)
}

/// Keeps a data set. Gives whether it was new.
///
/// # Errors
/// [`StoreError::OnePerson`] where one person both loaded and confirmed it.
pub(crate) async fn put_dataset(connection: &mut Connection, dataset: &Dataset) -> Result<bool, StoreError> {
    let query = sqlx::query(INSERT_DATASET)
        .bind(dataset.hash().as_bytes().to_vec())
        .bind(&dataset.kind)
        .bind(dataset.json.clone())
        .bind(&dataset.loaded_by)
        .bind(&dataset.confirmed_by);
    match query.execute(connection).await {
        Ok(done) => Ok(done.rows_affected() == 1),
        Err(sqlx::Error::Database(error)) if error.kind() == ErrorKind::CheckViolation => Err(StoreError::OnePerson),
        Err(error) => Err(error.into()),
    }
}

/// Keeps a template. Gives whether it was new.
pub(crate) async fn put_template(connection: &mut Connection, template: &Template) -> Result<bool, StoreError> {
    let query = sqlx::query(INSERT_TEMPLATE)
        .bind(template.sha256().as_bytes().to_vec())
        .bind(&template.name)
        .bind(template.bytes.clone());
    Ok(query.execute(connection).await?.rows_affected() == 1)
}
