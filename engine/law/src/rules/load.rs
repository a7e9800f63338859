//! From profile files to rules: read, lay over, check.

use toml::{Table, Value};

use super::{Disclosure, Period, Profile, Rule, Rules};
use crate::input::{InputError, Problem, Tree, from_table, from_toml};
use messages::Said;

/// Why rules could not be loaded; names file, place, found and expected.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {error}")]
pub struct RulesError {
    /// Name of the file, or of the last of several laid over each other.
    pub file: String,
    /// What is wrong in it.
    pub error: InputError,
}

impl RulesError {
    /// The error for people.
    #[must_use]
    pub fn said(&self) -> Said {
        self.error.said()
    }
}

const FILES: [(Profile, &str, &str); 4] = [
    (Profile::Cn, "cn.toml", include_str!("../../data/profiles/cn.toml")),
    (Profile::Zj, "zj.toml", include_str!("../../data/profiles/zj.toml")),
    (Profile::Hz, "hz.toml", include_str!("../../data/profiles/hz.toml")),
    (Profile::Nb, "nb.toml", include_str!("../../data/profiles/nb.toml")),
];

/// Keys whose value is no rule that a profile may lack.
const PLAIN: [&str; 11] = [
    "profile",
    "edition",
    "disclose",
    "suspend",
    "congress",
    "min_wage",
    "offer_form",
    "reps",
    "term_years",
    "wage_items",
    "base",
];

/// Keys that an overlay merges field by field; all others it replaces whole.
const MERGED: [&str; 2] = ["reps", "suspend"];

pub(super) fn builtin(profile: Profile) -> Result<Rules, RulesError> {
    let mut chain = std::iter::successors(Some(profile), |profile| profile.base()).collect::<Vec<_>>();
    chain.reverse();
    let files = chain.iter().filter_map(|wanted| FILES.iter().find(|(profile, _, _)| profile == wanted));
    let files = files.map(|(_, name, text)| (*name, *text)).collect::<Vec<_>>();
    overlay(&files)
}

pub(super) fn overlay(files: &[(&str, &str)]) -> Result<Rules, RulesError> {
    let mut all = Table::new();
    let mut last = "";
    for (name, text) in files {
        let table: Table = from_toml(text).map_err(|error| named(name, error))?;
        for (key, value) in table {
            lay_over(&mut all, key, value);
        }
        last = name;
    }
    all.remove("base");
    let wrapped = all.into_iter().map(|(key, value)| wrap(key, value)).collect::<Table>();
    let rules: Rules = from_table(&wrapped).map_err(|error| named(last, unwrapped(error)))?;
    check(&rules).map_err(|error| named(last, error))?;
    Ok(rules)
}

pub(super) fn from_json(bytes: &[u8]) -> Result<Rules, RulesError> {
    let read = Tree::parse(bytes).and_then(|tree| Ok(tree.read::<Rules>()?));
    let rules = read.map_err(|error| named("rules.json", error))?;
    check(&rules).map_err(|error| named("rules.json", error))?;
    Ok(rules)
}

fn named(file: &str, error: InputError) -> RulesError {
    RulesError { file: file.to_owned(), error }
}

fn lay_over(all: &mut Table, key: String, value: Value) {
    match (all.get_mut(&key), value) {
        (Some(Value::Table(below)), Value::Table(above)) if MERGED.contains(&key.as_str()) => below.extend(above),
        (_, value) => {
            all.insert(key, value);
        }
    }
}

/// Writes `{none = "…"}` and plain tables in the two forms that [`Rule`] reads.
fn wrap(key: String, value: Value) -> (String, Value) {
    let value = match (key.as_str(), value) {
        ("disclose", Value::Table(items)) => {
            Value::Table(items.into_iter().map(|(item, value)| (item, as_rule(value))).collect())
        }
        ("suspend", Value::Table(mut fields)) => {
            if let Some(cap) = fields.remove("cap") {
                fields.insert("cap".to_owned(), as_rule(cap));
            }
            Value::Table(fields)
        }
        (key, value) if PLAIN.contains(&key) => value,
        (_, value) => as_rule(value),
    };
    (key, value)
}

fn as_rule(mut value: Value) -> Value {
    let reason = value.as_table_mut().and_then(|table| table.remove("none"));
    let form = if reason.is_some() { "none" } else { "value" };
    if let (Some(reason), Some(table)) = (reason, value.as_table_mut()) {
        table.insert("reason".to_owned(), reason);
    }
    Value::Table(Table::from_iter([(form.to_owned(), value)]))
}

/// The place as the author of the file knows it, without the forms that [`wrap`] put in.
fn unwrapped(mut error: InputError) -> InputError {
    let parts = error.place.split('.').filter(|part| *part != "value");
    error.place = parts.collect::<Vec<_>>().join(".");
    error
}

/// What types alone do not say: positive amounts, at least one article, shares below a whole.
fn check(rules: &Rules) -> Result<(), InputError> {
    let plain = [
        ("announce_reps", &rules.announce_reps),
        ("coordinate", &rules.coordinate),
        ("opinion_answer", &rules.opinion_answer),
        ("publish", &rules.publish),
        ("renew_open", &rules.renew_open),
        ("reply", &rules.reply),
        ("rescind_file", &rules.rescind_file),
        ("resubmit", &rules.resubmit),
        ("suspend.cap", &rules.suspend.cap),
        ("to_congress", &rules.to_congress),
        ("total", &rules.total),
        ("vacancy_fill", &rules.vacancy_fill),
    ];
    for (place, rule) in plain {
        check_period(place, rule.value())?;
    }
    for (place, rule) in [("file", &rules.file), ("file_other", &rules.file_other), ("file_wage", &rules.file_wage)] {
        check_period(place, rule.value().map(|filing| &filing.period))?;
    }
    check_period("annual_report", rules.annual_report.value().map(|report| &report.period))?;
    check_period("review", rules.review.value().map(|review| &review.period))?;
    let disclose = &rules.disclose;
    let items: [(&str, &Rule<Disclosure>); 4] = [
        ("disclose.agenda", &disclose.agenda),
        ("disclose.data", &disclose.data),
        ("disclose.plan", &disclose.plan),
        ("disclose.rep_list", &disclose.rep_list),
    ];
    for (place, rule) in items {
        check_period(place, rule.value().map(|disclosure| &disclosure.period))?;
    }
    for (place, share) in [("congress.quorum", rules.congress.quorum), ("reps.ext_max", rules.reps.ext_max)] {
        if share.denominator == 0 || share.numerator > share.denominator {
            return wrong(place, "law-rules-share", &format!("{}/{}", share.numerator, share.denominator));
        }
    }
    Ok(())
}

fn check_period(place: &str, period: Option<&Period>) -> Result<(), InputError> {
    let Some(period) = period else {
        return Ok(());
    };
    let amber = period.amber.as_ref().map_or(1, |amber| amber.amount);
    for amount in [period.amount, amber] {
        if !(1..=3660).contains(&amount) {
            return wrong(place, "law-rules-amount", &amount);
        }
    }
    if period.source.citation.is_empty() {
        return wrong(place, "law-rules-citation", &"");
    }
    Ok(())
}

fn wrong(place: &str, key: &'static str, found: &dyn std::fmt::Display) -> Result<(), InputError> {
    Err(InputError::at(place, Problem::Rule(Said::new(key).arg("found", found))))
}
