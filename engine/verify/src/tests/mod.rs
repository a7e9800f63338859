//! Whole bundles, good and forged. The law replay has tests of its own; here its outcome is left aside.

mod archive;
mod ballots;
mod canonical;
mod chain;
mod evidence_doc;
mod forge;
mod limits;
mod members;
mod persons;
mod rolls;
mod sample;
mod texts;

use crate::{Check, Limits, Outcome, Report, verify};

/// Verifies under the standard limits; the bundle must be readable.
fn report(bundle: &[u8]) -> Report {
    verify(bundle, &Limits::default()).unwrap()
}

/// What doesn't hold, except under the law.
fn findings(bundle: &[u8]) -> Vec<Check> {
    let failed = |check: &Check| check.outcome == Outcome::Fail && check.id != "law";
    report(bundle).checks.into_iter().filter(failed).collect()
}

/// The findings as `id place key`, where the place is a member, a record or nothing.
fn found(bundle: &[u8]) -> Vec<String> {
    let place = |check: &Check| match (&check.place.member, check.place.seq) {
        (_, Some(seq)) => format!("{seq} "),
        (Some(member), None) => format!("{member} "),
        (None, None) => String::new(),
    };
    findings(bundle).iter().map(|check| format!("{} {}{}", check.id, place(check), check.said.key)).collect()
}
