//! Counting days. One walk serves the date and its explanation: whoever explains listens to it.

use jiff::civil::Date;

use super::Standstill;
use crate::calendar::Calendar;
use crate::days;
use crate::rules::{Direction, Roll, Unit};

/// One count.
#[derive(Clone, Copy)]
pub(super) struct Span<'a> {
    pub(super) anchor: Date,
    pub(super) amount: u16,
    pub(super) unit: Unit,
    pub(super) direction: Direction,
    pub(super) roll: Roll,
    pub(super) standstills: &'a [Standstill],
}

/// Its result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Counted {
    /// The last day before it moved.
    pub(super) raw: Date,
    /// The last day.
    pub(super) due: Date,
    /// The first and last day that were looked up in the calendar; `None` where none was.
    looked: Option<(Date, Date)>,
}

/// What the walk meets, day by day; days by their number ([`days::of_number`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// A day on which the clock stands still.
    Paused(i32),
    /// A day off that a count of working days passes over.
    Off(i32),
    /// A working day that counts.
    Worked(i32),
    /// A day off on which the period would have ended, and from which it moves.
    Rolled(i32),
}

pub(super) struct Counting<'c> {
    pub(super) calendar: &'c Calendar,
}

impl Counting<'_> {
    pub(super) fn count(&self, span: &Span<'_>, mut see: impl FnMut(Seen)) -> Counted {
        let raw = match span.unit {
            Unit::CalendarDay if span.standstills.is_empty() => days::add(span.anchor, signed(span)),
            Unit::CalendarDay | Unit::WorkingDay => self.walk(span, &mut see),
            Unit::Month => days::add_months(span.anchor, signed(span)),
            Unit::Year => days::add_years(span.anchor, signed(span)),
        };
        let due = self.roll(raw, span.roll, &mut see);
        let looked = match (span.unit, span.roll) {
            (Unit::WorkingDay, _) => Some(step(span.anchor, span.direction)),
            (Unit::CalendarDay | Unit::Month | Unit::Year, Roll::Forward | Roll::Backward) => Some(raw),
            (Unit::CalendarDay | Unit::Month | Unit::Year, Roll::Never) => None,
        };
        Counted { raw, due, looked: looked.map(|from| (from.min(due), from.max(due))) }
    }

    /// Whether a year was needed that the calendar does not know.
    pub(super) fn is_provisional(&self, counted: &Counted) -> bool {
        self.unknown_years(counted).next().is_some()
    }

    /// The years that were needed and that the calendar does not know.
    pub(super) fn unknown_years(&self, counted: &Counted) -> impl Iterator<Item = i16> {
        let years = counted.looked.map(|(from, to)| from.year()..=to.year());
        years.into_iter().flatten().filter(|year| !self.calendar.knows(*year))
    }

    fn walk(&self, span: &Span<'_>, see: &mut impl FnMut(Seen)) -> Date {
        let step = sign(span.direction);
        let mut day = days::number(span.anchor);
        let mut left = span.amount;
        while left > 0 {
            day += step;
            if is_paused(span.standstills, day) {
                see(Seen::Paused(day));
            } else if span.unit == Unit::CalendarDay || self.calendar.is_working_number(day) {
                see(Seen::Worked(day));
                left -= 1;
            } else {
                see(Seen::Off(day));
            }
        }
        days::of_number(day)
    }

    fn roll(&self, raw: Date, roll: Roll, see: &mut impl FnMut(Seen)) -> Date {
        let step = match roll {
            Roll::Forward => 1,
            Roll::Backward => -1,
            Roll::Never => return raw,
        };
        let start = days::number(raw);
        let mut day = start;
        while !self.calendar.is_working_number(day) {
            see(Seen::Rolled(day));
            day += step;
        }
        if day == start { raw } else { days::of_number(day) }
    }
}

fn is_paused(standstills: &[Standstill], day: i32) -> bool {
    standstills.iter().any(|pause| days::number(pause.from) <= day && day < days::number(pause.until))
}

fn sign(direction: Direction) -> i32 {
    match direction {
        Direction::After => 1,
        Direction::Before => -1,
    }
}

fn step(day: Date, direction: Direction) -> Date {
    days::add(day, sign(direction))
}

fn signed(span: &Span<'_>) -> i32 {
    i32::from(span.amount) * sign(span.direction)
}
