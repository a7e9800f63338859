//! The day of an act on another day: what stands, between which days the right one can lie, and what hangs on it.

use law::Date;
use law::deadline::DeadlineRule;
use law::rules::Anchor;
use law::time::Moment;

use super::correcting::{counted_from, done_on, was_met_on};
use super::correction::{between, passed};
use super::ctx::{Ctx, duty_dates};
use super::{force, rested};
use crate::actor::Side;
use crate::checks::{Finding, Outcome};
use crate::command::DatedAct;
use crate::event::{CheckNoted, Event};
use crate::refusal::Refusal;
use crate::state::{Duty, LetterKind, Owner, Stage};

/// Which act of a case, and the day that stands and the one that is right.
#[derive(Clone, Copy)]
pub(super) struct Done {
    pub(super) act: DatedAct,
    pub(super) new: Date,
    pub(super) number: u32,
    pub(super) old: Date,
    pub(super) side: Side,
}

/// The day that stands must be the one named, the new one between what came before and what came after.
pub(super) fn stands(ctx: &Ctx<'_>, done: Done) -> Result<(), Refusal> {
    let day = ctx.n.day_of(done.act, done.side, done.number).ok_or_else(|| passed(ctx))?;
    between(ctx, Some(Moment::start_of(day)), bounds(ctx, done), done.old, done.new)
}

/// What had to come first and what came next, where the texts or the record put acts in order.
fn bounds(ctx: &Ctx<'_>, done: Done) -> (Option<Moment>, Option<Moment>) {
    let days = &ctx.n.offer_days;
    // An election or what was done to a representative may be older than the case.
    let any = Some(Moment::start_of(done.old.min(done.new)));
    let held = ctx.n.sessions.iter().rev().map(|session| session.opened_at).find(|at| at.date() <= done.old);
    let voted = ctx.n.stage.vote().map(|vote| Moment::start_of(vote.protocol.held_on));
    let voted = voted.filter(|at| at.date() >= done.old);
    let filing = ctx.n.stage.filing();
    let since_force = ctx.n.stage.effective().map(|stage| stage.effect.on.min(stage.effect.term_from));
    let since_force = since_force.map(Moment::start_of);
    match done.act {
        DatedAct::OfferIssued => (None, days.received_at),
        DatedAct::OfferRefused => (days.received_at, days.answered_at),
        DatedAct::RepsElected | DatedAct::TreatmentReported => (any, None),
        DatedAct::RepVacated => {
            let list = ctx.n.delegations.get(done.side).and_then(Option::as_deref);
            let from = list.map(|list| list.selection.on.min(list.registered_at.date()));
            (from.map(Moment::start_of).or(any), None)
        }
        DatedAct::DraftInitialled | DatedAct::AgreementReached => (held, voted),
        DatedAct::SubmittedToCongress | DatedAct::QuorumMissed => {
            let agreed = ctx.n.newest_day(DatedAct::AgreementReached).filter(|agreed| *agreed <= done.old);
            (agreed.map(Moment::start_of), voted)
        }
        DatedAct::FilingReturned | DatedAct::FilingRegistered => {
            (filing.map(|filing| filing.received_at).filter(|at| at.date() <= done.old), None)
        }
        DatedAct::OpinionIssued => {
            let served = filing.and_then(|filing| filing.opinion.as_ref()).map(|opinion| opinion.served);
            let first = served.and_then(|served| served.worker.into_iter().chain(served.employer).min());
            (filing.map(|filing| filing.received_at).filter(|at| at.date() <= done.old), first)
        }
        DatedAct::CopiedToHigherUnion => (ctx.n.stage.signed().map(|signed| signed.signed_at), None),
        DatedAct::CoordinationApplied => (days.received_at, rested::accepted(ctx).filter(|at| at.date() >= done.old)),
        DatedAct::CoordinationExtended
        | DatedAct::CoordinationAgreed
        | DatedAct::CoordinationFailed
        | DatedAct::CoordinationTakenBack => (rested::accepted(ctx).filter(|at| at.date() <= done.old), None),
        DatedAct::OpinionSent => {
            let sent = ctx.n.remedies.letter(LetterKind::Opinion, done.number);
            (None, sent.and_then(|sent| sent.receipt).map(crate::state::Receipt::at))
        }
        DatedAct::PerformanceReported => year(ctx, done.old).map_or((since_force, None), |year| {
            let first = Moment::start_of(following(year.anchor));
            (Some(first), Some(Moment::start_of(year.dates.due)))
        }),
        DatedAct::InspectionRecorded
        | DatedAct::NonPerformanceStated
        | DatedAct::NonPerformanceSettled
        | DatedAct::ConditionCame => (since_force, None),
        DatedAct::RescissionRecorded => (ctx.n.stage.signed().map(|signed| signed.signed_at), None),
        DatedAct::PlatformAccepted
        | DatedAct::RepsRegistered
        | DatedAct::RepsAnnounced
        | DatedAct::RepReplaced
        | DatedAct::ConductReported
        | DatedAct::DataRequested
        | DatedAct::Disclosed
        | DatedAct::MinutesConfirmedBy
        | DatedAct::SignatureRefused
        | DatedAct::CoverageAdded
        | DatedAct::CoverageConfirmed
        | DatedAct::CoverageWithdrawn
        | DatedAct::TalksReopened
        | DatedAct::SuspensionProposed
        | DatedAct::SuspensionDeclined
        | DatedAct::SuspensionWithdrawn
        | DatedAct::ReminderSent
        | DatedAct::OpinionAnswered
        | DatedAct::RectificationSent
        | DatedAct::ProposalSent
        | DatedAct::OrderRecorded
        | DatedAct::Withdrawn
        | DatedAct::SlipMended => (None, None),
    }
}

fn following(day: Date) -> Date {
    day.tomorrow().unwrap_or(day)
}

/// ZJ-CC 37: the year of the agreement in which the congress heard the report; another year's report is another one.
fn year<'a>(ctx: &'a Ctx<'_>, heard_on: Date) -> Option<&'a Duty> {
    let years = ctx.n.duties.iter().filter(|duty| duty.rule == "annual_report");
    years.rev().find(|year| year.anchor < heard_on && heard_on <= year.dates.due)
}

/// The events that follow from another day of the act.
pub(super) fn follows(ctx: &Ctx<'_>, done: Done) -> Vec<Event> {
    let Done { act, new, old, side, .. } = done;
    match act {
        DatedAct::OfferIssued => {
            let counts = ctx.rules.total.value().is_some_and(|total| total.anchor == Anchor::OfferIssued);
            counted_from(ctx, ctx.newest("total").filter(|_| counts), new)
        }
        DatedAct::RepsElected => anchored(ctx, &["announce_reps"], Owner::of(side), old, new),
        DatedAct::RepVacated => anchored(ctx, &["vacancy_fill"], Owner::of(side), old, new),
        DatedAct::AgreementReached => {
            let rules = ["to_congress", "resubmit"];
            let owed = ctx.n.duties.iter().filter(|duty| rules.contains(&duty.rule.as_str()) && duty.anchor == old);
            owed.flat_map(|duty| counted_from(ctx, Some(duty), new)).collect()
        }
        DatedAct::RepsAnnounced => met(ctx, &["announce_reps"], Some(side), old, new),
        DatedAct::RepsRegistered | DatedAct::RepReplaced => met(ctx, &["vacancy_fill"], Some(side), old, new),
        DatedAct::Disclosed => met(ctx, &["disclose"], Some(side), old, new),
        DatedAct::SubmittedToCongress => met(ctx, &["to_congress", "resubmit"], None, old, new),
        DatedAct::OpinionAnswered => met(ctx, &["opinion_answer"], None, old, new),
        DatedAct::RescissionRecorded => met(ctx, &["rescind_file"], None, old, new),
        DatedAct::CoordinationAgreed | DatedAct::CoordinationFailed => met(ctx, &["coordinate"], None, old, new),
        DatedAct::CoordinationApplied => rested::applied(ctx, old, new),
        DatedAct::CoordinationExtended => extended(ctx, old, new),
        DatedAct::ConditionCame => force::condition_came(ctx, new),
        DatedAct::PlatformAccepted
        | DatedAct::ConductReported
        | DatedAct::TreatmentReported
        | DatedAct::OfferRefused
        | DatedAct::DataRequested
        | DatedAct::MinutesConfirmedBy
        | DatedAct::DraftInitialled
        | DatedAct::QuorumMissed
        | DatedAct::SignatureRefused
        | DatedAct::FilingReturned
        | DatedAct::FilingRegistered
        | DatedAct::OpinionIssued
        | DatedAct::CopiedToHigherUnion
        | DatedAct::CoverageAdded
        | DatedAct::CoverageConfirmed
        | DatedAct::CoverageWithdrawn
        | DatedAct::TalksReopened
        | DatedAct::SuspensionProposed
        | DatedAct::SuspensionDeclined
        | DatedAct::SuspensionWithdrawn
        | DatedAct::CoordinationTakenBack
        | DatedAct::ReminderSent
        | DatedAct::OpinionSent
        | DatedAct::RectificationSent
        | DatedAct::ProposalSent
        | DatedAct::OrderRecorded
        | DatedAct::Withdrawn
        | DatedAct::InspectionRecorded
        | DatedAct::PerformanceReported
        | DatedAct::NonPerformanceStated
        | DatedAct::NonPerformanceSettled
        | DatedAct::SlipMended => Vec::new(),
    }
}

/// The duties of a side that are counted from the day.
fn anchored(ctx: &Ctx<'_>, rules: &[&str], owner: Owner, old: Date, new: Date) -> Vec<Event> {
    let owed = ctx.n.duties.iter().filter(|duty| rules.contains(&duty.rule.as_str()) && duty.owner == owner);
    owed.filter(|duty| duty.anchor == old).flat_map(|duty| counted_from(ctx, Some(duty), new)).collect()
}

/// The duties that the act met, of one side or of whoever owed them.
fn met(ctx: &Ctx<'_>, rules: &[&str], side: Option<Side>, old: Date, new: Date) -> Vec<Event> {
    let of_side = |duty: &&Duty| side.is_none_or(|side| duty.owner == Owner::of(side));
    let owed = ctx.n.duties.iter().filter(|duty| rules.contains(&duty.rule.as_str())).filter(of_side);
    owed.filter(|duty| was_met_on(duty, old)).flat_map(|duty| done_on(ctx, Some(duty), new)).collect()
}

/// CC22 52, ZJ-CC 39(2): an extension within the thirty days counts, one that came later is on record and moves no date.
fn extended(ctx: &Ctx<'_>, old: Date, new: Date) -> Vec<Event> {
    let (Stage::Disputed(disputed), Some(duty)) = (&ctx.n.stage, ctx.newest("coordinate")) else {
        return Vec::new();
    };
    let dates = |days| ctx.dates_with(DeadlineRule::Coordinate, duty.anchor, &[], days).map(|dates| duty_dates(&dates));
    let (Some(plain), Some(longer)) = (dates(0), dates(disputed.extended_days)) else { return Vec::new() };
    match (old <= plain.due, new <= plain.due) {
        (false, true) => super::correcting::moved(ctx, duty, longer, duty.anchor),
        (true, false) => {
            let mut events = super::correcting::moved(ctx, duty, plain, duty.anchor);
            let finding = Finding::under("CHK-COORDINATE-30D", Outcome::Breach, &duty.citation)
                .with("found", new)
                .with("required", plain.due);
            events.push(Event::CheckNoted(CheckNoted { finding }));
            events
        }
        (true, true) | (false, false) => Vec::new(),
    }
}
