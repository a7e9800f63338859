//! serde's data model over the writer: enum forms are serde's standard ones, so `tag`, `content` and `flatten` work.

use serde::Serialize;
use serde::ser::Serializer;

use super::error::{CanonicalError, Fault};
use super::object::{Array, Object};
use super::writer::Writer;

type Outcome = Result<(), CanonicalError>;

/// Names of the structs by which `serde_json` hands over raw JSON and numbers of arbitrary size.
const RAW_PREFIX: &str = "$serde_json::private";

impl Writer {
    fn open_array(&mut self, close: &'static str) -> Array<'_> {
        self.push(b'[');
        Array { writer: self, first: true, close }
    }

    fn open_object(&mut self, close: &'static str) -> Object<'_> {
        self.push(b'{');
        Object::new(self, close)
    }

    /// The single-member object that names a variant, up to its value.
    fn variant(&mut self, variant: &str) -> Outcome {
        self.push(b'{');
        let mark = self.mark();
        self.member(mark, variant)?;
        self.close(mark, true)?;
        Ok(())
    }
}

impl<'a> Serializer for &'a mut Writer {
    type Ok = ();
    type Error = CanonicalError;
    type SerializeSeq = Array<'a>;
    type SerializeTuple = Array<'a>;
    type SerializeTupleStruct = Array<'a>;
    type SerializeTupleVariant = Array<'a>;
    type SerializeMap = Object<'a>;
    type SerializeStruct = Object<'a>;
    type SerializeStructVariant = Object<'a>;

    fn serialize_bool(self, value: bool) -> Outcome {
        self.raw(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Outcome {
        self.serialize_i64(i64::from(value))
    }

    fn serialize_i16(self, value: i16) -> Outcome {
        self.serialize_i64(i64::from(value))
    }

    fn serialize_i32(self, value: i32) -> Outcome {
        self.serialize_i64(i64::from(value))
    }

    fn serialize_i64(self, value: i64) -> Outcome {
        Ok(self.integer(value < 0, value.unsigned_abs())?)
    }

    fn serialize_i128(self, value: i128) -> Outcome {
        self.serialize_i64(i64::try_from(value).map_err(|_| Fault::TooLarge)?)
    }

    fn serialize_u8(self, value: u8) -> Outcome {
        self.serialize_u64(u64::from(value))
    }

    fn serialize_u16(self, value: u16) -> Outcome {
        self.serialize_u64(u64::from(value))
    }

    fn serialize_u32(self, value: u32) -> Outcome {
        self.serialize_u64(u64::from(value))
    }

    fn serialize_u64(self, value: u64) -> Outcome {
        Ok(self.integer(false, value)?)
    }

    fn serialize_u128(self, value: u128) -> Outcome {
        self.serialize_u64(u64::try_from(value).map_err(|_| Fault::TooLarge)?)
    }

    fn serialize_f32(self, _: f32) -> Outcome {
        Err(Fault::Float.into())
    }

    fn serialize_f64(self, _: f64) -> Outcome {
        Err(Fault::Float.into())
    }

    fn serialize_char(self, value: char) -> Outcome {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Outcome {
        self.string(value);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Outcome {
        Err(Fault::Bytes.into())
    }

    fn serialize_none(self) -> Outcome {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Outcome {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Outcome {
        self.raw("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Outcome {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Outcome {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Outcome {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Outcome {
        self.variant(variant)?;
        value.serialize(&mut *self).map_err(|error: CanonicalError| error.within(variant))?;
        self.push(b'}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Array<'a>, CanonicalError> {
        Ok(self.open_array("]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Array<'a>, CanonicalError> {
        Ok(self.open_array("]"))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Array<'a>, CanonicalError> {
        Ok(self.open_array("]"))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Array<'a>, CanonicalError> {
        self.variant(variant)?;
        Ok(self.open_array("]}"))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Object<'a>, CanonicalError> {
        Ok(self.open_object("}"))
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Object<'a>, CanonicalError> {
        if name.starts_with(RAW_PREFIX) {
            return Err(Fault::Raw.into());
        }
        Ok(self.open_object("}"))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Object<'a>, CanonicalError> {
        self.variant(variant)?;
        Ok(self.open_object("}}"))
    }
}
