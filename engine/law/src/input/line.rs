//! The line of a place in a text, looked for only where something is wrong there.

use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use toml::de::{DeTable, DeValue};

use super::unreadable::Step;

/// The line, from 1, of a place in JSON; that of an object or an array is where it ends.
pub(super) fn in_json(bytes: &[u8], place: &[&Step]) -> Option<usize> {
    let mut source = serde_json::Deserializer::from_slice(bytes);
    Seek(place).deserialize(&mut source).err().map(|error| error.line()).filter(|line| *line > 0)
}

/// The line, from 1, at which a place in TOML begins; that of what holds it where nothing stands there.
pub(super) fn in_toml(text: &str, place: &[&Step]) -> Option<usize> {
    let table = DeTable::parse(text).ok()?;
    let (first, rest) = place.split_first()?;
    let mut at = match first {
        Step::Member(name) => table.get_ref().get(name.as_str())?,
        Step::Element(_) => return None,
    };
    for step in rest {
        let inner = match (at.get_ref(), step) {
            (DeValue::Table(table), Step::Member(name)) => table.get(name.as_str()),
            (DeValue::Array(array), Step::Element(number)) => array.get(*number),
            _ => None,
        };
        let Some(inner) = inner else { break };
        at = inner;
    }
    let before = text.get(..at.span().start)?;
    Some(before.matches('\n').count() + 1)
}

/// Reads as far as a place and fails there: the reader's own error knows the line.
struct Seek<'a>(&'a [&'a Step]);

impl<'de> DeserializeSeed<'de> for Seek<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seek<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("another place")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        if let Some((Step::Element(number), rest)) = self.0.split_first() {
            for _ in 0..*number {
                elements.next_element::<IgnoredAny>()?;
            }
            elements.next_element_seed(Seek(rest))?;
        }
        while elements.next_element::<IgnoredAny>()?.is_some() {}
        Err(A::Error::custom("here"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some(name) = members.next_key::<String>()? {
            match self.0.split_first() {
                Some((Step::Member(wanted), rest)) if *wanted == name => members.next_value_seed(Seek(rest))?,
                _ => members.next_value::<IgnoredAny>().map(drop)?,
            }
        }
        Err(A::Error::custom("here"))
    }
}
