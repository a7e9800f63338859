//! The message file holds every text that is used and no other.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::sample::whole;

/// Families of keys that are put together at run time.
const FAMILIES: [&str; 4] = ["timeline-act-", "timeline-document-", "timeline-figure-", "timeline-item-"];

fn files(folder: &Path, out: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, out);
        } else {
            out.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}

/// What stands between `before` and the next quote, wherever `before` occurs.
fn after<'a>(text: &'a str, before: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(before).skip(1).filter_map(|rest| rest.split('"').next())
}

#[test]
fn every_key_that_is_used_has_a_text_and_every_text_is_used() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut code, mut pages) = (String::new(), String::new());
    files(&root.join("src"), &mut code);
    files(&root.join("templates"), &mut pages);
    let mut used: BTreeSet<String> = after(&code, "\"timeline-").map(|rest| format!("timeline-{rest}")).collect();
    used.retain(|key| !key.contains('{') && !key.ends_with('-'));
    used.extend(after(&pages, "self.w(\"").map(|key| format!("timeline-page-{key}")));
    let written: BTreeSet<String> = timeline::MESSAGES
        .lines()
        .filter(|line| line.starts_with("timeline-"))
        .filter_map(|line| line.split_once(" = "))
        .map(|(key, _)| key.to_owned())
        .collect();
    let missing: Vec<&String> = used.difference(&written).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let in_family = |key: &String| FAMILIES.iter().any(|family| key.starts_with(family));
    let unused: Vec<&String> = written.difference(&used).filter(|key| !in_family(key)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn no_text_of_a_whole_case_is_missing() {
    let told = whole().told("2026-04-20 18:00");
    assert!(!timeline::html(&told).contains('〔'));
    assert!(!serde_json::to_string(&told).unwrap().contains('〔'));
}

#[test]
fn every_act_whose_day_can_be_corrected_has_a_text() {
    let has = |key: String| timeline::MESSAGES.lines().any(|line| line.starts_with(&format!("{key} = ")));
    for act in negotiation::command::DatedAct::ALL {
        assert!(has(format!("timeline-act-{}", act.name().replace('_', "-"))), "{}", act.name());
    }
    let acts = timeline::MESSAGES.lines().filter(|line| line.starts_with("timeline-act-")).count();
    assert_eq!(acts, negotiation::command::DatedAct::ALL.len() + 3, "an act and whose it is");
}
