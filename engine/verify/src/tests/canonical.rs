//! The checker of canonical form, against other hands' canonical bytes and against everything near them.

use proptest::prelude::*;
use serde_json::{Map, Value};

use crate::json::check;

fn key(text: &str) -> Option<&'static str> {
    check(text.as_bytes()).err().map(|flaw| flaw.key)
}

#[test]
fn canonical_values_pass() {
    for text in [
        "null",
        "true",
        "false",
        "0",
        "-1",
        "1000000000000000",
        "-1000000000000000",
        "[]",
        "{}",
        "\"\"",
        "[1,[2],{}]",
        r#"{"":1,"A":2,"a":3,"ab":4}"#,
        r#""\"\\\b\t\n\f\r\u0000\u001f\u000b/€工😀""#,
        "\"0123456789abcdef\u{7f}\"",
    ] {
        assert_eq!(key(text), None, "{text}");
    }
}

#[test]
fn everything_else_is_named() {
    for (text, expected) in [
        ("", "verify-json-form"),
        (" 1", "verify-json-form"),
        ("1 ", "verify-json-after"),
        ("[1, 2]", "verify-json-form"),
        ("{\"a\" :1}", "verify-json-form"),
        ("[1,]", "verify-json-form"),
        ("[", "verify-json-form"),
        ("tru", "verify-json-form"),
        ("True", "verify-json-form"),
        ("nul", "verify-json-form"),
        ("1\n", "verify-json-after"),
        ("01", "verify-json-integer"),
        ("-0", "verify-json-integer"),
        ("-", "verify-json-integer"),
        ("1.0", "verify-json-after"),
        ("1e3", "verify-json-after"),
        ("1000000000000001", "verify-json-integer"),
        ("-1000000000000001", "verify-json-integer"),
        ("99999999999999999999999", "verify-json-integer"),
        (r#"{"b":1,"a":2}"#, "verify-json-order"),
        (r#"{"a":1,"a":2}"#, "verify-json-order"),
        (r#"{"工":1}"#, "verify-json-name"),
        ("{\"\u{7f}\":1}", "verify-json-name"),
        (r#"{"\n":1}"#, "verify-json-form"),
        (r#""\/""#, "verify-json-escape"),
        (r#""\u0041""#, "verify-json-escape"),
        (r#""\u000a""#, "verify-json-escape"),
        (r#""\u0008""#, "verify-json-escape"),
        (r#""\u000B""#, "verify-json-escape"),
        (r#""\u001F""#, "verify-json-escape"),
        (r#""\u4e00""#, "verify-json-escape"),
        ("\"\\", "verify-json-escape"),
        ("\"a\nb\"", "verify-json-control"),
        ("\"a", "verify-json-control"),
        ("\"0123456789\0\"", "verify-json-control"),
    ] {
        assert_eq!(key(text), Some(expected), "{text}");
    }
    assert_eq!(check(b"\"\xff\"").unwrap_err().key, "verify-json-utf8");
}

#[test]
fn nesting_ends_at_sixty_four() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert_eq!(key(&nested(64)), None);
    assert_eq!(key(&nested(65)), Some("verify-json-depth"));
    assert_eq!(key(&"[".repeat(1_000_000)), Some("verify-json-depth"));
}

fn any_text() -> impl Strategy<Value = String> {
    let character = prop_oneof![
        Just('"'),
        Just('\\'),
        proptest::char::range('\u{0}', '\u{20}'),
        proptest::char::range('a', 'f'),
        any::<char>(),
    ];
    proptest::collection::vec(character, 0..20).prop_map(|characters| characters.into_iter().collect())
}

fn any_tree() -> impl Strategy<Value = Value> {
    let limit = 1_000_000_000_000_000_i64;
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-limit..=limit).prop_map(Value::from),
        any_text().prop_map(Value::from)
    ];
    leaf.prop_recursive(4, 48, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            proptest::collection::btree_map("[ !#-\\[\\]-~]{0,3}", inner, 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

proptest! {
    #[test]
    fn what_other_hands_write_is_canonical(tree in any_tree()) {
        let bytes = serde_json_canonicalizer::to_vec(&tree).unwrap();
        prop_assert_eq!(check(&bytes).map(str::len), Ok(bytes.len()));
    }

    /// One byte off: what still passes must be what other hands would write for it.
    #[test]
    fn whatever_passes_is_what_other_hands_would_write(tree in any_tree(), place: prop::sample::Index, byte: u8) {
        let mut bytes = serde_json_canonicalizer::to_vec(&tree).unwrap();
        let at = place.index(bytes.len());
        bytes[at] = byte;
        if check(&bytes).is_ok() {
            let value: Value = serde_json::from_slice(&bytes).unwrap();
            prop_assert_eq!(serde_json_canonicalizer::to_vec(&value).unwrap(), bytes);
        }
    }

    #[test]
    fn no_bytes_make_the_checker_panic(bytes: Vec<u8>) {
        let _ = check(&bytes);
    }
}
