//! What the sides give each other before the meeting (row 9): ZJ-CC 16(2), WN9 18, HZ 25, NB 17.

use law::Date;
use law::deadline::DeadlineRule;
use law::rules::{Disclosure, Rule};
use law::time::Moment;

use super::ctx::{Ctx, Decided, duty_dates, item, refuse};
use super::party;
use crate::actor::Side;
use crate::command::{DisclosureCommand, DisclosureItem};
use crate::event::{DataRequested, Disclosed, DutyRecomputed, Event};
use crate::state::Owner;

pub(super) fn decide(ctx: &Ctx<'_>, command: &DisclosureCommand) -> Decided {
    let side = party(ctx)?;
    match command {
        DisclosureCommand::RequestData(request) => {
            if request.items.is_empty() {
                return Err(refuse("FACT-EMPTY", "fact-empty", &["WN9 18"]));
            }
            let mut events =
                vec![Event::DataRequested(DataRequested { at: ctx.when, items: request.items.clone(), side })];
            let owed = duty_id(DisclosureItem::Data, side.other());
            if ctx.n.duty(&owed).is_none()
                && let Some(meeting) = ctx.n.meeting_on
            {
                // Whoever asks after the last day can't make the other side late.
                let opened = open(ctx, DisclosureItem::Data, side.other(), meeting);
                events.extend(opened.filter(|event| is_still_possible(ctx, event)));
            }
            Ok(events)
        }
        DisclosureCommand::Disclose(disclose) => {
            if disclose.item == DisclosureItem::RepList && ctx.n.delegations.get(side).is_none_or(Option::is_none) {
                return Err(refuse("STAGE-disclose", "reps-first", &["ZJ-CC 16(2)"]));
            }
            if disclose.points.is_empty() && disclose.materials.is_empty() {
                return Err(refuse("FACT-EMPTY", "fact-empty", &["ZJ-CC 16(2)"]));
            }
            let mut events = vec![Event::Disclosed(Disclosed {
                at: ctx.when,
                item: disclose.item,
                materials: disclose.materials.clone(),
                points: disclose.points.clone(),
                side,
            })];
            events.extend(ctx.meet(&duty_id(disclose.item, side)));
            Ok(events)
        }
    }
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

/// New dates for what is owed before a meeting that was moved.
pub(super) fn moved(ctx: &Ctx<'_>, meeting: Date) -> Vec<Event> {
    let items = [DisclosureItem::Agenda, DisclosureItem::RepList, DisclosureItem::Data, DisclosureItem::Plan];
    let mut events = Vec::new();
    for side in [Side::Worker, Side::Employer] {
        for what in items {
            let id = duty_id(what, side);
            let open = ctx.n.duty(&id).is_some_and(|duty| duty.status == crate::state::DutyStatus::Open);
            if open && let Some(dates) = ctx.dates(DeadlineRule::Disclose(item(what)), meeting) {
                events.push(Event::DutyRecomputed(DutyRecomputed {
                    anchor: meeting,
                    dates: duty_dates(&dates),
                    duty: id,
                    opened_on: ctx.arises(meeting),
                }));
            }
        }
    }
    events
}
