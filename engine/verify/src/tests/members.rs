//! Members against the manifest, the records and their own names.

use ledger::Digest;
use ledger::bundle::{Manifest, Status};
use ledger::canonical;
use serde_json::json;

use super::forge::{Members, members, pack, pack_anew};
use super::sample::{PDF, SCAN, acts, builder, bundle, chain};
use super::{findings, found, report};
use crate::Outcome;

#[test]
fn a_good_bundle_holds_and_says_what_it_did_not_check() {
    let report = report(&bundle());
    assert_eq!(findings(&bundle()), []);
    assert_eq!(report.case.as_deref(), Some(super::sample::CASE));
    assert_eq!(report.records, 5);
    let passed: Vec<&str> =
        report.checks.iter().filter(|c| c.outcome == Outcome::Pass && c.id != "law").map(|c| c.id).collect();
    assert_eq!(
        passed,
        [
            "archive",
            "manifest",
            "chain",
            "head",
            "files",
            "readme",
            "rules",
            "datasets",
            "templates",
            "documents",
            "attachments",
            "persons"
        ]
    );
    let tail = report.checks.iter().find(|check| check.id == "tail").unwrap();
    assert_eq!(tail.outcome, Outcome::NotChecked);
}

#[test]
fn every_flipped_byte_of_every_member_is_found_and_its_place_named() {
    let good = members();
    for (name, content) in &good {
        for at in 0..content.len() {
            let mut forged = good.clone();
            forged.get_mut(name).unwrap()[at] ^= 1;
            let findings = findings(&pack(&forged));
            // A flip in the manifest shows at the manifest or at the member that it now misdescribes.
            let named = name == "manifest.json" || findings.iter().any(|f| f.place.member.as_ref() == Some(name));
            assert!(!findings.is_empty() && named, "byte {at} of {name}: {findings:?}");
        }
    }
}

#[test]
fn every_member_that_is_dropped_is_missed() {
    for name in members().keys().filter(|name| *name != "manifest.json") {
        let mut forged = members();
        forged.remove(name);
        let findings = found(&pack(&forged));
        assert!(findings.contains(&format!("files {name} verify-files-missing")), "{name}: {findings:?}");
    }
}

#[test]
fn a_member_that_the_manifest_does_not_list_is_found() {
    let mut forged = members();
    forged.insert("attachments/extra".to_owned(), b"more".to_vec());
    assert_eq!(found(&pack(&forged)), ["files attachments/extra verify-files-unlisted"]);
}

#[test]
fn a_listed_member_of_no_known_kind_is_found() {
    for name in ["checkpoint.txt", "proofs.json", "notes.txt", "rules/zj.json", "documents/a"] {
        let mut forged = members();
        forged.insert(name.to_owned(), b"{}".to_vec());
        assert_eq!(found(&pack_anew(&forged)), [format!("files {name} verify-files-kind")]);
    }
    let mut forged = members();
    forged.insert("ballots/tally.json".to_owned(), b"{}".to_vec());
    assert_eq!(found(&pack_anew(&forged)), ["files ballots/tally.json verify-files-kind"]);
}

#[test]
fn a_manifest_with_another_field_form_or_format_is_found() {
    let with = |manifest: Vec<u8>| {
        let mut forged = members();
        forged.insert("manifest.json".to_owned(), manifest);
        found(&pack(&forged))
    };
    let good: serde_json::Value = serde_json::from_slice(&members()["manifest.json"]).unwrap();
    let mut more = good.clone();
    more["note"] = json!("x");
    assert_eq!(with(canonical::to_vec(&more).unwrap()), ["manifest manifest.json verify-manifest-fields"]);
    let mut other = good.clone();
    other["format"] = json!("xinxieshang-evidence/3");
    assert_eq!(with(canonical::to_vec(&other).unwrap()), ["manifest manifest.json verify-manifest-format"]);
    let mut reversed = good.clone();
    reversed["files"].as_array_mut().unwrap().reverse();
    assert_eq!(with(canonical::to_vec(&reversed).unwrap()), ["manifest manifest.json verify-manifest-order"]);
    assert_eq!(with(serde_json::to_vec_pretty(&good).unwrap()), ["manifest manifest.json verify-json-form"]);
    assert_eq!(with(b"".to_vec()), ["manifest manifest.json verify-json-form"]);
}

#[test]
fn a_recomputed_manifest_does_not_cover_an_altered_member() {
    let replace = |members: &mut Members, start: &str, end: &str, by: &[u8]| {
        let name = members.keys().find(|name| name.starts_with(start) && name.ends_with(end)).unwrap().clone();
        members.insert(name, by.to_vec());
    };
    let cases: [(&str, &str, &[u8], &str); 7] = [
        ("README", ".txt", b"trust us", "verify-readme-differs"),
        ("rules/", ".json", b"{}", "verify-named-hash"),
        ("datasets/", ".json", b"{}", "verify-named-hash"),
        ("templates/", ".typ", b"", "verify-named-hash"),
        ("attachments/", "", b"other", "verify-named-hash"),
        ("documents/", ".pdf", b"%PDF other", "verify-documents-unmentioned"),
        ("documents/", ".json", b"{ }", "verify-json-form"),
    ];
    for (start, end, by, key) in cases {
        let mut forged = members();
        replace(&mut forged, start, end, by);
        let found = found(&pack_anew(&forged)).join("; ");
        assert!(found.contains(key), "{start}: {found}");
    }
}

#[test]
fn an_unmentioned_data_set_rule_edition_or_attachment_is_found_even_where_its_name_is_right() {
    let mut bundle = builder(&chain(&acts()));
    bundle.attachment(b"never received".as_slice()).unwrap();
    bundle.dataset(b"[]".as_slice()).unwrap();
    bundle.rules(b"[]".as_slice()).unwrap();
    let found = found(&bundle.finish().unwrap());
    assert_eq!(found.len(), 3);
    assert!(found.iter().all(|finding| finding.ends_with("verify-named-unmentioned")), "{found:?}");
}

#[test]
fn what_is_withheld_or_erased_is_not_checked_and_not_a_finding() {
    let mut bundle = builder(&chain(&acts()));
    bundle.withhold("documents/D01-1.pdf").unwrap();
    bundle.withhold("persons.json").unwrap();
    bundle.withhold(&format!("attachments/{}", Digest::sha256(SCAN))).unwrap();
    let bundle = bundle.finish().unwrap();
    assert_eq!(findings(&bundle), []);
    let absent = report(&bundle).checks.iter().filter(|c| c.said.key == "verify-files-withheld").count();
    assert_eq!(absent, 3);
}

#[test]
fn an_absent_member_must_have_the_hash_that_its_act_recorded() {
    let mut bundle = ledger::bundle::Builder::new(super::sample::CASE, &chain(&acts())).unwrap();
    bundle.rules(super::sample::RULES).unwrap();
    bundle.erased("documents/D01-1.pdf", PDF.len() as u64, Digest::sha256(b"another")).unwrap();
    let attachment = format!("attachments/{}", Digest::sha256(SCAN));
    bundle.erased(&attachment, 1, Digest::sha256(b"another")).unwrap();
    assert_eq!(
        found(&bundle.finish().unwrap()),
        [
            "documents documents/D01-1.pdf verify-documents-unmentioned".to_owned(),
            format!("attachments {attachment} verify-named-hash")
        ]
    );
}

#[test]
fn what_proves_the_case_cannot_be_declared_absent_and_what_is_absent_cannot_be_there() {
    let marked = |name: &str, keep: bool| {
        let mut forged = members();
        let mut manifest: Manifest = serde_json::from_slice(&forged["manifest.json"]).unwrap();
        manifest.files.iter_mut().find(|file| file.name == name).unwrap().status = Status::Withheld;
        forged.insert("manifest.json".to_owned(), canonical::to_vec(&manifest).unwrap());
        if !keep {
            forged.remove(name);
        }
        found(&pack(&forged))
    };
    assert!(marked("records.jsonl", false).contains(&"files records.jsonl verify-files-required".to_owned()));
    assert!(marked("README.txt", false).contains(&"files README.txt verify-files-required".to_owned()));
    assert_eq!(marked("documents/D01-1.pdf", true), ["files documents/D01-1.pdf verify-files-there"]);
}
