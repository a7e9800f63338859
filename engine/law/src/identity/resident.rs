//! Resident identity number: region, day of birth, sequence, check character. Sensitive: errors never repeat it whole.

use jiff::civil::Date;
use messages::Said;

use super::WrongCharacter;
use crate::input;

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: &str = "10X98765432";
/// First two digits: the provincial regions of GB/T 2260, Taiwan (71, 83), Hong Kong (81) and Macao (82).
const PROVINCES: [&str; 35] = [
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44",
    "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83",
];

/// Why a text is no resident identity number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ResidentIdError {
    /// Not 18 characters.
    #[error("expected 18 characters, found {found}")]
    Length {
        /// How many there are.
        found: usize,
    },
    /// No digit where one must be, or neither digit nor X at the end.
    #[error("wrong character: {0:?}")]
    Character(WrongCharacter),
    /// The first two digits are no region.
    #[error("unknown region {found}")]
    Region {
        /// The two digits.
        found: String,
    },
    /// Positions 7 to 14 are no day of birth since 1900.
    #[error("impossible day of birth {found}")]
    Birth {
        /// The eight digits.
        found: String,
    },
    /// The last character does not fit the others.
    #[error("wrong check character: {0:?}")]
    Check(WrongCharacter),
}

impl ResidentIdError {
    /// The error for people.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::Length { found } => Said::new("law-resident-length").arg("found", found),
            Self::Character(wrong) => wrong.said("law-resident-character"),
            Self::Region { found } => Said::new("law-resident-region").arg("found", found),
            Self::Birth { found } => Said::new("law-resident-birth").arg("found", found),
            Self::Check(wrong) => wrong.said("law-resident-check"),
        }
    }
}

/// Whether a text is a resident identity number; gives the day of birth. Whether that day is past is for the caller,
/// who has a clock.
///
/// # Errors
/// The first thing that does not fit, with position, found and expected.
pub fn check_resident_id(text: &str) -> Result<Date, ResidentIdError> {
    let count = text.chars().count();
    if count != 18 {
        return Err(ResidentIdError::Length { found: count });
    }
    for (index, c) in text.chars().enumerate() {
        let last = index == 17;
        if !(c.is_ascii_digit() || (last && c == 'X')) {
            let expected = if last { "0-9, X" } else { "0-9" }.to_owned();
            return Err(ResidentIdError::Character(WrongCharacter { expected, found: c, position: index + 1 }));
        }
    }
    let part = |range: std::ops::Range<usize>| text.get(range).unwrap_or_default();
    if !PROVINCES.contains(&part(0..2)) {
        return Err(ResidentIdError::Region { found: part(0..2).to_owned() });
    }
    let birth = format!("{}-{}-{}", part(6..10), part(10..12), part(12..14));
    let birth = input::date(&birth).ok_or_else(|| ResidentIdError::Birth { found: part(6..14).to_owned() })?;
    match (resident_check(part(0..17)), text.chars().last()) {
        (Some(expected), Some(found)) if expected == found => Ok(birth),
        (expected, found) => Err(ResidentIdError::Check(WrongCharacter {
            expected: expected.map(String::from).unwrap_or_default(),
            found: found.unwrap_or(' '),
            position: 18,
        })),
    }
}

/// The check character for the first 17 digits; `None` where they are not 17 digits.
#[must_use]
pub fn resident_check(first_17: &str) -> Option<char> {
    if first_17.chars().count() != 17 {
        return None;
    }
    let sum = first_17.chars().zip(WEIGHTS).try_fold(0, |sum, (c, weight)| Some(sum + c.to_digit(10)? * weight))?;
    CHECKS.chars().nth(usize::try_from(sum % 11).ok()?)
}
