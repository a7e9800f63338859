//! Records and heads. The table itself queues each record's leaf for the Merkle log.

use law::time::Moment;
use negotiation::Head;
use uuid::Uuid;

use super::{Script, Set, int};

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

pub(crate) const INSERT_RECORDS: Set = Set {
    start: "
    insert into record (case_id, seq, act_id, at_ms, command, struck, bytes, hash)
    ",
    end: "",
    columns: 8,
};

pub(crate) const INSERT_HEADS: Set = Set {
    start: "
    insert into case_head (case_id, seq, hash, at_ms)
    ",
    end: "",
    columns: 4,
};

/// The compare-and-swap: a head moves only from the value that was read. From any other the new hash is null, which the
/// table refuses, and with it the whole transaction.
pub(crate) const MOVE_HEADS: Set = Set {
    start: "
    with moved (case_id, old_seq, old_hash, seq, hash, at_ms) as (
    ",
    end: ")
    update case_head
    set seq = moved.seq,
        at_ms = moved.at_ms,
        hash = case when case_head.seq = moved.old_seq and case_head.hash = moved.old_hash then moved.hash end
    from moved
    where case_head.case_id = moved.case_id
    ",
    columns: 6,
};

/// Appends records and moves the heads. Where a head isn't the one that was read, or a record with
/// this sequence is there already, the script fails with [`crate::StoreError::HeadMoved`].
pub(crate) fn append(script: &mut Script, records: Vec<NewRecord>, moved: Vec<Moved>) {
    script.add(INSERT_RECORDS, records, |row, NewRecord { case, record }| {
        row.id(case)
            .int(int(record.seq))
            .id(record.act)
            .int(record.at.millis())
            .text(record.command)
            .int(int(record.struck))
            .bytes(record.bytes)
            .bytes(record.hash.as_bytes().to_vec());
    });
    let (new, old): (Vec<Moved>, Vec<Moved>) = moved.into_iter().partition(|head| head.from.seq == 0);
    script.add(INSERT_HEADS, new, |row, head| {
        row.id(head.case).int(int(head.to.seq)).bytes(head.to.hash.as_bytes().to_vec()).int(head.at.millis());
    });
    script.add(MOVE_HEADS, old, |row, head| {
        row.id(head.case)
            .int(int(head.from.seq))
            .bytes(head.from.hash.as_bytes().to_vec())
            .int(int(head.to.seq))
            .bytes(head.to.hash.as_bytes().to_vec())
            .int(head.at.millis());
    });
}
