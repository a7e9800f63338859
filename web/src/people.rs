//! What erasable rows say of persons, by the id that records carry.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The fields of a person's row, as far as papers and mail read them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fields {
    /// Number of the identity card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id_no: Option<String>,
    /// Name.
    pub name: String,
    /// Telephone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Post in the enterprise or office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<String>,
}

/// Persons by id.
#[derive(Clone, Debug, Default)]
pub struct People(pub BTreeMap<String, Fields>);

impl People {
    /// The name; a person whose row is erased or absent shows as its id's first characters.
    #[must_use]
    pub fn name(&self, id: &str) -> String {
        self.0.get(id).map_or_else(|| id.chars().take(8).collect(), |fields| fields.name.clone())
    }

    /// The post; empty where none is given.
    #[must_use]
    pub fn post(&self, id: &str) -> String {
        self.0.get(id).and_then(|fields| fields.post.clone()).unwrap_or_default()
    }

    /// The telephone; empty where none is given.
    #[must_use]
    pub fn phone(&self, id: &str) -> String {
        self.0.get(id).and_then(|fields| fields.phone.clone()).unwrap_or_default()
    }
}
