//! Records and heads. The table itself queues each record's leaf for the Merkle log.

use law::time::Moment;
use negotiation::Head;
use uuid::Uuid;

use super::{Script, int};

/// A record on its way into the table.
pub(crate) struct NewRecord {
    pub(crate) case: Uuid,
    pub(crate) record: crate::StoredRecord,
}

/// A head on its way from one record to another.
pub(crate) struct Moved {
    pub(crate) case: Uuid,
    /// Sequence 0 where the case is new.
    pub(crate) from: Head,
    pub(crate) to: Head,
    /// When the newest record was written.
    pub(crate) at: Moment,
}

pub(crate) const INSERT_RECORDS: (&str, &str) = (
    "
    insert into record (case_id, seq, act_id, at_ms, command, struck, bytes, hash)
    ",
    "",
);

pub(crate) const INSERT_HEADS: (&str, &str) = (
    "
    insert into case_head (case_id, seq, hash, at_ms)
    ",
    "",
);

/// The compare-and-swap: a head moves only from the value that was read. From any other the new hash is null, which the
/// table refuses, and with it the whole transaction.
pub(crate) const MOVE_HEADS: (&str, &str) = (
    "
    with moved (case_id, old_seq, old_hash, seq, hash, at_ms) as (
    ",
    ")
    update case_head
    set seq = moved.seq,
        at_ms = moved.at_ms,
        hash = case when case_head.seq = moved.old_seq and case_head.hash = moved.old_hash then moved.hash end
    from moved
    where case_head.case_id = moved.case_id
    ",
);

/// Appends records and moves the heads. Where a head isn't the one that was read, or a record with
/// this sequence is there already, the script fails with [`crate::StoreError::HeadMoved`].
pub(crate) fn append(script: &mut Script, records: &[NewRecord], moved: &[Moved]) {
    script.add(INSERT_RECORDS, 8, records, |row, NewRecord { case, record }| {
        row.push_bind(*case)
            .push_bind(int(record.seq))
            .push_bind(record.act)
            .push_bind(record.at.millis())
            .push_bind(record.command.clone())
            .push_bind(int(record.struck))
            .push_bind(record.bytes.clone())
            .push_bind(record.hash.as_bytes().to_vec());
    });
    let (new, old): (Vec<&Moved>, Vec<&Moved>) = moved.iter().partition(|head| head.from.seq == 0);
    script.add(INSERT_HEADS, 4, &new, |row, head| {
        row.push_bind(head.case)
            .push_bind(int(head.to.seq))
            .push_bind(head.to.hash.as_bytes().to_vec())
            .push_bind(head.at.millis());
    });
    script.add(MOVE_HEADS, 6, &old, |row, head| {
        row.push_bind(head.case)
            .push_bind(int(head.from.seq))
            .push_bind(head.from.hash.as_bytes().to_vec())
            .push_bind(int(head.to.seq))
            .push_bind(head.to.hash.as_bytes().to_vec())
            .push_bind(head.at.millis());
    });
}
