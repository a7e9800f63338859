//! The chain of a case: its head and its records, in order.

use law::time::Moment;
use ledger::Digest;
use negotiation::Head;
use uuid::Uuid;

use super::{Connection, Store, count, digest, int, page};
use crate::{StoreError, StoredRecord};

pub(crate) const HEAD: &str = "
    select seq, hash
    from case_head
    where case_id = $1
";

pub(crate) const RECORDS_AFTER: &str = "
    select seq, act_id, at_ms, command, struck, bytes, hash
    from record
    where case_id = $1 and seq > $2
    order by seq
    limit $3
";

pub(crate) const PENDING_LEAVES: &str = "
    select case_id, seq, hash
    from pending_leaf
    where (case_id, seq) > ($1, $2)
    order by case_id, seq
    limit $3
";

impl Store {
    /// The newest record of a case; `None` where the case has none.
    ///
    /// # Errors
    /// The database fails.
    pub(crate) async fn head(&self, case: Uuid) -> Result<Option<Head>, StoreError> {
        head(&mut *self.reader().await?, case).await
    }

    /// A page of a case's records, oldest first, after sequence `after` (0 for the first page).
    ///
    /// # Errors
    /// The database fails, or a row doesn't hold what its columns say.
    pub(crate) async fn records_after(
        &self,
        case: Uuid,
        after: u64,
        limit: u32,
    ) -> Result<Vec<StoredRecord>, StoreError> {
        records_after(&mut *self.reader().await?, case, after, limit).await
    }

    /// A page of record hashes that the Merkle log hasn't taken up, after the given case and sequence, in key order.
    ///
    /// # Errors
    /// The database fails, or a row doesn't hold what its columns say.
    pub(crate) async fn pending_leaves(
        &self,
        after: Option<(Uuid, u64)>,
        limit: u32,
    ) -> Result<Vec<(Uuid, u64, Digest)>, StoreError> {
        let (case, seq) = after.unwrap_or((Uuid::nil(), 0));
        let rows: Vec<(Uuid, i64, Vec<u8>)> = sqlx::query_as(PENDING_LEAVES)
            .bind(case)
            .bind(int(seq))
            .bind(page(limit))
            .fetch_all(&mut *self.reader().await?)
            .await?;
        rows.into_iter()
            .map(|(case, seq, hash)| Ok((case, count("pending_leaf.seq", seq)?, digest("pending_leaf.hash", &hash)?)))
            .collect()
    }
}

pub(crate) async fn head(connection: &mut Connection, case: Uuid) -> Result<Option<Head>, StoreError> {
    let row: Option<(i64, Vec<u8>)> = sqlx::query_as(HEAD).bind(case).fetch_optional(connection).await?;
    row.map(|(seq, hash)| Ok(Head { seq: count("case_head.seq", seq)?, hash: digest("case_head.hash", &hash)? }))
        .transpose()
}

type Row = (i64, Uuid, i64, String, i64, Vec<u8>, Vec<u8>);

pub(crate) async fn records_after(
    connection: &mut Connection,
    case: Uuid,
    after: u64,
    limit: u32,
) -> Result<Vec<StoredRecord>, StoreError> {
    let rows: Vec<Row> =
        sqlx::query_as(RECORDS_AFTER).bind(case).bind(int(after)).bind(page(limit)).fetch_all(connection).await?;
    rows.into_iter().map(record).collect()
}

/// Every record of one case, page by page; a case is bounded, a list of cases isn't.
pub(crate) async fn all_records(connection: &mut Connection, case: Uuid) -> Result<Vec<StoredRecord>, StoreError> {
    let mut records: Vec<StoredRecord> = Vec::new();
    loop {
        let after = records.last().map_or(0, |record| record.seq);
        let found = records_after(connection, case, after, crate::MAX_PAGE).await?;
        if found.is_empty() {
            return Ok(records);
        }
        records.extend(found);
    }
}

fn record((seq, act, at, command, struck, bytes, hash): Row) -> Result<StoredRecord, StoreError> {
    Ok(StoredRecord {
        seq: count("record.seq", seq)?,
        act,
        at: Moment::from_millis(at),
        command,
        struck: count("record.struck", struck)?,
        bytes,
        hash: digest("record.hash", &hash)?,
    })
}
