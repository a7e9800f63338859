//! The page: the same bytes every time, everything escaped, nothing loaded from elsewhere.

use negotiation::Capacity::{Recorder, UnionChair, WorkerRep};
use serde_json::json;

use crate::cast::{Story, as_};
use crate::sample::{bargained, open_case, whole};

const NASTY: &str = "<script>alert(\"x\")</script>&amp;' onload=\"y";

#[test]
fn the_same_records_give_the_same_bytes() {
    let (first, second) = (whole().told("2026-04-20 18:00"), whole().told("2026-04-20 18:00"));
    assert_eq!(timeline::html(&first), timeline::html(&second));
    assert_eq!(serde_json::to_string(&first).unwrap(), serde_json::to_string(&second).unwrap());
}

#[test]
fn everything_that_people_wrote_is_escaped() {
    let mut story = Story::new();
    story.names.persons.insert("w1".to_owned(), NASTY.to_owned());
    let mut open = open_case(NASTY);
    open["number"] = json!(NASTY);
    open["union"]["name"] = json!(NASTY);
    story.must("2026-01-05 08:30", &as_("w1", UnionChair), "open_case", &open);
    let offer = json!({ "basis": "annual", "meeting_on": "2026-02-02", "place": NASTY,
        "topics": [{ "title": NASTY, "demand": NASTY }] });
    story.must("2026-01-06 09:00", &as_("w1", UnionChair), "issue_offer", &offer);
    story.does("2026-01-06 10:00", &as_("w1", UnionChair), "issue_offer", &offer);
    if let Some(refused) = story.refusals.last_mut() {
        refused.found = NASTY.to_owned();
        refused.citation = vec![NASTY.to_owned()];
        refused.rule = NASTY.to_owned();
    }
    let page = timeline::html(&story.told("2026-01-06 18:00"));
    assert_eq!(page.matches("<script").count(), 0);
    assert_eq!(page.matches("onload=\"").count(), 0, "no quote ends an attribute");
    assert_eq!(page.matches("&amp;'").count(), 0, "an ampersand is escaped too");
    assert!(page.matches("&#60;script&#62;").count() >= 10);
}

#[test]
fn a_clause_id_or_a_key_cannot_break_out_of_the_chart() {
    let mut story = bargained();
    let open = json!({ "attending": [crate::cast::person("w1"), crate::cast::person("e1")], "chair": "worker",
        "place": "x", "recorder": crate::cast::person("r1") });
    story.must("2026-03-04 09:00", &as_("r1", Recorder), "open_session", &open);
    let position = json!({ "clause": NASTY, "side": "worker", "text": NASTY,
        "values": [{ "amount": 5, "key": NASTY, "unit": "count" }, { "amount": 9, "key": "b", "unit": "count" }] });
    story.must("2026-03-04 09:10", &as_("w2", WorkerRep), "table_position", &position);
    let page = timeline::html(&story.told("2026-03-04 18:00"));
    assert_eq!((page.matches("<script").count(), page.matches("onload=\"").count()), (0, 0));
    assert!(page.contains("&#60;script&#62;"));
}

#[test]
fn the_page_stands_alone() {
    let page = timeline::html(&whole().told("2026-04-20 18:00"));
    for outside in ["http:", "https:", "src=", "url(", "@import", "<link", "<script", "javascript:"] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert!(page.starts_with("<!doctype html>\n<html lang=\"zh-CN\">"));
    assert!(page.contains("@page { size: A4;"));
}

#[test]
fn a_made_up_case_says_so_and_another_does_not() {
    let mut told = whole().told("2026-04-20 18:00");
    assert!(told.fictional);
    assert!(timeline::html(&told).contains("虚构示例"));
    told.fictional = false;
    assert!(!timeline::html(&told).contains("虚构示例"));
}
