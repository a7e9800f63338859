//! A record as it is read back for telling.

use law::time::Moment;
use ledger::Digest;
use negotiation::{Actor, Command, Corrupt, Event};
use serde::Deserialize;
use uuid::Uuid;

/// A record with its place and hash.
pub(crate) struct Record {
    pub(crate) actor: Actor,
    pub(crate) at: Moment,
    pub(crate) command: Command,
    pub(crate) events: Vec<Event>,
    pub(crate) hash: Digest,
    pub(crate) seq: u64,
}

#[derive(Deserialize)]
struct Stored {
    actor: Actor,
    at: Moment,
    case: Uuid,
    data: Data,
    seq: u64,
}

#[derive(Deserialize)]
struct Data {
    command: Command,
    events: Vec<Event>,
}

/// Reads all records of a case. Numbers and links are checked by the replay, not here.
///
/// # Errors
/// The first record that can't be read or belongs to another case.
pub(crate) fn read(case: Uuid, records: &[impl AsRef<[u8]>]) -> Result<Vec<Record>, Corrupt> {
    let mut out = Vec::with_capacity(records.len());
    for (bytes, seq) in records.iter().map(AsRef::as_ref).zip(1..) {
        let corrupt = |what: String| Corrupt { case, seq, what };
        let stored: Stored = serde_json::from_slice(bytes).map_err(|error| corrupt(error.to_string()))?;
        if stored.case != case {
            return Err(corrupt(format!("it belongs to case {}", stored.case)));
        }
        out.push(Record {
            actor: stored.actor,
            at: stored.at,
            command: stored.data.command,
            events: stored.data.events,
            hash: ledger::record::hash(bytes),
            seq: stored.seq,
        });
    }
    Ok(out)
}
