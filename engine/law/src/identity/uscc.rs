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

#[cfg(test)]
mod tests {
    use super::*;

    // GB 32100-2015
    #[test]
    fn valid_codes_pass() {
        for code in ["91350100M000100Y43", "91110000802100433B", "91440300708461136T"] {
            assert_eq!(check_uscc(code), Ok(()), "{code}");
        }
    }

    #[test]
    fn any_single_wrong_character_is_found() {
        let code = "91350100M000100Y43";
        for index in 0..18 {
            for c in ALPHABET.chars() {
                let changed: String =
                    code.chars().enumerate().map(|(i, old)| if i == index { c } else { old }).collect();
                assert_eq!(check_uscc(&changed).is_ok(), changed == code, "{changed}");
            }
        }
    }

    #[test]
    fn the_error_names_position_found_and_expected() {
        let wrong = |position, found, expected: &str| WrongCharacter { expected: expected.to_owned(), found, position };
        assert_eq!(check_uscc("91350100M000100Y44"), Err(UsccError::Check(wrong(18, '4', "3"))));
        assert_eq!(check_uscc("91350100M000100Z43"), Err(UsccError::Character(wrong(16, 'Z', ALPHABET))));
        assert_eq!(check_uscc("9135O100M000100Y43"), Err(UsccError::Character(wrong(5, 'O', "0-9"))));
        assert_eq!(check_uscc("91350100M000100Y53"), Err(UsccError::OrganisationCheck(wrong(17, '5', "4"))));
        assert_eq!(check_uscc("91350100m000100Y43"), Err(UsccError::Character(wrong(9, 'm', ALPHABET))));
        assert_eq!(check_uscc("91350100M000100Y4"), Err(UsccError::Length { found: 17 }));
        assert_eq!(check_uscc("９１350100M000100Y43").unwrap_err().said().key, "law-uscc-character");
    }

    #[test]
    fn check_characters_are_computed_for_made_up_codes() {
        assert_eq!(organisation_check("M000100Y"), Some('4'));
        assert_eq!(uscc_check("91350100M000100Y4"), Some('3'));
        assert_eq!(uscc_check("short"), None);
    }
}
