//! Arrays and objects: serde's compound forms over the writer.

use serde::Serialize;
use serde::ser::{
    SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple, SerializeTupleStruct,
    SerializeTupleVariant,
};

use super::error::CanonicalError;
use super::key::Name;
use super::writer::Writer;

type Outcome = Result<(), CanonicalError>;

/// An array that is being written.
pub(super) struct Array<'a> {
    pub(super) writer: &'a mut Writer,
    pub(super) first: bool,
    /// What ends it: one bracket, and a brace where it is the value of a variant.
    pub(super) close: &'static str,
}

impl Array<'_> {
    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Outcome {
        if !self.first {
            self.writer.push(b',');
        }
        self.first = false;
        value.serialize(&mut *self.writer)
    }

    fn finish(self) {
        self.writer.raw(self.close);
    }
}

/// An object that is being written.
pub(super) struct Object<'a> {
    writer: &'a mut Writer,
    mark: usize,
    in_order: bool,
    close: &'static str,
}

impl<'a> Object<'a> {
    /// An object whose opening brace is written; `close` ends it.
    pub(super) fn new(writer: &'a mut Writer, close: &'static str) -> Self {
        let mark = writer.mark();
        Self { writer, mark, in_order: true, close }
    }

    fn name(&mut self, name: &str) -> Outcome {
        self.in_order &= self.writer.member(self.mark, name)?;
        Ok(())
    }

    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Outcome {
        let member = self.writer.mark() - 1;
        let written = value.serialize(&mut *self.writer);
        self.ended(member, written)
    }

    /// What follows a value; not generic, so that it is compiled once and not for every type.
    fn ended(&mut self, member: usize, written: Outcome) -> Outcome {
        match written {
            Ok(()) => self.writer.end_member(),
            Err(error) => return Err(error.within(&self.writer.name(member))),
        }
        Ok(())
    }

    fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Outcome {
        self.name(name)?;
        self.value(value)
    }

    fn finish(self) -> Outcome {
        self.writer.close(self.mark, self.in_order)?;
        self.writer.raw(self.close);
        Ok(())
    }
}

impl SerializeSeq for Array<'_> {
    type Ok = ();
    type Error = CanonicalError;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Outcome {
        self.element(value)
    }

    fn end(self) -> Outcome {
        self.finish();
        Ok(())
    }
}

impl SerializeTuple for Array<'_> {
    type Ok = ();
    type Error = CanonicalError;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Outcome {
        self.element(value)
    }

    fn end(self) -> Outcome {
        self.finish();
        Ok(())
    }
}

impl SerializeTupleStruct for Array<'_> {
    type Ok = ();
    type Error = CanonicalError;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Outcome {
        self.element(value)
    }

    fn end(self) -> Outcome {
        self.finish();
        Ok(())
    }
}

impl SerializeTupleVariant for Array<'_> {
    type Ok = ();
    type Error = CanonicalError;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Outcome {
        self.element(value)
    }

    fn end(self) -> Outcome {
        self.finish();
        Ok(())
    }
}

impl SerializeMap for Object<'_> {
    type Ok = ();
    type Error = CanonicalError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Outcome {
        key.serialize(Name(|name: &str| self.name(name)))
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Outcome {
        self.value(value)
    }

    fn end(self) -> Outcome {
        self.finish()
    }
}

impl SerializeStruct for Object<'_> {
    type Ok = ();
    type Error = CanonicalError;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Outcome {
        self.field(name, value)
    }

    fn end(self) -> Outcome {
        self.finish()
    }
}

impl SerializeStructVariant for Object<'_> {
    type Ok = ();
    type Error = CanonicalError;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Outcome {
        self.field(name, value)
    }

    fn end(self) -> Outcome {
        self.finish()
    }
}
