//! Texts that people enter: no control or format characters, so that the voted text is the printed text.

use messages::Said;

/// Format characters (general category Cf), first and last of each run, ascending. Unicode 15.1.
const FORMAT: [(char, char); 21] = [
    ('\u{AD}', '\u{AD}'),
    ('\u{600}', '\u{605}'),
    ('\u{61C}', '\u{61C}'),
    ('\u{6DD}', '\u{6DD}'),
    ('\u{70F}', '\u{70F}'),
    ('\u{890}', '\u{891}'),
    ('\u{8E2}', '\u{8E2}'),
    ('\u{180E}', '\u{180E}'),
    ('\u{200B}', '\u{200F}'),
    ('\u{202A}', '\u{202E}'),
    ('\u{2060}', '\u{2064}'),
    ('\u{2066}', '\u{206F}'),
    ('\u{FEFF}', '\u{FEFF}'),
    ('\u{FFF9}', '\u{FFFB}'),
    ('\u{110BD}', '\u{110BD}'),
    ('\u{110CD}', '\u{110CD}'),
    ('\u{13430}', '\u{1343F}'),
    ('\u{1BCA0}', '\u{1BCA3}'),
    ('\u{1D173}', '\u{1D17A}'),
    ('\u{E0001}', '\u{E0001}'),
    ('\u{E0020}', '\u{E007F}'),
];

/// Between two runs: nearly all Chinese is here, and needs no search.
const PLAIN: std::ops::RangeInclusive<char> = '\u{2070}'..='\u{FEFE}';

/// Why a text is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// A control or format character.
    #[error("character {index} is the control or format character U+{code_point:04X}")]
    Invisible {
        /// Which character, from 1.
        index: usize,
        /// Its code point.
        code_point: u32,
    },
    /// More characters than allowed.
    #[error("{found} characters, at most {max} are allowed")]
    TooLong {
        /// How many there are.
        found: usize,
        /// How many may be.
        max: usize,
    },
}

impl TextError {
    /// The error for people.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::Invisible { index, code_point } => {
                Said::new("law-text-invisible").arg("index", index).arg("code", format!("U+{code_point:04X}"))
            }
            Self::TooLong { found, max } => Said::new("law-text-long").arg("found", found).arg("max", max),
        }
    }
}

/// Whether a text has at most `max_chars` characters and no control or format character except line feeds.
///
/// # Errors
/// The first such character with its position and code point, or the length.
pub fn check_text(text: &str, max_chars: usize) -> Result<(), TextError> {
    let mut count = 0;
    for c in text.chars() {
        count += 1;
        if c != '\n' && is_invisible(c) {
            return Err(TextError::Invisible { index: count, code_point: u32::from(c) });
        }
    }
    if count > max_chars { Err(TextError::TooLong { found: count, max: max_chars }) } else { Ok(()) }
}

/// Control (Cc) or format (Cf) character.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control();
    }
    if PLAIN.contains(&c) {
        return false;
    }
    let run = FORMAT.partition_point(|(_, last)| *last < c);
    c.is_control() || FORMAT.get(run).is_some_and(|(first, _)| *first <= c)
}
