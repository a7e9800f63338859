//! Texts of agreements in a scenario: a later one may start from an earlier one and replace clauses by their ids.

use std::collections::BTreeMap;

use ledger::Digest;
use negotiation::terms::Terms;
use toml::{Table, Value};

use super::ScenarioError;

/// Reads all texts by name, each with its digest.
pub(super) fn read(tables: Table) -> Result<BTreeMap<String, (Terms, Digest)>, ScenarioError> {
    let mut whole: BTreeMap<String, Table> = BTreeMap::new();
    let mut waiting: Vec<(String, Table)> = Vec::new();
    for (name, value) in tables {
        match value {
            Value::Table(table) => waiting.push((name, table)),
            Value::String(_)
            | Value::Integer(_)
            | Value::Float(_)
            | Value::Boolean(_)
            | Value::Datetime(_)
            | Value::Array(_) => return Err(missing(&format!("terms.{name}"), "table")),
        }
    }
    // A base may stand anywhere in the file, so texts are settled in as many rounds as bases are deep.
    while !waiting.is_empty() {
        let before = waiting.len();
        let mut later = Vec::new();
        for (name, mut table) in waiting {
            match table.remove("base") {
                None => {
                    whole.insert(name, table);
                }
                Some(base) => match base.as_str().and_then(|base| whole.get(base)) {
                    Some(base) => {
                        let merged = merged(base.clone(), table);
                        whole.insert(name, merged);
                    }
                    None => {
                        table.insert("base".to_owned(), base);
                        later.push((name, table));
                    }
                },
            }
        }
        if later.len() == before {
            let (name, table) = &later[0];
            let base = table.get("base").map(ToString::to_string).unwrap_or_default();
            return Err(missing(&format!("terms.{name}.base"), &base));
        }
        waiting = later;
    }
    whole.into_iter().map(|(name, table)| settled(name, &table)).collect()
}

fn settled(name: String, table: &Table) -> Result<(String, (Terms, Digest)), ScenarioError> {
    let mut terms: Terms = law::input::from_table(table).map_err(|mut error| {
        error.place = format!("terms.{name}.{}", error.place);
        error
    })?;
    terms.title = terms.title.trim().to_owned();
    let digest = terms.digest().map_err(|_| ScenarioError::Amount { place: format!("terms.{name}") })?;
    Ok((name, (terms, digest)))
}

fn missing(place: &str, found: &str) -> ScenarioError {
    ScenarioError::Reference { place: place.to_owned(), found: found.to_owned() }
}

/// The base with everything that the later text states; lists of things with ids are replaced id by id.
fn merged(mut base: Table, later: Table) -> Table {
    for (key, value) in later {
        let entry = base.remove(&key);
        let value = match (entry, value) {
            (Some(Value::Array(old)), Value::Array(new)) => Value::Array(by_id(old, new)),
            (_, value) => value,
        };
        base.insert(key, value);
    }
    base
}

fn by_id(mut old: Vec<Value>, new: Vec<Value>) -> Vec<Value> {
    for value in new {
        let id = value.get("id").cloned();
        match old.iter_mut().find(|known| id.is_some() && known.get("id") == id.as_ref()) {
            Some(known) => *known = value,
            None => old.push(value),
        }
    }
    old
}
