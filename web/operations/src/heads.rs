//! Heads that an operator shows: what must be found in a state before it is used.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ledger::Digest;
use messages::Said;
use store::Value;
use uuid::Uuid;

/// Records that must be there, by their case: the newest place that was shown, and the hash there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heads(pub(crate) BTreeMap<Uuid, BTreeMap<u64, Digest>>);

/// A line that isn't `case=seq:hash`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {text}")]
pub struct HeadsError {
    /// Which, from 1.
    pub line: usize,
    /// What it says.
    pub text: String,
}

impl HeadsError {
    /// The error for people.
    #[must_use]
    pub fn said(&self) -> Said {
        Said::new("operations-heads").arg("line", self.line).arg("found", &self.text)
    }
}

impl Heads {
    /// Reads lines `case=seq:hash`; empty ones and those that begin with `#` are passed over.
    ///
    /// # Errors
    /// The first line that is something else.
    pub fn read(text: &str) -> Result<Self, HeadsError> {
        let mut heads = Self::default();
        for (at, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (case, seq, hash) = head(line).ok_or_else(|| HeadsError { line: at + 1, text: line.to_owned() })?;
            heads.0.entry(case).or_default().insert(seq, hash);
        }
        Ok(heads)
    }

    /// How many heads there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.values().map(BTreeMap::len).sum()
    }
}

fn head(line: &str) -> Option<(Uuid, u64, Digest)> {
    let (case, rest) = line.split_once('=')?;
    let (seq, hash) = rest.split_once(':')?;
    let seq = seq.parse().ok().filter(|seq| *seq > 0)?;
    Some((case.parse().ok()?, seq, hash.parse().ok()?))
}

/// The list of heads as it is written.
#[derive(Default)]
pub(crate) struct HeadLines {
    pub(crate) count: u64,
    pub(crate) text: String,
}

impl HeadLines {
    /// Adds a row of the table of heads.
    pub(crate) fn add(&mut self, row: &[Value]) {
        if let [Value::Id(case), Value::Int(seq), Value::Bytes(hash), ..] = row
            && let Ok(hash) = <[u8; 32]>::try_from(hash.as_slice())
        {
            // Writing to a text doesn't fail.
            let _ = writeln!(self.text, "{case}={seq}:{}", Digest::from_bytes(hash));
            self.count += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_read_as_they_are_written_and_a_slip_is_named() {
        let case = Uuid::from_u128(9);
        let mut lines = HeadLines::default();
        lines.add(&[Value::Id(case), Value::Int(3), Value::Bytes(vec![7; 32]), Value::Int(1)]);
        let heads = Heads::read(&format!("# kept in the safe\n\n{}", lines.text)).unwrap();
        assert_eq!(heads.0[&case][&3], Digest::from_bytes([7; 32]));
        assert_eq!((heads.count(), lines.count), (1, 1));
        let wrong = Heads::read(&format!("{}{case}=0:{}", lines.text, Digest::ZERO)).unwrap_err();
        assert_eq!(wrong.line, 2);
        assert!(Heads::read("x").is_err());
    }
}
