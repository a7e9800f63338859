//! Data that doesn't hold is refused with its place.

use documents::{Kind, parse_and_check};
use serde_json::{Value, json};

use crate::sample;

/// The sentence that a person reads.
fn refusal(kind: Kind, bytes: &[u8]) -> String {
    let error = parse_and_check(kind, bytes).expect_err("the data is wrong");
    messages::Catalogue::new(&[law::MESSAGES, documents::MESSAGES]).unwrap().say(&error.said())
}

/// Refused after one change.
pub(crate) fn refused(kind: Kind, change: impl FnOnce(&mut Value)) -> String {
    let mut data = sample(kind);
    change(&mut data);
    refusal(kind, data.to_string().as_bytes())
}

/// The sentence has these parts and no message key that is missing.
pub(crate) fn says(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part:?} in {text:?}");
    }
    assert!(!text.contains('〔'), "{text:?}");
}

#[test]
fn canonical_bytes_stay_as_they_are() {
    for kind in Kind::ALL {
        let once = kind.sample_json();
        assert_eq!(parse_and_check(kind, &once).unwrap(), once, "{kind}");
    }
}

#[test]
fn what_is_no_json_or_another_kind_is_refused() {
    says(&refusal(Kind::Minutes, b"{\"header\":"), &[]);
    says(&refusal(Kind::Minutes, &Kind::Response.sample_json()), &[]);
    assert!(parse_and_check(Kind::Minutes, &[]).is_err());
}

#[test]
fn unknown_and_missing_fields_and_wrong_types_are_named() {
    says(&refused(Kind::OfferLetter, |d| d["header"]["version"] = json!(0)), &["header.version"]);
    says(&refused(Kind::OfferLetter, |d| d["header"]["number"] = json!("1".repeat(101))), &["header.number", "101"]);
    says(&refused(Kind::OfferLetter, |d| d["header"]["colour"] = json!("red")), &["header", "colour"]);
    says(
        &refused(Kind::OfferLetter, |d| {
            drop(d["header"].as_object_mut().unwrap().remove("number"));
        }),
        &["number"],
    );
    says(&refused(Kind::OfferLetter, |d| d["header"]["version"] = json!("1")), &["header.version"]);
    says(&refused(Kind::OfferLetter, |d| d["header"]["date"] = json!("2026-02-30")), &["header.date", "2026-02-30"]);
}

#[test]
fn control_and_format_characters_are_refused_with_their_code_point() {
    for bad in ['\u{0}', '\u{7}', '\t', '\u{202E}', '\u{200B}', '\u{FEFF}'] {
        let text = refused(Kind::Response, |d| {
            d["parties"]["union"]["name"] = json!(format!("工会{bad}"));
        });
        says(&text, &["parties.union.name", &format!("{:04X}", u32::from(bad))]);
    }
}

#[test]
fn a_text_beyond_the_limit_and_a_list_beyond_the_limit_are_refused() {
    let long = "长".repeat(50_001);
    says(&refused(Kind::Minutes, |d| d["summary"] = json!([long])), &["summary[0]", "50000"]);
    says(&refused(Kind::Minutes, |d| d["summary"] = json!(vec!["短"; 1_001])), &["summary", "1001", "1000"]);
}

#[test]
fn an_agreement_whose_articles_or_digest_or_sums_were_changed_is_refused() {
    let kind = Kind::WageAgreement;
    let article = |d: &mut Value| d["chapters"][0]["articles"][0]["paragraphs"][0] = json!("改");
    says(&refused(kind, article), &["chapters"]);
    says(&refused(kind, |d| d["terms_digest"] = json!("0".repeat(64))), &["terms_digest", "000000"]);
    says(&refused(kind, |d| d["terms"]["coverage"] = json!("部分职工")), &["terms_digest"]);
    says(&refused(kind, |d| d["amounts"][0]["words"] = json!("壹元整")), &["amounts[0].words", "壹元整"]);
    says(&refused(kind, |d| d["header"]["title"] = json!("别的合同")), &["header.title", "别的合同"]);
}

// ZJ-CC 24(2): counted from all delegates.
#[test]
fn a_vote_that_contradicts_its_counts_is_refused() {
    let kind = Kind::CongressResolution;
    says(&refused(kind, |d| d["vote"]["outcome"] = json!("rejected")), &["vote.outcome"]);
    says(&refused(kind, |d| d["vote"]["yes"] = json!(60)), &["vote.yes", "67", "65"]);
    says(&refused(kind, |d| d["vote"]["present"] = json!(69)), &["vote.present", "69", "68"]);
    says(&refused(kind, |d| d["issued"] = json!(64)), &["issued", "65", "64"]);
}

#[test]
fn every_kind_has_a_title_and_an_unknown_one_is_told_what_there_is() {
    let catalogue = messages::Catalogue::new(&[documents::MESSAGES]).unwrap();
    for kind in Kind::ALL {
        says(&catalogue.say(&kind.title()), &[]);
        assert_eq!(kind.code().parse(), Ok(kind));
    }
    let unknown = "D99".parse::<Kind>().unwrap_err();
    says(&catalogue.say(&unknown.said()), &["D99", "wage_agreement（D15）"]);
}
