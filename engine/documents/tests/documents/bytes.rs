//! The bytes: the same each time, an archive standard, the data attached.

use std::path::PathBuf;

use documents::{FontError, Kind, Typesetter, parse_and_check, templates};
use ledger::{Digest, purpose};
use serde_json::json;

use crate::{TYPESETTER, holds, sample, typeset};

#[test]
fn the_same_data_gives_the_same_bytes_again_and_on_two_threads() {
    let data = Kind::WageAgreement.sample_json();
    let first = TYPESETTER.typeset(Kind::WageAgreement, &data).unwrap();
    let again = || TYPESETTER.typeset(Kind::WageAgreement, &data).unwrap();
    let others = std::thread::scope(|scope| {
        let threads = [scope.spawn(again), scope.spawn(again)];
        threads.map(|thread| thread.join().unwrap())
    });
    for other in others.into_iter().chain([again()]) {
        assert_eq!(first.pdf_digest, other.pdf_digest);
        assert_eq!(first, other);
    }
}

#[test]
fn two_typesetters_of_one_process_name_the_same_fonts() {
    // Typst keeps what it has laid out, fonts included: the second typesetter is handed faces that the first has read.
    let dirs = documents::DEFAULT_FONT_DIRS.map(PathBuf::from);
    let data = Kind::Response.sample_json();
    let [first, second] = [(), ()].map(|()| Typesetter::new(&dirs).unwrap().typeset(Kind::Response, &data).unwrap());
    assert!(!first.fonts.is_empty());
    assert_eq!(first, second);
}

#[test]
fn other_data_gives_another_digest_and_other_bytes() {
    let mut data = sample(Kind::Response);
    let first = typeset(Kind::Response, &data);
    data["header"]["number"] = json!("云示企应〔2026〕2号");
    let second = typeset(Kind::Response, &data);
    assert_ne!(first.data_digest, second.data_digest);
    assert_ne!(first.pdf_digest, second.pdf_digest);
    assert_eq!(first.template_digest, second.template_digest);
}

// PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) name themselves in the metadata, which PDF/A leaves uncompressed.
#[test]
fn every_document_is_an_accessible_archive_file_with_its_data_attached() {
    for kind in Kind::ALL {
        let made = typeset(kind, &sample(kind));
        for mark in ["<pdfaid:part>3<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", "/AFRelationship", "data.json"] {
            assert!(holds(&made.pdf, mark.as_bytes()), "{kind}: {mark}");
        }
        assert_eq!(made.pdf_digest, Digest::sha256(&made.pdf));
        let canonical = parse_and_check(kind, &kind.sample_json()).unwrap();
        assert_eq!(made.data_digest, Digest::of(purpose::DOCUMENT, &canonical));
    }
}

#[test]
fn a_shipped_template_has_the_digest_that_its_documents_name() {
    for (kind, template) in Kind::ALL.into_iter().zip(templates()) {
        assert_eq!(template.name, format!("{kind}.typ"));
        assert_eq!(template.digest, Digest::sha256(&template.bytes), "{kind}");
        assert_eq!(typeset(kind, &sample(kind)).template_digest, template.digest, "{kind}");
    }
    assert_eq!(templates().count(), Kind::ALL.len());
}

#[test]
fn a_machine_without_the_fonts_is_told_what_to_install() {
    let error = Typesetter::new(&[PathBuf::from("/nowhere")]).map(|_| ()).unwrap_err();
    assert!(matches!(&error, FontError::Missing { family, .. } if family == "Noto Serif CJK SC"));
    let catalogue = messages::Catalogue::new(&[documents::MESSAGES]).unwrap();
    assert!(catalogue.say(&error.said()).contains("apt-get install fonts-noto-cjk"));
}

#[test]
fn the_list_of_fonts_is_sorted_and_without_repeats() {
    let made = typeset(Kind::Minutes, &sample(Kind::Minutes));
    let json = documents::fonts_json(made.fonts.iter().chain(&made.fonts)).unwrap();
    let list: Vec<serde_json::Value> = serde_json::from_slice(&json).unwrap();
    assert_eq!(list.len(), made.fonts.len());
}
