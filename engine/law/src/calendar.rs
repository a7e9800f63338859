//! Working days: the State Council's yearly notices of days off and make-up days, as dated data.
//!
//! A year without a notice is unknown: [`Calendar::kind`] answers `None`, and whoever counts takes plain weekdays and
//! marks the result provisional.

mod import;
mod marks;
mod year;

use jiff::civil::Date;

pub use import::{ImportError, import};
pub use year::{CalendarYear, MakeUp, Off, Statutory};

use marks::{Mark, Marks};

use crate::days;
use crate::input::InputError;

/// What a day is, by the notice of its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayKind<'a> {
    /// Monday to Friday, at work.
    Workday,
    /// Saturday or Sunday, at work to make up for the holiday named.
    MakeUpDay(&'a str),
    /// Saturday or Sunday, off.
    Weekend,
    /// Off, for the holiday named.
    Holiday(&'a str),
}

impl DayKind<'_> {
    /// Whether people work on such a day.
    #[must_use]
    pub const fn is_working(self) -> bool {
        match self {
            Self::Workday | Self::MakeUpDay(_) => true,
            Self::Weekend | Self::Holiday(_) => false,
        }
    }
}

/// Whether overtime on a day is paid at 300 % (LL 44(3), HOL 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatutoryDay<'a> {
    /// A public holiday, by name.
    Named(&'a str),
    /// No public holiday.
    Ordinary,
    /// The year's public holidays are not known.
    NoData,
}

/// The notices of all known years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    years: Vec<CalendarYear>,
    marks: Marks,
}

impl Calendar {
    /// A calendar of these years, in any order.
    ///
    /// # Errors
    /// A year that is there twice, or one that does not hold together (see [`CalendarYear::check`]); `place` counts
    /// from `rows[0]`.
    pub fn new(mut years: Vec<CalendarYear>) -> Result<Self, InputError> {
        for (row, year) in years.iter().enumerate() {
            year.check().map_err(|error| error.within_row(row))?;
            let twice = years.iter().take(row).any(|earlier| earlier.year == year.year);
            if twice {
                return Err(year::twice(year.year).within_row(row));
            }
        }
        years.sort_by_key(|year| year.year);
        let marks = Marks::of(&years);
        Ok(Self { years, marks })
    }

    /// What a day is; `None` where the notice of its year is not known.
    #[must_use]
    pub fn kind(&self, day: Date) -> Option<DayKind<'_>> {
        Some(match self.marks.get(days::number(day))? {
            Mark::NoNotice => return None,
            Mark::Workday => DayKind::Workday,
            Mark::Weekend => DayKind::Weekend,
            Mark::Holiday(year, row) => {
                DayKind::Holiday(&self.years.get(usize::from(year))?.off.get(usize::from(row))?.name)
            }
            Mark::MakeUp(year, row) => {
                DayKind::MakeUpDay(&self.years.get(usize::from(year))?.make_up.get(usize::from(row))?.name)
            }
        })
    }

    /// Whether a day is a working day; plain weekdays where its year is not known (see [`Calendar::knows`]).
    #[must_use]
    pub fn is_working(&self, day: Date) -> bool {
        self.is_working_number(days::number(day))
    }

    /// [`Calendar::is_working`] for the day with this number.
    pub(crate) fn is_working_number(&self, number: i32) -> bool {
        match self.marks.get(number) {
            Some(Mark::Workday | Mark::MakeUp(..)) => true,
            Some(Mark::Weekend | Mark::Holiday(..)) => false,
            Some(Mark::NoNotice) | None => !days::is_weekend_number(number),
        }
    }

    /// Whether the notice of a year is known.
    #[must_use]
    pub fn knows(&self, year: i16) -> bool {
        self.year(year).is_some()
    }

    /// Whether overtime on a day is paid as on a public holiday.
    #[must_use]
    pub fn statutory(&self, day: Date) -> StatutoryDay<'_> {
        let Some(holidays) = self.year(day.year()).and_then(|year| year.statutory.as_ref()) else {
            return StatutoryDay::NoData;
        };
        let found = holidays.iter().find(|holiday| holiday.dates.contains(&year::Day(day)));
        found.map_or(StatutoryDay::Ordinary, |holiday| StatutoryDay::Named(&holiday.name))
    }

    /// The data of one year.
    #[must_use]
    pub fn year(&self, year: i16) -> Option<&CalendarYear> {
        self.years.iter().find(|known| known.year == year)
    }

    /// The known years, ascending.
    #[must_use]
    pub fn years(&self) -> &[CalendarYear] {
        &self.years
    }

    /// The same calendar with one year added or replaced.
    ///
    /// # Errors
    /// A year that does not hold together.
    pub fn with_year(&self, year: CalendarYear) -> Result<Self, InputError> {
        let others = self.years.iter().filter(|known| known.year != year.year).cloned();
        let mut years: Vec<_> = others.collect();
        years.push(year);
        Self::new(years)
    }
}
