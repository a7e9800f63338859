//! Whose acts are recorded: each side's own, or on paper and confirmed by a second person.

use negotiation::event::Event;
use negotiation::state::{PaperEntry, PendingCorrection};
use negotiation::{Actor, Capacity, Side};

use crate::side;
use crate::world::World;

/// Who of neither side may stand in for a side that has no account: confirm what was done on paper, or a correction.
const NEUTRALS: [Capacity; 4] =
    [Capacity::Recorder, Capacity::HigherUnion, Capacity::HrssOfficer, Capacity::CongressClerk];

/// Whether all that a command recorded is an act of whoever gave it, or of whoever signed the paper that it confirmed; and
/// whether who confirmed a paper or a correction may.
pub(crate) fn acts(before: &World, actor: &Actor, events: &[Event]) -> bool {
    let paper = paper(before, events);
    let author = paper.map_or(actor, |paper| &paper.actor);
    let seconded = paper.is_none_or(|paper| is_second(&paper.entered_by, paper.actor.side, actor));
    let agreed = correction(before, events).is_none_or(|pending| is_across(&pending.proposed_by, actor));
    seconded && agreed && events.iter().all(|event| is_own(before, author, event))
}

/// The act on paper that is being confirmed.
pub(crate) fn paper<'a>(before: &'a World, all: &[Event]) -> Option<&'a PaperEntry> {
    let confirmed = |event: &Event| if let Event::PaperConfirmed(paper) = event { Some(paper.entry) } else { None };
    numbered(&before.case.papers, all.iter().find_map(confirmed)?)
}

/// The correction that is being confirmed.
fn correction<'a>(before: &'a World, all: &[Event]) -> Option<&'a PendingCorrection> {
    let corrected = |event: &Event| if let Event::Corrected(fact) = event { Some(fact.correction) } else { None };
    numbered(&before.case.corrections, all.iter().find_map(corrected)?)
}

fn numbered<T>(all: &[T], number: u32) -> Option<&T> {
    all.get(usize::try_from(number).ok()?.checked_sub(1)?)
}

/// Another person than entered it: of the side whose act it is where that side entered it; else of that side or of neither.
fn is_second(first: &Actor, of: Side, second: &Actor) -> bool {
    let own = of != Side::None && second.side == of;
    let by_itself = of != Side::None && first.side == of;
    first.id != second.id && (own || (!by_itself && is_neutral(second)))
}

/// Another person than proposed it, of the other side or of neither.
fn is_across(first: &Actor, second: &Actor) -> bool {
    let other = second.side != Side::None && second.side != first.side;
    first.id != second.id && (other || is_neutral(second))
}

fn is_neutral(actor: &Actor) -> bool {
    actor.side == Side::None && NEUTRALS.contains(&actor.capacity)
}

/// The side of an event is the side of its author; the recorder of the open session writes for both, and the union that
/// guides workers without one says who represents them (ZJ-CC 8(2), 10(2)). An opinion is served on a side, by others.
fn is_own(before: &World, author: &Actor, event: &Event) -> bool {
    let Some(side @ (Side::Worker | Side::Employer)) = side::named(event) else { return true };
    let recorder = before.case.open_session().is_some_and(|session| session.recorder.id == author.id);
    let lists = matches!(event, Event::RepsRegistered(_) | Event::RepVacated(_) | Event::RepReplaced(_));
    let guides = before.case.header.union.guiding && author.capacity == Capacity::HigherUnion;
    matches!(event, Event::OpinionServed(_))
        || author.side == side
        || (recorder && author.side == Side::None)
        || (guides && lists && side == Side::Worker)
}
