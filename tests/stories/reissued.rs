//! What is made anew after a correction: each paper that stated the wrong fact, as it would have been with the right one.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::press::Handed;

/// A correction that one side proposes after everything else, and the other confirms.
fn correction(fact: &str) -> String {
    format!(
        r#"
[[step]]
at = "2026-06-01T09:00:00+08:00"
actor = "dai"
command = "propose_correction"
with = {{ reason = "登记错了。", fact = {{ {fact} }} }}

[[step]]
at = "2026-06-01T10:00:00+08:00"
actor = "lu"
as = "union_officer"
command = "confirm_correction"
with = {{ correction = 1 }}
"#
    )
}

/// The papers of the standard case with steps added at its end, by number.
async fn papers(steps: &str) -> BTreeMap<String, Value> {
    let folder = tempfile::tempdir().unwrap();
    let text = std::fs::read_to_string(e2e::root().join("tests/scenarios/standard.toml")).unwrap();
    let handed = Handed::read("standard", &format!("{text}{steps}"), folder.path()).await;
    handed.planned().await
}

/// Asserts which papers come in a second version, and gives those with the first.
async fn anew(fact: &str, expected: &[&str]) -> BTreeMap<String, Value> {
    let papers = papers(&correction(fact)).await;
    let second: BTreeSet<&str> = papers.keys().filter_map(|number| number.strip_suffix("-v2")).collect();
    assert_eq!(second, expected.iter().copied().collect(), "{fact}");
    for number in expected {
        let again = &papers[&format!("{number}-v2")];
        assert_eq!(
            (&again["header"]["version"], &again["header"]["number"]),
            (&json!(2), &json!(format!("{number}-v2")))
        );
    }
    papers
}

/// What a field says in the first and the second version.
fn both(papers: &BTreeMap<String, Value>, number: &str, field: &str) -> (Value, Value) {
    let read = |number: &str| papers[number].pointer(field).cloned().unwrap_or_default();
    (read(number), read(&format!("{number}-v2")))
}

// The count stands in its report and in the resolution, and in every later paper that says how the draft was adopted.
#[tokio::test]
async fn a_corrected_count_reaches_report_resolution_and_what_repeats_it() {
    let old = "total = 58, present = 52, issued = 52, returned = 52, yes = 49, no = 2, abstain = 1";
    let new = "total = 58, present = 52, issued = 52, returned = 52, yes = 48, no = 3, abstain = 1";
    let fact = format!(r#"fact = "vote_count", old = {{ {old} }}, new = {{ {new} }}"#);
    let papers = anew(&fact, &["D13-2", "D14-1", "D15-1", "D16-1", "D19-1", "D20-1"]).await;
    assert_eq!(both(&papers, "D13-2", "/count/yes"), (json!(49), json!(48)));
    assert_eq!(both(&papers, "D14-1", "/vote/no"), (json!(2), json!(3)));
    assert_eq!(both(&papers, "D15-1", "/congress/yes"), (json!(49), json!(48)));
}

#[tokio::test]
async fn a_corrected_day_of_the_vote_reaches_the_same_papers() {
    let fact = r#"fact = "vote_held", old = "2026-04-29", new = "2026-04-28""#;
    let papers = anew(fact, &["D13-2", "D14-1", "D15-1", "D16-1", "D19-1", "D20-1"]).await;
    assert_eq!(both(&papers, "D14-1", "/vote/date"), (json!("2026-04-29"), json!("2026-04-28")));
    assert_eq!(both(&papers, "D13-2", "/on"), (json!("2026-04-29"), json!("2026-04-28")));
}

// The duty to file is counted anew from the later signature (WN9 21): the filing form says so.
#[tokio::test]
async fn a_corrected_signature_reaches_the_agreement_and_the_filing_form() {
    let fact = r#"fact = "signed", side = "employer", old = "2026-05-07", new = "2026-05-09""#;
    let papers = anew(fact, &["D15-1", "D16-1"]).await;
    let (old, new) = both(&papers, "D15-1", "/signatures/employer/at");
    assert!(old.as_str().unwrap().starts_with("2026-05-07") && new.as_str().unwrap().starts_with("2026-05-09"));
    assert_eq!(both(&papers, "D16-1", "/signed_on").1, "2026-05-09");
    // Ten days end on Sunday the 17th, which gives Monday the 18th; or on Tuesday the 19th.
    assert_eq!(both(&papers, "D16-1", "/filed/due"), (json!("2026-05-18"), json!("2026-05-19")));
}

#[tokio::test]
async fn corrected_copies_and_materials_reach_the_filing_form_and_the_receipt() {
    let papers = anew(r#"fact = "copies", old = 5, new = 6"#, &["D16-1", "D17-1"]).await;
    assert_eq!(both(&papers, "D16-1", "/copies"), (json!(5), json!(6)));
    assert_eq!(both(&papers, "D17-1", "/materials/0/copies"), (json!(5), json!(6)));
    let old: Vec<String> =
        papers["D17-1"]["materials"].as_array().unwrap().iter().map(|one| one["name"].to_string()).collect();
    let fact = format!(r#"fact = "materials", old = [{0}], new = [{0}, "补充说明"]"#, old.join(", "));
    let papers = anew(&fact, &["D16-1", "D17-1"]).await;
    let listed = papers["D17-1-v2"]["materials"].as_array().unwrap();
    assert_eq!((listed.len(), &listed.last().unwrap()["name"]), (old.len() + 1, &json!("补充说明")));
}

#[tokio::test]
async fn a_corrected_day_of_filing_reaches_form_receipt_and_opinion() {
    let papers =
        anew(r#"fact = "filing_received", old = "2026-05-12", new = "2026-05-11""#, &["D16-1", "D17-1", "D18-1"]).await;
    assert_eq!(both(&papers, "D17-1", "/received"), (json!("2026-05-12"), json!("2026-05-11")));
    assert_eq!(both(&papers, "D17-1", "/review_due"), (json!("2026-05-27"), json!("2026-05-26")));
    assert_eq!(both(&papers, "D16-1", "/filed/on"), (json!("2026-05-12"), json!("2026-05-11")));
}

#[tokio::test]
async fn a_corrected_registry_number_reaches_the_receipt_and_what_repeats_it() {
    let fact = r#"fact = "registry_number", old = "云岚人社集审〔2026〕18号（虚构）", new = "云岚人社集审〔2026〕19号（虚构）""#;
    let papers = anew(fact, &["D17-1", "D18-1", "D19-1", "D20-1"]).await;
    let (old, new) = both(&papers, "D17-1", "/registry");
    assert_eq!((old, new), (json!("云岚人社集审〔2026〕18号（虚构）"), json!("云岚人社集审〔2026〕19号（虚构）")));
}

// A day without a fact of its own is the day that its paper bears.
#[tokio::test]
async fn a_corrected_day_of_an_act_is_the_date_of_its_paper() {
    let first = papers("").await;
    let old = first["D12-1"]["header"]["date"].as_str().unwrap().to_owned();
    let new = old.parse::<law::Date>().unwrap().yesterday().unwrap().to_string();
    let fact = format!(
        r#"fact = "done", act = "submitted_to_congress", side = "none", number = 1, old = "{old}", new = "{new}""#
    );
    let papers = anew(&fact, &["D12-1", "D13-1"]).await;
    assert_eq!(both(&papers, "D12-1", "/submitted_on"), (json!(old), json!(new)));
}

#[tokio::test]
async fn a_corrected_receipt_of_the_offer_reaches_offer_and_answer() {
    let fact = r#"fact = "offer_received", old = "2026-03-02", new = "2026-03-03""#;
    let papers = anew(fact, &["D01-1", "D02-1"]).await;
    let (old, new) = both(&papers, "D02-1", "/offer/received_at");
    assert!(old.as_str().unwrap().starts_with("2026-03-02") && new.as_str().unwrap().starts_with("2026-03-03"));
    assert_eq!(both(&papers, "D02-1", "/offer/due"), (json!("2026-03-16"), json!("2026-03-17")));
}

// The name stands on every page: what was so before stays so.
#[tokio::test]
async fn a_corrected_name_reaches_every_paper() {
    let first = papers("").await;
    let name = first["D01-1"]["parties"]["union"]["name"].as_str().unwrap().to_owned();
    let fact = format!(r#"fact = "union_name", old = "{name}", new = "{name}甲""#);
    let all: Vec<&str> = first.keys().map(String::as_str).collect();
    anew(&fact, &all).await;
}
