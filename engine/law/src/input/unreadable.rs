//! Why a tree can't be read as a type, and where.

use std::fmt;

use serde::de::{Error as _, Expected, Unexpected};
use serde_json::Value;

use super::{InputError, Problem, located};

/// Why a tree can't be read as a type: what serde says of it, and where.
#[derive(Debug)]
pub struct Unreadable(Box<Fault>);

#[derive(Debug)]
struct Fault {
    message: String,
    /// From the innermost outwards.
    steps: Vec<Step>,
}

#[derive(Debug)]
pub(super) enum Step {
    Element(usize),
    Member(String),
}

impl Unreadable {
    /// Path to the value, such as `rows[2].from`; empty for the whole.
    #[must_use]
    pub fn place(&self) -> String {
        let mut place = String::new();
        for step in self.0.steps.iter().rev() {
            match step {
                Step::Element(at) => place.push_str(&format!("[{at}]")),
                Step::Member(name) if place.is_empty() => place.push_str(name),
                Step::Member(name) => place.push_str(&format!(".{name}")),
            }
        }
        place
    }

    /// The error about a text, where somebody finds the line of a place that is given from the outermost inwards.
    pub(super) fn on_line(self, line: impl FnOnce(&[&Step]) -> Option<usize>) -> InputError {
        let inwards: Vec<&Step> = self.0.steps.iter().rev().collect();
        let line = line(&inwards);
        InputError { line, ..self.into() }
    }

    pub(super) fn within(mut self, step: Step) -> Self {
        self.0.steps.push(step);
        self
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl std::error::Error for Unreadable {}

impl serde::de::Error for Unreadable {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(Box::new(Fault { message: message.to_string(), steps: Vec::new() }))
    }
}

impl From<Unreadable> for InputError {
    fn from(unreadable: Unreadable) -> Self {
        located(&unreadable.place(), None, Problem::of_serde(&unreadable.0.message))
    }
}

/// What stands where something else is wanted.
pub(super) fn wrong(found: &Value, expected: &dyn Expected) -> Unreadable {
    let found = match found {
        Value::Null => Unexpected::Unit,
        Value::Bool(flag) => Unexpected::Bool(*flag),
        Value::Number(number) => match (number.as_u64(), number.as_i64()) {
            (Some(number), _) => Unexpected::Unsigned(number),
            (None, Some(number)) => Unexpected::Signed(number),
            (None, None) => Unexpected::Float(number.as_f64().unwrap_or(f64::NAN)),
        },
        Value::String(text) => Unexpected::Str(text),
        Value::Array(_) => Unexpected::Seq,
        Value::Object(_) => Unexpected::Map,
    };
    Unreadable::invalid_type(found, expected)
}
