//! Rule editions and data sets by their hashes, and which are current for new cases.

use std::collections::BTreeMap;

use law::dataset::{DataSets, DatasetError, DatasetHashes};
use law::rules::{Profile, Rules, RulesError};
use ledger::Digest;

/// Why a law book could not be opened: its data is damaged.
#[derive(Debug, thiserror::Error)]
pub enum LawBookError {
    /// A rule profile.
    #[error("rules: {0:?}")]
    Rules(#[from] RulesError),
    /// A data set.
    #[error("data sets: {0:?}")]
    Data(#[from] DatasetError),
}

/// Rule editions and data sets by their hashes, and which are current for new cases.
#[derive(Clone, Debug)]
pub struct LawBook {
    current: BTreeMap<Profile, Digest>,
    data: Vec<(DatasetHashes, DataSets)>,
    editions: BTreeMap<Digest, Rules>,
}

impl LawBook {
    /// The editions and data sets that ship with the program.
    ///
    /// # Errors
    /// Only where the shipped data is damaged.
    pub fn builtin() -> Result<Self, LawBookError> {
        Self::new([Profile::Cn, Profile::Zj, Profile::Hz, Profile::Nb], DataSets::builtin()?)
    }

    /// The shipped editions of some profiles with given data sets.
    ///
    /// # Errors
    /// Only where the shipped data is damaged.
    pub fn new(profiles: impl IntoIterator<Item = Profile>, data: DataSets) -> Result<Self, LawBookError> {
        let mut book = Self { current: BTreeMap::new(), data: vec![(data.hashes(), data)], editions: BTreeMap::new() };
        for profile in profiles {
            book.add_rules(Rules::builtin(profile)?);
        }
        Ok(book)
    }

    /// Adds an edition and makes it current for its profile.
    pub fn add_rules(&mut self, rules: Rules) {
        let hash = rules.hash();
        self.current.insert(rules.profile, hash);
        self.editions.insert(hash, rules);
    }

    /// Adds data sets and makes them current.
    pub fn add_data(&mut self, data: DataSets) {
        self.data.insert(0, (data.hashes(), data));
    }

    /// The rules of a hash.
    #[must_use]
    pub fn rules(&self, hash: Digest) -> Option<&Rules> {
        self.editions.get(&hash)
    }

    /// The current edition of a profile.
    #[must_use]
    pub fn current_rules(&self, profile: Profile) -> Option<(Digest, &Rules)> {
        let hash = *self.current.get(&profile)?;
        Some((hash, self.editions.get(&hash)?))
    }

    /// The data sets of these hashes.
    #[must_use]
    pub fn data(&self, hashes: &DatasetHashes) -> Option<&DataSets> {
        self.data.iter().find(|(known, _)| known == hashes).map(|(_, data)| data)
    }

    /// The data sets that are current, with their hashes.
    #[must_use]
    pub fn current_data(&self) -> Option<(&DatasetHashes, &DataSets)> {
        self.data.first().map(|(hashes, data)| (hashes, data))
    }
}
