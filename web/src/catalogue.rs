//! The texts of all crates in one catalogue, built once.

use std::sync::LazyLock;

use messages::{Catalogue, Said};

/// The texts of this crate, in Fluent syntax, Simplified Chinese.
pub const MESSAGES: &str = include_str!("../messages/zh-CN.ftl");

const PAPER: &str = include_str!("../messages/paper.zh-CN.ftl");
const PLAY: &str = include_str!("../messages/play.zh-CN.ftl");

pub(crate) const FILES: [&str; 15] = [
    law::MESSAGES,
    negotiation::MESSAGES,
    verify::MESSAGES,
    documents::MESSAGES,
    accounts::MESSAGES,
    ballot::MESSAGES,
    operations::MESSAGES,
    pages::MESSAGES,
    service::MESSAGES,
    store::MESSAGES,
    timeline::MESSAGES,
    model::MESSAGES,
    MESSAGES,
    PAPER,
    PLAY,
];

#[expect(clippy::expect_used, reason = "the message files are shipped; a test builds the catalogue")]
static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::new(&FILES).expect("well-formed message files"));

/// The texts of all crates.
#[must_use]
pub fn catalogue() -> &'static Catalogue {
    &CATALOGUE
}

/// The sentence for a text.
#[must_use]
pub fn say(said: &Said) -> String {
    CATALOGUE.say(said)
}

/// The sentence for a text without arguments.
#[must_use]
pub fn word(key: &'static str) -> String {
    CATALOGUE.say(&Said::new(key))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::*;

    /// Starts of keys that the help puts together.
    const PREFIXES: [&str; 3] = ["cli-", "cli-common", "cli-value"];

    #[test]
    fn the_message_files_of_all_crates_go_together() {
        assert!(Catalogue::new(&FILES).is_ok());
        assert!(catalogue().has("law-step-due"));
    }
    /// The sources of this crate.
    fn sources(folder: &Path, out: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, out);
            } else {
                out.push_str(&fs::read_to_string(&path).unwrap());
            }
        }
    }

    #[test]
    fn every_text_that_the_code_names_is_in_the_message_file() {
        let mut text = String::new();
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut text);
        let quoted = text.split('"').filter(|word| word.starts_with("cli-") && !word.contains(['{', ' ']));
        let named: BTreeSet<&str> = quoted.filter(|word| !PREFIXES.contains(word)).collect();
        assert!(named.len() > 50, "{named:?}");
        let missing: Vec<_> = named.into_iter().filter(|key| !catalogue().has(key)).collect();
        assert_eq!(missing, Vec::<&str>::new());
    }
}
