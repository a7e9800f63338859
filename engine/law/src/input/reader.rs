//! Types read from a tree.
//!
//! `serde_json` reads its own trees too, but takes an array for an object where one is wanted, names no places, and costs
//! several times the code for every type: half of what building the state machine takes. What stands here once for each
//! type is kept short; the rest isn't generic.

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error as _, Expected, MapAccess, SeqAccess, Unexpected, VariantAccess,
    Visitor,
};
use serde_json::Value;

use super::unreadable::{Step, Unreadable, wrong};

type Read<T> = Result<T, Unreadable>;

/// A value that is to be read.
pub(super) struct Node(pub(super) Value);

impl Node {
    fn number<'de, V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        let Value::Number(number) = &self.0 else { return Err(wrong(&self.0, &visitor)) };
        match (number.as_u64(), number.as_i64()) {
            (Some(number), _) => visitor.visit_u64(number),
            (None, Some(number)) => visitor.visit_i64(number),
            (None, None) => visitor.visit_f64(number.as_f64().unwrap_or(f64::NAN)),
        }
    }

    fn list<'de, V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        let mut left = Elements::of(self.0, &visitor)?;
        match visitor.visit_seq(&mut left) {
            Ok(read) => left.end().map(|()| read),
            Err(error) => Err(left.within(error)),
        }
    }

    fn fields<'de, V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        let mut members = Members::of(self.0, &visitor)?;
        visitor.visit_map(&mut members).map_err(|error| members.within(error))
    }

    fn text<'de, V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        let Value::String(text) = self.0 else { return Err(wrong(&self.0, &visitor)) };
        visitor.visit_string(text)
    }
}

/// Methods that all read the same way.
macro_rules! read_by {
    ($way:ident: $($method:ident)+) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
            self.$way(visitor)
        })+
    };
}

impl<'de> Deserializer<'de> for Node {
    type Error = Unreadable;

    read_by!(number: deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128);
    read_by!(number: deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128);
    read_by!(number: deserialize_f32 deserialize_f64);
    read_by!(text: deserialize_char deserialize_str deserialize_string deserialize_identifier);
    read_by!(list: deserialize_seq deserialize_bytes deserialize_byte_buf);
    read_by!(fields: deserialize_map);

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(flag) => visitor.visit_bool(flag),
            Value::Number(_) => self.number(visitor),
            Value::String(text) => visitor.visit_string(text),
            Value::Array(_) => self.list(visitor),
            Value::Object(_) => self.fields(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        let Value::Bool(flag) = self.0 else { return Err(wrong(&self.0, &visitor)) };
        visitor.visit_bool(flag)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        if self.0.is_null() { visitor.visit_unit() } else { Err(wrong(&self.0, &visitor)) }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Read<V::Value> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Read<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Read<V::Value> {
        self.list(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(self, _: &'static str, _: usize, visitor: V) -> Read<V::Value> {
        self.list(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        self.fields(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        let variant = Variant::of(self.0, &visitor)?;
        visitor.visit_enum(variant)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_unit()
    }
}

/// The elements of an array. An error while they are read is one of the element that is being read, if any.
struct Elements {
    at: usize,
    /// Whether there is none left and somebody asked for another.
    is_over: bool,
    elements: std::vec::IntoIter<Value>,
}

impl Elements {
    fn of(value: Value, expected: &dyn Expected) -> Read<Self> {
        match value {
            Value::Array(elements) => Ok(Self { at: 0, is_over: false, elements: elements.into_iter() }),
            other @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_)) => {
                Err(wrong(&other, expected))
            }
        }
    }

    fn next(&mut self) -> Option<Node> {
        let next = self.elements.next();
        (self.at, self.is_over) = (self.at.saturating_add(1), next.is_none());
        next.map(Node)
    }

    fn within(&self, error: Unreadable) -> Unreadable {
        match self.at.checked_sub(1) {
            Some(at) if !self.is_over => error.within(Step::Element(at)),
            Some(_) | None => error,
        }
    }

    /// Whether a reader that wants so many elements and no more took all there are.
    fn end(self) -> Read<()> {
        match self.elements.len() {
            0 => Ok(()),
            more => Err(Unreadable::invalid_length(self.at.saturating_add(more), &"fewer elements")),
        }
    }
}

impl<'de> SeqAccess<'de> for &mut Elements {
    type Error = Unreadable;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Read<Option<T::Value>> {
        self.next().map(|element| seed.deserialize(element)).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.elements.len())
    }
}

/// The members of an object. An error while they are read is one of the member that is being read, if any.
struct Members {
    members: serde_json::map::IntoIter,
    name: Option<String>,
    value: Value,
}

impl Members {
    fn of(value: Value, expected: &dyn Expected) -> Read<Self> {
        match value {
            Value::Object(members) => Ok(Self { members: members.into_iter(), name: None, value: Value::Null }),
            other @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_)) => {
                Err(wrong(&other, expected))
            }
        }
    }

    fn advance(&mut self) -> Option<Name<'_>> {
        (self.name, self.value) = self.members.next().map_or((None, Value::Null), |(name, value)| (Some(name), value));
        self.name.as_deref().map(Name)
    }

    fn take(&mut self) -> Node {
        Node(self.value.take())
    }

    fn within(self, error: Unreadable) -> Unreadable {
        match self.name {
            Some(name) => error.within(Step::Member(name)),
            None => error,
        }
    }
}

impl<'de> MapAccess<'de> for &mut Members {
    type Error = Unreadable;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Read<Option<K::Value>> {
        self.advance().map(|name| seed.deserialize(name)).transpose()
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Read<T::Value> {
        seed.deserialize(self.take())
    }
}

/// A word alone, or the only member of an object: a variant with what it holds.
struct Variant {
    name: String,
    value: Option<Value>,
}

impl Variant {
    fn of(value: Value, expected: &dyn Expected) -> Read<Self> {
        match value {
            Value::String(name) => Ok(Self { name, value: None }),
            Value::Object(members) if members.len() == 1 => {
                let (name, value) = members.into_iter().next().unwrap_or_default();
                Ok(Self { name, value: Some(value) })
            }
            other @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_)) => {
                Err(wrong(&other, expected))
            }
        }
    }

    fn content(&mut self) -> Read<Node> {
        let value = self.value.take();
        value.map(Node).ok_or_else(|| Unreadable::invalid_type(Unexpected::UnitVariant, &"what belongs to the word"))
    }

    fn within(&self, error: Unreadable) -> Unreadable {
        error.within(Step::Member(self.name.clone()))
    }
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = Unreadable;
    type Variant = Self;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Read<(T::Value, Self)> {
        let variant = seed.deserialize(Name(&self.name))?;
        Ok((variant, self))
    }
}

impl<'de> VariantAccess<'de> for Variant {
    type Error = Unreadable;

    fn unit_variant(self) -> Read<()> {
        self.value.map_or(Ok(()), |value| Err(wrong(&value, &"a word alone")))
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(mut self, seed: T) -> Read<T::Value> {
        let content = self.content()?;
        seed.deserialize(content).map_err(|error| self.within(error))
    }

    fn tuple_variant<V: Visitor<'de>>(mut self, _: usize, visitor: V) -> Read<V::Value> {
        let content = self.content()?;
        content.list(visitor).map_err(|error| self.within(error))
    }

    fn struct_variant<V: Visitor<'de>>(mut self, _: &'static [&'static str], visitor: V) -> Read<V::Value> {
        let content = self.content()?;
        content.fields(visitor).map_err(|error| self.within(error))
    }
}

/// The name of a member or of a variant.
struct Name<'a>(&'a str);

impl<'de> Deserializer<'de> for Name<'_> {
    type Error = Unreadable;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_str(self.0)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Read<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        visitor.visit_enum(Variant { name: self.0.to_owned(), value: None })
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_some(self)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}
