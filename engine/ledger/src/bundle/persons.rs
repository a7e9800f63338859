//! `persons.json`: salts and fields behind the commitments, for a reader who is entitled to them.

use serde::{Serialize, Serializer};

use super::BundleError;
use crate::person::SALT_LENGTH;
use crate::{canonical, person};

/// One person's fields as committed to in the records.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Person<'a, F> {
    /// Exactly the value that was committed to.
    pub fields: &'a F,
    /// Id of the person as it stands in the records.
    pub id: &'a str,
    /// The salt of the commitment.
    #[serde(serialize_with = "salt_as_hex")]
    pub salt: [u8; SALT_LENGTH],
}

/// An entry with the commitment that its own fields give.
#[derive(Serialize)]
struct Entry<'a, F> {
    commit: crate::Digest,
    #[serde(flatten)]
    person: &'a Person<'a, F>,
}

/// The bytes of `persons.json`: sorted by id, then by commitment (a corrected name is a second entry).
pub(super) fn to_bytes<F: Serialize>(persons: &[Person<'_, F>]) -> Result<Vec<u8>, BundleError> {
    let mut entries = Vec::with_capacity(persons.len());
    for person in persons {
        entries.push(Entry { commit: person::commit(&person.salt, person.fields)?, person });
    }
    entries.sort_by_key(|entry| (entry.person.id, entry.commit));
    for pair in entries.windows(2) {
        if pair[0].person.id == pair[1].person.id && pair[0].commit == pair[1].commit {
            return Err(BundleError::PersonTwice(pair[0].person.id.to_owned()));
        }
    }
    Ok(canonical::to_vec(&entries)?)
}

fn salt_as_hex<S: Serializer>(salt: &[u8; SALT_LENGTH], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&hex::encode(salt))
}
