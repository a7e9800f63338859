//! A bundle is deterministic, complete, sorted, and never leaves out what proves the case.

use std::io::Read;

use serde_json::json;

use ledger::bundle::*;
use ledger::{Digest, canonical, record};

const CASE: &str = "018f0000-0000-7000-8000-000000000000";

fn builder() -> Builder<'static> {
    let mut builder = Builder::new(CASE, &[b"{\"seq\":1}", b"{\"seq\":2}"]).unwrap();
    builder.rules(b"{}".as_slice()).unwrap();
    builder.dataset(b"{\"kind\":\"cpi\"}".as_slice()).unwrap();
    builder.document("D01-1", b"%PDF".as_slice(), b"{}".as_slice()).unwrap();
    builder.template(b"#let a = 1".as_slice()).unwrap();
    builder.fonts(b"{}".as_slice()).unwrap();
    builder.attachment(b"scan".as_slice()).unwrap();
    builder.persons(&[Person { fields: &json!({"name": "张三"}), id: "p1", salt: [1; 32] }]).unwrap();
    builder
}

fn names(bundle: &[u8]) -> Vec<String> {
    let archive = zip::ZipArchive::new(std::io::Cursor::new(bundle)).unwrap();
    archive.file_names().map(|name| name.unwrap().into_owned()).collect()
}

#[test]
fn the_manifest_lists_every_member_but_itself_in_order() {
    let manifest = builder().manifest();
    assert_eq!(manifest.head, Head { hash: record::hash(b"{\"seq\":2}"), seq: 2 });
    let listed: Vec<&str> = manifest.files.iter().map(|file| file.name.as_str()).collect();
    let present = names(&builder().finish().unwrap());
    assert!(present.is_sorted());
    assert_eq!(listed, present.iter().filter(|name| *name != name::MANIFEST).collect::<Vec<_>>());
    assert_eq!(listed.len(), 10);
}

#[test]
fn the_same_members_give_the_same_bytes_in_whatever_order_they_come() {
    let mut other = Builder::new(CASE, &[b"{\"seq\":1}", b"{\"seq\":2}"]).unwrap();
    other.persons(&[Person { fields: &json!({"name": "张三"}), id: "p1", salt: [1; 32] }]).unwrap();
    other.attachment(b"scan".as_slice()).unwrap();
    other.fonts(b"{}".as_slice()).unwrap();
    other.template(b"#let a = 1".as_slice()).unwrap();
    other.template(b"#let a = 1".as_slice()).unwrap();
    other.document("D01-1", b"%PDF".as_slice(), b"{}".as_slice()).unwrap();
    other.dataset(b"{\"kind\":\"cpi\"}".as_slice()).unwrap();
    other.rules(b"{}".as_slice()).unwrap();
    assert_eq!(other.finish().unwrap(), builder().finish().unwrap());
}

#[test]
fn members_come_out_as_they_went_in() {
    let bundle = builder().finish().unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bundle)).unwrap();
    let mut read = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    assert_eq!(read(name::RECORDS), "{\"seq\":1}\n{\"seq\":2}\n");
    assert_eq!(read(name::README), README);
    let manifest = read(name::MANIFEST);
    let parsed: Manifest = serde_json::from_str(&manifest).unwrap();
    assert_eq!(parsed, builder().manifest());
    assert_eq!(canonical::to_vec(&parsed).unwrap(), manifest.as_bytes());
}

#[test]
fn what_is_withheld_or_erased_keeps_its_hash_and_leaves_the_archive() {
    let mut bundle = builder();
    bundle.withhold("documents/D01-1.pdf").unwrap();
    let erased = name::attachment(Digest::sha256(b"gone"));
    bundle.erased(&erased, 4, Digest::sha256(b"gone")).unwrap();
    let status = |name: &str| bundle.manifest().files.into_iter().find(|file| file.name == name).unwrap().status;
    assert_eq!(status("documents/D01-1.pdf"), Status::Withheld);
    assert_eq!(status(&erased), Status::Erased);
    let present = names(&bundle.finish().unwrap());
    assert!(!present.iter().any(|name| name == "documents/D01-1.pdf" || *name == erased));
}

#[test]
fn records_rules_and_data_sets_are_never_left_out() {
    let mut bundle = builder();
    assert!(matches!(bundle.withhold(name::RECORDS), Err(BundleError::Required(_))));
    assert!(matches!(bundle.withhold(&name::rules(b"{}")), Err(BundleError::Required(_))));
    assert!(matches!(bundle.erased("datasets/x.json", 1, Digest::ZERO), Err(BundleError::Required(_))));
    assert!(matches!(bundle.withhold("documents/D99.pdf"), Err(BundleError::Unknown(_))));
}

#[test]
fn mistakes_of_the_caller_are_named() {
    assert!(matches!(Builder::new::<&[u8]>(CASE, &[]), Err(BundleError::NoRecords)));
    assert!(matches!(Builder::new(CASE, &["{}", "{\n}"]), Err(BundleError::LineEnd { seq: 2 })));
    let mut bundle = builder();
    for number in ["", ".", "../x", "a/b", "a\\b", "甲", "a..b", ".hidden", "dot."] {
        let added = bundle.document(number, b"".as_slice(), b"".as_slice());
        assert!(matches!(added, Err(BundleError::Number(_))), "{number}");
    }
    let other = bundle.document("D01-1", b"%PDF other".as_slice(), b"{}".as_slice());
    assert!(matches!(other, Err(BundleError::Twice(name)) if name == "documents/D01-1.pdf"));
    let person = Person { fields: &1, id: "p1", salt: [1; 32] };
    assert!(matches!(
        Builder::new(CASE, &["{}"]).unwrap().persons(&[person, person]),
        Err(BundleError::PersonTwice(_))
    ));
}

#[test]
fn persons_are_sorted_by_id_and_carry_their_commitment() {
    let entry = |id, name| Person { fields: name, id, salt: [2; 32] };
    let mut bundle = Builder::new(CASE, &["{}"]).unwrap();
    bundle.persons(&[entry("p2", &"李四"), entry("p1", &"张三")]).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bundle.finish().unwrap())).unwrap();
    let mut bytes = Vec::new();
    archive.by_name("persons.json").unwrap().read_to_end(&mut bytes).unwrap();
    let commit = |name| ledger::person::commit(&[2; 32], name).unwrap();
    let salt = "02".repeat(32);
    let expected = format!(
        r#"[{{"commit":"{}","fields":"张三","id":"p1","salt":"{salt}"}},{{"commit":"{}","fields":"李四","id":"p2","salt":"{salt}"}}]"#,
        commit("张三"),
        commit("李四")
    );
    assert_eq!(String::from_utf8(bytes).unwrap(), expected);
}
