//! Commands, events and facts as they are written: a name and what belongs to it, each key once, nothing else.

use negotiation::command::FactChange;
use negotiation::{Command, Event};
use serde::de::DeserializeOwned;

fn refused<T: DeserializeOwned + std::fmt::Debug>(text: &str) -> String {
    serde_json::from_str::<T>(text).unwrap_err().to_string()
}

#[test]
fn a_key_that_stands_twice_is_refused_at_every_depth() {
    let text = r#"{"name":"sign","with":{"method":"handwritten","method":"handwritten","sealed":true,"terms":""}}"#;
    assert!(refused::<Command>(text).starts_with("duplicate field `method`"));
    let text = r#"{"name":"quorum_missed.v1","with":{"vote":{"yes":1,"no":2,"yes":3}}}"#;
    assert!(refused::<Event>(text).starts_with("duplicate field `yes`"));
    assert!(
        refused::<FactChange>(r#"{"fact":"headcount","new":1,"new":2,"old":3}"#).starts_with("duplicate field `new`")
    );
    let text = r#"{"fact":"legal_rep","new":{"id":"a","id":"b","commit":""},"old":{"id":"a","commit":""}}"#;
    assert!(refused::<FactChange>(text).starts_with("duplicate field `id`"));
}

#[test]
fn what_belongs_to_no_name_is_refused() {
    assert!(refused::<Command>(r#"{"name":"dance","with":{}}"#).contains("`dance`"));
    assert!(refused::<Event>(r#"{"name":"danced.v1","with":{}}"#).contains("`danced.v1`"));
    assert!(refused::<FactChange>(r#"{"fact":"weather","new":1,"old":2}"#).starts_with("unknown variant `weather`"));
    let text = r#"{"name":"end_withdrawn.v1","with":{},"also":1}"#;
    assert!(refused::<Event>(text).starts_with("unknown field `also`"));
    let text = r#"{"fact":"headcount","new":1,"old":2,"session":1}"#;
    assert!(refused::<FactChange>(text).starts_with("unknown field `session`"));
    assert!(refused::<FactChange>(r#"{"fact":"headcount","new":1}"#).starts_with("missing field `old`"));
}

#[test]
fn an_array_is_not_taken_for_what_belongs_to_a_name() {
    let text = r#"{"name":"strike_clock","with":["review-1"]}"#;
    assert_eq!(refused::<Command>(text), "invalid type: sequence, expected struct StrikeClock");
    let text = r#"{"fact":"legal_rep","new":["a",""],"old":{"id":"a","commit":""}}"#;
    assert_eq!(refused::<FactChange>(text), "invalid type: sequence, expected struct PersonRef");
}

#[test]
fn a_name_may_come_after_what_belongs_to_it() {
    let (first, last) = (r#"{"name":"sign_off","with":1}"#, r#"{"with":{"duty":"review-1"},"name":"strike_clock"}"#);
    assert!(refused::<Command>(first).contains("`sign_off`"));
    assert_eq!(serde_json::from_str::<Command>(last).unwrap().name(), "strike_clock");
}
