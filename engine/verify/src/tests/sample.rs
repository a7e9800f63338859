//! A small fictional case with every kind of member. Its commands mean nothing to the law.

use ledger::bundle::{Builder, Person};
use ledger::record::{self, Envelope};
use ledger::{Digest, person, purpose};
use serde_json::{Value, json};

pub(super) const CASE: &str = "01900000-0000-7000-8000-00000000000c";
pub(super) const RULES: &[u8] = br#"{"profile":"ZJ"}"#;
pub(super) const DATASET: &[u8] = br#"{"kind":"calendar"}"#;
pub(super) const PDF: &[u8] = b"%PDF-1.7 fictional";
pub(super) const DATA: &[u8] = br#"{"number":"D01-1"}"#;
pub(super) const SCAN: &[u8] = b"scan of a letter";
pub(super) const TEMPLATE: &[u8] = b"#let page = 1\n";
pub(super) const SALT: [u8; 32] = [7; 32];

pub(super) fn fields() -> Value {
    json!({"name": "演示人甲"})
}

/// What each record's act says; a record is the chain around it.
#[derive(Clone)]
pub(super) struct Act {
    pub(super) act: String,
    pub(super) actor: Value,
    pub(super) at: String,
    pub(super) case: String,
    pub(super) data: Value,
    pub(super) rules: Digest,
}

/// The acts of the case, in order.
pub(super) fn acts() -> Vec<Act> {
    let commit = person::commit(&SALT, &fields()).unwrap();
    let data = [
        json!({"command": {"name": "open"}, "events": [], "facts": {"calendar": Digest::of(purpose::DATASET, DATASET)}}),
        json!({"command": {"name": "name"}, "events": [{"person": {"commit": commit, "id": "p1", "sex": "f"}}], "facts": {}}),
        json!({"command": {"scan": Digest::sha256(SCAN)}, "events": [{"text": "第一行\n“引号”\\"}], "facts": {}}),
        json!({"command": {"pdf": Digest::sha256(PDF)}, "events": [{"data": Digest::of(purpose::DOCUMENT, DATA)}], "facts": {}}),
        json!({"command": {"name": "close"}, "events": [{"n": -3}], "facts": {}}),
    ];
    let act = |(at, data): (usize, Value)| Act {
        act: format!("01900000-0000-7000-8000-{at:012x}"),
        actor: json!({"capacity": "union_chair", "id": "p1", "side": "worker"}),
        at: format!("2026-03-18T09:3{at}:00.000+08:00"),
        case: CASE.to_owned(),
        data,
        rules: Digest::of(purpose::RULES, RULES),
    };
    data.into_iter().enumerate().map(act).collect()
}

/// Chains acts into records.
pub(super) fn chain(acts: &[Act]) -> Vec<Vec<u8>> {
    let mut prev = Digest::ZERO;
    let mut records = Vec::new();
    for (at, act) in acts.iter().enumerate() {
        let sealed = record::seal(&Envelope {
            act: &act.act,
            actor: &act.actor,
            at: &act.at,
            case: &act.case,
            data: &act.data,
            prev,
            rules: act.rules,
            seq: at as u64 + 1,
            v: 1,
        })
        .unwrap();
        prev = sealed.hash;
        records.push(sealed.bytes);
    }
    records
}

/// A builder with every kind of member around the given records.
pub(super) fn builder(records: &[Vec<u8>]) -> Builder<'static> {
    let mut builder = Builder::new(CASE, records).unwrap();
    builder.rules(RULES).unwrap();
    builder.dataset(DATASET).unwrap();
    builder.document("D01-1", PDF, DATA).unwrap();
    builder.template(TEMPLATE).unwrap();
    builder.fonts(br#"{"typst":"0"}"#.as_slice()).unwrap();
    builder.attachment(SCAN).unwrap();
    builder.persons(&[Person { fields: &fields(), id: "p1", salt: SALT }]).unwrap();
    builder
}

/// The good bundle.
pub(super) fn bundle() -> Vec<u8> {
    builder(&chain(&acts())).finish().unwrap()
}
