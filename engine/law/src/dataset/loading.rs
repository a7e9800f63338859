//! Who loaded a data set: two persons, kept beside the data and outside its hash.

use messages::Said;
use serde::{Deserialize, Serialize};

use crate::time::Moment;

/// Who loaded a data set, who confirmed it and when; metadata of the loading, not of the data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Loading {
    confirmed_by: String,
    loaded_at: Moment,
    loaded_by: String,
}

/// Both names are the same, or one is missing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("two different persons must load and confirm, found {found:?} twice")]
pub struct SamePerson {
    /// The name that stands twice, or nothing.
    pub found: String,
}

impl SamePerson {
    /// The error for people.
    #[must_use]
    pub fn said(&self) -> Said {
        Said::new("law-loading-same-person").arg("found", &self.found)
    }
}

impl Loading {
    /// A loading by two persons.
    ///
    /// # Errors
    /// The same person twice, or an empty name.
    pub fn new(loaded_by: &str, confirmed_by: &str, loaded_at: Moment) -> Result<Self, SamePerson> {
        let (loaded_by, confirmed_by) = (loaded_by.trim(), confirmed_by.trim());
        if loaded_by == confirmed_by || loaded_by.is_empty() || confirmed_by.is_empty() {
            return Err(SamePerson { found: confirmed_by.to_owned() });
        }
        Ok(Self { confirmed_by: confirmed_by.to_owned(), loaded_at, loaded_by: loaded_by.to_owned() })
    }

    /// Who loaded it.
    #[must_use]
    pub fn loaded_by(&self) -> &str {
        &self.loaded_by
    }

    /// Who confirmed it.
    #[must_use]
    pub fn confirmed_by(&self) -> &str {
        &self.confirmed_by
    }

    /// When.
    #[must_use]
    pub fn loaded_at(&self) -> Moment {
        self.loaded_at
    }
}
