//! What was checked and what came out, one line a check.

use messages::{Catalogue, Said};
use serde::Serialize;

/// What came out of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It holds.
    Pass,
    /// It doesn't hold.
    Fail,
    /// It couldn't be checked, and why is said.
    NotChecked,
}

/// Where a check looked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Member of the archive.
    pub member: Option<String>,
    /// Record, from 1.
    pub seq: Option<u64>,
}

impl Place {
    /// The bundle as a whole.
    #[must_use]
    pub fn bundle() -> Self {
        Self::default()
    }

    /// A member of the archive.
    #[must_use]
    pub fn member(name: impl Into<String>) -> Self {
        Self { member: Some(name.into()), seq: None }
    }

    /// A record.
    #[must_use]
    pub fn record(seq: u64) -> Self {
        Self { member: Some("records.jsonl".to_owned()), seq: Some(seq) }
    }
}

/// One check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Check {
    /// Which check: `archive`, `manifest`, `chain`, `head`, `files`, `readme`, `rules`, `datasets`, `templates`,
    /// `documents`, `attachments`, `ballots`, `persons`, `law`, `tail`.
    pub id: &'static str,
    /// What came out.
    pub outcome: Outcome,
    /// Where.
    pub place: Place,
    /// What to say about it.
    pub said: Said,
}

impl Check {
    /// A check that holds.
    #[must_use]
    pub fn pass(id: &'static str, place: Place, said: Said) -> Self {
        Self { id, outcome: Outcome::Pass, place, said }
    }

    /// A check that doesn't hold.
    #[must_use]
    pub fn fail(id: &'static str, place: Place, said: Said) -> Self {
        Self { id, outcome: Outcome::Fail, place, said }
    }

    /// Something that couldn't be checked.
    #[must_use]
    pub fn not_checked(id: &'static str, place: Place, said: Said) -> Self {
        Self { id, outcome: Outcome::NotChecked, place, said }
    }

    /// The check as one line for a person: outcome, place, what was found.
    #[must_use]
    pub fn line(&self, catalogue: &Catalogue) -> String {
        let frame = match self.outcome {
            Outcome::Pass => "verify-line-pass",
            Outcome::Fail => "verify-line-fail",
            Outcome::NotChecked => "verify-line-not-checked",
        };
        let place = match (&self.place.member, self.place.seq) {
            (_, Some(seq)) => catalogue.say(&Said::new("verify-place-record").arg("seq", seq)),
            (Some(member), None) => catalogue.say(&Said::new("verify-place-member").arg("member", member)),
            (None, None) => String::new(),
        };
        catalogue.say(&Said::new(frame).arg("text", format!("{place}{}", catalogue.say(&self.said))))
    }
}

/// Everything that was checked, in the order of reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The case that manifest or records name.
    pub case: Option<String>,
    /// All checks.
    pub checks: Vec<Check>,
    /// The first failed check that names a record, otherwise the first failed check.
    pub first_break: Option<Check>,
    /// Number of records whose chain holds.
    pub records: u64,
}

impl Report {
    pub(crate) fn new(case: Option<String>, records: u64, checks: Vec<Check>) -> Self {
        let failed = || checks.iter().filter(|check| check.outcome == Outcome::Fail);
        let first_break = failed().find(|check| check.place.seq.is_some()).or_else(|| failed().next()).cloned();
        Self { case, checks, first_break, records }
    }

    /// Whether everything that was checked holds: exit status 0 where it does, 1 where it doesn't.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.first_break.is_none()
    }
}
