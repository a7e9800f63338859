//! Cases kept in memory, so that the next act on a case needn't replay it. The least recently used goes first.
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

    /// Takes a case out, to change it.
    pub(crate) fn take(&mut self, case: Uuid) -> Option<Known> {
        let (used, known) = self.cases.remove(&case)?;
        self.order.remove(&used);
        Some(known)
    }

    /// Puts a case back as the most recently used.
    pub(crate) fn put(&mut self, case: Uuid, known: Known) {
        self.take(case);
        self.uses += 1;
        self.order.insert(self.uses, case);
        self.cases.insert(case, (self.uses, known));
        while self.cases.len() > self.capacity {
            let Some((_, oldest)) = self.order.pop_first() else {
                return;
            };
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
        let first = cache.take(ids[0]).unwrap();
        cache.put(ids[0], first);
        cache.put(ids[2], Known::new(ids[2]));
        assert!(cache.take(ids[1]).is_none());
        assert!(cache.take(ids[0]).is_some());
        assert!(cache.take(ids[2]).is_some());
    }
}
