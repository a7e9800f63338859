//! `persons.json`: salt and fields must give the commitment, and the records must hold that commitment for that person.

use std::collections::BTreeSet;

use messages::Said;
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::hash::PERSON;
use crate::layout::PERSONS;
use crate::shown::shown;
use crate::{Check, Hash, Place, RawRecord, json};

const ID: &str = "persons";

/// One entry. The fields stay the exact text that was committed to.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Person<'a> {
    commit: String,
    #[serde(borrow)]
    fields: &'a RawValue,
    id: String,
    salt: String,
}

/// Checks all entries against their own salts and against the records.
pub(crate) fn check(content: &[u8], records: &[RawRecord<'_>]) -> Vec<Check> {
    let fail = |said| vec![Check::fail(ID, Place::member(PERSONS), said)];
    let text = match json::check(content) {
        Ok(text) => text,
        Err(flaw) => return fail(flaw.said()),
    };
    let persons: Vec<Person<'_>> = match serde_json::from_str(text) {
        Ok(persons) => persons,
        Err(error) => return fail(Said::new("verify-persons-fields").arg("found", shown(&error.to_string()))),
    };
    if let Some(pair) = persons.windows(2).find(|pair| (&pair[0].id, &pair[0].commit) >= (&pair[1].id, &pair[1].commit))
    {
        return fail(Said::new("verify-persons-order").arg("id", shown(&pair[1].id)));
    }
    let committed = committed(records);
    let findings: Vec<Said> = persons.iter().filter_map(|person| wrong(person, &committed)).collect();
    if findings.is_empty() {
        let said = Said::new("verify-persons-pass").arg("count", persons.len());
        return vec![Check::pass(ID, Place::member(PERSONS), said)];
    }
    findings.into_iter().flat_map(fail).collect()
}

fn wrong(person: &Person<'_>, committed: &BTreeSet<(String, String)>) -> Option<Said> {
    let mut salt = [0; 32];
    // The salt's text must be the one form too: decoding alone would take uppercase digits.
    let lowercase = Hash::parse(&person.salt).is_some() && hex::decode_to_slice(&person.salt, &mut salt).is_ok();
    if !lowercase {
        return Some(Said::new("verify-persons-salt").arg("id", shown(&person.id)));
    }
    let found = Hash::of(&[PERSON, &salt, person.fields.get().as_bytes()]);
    if !found.is(&person.commit) {
        return Some(Said::new("verify-persons-commit").arg("id", shown(&person.id)));
    }
    let known = committed.contains(&(person.id.clone(), person.commit.clone()));
    (!known).then(|| Said::new("verify-persons-unmentioned").arg("id", shown(&person.id)))
}

/// Every pair of `id` and `commit` that stands in one object anywhere in the records.
fn committed(records: &[RawRecord<'_>]) -> BTreeSet<(String, String)> {
    let mut pairs = BTreeSet::new();
    for record in records {
        for text in [record.command, record.events, record.facts] {
            // Most records commit to nobody; those needn't be read. Canonical form is checked, so reading can't fail.
            if text.contains("\"commit\":") {
                collect(&serde_json::from_str(text).unwrap_or_default(), &mut pairs);
            }
        }
    }
    pairs
}

fn collect(value: &Value, pairs: &mut BTreeSet<(String, String)>) {
    match value {
        Value::Object(members) => {
            if let (Some(Value::String(id)), Some(Value::String(commit))) = (members.get("id"), members.get("commit")) {
                pairs.insert((id.clone(), commit.clone()));
            }
            members.values().for_each(|member| collect(member, pairs));
        }
        Value::Array(elements) => elements.iter().for_each(|element| collect(element, pairs)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
