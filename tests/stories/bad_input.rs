//! Whatever somebody writes into a scenario by mistake or on purpose: a clear error that names the place, nothing left.

use std::fs;
use std::path::Path;

use e2e::{played, root, scenarios};
use xinxieshang::play::PlayError;

/// The standard scenario with one text replaced by another.
fn altered(from: &str, to: &str) -> String {
    let path = scenarios().into_iter().find(|path| path.ends_with("standard.toml")).unwrap();
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "the standard scenario has no {from:?}");
    text.replacen(from, to, 1)
}

/// Plays a text, asserts that nothing is left behind, and gives the sentence that a user reads.
fn error_of(text: &str) -> String {
    let room = tempfile::tempdir().unwrap();
    let file = room.path().join("scenario.toml");
    fs::write(&file, text).unwrap();
    let out = room.path().join("out");
    let error = played(&file, &out).expect_err("the play stops");
    let left: Vec<_> = fs::read_dir(room.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["scenario.toml"], "nothing half-made is left");
    said(&error)
}

fn said(error: &PlayError) -> String {
    let lines = xinxieshang::play::explain(error);
    let text = lines.join("\n");
    assert!(!text.contains('〔'), "a message is missing: {text}");
    text
}

#[test]
fn an_unknown_key_is_named() {
    assert!(error_of(&altered("title =", "titel = \"x\"\ntitle =")).contains("titel"));
}

#[test]
fn a_wrong_type_is_named_with_its_place() {
    let text = error_of(&altered("scope = \"enterprise\"", "scope = 7"));
    assert!(text.contains("scope"), "{text}");
}

#[test]
fn an_amount_out_of_all_range_is_refused_with_the_text_that_states_it() {
    let text = error_of(&altered("amount = 12 }", "amount = 9000000000000000 }"));
    assert!(text.contains("terms.") && text.contains("1,000,000,000,000,000"), "{text}");
}

// GB 11643: the check character tells a slip of the pen; the number itself isn't repeated.
#[test]
fn an_identity_number_with_a_slip_is_refused_without_being_repeated() {
    let text = error_of(&altered("339901198209271044", "339901198209271045"));
    assert!(text.contains("CHK-IDNO") && text.contains("校验位") && !text.contains("339901"), "{text}");
}

#[test]
fn an_unknown_command_is_named() {
    assert!(error_of(&altered("command = \"issue_offer\"", "command = \"isue_offer\"")).contains("isue_offer"));
}

#[test]
fn a_reference_to_nobody_is_named() {
    let text = error_of(&altered("recorder = \"@", "recorder = \"@nobody-"));
    assert!(text.contains("@nobody-"), "{text}");
}

#[test]
fn control_and_bidi_characters_are_refused_with_place_and_code_point() {
    for (character, code) in [("\\u202E", "U+202E"), ("\\u0007", "U+0007"), ("\\u200B", "U+200B")] {
        let text = error_of(&altered("place = \"", &format!("place = \"{character}")));
        assert!(text.contains(code), "{text}");
        assert!(text.contains("place"), "{text}");
    }
}

#[test]
fn time_that_goes_back_is_refused() {
    let path = scenarios().into_iter().find(|path| path.ends_with("standard.toml")).unwrap();
    let text = fs::read_to_string(path).unwrap();
    let times: Vec<&str> = text.lines().filter(|line| line.starts_with("at = ")).collect();
    let (second, third) = (times[times.len() / 2], times[times.len() / 2 + 1]);
    assert_ne!(second, third);
    let swapped = text.replacen(third, "at = \"2001-01-01T09:00:00+08:00\"", 1);
    let sentence = error_of(&swapped);
    assert!(sentence.contains("2001-01-01"), "{sentence}");
}

#[test]
fn an_outcome_that_was_not_expected_names_step_rule_article_and_remedy() {
    let text = error_of(&altered("secret = true", "secret = false"));
    assert!(text.contains("CHK-SECRET-BALLOT"), "{text}");
    assert!(text.contains("《浙江省"), "{text}");
}

#[test]
fn markup_and_rare_characters_go_through_as_they_are() {
    let markup = r#"#import \"x\" $a$ *b* _c_ @d <e> \\u{41} // /* */ ~ 镕堃喆赟犇昇垚龑"#;
    let text = altered("place = \"", &format!("place = \"{markup}"));
    let room = tempfile::tempdir().unwrap();
    let file = room.path().join("scenario.toml");
    fs::write(&file, text).unwrap();
    played(&file, &room.path().join("out")).unwrap();
}

#[test]
fn files_that_are_no_bundles_are_unreadable_or_broken() {
    let limits = verify::Limits::default();
    assert!(verify::verify(b"", &limits).is_err());
    assert!(verify::verify(b"PK\x05\x06", &limits).is_err());
    assert!(verify::verify(&vec![0; 100_000], &limits).is_err());
    let readme = fs::read(root().join(Path::new("README.md"))).unwrap();
    assert!(verify::verify(&readme, &limits).is_err());
}
