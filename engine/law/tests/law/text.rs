//! Texts that people enter: no control or format characters, so that the voted text is the printed text.

use law::text::*;

#[test]
fn ordinary_texts_pass_rare_characters_emoji_and_line_feeds_included() {
    for text in ["", "工资专项集体合同\n第一条", "䶮𠮷𰻝", "Ωμέγα · naïve", "🙂", "#let x = 1 \\ * _ @ ` $"]
    {
        assert_eq!(check_text(text, 100), Ok(()), "{text}");
    }
}

#[test]
fn a_control_or_format_character_is_named_with_its_place() {
    for (text, index, code_point) in [
        ("ab\tc", 3, 9),
        ("a\r\n", 2, 13),
        ("工\u{202E}资", 2, 0x202E),
        ("\u{FEFF}工资", 1, 0xFEFF),
        ("工资\u{200B}", 3, 0x200B),
        ("\u{85}", 1, 0x85),
        ("𠮷\u{E0041}", 2, 0xE0041),
        ("\u{AD}", 1, 0xAD),
        ("\u{2069}", 1, 0x2069),
    ] {
        assert_eq!(check_text(text, 100), Err(TextError::Invisible { index, code_point }), "{text:?}");
    }
}

#[test]
fn length_is_counted_in_characters() {
    assert_eq!(check_text(&"姓".repeat(200), 200), Ok(()));
    assert_eq!(check_text(&"姓".repeat(201), 200), Err(TextError::TooLong { found: 201, max: 200 }));
}

#[test]
fn all_format_and_control_characters_of_unicode_are_found() {
    // Unicode 15.1: 65 of category Cc, 170 of category Cf.
    assert_eq!(('\0'..=char::MAX).filter(|c| is_invisible(*c)).count(), 65 + 170);
}

/// What begins with a byte from E4 to E9 in UTF-8 lies there, and is taken for plain without a look at the rest.
#[test]
fn nothing_between_4000_and_9fff_is_invisible() {
    let chars = '\u{4000}'..='\u{9fff}';
    assert!(chars.clone().all(|c| !is_invisible(c)));
    let first = |c: char| c.to_string().as_bytes().first().copied();
    assert_eq!((first('\u{4000}'), first('\u{9fff}')), (Some(0xe4), Some(0xe9)));
    assert_eq!((first('\u{3fff}'), first('\u{a000}')), (Some(0xe3), Some(0xea)));
}
