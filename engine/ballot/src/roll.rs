//! The roll of those who may vote: ids and salted commitments. Names lie beside it, in rows that can be erased.

use law::Date;
use ledger::person::{SALT_LENGTH, commit};
use ledger::{Digest, purpose};
use serde::{Deserialize, Serialize};

/// The roll as it is kept: nothing of it says a name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Roll {
    /// An all-staff meeting: all workers are on it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub all_staff: bool,
    /// The last day on which it was announced to be open for challenge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub challenges_until: Option<Date>,
    /// How the delegates are made up, as far as it was given.
    #[serde(default, skip_serializing_if = "Figures::is_empty")]
    pub figures: Figures,
    /// Everybody who may vote; the place is the voter's number.
    pub voters: Vec<OnRoll>,
}

/// How many of those on a roll belong to which group; what nobody counted is left open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// Disabled workers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disabled: Option<u32>,
    /// Dispatched workers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dispatched: Option<u32>,
    /// Managers of the middle level and above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub managers: Option<u32>,
    /// Women.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub women: Option<u32>,
}

impl Figures {
    /// Whether nothing was counted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

/// Somebody on a roll.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnRoll {
    /// Salted commitment to the name; rolls that were published before names lay beside them have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commit: Option<Digest>,
    /// Id of the person: of the account, where there is one.
    pub id: String,
}

/// What is known of somebody on a roll.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// The name.
    pub name: String,
}

impl Roll {
    /// The digest by which the definition of a ballot names a roll, from its bytes as they were published.
    #[must_use]
    pub fn digest(published: &[u8]) -> Digest {
        Digest::of(purpose::ROLL, published)
    }
}

impl OnRoll {
    /// Somebody of this name.
    ///
    /// # Errors
    /// The name has no canonical form.
    pub fn named(
        id: String,
        salt: &[u8; SALT_LENGTH],
        named: &Named,
    ) -> Result<Self, ledger::canonical::CanonicalError> {
        Ok(Self { commit: Some(commit(salt, named)?), id })
    }

    /// Whether salt and name are those that the roll was published with.
    #[must_use]
    pub fn is(&self, salt: &[u8; SALT_LENGTH], named: &Named) -> bool {
        self.commit.is_none_or(|known| commit(salt, named).is_ok_and(|found| found == known))
    }
}
