//! Every message that code or data names exists, and every message that exists is named.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn read_all(folder: &Path, ending: &str, out: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_all(&path, ending, out);
        } else if path.to_string_lossy().ends_with(ending) {
            out.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}

/// Words that start with `law-`, after the given mark.
fn keys(text: &str, mark: &str) -> BTreeSet<String> {
    let start = format!("{mark}law-");
    let starts = text.match_indices(&start).map(|(at, _)| at + mark.len());
    let word = |at: usize| text[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    starts.map(word).collect()
}

#[test]
fn messages_named_and_messages_defined_are_the_same() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../law");
    let mut sources = String::new();
    read_all(&root.join("src"), ".rs", &mut sources);
    read_all(&root.join("data"), ".toml", &mut sources);
    let mut named = keys(&sources, "\"");
    named.extend(keys(law::MESSAGES, "{ "));
    let defined: BTreeSet<String> = keys(&format!("\n{}", law::MESSAGES), "\n");
    assert_eq!(named.difference(&defined).collect::<Vec<_>>(), Vec::<&String>::new(), "named but not defined");
    assert_eq!(defined.difference(&named).collect::<Vec<_>>(), Vec::<&String>::new(), "defined but not named");
}

#[test]
fn the_message_file_is_well_formed() {
    let catalogue = messages::Catalogue::new(&[law::MESSAGES]).unwrap();
    assert!(catalogue.has("law-step-due"));
}
