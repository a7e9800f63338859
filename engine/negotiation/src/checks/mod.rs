//! Checks that software can compute: found, required, article, and how the outcome counts.
//!
//! Only the checks that make an act void or impossible refuse; the others are noted and the case goes on.

pub mod congress;
pub(crate) mod delegation;
pub mod draft;
pub mod election;
pub mod filed;
pub(crate) mod filing;
pub mod floor;
pub mod late;
pub(crate) mod people;
pub mod person;
pub mod roll;
pub(crate) mod suspension;
pub mod terms;

use law::citation::Citation;
use law::rules::Profile;
use messages::{Said, Word};
use serde::{Deserialize, Serialize};

use crate::refusal::{Refusal, cite};

/// How a check came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// In order.
    Pass,
    /// Worth a look; nothing is refused.
    Amber,
    /// Against the text; on record, the case goes on.
    Breach,
    /// Against the text in a way that makes the act void or impossible.
    Fail,
    /// No data to check against; neither passes nor blocks.
    NoData,
}

impl Outcome {
    /// The message key of the outcome.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Pass => "neg-outcome-pass",
            Self::Amber => "neg-outcome-amber",
            Self::Breach => "neg-outcome-breach",
            Self::Fail => "neg-outcome-fail",
            Self::NoData => "neg-outcome-no-data",
        }
    }
}

/// The outcome of one check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// Articles.
    pub citation: Vec<Citation>,
    /// Figures that the texts name.
    #[serde(default)]
    pub figures: Vec<Figure>,
    /// How it came out.
    pub outcome: Outcome,
    /// Rule id.
    pub rule: String,
}

/// A figure of a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// Name.
    pub name: String,
    /// Value as text.
    pub value: String,
}

impl Finding {
    /// A finding under articles given by the rules.
    #[must_use]
    pub fn under(rule: &str, outcome: Outcome, citation: &[Citation]) -> Self {
        Self { citation: citation.to_vec(), figures: Vec::new(), outcome, rule: rule.to_owned() }
    }

    /// A finding under articles named here.
    #[must_use]
    pub fn new(rule: &str, outcome: Outcome, citation: &[&str]) -> Self {
        Self::under(rule, outcome, &cite(citation))
    }

    /// Adds a figure.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl std::fmt::Display) -> Self {
        self.figures.push(Figure { name: name.to_owned(), value: value.to_string() });
        self
    }

    /// The same finding with those articles only that are law under the profile; all of them where none is. For showing:
    /// a record keeps what was found.
    #[must_use]
    pub fn cited_under(mut self, profile: Profile) -> Self {
        let applies = |article: &Citation| article.applies(profile);
        if self.citation.iter().any(applies) {
            self.citation.retain(applies);
        }
        self
    }

    fn said(&self, part: &str) -> Said {
        let args = self.figures.iter().map(|f| (f.name.clone().into(), Word::Text(f.value.clone()))).collect();
        // Where there was nothing to check against there are no figures to name either.
        let unknown = if self.outcome == Outcome::NoData { "-no-data" } else { "" };
        Said { args, key: format!("neg-{}{unknown}-{part}", stem(&self.rule)).into() }
    }

    /// What was found.
    #[must_use]
    pub fn found(&self) -> Said {
        self.said("found")
    }

    /// What the text requires.
    #[must_use]
    pub fn required(&self) -> Said {
        self.said("required")
    }

    /// What to do next.
    #[must_use]
    pub fn remedy(&self) -> Said {
        self.said("remedy")
    }

    /// The refusal that a failed check gives.
    #[must_use]
    pub fn into_refusal(self) -> Refusal {
        let stem = stem(&self.rule);
        let figures = self.figures.into_iter().map(|f| (f.name.into(), Word::Text(f.value))).collect();
        Refusal::of_parts(self.rule, stem, self.citation, figures)
    }
}

/// The stem of a rule's message keys: `chk-file` for `CHK-FILE`, `vacancy-fill` for `vacancy_fill`.
fn stem(rule: &str) -> String {
    rule.to_ascii_lowercase().replace('_', "-")
}

/// The first failed check as a refusal; otherwise what is worth recording.
///
/// # Errors
/// A check that came out as [`Outcome::Fail`].
pub(crate) fn settle(findings: Vec<Finding>) -> Result<Vec<Finding>, Refusal> {
    let mut noted = Vec::new();
    for finding in findings {
        match finding.outcome {
            Outcome::Fail => return Err(finding.into_refusal()),
            Outcome::Pass => {}
            Outcome::Amber | Outcome::Breach | Outcome::NoData => noted.push(finding),
        }
    }
    Ok(noted)
}
