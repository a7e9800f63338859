//! The life of an agreement: what is stated of its performance, its end, and cases that hang on it.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a stage that the event does not belong to is damage, whichever it is"
)]

use std::mem;

use super::Impossible;
use super::bargaining::put_back;
use crate::event::{
    AgreementEnded, AgreementRescinded, ChildEnded, ChildOpened, EndRedated, EndWithdrawn, NonPerformanceSettled,
    NonPerformanceStated, RescissionRecorded, RescissionRedated,
};
use crate::state::{Breach, Child, Effective, Ended, Negotiation, Recorded, Rescinded, Settled, Signed, Stage};

type Applied = Result<(), Impossible>;

/// The agreement in force, or as it stood at its end: what was done in time on paper may become known later.
pub(super) fn in_force(n: &mut Negotiation) -> Option<&mut Effective> {
    match &mut n.stage {
        Stage::Effective(effective) => Some(effective),
        Stage::Ended(ended) => Some(&mut ended.effective),
        _ => None,
    }
}

pub(super) fn stated(n: &mut Negotiation, e: &NonPerformanceStated) -> Applied {
    n.breaches.push(Breach { at: e.at, clause: e.clause.clone(), facts: e.facts.clone(), settled: None });
    Ok(())
}

pub(super) fn settled(n: &mut Negotiation, e: &NonPerformanceSettled) -> Applied {
    let at = usize::try_from(e.breach).ok().and_then(|number| number.checked_sub(1));
    let breach = at.and_then(|at| n.breaches.get_mut(at)).ok_or(Impossible("a breach that is settled was stated"))?;
    breach.settled = Some(Settled { at: e.at, outcome: e.outcome });
    Ok(())
}

pub(super) fn ended(n: &mut Negotiation, e: &AgreementEnded) -> Applied {
    match mem::replace(&mut n.stage, Stage::Idle) {
        Stage::Effective(effective) => {
            n.stage = Stage::Ended(Ended { effective: Box::new(effective), on: e.on, reason: e.reason });
            Ok(())
        }
        other => put_back(n, other, "an agreement in force ends"),
    }
}

pub(super) fn rescinded(n: &mut Negotiation, e: &AgreementRescinded) -> Applied {
    match mem::replace(&mut n.stage, Stage::Idle) {
        Stage::Adopted(adopted) => {
            let signed = Signed {
                adopted_at: adopted.at,
                returned: 0,
                signatures: adopted.signatures,
                signed_at: e.at,
                text: adopted.text,
                vote: adopted.vote,
            };
            n.stage = Stage::Rescinded(Rescinded { on: e.on, recorded: None, signed: Box::new(signed) });
            Ok(())
        }
        other => put_back(n, other, "an adopted agreement to rescind is signed by both"),
    }
}

pub(super) fn recorded(n: &mut Negotiation, e: &RescissionRecorded) -> Applied {
    let Stage::Rescinded(rescinded) = &mut n.stage else {
        return Err(Impossible("a signed rescission is recorded"));
    };
    rescinded.recorded = Some(Recorded { at: e.at, number: e.number.clone() });
    Ok(())
}

/// Noted again, a case that had ended goes on.
pub(super) fn child_opened(n: &mut Negotiation, e: &ChildOpened) -> Applied {
    n.children.retain(|child| child.case != e.case);
    n.children.push(Child { case: e.case, ended: false, kind: e.kind, on: None });
    Ok(())
}

pub(super) fn child_ended(n: &mut Negotiation, e: &ChildEnded) -> Applied {
    let child = n.children.iter_mut().find(|child| child.case == e.case);
    let child = child.ok_or(Impossible("a child case that ends was noted when it opened"))?;
    child.ended = true;
    child.on = e.on.filter(|_| e.succeeded);
    Ok(())
}

pub(super) fn end_redated(n: &mut Negotiation, e: &EndRedated) -> Applied {
    for duty in &e.duties {
        super::duties::reopened(n, duty)?;
    }
    let Stage::Ended(ended) = &mut n.stage else {
        return Err(Impossible("an agreement whose end is moved has ended"));
    };
    ended.on = e.on;
    ended.reason = e.reason;
    Ok(())
}

/// In force again, with what it owes as long as it is.
pub(super) fn end_withdrawn(n: &mut Negotiation, e: &EndWithdrawn) -> Applied {
    for duty in &e.duties {
        super::duties::reopened(n, duty)?;
    }
    match mem::replace(&mut n.stage, Stage::Idle) {
        Stage::Ended(ended) => {
            n.stage = Stage::Effective(*ended.effective);
            Ok(())
        }
        other => put_back(n, other, "an agreement whose end is withdrawn has ended"),
    }
}

pub(super) fn rescission_redated(n: &mut Negotiation, e: &RescissionRedated) -> Applied {
    let Stage::Rescinded(rescinded) = &mut n.stage else {
        return Err(Impossible("a rescission whose day is moved is signed by both"));
    };
    rescinded.on = e.on;
    Ok(())
}
