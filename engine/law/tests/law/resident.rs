//! Resident identity number: region, day of birth, sequence, check character. Sensitive: errors never repeat it whole.

use jiff::civil::date;
use law::identity::*;

// GB 11643-1999: the standard's own sample
#[test]
fn the_sample_of_the_standard_passes() {
    assert_eq!(check_resident_id("11010519491231002X"), Ok(date(1949, 12, 31)));
}

#[test]
fn any_single_wrong_digit_is_found() {
    let good = "11010519491231002X";
    for index in 0..17 {
        for d in '0'..='9' {
            let changed: String = good.chars().enumerate().map(|(i, old)| if i == index { d } else { old }).collect();
            assert_eq!(check_resident_id(&changed).is_ok(), changed == good, "{changed}");
        }
    }
}

#[test]
fn the_error_names_what_does_not_fit() {
    let key = |text| check_resident_id(text).unwrap_err().said().key;
    assert_eq!(key("11010519491231002"), "law-resident-length");
    assert_eq!(key("11010519491231002x"), "law-resident-character");
    assert_eq!(key("1101051949123100AX"), "law-resident-character");
    assert_eq!(key("99010519491231002X"), "law-resident-region");
    assert_eq!(key("11010519490230002X"), "law-resident-birth");
    assert_eq!(key("110105194912310021"), "law-resident-check");
    let wrong = WrongCharacter { expected: "X".to_owned(), found: '1', position: 18 };
    assert_eq!(check_resident_id("110105194912310021"), Err(ResidentIdError::Check(wrong)));
}
