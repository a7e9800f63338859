//! Reading what people and other programs wrote: strict dates, JSON and TOML, with errors that name place, found and
//! expected.

mod line;
mod problem;
mod reader;
mod tree;
mod unreadable;

use std::fmt;

use jiff::civil::Date;
use messages::Said;
use serde::Deserialize;
use serde::de::DeserializeOwned;

pub use problem::Problem;
pub use tree::Tree;
pub use unreadable::Unreadable;

/// Reads a day written `2026-03-18`; years 1900 to 9999, nothing before or after the text.
#[must_use]
pub fn date(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    let shape = bytes.len() == 10
        && bytes.iter().enumerate().all(|(i, b)| if i == 4 || i == 7 { *b == b'-' } else { b.is_ascii_digit() });
    if !shape {
        return None;
    }
    let year = text.get(0..4)?.parse().ok()?;
    let month = text.get(5..7)?.parse().ok()?;
    let day = text.get(8..10)?.parse().ok()?;
    Date::new(year, month, day).ok().filter(|date| date.year() >= 1900)
}

/// Serde form of a day, for `#[serde(with = "law::input::day")]`: reads only `2026-03-18`.
pub mod day {
    use super::{Date, fmt};
    use serde::{Deserializer, Serializer, de};

    struct Text;

    impl de::Visitor<'_> for Text {
        type Value = Date;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a day such as 2026-03-18")
        }
        fn visit_str<E: de::Error>(self, text: &str) -> Result<Date, E> {
            super::date(text).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
        }
    }

    /// Writes `2026-03-18`.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(date)
    }

    /// Reads `2026-03-18`.
    ///
    /// # Errors
    /// A text that is no day, or no text.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        deserializer.deserialize_str(Text)
    }
}

/// Serde form of a day that may be absent, for `#[serde(with = "law::input::day_option", default)]`.
pub mod day_option {
    use super::{Date, Deserialize};
    use serde::{Deserializer, Serializer};

    #[derive(Deserialize)]
    struct Wrapped(#[serde(with = "super::day")] Date);

    /// Writes `2026-03-18` or null.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
        match date {
            Some(date) => serializer.collect_str(date),
            None => serializer.serialize_none(),
        }
    }

    /// Reads `2026-03-18` or null.
    ///
    /// # Errors
    /// A text that is no day.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
        Ok(Option::<Wrapped>::deserialize(deserializer)?.map(|wrapped| wrapped.0))
    }
}

/// An input that cannot be read: where, and what is wrong there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("at {place:?} (line {line:?}): {problem}")]
pub struct InputError {
    /// Path to the value, such as `rows[2].from`; empty for the whole file.
    pub place: String,
    /// Line from 1, where known.
    pub line: Option<usize>,
    /// What is wrong.
    pub problem: Problem,
}

impl InputError {
    /// An error about one place, made by a check of ours.
    #[must_use]
    pub fn at(place: impl Into<String>, problem: Problem) -> Self {
        Self { place: place.into(), line: None, problem }
    }

    /// The same error, seen from the file that holds the row.
    #[must_use]
    pub fn within_row(mut self, row: usize) -> Self {
        let dot = if self.place.is_empty() { "" } else { "." };
        self.place = format!("rows[{row}]{dot}{}", self.place);
        self
    }

    /// The error for people; names place, found and expected.
    #[must_use]
    pub fn said(&self) -> Said {
        let line = self.line.map_or_else(|| "none".to_owned(), |line| line.to_string());
        let place = if self.place.is_empty() { "whole" } else { &self.place };
        self.problem.said().arg("place", place).arg("line", line)
    }
}

/// Reads JSON into a type; nothing may follow it.
///
/// # Errors
/// Syntax, unknown or missing fields, wrong types and values, each with its place.
pub fn from_json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, InputError> {
    Tree::parse(bytes)?.read().map_err(|wrong| wrong.on_line(|place| line::in_json(bytes, place)))
}

/// Reads TOML into a type.
///
/// # Errors
/// Syntax, unknown or missing fields, wrong types and values, each with its place.
pub fn from_toml<T: DeserializeOwned>(text: &str) -> Result<T, InputError> {
    let tree: Tree = toml::from_str(text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start));
        located("", before.map(|before| before.matches('\n').count() + 1), Problem::syntax(error.message()))
    })?;
    tree.read().map_err(|wrong| wrong.on_line(|place| line::in_toml(text, place)))
}

/// Reads a table that was parsed before into a type.
///
/// # Errors
/// Unknown or missing fields, wrong types and values, each with its place.
pub fn from_table<T: DeserializeOwned>(table: &toml::Table) -> Result<T, InputError> {
    Ok(Tree::of_table(table)?.read()?)
}

fn located(place: &str, line: Option<usize>, problem: Problem) -> InputError {
    // Where a text ends early there is no place yet; the path then ends in a question mark.
    let place = place.trim_end_matches('?').trim_end_matches('.');
    InputError { place: place.to_owned(), line: line.filter(|line| *line > 0), problem }
}
