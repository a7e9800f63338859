//! Types read from a tree: one written form for each value, errors with their place.

use std::collections::BTreeMap;
use std::fmt::Debug;

use law::input::{InputError, Problem, Tree};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    amount: u32,
    #[serde(default)]
    note: Option<String>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Plain,
    Of(u8),
    Row { amount: i64 },
    Pair(bool, String),
}

fn read<T: DeserializeOwned>(value: Value) -> T {
    Tree::from(value).read().unwrap()
}

/// Place and words of what is wrong.
fn wrong<T: DeserializeOwned + Debug>(value: Value) -> (String, String) {
    let error = Tree::from(value).read::<T>().unwrap_err();
    (error.place(), error.to_string())
}

#[test]
fn what_is_an_object_is_never_taken_for_an_array_nor_the_other_way_round() {
    assert_eq!(read::<Row>(json!({"amount": 1})), Row { amount: 1, note: None });
    assert_eq!(
        wrong::<Row>(json!([1, null])),
        (String::new(), "invalid type: sequence, expected struct Row".to_owned())
    );
    assert_eq!(wrong::<Vec<u8>>(json!({"0": 1})).1, "invalid type: map, expected a sequence");
    assert_eq!(read::<Kind>(json!({"row": {"amount": -3}})), Kind::Row { amount: -3 });
    assert!(wrong::<Kind>(json!({"row": [-3]})).1.starts_with("invalid type: sequence"));
}

#[test]
fn a_variant_is_a_word_alone_or_the_only_member_of_an_object() {
    assert_eq!(read::<Kind>(json!("plain")), Kind::Plain);
    assert_eq!(read::<Kind>(json!({"of": 7})), Kind::Of(7));
    assert_eq!(read::<Kind>(json!({"pair": [true, "a"]})), Kind::Pair(true, "a".to_owned()));
    for other in [json!({"plain": null}), json!("of"), json!({"of": 7, "plain": 1}), json!({}), json!(3), json!("oft")]
    {
        Tree::from(other.clone()).read::<Kind>().expect_err(&other.to_string());
    }
}

#[test]
fn a_list_of_fixed_length_has_that_length() {
    assert_eq!(read::<[u8; 2]>(json!([1, 2])), [1, 2]);
    for other in [json!([1]), json!([1, 2, 3])] {
        assert!(wrong::<[u8; 2]>(other).1.starts_with("invalid length"));
    }
    assert!(wrong::<Kind>(json!({"pair": [true, "a", 1]})).1.starts_with("invalid length"));
}

#[test]
fn numbers_are_read_within_the_range_of_their_type() {
    assert_eq!(read::<u64>(json!(u64::MAX)), u64::MAX);
    assert_eq!(read::<i64>(json!(i64::MIN)), i64::MIN);
    assert_eq!(read::<Option<f64>>(json!(0.5)), Some(0.5));
    for other in [json!(-1), json!(256), json!(1.0), json!("1"), json!(true), json!(null)] {
        Tree::from(other.clone()).read::<u8>().expect_err(&other.to_string());
    }
}

#[test]
fn names_of_members_are_read_as_what_they_stand_for() {
    let by_kind = read::<BTreeMap<Kind, bool>>(json!({"plain": true}));
    assert_eq!(by_kind, BTreeMap::from([(Kind::Plain, true)]));
    assert_eq!(wrong::<BTreeMap<Kind, bool>>(json!({"odd": true})).0, "odd");
}

#[test]
fn every_error_has_its_place() {
    type Deep = BTreeMap<String, Vec<Row>>;
    assert_eq!(wrong::<Deep>(json!({"a": [], "b": [{"amount": 1}, {"amount": "x"}]})).0, "b[1].amount");
    assert_eq!(wrong::<Deep>(json!({"b": [{"amount": 1, "more": 2}]})).0, "b[0].more");
    assert_eq!(wrong::<Deep>(json!({"b": [{"note": "x"}]})), ("b[0]".to_owned(), "missing field `amount`".to_owned()));
    assert_eq!(wrong::<Vec<Kind>>(json!(["plain", {"of": "x"}])).0, "[1].of");
    let error = InputError::from(Tree::from(json!([{"amount": 1, "note": 2}])).read::<Vec<Row>>().unwrap_err());
    assert_eq!((error.place.as_str(), error.line), ("[0].note", None));
    assert!(matches!(error.problem, Problem::Value { found, .. } if found == "integer `2`"));
}

#[test]
fn text_that_is_no_json_or_has_a_key_twice_is_refused_with_its_line() {
    let error = Tree::parse(b"{\n\"a\": 1,\n\"a\": 2}").unwrap_err();
    assert_eq!((error.line, error.problem), (Some(3), Problem::Twice { found: "a".to_owned() }));
    let error = Tree::parse(b"{\n\"a\" 1}").unwrap_err();
    assert!(error.line == Some(2) && matches!(error.problem, Problem::Syntax { .. }));
    assert!(matches!(Tree::parse(b"{} x").unwrap_err().problem, Problem::Syntax { .. }));
}
