//! A look at a database as its server has it: for a doctor, who says what is wrong before it goes wrong.

use law::time::Moment;

use crate::{Place, StoreError, postgres, sqlite};

/// What was found at a place.
#[derive(Clone, Debug)]
pub struct Examined {
    /// Whether the role that looked may change or remove records; nobody has rights in a file but whoever can write it.
    pub can_change_records: Option<bool>,
    /// The time by the database's clock; a file has none of its own.
    pub now: Option<Moment>,
    /// When the newest record was written.
    pub last_record: Option<Moment>,
    /// Settings on which durability rests.
    pub settings: Vec<Setting>,
    /// Bytes that the database takes.
    pub size: u64,
    /// Kind and version.
    pub version: String,
}

/// A setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its value.
    pub found: String,
    /// How much rests on it.
    pub matters: Matters,
    /// Its name.
    pub name: &'static str,
    /// What it should be.
    pub required: &'static str,
}

/// How much rests on a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matters {
    /// With another value acknowledged records can be lost.
    Records,
    /// With another value damage is noticed later than it could be.
    Notice,
}

impl Setting {
    /// Whether it is as it should be.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.found == self.required
    }
}

/// Looks at a place without changing anything. The tables must be those of this program.
///
/// # Errors
/// The database can't be reached; [`StoreError::Behind`] where migrations are missing.
pub async fn examine(place: &Place) -> Result<Examined, StoreError> {
    match place {
        Place::File(path) => sqlite::examine::examine(path).await,
        Place::Server(options) => postgres::examine::examine(options).await,
    }
}
