//! The cases of a batch: from memory, or as they stand in the database at this moment.

use std::collections::{BTreeMap, BTreeSet};

use negotiation::{CaseState, Corrupt, Head};
use uuid::Uuid;

use super::read::{count, digest, records::all_records};
use super::script::{Transaction, asking};
use super::write::Set;
use super::writes::Working;
use super::{Cache, Connection};
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

/// A case of a batch; damaged ones are named to whoever asks something of them.
pub(super) type Loaded = Result<Working, Corrupt>;

/// The cases with these ids: from memory, or replayed from their records.
pub(super) async fn cases(
    transaction: &mut Transaction<'_>,
    cache: &mut Cache,
    ids: impl Iterator<Item = Uuid>,
) -> Result<BTreeMap<Uuid, Loaded>, StoreError> {
    let mut loaded = BTreeMap::new();
    let mut unknown = BTreeSet::new();
    for case in ids {
        if loaded.contains_key(&case) || unknown.contains(&case) {
            continue;
        }
        match cache.take(case) {
            Some(known) => {
                let from = known.state.head();
                loaded.insert(case, Ok(Working { known, from, seen: false }));
            }
            None => drop(unknown.insert(case)),
        }
    }
    if unknown.is_empty() {
        return Ok(loaded);
    }
    let connection = transaction.inside().await?;
    let heads = heads(connection, &unknown.iter().copied().collect::<Vec<_>>()).await?;
    for case in unknown {
        loaded.insert(
            case,
            match heads.get(&case) {
                None => {
                    let known = Known::new(case);
                    let from = known.state.head();
                    Ok(Working { known, from, seen: true })
                }
                Some(head) => {
                    let records = all_records(connection, case).await?;
                    replay(case, *head, &records).map(|known| Working { known, from: *head, seen: true })
                }
            },
        );
    }
    Ok(loaded)
}

/// Looks at the heads of cases that were taken from memory and won't be written, so that no answer rests on a state that
/// another process has moved on.
///
/// # Errors
/// [`StoreError::HeadMoved`] where one did.
pub(super) async fn look_again(
    transaction: &mut Transaction<'_>,
    cases: &BTreeMap<Uuid, Loaded>,
) -> Result<(), StoreError> {
    let unseen: Vec<(Uuid, Head)> = cases
        .iter()
        .filter_map(|(case, loaded)| loaded.as_ref().ok().map(|working| (*case, working)))
        .filter(|(_, working)| !working.seen && working.known.state.head() == working.from)
        .map(|(case, working)| (case, working.from))
        .collect();
    if unseen.is_empty() {
        return Ok(());
    }
    let ids: Vec<Uuid> = unseen.iter().map(|(case, _)| *case).collect();
    let heads = heads(transaction.inside().await?, &ids).await?;
    let same = |(case, from): &(Uuid, Head)| heads.get(case) == Some(from);
    if unseen.iter().all(same) { Ok(()) } else { Err(StoreError::HeadMoved) }
}

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
