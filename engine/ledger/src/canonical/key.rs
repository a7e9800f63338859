//! Member names of maps: text or a unit variant, nothing else.

use serde::Serialize;
use serde::ser::{Impossible, Serializer};

use super::error::{CanonicalError, Fault};

/// Takes a map's key as text and hands it to a closure, without an allocation.
pub(super) struct Name<F>(pub(super) F);

type Never = Impossible<(), CanonicalError>;
type Outcome = Result<(), CanonicalError>;

fn no_text<T>() -> Result<T, CanonicalError> {
    Err(Fault::NameKind.into())
}

impl<F: FnOnce(&str) -> Outcome> Serializer for Name<F> {
    type Ok = ();
    type Error = CanonicalError;
    type SerializeSeq = Never;
    type SerializeTuple = Never;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Never;
    type SerializeMap = Never;
    type SerializeStruct = Never;
    type SerializeStructVariant = Never;

    fn serialize_str(self, name: &str) -> Outcome {
        (self.0)(name)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Outcome {
        (self.0)(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Outcome {
        value.serialize(self)
    }

    fn serialize_char(self, name: char) -> Outcome {
        (self.0)(name.encode_utf8(&mut [0; 4]))
    }

    fn serialize_bool(self, _: bool) -> Outcome {
        no_text()
    }

    fn serialize_i8(self, _: i8) -> Outcome {
        no_text()
    }

    fn serialize_i16(self, _: i16) -> Outcome {
        no_text()
    }

    fn serialize_i32(self, _: i32) -> Outcome {
        no_text()
    }

    fn serialize_i64(self, _: i64) -> Outcome {
        no_text()
    }

    fn serialize_u8(self, _: u8) -> Outcome {
        no_text()
    }

    fn serialize_u16(self, _: u16) -> Outcome {
        no_text()
    }

    fn serialize_u32(self, _: u32) -> Outcome {
        no_text()
    }

    fn serialize_u64(self, _: u64) -> Outcome {
        no_text()
    }

    fn serialize_f32(self, _: f32) -> Outcome {
        no_text()
    }

    fn serialize_f64(self, _: f64) -> Outcome {
        no_text()
    }

    fn serialize_bytes(self, _: &[u8]) -> Outcome {
        no_text()
    }

    fn serialize_none(self) -> Outcome {
        no_text()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, _: &T) -> Outcome {
        no_text()
    }

    fn serialize_unit(self) -> Outcome {
        no_text()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Outcome {
        no_text()
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Outcome {
        no_text()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Never, CanonicalError> {
        no_text()
    }

    fn serialize_tuple(self, _: usize) -> Result<Never, CanonicalError> {
        no_text()
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Never, CanonicalError> {
        no_text()
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Never, CanonicalError> {
        no_text()
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Never, CanonicalError> {
        no_text()
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Never, CanonicalError> {
        no_text()
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Never, CanonicalError> {
        no_text()
    }
}
