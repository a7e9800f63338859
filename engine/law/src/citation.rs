//! Where a rule stands: short citations such as `ZJ-CC 24(2)` and the instruments they name.

mod chinese;
mod instruments;

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

pub use instruments::{INSTRUMENTS, Instrument, Mark, find};

/// A place in an instrument: `ZJ-CC 24(2)` is article 24 paragraph 2, `ZJ-CC 42(六)` article 42 item 6.
/// Cheap to clone; the instrument is always one of [`INSTRUMENTS`].
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Citation(Arc<str>);

/// A text that cites nothing known.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a citation such as ZJ-CC 24(2), found {found:?}")]
pub struct CitationError {
    /// The text as given.
    pub found: String,
}

impl Citation {
    /// Reads a short citation.
    ///
    /// # Errors
    /// An instrument that is not in the table, or a place that is not article, paragraph `(2)`, item `(二)`.
    pub fn new(text: &str) -> Result<Self, CitationError> {
        match split(text) {
            Some(_) => Ok(Self(Arc::from(text))),
            None => Err(CitationError { found: text.to_owned() }),
        }
    }

    /// The short form: `ZJ-CC 24(2)`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The instrument that is cited.
    #[must_use]
    pub fn instrument(&self) -> Option<&'static Instrument> {
        split(&self.0).map(|(instrument, _, _)| instrument)
    }

    /// Whether what is cited is law under a profile.
    #[must_use]
    pub fn applies(&self, profile: crate::rules::Profile) -> bool {
        self.instrument().is_none_or(|instrument| instrument.applies(profile))
    }

    /// The form for people: 《浙江省集体合同条例》第二十四条第二款.
    #[must_use]
    pub fn display_zh(&self) -> String {
        let Some((instrument, article, parts)) = split(&self.0) else {
            return self.0.to_string();
        };
        let mut out = format!("《{}》第{}条", instrument.title, chinese::numeral(article));
        for part in parts {
            match part {
                Part::Paragraph(number) => out.push_str(&format!("第{}款", chinese::numeral(number))),
                Part::Item(text) => out.push_str(&format!("第{text}项")),
            }
        }
        out
    }
}

/// Several citations for people, joined by 、.
#[must_use]
pub fn display_all_zh(citations: &[Citation]) -> String {
    citations.iter().map(Citation::display_zh).collect::<Vec<_>>().join("、")
}

enum Part<'a> {
    Paragraph(u32),
    Item(&'a str),
}

fn split(text: &str) -> Option<(&'static Instrument, u32, Vec<Part<'_>>)> {
    let (id, place) = text.split_once(' ')?;
    let instrument = find(id)?;
    let digits = place.bytes().take_while(u8::is_ascii_digit).count();
    let (article, mut rest) = place.split_at_checked(digits)?;
    let article = article.parse().ok().filter(|number| *number > 0)?;
    let mut parts = Vec::new();
    while !rest.is_empty() {
        let (part, after) = rest.strip_prefix('(')?.split_once(')')?;
        parts.push(match part.parse() {
            Ok(number) => Part::Paragraph(number),
            Err(_) if chinese::is_numeral(part) => Part::Item(part),
            Err(_) => return None,
        });
        rest = after;
    }
    Some((instrument, article, parts))
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Citation({})", self.0)
    }
}

impl std::str::FromStr for Citation {
    type Err = CitationError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::new(text)
    }
}

impl Serialize for Citation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Citation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl de::Visitor<'_> for Text {
            type Value = Citation;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a citation such as ZJ-CC 24(2)")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Citation, E> {
                Citation::new(text).map_err(|_| E::invalid_value(de::Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_str(Text)
    }
}
