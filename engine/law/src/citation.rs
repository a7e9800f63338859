//! Where a rule stands: short citations such as `ZJ-CC 24(2)` and the instruments they name.

mod chinese;
mod instruments;

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

pub use instruments::{INSTRUMENTS, Instrument, Mark};

/// A place in an instrument: `ZJ-CC 24(2)` is article 24 paragraph 2, `ZJ-CC 42(六)` article 42 item 6.
/// Cheap to clone; the instrument is always one of [`INSTRUMENTS`].
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Citation {
    text: Arc<str>,
    /// Its place in [`INSTRUMENTS`], looked up once.
    instrument: usize,
}

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
        let instrument = split(text).and_then(|(id, _, _)| INSTRUMENTS.iter().position(|known| known.id == id));
        let instrument = instrument.ok_or_else(|| CitationError { found: text.to_owned() })?;
        Ok(Self { text: Arc::from(text), instrument })
    }

    /// The short form: `ZJ-CC 24(2)`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The instrument that is cited.
    #[must_use]
    pub fn instrument(&self) -> Option<&'static Instrument> {
        INSTRUMENTS.get(self.instrument)
    }

    /// Whether what is cited is law under a profile.
    #[must_use]
    pub fn applies(&self, profile: crate::rules::Profile) -> bool {
        self.instrument().is_none_or(|instrument| instrument.applies(profile))
    }

    /// The form for people: 《浙江省集体合同条例》第二十四条第二款.
    #[must_use]
    pub fn display_zh(&self) -> String {
        let (Some(instrument), Some((_, article, parts))) = (self.instrument(), split(&self.text)) else {
            return self.text.to_string();
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

/// The id of the instrument, the article, and what is below it.
fn split(text: &str) -> Option<(&str, u32, Vec<Part<'_>>)> {
    let (id, place) = text.split_once(' ')?;
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
    Some((id, article, parts))
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Citation({})", self.text)
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
        serializer.serialize_str(&self.text)
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
