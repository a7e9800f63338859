//! Unified social credit code: 18 characters; 9 to 17 are the organisation code with a check character of its own.

use messages::Said;

use super::WrongCharacter;

/// Digits and capital letters without I, O, S, V, Z.
const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS: [u32; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

/// Why a text is no unified social credit code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UsccError {
    /// Not 18 characters.
    #[error("expected 18 characters, found {found}")]
    Length {
        /// How many there are.
        found: usize,
    },
    /// A character outside the alphabet, or a letter where a digit must be.
    #[error("wrong character: {0:?}")]
    Character(WrongCharacter),
    /// The organisation code's check character (position 17) does not fit.
    #[error("wrong organisation check character: {0:?}")]
    OrganisationCheck(WrongCharacter),
    /// The last character does not fit the others.
    #[error("wrong check character: {0:?}")]
    Check(WrongCharacter),
}

impl UsccError {
    /// The error for people.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::Length { found } => Said::new("law-uscc-length").arg("found", found),
            Self::Character(wrong) => wrong.said("law-uscc-character"),
            Self::OrganisationCheck(wrong) => wrong.said("law-uscc-organisation"),
            Self::Check(wrong) => wrong.said("law-uscc-check"),
        }
    }
}

/// Whether a text is a unified social credit code: length, alphabet, six digits of the region, both check characters.
///
/// # Errors
/// The first thing that does not fit, with position, found and expected.
pub fn check_uscc(text: &str) -> Result<(), UsccError> {
    let chars: Vec<char> = text.chars().collect();
    if chars.len() != 18 {
        return Err(UsccError::Length { found: chars.len() });
    }
    for (index, c) in chars.iter().enumerate() {
        let region = (2..8).contains(&index);
        let good = if region { c.is_ascii_digit() } else { ALPHABET.contains(*c) };
        if !good {
            let expected = if region { "0-9" } else { ALPHABET };
            return Err(UsccError::Character(wrong(index, *c, expected)));
        }
    }
    let organisation = text.get(8..16).and_then(organisation_check);
    check_at(&chars, 16, organisation).map_err(UsccError::OrganisationCheck)?;
    let last = text.get(..17).and_then(uscc_check);
    check_at(&chars, 17, last).map_err(UsccError::Check)
}

/// The check character for the first 17 characters; `None` where they are not 17 of the alphabet.
#[must_use]
pub fn uscc_check(first_17: &str) -> Option<char> {
    let sum = weighted(first_17, &WEIGHTS, |c| ALPHABET.find(c))?;
    symbol((31 - sum % 31) % 31)
}

/// The check character of an organisation code's first 8 characters; `None` where they are not 8 digits or letters.
#[must_use]
pub fn organisation_check(first_8: &str) -> Option<char> {
    // GB 11714 gives A to Z the values 10 to 35.
    let sum = weighted(first_8, &ORGANISATION_WEIGHTS, |c| "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".find(c))?;
    match 11 - sum % 11 {
        10 => Some('X'),
        11 => Some('0'),
        digit => char::from_digit(digit, 10),
    }
}

fn weighted(text: &str, weights: &[u32], value: impl Fn(char) -> Option<usize>) -> Option<u32> {
    if text.chars().count() != weights.len() {
        return None;
    }
    text.chars().zip(weights).try_fold(0, |sum, (c, weight)| Some(sum + u32::try_from(value(c)?).ok()? * weight))
}

fn symbol(value: u32) -> Option<char> {
    ALPHABET.chars().nth(usize::try_from(value).ok()?)
}

fn check_at(chars: &[char], index: usize, expected: Option<char>) -> Result<(), WrongCharacter> {
    match (chars.get(index), expected) {
        (Some(found), Some(expected)) if *found == expected => Ok(()),
        (Some(found), Some(expected)) => Err(wrong(index, *found, &expected.to_string())),
        (found, None) => Err(wrong(index, found.copied().unwrap_or(' '), ALPHABET)),
        (None, Some(expected)) => Err(wrong(index, ' ', &expected.to_string())),
    }
}

fn wrong(index: usize, found: char, expected: &str) -> WrongCharacter {
    WrongCharacter { expected: expected.to_owned(), found, position: index + 1 }
}
