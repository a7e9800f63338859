//! The cases of a batch: from memory, or as they stand in the database at this moment.

use std::collections::{BTreeMap, BTreeSet};

use ledger::Digest;
use negotiation::{CaseState, Corrupt, Head};
use sqlx::Connection as _;
use uuid::Uuid;

use super::read::{count, digest, records::all_records};
use super::script::asking;
use super::write::Set;
use super::{Cache, Connection, Store};
use crate::cache::Known;
use crate::{StoreError, StoredRecord};

/// Heads of cases, for all cases of a batch in one statement.
pub(crate) const HEADS: Set = Set {
    start: "
    with asked (case_id) as (
    ",
    end: ")
    select case_head.case_id, case_head.seq, case_head.hash
    from asked
    join case_head on case_head.case_id = asked.case_id
    ",
    columns: 1,
};

/// So many heads are asked for in one statement; SQLite allows 32,766 bound values.
const MAX_ASKED: usize = 30_000;

/// Puts the cases with these ids into memory, replayed from their records as they stand at this moment. Gives those that
/// are damaged. The connection is inside a transaction.
pub(super) async fn cases(
    connection: &mut Connection,
    cache: &mut Cache,
    ids: &BTreeSet<Uuid>,
) -> Result<BTreeMap<Uuid, Corrupt>, StoreError> {
    let mut damaged = BTreeMap::new();
    let heads = heads(connection, &ids.iter().copied().collect::<Vec<_>>()).await?;
    for case in ids.iter().copied() {
        let Some(head) = heads.get(&case) else {
            cache.put(case, Known::new(case));
            continue;
        };
        let records = all_records(connection, case).await?;
        match replay(case, *head, &records) {
            Ok(known) => cache.put(case, known),
            Err(corrupt) => drop(damaged.insert(case, corrupt)),
        }
    }
    Ok(damaged)
}

impl Store {
    /// The same by a reader's connection, while the one that writes is busy.
    pub(super) async fn cases_of_a_moment(
        &self,
        cache: &mut Cache,
        ids: &BTreeSet<Uuid>,
    ) -> Result<BTreeMap<Uuid, Corrupt>, StoreError> {
        let mut reader = self.reader().await?;
        let mut moment = reader.begin().await?;
        let damaged = cases(&mut moment, cache, ids).await?;
        moment.rollback().await?;
        Ok(damaged)
    }
}

/// Looks at the heads of cases that won't be written, so that no answer rests on a state that another process has moved
/// on.
///
/// # Errors
/// [`StoreError::HeadMoved`] where one did.
pub(super) async fn look_again(connection: &mut Connection, unwritten: &[(Uuid, Head)]) -> Result<(), StoreError> {
    if unwritten.is_empty() {
        return Ok(());
    }
    let ids: Vec<Uuid> = unwritten.iter().map(|(case, _)| *case).collect();
    let heads = heads(connection, &ids).await?;
    let same = |(case, from): &(Uuid, Head)| heads.get(case).copied().unwrap_or(NO_RECORDS) == *from;
    if unwritten.iter().all(same) { Ok(()) } else { Err(StoreError::HeadMoved) }
}

/// The head of a case without records.
const NO_RECORDS: Head = Head { hash: Digest::ZERO, seq: 0 };

async fn heads(connection: &mut Connection, cases: &[Uuid]) -> Result<BTreeMap<Uuid, Head>, StoreError> {
    let mut all = BTreeMap::new();
    for chunk in cases.chunks(MAX_ASKED) {
        let mut query = asking(HEADS, chunk);
        let rows: Vec<(Uuid, i64, Vec<u8>)> = query.build_query_as().fetch_all(&mut *connection).await?;
        for (case, seq, hash) in rows {
            all.insert(case, Head { seq: count("case_head.seq", seq)?, hash: digest("case_head.hash", &hash)? });
        }
    }
    Ok(all)
}

/// Compares every record with its hash, replays the case and compares its end with the head. The first record that
/// doesn't hold is named.
fn replay(case: Uuid, head: Head, records: &[StoredRecord]) -> Result<Known, Corrupt> {
    let damaged = |seq: u64, what: &str| Corrupt { case, seq, what: what.to_owned() };
    for (seq, record) in (1..).zip(records) {
        if record.seq != seq {
            return Err(damaged(seq, "the record is missing"));
        }
        if record.hash != ledger::record::hash(&record.bytes) {
            return Err(damaged(seq, "its bytes don't have its hash"));
        }
    }
    let state = CaseState::replay(case, records.iter().map(|record| record.bytes.as_slice()))?;
    let end = state.head();
    if end.seq != head.seq {
        return Err(damaged(end.seq.min(head.seq) + 1, "records and head end in different places"));
    }
    if end != head {
        return Err(damaged(head.seq, "the head has another hash"));
    }
    let acts = records.iter().map(|record| (record.act, (record.seq, record.struck))).collect();
    Ok(Known { state, acts, line: None, duties: Vec::new() })
}
