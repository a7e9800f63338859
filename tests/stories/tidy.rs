//! The house is in order: layering, sizes, SQL and typesetting in their one place, documents that name real commands.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use e2e::root;
use law::citation::INSTRUMENTS;

fn sources(dir: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut waiting = vec![dir.to_owned()];
    while let Some(dir) = waiting.pop() {
        for entry in fs::read_dir(&dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|extension| extension == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn all_rust() -> Vec<PathBuf> {
    ["engine", "web", "tests"].iter().flat_map(|part| sources(&root().join(part), "rs")).collect()
}

#[test]
fn no_source_file_outgrows_its_room() {
    for path in all_rust() {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(lines <= 400, "{}: {lines} lines", path.display());
    }
}

#[test]
fn every_source_file_says_what_it_is() {
    for path in all_rust() {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//!"), "{}", path.display());
    }
}

#[test]
fn pure_crates_have_no_runtime_no_database_and_no_files() {
    for name in ["messages", "law", "ledger", "ballot", "negotiation", "verify", "timeline", "model"] {
        let manifest = fs::read_to_string(root().join("engine").join(name).join("Cargo.toml")).unwrap();
        let wanted = manifest.split("[dev-dependencies]").next().unwrap();
        for banned in ["tokio", "sqlx", "axum", "typst", "tempfile", "store", "documents"] {
            assert!(!wanted.contains(&format!("\n{banned}.workspace")), "{name} depends on {banned}");
        }
        for path in sources(&root().join("engine").join(name).join("src"), "rs") {
            // Files that only tests compile may read the sources they check.
            if path.ends_with("message_keys.rs") || path.components().any(|part| part.as_os_str() == "tests") {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            let own = text.split("#[cfg(test)]").next().unwrap();
            for banned in ["std::fs", "std::net", "std::process", "std::thread"] {
                assert!(!own.contains(banned), "{}: {banned}", path.display());
            }
        }
    }
}

#[test]
fn only_the_store_knows_sql_and_only_documents_knows_typst() {
    for path in all_rust() {
        let text = fs::read_to_string(&path).unwrap();
        let shown = path.display().to_string();
        if !shown.contains("engine/store/") && !shown.contains("stories/tidy.rs") {
            assert!(!text.contains("sqlx::"), "{shown}");
        }
        if !shown.contains("engine/documents/") && !shown.contains("stories/tidy.rs") {
            assert!(!text.contains("typst::"), "{shown}");
        }
    }
}

/// Files of the statute tests that hold no case against the law: they compare tables, texts, bytes and old records.
const NO_CLAUSE: [&str; 6] =
    ["catalogue/mod.rs", "golden/mod.rs", "messages/mod.rs", "random.rs", "rows.rs", "written.rs"];

/// Whether a comment names an article of a known instrument (`ZJ-CC 24(2)`), a row of the procedure, or says that what
/// follows is a rule of the platform.
fn names_a_clause(comment: &str) -> bool {
    let numbered = |name: &str| {
        comment.match_indices(name).any(|(at, _)| {
            let (before, after) = (&comment[..at], &comment[at + name.len()..]);
            let alone = !before.ends_with(|c: char| c == '-' || c.is_ascii_alphanumeric());
            alone && after.strip_prefix(' ').is_some_and(|place| place.starts_with(|c: char| c.is_ascii_digit()))
        })
    };
    let rows = ["Row", "Rows", "row", "rows"];
    let platform = ["Rule of the platform", "rule of the platform"];
    INSTRUMENTS.iter().any(|instrument| numbered(instrument.id))
        || rows.into_iter().any(numbered)
        || platform.iter().any(|words| comment.contains(words))
}

#[test]
fn every_statute_test_has_its_clause_above_it() {
    for clause in
        ["// ZJ-CC 24(2): more than half", "// NB 27: a fifth", "/// Rows 22–30: signed", "// Rule of the platform: x"]
    {
        assert!(names_a_clause(clause), "{clause}");
    }
    for other in ["// more than half of all", "// ZJ-CC asks for it", "// XX 7", "// a platform rules"] {
        assert!(!names_a_clause(other), "{other}");
    }
    let folder = root().join("engine/negotiation/tests/statute");
    let (mut tests, mut exempt) = (0, BTreeSet::new());
    let mut without = Vec::new();
    for path in sources(&folder, "rs") {
        let file = path.strip_prefix(&folder).unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(&path).unwrap();
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        for (at, _) in lines.iter().enumerate().filter(|(_, line)| **line == "#[test]") {
            tests += 1;
            let mut above =
                lines[..at].iter().rev().take_while(|line| line.starts_with("//") && !line.starts_with("//!"));
            if above.any(|line| names_a_clause(line)) {
                continue;
            }
            let name = lines[at..].iter().find_map(|line| line.strip_prefix("fn ")).unwrap();
            match NO_CLAUSE.iter().find(|known| **known == file) {
                Some(known) => drop(exempt.insert(*known)),
                None => without.push(format!("{file}: {name}")),
            }
        }
    }
    assert!(tests > 500, "{tests} tests");
    assert_eq!(without, Vec::<String>::new(), "no article, row or rule of the platform above these");
    assert_eq!(exempt.into_iter().collect::<Vec<_>>(), NO_CLAUSE, "exempt without need");
}

#[test]
fn the_readme_names_the_two_commands_and_they_are_there() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    for command in ["./run", "./test"] {
        assert!(readme.contains(command), "{command}");
        assert!(root().join(command.trim_start_matches("./")).is_file(), "{command}");
    }
}
