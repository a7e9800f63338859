//! The hashes that the records mention anywhere: a file that no record mentions proves nothing.

use std::collections::BTreeSet;

use crate::{Hash, RawRecord};

/// All strings in facts, commands and events that have the form of a hash.
pub(crate) struct Mentions(BTreeSet<Hash>);

impl Mentions {
    pub(crate) fn of(records: &[RawRecord<'_>]) -> Self {
        let texts = records.iter().flat_map(|record| [record.command, record.events, record.facts]);
        // A hash needs no escape, so in canonical JSON it stands whole between two quotation marks.
        Self(texts.flat_map(|text| text.split('"')).filter_map(Hash::parse).collect())
    }

    pub(crate) fn has(&self, hash: Hash) -> bool {
        self.0.contains(&hash)
    }
}
