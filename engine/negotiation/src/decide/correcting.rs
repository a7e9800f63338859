//! What follows from a corrected fact: duties that hang on it are computed anew, openly; defaults that no longer hold are
//! withdrawn; an effect that began on another day is moved to it, or taken back where the review isn't over.

use law::Date;
use law::deadline::Kind;
use law::rules::Anchor;
use law::time::Moment;

use super::ctx::{Ctx, duty_dates};
use super::dated::{self, Done};
use super::paper::instant;
use super::{coverage, force, rested, supervision};
use crate::actor::Side;
use crate::checks::{self, Finding, Outcome};
use crate::command::{FactChange, RegisterReps};
use crate::event::{BreachWithdrawn, CheckNoted, DutyMet, DutyRecomputed, Event};
use crate::state::{Duty, DutyDates, DutyStatus, Negotiation, Owner, Stage};

/// The events that follow `corrected`.
pub(super) fn follows(ctx: &Ctx<'_>, fact: &FactChange) -> Vec<Event> {
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
            counted_from(ctx, ctx.newest("total"), *new)
        }
        FactChange::Signed { new, side, .. } => signed(ctx, *side, *new),
        FactChange::FilingReceived { old, new } => filed(ctx, *old, *new),
        FactChange::Copies { new, .. } => {
            let finding = checks::filing::copies(ctx.rules, *new);
            let short = finding.outcome == Outcome::Breach;
            short.then_some(Event::CheckNoted(CheckNoted { finding })).into_iter().collect()
        }
        FactChange::OpinionServed { new, side, .. } => force::served(ctx, *side, *new),
        FactChange::Published { old, new, side } => {
            let owner = Owner::of(*side);
            let duties = ctx.n.duties.iter().rev().filter(|duty| duty.rule == "publish" && duty.owner == owner);
            done_on(ctx, duties.into_iter().find(|duty| was_met_on(duty, *old)), *new)
        }
        FactChange::LetterReceived { letter, new, .. } => {
            counted_from(ctx, ctx.n.duty(&supervision::answer_duty(*letter)), *new)
        }
        FactChange::SuspendedFrom { new, old } => rested::began(ctx, *old, *new),
        FactChange::SuspendedTo { new, old } => rested::resumed(ctx, *old, *new),
        FactChange::CoordinationAccepted { new, .. } => rested::coordinates_from(ctx, *new),
        FactChange::Done { act, new, number, old, side } => {
            dated::follows(ctx, Done { act: *act, new: *new, number: *number, old: *old, side: *side })
        }
        FactChange::Region { new, .. } => clauses(ctx, new),
        FactChange::UnionsAsked { new, old } => {
            let newly = coverage::called(ctx.rules.profile, *old).is_none();
            coverage::called(ctx.rules.profile, *new).filter(|_| newly).into_iter().collect()
        }
        FactChange::AboveScale { .. }
        | FactChange::Female { .. }
        | FactChange::Dispatched { .. }
        | FactChange::Disabled { .. }
        | FactChange::LegalRep { .. }
        | FactChange::UnionChair { .. } => lists(ctx, fact),
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
        | FactChange::WronglyCovered { .. }
        | FactChange::SessionPlace { .. }
        | FactChange::Materials { .. }
        | FactChange::RescissionNumber { .. }
        | FactChange::OrderNumber { .. }
        | FactChange::CoordinationNumber { .. }
        | FactChange::OwnVoteHeld { .. }
        | FactChange::OwnVoteCount { .. } => Vec::new(),
    }
}

/// NB 16 counts the whole from the first meeting.
fn counts_from_first_meeting(ctx: &Ctx<'_>) -> bool {
    ctx.rules.total.value().is_some_and(|total| total.anchor == Anchor::FirstMeeting)
}

pub(super) fn was_met_on(duty: &Duty, day: Date) -> bool {
    matches!(duty.status, DutyStatus::Met { at, .. } if at.date() == day)
}

/// A duty counted from another day.
pub(super) fn counted_from(ctx: &Ctx<'_>, duty: Option<&Duty>, anchor: Date) -> Vec<Event> {
    let Some((duty, rule)) = duty.and_then(|duty| Some((duty, duty.deadline()?))) else {
        return Vec::new();
    };
    let Some(dates) = ctx.dates(rule, anchor) else { return Vec::new() };
    moved(ctx, duty, duty_dates(&dates), anchor)
}

/// A duty that was met on another day.
pub(super) fn done_on(ctx: &Ctx<'_>, duty: Option<&Duty>, day: Date) -> Vec<Event> {
    duty.map_or_else(Vec::new, |duty| met_again(duty, duty, instant(ctx.now, day)))
}

/// A duty with other dates; a default under the old ones that is none under the new is withdrawn.
pub(super) fn moved(ctx: &Ctx<'_>, duty: &Duty, dates: DutyDates, anchor: Date) -> Vec<Event> {
    moved_by(ctx, duty, &Duty { anchor, dates, opened_on: ctx.arises(anchor), ..duty.clone() })
}

/// The same, where the duty arises on a day of its own.
pub(super) fn moved_by(ctx: &Ctx<'_>, duty: &Duty, now: &Duty) -> Vec<Event> {
    let (anchor, dates, opened_on) = (now.anchor, now.dates, now.opened_on);
    let mut events = vec![Event::DutyRecomputed(DutyRecomputed { anchor, dates, duty: duty.id.clone(), opened_on })];
    match duty.status {
        DutyStatus::Struck if now.due_at() > ctx.now && duty.kind == Kind::Breach => {
            events.push(Event::BreachWithdrawn(BreachWithdrawn { duty: duty.id.clone() }));
        }
        DutyStatus::Met { at, late } if late != (at >= now.due_at()) => events.extend(met_again(duty, now, at)),
        DutyStatus::Open | DutyStatus::Struck | DutyStatus::Met { .. } | DutyStatus::Voided => {}
    }
    events
}

/// A duty that was met is met at an instant, under the dates that it has now.
pub(super) fn met_again(before: &Duty, now: &Duty, at: Moment) -> Vec<Event> {
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
    if let Stage::Rescinded(stage) = &ctx.n.stage {
        let other = signed.signatures.get(side.other()).copied().flatten();
        return force::rescinded(ctx, stage, other.map_or(new, |mark| mark.at.date().max(new)));
    }
    let other = signed.signatures.get(side.other()).copied().flatten();
    let last = other.map_or(new, |mark| mark.at.date().max(new));
    let (old, rules) = (signed.signed_at.date(), ["file", "file_wage"]);
    let duties = ctx.n.duties.iter().filter(|duty| rules.contains(&duty.rule.as_str()) && duty.anchor == old);
    duties.filter(|_| last != old).flat_map(|duty| counted_from(ctx, Some(duty), last)).collect()
}

/// The day of filing: whether the filing was in time, and when the review ends.
fn filed(ctx: &Ctx<'_>, old: Date, new: Date) -> Vec<Event> {
    let filings = ctx.n.duties.iter().filter(|duty| duty.rule == "file" || duty.rule == "file_wage");
    let met = filings.rev().find(|duty| was_met_on(duty, old));
    let mut events = done_on(ctx, met, new);
    events.extend(force::filed(ctx, new));
    events
}

/// Figures of the enterprise: what the lists of both sides look like under them is noted; the lists stand.
fn lists(ctx: &Ctx<'_>, fact: &FactChange) -> Vec<Event> {
    let mut then: Negotiation = ctx.n.clone();
    let employer = &mut then.header_mut().employer;
    if let FactChange::AboveScale { new, .. } = fact {
        employer.above_scale = *new;
    } else if let FactChange::Female { new, .. } = fact {
        employer.female = *new;
    } else if let FactChange::Dispatched { new, .. } = fact {
        employer.dispatched = *new;
    } else if let FactChange::Disabled { new, .. } = fact {
        employer.disabled = *new;
    } else if let FactChange::LegalRep { new, .. } = fact {
        employer.legal_rep.clone_from(new);
    } else if let FactChange::UnionChair { new, .. } = fact {
        then.header_mut().union.chair.clone_from(new);
    }
    let mut events = Vec::new();
    for side in [Side::Worker, Side::Employer] {
        let Some(list) = then.delegations.get(side).and_then(Option::as_deref) else { continue };
        let places = RegisterReps { members: list.places().cloned().collect(), selection: list.selection.clone() };
        let before = checks::delegation::composition(ctx.rules, ctx.n, side, &places);
        events.extend(news(&before, checks::delegation::composition(ctx.rules, &then, side, &places)));
    }
    events
}

/// MW 3, LCL 55: what the text under way looks like under the figures of another region is noted; the text stands.
fn clauses(ctx: &Ctx<'_>, region: &str) -> Vec<Event> {
    let Some(text) = ctx.n.stage.text() else { return Vec::new() };
    let check = |region: &str| checks::terms::check(ctx.rules, ctx.data, region, &text.terms, ctx.when.date());
    news(&check(&ctx.n.header.region), check(region))
}

/// Findings that weren't made before. None of them undoes anything.
fn news(before: &[Finding], after: Vec<Finding>) -> Vec<Event> {
    let mut events = Vec::new();
    for mut finding in after.into_iter().filter(|finding| !before.contains(finding)) {
        if finding.outcome == Outcome::Fail {
            finding.outcome = Outcome::Breach;
        }
        if finding.outcome != Outcome::Pass {
            events.push(Event::CheckNoted(CheckNoted { finding }));
        }
    }
    events
}
