//! Records dropped, added, edited and swapped, by a forger who recomputes as much as he likes.

use ledger::Digest;
use serde_json::json;

use super::forge::{members, pack, with_records};
use super::sample::{Act, acts, chain};
use super::{findings, found, report};

fn good() -> Vec<Vec<u8>> {
    chain(&acts())
}

#[test]
fn every_flipped_byte_of_the_records_is_placed_at_its_record_or_the_next() {
    let good = members();
    let lines = &good["records.jsonl"];
    for at in 0..lines.len() {
        let seq = 1 + lines[..at].iter().filter(|b| **b == b'\n').count() as u64;
        let mut forged = good.clone();
        forged.get_mut("records.jsonl").unwrap()[at] ^= 1;
        let broken = report(&pack(&forged)).first_break.unwrap();
        assert!(broken.place.seq == Some(seq) || broken.place.seq == Some(seq + 1), "byte {at}: {broken:?}");
    }
}

#[test]
fn every_dropped_record_is_missed_at_its_place() {
    for at in 0..good().len() - 1 {
        let mut records = good();
        records.remove(at);
        assert_eq!(found(&with_records(&records)), [format!("chain {} verify-chain-seq", at + 1)]);
    }
}

#[test]
fn every_two_swapped_records_are_found_at_the_first() {
    for at in 0..good().len() - 1 {
        let mut records = good();
        records.swap(at, at + 1);
        assert_eq!(found(&with_records(&records)), [format!("chain {} verify-chain-seq", at + 1)]);
    }
}

#[test]
fn every_inserted_record_is_found_at_its_place() {
    for at in 0..good().len() {
        let mut records = good();
        records.insert(at, records[at].clone());
        assert_eq!(found(&with_records(&records)), [format!("chain {} verify-chain-seq", at + 2)]);
    }
}

#[test]
fn an_edited_record_breaks_the_link_after_it_though_manifest_and_head_are_recomputed() {
    for at in 0..good().len() - 1 {
        let mut records = good();
        let text = String::from_utf8(records[at].clone()).unwrap();
        records[at] = text.replace("union_chair", "union_thief").into_bytes();
        assert_eq!(found(&with_records(&records)), [format!("chain {} verify-chain-prev", at + 2)]);
    }
}

#[test]
fn with_the_manifest_as_it_was_a_change_at_the_tail_is_found_too() {
    let with = |records: &[Vec<u8>]| {
        let mut forged = members();
        forged.insert(
            "records.jsonl".to_owned(),
            records.iter().flat_map(|r| [r.as_slice(), b"\n"]).flatten().copied().collect(),
        );
        found(&pack(&forged))
    };
    let cut = &good()[..4];
    assert!(with(cut).contains(&"head 4 verify-head-seq".to_owned()));
    let mut altered = good();
    let text = String::from_utf8(altered[4].clone()).unwrap();
    altered[4] = text.replace("union_chair", "union_thief").into_bytes();
    assert!(with(&altered).contains(&"head 5 verify-head-hash".to_owned()));
}

// A named limit until checkpoints exist: the report says so in every bundle.
#[test]
fn a_tail_that_is_cut_and_recomputed_is_reported_as_not_anchored() {
    let bundle = with_records(&good()[..4]);
    assert_eq!(findings(&bundle), []);
    assert!(report(&bundle).checks.iter().any(|check| check.said.key == "verify-tail-not-anchored"));
}

#[test]
fn what_a_chain_may_not_say_is_found_though_every_hash_is_right() {
    let with = |at: usize, change: fn(&mut Act)| {
        let mut acts = acts();
        change(&mut acts[at]);
        found(&with_records(&chain(&acts)))
    };
    assert_eq!(with(2, |a| a.at = "2026-03-18T09:30:59.999+08:00".into()), ["chain 3 verify-chain-time-back"]);
    assert_eq!(with(2, |a| a.at = "2026-03-18T01:32:00.000Z".into()), ["chain 3 verify-chain-at"]);
    assert_eq!(with(0, |a| a.at = "2026-02-30T09:30:00.000+08:00".into()), ["chain 1 verify-chain-at"]);
    assert_eq!(with(1, |a| a.case = a.case.replace("0c", "0d")), ["chain 2 verify-chain-case"]);
    assert_eq!(with(0, |a| a.case = "case-7".into()), ["chain 1 verify-chain-case-id"]);
    assert_eq!(with(3, |a| a.rules = Digest::ZERO), ["chain 4 verify-chain-rules"]);
    assert_eq!(with(1, |a| a.act = a.act.to_uppercase() + " "), ["chain 2 verify-chain-act"]);
    assert_eq!(with(4, |a| a.act.replace_range(35.., "1")), ["chain 5 verify-chain-act-twice"]);
    assert_eq!(with(3, |a| a.data = json!({"command": 1, "events": []})), ["chain 4 verify-json-form"]);
    assert_eq!(
        with(3, |a| a.data = json!({"command": 1, "events": [], "facts": 1, "more": 1})),
        ["chain 4 verify-json-form"]
    );
    let unmentioned = [
        "documents documents/D01-1.json verify-documents-unmentioned",
        "documents documents/D01-1.pdf verify-documents-unmentioned",
    ];
    assert_eq!(with(3, |a| a.data = json!({"command": 1, "events": [], "facts": 1})), unmentioned);
}

#[test]
fn the_case_of_the_manifest_is_the_case_of_the_records() {
    let mut acts = acts();
    acts.iter_mut().for_each(|act| act.case = act.case.replace("0c", "0d"));
    assert_eq!(found(&with_records(&chain(&acts))), ["head 5 verify-head-case"]);
}

#[test]
fn records_without_end_of_line_or_without_any_line_are_found() {
    let with = |records: &[u8]| {
        let mut forged = members();
        forged.insert("records.jsonl".to_owned(), records.to_vec());
        findings(&pack(&forged))
            .into_iter()
            .find(|check| check.id == "chain")
            .map(|c| (c.place.seq, c.said.key.into_owned()))
    };
    let lines = members()["records.jsonl"].clone();
    let key = |key: &str| key.to_owned();
    assert_eq!(with(&lines[..lines.len() - 1]), Some((Some(5), key("verify-chain-line-end"))));
    assert_eq!(with(b""), Some((Some(1), key("verify-chain-line-end"))));
    assert_eq!(with(&[&lines[..], b"\n"].concat()), Some((Some(6), key("verify-json-form"))));
    assert_eq!(with(&[&lines[..], b"\xff\n"].concat()), Some((Some(6), key("verify-json-utf8"))));
}
