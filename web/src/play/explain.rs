//! A play that stopped, in words: where, what was found, what was expected, what to do.

use law::citation::Citation;
use law::time::Moment;
use messages::Said;
use negotiation::{Refusal, table};
use store::SubmitError;

use super::PlayError;
use crate::catalogue::say;
use crate::scenario::{DutyExpectation, ScenarioError};

/// The lines that a user reads.
#[must_use]
pub fn explain(error: &PlayError) -> Vec<String> {
    let reason = |key: &'static str, reason: &dyn std::fmt::Display| vec![say(&Said::new(key).arg("reason", reason))];
    match error {
        PlayError::Scenario(error) => vec![scenario(error)],
        PlayError::Refused { step, at, refusal } => refused(*step, *at, refusal),
        PlayError::NotRefused { step, rule } => vec![
            say(&Said::new("play-not-refused").arg("step", step).arg("rule", rule)),
            say(&Said::new("play-not-refused-remedy")),
        ],
        PlayError::Stage { step, found, expected } => vec![say(&Said::new("play-stage")
            .arg("step", step)
            .message("found", table::stage_key(found))
            .arg("expected", expected))],
        PlayError::Duty { step, found, expected } => vec![duty(*step, found.as_ref(), expected)],
        PlayError::NoCase => vec![say(&Said::new("play-no-case"))],
        PlayError::Submit { step, error } => submit(*step, error),
        PlayError::Store(error) => reason("play-store", &say(&error.said())),
        PlayError::Law(error) => reason("play-law", error),
        PlayError::Font(error) => vec![say(&error.said())],
        PlayError::Typeset(error) => reason("play-typeset", &say(&error.said())),
        PlayError::Paper(crate::paper::PaperError::Data(error)) => reason("play-paper", &say(&error.said())),
        PlayError::Paper(error) => reason("play-paper", error),
        PlayError::Impossible(error) => reason("play-broken", error),
        PlayError::Corrupt(error) => reason("play-broken", error),
        PlayError::Canonical(error) => reason("play-broken", error),
        PlayError::Bundle(error) => reason("play-bundle", error),
        PlayError::Occupied(path) => vec![say(&Said::new("play-occupied").arg("path", path.display()))],
        PlayError::Disk { path, source } => {
            vec![say(&Said::new("play-disk").arg("path", path.display()).arg("reason", source))]
        }
    }
}

/// Whether an outcome wasn't as expected; otherwise something couldn't be read or written.
#[must_use]
pub const fn is_finding(error: &PlayError) -> bool {
    matches!(
        error,
        PlayError::Refused { .. }
            | PlayError::NotRefused { .. }
            | PlayError::Stage { .. }
            | PlayError::Duty { .. }
            | PlayError::NoCase
            | PlayError::Submit { .. }
            | PlayError::Typeset(_)
            | PlayError::Paper(_)
            | PlayError::Impossible(_)
            | PlayError::Corrupt(_)
    )
}

/// A refusal: rule, found, required, articles, remedy.
fn refused(step: usize, at: Moment, refusal: &Refusal) -> Vec<String> {
    let articles = refusal.citation.iter().map(Citation::display_zh).collect::<Vec<_>>().join("、");
    let mut lines = vec![
        say(&Said::new("play-refused").arg("step", step).arg("at", at).arg("rule", &refusal.rule)),
        say(&Said::new("play-found").arg("text", say(&refusal.found()))),
        say(&Said::new("play-required").arg("text", say(&refusal.required()))),
    ];
    if !articles.is_empty() {
        lines.push(say(&Said::new("play-citation").arg("text", articles)));
    }
    lines.push(say(&Said::new("play-remedy").arg("text", say(&refusal.remedy()))));
    lines
}

fn submit(step: usize, error: &SubmitError) -> Vec<String> {
    let place = if step == 0 {
        say(&Said::new("play-at-program"))
    } else {
        say(&Said::new("play-at-step").arg("step", step).arg("at", ""))
    };
    vec![say(&Said::new("play-submit").arg("place", place).arg("reason", say(&error.said())))]
}

fn duty(step: usize, found: Option<&DutyExpectation>, expected: &DutyExpectation) -> String {
    let shown = |duty: &DutyExpectation| serde_json::to_string(duty).unwrap_or_default();
    match found {
        None => say(&Said::new("play-duty-none").arg("step", step).arg("duty", &expected.id)),
        Some(found) => say(&Said::new("play-duty")
            .arg("step", step)
            .arg("duty", &expected.id)
            .arg("found", shown(found))
            .arg("expected", shown(expected))),
    }
}

fn scenario(error: &ScenarioError) -> String {
    match error {
        ScenarioError::Open { path, source } => {
            say(&Said::new("play-open").arg("path", path.display()).arg("reason", source))
        }
        ScenarioError::Size(found) => say(&Said::new("play-size").arg("found", found)),
        ScenarioError::Form(error) => say(&error.said()),
        ScenarioError::Reference { place, found } => {
            say(&Said::new("play-reference").arg("place", place).arg("found", found))
        }
        ScenarioError::Amount { place } => say(&Said::new("play-amount").arg("place", place)),
        ScenarioError::Twice(found) => say(&Said::new("play-twice").arg("found", found)),
        ScenarioError::Person { key, refusal } => {
            let words = [refusal.found(), refusal.required(), refusal.remedy()].map(|said| say(&said)).concat();
            say(&Said::new("play-person").arg("key", key).arg("rule", &refusal.rule).arg("words", words))
        }
        ScenarioError::Command { step, found } => {
            let known = negotiation::Command::names().collect::<Vec<_>>().join("、");
            say(&Said::new("play-command").arg("step", step).arg("found", found).arg("known", known))
        }
        ScenarioError::TimeBack { step, at, before } => {
            say(&Said::new("play-time-back").arg("step", step).arg("at", at).arg("before", before))
        }
    }
}
