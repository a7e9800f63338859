//! References in a step's arguments: persons, texts, digests, attachments, actors.

use law::input::{InputError, Tree};
use ledger::Digest;
use negotiation::command::Command;
use negotiation::{Capacity, table};
use serde_json::Value;

use super::{Scenario, ScenarioError, Step};

impl Scenario {
    /// The command of a step with every reference in its place.
    ///
    /// # Errors
    /// No such command, a reference that names nothing, an unknown key, a wrong type; with the place.
    pub fn command(&self, number: usize, step: &Step) -> Result<Command, ScenarioError> {
        let place = format!("step[{number}].with");
        let with = serde_json::to_value(&step.with)
            .map_err(|error| ScenarioError::Reference { place: place.clone(), found: error.to_string() })?;
        let with = self.expanded(&place, with)?;
        let read = Command::read(&step.command, Tree::from(with));
        let unknown = || ScenarioError::Command { step: number, found: step.command.clone() };
        read.ok_or_else(unknown)?.map_err(|error| {
            let mut error = InputError::from(error);
            error.place = if error.place.is_empty() { place } else { format!("{place}.{}", error.place) };
            ScenarioError::Form(error)
        })
    }

    fn expanded(&self, place: &str, value: Value) -> Result<Value, ScenarioError> {
        match value {
            Value::String(text) => match text.strip_prefix('@') {
                Some(reference) => self.resolved(place, reference),
                None => Ok(Value::String(text)),
            },
            Value::Array(items) => items
                .into_iter()
                .enumerate()
                .map(|(at, item)| self.expanded(&format!("{place}[{at}]"), item))
                .collect::<Result<_, _>>()
                .map(Value::Array),
            Value::Object(fields) => fields
                .into_iter()
                .map(|(name, field)| Ok((name.clone(), self.expanded(&format!("{place}.{name}"), field)?)))
                .collect::<Result<_, ScenarioError>>()
                .map(Value::Object),
            Value::Null | Value::Bool(_) | Value::Number(_) => Ok(value),
        }
    }

    fn resolved(&self, place: &str, reference: &str) -> Result<Value, ScenarioError> {
        let unknown = || ScenarioError::Reference { place: place.to_owned(), found: format!("@{reference}") };
        let json = |value: Result<Value, serde_json::Error>| value.map_err(|_| unknown());
        match reference.split(':').collect::<Vec<_>>().as_slice() {
            [key] => {
                let person = self.persons.get(*key).ok_or_else(unknown)?;
                json(serde_json::to_value(&person.reference))
            }
            ["id", key] => json(serde_json::to_value(&self.persons.get(*key).ok_or_else(unknown)?.reference.id)),
            ["terms", name] => json(serde_json::to_value(&self.terms.get(*name).ok_or_else(unknown)?.0)),
            ["hash", name] => json(serde_json::to_value(self.terms.get(*name).ok_or_else(unknown)?.1)),
            ["attachment", key] => {
                let (_, bytes) = self.attachments.get(*key).ok_or_else(unknown)?;
                json(serde_json::to_value(Digest::sha256(bytes)))
            }
            ["actor", key, capacity] => {
                let capacity = capacity_named(capacity).ok_or_else(unknown)?;
                json(serde_json::to_value(self.speaker(key, Some(capacity)).ok_or_else(unknown)?))
            }
            _ => Err(unknown()),
        }
    }
}

fn capacity_named(name: &str) -> Option<Capacity> {
    table::ROWS.iter().flat_map(|row| row.capacities).copied().find(|capacity| capacity.name() == name)
}
