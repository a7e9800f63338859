//! What can be wrong with an input, understood from serde's own sentences so that people read it in their language.

use std::fmt;

use messages::Said;

/// What is wrong at a place of an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The text is not well-formed; the parser's own words.
    Syntax {
        /// The parser's words.
        detail: String,
    },
    /// A field that this format does not have.
    UnknownField {
        /// Its name.
        found: String,
        /// The names there are.
        expected: String,
    },
    /// A word that this place does not have.
    UnknownWord {
        /// The word.
        found: String,
        /// The words there are.
        expected: String,
    },
    /// A field that must be there.
    MissingField {
        /// Its name.
        expected: String,
    },
    /// A field that is there twice.
    Twice {
        /// Its name.
        found: String,
    },
    /// A value of another type, or one that is out of range.
    Value {
        /// What is there.
        found: String,
        /// What should be there, in serde's words (see `law-input-value` for those known).
        expected: String,
    },
    /// A check of ours, beyond the form.
    Rule(Said),
    /// Anything else, in the reader's own words.
    Other {
        /// The reader's words.
        detail: String,
    },
}

impl Problem {
    pub(super) fn syntax(message: &str) -> Self {
        Self::Syntax { detail: without_line(message).to_owned() }
    }

    /// Understands a sentence of serde.
    pub(super) fn of_serde(message: &str) -> Self {
        let message = without_line(message);
        if let Some((found, expected)) = named(message, "unknown field ") {
            return Self::UnknownField { found, expected };
        }
        if let Some((found, expected)) = named(message, "unknown variant ") {
            return Self::UnknownWord { found, expected };
        }
        if let Some((expected, _)) = named(message, "missing field ") {
            return Self::MissingField { expected };
        }
        if let Some((found, _)) = named(message, "duplicate field ") {
            return Self::Twice { found };
        }
        for start in ["invalid type: ", "invalid value: ", "invalid length "] {
            if let Some((found, expected)) =
                message.strip_prefix(start).and_then(|rest| rest.rsplit_once(", expected "))
            {
                return Self::Value { found: found.to_owned(), expected: expected.to_owned() };
            }
        }
        Self::Other { detail: message.to_owned() }
    }

    /// The problem for people; the caller adds `place` and `line`.
    pub(super) fn said(&self) -> Said {
        match self {
            Self::Syntax { detail } => {
                Said::new("law-input-syntax").arg("kind", syntax_kind(detail)).arg("detail", detail)
            }
            Self::UnknownField { found, expected } => {
                Said::new("law-input-unknown-field").arg("found", found).arg("expected", expected)
            }
            Self::UnknownWord { found, expected } => {
                Said::new("law-input-unknown-word").arg("found", found).arg("expected", expected)
            }
            Self::MissingField { expected } => Said::new("law-input-missing-field").arg("expected", expected),
            Self::Twice { found } => Said::new("law-input-twice").arg("found", found),
            Self::Value { found, expected } => {
                let (kind, value) = found_value(found);
                Said::new("law-input-value")
                    .arg("kind", kind)
                    .arg("found", value)
                    .arg("expected", expectation(expected))
            }
            Self::Rule(said) => said.clone(),
            Self::Other { detail } => Said::new("law-input-other").arg("detail", detail),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax { detail } | Self::Other { detail } => f.write_str(detail),
            Self::UnknownField { found, expected } => write!(f, "unknown field {found}, expected {expected}"),
            Self::UnknownWord { found, expected } => write!(f, "unknown word {found}, expected {expected}"),
            Self::MissingField { expected } => write!(f, "missing field {expected}"),
            Self::Twice { found } => write!(f, "field {found} stands twice"),
            Self::Value { found, expected } => write!(f, "found {found}, expected {expected}"),
            Self::Rule(said) => write!(f, "{} {:?}", said.key, said.args),
        }
    }
}

/// The kind of a break in the text, where the parser's words are known.
fn syntax_kind(detail: &str) -> &'static str {
    const KNOWN: [(&str, &str); 7] = [
        ("EOF", "end"),
        ("expected value", "value"),
        ("expected ident", "value"),
        ("expected `", "mark"),
        ("key must be a string", "key"),
        ("trailing", "trailing"),
        ("control character", "control"),
    ];
    KNOWN.into_iter().find(|(start, _)| detail.starts_with(start)).map_or("other", |(_, kind)| kind)
}

/// Drops the " at line 3 column 7" that `serde_json` adds.
fn without_line(message: &str) -> &str {
    message.rsplit_once(" at line ").map_or(message, |(before, _)| before)
}

/// "unknown field `a`, expected one of `b`, `c`" gives (`a`, `b, c`).
fn named(message: &str, start: &str) -> Option<(String, String)> {
    let rest = message.strip_prefix(start)?;
    let (name, after) = rest.strip_prefix('`')?.split_once('`')?;
    let expected = after.split('`').skip(1).step_by(2).collect::<Vec<_>>().join(", ");
    Some((name.to_owned(), expected))
}

/// Sorts serde's words for what it found into a kind (a word of the message file) and the value itself.
fn found_value(found: &str) -> (&'static str, String) {
    let kinds = [
        ("string ", "text"),
        ("integer ", "number"),
        ("floating point ", "number"),
        ("boolean ", "truth"),
        ("character ", "text"),
    ];
    for (start, kind) in kinds {
        if let Some(value) = found.strip_prefix(start) {
            return (kind, value.trim_matches(|c| c == '`' || c == '"').to_owned());
        }
    }
    match found {
        "null" | "unit value" | "Option value" => ("nothing", String::new()),
        "sequence" => ("list", String::new()),
        "map" => ("fields", String::new()),
        other => ("other", other.to_owned()),
    }
}

/// Sorts serde's words for what it expected into a word of the message file; unknown ones stay as they are.
fn expectation(expected: &str) -> &str {
    match expected {
        "a string" | "str" | "borrowed string" => "text",
        "i8" | "i16" | "i32" | "i64" => "integer",
        "u8" | "u16" | "u32" | "u64" | "usize" => "natural",
        "a boolean" => "truth",
        "a sequence" => "list",
        "a map" => "fields",
        "a day such as 2026-03-18" => "day",
        "a citation such as ZJ-CC 24(2)" => "citation",
        "a deadline rule such as reply or disclose_data" => "deadline",
        "a check such as CHK-REP-MIN" => "check",
        "an instant such as 2026-03-18T09:30:00.000+08:00" => "instant",
        other if other.starts_with("struct ") => "fields",
        other if other.contains("UUID") => "uuid",
        other => other,
    }
}
