//! JSON as a tree in which no object has a key twice: with two, each reader would be free to take either.

use std::fmt;

use serde::de::{DeserializeOwned, Error as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use super::Unreadable;
use super::reader::Node;
use super::{InputError, Problem, located};

/// JSON that was taken apart and not read as a type yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Tree(Value);

impl Tree {
    /// Takes JSON text apart; nothing may follow it.
    ///
    /// # Errors
    /// No JSON, or a key that stands twice, with the line.
    pub fn parse(bytes: &[u8]) -> Result<Self, InputError> {
        let mut source = serde_json::Deserializer::from_slice(bytes);
        let tree = serde_path_to_error::deserialize(&mut source).map_err(|error| {
            let place = error.path().to_string();
            let inner = error.into_inner();
            let said = inner.to_string();
            let problem = if inner.is_data() { Problem::of_serde(&said) } else { Problem::syntax(&said) };
            located(&place, Some(inner.line()), problem)
        })?;
        source.end().map_err(|error| located("", Some(error.line()), Problem::syntax(&error.to_string())))?;
        Ok(tree)
    }

    /// The tree of a table.
    ///
    /// # Errors
    /// What JSON has no form for.
    pub(super) fn of_table(table: &toml::Table) -> Result<Self, InputError> {
        serde_json::to_value(table).map(Self).map_err(|error| located("", None, Problem::syntax(&error.to_string())))
    }

    /// Reads the tree as a type. What is an object is never taken for an array or the other way round, as other readers
    /// do for short: a value has one written form.
    ///
    /// # Errors
    /// Unknown or missing fields, wrong types and values, each with its place.
    pub fn read<T: DeserializeOwned>(self) -> Result<T, Unreadable> {
        T::deserialize(Node(self.0))
    }
}

impl From<Value> for Tree {
    fn from(value: Value) -> Self {
        Self(value)
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Builder).map(Self)
    }
}

struct Builder;

impl<'de> Visitor<'de> for Builder {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
        Ok(flag.into())
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Value, A::Error> {
        let mut array = Vec::new();
        while let Some(Tree(element)) = elements.next_element()? {
            array.push(element);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = members.next_key::<String>()? {
            let Tree(value) = members.next_value()?;
            if object.contains_key(&key) {
                return Err(A::Error::custom(format!("duplicate field `{key}`")));
            }
            object.insert(key, value);
        }
        Ok(Value::Object(object))
    }
}
