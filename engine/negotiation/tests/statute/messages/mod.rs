//! Every text that the code names exists, every text that exists is named, and every figure in a text is given.

mod scan;

use std::collections::{BTreeMap, BTreeSet};

use negotiation::state::Stage;
use negotiation::table::{capacity_key, command_key, stage_key};
use negotiation::terms::Chapter;
use negotiation::{Command, Event, MESSAGES};
use scan::{Texts, stems};
use serde::Serialize;

use crate::cast::everybody;

const PARTS: [&str; 3] = ["found", "required", "remedy"];

/// Names that stand in records, as message keys.
fn words(family: &str, names: impl IntoIterator<Item = impl AsRef<str>>) -> Vec<String> {
    let key = |name: &str| format!("neg-{family}-{}", name.replace('_', "-"));
    names.into_iter().map(|name| key(name.as_ref())).collect()
}

fn word(value: impl Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

/// Keys that nobody writes out: one a command, stage, capacity, event and so on.
fn families() -> BTreeSet<String> {
    let stages = || Stage::NAMES.iter().chain(&["none"]);
    let unversioned = |name: &&'static str| name.strip_suffix(".v1").unwrap_or_else(|| panic!("{name} has no version"));
    let events = Event::NAMES.iter().map(unversioned);
    let duties = [
        "reply",
        "disclose_agenda",
        "disclose_rep_list",
        "disclose_data",
        "disclose_plan",
        "to_congress",
        "resubmit",
        "file",
        "file_wage",
        "review",
        "publish",
        "announce_reps",
        "total",
        "opinion_answer",
        "suspend",
        "coordinate",
        "vacancy_fill",
        "annual_report",
        "renew_open",
        "term",
        "rescind_file",
    ];
    let grades = [
        "apprentice",
        "junior",
        "intermediate",
        "senior",
        "technician",
        "senior_technician",
        "special_technician",
        "chief_technician",
    ];
    let items = [
        "labour_quota",
        "distribution",
        "average_wage",
        "payment",
        "overtime_allowance_bonus",
        "adjustment",
        "leave_pay",
        "special_pay",
        "term",
        "change",
        "end",
        "liability",
    ];
    let mut all: BTreeSet<String> = Command::names().map(command_key).collect();
    all.extend(stages().map(|stage| stage_key(stage)));
    all.extend(words("next", stages()));
    all.extend(everybody().iter().map(|actor| capacity_key(actor.capacity)));
    all.extend(words("side", ["worker", "employer", "none"]));
    all.extend(words("owner", ["worker", "employer", "both", "hrss"]));
    all.extend(words("duty", duties));
    all.extend(words("event", events));
    all.extend(words("outcome", ["pass", "amber", "breach", "fail", "no_data"]));
    all.extend(words("grade", grades));
    all.extend(words("chapter", Chapter::ALL.map(word)));
    all.extend(words("award", ["skill", "education", "innovation", "honour", "contest", "mentoring"]));
    all.extend(words("item", items));
    all.extend(words("child", ["amendment", "rescission", "renewal"]));
    all.extend(words("parent", ["terms", "expires_on", "head"]));
    all.extend(words("rules", ["cn", "zj", "hz", "nb"]));
    all
}

#[test]
fn the_message_files_make_one_catalogue() {
    messages::Catalogue::new(&[law::MESSAGES, MESSAGES]).unwrap();
}

#[test]
fn every_refusal_and_finding_has_three_texts() {
    let texts = Texts::read(MESSAGES);
    let missing: Vec<String> = stems()
        .keys()
        .flat_map(|stem| PARTS.map(|part| format!("neg-{stem}-{part}")))
        .filter(|key| !texts.has(key))
        .collect();
    assert_eq!(missing, Vec::<String>::new(), "named in the code, not in the message file");
}

#[test]
fn every_name_has_a_text() {
    let texts = Texts::read(MESSAGES);
    let missing: Vec<String> = families().into_iter().filter(|key| !texts.has(key)).collect();
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn every_text_is_used() {
    let texts = Texts::read(MESSAGES);
    let mut used = families();
    used.extend(stems().keys().flat_map(|stem| PARTS.map(|part| format!("neg-{stem}-{part}"))));
    used.extend(texts.references());
    let unused: Vec<&String> = texts.keys().filter(|key| !used.contains(*key)).collect();
    assert_eq!(unused, Vec::<&String>::new());
}

#[test]
fn every_figure_that_a_text_names_is_given_wherever_the_text_is_used() {
    let texts = Texts::read(MESSAGES);
    let mut ungiven: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (stem, places) in stems() {
        for part in PARTS {
            let key = format!("neg-{stem}-{part}");
            for figures in &places {
                let lacking: Vec<String> =
                    texts.arguments(&key).into_iter().filter(|name| !figures.contains(name)).collect();
                if !lacking.is_empty() {
                    ungiven.insert(key.clone(), lacking);
                }
            }
        }
    }
    assert_eq!(ungiven, BTreeMap::new());
}

#[test]
fn names_take_no_figures() {
    let texts = Texts::read(MESSAGES);
    for key in families() {
        assert_eq!(texts.arguments(&key), BTreeSet::new(), "{key}");
    }
}

#[test]
fn texts_hold_no_article_numbers_and_nothing_invisible() {
    for line in MESSAGES.lines().filter(|line| !line.starts_with('#')) {
        assert!(law::text::check_text(line, 1_000).is_ok(), "{line}");
        let article = line.find('第').is_some_and(|at| {
            line[at..].split('条').next().is_some_and(|number| {
                !number[3..].is_empty() && number[3..].chars().all(|c| "一二三四五六七八九十百千零".contains(c))
            }) && line[at..].contains('条')
        });
        assert!(!article, "the article is printed beside the text: {line}");
    }
}
