//! The house is in order: layering, sizes, SQL and typesetting in their one place, documents that name real commands.

use std::fs;
use std::path::{Path, PathBuf};

use e2e::root;

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

#[test]
fn the_readme_names_the_two_commands_and_they_are_there() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    for command in ["./run", "./test"] {
        assert!(readme.contains(command), "{command}");
        assert!(root().join(command.trim_start_matches("./")).is_file(), "{command}");
    }
}
