//! One mark a day, so that counting days is a lookup.

use jiff::civil::Date;

use super::CalendarYear;
use crate::days;

/// What the notices say of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Nothing: a year between two known ones that is not known itself.
    NoNotice,
    Workday,
    Weekend,
    /// Place of the year in the calendar, place of the run in its `off`.
    Holiday(u16, u16),
    /// Place of the year in the calendar, place of the day in its `make_up`.
    MakeUp(u16, u16),
}

/// The marks from the first known year to the last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marks {
    /// Number of the first marked day.
    first: i32,
    marks: Vec<Mark>,
}

impl Marks {
    /// The marks of these years, which are ascending.
    pub(super) fn of(years: &[CalendarYear]) -> Self {
        let first = years.first().map_or(0, |year| start(year.year));
        let mut out = Self { first, marks: Vec::new() };
        for year in years {
            let gap = usize::try_from(start(year.year) - out.end()).unwrap_or(0);
            out.marks.extend(std::iter::repeat_n(Mark::NoNotice, gap));
            let days = start(year.year)..start(year.year + 1);
            out.marks.extend(days.map(|day| if days::is_weekend_number(day) { Mark::Weekend } else { Mark::Workday }));
        }
        // A notice may reach into the neighbouring year (New Year's days off); where that year is known too, it gets
        // the marks of both.
        for (place, year) in (0_u16..).zip(years) {
            for (row, off) in (0_u16..).zip(&year.off) {
                for day in days::number(off.from)..=days::number(off.to) {
                    out.set(day, Mark::Holiday(place, row));
                }
            }
            for (row, make_up) in (0_u16..).zip(&year.make_up) {
                out.set(days::number(make_up.date), Mark::MakeUp(place, row));
            }
        }
        out
    }

    /// The mark of a day by its number; `None` outside the known years.
    pub(super) fn get(&self, day: i32) -> Option<Mark> {
        self.marks.get(self.index(day)?).copied()
    }

    fn set(&mut self, day: i32, mark: Mark) {
        let slot = self.index(day).and_then(|index| self.marks.get_mut(index));
        if let Some(slot) = slot.filter(|slot| **slot != Mark::NoNotice) {
            *slot = mark;
        }
    }

    fn index(&self, day: i32) -> Option<usize> {
        usize::try_from(day.checked_sub(self.first)?).ok()
    }

    fn end(&self) -> i32 {
        self.first + i32::try_from(self.marks.len()).unwrap_or(0)
    }
}

/// Number of a year's first day.
fn start(year: i16) -> i32 {
    days::number(Date::new(year, 1, 1).unwrap_or(Date::MAX))
}
