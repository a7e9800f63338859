//! What follows from a corrected fact: duties that hang on it are computed anew, openly; defaults that no longer hold are
//! withdrawn; an effect that began on another day is moved to it, or taken back where the review isn't over.

use law::Date;
use law::deadline::{DeadlineRule, Kind};
use law::rules::Anchor;
use law::time::Moment;

use super::ctx::{Ctx, duty_dates};
use super::paper::instant;
use super::system::rule_of;
use super::{effect, supervision, suspension};
use crate::actor::Side;
use crate::checks::{self, Outcome};
use crate::command::{FactChange, RegisterReps};
use crate::event::{
    BreachWithdrawn, CheckNoted, DutyMet, DutyRecomputed, DutyVoided, EffectRedated, EffectWithdrawn, Event,
};
use crate::state::{Duty, DutyDates, DutyStatus, EffectBasis, Effective, FilingState, Negotiation, Owner, Stage};

/// The events that follow `corrected`.
pub(super) fn follows(ctx: &Ctx<'_>, fact: &FactChange) -> Vec<Event> {
    let newest = |rule: &str| ctx.newest(rule);
    match fact {
        FactChange::OfferReceived { new, .. } => counted_from(ctx, ctx.n.duty("reply-1"), *new),
        FactChange::OfferAnswered { old, new } => {
            done_on(ctx, ctx.n.duty("reply-1").filter(|duty| was_met_on(duty, *old)), *new)
        }
        FactChange::MeetingAgreed { new, .. } => {
            let owed = ctx.n.duties.iter().filter(|duty| duty.rule == "disclose");
            owed.flat_map(|duty| counted_from(ctx, Some(duty), *new)).collect()
        }
        FactChange::SessionOpened { new, session: 1, .. } if counts_from_first_meeting(ctx) => {
            counted_from(ctx, newest("total"), *new)
        }
        FactChange::Signed { new, side, .. } => signed(ctx, *side, *new),
        FactChange::FilingReceived { old, new } => filed(ctx, *old, *new),
        FactChange::Copies { new, .. } => {
            let finding = checks::filing::copies(ctx.rules, *new);
            let short = finding.outcome == Outcome::Breach;
            short.then_some(Event::CheckNoted(CheckNoted { finding })).into_iter().collect()
        }
        FactChange::OpinionServed { new, side, .. } => served(ctx, *side, *new),
        FactChange::Published { old, new, side } => {
            let owner = Owner::of(*side);
            let duties = ctx.n.duties.iter().rev().filter(|duty| duty.rule == "publish" && duty.owner == owner);
            done_on(ctx, duties.into_iter().find(|duty| was_met_on(duty, *old)), *new)
        }
        FactChange::LetterReceived { letter, new, .. } => {
            counted_from(ctx, ctx.n.duty(&supervision::answer_duty(*letter)), *new)
        }
        FactChange::SuspendedFrom { new, .. } => {
            let mut events = counted_from(ctx, newest("suspend"), *new);
            events.extend(suspension::began(ctx, *new));
            events
        }
        FactChange::CoordinationAccepted { new, .. } => counted_from(ctx, newest("coordinate"), *new),
        FactChange::AboveScale { .. } | FactChange::Female { .. } | FactChange::Dispatched { .. } => lists(ctx, fact),
        FactChange::Headcount { .. }
        | FactChange::EmployerName { .. }
        | FactChange::EmployerAddress { .. }
        | FactChange::EmployerUscc { .. }
        | FactChange::UnionName { .. }
        | FactChange::UnionAddress { .. }
        | FactChange::UnionUscc { .. }
        | FactChange::SessionOpened { .. }
        | FactChange::SessionClosed { .. }
        | FactChange::VoteHeld { .. }
        | FactChange::VoteCount { .. }
        | FactChange::RegistryNumber { .. }
        | FactChange::CoveredName { .. }
        | FactChange::CoveredUscc { .. }
        | FactChange::CoveredWorkers { .. }
        | FactChange::WronglyCovered { .. } => Vec::new(),
    }
}

/// NB 16 counts the whole from the first meeting.
fn counts_from_first_meeting(ctx: &Ctx<'_>) -> bool {
    ctx.rules.total.value().is_some_and(|total| total.anchor == Anchor::FirstMeeting)
}

fn was_met_on(duty: &Duty, day: Date) -> bool {
    matches!(duty.status, DutyStatus::Met { at, .. } if at.date() == day)
}

/// A duty counted from another day.
fn counted_from(ctx: &Ctx<'_>, duty: Option<&Duty>, anchor: Date) -> Vec<Event> {
    let Some((duty, rule)) = duty.and_then(|duty| Some((duty, rule_of(duty)?))) else {
        return Vec::new();
    };
    let Some(dates) = ctx.dates(rule, anchor) else { return Vec::new() };
    moved(ctx, duty, duty_dates(&dates), anchor)
}

/// A duty that was met on another day.
fn done_on(ctx: &Ctx<'_>, duty: Option<&Duty>, day: Date) -> Vec<Event> {
    duty.map_or_else(Vec::new, |duty| met_again(duty, duty, instant(ctx.now, day)))
}

/// A duty with other dates; a default under the old ones that is none under the new is withdrawn.
fn moved(ctx: &Ctx<'_>, duty: &Duty, dates: DutyDates, anchor: Date) -> Vec<Event> {
    let opened_on = if duty.anchor == duty.opened_on { anchor } else { ctx.arises(anchor) };
    let now = Duty { anchor, dates, opened_on, ..duty.clone() };
    let mut events = vec![Event::DutyRecomputed(DutyRecomputed { anchor, dates, duty: duty.id.clone(), opened_on })];
    match duty.status {
        DutyStatus::Struck if now.due_at() > ctx.now && duty.kind == Kind::Breach => {
            events.push(Event::BreachWithdrawn(BreachWithdrawn { duty: duty.id.clone() }));
        }
        DutyStatus::Met { at, late } if late != (at >= now.due_at()) => events.extend(met_again(duty, &now, at)),
        DutyStatus::Open | DutyStatus::Struck | DutyStatus::Met { .. } | DutyStatus::Voided => {}
    }
    events
}

/// A duty that was met is met at an instant, under the dates that it has now.
fn met_again(before: &Duty, now: &Duty, at: Moment) -> Vec<Event> {
    let late = at >= now.due_at();
    let mut events = Vec::new();
    if matches!(before.status, DutyStatus::Met { late: true, .. }) && !late && !before.dates.provisional {
        events.push(Event::BreachWithdrawn(BreachWithdrawn { duty: before.id.clone() }));
    }
    events.push(Event::DutyMet(DutyMet { at, duty: before.id.clone(), late }));
    events
}

/// Filing counts from the later signature: every filing duty that was counted from it, a return's too.
fn signed(ctx: &Ctx<'_>, side: Side, new: Date) -> Vec<Event> {
    let Some(signed) = ctx.n.stage.signed() else { return Vec::new() };
    let other = signed.signatures.get(side.other()).copied().flatten();
    let last = other.map_or(new, |mark| mark.at.date().max(new));
    let (old, rules) = (signed.signed_at.date(), ["file", "file_wage"]);
    let duties = ctx.n.duties.iter().filter(|duty| rules.contains(&duty.rule.as_str()) && duty.anchor == old);
    duties.filter(|_| last != old).flat_map(|duty| counted_from(ctx, Some(duty), last)).collect()
}

/// The day of filing: whether the filing was in time, how long the review runs, and whether silence has had its effect.
fn filed(ctx: &Ctx<'_>, old: Date, new: Date) -> Vec<Event> {
    let filings = ctx.n.duties.iter().filter(|duty| duty.rule == "file" || duty.rule == "file_wage");
    let met = filings.rev().find(|duty| was_met_on(duty, old));
    let mut events = done_on(ctx, met, new);
    let Some(review) = ctx.newest("review") else { return events };
    match &ctx.n.stage {
        Stage::Effective(stage) if stage.effect.basis == EffectBasis::Deemed => {
            events.extend(deemed(ctx, stage, review, new));
        }
        Stage::Idle
        | Stage::Offered(_)
        | Stage::AwaitingReply(_)
        | Stage::Preparing(_)
        | Stage::Ready(_)
        | Stage::Negotiating(..)
        | Stage::Drafted(_)
        | Stage::Congress(_)
        | Stage::Renegotiating(_)
        | Stage::Adopted(_)
        | Stage::Signed(_)
        | Stage::Filed(_)
        | Stage::UnderReview(_)
        | Stage::Objected(_)
        | Stage::Effective(_)
        | Stage::Refused(_)
        | Stage::Suspended(_)
        | Stage::Disputed(_)
        | Stage::Closed(_)
        | Stage::Ended(_)
        | Stage::Rescinded(_) => events.extend(counted_from(ctx, Some(review), new)),
    }
    events
}

/// The review that ended in silence ends on another day: the effect moves to it, or waits for it where it is still ahead.
fn deemed(ctx: &Ctx<'_>, stage: &Effective, review: &Duty, new: Date) -> Vec<Event> {
    let Some(dates) = ctx.dates(DeadlineRule::Review, new).map(|dates| duty_dates(&dates)) else {
        return Vec::new();
    };
    let now = Duty { anchor: new, dates, opened_on: new, ..review.clone() };
    if now.due_at() > ctx.now || dates.provisional {
        let withdrawn = EffectWithdrawn { duty: review.id.clone(), on: stage.effect.on };
        let mut events = vec![Event::EffectWithdrawn(withdrawn)];
        events.extend(moved(ctx, review, dates, new));
        let owed = ctx.n.duties.iter().filter(|duty| duty.rule == "publish" && duty.is_owed());
        events.extend(owed.map(|duty| Event::DutyVoided(DutyVoided { duty: duty.id.clone() })));
        return events;
    }
    let mut events = moved(ctx, review, dates, new);
    events.extend(redated(ctx, stage, &dates, now.due_at().date()));
    events
}

/// An effect on another day, and the duties that are counted from it or from the end of the term.
fn redated(ctx: &Ctx<'_>, stage: &Effective, review: &DutyDates, on: Date) -> Vec<Event> {
    let before = &stage.effect;
    if on == before.on {
        return Vec::new();
    }
    let (term_from, term_to) = effect::term(stage.filing.signed.text.terms.term, on);
    let mut events = vec![Event::EffectRedated(EffectRedated { on, term_from, term_to })];
    for duty in &ctx.n.duties {
        if duty.rule == "publish" && duty.anchor == before.on {
            let dates = effect::publish_dates_after(ctx, review, before.basis, on);
            events.extend(dates.into_iter().flat_map(|dates| moved(ctx, duty, duty_dates(&dates), on)));
        } else if duty.opened_on >= before.on && (duty.anchor == before.on || duty.anchor == before.term_to) {
            let anchor = if duty.anchor == before.on { on } else { term_to };
            events.extend(counted_from(ctx, Some(duty), anchor));
        }
    }
    events
}

/// The day on which the opinion reached a side: whether the review was in time, and since when the agreement is in force.
fn served(ctx: &Ctx<'_>, side: Side, new: Date) -> Vec<Event> {
    let Some(opinion) = ctx.n.stage.filing().and_then(|filing: &FilingState| filing.opinion.as_ref()) else {
        return Vec::new();
    };
    let at = Moment::start_of(new).max(opinion.issued_at);
    let other = opinion.served.get(side.other()).copied().flatten();
    let counts = match (other, opinion.items.is_empty()) {
        (Some(other), true) => other.max(at),
        (Some(other), false) => other.min(at),
        (None, _) => at,
    };
    let review = ctx.newest("review");
    let met = review.filter(|duty| matches!(duty.status, DutyStatus::Met { at, .. } if at != counts));
    let mut events = met.map_or_else(Vec::new, |duty| met_again(duty, duty, counts));
    if let (Stage::Effective(stage), Some(review)) = (&ctx.n.stage, review) {
        events.extend(redated(ctx, stage, &review.dates, counts.date()));
    }
    events
}

/// Figures of the enterprise: what the lists of both sides look like under them is noted; the lists stand.
fn lists(ctx: &Ctx<'_>, fact: &FactChange) -> Vec<Event> {
    let mut then: Negotiation = ctx.n.clone();
    let employer = &mut then.header.employer;
    if let FactChange::AboveScale { new, .. } = fact {
        employer.above_scale = *new;
    } else if let FactChange::Female { new, .. } = fact {
        employer.female = *new;
    } else if let FactChange::Dispatched { new, .. } = fact {
        employer.dispatched = *new;
    }
    let mut events = Vec::new();
    for side in [Side::Worker, Side::Employer] {
        let Some(list) = then.delegations.get(side).and_then(Option::as_ref) else { continue };
        let places = RegisterReps { members: list.places(), selection: list.selection.clone() };
        let before = checks::delegation::composition(ctx.rules, ctx.n, side, &places);
        let findings = checks::delegation::composition(ctx.rules, &then, side, &places);
        for mut finding in findings.into_iter().filter(|finding| !before.contains(finding)) {
            if finding.outcome == Outcome::Fail {
                finding.outcome = Outcome::Breach;
            }
            if finding.outcome != Outcome::Pass {
                events.push(Event::CheckNoted(CheckNoted { finding }));
            }
        }
    }
    events
}
