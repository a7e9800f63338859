//! What the sides give each other before the meeting (row 9): ZJ-CC 16(2), WN9 18, HZ 25, NB 17.

use law::Date;
use law::deadline::DeadlineRule;
use law::rules::{Disclosure, Rule};
use law::time::Moment;

use super::ctx::{Ctx, Decided, duty_dates, item, refuse};
use super::party;
use crate::actor::Side;
use crate::command::{Disclose, DisclosureCommand, DisclosureItem};
use crate::event::{DataRequested, Disclosed, DutyRecomputed, Event};
use crate::state::{Duty, DutyStatus, Owner};

pub(super) fn decide(ctx: &Ctx<'_>, command: &DisclosureCommand) -> Decided {
    let side = party(ctx)?;
    match command {
        DisclosureCommand::RequestData(request) => self::request(ctx, side, &request.items),
        DisclosureCommand::Disclose(disclose) => give(ctx, side, disclose),
    }
}

/// WN9 18, ZJ-CC 16(2): each thing that is asked for is owed under a number of its own.
fn request(ctx: &Ctx<'_>, side: Side, items: &[String]) -> Decided {
    if items.is_empty() || items.iter().any(|item| item.trim().is_empty()) {
        return Err(refuse("FACT-EMPTY", "fact-empty", &["WN9 18"]));
    }
    let mut events = vec![Event::DataRequested(DataRequested { at: ctx.when, items: items.to_vec(), side })];
    let Some(meeting) = ctx.n.meeting_on else { return Ok(events) };
    let rule = DeadlineRule::Disclose(item(DisclosureItem::Data));
    for (at, _) in items.iter().enumerate() {
        let id = request_id(side.other(), ctx.n.requests.len() + at + 1);
        // Whoever asks after the last day can't make the other side late.
        let opened = ctx.open(rule, Owner::of(side.other()), id, meeting);
        events.extend(opened.filter(|event| is_still_possible(ctx, event)));
    }
    Ok(events)
}

fn give(ctx: &Ctx<'_>, side: Side, disclose: &Disclose) -> Decided {
    if disclose.item == DisclosureItem::RepList && ctx.n.delegations.get(side).is_none_or(Option::is_none) {
        return Err(refuse("STAGE-disclose", "reps-first", &["ZJ-CC 16(2)"]));
    }
    if disclose.points.is_empty() && disclose.materials.is_empty() {
        return Err(refuse("FACT-EMPTY", "fact-empty", &["ZJ-CC 16(2)", "WN9 18"]));
    }
    let stranger = disclose.answers.iter().find(|number| !asked_of(ctx, disclose.item, side, **number));
    if let Some(number) = stranger {
        return Err(refuse("FACT-REQUEST", "fact-request", &["WN9 18", "ZJ-CC 16(2)"]).with("number", number));
    }
    let mut events = vec![Event::Disclosed(Disclosed {
        answers: disclose.answers.clone(),
        at: ctx.when,
        item: disclose.item,
        materials: disclose.materials.clone(),
        points: disclose.points.clone(),
        side,
    })];
    events.extend(ctx.meet(&duty_id(disclose.item, side)));
    for number in &disclose.answers {
        events.extend(ctx.meet(&format!("{}-{number}", duty_id(DisclosureItem::Data, side))));
    }
    Ok(events)
}

/// Whether the number is that of something which the other side asked of this one.
fn asked_of(ctx: &Ctx<'_>, what: DisclosureItem, side: Side, number: u32) -> bool {
    let at = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    let request = at.and_then(|at| ctx.n.requests.get(at));
    what == DisclosureItem::Data && request.is_some_and(|request| request.asked_by == side.other())
}

fn request_id(side: Side, number: usize) -> String {
    format!("{}-{number}", duty_id(DisclosureItem::Data, side))
}

/// Whether the last day of a duty that opens is not over yet.
fn is_still_possible(ctx: &Ctx<'_>, event: &Event) -> bool {
    !matches!(event, Event::DutyOpened(opened) if Moment::end_of(opened.duty.dates.due) <= ctx.when)
}

fn duty_id(item: DisclosureItem, side: Side) -> String {
    format!("disclose-{}-{}", item.name(), side.name())
}

fn open(ctx: &Ctx<'_>, what: DisclosureItem, side: Side, meeting: Date) -> Option<Event> {
    ctx.open(DeadlineRule::Disclose(item(what)), Owner::of(side), duty_id(what, side), meeting)
}

/// What is owed without being asked for, once the day of the first meeting stands: the agenda by the offering side,
/// lists by both; where the profile says so, plan and data by both (NB 17).
pub(super) fn owed_before(ctx: &Ctx<'_>, offering: Side, meeting: Date) -> Vec<Event> {
    let unasked = |rule: &Rule<Disclosure>| rule.value().is_some_and(|item| !item.on_request);
    let disclose = &ctx.rules.disclose;
    let mut events = Vec::new();
    if unasked(&disclose.agenda) {
        events.extend(open(ctx, DisclosureItem::Agenda, offering, meeting));
    }
    for side in [offering, offering.other()] {
        for (rule, what) in [
            (&disclose.rep_list, DisclosureItem::RepList),
            (&disclose.plan, DisclosureItem::Plan),
            (&disclose.data, DisclosureItem::Data),
        ] {
            if unasked(rule) {
                events.extend(open(ctx, what, side, meeting));
            }
        }
    }
    events
}

/// New dates for what is owed before the meeting that is moved; what was owed before an earlier one stays.
pub(super) fn moved(ctx: &Ctx<'_>, meeting: Date) -> Vec<Event> {
    let open = ctx.n.duties.iter().filter(|duty| duty.rule == "disclose" && duty.status == DutyStatus::Open);
    let held = ctx.n.sessions.last().map(|session| session.opened_at.date());
    let ahead = |duty: &&Duty| Some(duty.anchor) == ctx.n.meeting_on && held.is_none_or(|held| duty.opened_on >= held);
    open.filter(ahead)
        .filter_map(|duty| {
            let dates = ctx.dates(duty.deadline()?, meeting)?;
            Some(Event::DutyRecomputed(DutyRecomputed {
                anchor: meeting,
                dates: duty_dates(&dates),
                duty: duty.id.clone(),
                opened_on: ctx.arises(meeting),
            }))
        })
        .collect()
}
