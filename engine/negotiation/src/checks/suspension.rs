//! Suspension: who has to agree, and for how long at most (CC22 35, ZJ-CC 17, ZJ-DM 29, HZ 27, NB 19).

use law::Date;
use law::citation::Citation;
use law::rules::{Rules, SuspendConsent};

use super::{Finding, Outcome};
use crate::actor::Sides;

/// Both sides under the national text; in Zhejiang the workers, while the employer's word is on record.
pub(crate) fn consent(rules: &Rules, given: Sides<bool>) -> Finding {
    let required = &rules.suspend.consent;
    let (outcome, who) = match (given.worker, given.employer, required.who) {
        (true, true, SuspendConsent::Both) => (Outcome::Pass, "both"),
        (_, _, SuspendConsent::Both) => (Outcome::Fail, "both"),
        (true, true, SuspendConsent::WorkerRequiredEmployerRecorded) => (Outcome::Pass, "worker"),
        (true, false, SuspendConsent::WorkerRequiredEmployerRecorded) => (Outcome::Amber, "worker"),
        (false, _, SuspendConsent::WorkerRequiredEmployerRecorded) => (Outcome::Fail, "worker"),
    };
    let word = |given: bool| if given { "yes" } else { "no" };
    Finding::under("CHK-SUSPEND-CONSENT", outcome, &required.source.citation)
        .with("worker", word(given.worker))
        .with("employer", word(given.employer))
        .with("who", who)
}

/// A next session after the last day on which the talks may be suspended; the suspension stands, and ends there.
pub(crate) fn length(outcome: Outcome, next_on: Date, last: Date, citation: &[Citation]) -> Finding {
    let outcome = if next_on <= last { Outcome::Pass } else { outcome };
    Finding::under("CHK-SUSPEND-60D", outcome, citation).with("found", next_on).with("required", last)
}
