//! Personal data against the commitments in the records.

use ledger::bundle::Person;
use serde_json::{Value, json};

use super::forge::{members, pack_anew};
use super::found;
use super::sample::{CASE, RULES, SALT, acts, chain, fields};

/// The good bundle with another `persons.json`, manifest recomputed.
fn with(persons: &Value) -> Vec<String> {
    let mut forged = members();
    forged.insert("persons.json".to_owned(), ledger::canonical::to_vec(persons).unwrap());
    found(&pack_anew(&forged))
}

fn good() -> Value {
    serde_json::from_slice(&members()["persons.json"]).unwrap()
}

fn finding(key: &str) -> Vec<String> {
    vec![format!("persons persons.json {key}")]
}

#[test]
fn altered_fields_salts_and_commitments_are_found() {
    let changed = |field: &str, value: Value| {
        let mut persons = good();
        persons[0][field] = value;
        with(&persons)
    };
    assert_eq!(with(&good()), Vec::<String>::new());
    assert_eq!(changed("fields", json!({"name": "演示人乙"})), finding("verify-persons-commit"));
    assert_eq!(changed("salt", json!("08".repeat(32))), finding("verify-persons-commit"));
    assert_eq!(changed("salt", json!("AB".repeat(32))), finding("verify-persons-salt"));
    assert_eq!(changed("salt", json!("07")), finding("verify-persons-salt"));
    assert_eq!(changed("commit", json!("0".repeat(64))), finding("verify-persons-commit"));
    assert_eq!(changed("more", json!(1)), finding("verify-persons-fields"));
}

#[test]
fn one_persons_data_under_another_persons_id_is_found() {
    let mut persons = good();
    persons[0]["id"] = json!("p2");
    assert_eq!(with(&persons), finding("verify-persons-unmentioned"));
}

#[test]
fn a_person_whom_no_record_names_is_found() {
    let mut bundle = ledger::bundle::Builder::new(CASE, &chain(&acts())).unwrap();
    bundle.rules(RULES).unwrap();
    let stranger = json!({"name": "演示人丙"});
    let persons =
        [Person { fields: &fields(), id: "p1", salt: SALT }, Person { fields: &stranger, id: "p9", salt: SALT }];
    bundle.persons(&persons).unwrap();
    assert_eq!(found(&bundle.finish().unwrap()), finding("verify-persons-unmentioned"));
}

#[test]
fn entries_out_of_order_or_doubled_are_found() {
    let one = good()[0].clone();
    assert_eq!(with(&json!([one.clone(), one])), finding("verify-persons-order"));
}
