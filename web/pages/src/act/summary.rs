//! What was typed, line by line, for the check page.

use super::asking::{Asking, is_profile};
use super::binding;
use super::fact::{Fact, Old};
use super::posted::Posted;
use super::show::{choice, label};
use super::spec::{Field, Kind};
use crate::site::Site;

/// One line of the summary.
pub(crate) struct Line {
    /// A heading over the lines that follow.
    pub(crate) heading: bool,
    /// Where the whole of it can be read.
    pub(crate) link: Option<String>,
    pub(crate) name: String,
    pub(crate) text: String,
}

impl Line {
    pub(super) const fn of(name: String, text: String) -> Self {
        Self { heading: false, link: None, name, text }
    }

    pub(super) const fn over(name: String) -> Self {
        Self { heading: true, link: None, name, text: String::new() }
    }
}

/// The summary of a form or of a part of it; what is empty is left out.
pub(crate) fn summary(site: &Site, ask: &Asking<'_>, posted: &Posted, fields: &[Field], prefix: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    for field in fields {
        let path = super::read::join(prefix, field.name);
        let name = label(site, ask.command, &path);
        let mut heading = |name: String, inside: Vec<Line>| {
            if !inside.is_empty() {
                lines.push(Line::over(name));
                lines.extend(inside);
            }
        };
        match field.kind {
            Kind::Group(fields) => heading(name, summary(site, ask, posted, fields, &path)),
            Kind::Rows(fields, _) => {
                for index in 0..posted.rows(&path) {
                    let row = summary(site, ask, posted, fields, &format!("{path}.{index}"));
                    // A row in which only a preset choice stands says nothing.
                    if row.iter().any(|line| !line.heading) {
                        heading(format!("{name} {}", index + 1), row);
                    }
                }
            }
            Kind::Act => {
                if let Some((command, fields)) = ask.inner() {
                    let inner = ask.about(command, posted);
                    let name = site.text(negotiation::table::command_key(command));
                    heading(name, summary(site, &inner, posted, fields, &path));
                }
            }
            Kind::Fact => {
                if let Some(fact) = ask.fact() {
                    let new = fact.field().map(|field| summary(site, ask, posted, &[field], &path));
                    let mut inside = vec![Line::of(site.text("pages-fact-old"), old(site, &fact))];
                    inside.extend(new.unwrap_or_default());
                    heading(fact_name(site, &fact), inside);
                }
            }
            Kind::Terms => lines.extend(
                super::read::terms(ask, posted, &path)
                    .map(|terms| super::agreement::full(site, &terms))
                    .unwrap_or_default(),
            ),
            Kind::Given(given) => lines.extend(binding::lines(site, ask, posted, given, &path)),
            Kind::OwnName => lines.extend(binding::signature(site, ask, posted, &path, name)),
            Kind::Line
            | Kind::Text
            | Kind::Day
            | Kind::Count
            | Kind::Known
            | Kind::Capacity
            | Kind::Pending
            | Kind::Tick
            | Kind::Consent
            | Kind::Choice(_)
            | Kind::Lines
            | Kind::Numbers
            | Kind::Scan
            | Kind::Secret
            | Kind::Person
            | Kind::Seated
            | Kind::Crowd
            | Kind::Persons
            | Kind::Clause
            | Kind::Values
            | Kind::Yuan
            | Kind::Percent
            | Kind::Grades => {
                let text = said(site, ask, posted, field, &path);
                if !text.is_empty() {
                    lines.push(Line::of(name, text));
                }
            }
        }
    }
    lines
}

fn said(site: &Site, ask: &Asking<'_>, posted: &Posted, field: &Field, path: &str) -> String {
    let text = posted.one(path);
    match field.kind {
        Kind::Line if path == "region" => region(ask, text),
        Kind::Line
        | Kind::Text
        | Kind::Day
        | Kind::Count
        | Kind::Lines
        | Kind::Numbers
        | Kind::Yuan
        | Kind::Percent => text.to_owned(),
        Kind::Tick => site.text(if text.is_empty() { "pages-no" } else { "pages-yes" }),
        Kind::Consent if text.is_empty() => String::new(),
        Kind::Consent => choice(site, ask.command, "consent", text),
        Kind::Choice(_) if text.is_empty() && is_profile(ask, path) => {
            ask.rules(posted).map(|rules| choice(site, ask.command, field.name, rules.code())).unwrap_or_default()
        }
        Kind::Choice(_) if text.is_empty() => String::new(),
        Kind::Choice(_) => choice(site, ask.command, field.name, text),
        Kind::Scan | Kind::Secret => posted.one(&format!("{path}.file")).to_owned(),
        Kind::Person => person(ask, posted, path),
        Kind::Seated | Kind::Known => name(ask, text),
        Kind::Capacity => super::asking::capacity(text)
            .map(|capacity| site.text(negotiation::table::capacity_key(capacity)))
            .unwrap_or_default(),
        Kind::Pending => {
            let chosen = ask.waiting().find(|pending| pending.number.to_string() == text);
            chosen.map(|pending| pending.texts.join("")).unwrap_or_default()
        }
        Kind::Crowd => {
            let names: Vec<String> = posted.all(path).iter().map(|id| name(ask, id)).collect();
            names.join("、")
        }
        Kind::Persons => {
            let rows = (0..posted.rows(path)).map(|index| person(ask, posted, &format!("{path}.{index}")));
            rows.filter(|name| !name.is_empty()).collect::<Vec<_>>().join("、")
        }
        Kind::Clause => ask.base().clause(text).map(|clause| clause.heading.clone()).unwrap_or_default(),
        Kind::Values => figures(site, ask, posted, path),
        Kind::Group(_)
        | Kind::Terms
        | Kind::Grades
        | Kind::Rows(..)
        | Kind::Act
        | Kind::Fact
        | Kind::Given(_)
        | Kind::OwnName => String::new(),
    }
}

/// The name of a fact, and which of several.
pub(crate) fn fact_name(site: &Site, fact: &Fact) -> String {
    let name = site.text(format!("pages-fact-{}", fact.name.replace('_', "-")));
    match fact.which.as_str() {
        "" => name,
        "worker" | "employer" => format!("{name}（{}）", site.text(format!("neg-side-{}", fact.which))),
        which => format!("{name}（{which}）"),
    }
}

/// What stands, in words.
pub(crate) fn old(site: &Site, fact: &Fact) -> String {
    match &fact.old {
        Old::Day(day) => crate::desk::weekday(site, *day),
        Old::Whether(true) => site.text("pages-yes"),
        Old::Whether(false) => site.text("pages-no"),
        Old::Figures(_) => {
            let part = |(name, text): (&str, String)| format!("{}{text}", site.text(format!("form-{name}")));
            fact.texts().into_iter().map(part).collect::<Vec<_>>().join("，")
        }
        Old::There => site.text("pages-fact-there"),
        Old::Count(_) | Old::Words(_) => fact.texts().into_iter().map(|(_, text)| text).collect(),
    }
}

/// A region by code and name.
fn region(ask: &Asking<'_>, code: &str) -> String {
    let named = ask.around.data.and_then(|data| data.region(code));
    named.map_or_else(|| code.to_owned(), |region| format!("{code} {}", region.name))
}

fn name(ask: &Asking<'_>, id: &str) -> String {
    ask.people.0.get(id).map(|known| known.fields.name.clone()).unwrap_or_default()
}

fn person(ask: &Asking<'_>, posted: &Posted, path: &str) -> String {
    let known = name(ask, posted.one(&format!("{path}.who")));
    if !known.is_empty() {
        return known;
    }
    let parts = ["name", "post", "phone"].map(|part| posted.one(&format!("{path}.{part}")).to_owned());
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("，")
}

fn figures(site: &Site, ask: &Asking<'_>, posted: &Posted, path: &str) -> String {
    let values = ask.beside(posted, path).map(|clause| clause.values).unwrap_or_default();
    let words = values.iter().map(|value| {
        let unit = site.text(match value.unit {
            negotiation::terms::Unit::Fen => "pages-unit-yuan",
            negotiation::terms::Unit::BasisPoints => "pages-unit-percent",
            negotiation::terms::Unit::Count => "pages-unit-count",
        });
        format!("{}{unit}", posted.one(&format!("{path}.{}", value.key)))
    });
    words.collect::<Vec<_>>().join("、")
}
