//! What cases share and name by hash: rule editions, data sets, templates.

use ledger::Digest;

use super::{Connection, Store};
use crate::{Dataset, Ruleset, StoreError, Template};

pub(crate) const RULESET: &str = "
    select json
    from ruleset
    where hash = $1
";

pub(crate) const DATASET: &str = "
    select kind, json, loaded_by, confirmed_by
    from dataset
    where hash = $1
";

pub(crate) const TEMPLATE: &str = "
    select name, bytes
    from template
    where sha256 = $1
";

impl Store {
    /// The rule edition with this hash.
    ///
    /// # Errors
    /// The database fails.
    pub(crate) async fn ruleset(&self, hash: Digest) -> Result<Option<Ruleset>, StoreError> {
        ruleset(&mut *self.reader().await?, hash).await
    }

    /// The data set with this hash.
    ///
    /// # Errors
    /// The database fails.
    pub(crate) async fn dataset(&self, hash: Digest) -> Result<Option<Dataset>, StoreError> {
        dataset(&mut *self.reader().await?, hash).await
    }

    /// The template with this hash.
    ///
    /// # Errors
    /// The database fails.
    pub(crate) async fn template(&self, sha256: Digest) -> Result<Option<Template>, StoreError> {
        template(&mut *self.reader().await?, sha256).await
    }
}

pub(crate) async fn ruleset(connection: &mut Connection, hash: Digest) -> Result<Option<Ruleset>, StoreError> {
    let json: Option<Vec<u8>> =
        sqlx::query_scalar(RULESET).bind(hash.as_bytes().as_slice()).fetch_optional(connection).await?;
    Ok(json.map(|json| Ruleset { json }))
}

pub(crate) async fn dataset(connection: &mut Connection, hash: Digest) -> Result<Option<Dataset>, StoreError> {
    let row: Option<(String, Vec<u8>, String, String)> =
        sqlx::query_as(DATASET).bind(hash.as_bytes().as_slice()).fetch_optional(connection).await?;
    Ok(row.map(|(kind, json, loaded_by, confirmed_by)| Dataset { kind, json, loaded_by, confirmed_by }))
}

pub(crate) async fn template(connection: &mut Connection, sha256: Digest) -> Result<Option<Template>, StoreError> {
    let row: Option<(String, Vec<u8>)> =
        sqlx::query_as(TEMPLATE).bind(sha256.as_bytes().as_slice()).fetch_optional(connection).await?;
    Ok(row.map(|(name, bytes)| Template { name, bytes }))
}
