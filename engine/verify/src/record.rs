//! One record, read exactly as the format writes it.

use crate::Hash;
use crate::hash::RECORD;
use crate::json::{Cursor, Flaw};

/// A record whose bytes are canonical and of the right form. Everything borrows from its line.
///
/// `actor`, `command`, `events` and `facts` are the exact JSON texts, not yet understood.
#[derive(Clone, Copy, Debug)]
pub struct RawRecord<'a> {
    /// Id of the command.
    pub act: &'a str,
    /// Who acted, as JSON.
    pub actor: &'a str,
    /// Recording time as written.
    pub at: &'a str,
    /// Id of the case.
    pub case: &'a str,
    /// The command, as JSON.
    pub command: &'a str,
    /// The events, as JSON.
    pub events: &'a str,
    /// What the decision was made on besides the case's history, as JSON.
    pub facts: &'a str,
    /// Text form of the previous record's hash.
    pub prev: &'a str,
    /// Text form of the rule edition's hash.
    pub rules: &'a str,
    /// The place that the record claims, from 1.
    pub seq: u64,
    /// Its own hash.
    pub hash: Hash,
}

impl<'a> RawRecord<'a> {
    /// Reads a line without its end. The literals below are the format: sorted members, nothing else, version 1.
    pub(crate) fn read(line: &'a str) -> Result<Self, Flaw> {
        let mut cursor = Cursor::new(line);
        cursor.literal("{\"act\":")?;
        let act = cursor.plain()?;
        cursor.literal(",\"actor\":")?;
        let actor = cursor.value()?;
        cursor.literal(",\"at\":")?;
        let at = cursor.plain()?;
        cursor.literal(",\"case\":")?;
        let case = cursor.plain()?;
        cursor.literal(",\"data\":{\"command\":")?;
        let command = cursor.value()?;
        cursor.literal(",\"events\":")?;
        let events = cursor.value()?;
        cursor.literal(",\"facts\":")?;
        let facts = cursor.value()?;
        cursor.literal("},\"prev\":")?;
        let prev = cursor.plain()?;
        cursor.literal(",\"rules\":")?;
        let rules = cursor.plain()?;
        cursor.literal(",\"seq\":")?;
        let seq = cursor.count()?;
        cursor.literal(",\"v\":1}")?;
        cursor.end()?;
        let hash = Hash::of(&[RECORD, line.as_bytes()]);
        Ok(Self { act, actor, at, case, command, events, facts, prev, rules, seq, hash })
    }
}
