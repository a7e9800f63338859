//! The canonical bytes against RFC 8785's own examples, against other hands' code, and against what serde can produce.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde::Serialize;
use serde_json::{Map, Value, json};

use ledger::canonical::*;

fn text<T: Serialize + ?Sized>(value: &T) -> String {
    String::from_utf8(to_vec(value).unwrap()).unwrap()
}

fn fault<T: Serialize + ?Sized>(value: &T) -> (Fault, String) {
    let error = to_vec(value).unwrap_err();
    (error.fault().clone(), error.place())
}

// RFC 8785, 3.2.2: the string and literals of the sample object.
#[test]
fn strings_take_the_shortest_escapes() {
    let sample: Value = serde_json::from_str(
        r#"{"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}"#,
    )
    .unwrap();
    assert_eq!(text(&sample), r#"{"literals":[null,true,false],"string":"€$\u000f\nA'B\"\\\\\"/"}"#);
    assert_eq!(
        text("\u{0}\u{8}\t\n\u{b}\u{c}\r\u{1f} \u{7f}\u{80}\u{2028}"),
        "\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f \u{7f}\u{80}\u{2028}\""
    );
    assert_eq!(text("集体协商😀𠮷"), "\"集体协商😀𠮷\"");
}

// RFC 8785, 3.2.3: members are sorted at every depth, arrays keep their order.
#[test]
fn members_are_sorted_at_every_depth() {
    let value = json!({"10": 1, "1": {"b": [3, 1, 2], "a": {"z": 0, "y": 1}}, "": 5, "A": 2, "_": 3, "a": 4});
    assert_eq!(text(&value), r#"{"":5,"1":{"a":{"y":1,"z":0},"b":[3,1,2]},"10":1,"A":2,"_":3,"a":4}"#);
}

#[derive(Serialize)]
struct Unsorted {
    b: Inner,
    #[serde(skip_serializing_if = "Option::is_none")]
    absent: Option<u8>,
    a: Option<u8>,
    #[serde(flatten)]
    more: Inner,
}

#[derive(Serialize)]
struct Inner {
    y: i64,
    #[serde(rename = "c")]
    x: &'static str,
}

#[test]
fn the_order_of_declaration_does_not_matter() {
    let value = Unsorted { b: Inner { y: -7, x: "1" }, absent: None, a: None, more: Inner { y: 2, x: "3" } };
    assert_eq!(text(&value), r#"{"a":null,"b":{"c":"1","y":-7},"c":"3","y":2}"#);
}

#[derive(Serialize)]
enum External {
    Unit,
    Newtype(Vec<u8>),
    Tuple(u8, bool),
    Struct { z: u8, a: External2 },
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum External2 {
    SomeThing { z: u8, a: u8 },
    Wrapped(Inner),
}

#[derive(Serialize)]
#[serde(tag = "type", content = "body")]
enum Adjacent {
    One(Inner),
    None,
}

#[test]
fn enums_take_the_standard_forms_of_serde() {
    assert_eq!(text(&External::Unit), r#""Unit""#);
    assert_eq!(text(&External::Newtype(vec![1, 2])), r#"{"Newtype":[1,2]}"#);
    assert_eq!(text(&External::Tuple(1, true)), r#"{"Tuple":[1,true]}"#);
    let inner = External2::SomeThing { z: 1, a: 2 };
    assert_eq!(
        text(&External::Struct { z: 3, a: inner }),
        r#"{"Struct":{"a":{"a":2,"kind":"some_thing","z":1},"z":3}}"#
    );
    let wrapped = External2::Wrapped(Inner { y: 1, x: "t" });
    assert_eq!(text(&[wrapped]), r#"[{"c":"t","kind":"wrapped","y":1}]"#);
    let inside = BTreeMap::from([("z", Adjacent::None), ("b", Adjacent::One(Inner { y: 0, x: "" }))]);
    assert_eq!(text(&inside), r#"{"b":{"body":{"c":"","y":0},"type":"One"},"z":{"type":"None"}}"#);
}

#[test]
fn integers_end_at_ten_to_the_fifteenth() {
    let limit = MAX_INTEGER;
    assert_eq!(text(&[0, 7, -10, limit, -limit]), "[0,7,-10,1000000000000000,-1000000000000000]");
    assert_eq!(text(&1_000_000_000_000_000_u128), "1000000000000000");
    assert_eq!(fault(&(limit + 1)).0, Fault::TooLarge);
    assert_eq!(fault(&(-limit - 1)).0, Fault::TooLarge);
    assert_eq!(fault(&i64::MIN).0, Fault::TooLarge);
    assert_eq!(fault(&u64::MAX).0, Fault::TooLarge);
    assert_eq!(fault(&i128::MIN).0, Fault::TooLarge);
}

#[test]
fn what_has_no_canonical_form_is_refused_with_its_place() {
    let float = json!({"terms": {"rise": 1.5}});
    assert_eq!(fault(&float), (Fault::Float, "terms.rise".to_owned()));
    assert_eq!(fault(&json!({"a": {"工资": 1}})), (Fault::Name("工资".to_owned()), "a".to_owned()));
    assert_eq!(fault(&json!({"a\"b": 1})).0, Fault::Name("a\"b".to_owned()));
    assert_eq!(fault(&json!({"a\\": 1})).0, Fault::Name("a\\".to_owned()));
    assert_eq!(fault(&json!({"a\n": 1})).0, Fault::Name("a\n".to_owned()));
    assert_eq!(fault(&BTreeMap::from([(1, 2)])).0, Fault::NameKind);
    let raw = serde_json::value::RawValue::from_string("{}".to_owned()).unwrap();
    assert_eq!(fault(&BTreeMap::from([("raw", raw)])), (Fault::Raw, "raw".to_owned()));
}

#[test]
fn a_name_used_twice_is_refused_wherever_it_falls() {
    #[derive(Serialize)]
    struct Beside {
        y: u8,
        z: u8,
        #[serde(flatten)]
        more: BTreeMap<&'static str, u8>,
    }
    let twice = |name| Beside { y: 1, z: 2, more: BTreeMap::from([(name, 3)]) };
    assert_eq!(fault(&twice("z")).0, Fault::Twice("z".to_owned()));
    assert_eq!(fault(&twice("y")).0, Fault::Twice("y".to_owned()));
    assert_eq!(text(&twice("x")), r#"{"x":3,"y":1,"z":2}"#);
}

/// Strings with everything that has an escape, and with characters of one to four bytes.
fn any_text() -> impl Strategy<Value = String> {
    let character = prop_oneof![
        Just('"'),
        Just('\\'),
        Just('/'),
        Just('😀'),
        Just('𠮷'),
        proptest::char::range('\u{0}', '\u{20}'),
        proptest::char::range('\u{7f}', '\u{a0}'),
        proptest::char::range('一', '龥'),
        any::<char>(),
    ];
    proptest::collection::vec(character, 0..12).prop_map(|characters| characters.into_iter().collect())
}

fn any_tree() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-MAX_INTEGER..=MAX_INTEGER).prop_map(Value::from),
        (-20_i64..20).prop_map(Value::from),
        any_text().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 64, 8, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            proptest::collection::btree_map("[ !#-\\[\\]-~]{0,4}", inner, 0..8)
                .prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// The same object with its members handed over in reverse.
struct Backwards<'a>(&'a Value);

impl Serialize for Backwards<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Object(members) => serializer.collect_map(members.iter().rev().map(|(k, v)| (k, Backwards(v)))),
            Value::Array(elements) => serializer.collect_seq(elements.iter().map(Backwards)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => self.0.serialize(serializer),
        }
    }
}

proptest! {
    #[test]
    fn other_hands_write_the_same_bytes(tree in any_tree()) {
        let theirs = serde_json_canonicalizer::to_vec(&tree).unwrap();
        prop_assert_eq!(&to_vec(&tree).unwrap(), &theirs);
        prop_assert_eq!(&to_vec(&Backwards(&tree)).unwrap(), &theirs);
    }
}

#[test]
fn every_text_is_asked_for_and_no_name() {
    let short = |text: &str| text.len() < 6;
    let ask = |value: &Value| texts_are(value, short);
    for plain in [json!("12345"), json!(["a", {"a longer name": ["b", null, true, -7]}, []]), json!({})] {
        assert_eq!(ask(&plain), Ok(true), "{plain}");
    }
    for odd in [json!("123456"), json!([["a", "123456"]]), json!({"a": {"b": "x", "c": "123456"}, "d": 1})] {
        assert_eq!(ask(&odd), Ok(false), "{odd}");
    }
    assert_eq!(texts_are(&External::Unit, short), Ok(true));
    assert_eq!(texts_are(&External::Struct { z: 3, a: External2::SomeThing { z: 1, a: 2 } }, |_| false), Ok(false));
    for none in [json!({"a": [1.5]}), json!(["123456", MAX_INTEGER + 1]), json!({"价": 1})] {
        assert!(ask(&none).is_err() && to_vec(&none).is_err(), "{none}");
    }
}
