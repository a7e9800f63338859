//! What a step says of the case afterwards.

use negotiation::Negotiation;
use negotiation::state::{Duty, DutyStatus};

use super::PlayError;
use crate::scenario::{DutyExpectation, DutyState, Step};

/// Compares stage and duties with what the step expects.
pub(super) fn check(number: usize, step: &Step, n: Option<&Negotiation>) -> Result<(), PlayError> {
    let stage = n.map_or("none", Negotiation::stage_name);
    if let Some(expected) = step.expect_stage.as_ref().filter(|expected| *expected != stage) {
        return Err(PlayError::Stage { step: number, found: stage.to_owned(), expected: expected.clone() });
    }
    for expected in &step.expect_duties {
        let found = n.and_then(|n| n.duty(&expected.id)).map(as_found);
        let differs = found.as_ref().is_none_or(|found| !agrees(expected, found));
        if differs {
            return Err(PlayError::Duty { step: number, found, expected: expected.clone() });
        }
    }
    Ok(())
}

fn as_found(duty: &Duty) -> DutyExpectation {
    let status = match duty.status {
        DutyStatus::Open => DutyState::Open,
        DutyStatus::Struck => DutyState::Struck,
        DutyStatus::Met { late: false, .. } => DutyState::Met,
        DutyStatus::Met { late: true, .. } => DutyState::Late,
        DutyStatus::Voided => DutyState::Voided,
    };
    DutyExpectation {
        amber: duty.dates.amber,
        due: Some(duty.dates.due),
        id: duty.id.clone(),
        raw: duty.dates.raw,
        status: Some(status),
    }
}

fn agrees(expected: &DutyExpectation, found: &DutyExpectation) -> bool {
    fn fits<T: PartialEq>(expected: Option<&T>, found: Option<&T>) -> bool {
        expected.is_none() || expected == found
    }
    fits(expected.due.as_ref(), found.due.as_ref())
        && fits(expected.status.as_ref(), found.status.as_ref())
        && fits(expected.amber.as_ref(), found.amber.as_ref())
        && fits(expected.raw.as_ref(), found.raw.as_ref())
}
