//! Sessions, positions, minutes (rows 10 and 11): CC22 33–34, ZJ-CC 16, WN9 11 and 13, NB 16.

use super::ctx::{Ctx, Decided, refuse};
use super::{disclosure, lists, package, party};
use crate::actor::{Capacity, PersonRef, Side};
use crate::checks::{Finding, Outcome};
use crate::command::{
    AcceptPosition, CloseSession, ConfirmMinutes, OpenSession, ScheduleSession, SessionCommand, TablePosition,
};
use crate::event::{
    CheckNoted, Event, MinutesConfirmed, MinutesConfirmedBy, PositionAccepted, PositionTabled, SessionClosed,
    SessionOpened, SessionScheduled,
};
use crate::refusal::Refusal;
use crate::state::{Delegation, Session};

/// Session commands while the sides negotiate.
pub(super) fn decide(ctx: &Ctx<'_>, command: &SessionCommand) -> Decided {
    match command {
        SessionCommand::ScheduleSession(schedule) => self::schedule(ctx, schedule),
        SessionCommand::OpenSession(open) => self::open(ctx, open, None),
        SessionCommand::TablePosition(position) => table(ctx, position),
        SessionCommand::AcceptPosition(accept) => self::accept(ctx, accept),
        SessionCommand::TablePackage(tabled) => package::table(ctx, tabled),
        SessionCommand::AcceptPackage(accepted) => package::accept(ctx, accepted),
        SessionCommand::CloseSession(close) => self::close(ctx, close),
        SessionCommand::ConfirmMinutes(confirm) => minutes(ctx, confirm),
    }
}

pub(super) fn schedule(ctx: &Ctx<'_>, schedule: &ScheduleSession) -> Decided {
    if schedule.meeting_on < ctx.when.date() || schedule.place.trim().is_empty() {
        return Err(refuse("FACT-DATE", "fact-meeting", &["ZJ-CC 16", "CC22 33"]).with("found", schedule.meeting_on));
    }
    let mut events = vec![Event::SessionScheduled(SessionScheduled {
        meeting_on: schedule.meeting_on,
        place: schedule.place.clone(),
    })];
    events.extend(disclosure::moved(ctx, schedule.meeting_on));
    Ok(events)
}

/// CC22 33(5), 34; ZJ-CC 16: both lists stand, the recorder is nobody's representative, the chiefs chair in turn.
pub(super) fn open(ctx: &Ctx<'_>, open: &OpenSession, first_offer_by: Option<Side>) -> Decided {
    let (Some(workers), Some(employers)) = (&ctx.n.delegations.worker, &ctx.n.delegations.employer) else {
        return Err(refuse("STAGE-open_session", "reps-first", &["ZJ-CC 10", "CC22 19"]));
    };
    if ctx.n.open_session().is_some() {
        return Err(refuse("STAGE-open_session", "session-open", &["CC22 34"]));
    }
    if open.chair == Side::None {
        return Err(refuse("FACT-CHAIR", "fact-chair", &["CC22 34", "WN9 11"]));
    }
    lists::has_chief(ctx, if open.chair == Side::Worker { workers } else { employers }, open.chair)?;
    if workers.has(&open.recorder.id) || employers.has(&open.recorder.id) {
        return Err(refuse("WHO-recorder", "who-recorder", &["CC22 33"]));
    }
    let sits = |list: &Delegation, who: &PersonRef| list.sat(&who.id, ctx.when);
    let stranger = open.attending.iter().find(|who| !sits(workers, who) && !sits(employers, who));
    let both =
        open.attending.iter().any(|who| sits(workers, who)) && open.attending.iter().any(|who| sits(employers, who));
    if stranger.is_some() || !both {
        return Err(refuse("FACT-ATTENDING", "fact-attending", &["ZJ-CC 16", "CC22 34"]));
    }
    let number = u32::try_from(ctx.n.sessions.len()).unwrap_or(u32::MAX).saturating_add(1);
    let mut events = vec![Event::SessionOpened(SessionOpened {
        at: ctx.when,
        attending: open.attending.clone(),
        chair: open.chair,
        number,
        place: open.place.clone(),
        recorder: open.recorder.clone(),
    })];
    if number == 1
        && let Some(offering) = first_offer_by
    {
        let anchor = ctx.when.date();
        let both = crate::state::Owner::Both;
        // NB 16 counts from the first meeting, HZ 29 from the offer: the anchor of the rule decides.
        if ctx.rules.total.value().is_some_and(|total| total.anchor == law::rules::Anchor::FirstMeeting) {
            events.extend(ctx.open(law::deadline::DeadlineRule::Total, both, "total-1".to_owned(), anchor));
        }
        if ctx.rules.first_chair.value().is_some_and(|first| first.offering_side) && open.chair != offering {
            events.push(noted("CHK-FIRST-CHAIR", Outcome::Amber, &["NB 16"]));
        }
    } else if ctx.n.sessions.last().is_some_and(|last| last.chair == open.chair) {
        events.push(noted("CHK-CHAIR-TURN", Outcome::Amber, &["CC22 34", "WN9 11"]));
    }
    Ok(events)
}

fn noted(rule: &str, outcome: Outcome, articles: &[&str]) -> Event {
    Event::CheckNoted(CheckNoted { finding: Finding::new(rule, outcome, articles) })
}

/// The open session; positions are put on the table there.
pub(super) fn current<'a>(ctx: &'a Ctx<'_>) -> Result<&'a Session, Refusal> {
    ctx.n
        .open_session()
        .ok_or_else(|| Refusal::new(format!("STAGE-{}", ctx.command.name()), "no-session", &["CC22 34"]))
}

/// A side speaks for itself; the recorder of the session writes for both.
pub(super) fn speaks_for(ctx: &Ctx<'_>, session: &Session, side: Side) -> Result<(), Refusal> {
    let recorder = ctx.actor.capacity == Capacity::Recorder && session.recorder.id == ctx.actor.id;
    if side != Side::None && (recorder || ctx.side() == side) {
        return Ok(());
    }
    Err(Refusal::new(format!("WHO-{}", ctx.command.name()), "who-other-side", &["WN9 13", "CC22 34"]))
}

fn table(ctx: &Ctx<'_>, position: &TablePosition) -> Decided {
    let session = current(ctx)?;
    speaks_for(ctx, session, position.side)?;
    if position.clause.trim().is_empty() || (position.text.trim().is_empty() && position.values.is_empty()) {
        return Err(refuse("FACT-EMPTY", "fact-empty", &["WN9 13"]));
    }
    Ok(vec![Event::PositionTabled(PositionTabled {
        at: ctx.when,
        clause: position.clause.clone(),
        session: session.number,
        side: position.side,
        text: position.text.clone(),
        values: position.values.clone(),
    })])
}

fn accept(ctx: &Ctx<'_>, accept: &AcceptPosition) -> Decided {
    let session = current(ctx)?;
    speaks_for(ctx, session, accept.side)?;
    if ctx.n.table.latest(&accept.clause, accept.side.other()).is_none() {
        return Err(refuse("FACT-POSITION", "fact-position", &["WN9 13"]).with("clause", &accept.clause));
    }
    Ok(vec![Event::PositionAccepted(PositionAccepted {
        at: ctx.when,
        clause: accept.clause.clone(),
        session: session.number,
        side: accept.side,
    })])
}

fn close(ctx: &Ctx<'_>, close: &CloseSession) -> Decided {
    let session = current(ctx)?;
    if close.next_on.is_some_and(|next| next < ctx.when.date()) {
        return Err(refuse("FACT-DATE", "fact-meeting", &["ZJ-CC 16", "CC22 33"])
            .with("found", close.next_on.map_or_else(String::new, |next| next.to_string())));
    }
    Ok(vec![Event::SessionClosed(SessionClosed {
        at: ctx.when,
        next_on: close.next_on,
        session: session.number,
        summary: close.summary.clone(),
    })])
}

/// ZJ-CC 16(3): both chiefs confirm the record; only then what was agreed binds.
fn minutes(ctx: &Ctx<'_>, confirm: &ConfirmMinutes) -> Decided {
    let side = party(ctx)?;
    let session = ctx.n.sessions.iter().find(|session| session.number == confirm.session && session.closed.is_some());
    let Some(session) = session else {
        return Err(refuse("STAGE-confirm_minutes", "minutes-of-closed", &["ZJ-CC 16(3)", "CC22 34"])
            .with("session", confirm.session));
    };
    if session.confirmed.get(side).is_some_and(Option::is_some) {
        return Err(refuse("STAGE-confirm_minutes", "confirmed-already", &["ZJ-CC 16(3)", "CC22 34"])
            .with("session", confirm.session));
    }
    let number = session.number;
    let mut events = vec![Event::MinutesConfirmedBy(MinutesConfirmedBy { at: ctx.when, session: number, side })];
    if session.confirmed.get(side.other()).is_some_and(Option::is_some) {
        events.push(Event::MinutesConfirmed(MinutesConfirmed { at: ctx.when, session: number }));
    }
    Ok(events)
}
