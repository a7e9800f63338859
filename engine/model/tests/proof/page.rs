//! The page that a lawyer reviews is the one that the code makes.

use std::path::Path;

use law::citation::INSTRUMENTS;
use law::rules::Profile;
use model::page::{Section, markdown, mermaid, profile};

use crate::{FOUND, WORDS};

const AGAIN: &str = "cargo run -p model --example law_page > engine/negotiation/LAW.md";

#[test]
fn the_committed_page_is_the_one_that_the_code_makes() {
    let sections: Vec<Section<'_>> = FOUND.iter().map(|(rules, found, _)| Section { found, rules }).collect();
    let page = markdown(&WORDS, &sections);
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../negotiation/LAW.md");
    let committed = std::fs::read_to_string(committed).unwrap_or_default();
    let differs = page.lines().zip(committed.lines()).find(|(made, stands)| made != stands);
    assert!(page == committed, "LAW.md is not what the code makes; write it again: {AGAIN}\n{differs:?}");
}

#[test]
fn the_page_has_words_for_everything() {
    let sections: Vec<Section<'_>> = FOUND.iter().map(|(rules, found, _)| Section { found, rules }).collect();
    let page = markdown(&WORDS, &sections);
    assert!(!page.contains('〔'), "{}", page.lines().find(|line| line.contains('〔')).unwrap_or_default());
    for (_, found, _) in FOUND.iter() {
        let diagram = mermaid(&WORDS, found);
        assert!(diagram.starts_with("stateDiagram-v2") && diagram.contains("[*] --> idle"), "{diagram}");
    }
}

#[test]
fn what_is_printed_of_a_place_cites_what_is_law_there() {
    for (rules, found, _) in FOUND.iter() {
        let page = profile(&WORDS, &Section { found, rules });
        for instrument in INSTRUMENTS.iter().filter(|instrument| !instrument.applies(rules.profile)) {
            let foreign = page.lines().find(|line| line.contains(&format!("《{}》", instrument.title)));
            assert_eq!(foreign, None, "{}", rules.profile);
        }
        let none = match rules.profile {
            Profile::Cn => 6,
            Profile::Zj => 1,
            Profile::Hz | Profile::Nb => 0,
        };
        assert_eq!(page.lines().filter(|line| line.contains("| 本地无条文 |")).count(), none, "{}", rules.profile);
        assert!(!page.contains("|  | `STAGE-"), "{}: a command without articles says why", rules.profile);
        assert!(!page.contains("| ○ |"), "{}: a cell that was never accepted says why", rules.profile);
    }
}
