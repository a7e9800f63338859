//! Persons that a case knows, and those who may come to be named in it.

use std::collections::BTreeMap;

use ledger::Digest;
use negotiation::PersonRef;
use serde::{Deserialize, Serialize};
use store::{Person, StoredPerson};
use uuid::Uuid;

use crate::trouble::Trouble;

/// What the erasable row of a person holds, as far as pages show it; mail reads further fields from the same row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Fields {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) id_no: Option<String>,
    pub(crate) name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) phone: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) post: Option<String>,
}

/// Somebody who may be named.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    /// The commitment in the case's records, where there is one.
    pub(crate) commit: Option<Digest>,
    pub(crate) fields: Fields,
}

/// Persons by id.
#[derive(Clone, Debug, Default)]
pub(crate) struct People(pub(crate) BTreeMap<String, Known>);

impl People {
    /// Those of a case, as stored. Somebody whose row is erased can't be named again.
    pub(crate) fn stored(rows: &[StoredPerson]) -> Self {
        let known = rows.iter().filter_map(|row| {
            let fields = serde_json::from_slice(&row.content.as_ref()?.fields).ok()?;
            Some((row.id.clone(), Known { commit: Some(row.commitment), fields }))
        });
        Self(known.collect())
    }

    /// Adds somebody with an account, unless the case knows them already.
    pub(crate) fn may_be_named(&mut self, id: Uuid, name: &str) {
        let fields = Fields { name: name.to_owned(), ..Fields::default() };
        self.0.entry(id.to_string()).or_insert(Known { commit: None, fields });
    }

    /// Names by id, for the timeline.
    pub(crate) fn names(&self) -> timeline::Names {
        let names = self.0.iter().map(|(id, known)| (id.clone(), known.fields.name.clone()));
        timeline::Names { persons: names.collect() }
    }

    /// Whether the case's records know somebody.
    pub(crate) fn is_known(&self, id: &str) -> bool {
        self.0.get(id).is_some_and(|known| known.commit.is_some())
    }

    /// How records name a person; for one who is new to the case also the row to store.
    pub(crate) fn reference(&self, id: &str) -> Result<Option<(PersonRef, Option<Person>)>, Trouble> {
        let Some(known) = self.0.get(id) else { return Ok(None) };
        if let Some(commit) = known.commit {
            return Ok(Some((PersonRef { commit, id: id.to_owned() }, None)));
        }
        let (reference, row) = new_row(id, &known.fields)?;
        Ok(Some((reference, Some(row))))
    }
}

/// A row for somebody new, with a salt of its own.
pub(crate) fn new_row(id: &str, fields: &Fields) -> Result<(PersonRef, Person), Trouble> {
    let row = Person::new(id, salt()?, fields)?;
    Ok((PersonRef { commit: row.commitment(), id: id.to_owned() }, row))
}

/// 32 random bytes from the machine.
fn salt() -> Result<[u8; 32], Trouble> {
    let mut salt = [0; 32];
    getrandom::fill(&mut salt).map_err(|error| Trouble::Fault(error.to_string()))?;
    Ok(salt)
}

#[cfg(test)]
mod tests {
    use store::PersonContent;

    use super::*;

    #[test]
    fn a_row_that_says_more_than_pages_show_is_still_somebody() {
        let fields = r#"{"mail":"x@example.org","name":"沈秋禾"}"#.as_bytes().to_vec();
        let content = Some(PersonContent { salt: [0; 32], fields });
        let row = StoredPerson { id: "p".to_owned(), commitment: Digest::ZERO, content };
        assert_eq!(People::stored(&[row]).names().persons.get("p").map(String::as_str), Some("沈秋禾"));
    }
}
