//! Unified social credit code: 18 characters; 9 to 17 are the organisation code with a check character of its own.

use law::identity::*;

/// The characters of GB 32100-2015.
const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

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
            let changed: String = code.chars().enumerate().map(|(i, old)| if i == index { c } else { old }).collect();
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
