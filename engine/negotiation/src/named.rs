//! How commands and events are written: `{"name":…,"with":{…}}`, a flat name and what belongs to it.
//!
//! What belongs to a name is kept raw until the name is read, and then read as bytes of its own: each type's reader is
//! compiled once, and whichever of the two comes first.

use std::fmt;

use serde::de::{DeserializeOwned, Error as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// What a variant holds: the struct of its name, or what is given instead.
macro_rules! payload {
    ($variant:ident) => {
        $variant
    };
    ($variant:ident $payload:ty) => {
        $payload
    };
}
pub(crate) use payload;

/// What belongs to a name, still unread.
pub trait Arguments: Copy {
    /// What the format reports.
    type Error;

    /// Reads the arguments as a type.
    ///
    /// # Errors
    /// An unknown key, a missing one, a wrong type.
    fn read<T: DeserializeOwned>(self) -> Result<T, Self::Error>;
}

impl Arguments for &RawValue {
    type Error = serde_json::Error;

    fn read<T: DeserializeOwned>(self) -> Result<T, Self::Error> {
        // First a tree, then the type: a type's reader over a tree is much less code than one over bytes.
        let Tree(tree) = serde_json::from_slice(self.get().as_bytes())?;
        T::deserialize(tree)
    }
}

/// Arguments as JSON text that somebody wrote: errors name the place.
#[derive(Clone, Copy, Debug)]
pub struct WrittenArguments<'a>(pub &'a [u8]);

impl Arguments for WrittenArguments<'_> {
    type Error = law::input::InputError;

    fn read<T: DeserializeOwned>(self) -> Result<T, Self::Error> {
        law::input::from_json(self.0)
    }
}

/// A command or an event as JSON text.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Unread {
    pub(crate) name: String,
    pub(crate) with: Box<RawValue>,
}

/// JSON as a tree in which no object has a key twice: with two, each reader would be free to take either.
struct Tree(Value);

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Node).map(Self)
    }
}

struct Node;

impl<'de> Visitor<'de> for Node {
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
