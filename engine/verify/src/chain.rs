//! The chain of records: each canonical, in its place, linked to the one before, of one case under one rule edition, and
//! time never going back.

use messages::Said;

use crate::instant::is_instant;
use crate::shown::shown;
use crate::{Hash, RawRecord, json};

/// What a walk along the chain gives: the records up to the first break.
#[derive(Debug)]
pub struct Walk<'a> {
    /// The records that hold, in order.
    pub records: Vec<RawRecord<'a>>,
    /// The first break, where there is one.
    pub broken: Option<Break>,
}

/// The first place where the chain doesn't hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    /// Place in the chain, from 1: the line of `records.jsonl`.
    pub seq: u64,
    /// What differs.
    pub said: Said,
}

impl Walk<'_> {
    /// Hash of the last record that holds; zeros where none does.
    #[must_use]
    pub fn head(&self) -> Hash {
        self.records.last().map_or(Hash::ZERO, |record| record.hash)
    }
}

/// Walks the content of `records.jsonl` from the first record to the last or to the first break.
#[must_use]
pub fn walk(bytes: &[u8]) -> Walk<'_> {
    let mut walk = Walk { records: Vec::new(), broken: None };
    if let Err((seq, said)) = follow(bytes, &mut walk.records) {
        walk.broken = Some(Break { seq: seq as u64, said });
    }
    walk
}

fn follow<'a>(bytes: &'a [u8], records: &mut Vec<RawRecord<'a>>) -> Result<(), (usize, Said)> {
    let (text, flaw) = match json::utf8(bytes) {
        Ok(text) => (text, None),
        // The lines before the bad byte may hold; its own line can't.
        Err(flaw) => (whole_lines(&bytes[..flaw.at]), Some(flaw)),
    };
    let mut rest = text;
    while let Some((line, after)) = rest.split_once('\n') {
        let seq = records.len() + 1;
        let record = RawRecord::read(line).map_err(|flaw| (seq, flaw.said()))?;
        link(records.last(), &record, seq).map_err(|said| (seq, said))?;
        records.push(record);
        rest = after;
    }
    let next = records.len() + 1;
    if let Some(flaw) = flaw {
        return Err((next, json::Flaw { at: flaw.at - text.len(), ..flaw }.said()));
    }
    if !rest.is_empty() || records.is_empty() {
        return Err((next, Said::new("verify-chain-line-end")));
    }
    acts_are_unique(records)
}

/// The lines that end within these bytes. The bytes are UTF-8 up to their end.
fn whole_lines(bytes: &[u8]) -> &str {
    let end = bytes.iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
    std::str::from_utf8(&bytes[..end]).unwrap_or_default()
}

fn link(previous: Option<&RawRecord<'_>>, record: &RawRecord<'_>, seq: usize) -> Result<(), Said> {
    if record.seq != seq as u64 {
        return Err(Said::new("verify-chain-seq").arg("expected", seq).arg("found", record.seq));
    }
    let expected = previous.map_or(Hash::ZERO, |previous| previous.hash);
    if !expected.is(record.prev) {
        return Err(Said::new("verify-chain-prev").arg("expected", expected).arg("found", shown(record.prev)));
    }
    if !is_uuid7(record.act) {
        return Err(Said::new("verify-chain-act").arg("found", shown(record.act)));
    }
    let Some(previous) = previous else {
        return first(record);
    };
    if record.case != previous.case {
        return Err(Said::new("verify-chain-case").arg("expected", previous.case).arg("found", shown(record.case)));
    }
    if record.rules != previous.rules {
        return Err(Said::new("verify-chain-rules").arg("expected", previous.rules).arg("found", shown(record.rules)));
    }
    if record.at != previous.at {
        instant(record)?;
        // One fixed form, so texts compare as times do.
        if record.at < previous.at {
            return Err(Said::new("verify-chain-time-back").arg("before", previous.at).arg("found", record.at));
        }
    }
    Ok(())
}

/// What the first record settles for all that follow.
fn first(record: &RawRecord<'_>) -> Result<(), Said> {
    if !is_uuid7(record.case) {
        return Err(Said::new("verify-chain-case-id").arg("found", shown(record.case)));
    }
    if Hash::parse(record.rules).is_none() {
        return Err(Said::new("verify-chain-rules-hash").arg("found", shown(record.rules)));
    }
    instant(record)
}

fn instant(record: &RawRecord<'_>) -> Result<(), Said> {
    if is_instant(record.at) { Ok(()) } else { Err(Said::new("verify-chain-at").arg("found", shown(record.at))) }
}

/// One act is one record: a second record of the same act would be a replayed command.
fn acts_are_unique(records: &[RawRecord<'_>]) -> Result<(), (usize, Said)> {
    let mut acts: Vec<(&str, usize)> = records.iter().enumerate().map(|(at, record)| (record.act, at + 1)).collect();
    acts.sort_unstable();
    let twice = acts.windows(2).filter(|pair| pair[0].0 == pair[1].0).min_by_key(|pair| pair[1].1);
    match twice {
        Some(pair) => Err((pair[1].1, Said::new("verify-chain-act-twice").arg("first", pair[0].1))),
        None => Ok(()),
    }
}

/// Whether a text is a UUID version 7 in lowercase.
pub(crate) fn is_uuid7(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 36
        && bytes[14] == b'7'
        && matches!(bytes[19], b'8' | b'9' | b'a' | b'b')
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => matches!(byte, b'0'..=b'9' | b'a'..=b'f'),
        })
}
