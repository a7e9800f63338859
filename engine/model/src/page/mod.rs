//! The page that a lawyer reviews: stages, who may do what where, duties, checks, as Markdown in Chinese.
//!
//! Everything on it comes from the rules, the table and an exploration; a test compares it with the committed page.

mod diagram;
mod duties;
mod steps;

pub use diagram::mermaid;

use law::checks::Check;
use law::rules::{Profile, Rules};
use messages::{Catalogue, Said};

use crate::explore::Explored;

/// A profile with what exploring it found.
pub struct Section<'a> {
    /// What was found.
    pub found: &'a Explored,
    /// The rules.
    pub rules: &'a Rules,
}

/// The page on all profiles; ends with a line feed.
#[must_use]
pub fn markdown(words: &Catalogue, sections: &[Section<'_>]) -> String {
    let mut parts = vec![words.say(&Said::new("law-page-title")), checks(words)];
    parts.extend(sections.iter().map(|section| profile(words, section)));
    parts.join("\n\n") + "\n"
}

/// The part on one profile, without a line feed at the end.
#[must_use]
pub fn profile(words: &Catalogue, section: &Section<'_>) -> String {
    let (rules, found) = (section.rules, section.found);
    let title = Said::new("law-page-profile")
        .arg("profile", rules.profile)
        .arg("edition", rules.edition)
        .arg("hash", rules.hash())
        .arg("states", found.states)
        .arg("steps", found.steps)
        .arg("depth", found.depth);
    let unreached = diagram::unreached(words, found);
    let note =
        |part: &'static str| words.say(&Said::new("law-page-note").arg("section", part).arg("unreached", &unreached));
    [
        words.say(&title),
        heading(words, "diagram"),
        note("diagram"),
        format!("```mermaid\n{}\n```", mermaid(words, found)),
        heading(words, "matrix"),
        note("matrix"),
        steps::table(words, rules.profile, found),
        heading(words, "deadlines"),
        note("deadlines"),
        duties::table(words, rules),
    ]
    .join("\n\n")
}

/// What follows from each check under each profile.
fn checks(words: &Catalogue) -> String {
    let row = |check: &Check| {
        let mut cells = vec![code(check.id()), named(words, "law-page-check", "check", check.id())];
        let said = |profile| named(words, "law-page-on-fail", "follows", follows(*check, profile));
        cells.extend(Profile::ALL.map(said));
        cells
    };
    let rows: Vec<Vec<String>> = Check::ALL.iter().map(row).collect();
    let note = words.say(&Said::new("law-page-note").arg("section", "checks").arg("unreached", ""));
    [heading(words, "checks"), note, table(&columns(words, "checks"), &rows)].join("\n\n")
}

/// What follows from a failed check, as data: `none` where the texts of the profile don't know the check.
#[must_use]
pub const fn follows(check: Check, profile: Profile) -> &'static str {
    if check.applies(profile) { check.on_fail(profile).word() } else { "none" }
}

fn heading(words: &Catalogue, section: &'static str) -> String {
    words.say(&Said::new("law-page-heading").arg("section", section))
}

fn columns(words: &Catalogue, section: &'static str) -> Vec<String> {
    let columns = words.say(&Said::new("law-page-columns").arg("section", section));
    columns.split('、').map(str::to_owned).collect()
}

fn named(words: &Catalogue, key: &'static str, argument: &'static str, value: &str) -> String {
    words.say(&Said::new(key).arg(argument, value))
}

fn code(id: &str) -> String {
    format!("`{id}`")
}

/// A Markdown table.
fn table(columns: &[String], rows: &[Vec<String>]) -> String {
    let line = |cells: &[String]| cells.iter().fold("|".to_owned(), |line, cell| format!("{line} {} |", escaped(cell)));
    let rule: Vec<String> = columns.iter().map(|_| "---".to_owned()).collect();
    let mut lines = vec![line(columns), line(&rule)];
    lines.extend(rows.iter().map(|cells| line(cells)));
    lines.join("\n")
}

fn escaped(cell: &str) -> String {
    cell.replace('|', "\\|").replace('\n', " ")
}
