//! Every chain of a state, checked by the verifier's own code as its rows come by.

use std::collections::BTreeMap;

use law::dataset::DataSets;
use law::rules::{Profile, Rules};
use ledger::Digest;
use messages::Said;
use store::{Row, Value};
use uuid::Uuid;
use verify::Replay;

use crate::{Heads, OperationError};

/// Of how many cases the law is decided again; the chains themselves are always checked, all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Law {
    /// Of none.
    None,
    /// Of one in so many, by their ids.
    OneIn(u8),
    /// Of all.
    All,
}

/// What was checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Checked {
    /// Cases whose chain holds.
    pub(crate) cases: u64,
    /// Cases whose law was decided again.
    pub(crate) replayed: u64,
    /// Records of all chains.
    pub(crate) records: u64,
}

/// Checks chains as rows come by: references first, then records in order, then heads.
pub(crate) struct Chains<'a> {
    checked: Checked,
    current: Option<(Uuid, Vec<Row>)>,
    ends: BTreeMap<Uuid, (u64, Digest)>,
    law: Law,
    replay: Replay,
    wanted: &'a Heads,
}

impl<'a> Chains<'a> {
    pub(crate) fn new(law: Law, wanted: &'a Heads) -> Self {
        let (checked, replay) = (Checked::default(), shipped());
        Self { checked, current: None, ends: BTreeMap::new(), law, replay, wanted }
    }

    /// Takes a row of any table.
    pub(crate) fn row(&mut self, table: &'static str, row: &[Value]) -> Result<(), OperationError> {
        match (table, row) {
            ("ruleset", [_, Value::Bytes(json)]) => self.replay.rules(json),
            ("dataset", [_, _, Value::Bytes(json), ..]) => self.replay.dataset(json),
            ("record", [Value::Id(case), ..]) => {
                if self.current.as_ref().is_some_and(|(current, _)| current != case) {
                    self.end_of_case()?;
                }
                self.current.get_or_insert_with(|| (*case, Vec::new())).1.push(row.to_vec());
            }
            ("case_head", [Value::Id(case), Value::Int(seq), Value::Bytes(hash), ..]) => {
                self.end_of_case()?;
                self.head(*case, *seq, hash)?;
            }
            (_, _) => {}
        }
        Ok(())
    }

    fn head(&mut self, case: Uuid, seq: i64, hash: &[u8]) -> Result<(), OperationError> {
        let at = u64::try_from(seq).unwrap_or_default();
        match self.ends.remove(&case) {
            Some((end, own)) if end == at && own.as_bytes() == hash => Ok(()),
            Some((end, _)) => Err(broken(case, end.min(at) + u64::from(end != at), "operations-chain-head")),
            None => Err(broken(case, at, "operations-chain-head")),
        }
    }

    /// Checks the case whose last record has come by.
    fn end_of_case(&mut self) -> Result<(), OperationError> {
        let Some((case, rows)) = self.current.take() else { return Ok(()) };
        let mut lines = Vec::new();
        for row in &rows {
            if let Some(Value::Bytes(bytes)) = row.get(6) {
                lines.extend_from_slice(bytes);
            }
            lines.push(b'\n');
        }
        let walk = verify::chain::walk(&lines);
        if let Some(verify::chain::Break { seq, said }) = walk.broken {
            return Err(OperationError::Chain { case, seq, said });
        }
        let shown = self.wanted.0.get(&case);
        for (seq, (record, row)) in (1..).zip(walk.records.iter().zip(&rows)) {
            let same = record.case == case.to_string()
                && matches!(row.get(1), Some(Value::Int(own)) if u64::try_from(*own) == Ok(seq))
                && matches!(row.get(2), Some(Value::Id(act)) if act.to_string() == record.act)
                && matches!(row.get(7), Some(Value::Bytes(hash)) if record.hash.to_string() == hex(hash));
            if !same {
                return Err(broken(case, seq, "operations-chain-row"));
            }
            if shown.and_then(|heads| heads.get(&seq)).is_some_and(|hash| hash.to_string() != record.hash.to_string()) {
                return Err(OperationError::Forked { case, seq });
            }
        }
        let end = walk.records.len() as u64;
        if let Some(wanted) = shown.and_then(|heads| heads.keys().next_back()).filter(|wanted| **wanted > end) {
            return Err(OperationError::Older { case, found: end, wanted: *wanted });
        }
        if self.chosen(case) {
            self.replay.check(&walk.records).map_err(|verify::chain::Break { seq, said }| OperationError::Chain {
                case,
                seq,
                said,
            })?;
            self.checked.replayed += 1;
        }
        let last = walk.head().to_string().parse().unwrap_or(Digest::ZERO);
        self.ends.insert(case, (end, last));
        self.checked.cases += 1;
        self.checked.records += end;
        Ok(())
    }

    fn chosen(&self, case: Uuid) -> bool {
        match self.law {
            Law::None => false,
            // The first case is always among them.
            Law::OneIn(many) => self.checked.cases == 0 || case.as_bytes()[15].is_multiple_of(many.max(1)),
            Law::All => true,
        }
    }

    /// After the last row: no case is without a head, and none that was shown is missing.
    pub(crate) fn finish(mut self) -> Result<Checked, OperationError> {
        self.end_of_case()?;
        if let Some((case, (end, _))) = self.ends.pop_first() {
            return Err(broken(case, end, "operations-chain-head"));
        }
        Ok(self.checked)
    }

    /// Cases that were shown and have no record; asked after the last record.
    pub(crate) fn missing(&self, has: impl Fn(Uuid) -> bool) -> Result<(), OperationError> {
        for (case, heads) in &self.wanted.0 {
            if !has(*case) {
                let wanted = heads.keys().next_back().copied().unwrap_or_default();
                return Err(OperationError::Older { case: *case, found: 0, wanted });
            }
        }
        Ok(())
    }
}

fn broken(case: Uuid, seq: u64, key: &'static str) -> OperationError {
    OperationError::Chain { case, seq, said: Said::new(key) }
}

fn hex(bytes: &[u8]) -> String {
    <[u8; 32]>::try_from(bytes).map(|bytes| Digest::from_bytes(bytes).to_string()).unwrap_or_default()
}

/// The law that ships with the program: a store that has only been served keeps none of its own.
fn shipped() -> Replay {
    let mut replay = Replay::default();
    for profile in [Profile::Cn, Profile::Zj, Profile::Hz, Profile::Nb] {
        if let Ok(rules) = Rules::builtin(profile) {
            replay.rules(&rules.to_json());
        }
    }
    if let Ok(data) = DataSets::builtin() {
        data.files().iter().for_each(|(_, _, bytes)| replay.dataset(bytes));
    }
    replay
}
