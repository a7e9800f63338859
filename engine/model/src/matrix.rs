//! Stage × command: what the table says beside what was seen.

use law::citation::Citation;
use law::rules::Profile;
use messages::Said;
use negotiation::Stage;
use negotiation::table::{ROWS, Row};

use crate::explore::Explored;

/// The stage of what isn't a case yet.
pub const NO_CASE: &str = "none";

/// Everything that a command can meet: no case yet, and every stage of one.
pub fn columns() -> impl Iterator<Item = &'static str> {
    std::iter::once(NO_CASE).chain(Stage::NAMES)
}

/// What a command meets at a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// It was accepted.
    Accepted,
    /// The table lists it here, and the model never saw it accepted: [`basis`] says what refused it.
    Unseen,
    /// It is always refused, under `STAGE-<command>`.
    Refused,
    /// The model never came to the stage.
    Unreached,
}

/// The cell of a command at a stage.
#[must_use]
pub fn cell(found: &Explored, stage: &'static str, row: &'static Row) -> Cell {
    if found.accepted.contains(&(stage, row.command)) {
        return Cell::Accepted;
    }
    let listed = lists(row, stage);
    let reached = found.refused.keys().any(|(seen, _)| *seen == stage);
    match (listed, reached) {
        (_, false) => Cell::Unreached,
        (true, true) => Cell::Unseen,
        (false, true) => Cell::Refused,
    }
}

/// Whether the table lists a command at a stage; one that is listed at every stage still needs a case.
fn lists(row: &Row, stage: &str) -> bool {
    (row.stages.is_empty() && stage != NO_CASE) || row.stages.contains(&stage)
}

/// The articles behind a command that are law under a profile.
#[must_use]
pub fn articles(profile: Profile, row: &Row) -> Vec<Citation> {
    let all = row.articles.iter().filter_map(|article| Citation::new(article).ok());
    all.filter(|article| article.applies(profile)).collect()
}

/// Why a command has no article under a profile: it is the platform's own, or only other places' texts know it.
#[must_use]
pub fn no_article(row: &Row) -> Said {
    Said::new("law-page-no-article").arg("kind", if row.articles.is_empty() { "platform" } else { "place" })
}

/// What a cell rests on: articles where the command was accepted, the rules that refused it where it wasn't, and a sentence
/// where there are no articles or where the case of the exploration can't come to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Basis {
    /// The articles of the place under which it was accepted.
    pub articles: Vec<Citation>,
    /// The rules that refused it.
    pub rules: Vec<String>,
    /// What else is to be said.
    pub said: Option<Said>,
}

/// What the cell of a command at a stage rests on.
#[must_use]
pub fn basis(found: &Explored, profile: Profile, stage: &'static str, row: &'static Row) -> Basis {
    match cell(found, stage, row) {
        Cell::Accepted => {
            let articles = articles(profile, row);
            let said = articles.is_empty().then(|| no_article(row));
            Basis { articles, said, ..Basis::default() }
        }
        Cell::Unseen | Cell::Refused => Basis {
            rules: refused_by(found, stage, row),
            said: exception(profile, stage, row).map(|one| Said::new(one.reason)),
            ..Basis::default()
        },
        Cell::Unreached => Basis { said: Some(Said::new("law-page-unreached")), ..Basis::default() },
    }
}

/// The rules that refused a command at a stage; that of a wrong actor only where no other did.
fn refused_by(found: &Explored, stage: &'static str, row: &Row) -> Vec<String> {
    let who = format!("WHO-{}", row.command);
    let all = found.refused.get(&(stage, row.command));
    let rules: Vec<String> = all.into_iter().flatten().filter(|rule| **rule != who).cloned().collect();
    if rules.is_empty() && all.is_some() { vec![who] } else { rules }
}

fn exception(profile: Profile, stage: &str, row: &Row) -> Option<&'static Exception> {
    EXCEPTIONS.iter().find(|one| one.holds(profile, row.command, stage))
}

/// Where table and exploration disagree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Disagreement {
    /// Flat name of the command.
    pub command: &'static str,
    /// How.
    pub kind: Kind,
    /// The stage; none for a command that is listed at every stage.
    pub stage: Option<&'static str>,
}

/// How table and exploration disagree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Listed, the stage was reached, and it was never accepted.
    NeverAccepted,
    /// Accepted at a stage that isn't listed.
    NotListed,
    /// Refused at a stage that isn't listed under another rule than that of the stage or the actor.
    OtherRule,
}

/// Everything in which table and exploration disagree.
#[must_use]
pub fn disagreements(found: &Explored) -> Vec<Disagreement> {
    let mut out = Vec::new();
    for row in ROWS {
        for stage in columns() {
            let listed = lists(row, stage);
            let kind = match cell(found, stage, row) {
                Cell::Accepted if !listed => Kind::NotListed,
                Cell::Unseen if !row.stages.is_empty() => Kind::NeverAccepted,
                Cell::Refused if !by_stage(found, stage, row) => Kind::OtherRule,
                Cell::Accepted | Cell::Unseen | Cell::Refused | Cell::Unreached => continue,
            };
            out.push(Disagreement { command: row.command, kind, stage: Some(stage) });
        }
        let anywhere = found.accepted.iter().any(|(_, command)| *command == row.command);
        if row.stages.is_empty() && !anywhere {
            out.push(Disagreement { command: row.command, kind: Kind::NeverAccepted, stage: None });
        }
    }
    out
}

fn by_stage(found: &Explored, stage: &'static str, row: &'static Row) -> bool {
    let own = [format!("STAGE-{}", row.command), format!("WHO-{}", row.command)];
    found.refused.get(&(stage, row.command)).is_none_or(|rules| rules.iter().all(|rule| own.contains(rule)))
}

/// Cells that the table lists and that the bounded model doesn't see accepted.
pub struct Exception {
    /// Flat names of the commands.
    pub commands: &'static [&'static str],
    /// Profiles under which it is so.
    pub profiles: &'static [Profile],
    /// Why: a key of this crate's message file.
    pub reason: &'static str,
    /// The stages.
    pub stages: &'static [&'static str],
}

impl Exception {
    /// Whether it speaks of this cell.
    #[must_use]
    pub fn holds(&self, profile: Profile, command: &str, stage: &str) -> bool {
        self.profiles.contains(&profile) && self.commands.contains(&command) && self.stages.contains(&stage)
    }
}

/// What becomes of a letter that was sent.
const LETTERS: &[&str] = &["record_letter_receipt", "answer_opinion"];
const CLOCK: &[&str] = &["strike_clock"];

/// All exceptions.
pub const EXCEPTIONS: &[Exception] = &[
    Exception {
        commands: &["apply_coordination"],
        profiles: &[Profile::Cn],
        reason: "law-page-unseen-no-cap",
        stages: &["disputed"],
    },
    Exception {
        commands: LETTERS,
        profiles: &Profile::ALL,
        reason: "law-page-unseen-no-letter",
        stages: &["idle", "offered"],
    },
    Exception {
        commands: LETTERS,
        profiles: &Profile::ALL,
        reason: "law-page-unseen-letter-before",
        stages: &["drafted", "congress", "filed", "under_review", "objected", "closed", "ended", "rescinded"],
    },
    Exception {
        commands: CLOCK,
        profiles: &Profile::ALL,
        reason: "law-page-unseen-nothing-due",
        stages: &["closed", "ended"],
    },
    Exception {
        commands: CLOCK,
        profiles: &[Profile::Cn, Profile::Zj, Profile::Hz],
        reason: "law-page-unseen-nothing-due",
        stages: &["idle"],
    },
    Exception {
        commands: CLOCK,
        profiles: &[Profile::Cn, Profile::Zj],
        reason: "law-page-unseen-nothing-due",
        stages: &["offered"],
    },
    Exception {
        commands: CLOCK,
        profiles: &[Profile::Cn],
        reason: "law-page-unseen-nothing-due",
        stages: &["refused", "rescinded"],
    },
];
