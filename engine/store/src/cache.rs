//! Cases kept in memory, so that the next act on a case needn't replay it. The least recently used goes first, when
//! somebody says so: not while a batch still needs it.
//!
//! Nothing here is trusted: whatever is decided on a state stands only if its head is the one in the database, which the
//! compare-and-swap of the head finds out, or a look at it where nothing is written.

use std::collections::BTreeMap;

use negotiation::CaseState;
use uuid::Uuid;

use crate::{CaseLine, DutyLine};

/// A case and what the projections say of it.
#[derive(Debug)]
pub(crate) struct Known {
    /// The case.
    pub(crate) state: CaseState,
    /// Its acts: sequence of the record, and how many strikes stand directly before it.
    pub(crate) acts: BTreeMap<Uuid, (u64, u64)>,
    /// Its line as last written to the projection; `None` where that isn't known.
    pub(crate) line: Option<CaseLine>,
    /// Its duties as last written to the projection; empty where that isn't known.
    pub(crate) duties: Vec<DutyLine>,
}

impl Known {
    /// A case without records.
    pub(crate) const fn new(case: Uuid) -> Self {
        Self { state: CaseState::empty(case), acts: BTreeMap::new(), line: None, duties: Vec::new() }
    }
}

/// Cases by id, at most so many.
#[derive(Debug)]
pub(crate) struct Cache {
    capacity: usize,
    cases: BTreeMap<Uuid, (u64, Known)>,
    /// Ids by when they were last put here.
    order: BTreeMap<u64, Uuid>,
    uses: u64,
}

impl Cache {
    /// A cache for so many cases.
    pub(crate) const fn new(capacity: usize) -> Self {
        Self { capacity, cases: BTreeMap::new(), order: BTreeMap::new(), uses: 0 }
    }

    /// A case, as the most recently used, to change it.
    pub(crate) fn get(&mut self, case: Uuid) -> Option<&mut Known> {
        let (used, known) = self.cases.get_mut(&case)?;
        self.order.remove(used);
        self.uses += 1;
        *used = self.uses;
        self.order.insert(self.uses, case);
        Some(known)
    }

    /// Whether a case is in memory.
    pub(crate) fn has(&self, case: Uuid) -> bool {
        self.cases.contains_key(&case)
    }

    /// Forgets a case whose state isn't to be used again.
    pub(crate) fn forget(&mut self, case: Uuid) {
        if let Some((used, _)) = self.cases.remove(&case) {
            self.order.remove(&used);
        }
    }

    /// Forgets all cases.
    pub(crate) fn clear(&mut self) {
        self.cases.clear();
        self.order.clear();
    }

    /// Puts a case here as the most recently used.
    pub(crate) fn put(&mut self, case: Uuid, known: Known) {
        self.forget(case);
        self.uses += 1;
        self.order.insert(self.uses, case);
        self.cases.insert(case, (self.uses, known));
    }

    /// Forgets the least recently used cases beyond the capacity.
    pub(crate) fn trim(&mut self) {
        while self.cases.len() > self.capacity
            && let Some((_, oldest)) = self.order.pop_first()
        {
            self.cases.remove(&oldest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_recently_used_case_goes_first() {
        let ids = [1, 2, 3].map(Uuid::from_u128);
        let mut cache = Cache::new(2);
        cache.put(ids[0], Known::new(ids[0]));
        cache.put(ids[1], Known::new(ids[1]));
        assert!(cache.get(ids[0]).is_some());
        cache.put(ids[2], Known::new(ids[2]));
        cache.trim();
        assert_eq!(ids.map(|id| cache.has(id)), [true, false, true]);
        cache.forget(ids[0]);
        cache.trim();
        assert_eq!(ids.map(|id| cache.has(id)), [false, false, true]);
    }
}
