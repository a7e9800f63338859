//! Duties: opened, met, struck, withdrawn.

use super::Impossible;
use crate::event::{BreachRecorded, BreachWithdrawn, DutyLapsed, DutyMet, DutyOpened, DutyRecomputed, DutyVoided};
use crate::state::{Duty, DutyStatus, Negotiation};

type Applied = Result<(), Impossible>;

fn duty<'a>(n: &'a mut Negotiation, id: &str) -> Result<&'a mut Duty, Impossible> {
    n.duties.find_mut(id).ok_or(Impossible("the duty was opened"))
}

pub(super) fn opened(n: &mut Negotiation, e: &DutyOpened) -> Applied {
    if n.duty(&e.duty.id).is_some() {
        return Err(Impossible("a duty is opened once"));
    }
    n.duties.push(e.duty.clone());
    Ok(())
}

pub(super) fn lapsed(n: &mut Negotiation, e: &DutyLapsed) -> Applied {
    duty(n, &e.duty)?.status = DutyStatus::Struck;
    Ok(())
}

/// A term is over.
pub(super) fn struck(n: &mut Negotiation, id: &str) -> Applied {
    duty(n, id)?.status = DutyStatus::Struck;
    Ok(())
}

/// A lapse that was withdrawn is owed again.
pub(super) fn reopened(n: &mut Negotiation, id: &str) -> Applied {
    duty(n, id)?.status = DutyStatus::Open;
    Ok(())
}

pub(super) fn met(n: &mut Negotiation, e: &DutyMet) -> Applied {
    duty(n, &e.duty)?.status = DutyStatus::Met { at: e.at, late: e.late };
    Ok(())
}

pub(super) fn voided(n: &mut Negotiation, e: &DutyVoided) -> Applied {
    duty(n, &e.duty)?.status = DutyStatus::Voided;
    Ok(())
}

pub(super) fn recomputed(n: &mut Negotiation, e: &DutyRecomputed) -> Applied {
    let duty = duty(n, &e.duty)?;
    duty.anchor = e.anchor;
    duty.dates = e.dates;
    duty.opened_on = e.opened_on;
    Ok(())
}

pub(super) fn breach_recorded(n: &mut Negotiation, e: &BreachRecorded) -> Applied {
    duty(n, &e.duty)?.status = DutyStatus::Struck;
    Ok(())
}

pub(super) fn breach_withdrawn(n: &mut Negotiation, e: &BreachWithdrawn) -> Applied {
    duty(n, &e.duty)?.status = DutyStatus::Open;
    Ok(())
}
