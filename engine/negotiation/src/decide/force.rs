//! The time in force between other days: an effect that began, and an end that came, on another day than recorded.
//! LCL 54, ZJ-CC 34 (effect), ZJ-CC 30 (end), ZJ-CC 33 (change and rescission).

use law::Date;
use law::deadline::{DeadlineRule, Kind};
use law::time::Moment;
use uuid::Uuid;

use super::correcting::{counted_from, met_again, moved, moved_by};
use super::ctx::{Ctx, duty_dates};
use super::{effect, life};
use crate::actor::Side;
use crate::command::{ChildKind, DatedAct};
use crate::event::{
    BreachWithdrawn, DutyRecomputed, DutyVoided, EffectRedated, EffectWithdrawn, EndRedated, EndWithdrawn, Event,
    RescissionRedated,
};
use crate::state::{
    Child, Duty, DutyDates, DutyStatus, Effect, EffectBasis, Effective, EndReason, Ended, Rescinded, Stage,
};

/// The day of filing: how long the review runs, and whether silence has had its effect.
pub(super) fn filed(ctx: &Ctx<'_>, new: Date) -> Vec<Event> {
    let Some(review) = ctx.newest("review") else { return Vec::new() };
    let silent = ctx.n.stage.effective().filter(|stage| stage.effect.basis == EffectBasis::Deemed);
    silent.map_or_else(|| counted_from(ctx, Some(review), new), |stage| deemed(ctx, stage, review, new))
}

/// The review that ended in silence ends on another day: the effect moves to it, or waits for it where it is still ahead.
/// What never was in force hasn't ended either.
fn deemed(ctx: &Ctx<'_>, stage: &Effective, review: &Duty, new: Date) -> Vec<Event> {
    let Some(dates) = ctx.dates(DeadlineRule::Review, new).map(|dates| duty_dates(&dates)) else {
        return Vec::new();
    };
    let now = Duty { dates, opened_on: new, ..review.clone() };
    if now.due_at() > ctx.now || dates.provisional {
        let mut events = Vec::new();
        if let Stage::Ended(ended) = &ctx.n.stage {
            events.push(Event::EndWithdrawn(EndWithdrawn { duties: Vec::new(), on: ended.on }));
        }
        events.push(Event::EffectWithdrawn(EffectWithdrawn { duty: review.id.clone(), on: stage.effect.on }));
        events.extend(moved(ctx, review, dates, new));
        let owed = ctx.n.duties.iter().filter(|duty| life::RULES.contains(&duty.rule.as_str()) && duty.is_owed());
        events.extend(owed.map(|duty| Event::DutyVoided(DutyVoided { duty: duty.id.clone() })));
        return events;
    }
    let mut events = moved(ctx, review, dates, new);
    events.extend(redated(ctx, stage, &dates, now.due_at().date()));
    events
}

/// The day on which the opinion reached a side: whether the review was in time, and since when the agreement is in force.
pub(super) fn served(ctx: &Ctx<'_>, side: Side, new: Date) -> Vec<Event> {
    let Some(opinion) = ctx.n.stage.filing().and_then(|filing| filing.opinion.as_ref()) else {
        return Vec::new();
    };
    let at = Moment::start_of(new).max(opinion.issued_at);
    let other = opinion.served.get(side.other()).copied().flatten();
    let counts = match (other, opinion.items.is_empty()) {
        (Some(other), true) => other.max(at),
        (Some(other), false) => other.min(at),
        (None, _) => at,
    };
    let Some(review) = ctx.newest("review") else { return Vec::new() };
    let elsewhere = matches!(review.status, DutyStatus::Met { at, .. } if at != counts);
    let mut events = if elsewhere { met_again(review, review, counts) } else { Vec::new() };
    let by_opinion = ctx.n.stage.effective().filter(|stage| stage.effect.basis == EffectBasis::Opinion);
    events.extend(by_opinion.into_iter().flat_map(|stage| redated(ctx, stage, &review.dates, counts.date())));
    events
}

/// An effect on another day, and the duties that are counted from it or from the end of the term.
fn redated(ctx: &Ctx<'_>, stage: &Effective, review: &DutyDates, on: Date) -> Vec<Event> {
    let before = &stage.effect;
    if on == before.on {
        return Vec::new();
    }
    let (term_from, term_to) = effect::term(stage.filing.signed.text.terms.term, on);
    let after = Effect { basis: before.basis, on, term_from, term_to };
    let mut events = vec![Event::EffectRedated(EffectRedated { on, term_from, term_to })];
    for duty in of_force(ctx).filter(|duty| duty.rule == "publish") {
        let dates = effect::publish_dates_after(ctx, review, before.basis, on);
        events.extend(dates.into_iter().flat_map(|dates| moved(ctx, duty, duty_dates(&dates), on)));
    }
    events.extend(reports(ctx, before, &after));
    events.extend(window(ctx, before, &after));
    events.extend(last_day(ctx, &after));
    if let Stage::Ended(ended) = &ctx.n.stage {
        let (end, reason) = ends(ctx, &after, None, came(ctx));
        events.extend(ended_on(ctx, ended, end, reason));
    }
    events
}

/// What the effect that counts now has brought. One that was withdrawn before it brought duties of its own, the last of
/// them its last day.
fn of_force<'a>(ctx: &'a Ctx<'_>) -> impl Iterator<Item = &'a Duty> {
    let terms = ctx.n.duties.iter().enumerate().filter(|(_, duty)| duty.rule == "term");
    let before = terms.map(|(at, _)| at).nth_back(1).map_or(0, |at| at + 1);
    ctx.n.duties.iter().skip(before).filter(|duty| life::RULES.contains(&duty.rule.as_str()))
}

/// ZJ-CC 37: the years of the reports are those of the term.
fn reports(ctx: &Ctx<'_>, before: &Effect, after: &Effect) -> Vec<Event> {
    let mut events = Vec::new();
    let first = |effect: &Effect| effect.term_from.yesterday().unwrap_or(effect.term_from);
    let (mut old, mut eve) = (first(before), first(after));
    let mut years = of_force(ctx).filter(|duty| duty.rule == "annual_report");
    while let (Some(year), Some(dates)) = (years.next(), ctx.dates(DeadlineRule::AnnualReport, eve)) {
        if year.anchor != old {
            (old, eve) = (year.anchor, dates.due);
        }
        let dates = ctx.dates(DeadlineRule::AnnualReport, eve);
        let now =
            dates.map(|dates| Duty { anchor: eve, dates: duty_dates(&dates), opened_on: after.on, ..year.clone() });
        events.extend(now.into_iter().flat_map(|now| moved_by(ctx, year, &now)));
    }
    events
}

/// ZJ-CC 30(3): the time for talks about renewal is counted back from the last day.
fn window(ctx: &Ctx<'_>, before: &Effect, after: &Effect) -> Option<Event> {
    let window = ctx.newest("renew_open").filter(|window| window.anchor == before.term_to)?;
    let dates = ctx.dates(DeadlineRule::RenewOpen, after.term_to)?;
    let opened_on = dates.opens.unwrap_or(after.on).max(after.on);
    Some(recomputed(window, after.term_to, duty_dates(&dates), opened_on))
}

/// ZJ-CC 30(1): the last day, unless a change or a rescission has set another.
fn last_day(ctx: &Ctx<'_>, after: &Effect) -> Option<Event> {
    let (term, due) = (ctx.newest("term")?, eve(over(ctx, after, None).0));
    Some(recomputed(term, after.term_from, DutyDates { due, ..term.dates }, after.on))
}

/// What a case that hangs on this one is being noted with: its first day, none where it has failed or goes on.
type Noted = Option<(Uuid, Option<Date>)>;

fn eve(day: Date) -> Date {
    day.yesterday().unwrap_or(day)
}

/// From which day an agreement is no longer in force, and why: its term is over, or a rescission or an amended text that is
/// on record takes its place before (ZJ-CC 30(1), 33).
pub(super) fn over(ctx: &Ctx<'_>, effect: &Effect, noted: Noted) -> (Date, EndReason) {
    let mut end = (effect.term_to.tomorrow().unwrap_or(effect.term_to), EndReason::Expired);
    let first = |child: &Child| match noted {
        Some((case, on)) if case == child.case => on,
        Some(_) | None => child.on,
    };
    for (kind, reason) in [(ChildKind::Rescission, EndReason::Rescinded), (ChildKind::Amendment, EndReason::Amended)] {
        let of_kind = ctx.n.children.iter().filter(|child| child.kind == kind);
        let day = of_kind.filter_map(first).min().map(|day| day.max(effect.on));
        if let Some(day) = day.filter(|day| *day <= end.0) {
            end = (day, reason);
        }
    }
    end
}

/// The same, where the agreed condition may have come before.
fn ends(ctx: &Ctx<'_>, effect: &Effect, noted: Noted, came: Option<Date>) -> (Date, EndReason) {
    let end = over(ctx, effect, noted);
    match came.map(|day| day.max(effect.on)).filter(|day| *day < end.0) {
        Some(day) => (day, EndReason::ConditionMet),
        None => end,
    }
}

/// The day on which the agreed condition came.
fn came(ctx: &Ctx<'_>) -> Option<Date> {
    ctx.n.newest_day(DatedAct::ConditionCame)
}

fn recomputed(duty: &Duty, anchor: Date, dates: DutyDates, opened_on: Date) -> Event {
    Event::DutyRecomputed(DutyRecomputed { anchor, dates, duty: duty.id.clone(), opened_on })
}

/// ZJ-CC 30(1): the condition came on another day, not before the agreement was in force.
pub(super) fn condition_came(ctx: &Ctx<'_>, on: Date) -> Vec<Event> {
    let Stage::Ended(ended) = &ctx.n.stage else { return Vec::new() };
    let (end, reason) = ends(ctx, &ended.effective.effect, None, Some(on));
    ended_on(ctx, ended, end, reason)
}

/// ZJ-CC 33: an amended text or a rescission takes the place of an agreement from a day that has come, or at the end of the
/// day before one that hasn't; from another day than was noted; or not yet, where its own effect was withdrawn.
pub(super) fn followed(ctx: &Ctx<'_>, case: Uuid, on: Option<Date>) -> Vec<Event> {
    let noted = Some((case, on));
    if let Stage::Ended(ended) = &ctx.n.stage {
        let (end, reason) = ends(ctx, &ended.effective.effect, noted, came(ctx));
        let mut events = ended_on(ctx, ended, end, reason);
        if Moment::start_of(end) > ctx.now {
            events.extend(lasts_until(ctx, eve(end)));
        }
        return events;
    }
    let Some(stage) = life::effective(ctx.n) else { return Vec::new() };
    match over(ctx, &stage.effect, noted) {
        (end, reason @ (EndReason::Amended | EndReason::Rescinded)) if end <= ctx.now.date() => {
            life::ended(ctx, end, reason)
        }
        (end, _) => lasts_until(ctx, eve(end)).into_iter().collect(),
    }
}

/// The last day of an agreement in force is another.
fn lasts_until(ctx: &Ctx<'_>, last: Date) -> Option<Event> {
    let term = ctx.newest("term").filter(|term| term.dates.due != last)?;
    Some(recomputed(term, term.anchor, DutyDates { due: last, ..term.dates }, term.opened_on))
}

/// An end that came on another day; one that is still ahead is withdrawn, and what was owed until then is owed again.
fn ended_on(ctx: &Ctx<'_>, ended: &Ended, on: Date, reason: EndReason) -> Vec<Event> {
    if on == ended.on {
        return Vec::new();
    }
    let (was, is) = (Moment::start_of(ended.on), Moment::start_of(on));
    let fell_away = |duty: &&Duty| duty.status == DutyStatus::Voided && duty.due_at() >= was;
    if is > ctx.now {
        let term = |duty: &&Duty| duty.kind == Kind::Term;
        let again = of_force(ctx).filter(|duty| fell_away(duty) || term(duty)).map(|duty| duty.id.clone()).collect();
        return vec![Event::EndWithdrawn(EndWithdrawn { duties: again, on: ended.on })];
    }
    let fell_due = |duty: &&Duty| duty.kind == Kind::Breach && duty.due_at() <= is;
    let again = of_force(ctx).filter(fell_away).filter(fell_due).map(|duty| duty.id.clone()).collect();
    let mut events = vec![Event::EndRedated(EndRedated { duties: again, on, reason })];
    let no_more = |duty: &&Duty| duty.kind == Kind::Breach && duty.status == DutyStatus::Struck && duty.due_at() > is;
    for duty in of_force(ctx).filter(no_more) {
        events.push(Event::BreachWithdrawn(BreachWithdrawn { duty: duty.id.clone() }));
        events.push(Event::DutyVoided(DutyVoided { duty: duty.id.clone() }));
    }
    events
}

/// ZJ-CC 33: rescinded with the second signature, or from a later day that the text names; recorded within five working
/// days of it. The case before learns of the other day by the program's note.
pub(super) fn rescinded(ctx: &Ctx<'_>, stage: &Rescinded, signed_on: Date) -> Vec<Event> {
    let on = effect::rescission_from(stage.signed.text.terms.term, signed_on);
    if on == stage.on {
        return Vec::new();
    }
    let mut events = vec![Event::RescissionRedated(RescissionRedated { on })];
    events.extend(counted_from(ctx, ctx.newest("rescind_file"), on));
    events
}
