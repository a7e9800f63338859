//! Days on which the talks rested or the bureau was asked, on other days than recorded: CC22 35, 49, 52, ZJ-CC 17, 39,
//! ZJ-DM 29(3), HZ 27, NB 19.

use law::Date;
use law::deadline::DeadlineRule;
use law::time::Moment;

use super::correcting::{done_on, moved, moved_by};
use super::correction::{between, passed, same};
use super::ctx::{Ctx, duty_dates};
use super::suspension::total_moved;
use crate::command::DatedAct;
use crate::event::{Event, RunOutWithdrawn, SuspensionRanOut};
use crate::refusal::Refusal;
use crate::state::{Disputed, Duty, DutyStatus, Pause, Stage};

/// The newest suspension that began on the day, whether it runs or is over.
fn begun_on(ctx: &Ctx<'_>, day: Date) -> Option<usize> {
    ctx.n.pauses.iter().rposition(|pause| pause.from == day)
}

/// The newest suspension that ended on the day because the talks went on: one that ran out or that ended because the bureau
/// was asked has its end from something else.
fn resumed_on(ctx: &Ctx<'_>, day: Date) -> Option<usize> {
    let at = ctx.n.pauses.iter().rposition(|pause| pause.to == Some(day))?;
    let resumed = ctx.n.duty(&id(at)).is_none_or(|duty| matches!(duty.status, DutyStatus::Met { .. }));
    (resumed && !ctx.n.days_of_act(DatedAct::CoordinationApplied).any(|applied| applied == day)).then_some(at)
}

fn id(at: usize) -> String {
    format!("suspend-{}", at + 1)
}

/// After the suspension before and the session held before, not after the talks went on.
pub(super) fn from_stands(ctx: &Ctx<'_>, old: Date, new: Date) -> Result<(), Refusal> {
    let newest = ctx.n.pauses.last().ok_or_else(|| passed(ctx))?;
    let at = begun_on(ctx, old).ok_or_else(|| stale(old, newest.from))?;
    let pause = ctx.n.pauses.get(at).ok_or_else(|| passed(ctx))?;
    let held = ctx.n.sessions.iter().rev().map(|session| session.opened_at).find(|held| held.date() <= old);
    let before = at.checked_sub(1).and_then(|before| ctx.n.pauses.get(before)).and_then(|before| before.to);
    let after = held.max(before.map(Moment::start_of));
    between(ctx, Some(Moment::start_of(pause.from)), (after, pause.to.map(Moment::start_of)), old, new)
}

/// Not before the suspension began, nor after the next session or the next suspension.
pub(super) fn to_stands(ctx: &Ctx<'_>, old: Date, new: Date) -> Result<(), Refusal> {
    let at = resumed_on(ctx, old).ok_or_else(|| passed(ctx))?;
    let pause = ctx.n.pauses.get(at).ok_or_else(|| passed(ctx))?;
    let held = ctx.n.sessions.iter().map(|session| session.opened_at).find(|held| held.date() >= old);
    let next = ctx.n.pauses.get(at + 1).map(|next| Moment::start_of(next.from));
    let before = held.into_iter().chain(next).min();
    between(ctx, pause.to.map(Moment::start_of), (Some(Moment::start_of(pause.from)), before), old, new)
}

fn stale(named: Date, found: Date) -> Refusal {
    super::ctx::refuse("FACT-STALE", "fact-stale", &[]).with("named", named).with("found", found)
}

/// The suspension began on another day.
pub(super) fn began(ctx: &Ctx<'_>, old: Date, new: Date) -> Vec<Event> {
    begun_on(ctx, old).map_or_else(Vec::new, |at| changed(ctx, at, |pause| pause.from = new))
}

/// The talks went on on another day.
pub(super) fn resumed(ctx: &Ctx<'_>, old: Date, new: Date) -> Vec<Event> {
    let Some(at) = resumed_on(ctx, old) else { return Vec::new() };
    let mut events = done_on(ctx, ctx.n.duty(&id(at)), new);
    events.extend(changed(ctx, at, |pause| pause.to = Some(new)));
    events
}

/// The longest time of this suspension and of those after it, which have what this one left; the clock of the whole.
fn changed(ctx: &Ctx<'_>, at: usize, change: impl FnOnce(&mut Pause)) -> Vec<Event> {
    let mut then = ctx.n.clone();
    if let Some(pause) = then.pauses.get_mut(at) {
        change(pause);
    }
    let pauses = then.pauses.clone();
    let mut events = Vec::new();
    for (place, pause) in pauses.iter().enumerate().skip(at) {
        let Some(duty) = ctx.n.duty(&id(place)) else { continue };
        then.pauses = pauses.iter().take(place).copied().collect();
        let dates = ctx.over(&then).dates(DeadlineRule::Suspend, pause.from).map(|dates| duty_dates(&dates));
        let now = dates.map(|dates| Duty { anchor: pause.from, dates, opened_on: pause.from, ..duty.clone() });
        events.extend(now.into_iter().flat_map(|now| longest(ctx, duty, &now)));
    }
    then.pauses = pauses;
    events.extend(total_moved(ctx, &then.standstills()));
    events
}

/// A suspension that ran out while nobody asked the bureau runs on until its right last day, or ran out on that.
fn longest(ctx: &Ctx<'_>, duty: &Duty, now: &Duty) -> Vec<Event> {
    let mut events = moved_by(ctx, duty, now);
    let unasked = matches!(&ctx.n.stage, Stage::Disputed(Disputed { rested: Some(_), .. }));
    let newest = ctx.newest("suspend").is_some_and(|newest| newest.id == duty.id);
    if unasked && newest && duty.status == DutyStatus::Struck && duty.due_at() != now.due_at() {
        events.push(Event::RunOutWithdrawn(RunOutWithdrawn { duty: duty.id.clone() }));
        if now.due_at() <= ctx.now && !now.dates.provisional {
            let (at, duty) = (now.due_at(), duty.id.clone());
            events.push(Event::SuspensionRanOut(SuspensionRanOut { at, duty }));
        }
    }
    events
}

/// CC22 49: the bureau was asked on another day; a suspension that this ended ended on it.
pub(super) fn applied(ctx: &Ctx<'_>, old: Date, new: Date) -> Vec<Event> {
    if !ctx.n.pause_ended_by_application(old) {
        return Vec::new();
    }
    let at = ctx.n.pauses.len().saturating_sub(1);
    changed(ctx, at, |pause| pause.to = Some(new.max(pause.from)))
}

/// When the bureau took the dispute up, or the newest one that it did.
pub(super) fn accepted(ctx: &Ctx<'_>) -> Option<Moment> {
    let now = if let Stage::Disputed(disputed) = &ctx.n.stage { disputed.accepted_at } else { None };
    now.or_else(|| ctx.newest("coordinate").map(|duty| Moment::start_of(duty.anchor)))
}

/// After the application, not after the bureau was done.
pub(super) fn accepted_stands(ctx: &Ctx<'_>, old: Date, new: Date) -> Result<(), Refusal> {
    let accepted = accepted(ctx).ok_or_else(|| passed(ctx))?;
    same(&old, &accepted.date())?;
    let applied = ctx.n.newest_day(DatedAct::CoordinationApplied).filter(|applied| *applied <= old);
    let done = ctx.newest("coordinate").and_then(|duty| match duty.status {
        DutyStatus::Met { at, .. } => Some(at),
        DutyStatus::Open | DutyStatus::Struck | DutyStatus::Voided => None,
    });
    between(ctx, Some(accepted), (applied.map(Moment::start_of), done), old, new)
}

/// CC22 52, ZJ-CC 39(2): thirty days from the day on which the bureau took it up, with the extension that it gave itself.
pub(super) fn coordinates_from(ctx: &Ctx<'_>, new: Date) -> Vec<Event> {
    let Some(duty) = ctx.newest("coordinate") else { return Vec::new() };
    let most = ctx.rules.coordinate.value().and_then(|rule| rule.extension).unwrap_or(0);
    let dates =
        |anchor, days| ctx.dates_with(DeadlineRule::Coordinate, anchor, &[], days).map(|dates| duty_dates(&dates));
    // After the end of coordination the extension stands in the dates only.
    let given = (0..=most).rev().find(|days| dates(duty.anchor, *days) == Some(duty.dates)).unwrap_or(0);
    dates(new, given).map_or_else(Vec::new, |dates| moved(ctx, duty, dates, new))
}
