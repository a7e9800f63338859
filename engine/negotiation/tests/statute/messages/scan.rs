//! Reads what the sources and the message file say about each other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use law::deadline::DeadlineRule;
use negotiation::checks::late;

/// All Rust sources below a folder of the crate, one after another.
fn sources(folder: &str) -> String {
    let mut out = String::new();
    read_all(&crate::own("src").join(folder), &mut out);
    out
}

fn read_all(folder: &Path, out: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_all(&path, out);
        } else if path.to_string_lossy().ends_with(".rs") {
            out.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}

/// Stems of refusals and findings, each with the figures that it is given in each place.
pub(super) fn stems() -> BTreeMap<String, Vec<BTreeSet<String>>> {
    let code = sources(".");
    let mut out: BTreeMap<String, Vec<BTreeSet<String>>> = BTreeMap::new();
    for (call, which) in [("refuse(", 1), ("Refusal::new(", 1), ("Self::new(", 1), ("fault(", 0)] {
        for (arguments, figures) in calls(&code, call) {
            let Some(stem) = arguments.get(which).and_then(|argument| literal(argument)) else {
                continue;
            };
            let figures = if call == "fault(" { names(&["place", "found"]) } else { figures };
            out.entry(stem).or_default().push(figures);
        }
    }
    for call in ["Finding::new(", "Finding::under(", "noted("] {
        for (arguments, figures) in calls(&code, call) {
            let Some(rule) = arguments.first().and_then(|argument| literal(argument)) else {
                continue;
            };
            let unknown = if arguments[1].contains("NoData") { "-no-data" } else { "" };
            let passed = arguments[1] == "Outcome::Pass";
            if !passed {
                out.entry(format!("{}{unknown}", rule.to_ascii_lowercase())).or_default().push(figures);
            }
        }
    }
    // The one finding whose rule is chosen by the size of the enterprise.
    for rule in ["chk-rep-min", "chk-rep-scale5"] {
        out.entry(rule.to_owned()).or_default().push(names(&["found", "min", "max"]));
    }
    // What is late has the rule of its deadline.
    for rule in DeadlineRule::ALL.into_iter().filter_map(late::rule_id) {
        let figures = names(&["anchor", "done", "due", "item", "owner", "state"]);
        out.entry(rule.to_ascii_lowercase().replace('_', "-")).or_default().push(figures);
    }
    out
}

fn names(all: &[&str]) -> BTreeSet<String> {
    all.iter().map(|name| (*name).to_owned()).collect()
}

/// Every call of a function: its arguments as text, and the names given by `.with(…)` after it.
fn calls(code: &str, call: &str) -> Vec<(Vec<String>, BTreeSet<String>)> {
    let mut out = Vec::new();
    for (at, _) in code.match_indices(call) {
        let whole_word = !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let definition = code[..at].ends_with("fn ");
        if !whole_word || definition {
            continue;
        }
        let (inside, mut rest) = balanced(&code[at + call.len()..]);
        let mut figures = BTreeSet::new();
        while let Some(after) =
            ["with", "with_message"].iter().find_map(|name| rest.trim_start().strip_prefix(&format!(".{name}(")))
        {
            let (argument, further) = balanced(after);
            figures.extend(arguments(argument).first().and_then(|name| literal(name)));
            rest = further;
        }
        out.push((arguments(inside), figures));
    }
    out
}

/// Splits a text after an opening bracket at its closing bracket.
fn balanced(text: &str) -> (&str, &str) {
    let mut depth = 1;
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' | ']' | '}' if !quoted => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return (&text[..at], &text[at + 1..]);
        }
    }
    panic!("a bracket is never closed");
}

fn arguments(inside: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut depth = 0;
    let mut quoted = false;
    for c in inside.chars() {
        match c {
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' | ']' | '}' if !quoted => depth -= 1,
            _ => {}
        }
        if c == ',' && depth == 0 && !quoted {
            out.push(String::new());
        } else {
            out.last_mut().unwrap().push(c);
        }
    }
    out.into_iter().map(|argument| argument.trim().to_owned()).collect()
}

fn literal(argument: &str) -> Option<String> {
    Some(argument.strip_prefix('"')?.strip_suffix('"')?.to_owned())
}

/// A message file as names: what each text takes and which other texts it says.
pub(super) struct Texts(BTreeMap<String, String>);

impl Texts {
    pub(super) fn read(file: &str) -> Self {
        let mut texts: BTreeMap<String, String> = BTreeMap::new();
        let mut current = String::new();
        for line in file.lines() {
            if let Some((key, text)) = line.split_once(" = ").filter(|_| line.starts_with("neg-")) {
                assert!(texts.insert(key.to_owned(), text.to_owned()).is_none(), "{key} stands twice");
                current = key.to_owned();
            } else if !line.is_empty() && !line.starts_with('#') {
                texts.get_mut(&current).unwrap_or_else(|| panic!("no key before {line}")).push_str(line);
            }
        }
        Self(texts)
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = &String> {
        self.0.keys()
    }

    /// Keys of texts that other texts say.
    pub(super) fn references(&self) -> BTreeSet<String> {
        self.0
            .values()
            .flat_map(|text| words_after(text, "neg-").into_iter().map(|rest| format!("neg-{rest}")))
            .collect()
    }

    /// Names of the figures that a text takes, with those of the texts it says.
    pub(super) fn arguments(&self, key: &str) -> BTreeSet<String> {
        let text = &self.0[key];
        let mut out: BTreeSet<String> = words_after(text, "$").into_iter().collect();
        for other in words_after(text, "neg-") {
            out.extend(self.arguments(&format!("neg-{other}")));
        }
        out
    }
}

fn words_after(text: &str, mark: &str) -> Vec<String> {
    let word = |rest: &str| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_').collect();
    text.split(mark).skip(1).map(word).collect()
}
