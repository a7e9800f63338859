//! What is missing where nothing was filled in, and by which parts of a row an empty one is known.

use super::spec::{Field, Kind};

/// What to say where nothing was filled in.
pub(super) const fn missing(kind: Kind) -> &'static str {
    match kind {
        Kind::Day => "pages-fault-day",
        Kind::Count | Kind::Numbers => "pages-fault-count",
        Kind::Choice(_) | Kind::Consent => "pages-fault-choice",
        Kind::Scan | Kind::Secret => "pages-fault-scan",
        Kind::Seated | Kind::Known | Kind::Person | Kind::Persons | Kind::Crowd => "pages-fault-person",
        Kind::Capacity => "pages-fault-choice",
        Kind::Pending => "pages-fault-pending",
        Kind::Act => "pages-fault-act",
        Kind::Fact => "pages-fault-fact",
        Kind::Clause => "pages-fault-clause",
        Kind::Line
        | Kind::Text
        | Kind::Tick
        | Kind::OwnName
        | Kind::Lines
        | Kind::Group(_)
        | Kind::Rows(..)
        | Kind::Values
        | Kind::Terms
        | Kind::Grades
        | Kind::Given(_) => "pages-fault-empty",
        Kind::Yuan | Kind::Percent => "pages-fault-amount",
    }
}

/// Names of the parts of a row in which somebody types words; by them an empty row is known.
pub(super) fn words(fields: &'static [Field]) -> Vec<&'static str> {
    let mut words = Vec::new();
    for field in fields {
        match field.kind {
            Kind::Line
            | Kind::Text
            | Kind::Day
            | Kind::Count
            | Kind::Lines
            | Kind::Numbers
            | Kind::Yuan
            | Kind::Percent => words.push(field.name),
            // A person's name stands one level below.
            Kind::Person => words.extend(["person.who", "person.name"]),
            Kind::Tick
            | Kind::Consent
            | Kind::Choice(_)
            | Kind::Scan
            | Kind::Secret
            | Kind::Seated
            | Kind::Crowd
            | Kind::Persons
            | Kind::Clause
            | Kind::OwnName
            | Kind::Act
            | Kind::Fact
            | Kind::Known
            | Kind::Capacity
            | Kind::Pending
            | Kind::Group(_)
            | Kind::Rows(..)
            | Kind::Values
            | Kind::Terms
            | Kind::Grades
            | Kind::Given(_) => {}
        }
    }
    words
}
