//! What stands on the pages.

use documents::{Kind, TypesetError};
use serde_json::{Value, json};

use crate::{TYPESETTER, sample, typeset};

const MARKUP: &str = r#"#import "x": * $a$ *b* _c_ @d <e> \u{41} // // /* */ ~ -- ... #read("/data.json") `f` [g]"#;
const RARE: &str = "镕堃喆赟犇昇垚龑䶮𠮷𪚥";

fn agreement_with_employer(name: &str) -> Value {
    let mut data = sample(Kind::WageAgreement);
    data["parties"]["employer"]["name"] = json!(name);
    data["parties"]["employer"]["chief"]["name"] = json!(name);
    data["representatives"][0]["name"] = json!(name);
    data
}

#[test]
fn a_sample_of_every_kind_renders_and_says_that_it_is_made_up() {
    for kind in Kind::ALL {
        let data = sample(kind);
        assert_eq!(data["header"]["fictional"], json!(true), "{kind}");
        let made = typeset(kind, &data);
        assert!((1..=12).contains(&made.pages), "{kind}: {} pages", made.pages);
        assert!(made.fonts.len() >= 3, "{kind}: Song and Hei");
    }
}

#[test]
fn a_name_of_two_hundred_characters_renders_in_han_and_in_letters() {
    for name in ["示例".repeat(100), "Example".repeat(28) + "Ltd."] {
        assert_eq!(name.chars().count(), 200);
        assert!(typeset(Kind::WageAgreement, &agreement_with_employer(&name)).pages < 20);
    }
}

// GB 18030 names: what Noto doesn't have comes from the faces with rare characters.
#[test]
fn rare_characters_of_names_have_glyphs() {
    let made = typeset(Kind::WageAgreement, &agreement_with_employer(RARE));
    assert!(made.fonts.iter().any(|font| font.name.starts_with("HanaMin")), "{:?}", made.fonts);
}

#[test]
fn a_character_that_no_face_has_is_named() {
    let data = agreement_with_employer("示例\u{1200}公司").to_string();
    let error = TYPESETTER.typeset(Kind::WageAgreement, data.as_bytes()).unwrap_err();
    assert!(matches!(error, TypesetError::MissingGlyph { character: '\u{1200}' }), "{error:?}");
    let catalogue = messages::Catalogue::new(&[documents::MESSAGES]).unwrap();
    assert!(catalogue.say(&error.said()).contains("U+1200"));
}

/// Puts the markup behind every text that a person may write.
fn poison(value: &mut Value) {
    match value {
        Value::String(text) if !text.is_ascii() => text.push_str(MARKUP),
        Value::Array(list) => list.iter_mut().for_each(poison),
        Value::Object(map) => map.values_mut().for_each(poison),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

// Markup that ran would fail (`#import "x"`, `@d`), vanish (`//`, `<e>`) or read a file.
#[test]
fn markup_in_every_text_field_is_printed_and_never_run() {
    let from_terms = [Kind::DraftAgreement, Kind::WageAgreement];
    for kind in Kind::ALL.into_iter().filter(|kind| !from_terms.contains(kind)) {
        let mut data = sample(kind);
        poison(&mut data);
        data["header"]["title"] = json!(MARKUP);
        data["header"]["number"] = json!("1");
        data["header"]["jurisdiction"] = json!("#x");
        typeset(kind, &data);
    }
    let mut agreement = documents::data::WageAgreement::sample();
    agreement.terms.clauses[0].text.push_str(MARKUP);
    agreement.terms.clauses[0].heading.push_str(MARKUP);
    agreement.terms.posts[0].name.push_str(MARKUP);
    agreement.terms.awards[0].trigger.push_str(MARKUP);
    agreement.chapters = negotiation::terms::chapters(&agreement.terms);
    agreement.terms_digest = agreement.terms.digest().unwrap();
    agreement.parties.union.name.push_str(MARKUP);
    typeset(Kind::WageAgreement, &serde_json::to_value(&agreement).unwrap());
    let mut draft = documents::data::DraftAgreement::sample();
    draft.chapters = agreement.chapters;
    draft.terms = agreement.terms;
    draft.terms_digest = agreement.terms_digest;
    let mut draft = serde_json::to_value(&draft).unwrap();
    for part in ["changes", "checks", "initials", "last", "parties", "representatives"] {
        poison(&mut draft[part]);
    }
    typeset(Kind::DraftAgreement, &draft);
}

#[test]
fn an_unsigned_draft_and_a_matrix_of_twelve_posts_render() {
    let mut agreement = documents::data::WageAgreement::sample();
    agreement.signatures = None;
    agreement.congress = None;
    let posts = agreement.terms.posts.clone();
    agreement.terms.posts.extend(posts.into_iter().map(|mut post| {
        post.id.push_str("-2");
        post.name.push_str("（二级）");
        post
    }));
    agreement.terms_digest = agreement.terms.digest().unwrap();
    let made = typeset(Kind::WageAgreement, &serde_json::to_value(&agreement).unwrap());
    assert!(made.pages > typeset(Kind::WageAgreement, &sample(Kind::WageAgreement)).pages);
}

#[test]
fn an_opinion_without_objection_renders() {
    let mut data = sample(Kind::ReviewOpinion);
    data["result"] = json!({"kind": "no_objection"});
    assert!(typeset(Kind::ReviewOpinion, &data).pages <= 2);
}
