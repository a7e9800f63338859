//! The worked example of `docs/evidence.md` is made here, from the code, so that it stays true.

use std::fmt::Write;
use std::path::Path;

use ledger::bundle::{Builder, Person, README};
use ledger::{Digest, person, purpose};
use serde_json::json;

use super::sample::{Act, CASE, SALT, chain};
use super::{findings, forge};

const BEGIN: &str = "<!-- worked example: written by a test, not by hand -->\n";
const END: &str = "<!-- end of worked example -->\n";

const RULES: &[u8] = br#"{"profile":"ZJ","shortened":true}"#;
const DATASET: &[u8] = br#"{"kind":"calendar","shortened":true}"#;
const DOCUMENT: &str = r#"{"number":"D01-1","title":"集体协商要约书"}"#;
const PDF: &[u8] = b"%PDF, not a real one\n";

fn acts() -> [Act; 2] {
    let facts = json!({"datasets": {"calendar": Digest::of(purpose::DATASET, DATASET)}});
    let chief = json!({"commit": person::commit(&SALT, &fields()).unwrap(), "id": "p1"});
    let with = json!({
        "data": Digest::of(purpose::DOCUMENT, DOCUMENT.as_bytes()), "number": "D01-1", "pdf": Digest::sha256(PDF)
    });
    let data = [
        json!({
            "command": {"name": "open_case", "with": {"chief": chief}},
            "events": [{"name": "case_opened.v1", "with": {"chief": chief}}],
            "facts": facts
        }),
        json!({
            "command": {"name": "record_document", "with": with},
            "events": [{"name": "document_recorded.v1", "with": {"document": with}}],
            "facts": {}
        }),
    ];
    let [opened, recorded] = data;
    let act = |minute, actor, data| Act {
        act: format!("01900000-0000-7000-8000-0000000000{minute}"),
        actor,
        at: format!("2026-03-18T09:{minute}:00.000+08:00"),
        case: CASE.to_owned(),
        data,
        rules: Digest::of(purpose::RULES, RULES),
    };
    [
        act(30, json!({"capacity": "union_chair", "id": "p1", "side": "worker"}), opened),
        act(31, json!({"capacity": "system", "id": "system", "side": "none"}), recorded),
    ]
}

fn fields() -> serde_json::Value {
    json!({"name": "演示人甲", "phone": "00000000000"})
}

fn example() -> String {
    let records = chain(&acts());
    let mut builder = Builder::new(CASE, &records).unwrap();
    builder.rules(RULES).unwrap();
    builder.dataset(DATASET).unwrap();
    builder.document("D01-1", PDF, DOCUMENT.as_bytes()).unwrap();
    builder.persons(&[Person { fields: &fields(), id: "p1", salt: SALT }]).unwrap();
    builder.withhold("documents/D01-1.pdf").unwrap();
    let bundle = builder.finish().unwrap();
    assert_eq!(findings(&bundle), []);
    let members = forge::unpack(&bundle);

    let mut text = String::new();
    let mut block = |title: &str, content: &str, hash: &str| {
        writeln!(text, "{title}\n\n```text\n{}\n```\n", content.trim_end_matches('\n')).unwrap();
        if !hash.is_empty() {
            writeln!(text, "{hash}\n").unwrap();
        }
    };
    for (at, record) in records.iter().enumerate() {
        let hash = format!("Record hash: `{}`", ledger::record::hash(record));
        block(&format!("Record {} ({} bytes):", at + 1, record.len()), std::str::from_utf8(record).unwrap(), &hash);
    }
    let name = |hash: Digest| format!("Its hash, and so its name: `{hash}`");
    let texts = |bytes| std::str::from_utf8(bytes).unwrap();
    block("Rule edition (a real one is longer):", texts(RULES), &name(Digest::of(purpose::RULES, RULES)));
    block("Data set (a real one is longer):", texts(DATASET), &name(Digest::of(purpose::DATASET, DATASET)));
    let hash = format!(
        "Document hash, as printed on the paper: `{}`; plain SHA-256, as in the manifest: `{}`",
        Digest::of(purpose::DOCUMENT, DOCUMENT.as_bytes()),
        Digest::sha256(DOCUMENT.as_bytes())
    );
    block("Data of document D01-1 (a real one is longer):", DOCUMENT, &hash);
    block("`persons.json`:", texts(&members["persons.json"]), "");
    let salted = [purpose::PERSON.as_bytes(), &SALT, &ledger::canonical::to_vec(&fields()).unwrap()].concat();
    block("What the commitment is the SHA-256 of, in hexadecimal:", &hex::encode(salted), "");
    block("`manifest.json`, the PDF withheld:", texts(&members["manifest.json"]), "");
    let readme = format!(
        "`README.txt` has {} bytes and the plain SHA-256 `{}`.",
        README.len(),
        Digest::sha256(README.as_bytes())
    );
    text + &readme + "\n\n"
}

#[test]
fn the_worked_example_is_true() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/evidence.md");
    let document = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = document.split_once(BEGIN).unwrap();
    let (written, after) = rest.split_once(END).unwrap();
    let true_example = format!("\n{}", example());
    if written != true_example {
        std::fs::write(&path, format!("{before}{BEGIN}{true_example}{END}{after}")).unwrap();
        panic!("docs/evidence.md was stale; its worked example is written anew, look at it and run again");
    }
}
