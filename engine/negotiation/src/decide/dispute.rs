//! Coordination by the bureau (rows 14 and 15): CC22 49–54, ZJ-CC 39.

use law::deadline::DeadlineRule;

use super::ctx::{Ctx, Decided, duty_dates, out_of_days, refuse};
use super::suspension;
use crate::checks::{Finding, Outcome};
use crate::command::{
    AcceptCoordination, ApplyCoordination, DisputeCommand, ExtendCoordination, RecordCoordinationAgreement,
    RecordCoordinationFailure, Resume,
};
use crate::event::{
    BreachWithdrawn, CheckNoted, CoordinationAccepted, CoordinationAgreed, CoordinationApplied, CoordinationExtended,
    CoordinationFailed, CoordinationTakenBack, DutyRecomputed, DutyVoided, Event,
};
use crate::refusal::Refusal;
use crate::state::{Disputed, Duty, DutyStatus, Owner, Stage};

pub(super) fn decide(ctx: &Ctx<'_>, command: &DisputeCommand) -> Decided {
    match command {
        DisputeCommand::ApplyCoordination(application) => apply(ctx, application),
        DisputeCommand::AcceptCoordination(acceptance) => accept(ctx, acceptance),
        DisputeCommand::ExtendCoordination(extension) => extend(ctx, extension),
        DisputeCommand::RecordCoordinationAgreement(agreement) => agreed(ctx, agreement),
        DisputeCommand::RecordCoordinationFailure(failure) => failed(ctx, failure),
    }
}

/// CC22 49: a side applies in writing, the bureau may step in of itself. Nobody has to have talked for long before.
fn apply(ctx: &Ctx<'_>, application: &ApplyCoordination) -> Decided {
    let mut events = match &ctx.n.stage {
        Stage::Refused(_)
        | Stage::Preparing(_)
        | Stage::Ready(_)
        | Stage::Negotiating(..)
        | Stage::Renegotiating(_) => Vec::new(),
        Stage::Suspended(_) => suspension::ended(ctx),
        Stage::Disputed(disputed) if disputed.is_unasked() => Vec::new(),
        Stage::Disputed(_) => return Err(refuse("STAGE-apply_coordination", "coordination-applied", &["CC22 49"])),
        Stage::Idle
        | Stage::Offered(_)
        | Stage::AwaitingReply(_)
        | Stage::Drafted(_)
        | Stage::Congress(_)
        | Stage::Adopted(_)
        | Stage::Signed(_)
        | Stage::Filed(_)
        | Stage::UnderReview(_)
        | Stage::Objected(_)
        | Stage::Effective(_)
        | Stage::Closed(_)
        | Stage::Ended(_)
        | Stage::Rescinded(_) => return Err(ctx.wrong_stage()),
    };
    let items = &application.items;
    if items.is_empty() || items.iter().any(|item| item.title.trim().is_empty()) {
        return Err(refuse("FACT-EMPTY", "fact-empty", &["CC22 49"]));
    }
    events.push(Event::CoordinationApplied(CoordinationApplied {
        at: ctx.when,
        items: items.clone(),
        side: ctx.side(),
    }));
    Ok(events)
}

fn dispute<'a>(ctx: &'a Ctx<'_>) -> Result<&'a Disputed, Refusal> {
    if let Stage::Disputed(disputed) = &ctx.n.stage { Ok(disputed) } else { Err(ctx.wrong_stage()) }
}

/// The dispute that the bureau has taken up, and the period that runs for it.
fn taken_up<'a>(ctx: &'a Ctx<'_>) -> Result<(&'a Disputed, &'a Duty), Refusal> {
    let disputed = dispute(ctx)?;
    let period = ctx.newest("coordinate").filter(|_| disputed.accepted_at.is_some());
    period.map(|period| (disputed, period)).ok_or_else(|| {
        Refusal::new(format!("STAGE-{}", ctx.command.name()), "coordination-not-accepted", &["CC22 52", "CC22 53"])
    })
}

/// CC22 52, ZJ-CC 39(2): thirty days from here.
fn accept(ctx: &Ctx<'_>, acceptance: &AcceptCoordination) -> Decided {
    let disputed = dispute(ctx)?;
    if disputed.accepted_at.is_some() {
        return Err(refuse("STAGE-accept_coordination", "coordination-accepted", &["CC22 52"]));
    }
    let (from, found) = (disputed.applied_at.date(), ctx.when.date());
    if found < from {
        return Err(out_of_days(found, from, ctx.now.date(), &["CC22 52"]));
    }
    let number = acceptance.number.clone();
    let mut events = vec![Event::CoordinationAccepted(CoordinationAccepted { at: ctx.when, number })];
    let id = format!("coordinate-{}", ctx.count("coordinate"));
    events.extend(ctx.open(DeadlineRule::Coordinate, Owner::Hrss, id, found));
    Ok(events)
}

/// CC22 52, ZJ-CC 39(2): fifteen days at most, with the reason in writing. One that comes after the period is over is on
/// record and moves no date.
fn extend(ctx: &Ctx<'_>, extension: &ExtendCoordination) -> Decided {
    let (disputed, period) = taken_up(ctx)?;
    if extension.reason.trim().is_empty() {
        return Err(refuse("FACT-EMPTY", "fact-empty", &["CC22 52", "ZJ-CC 39(2)"]));
    }
    let allowed = ctx.rules.coordinate.value().and_then(|rule| rule.extension).unwrap_or(0);
    let in_all = disputed.extended_days.saturating_add(extension.days);
    if extension.days == 0 || in_all > allowed {
        return Err(refuse("COORDINATE-EXTEND", "coordinate-extend", &["CC22 52", "ZJ-CC 39(2)"])
            .with("found", extension.days)
            .with("before", disputed.extended_days)
            .with("allowed", allowed));
    }
    let Some(dates) = ctx.dates_with(DeadlineRule::Coordinate, period.anchor, &[], in_all) else {
        return Err(ctx.wrong_stage());
    };
    let mut events = vec![Event::CoordinationExtended(CoordinationExtended {
        at: ctx.when,
        days: extension.days,
        reason: extension.reason.clone(),
        until: dates.due,
    })];
    if ctx.when < period.due_at() {
        let (anchor, opened_on, duty) = (period.anchor, period.opened_on, period.id.clone());
        let dates = duty_dates(&dates);
        events.push(Event::DutyRecomputed(DutyRecomputed { anchor, dates, duty: duty.clone(), opened_on }));
        if period.status == DutyStatus::Struck {
            events.push(Event::BreachWithdrawn(BreachWithdrawn { duty }));
        }
    } else {
        let finding = Finding::under("CHK-COORDINATE-30D", Outcome::Breach, &period.citation)
            .with("found", ctx.when.date())
            .with("required", period.dates.due);
        events.push(Event::CheckNoted(CheckNoted { finding }));
    }
    Ok(events)
}

/// CC22 54: it has effect once the coordinators and both chiefs have signed or sealed it. The case goes on where it stood.
fn agreed(ctx: &Ctx<'_>, agreement: &RecordCoordinationAgreement) -> Decided {
    let (_, period) = taken_up(ctx)?;
    if agreement.facts.trim().is_empty() || agreement.result.trim().is_empty() {
        return Err(refuse("FACT-EMPTY", "fact-empty", &["CC22 54"]));
    }
    if !agreement.signed_by_all {
        return Err(refuse("COORDINATE-SIGNED", "coordinate-signed", &["CC22 54"]));
    }
    let mut events = vec![Event::CoordinationAgreed(CoordinationAgreed {
        at: ctx.when,
        facts: agreement.facts.clone(),
        paper: agreement.paper,
        result: agreement.result.clone(),
        unresolved: agreement.unresolved.clone(),
    })];
    events.extend(ctx.meet(&period.id));
    Ok(events)
}

/// The case ends without an agreement; nobody owes anything in it any more.
fn failed(ctx: &Ctx<'_>, failure: &RecordCoordinationFailure) -> Decided {
    let (_, period) = taken_up(ctx)?;
    if failure.reason.trim().is_empty() {
        return Err(refuse("FACT-EMPTY", "fact-empty", &["CC22 54"]));
    }
    let mut events = vec![Event::CoordinationFailed(CoordinationFailed {
        at: ctx.when,
        hand_over: failure.hand_over.clone(),
        reason: failure.reason.clone(),
    })];
    events.extend(ctx.meet(&period.id));
    let owed = ctx.n.duties.iter().filter(|duty| duty.id != period.id && duty.is_owed());
    events.extend(owed.map(|duty| Event::DutyVoided(DutyVoided { duty: duty.id.clone() })));
    Ok(events)
}

/// The sides go on by themselves (CC22 49: coordination is for what they can't settle).
pub(super) fn go_on_without(ctx: &Ctx<'_>, disputed: &Disputed, resume: &Resume) -> Decided {
    if disputed.is_unasked() {
        return suspension::resume_late(ctx, resume);
    }
    if !suspension::may_go_on(ctx, disputed) {
        return Err(refuse("WHO-resume", "who-resume", &["CC22 49", "CC22 52"]));
    }
    // A refused offer has no session to hold.
    let refused = matches!(*disputed.within, Stage::Refused(_));
    let scheduled = if refused { Vec::new() } else { suspension::next_session(ctx, resume)? };
    let mut events = vec![Event::CoordinationTakenBack(CoordinationTakenBack { at: ctx.when, side: ctx.side() })];
    events.extend(ctx.void_rule("coordinate"));
    events.extend(scheduled);
    Ok(events)
}
