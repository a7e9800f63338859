//! Corrections of recorded facts: proposed by one, confirmed by the other side or by somebody of neither.

use law::Date;
use law::deadline::DeadlineRule;
use law::time::Moment;

use super::ctx::{Ctx, Decided, duty_dates, refuse};
use super::paper::second_person;
use crate::command::{CorrectionCommand, FactChange, ProposeCorrection};
use crate::event::{BreachWithdrawn, Corrected, CorrectionProposed, DutyMet, DutyRecomputed, Event};
use crate::refusal::Refusal;
use crate::state::{Duty, DutyStatus, Stage};

pub(super) fn decide(ctx: &Ctx<'_>, command: &CorrectionCommand) -> Decided {
    match command {
        CorrectionCommand::ProposeCorrection(proposal) => propose(ctx, proposal),
        CorrectionCommand::ConfirmCorrection(confirm) => self::confirm(ctx, confirm.correction),
    }
}

fn propose(ctx: &Ctx<'_>, proposal: &ProposeCorrection) -> Decided {
    if proposal.reason.trim().is_empty() {
        return Err(refuse("FACT-EMPTY", "fact-empty", &[]));
    }
    stands(ctx, &proposal.fact)?;
    Ok(vec![Event::CorrectionProposed(CorrectionProposed {
        correction: u32::try_from(ctx.n.corrections.len()).unwrap_or(u32::MAX).saturating_add(1),
        fact: proposal.fact.clone(),
        proposed_by: ctx.actor.clone(),
        reason: proposal.reason.clone(),
    })])
}

fn confirm(ctx: &Ctx<'_>, number: u32) -> Decided {
    let at = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    let Some(pending) = at.and_then(|at| ctx.n.corrections.get(at)).filter(|pending| !pending.confirmed) else {
        return Err(refuse("STAGE-confirm_correction", "no-correction", &[]).with("correction", number));
    };
    second_person(ctx, &pending.proposed_by, pending.proposed_by.side.other())?;
    stands(ctx, &pending.fact)?;
    let mut events = vec![Event::Corrected(Corrected { correction: number, fact: pending.fact.clone() })];
    match &pending.fact {
        FactChange::OfferReceived { new, .. } => events.extend(recomputed(ctx, DeadlineRule::Reply, "reply", *new)),
        FactChange::FilingReceived { new, .. } => events.extend(recomputed(ctx, DeadlineRule::Review, "review", *new)),
        FactChange::Headcount { .. }
        | FactChange::EmployerName { .. }
        | FactChange::EmployerAddress { .. }
        | FactChange::UnionName { .. } => {}
    }
    Ok(events)
}

/// The value named as standing must be the one that stands, and the new one possible.
fn stands(ctx: &Ctx<'_>, fact: &FactChange) -> Result<(), Refusal> {
    let employer = &ctx.n.header.employer;
    let stale = |old: &dyn std::fmt::Display, found: &dyn std::fmt::Display| {
        Err(refuse("FACT-STALE", "fact-stale", &[]).with("named", old).with("found", found))
    };
    match fact {
        FactChange::OfferReceived { old, new } => {
            let (received, offer) = match &ctx.n.stage {
                Stage::AwaitingReply(awaiting) => (awaiting.received_at, &awaiting.offer),
                Stage::Refused(refused) => (refused.received_at, &refused.offer),
                Stage::Preparing(stage) | Stage::Ready(stage) | Stage::Negotiating(stage, _) => {
                    (stage.received_at, &stage.offer)
                }
                Stage::Idle
                | Stage::Offered(_)
                | Stage::Drafted(_)
                | Stage::Congress(_)
                | Stage::Renegotiating(_)
                | Stage::Adopted(_)
                | Stage::Signed(_)
                | Stage::Filed(_)
                | Stage::UnderReview(_)
                | Stage::Objected(_)
                | Stage::Effective(_)
                | Stage::Suspended(_)
                | Stage::Disputed(_)
                | Stage::Closed(_)
                | Stage::Ended(_)
                | Stage::Rescinded(_) => return Err(passed(ctx)),
            };
            date(ctx, received, offer.issued_at, *old, *new)
        }
        FactChange::FilingReceived { old, new } => {
            let (Stage::Filed(filing) | Stage::UnderReview(filing)) = &ctx.n.stage else {
                return Err(passed(ctx));
            };
            date(ctx, filing.received_at, filing.signed.signed_at, *old, *new)
        }
        FactChange::Headcount { old, new } => {
            if *new == 0 {
                return Err(refuse("FACT-EMPTY", "fact-empty", &[]));
            }
            if *old == employer.headcount { Ok(()) } else { stale(old, &employer.headcount) }
        }
        FactChange::EmployerName { old, new } => named(old, new, &employer.name),
        FactChange::EmployerAddress { old, new } => named(old, new, &employer.address),
        FactChange::UnionName { old, new } => named(old, new, &ctx.n.header.union.name),
    }
}

/// The day no longer counts for anything, or doesn't count yet.
fn passed(ctx: &Ctx<'_>) -> Refusal {
    Refusal::new(format!("STAGE-{}", ctx.command.name()), "correction-passed", &[])
}

fn named(old: &str, new: &str, stands: &str) -> Result<(), Refusal> {
    if new.trim().is_empty() {
        return Err(refuse("FACT-EMPTY", "fact-empty", &[]));
    }
    if old == stands {
        return Ok(());
    }
    Err(refuse("FACT-STALE", "fact-stale", &[]).with("named", old).with("found", stands))
}

/// The day that stands, and a new one that is not before what had to come first.
fn date(ctx: &Ctx<'_>, stands: Moment, after: Moment, old: Date, new: Date) -> Result<(), Refusal> {
    if stands.date() != old {
        return Err(refuse("FACT-STALE", "fact-stale", &[]).with("named", old).with("found", stands.date()));
    }
    let (from, to) = (after.date(), ctx.now.date());
    if new < from || new > to {
        return Err(refuse("FACT-DATE", "fact-date", &[]).with("found", new).with("from", from).with("to", to));
    }
    Ok(())
}

/// The duty counted from the corrected day, computed anew; defaults that no longer hold are withdrawn.
fn recomputed(ctx: &Ctx<'_>, rule: DeadlineRule, key: &str, anchor: Date) -> Vec<Event> {
    let Some(duty) = ctx.newest(key) else { return Vec::new() };
    let Some(dates) = ctx.dates(rule, anchor) else {
        return Vec::new();
    };
    let opened_on = ctx.arises(anchor);
    let moved = Duty { anchor, dates: duty_dates(&dates), opened_on, ..duty.clone() };
    let mut events =
        vec![Event::DutyRecomputed(DutyRecomputed { anchor, dates: moved.dates, duty: moved.id.clone(), opened_on })];
    match duty.status {
        DutyStatus::Struck if moved.due_at() > ctx.now => {
            events.push(Event::BreachWithdrawn(BreachWithdrawn { duty: moved.id }));
        }
        DutyStatus::Met { at, late } if late != (at >= moved.due_at()) => {
            if late && !duty.dates.provisional {
                events.push(Event::BreachWithdrawn(BreachWithdrawn { duty: moved.id.clone() }));
            }
            events.push(Event::DutyMet(DutyMet { at, duty: moved.id.clone(), late: at >= moved.due_at() }));
        }
        DutyStatus::Open | DutyStatus::Struck | DutyStatus::Met { .. } | DutyStatus::Voided => {}
    }
    events
}
