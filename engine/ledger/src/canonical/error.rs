//! Why a value has no canonical form, and where in it.

use std::fmt;

/// What stands in the way of canonical bytes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A floating-point number; amounts are integers of fen, rates of basis points.
    #[error("a floating-point number")]
    Float,
    /// An integer beyond ±10^15.
    #[error("an integer beyond ±10^15")]
    TooLarge,
    /// A byte string; binary values stand as hexadecimal text.
    #[error("a byte string")]
    Bytes,
    /// A member name that isn't printable ASCII, or holds a quotation mark or backslash.
    #[error("a member name that is not plain ASCII: {0:?}")]
    Name(String),
    /// A member name that isn't text.
    #[error("a member name that is not text")]
    NameKind,
    /// Two members of one name, as `flatten` can produce.
    #[error("a member name used twice: {0:?}")]
    Twice(String),
    /// Raw JSON or a number in text form, which nobody has checked.
    #[error("raw JSON")]
    Raw,
    /// A value's own serialisation failed.
    #[error("{0}")]
    Own(String),
}

/// A value without canonical form: what is wrong, and the names that lead to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CanonicalError(Box<Inner>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Inner {
    fault: Fault,
    /// Innermost name first.
    path: Vec<String>,
}

impl CanonicalError {
    pub(super) fn within(mut self, name: &str) -> Self {
        self.0.path.push(name.to_owned());
        self
    }

    /// What is wrong.
    #[must_use]
    pub fn fault(&self) -> &Fault {
        &self.0.fault
    }

    /// The member names from the outside in, joined by dots; empty for the value itself.
    #[must_use]
    pub fn place(&self) -> String {
        let names: Vec<&str> = self.0.path.iter().rev().map(String::as_str).collect();
        names.join(".")
    }
}

impl From<Fault> for CanonicalError {
    fn from(fault: Fault) -> Self {
        Self(Box::new(Inner { fault, path: Vec::new() }))
    }
}

impl fmt::Display for CanonicalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no canonical form: {}", self.0.fault)?;
        if self.0.path.is_empty() { Ok(()) } else { write!(f, " at {}", self.place()) }
    }
}

impl std::error::Error for CanonicalError {}

impl serde::ser::Error for CanonicalError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Fault::Own(message.to_string()).into()
    }
}
