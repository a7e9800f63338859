//! One year's notice, and what must hold of it.

use jiff::civil::Date;
use messages::Said;
use serde::{Deserialize, Serialize};

use crate::citation::Mark;
use crate::input::{InputError, Problem, day};
use crate::{days, text};

/// Days off and make-up days of one year, from the State Council's notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarYear {
    /// Saturdays and Sundays at work.
    pub make_up: Vec<MakeUp>,
    /// How well the notice was verified; absent for data imported without a check.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<Mark>,
    /// Number of the notice, such as 国办发明电〔2025〕7号.
    pub notice: String,
    /// Runs of days off, weekends within them included.
    pub off: Vec<Off>,
    /// The public holidays (300 % overtime), where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statutory: Option<Vec<Statutory>>,
    /// Where the notice can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Day on which the data was compared with the notice.
    #[serde(with = "crate::input::day_option", default, skip_serializing_if = "Option::is_none")]
    pub verified_on: Option<Date>,
    /// The year, 1949–2999.
    pub year: i16,
}

/// A run of days off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Off {
    /// First day.
    #[serde(with = "day")]
    pub from: Date,
    /// Name of the holiday.
    pub name: String,
    /// Last day.
    #[serde(with = "day")]
    pub to: Date,
}

/// A Saturday or Sunday at work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MakeUp {
    /// The day.
    #[serde(with = "day")]
    pub date: Date,
    /// The holiday it makes up for.
    pub name: String,
}

/// A public holiday of the national list (HOL 2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statutory {
    /// Its days.
    pub dates: Vec<Day>,
    /// Its name.
    pub name: String,
}

/// A day in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(#[serde(with = "day")] pub Date);

/// Longest run of days off that is believed; longer ones are typing errors.
const LONGEST_RUN: usize = 15;

impl CalendarYear {
    /// Whether the year holds together: runs in order and apart, within the year (or reaching at most a few days over
    /// its ends), make-up days on weekends that are not off, public holidays off, names without control characters.
    ///
    /// # Errors
    /// The first place that does not hold, with what was found and expected.
    pub fn check(&self) -> Result<(), InputError> {
        if !(1949..=2999).contains(&self.year) {
            return wrong("year", "law-calendar-year", &self.year);
        }
        check_name("notice", &self.notice)?;
        for (row, off) in self.off.iter().enumerate() {
            let place = format!("off[{row}]");
            check_name(&format!("{place}.name"), &off.name)?;
            self.check_near(&format!("{place}.from"), off.from)?;
            self.check_near(&format!("{place}.to"), off.to)?;
            if off.to < off.from || off.days().count() > LONGEST_RUN {
                return wrong(&format!("{place}.to"), "law-calendar-run", &off.to);
            }
            if self.off.iter().take(row).any(|earlier| earlier.from <= off.to && off.from <= earlier.to) {
                return wrong(&format!("{place}.from"), "law-calendar-overlap", &off.from);
            }
        }
        self.check_make_up()?;
        self.check_statutory()
    }

    fn check_make_up(&self) -> Result<(), InputError> {
        for (row, make_up) in self.make_up.iter().enumerate() {
            let place = format!("make_up[{row}].date");
            check_name(&format!("make_up[{row}].name"), &make_up.name)?;
            self.check_near(&place, make_up.date)?;
            if !days::is_weekend(make_up.date) || self.is_off(make_up.date) {
                return wrong(&place, "law-calendar-make-up", &make_up.date);
            }
            if self.make_up.iter().take(row).any(|earlier| earlier.date == make_up.date) {
                return wrong(&place, "law-calendar-overlap", &make_up.date);
            }
        }
        Ok(())
    }

    fn check_statutory(&self) -> Result<(), InputError> {
        for (row, holiday) in self.statutory.iter().flatten().enumerate() {
            check_name(&format!("statutory[{row}].name"), &holiday.name)?;
            for (column, Day(date)) in holiday.dates.iter().enumerate() {
                if date.year() != self.year || !self.is_off(*date) {
                    return wrong(&format!("statutory[{row}].dates[{column}]"), "law-calendar-statutory", date);
                }
            }
        }
        Ok(())
    }

    /// Within the year, or within fifteen days of it.
    fn check_near(&self, place: &str, date: Date) -> Result<(), InputError> {
        let near = [days::add(date, -15), date, days::add(date, 15)].iter().any(|day| day.year() == self.year);
        if near { Ok(()) } else { wrong(place, "law-calendar-other-year", &date) }
    }

    fn is_off(&self, date: Date) -> bool {
        self.off.iter().any(|off| off.from <= date && date <= off.to)
    }
}

impl Off {
    fn days(&self) -> impl Iterator<Item = Date> {
        let to = self.to;
        std::iter::successors(Some(self.from), |day| day.tomorrow().ok()).take_while(move |day| *day <= to)
    }
}

fn check_name(place: &str, name: &str) -> Result<(), InputError> {
    if name.trim().is_empty() {
        return wrong(place, "law-calendar-name", &name);
    }
    text::check_text(name, 100).map_err(|error| InputError::at(place, Problem::Rule(error.said())))
}

fn wrong(place: &str, key: &'static str, found: &dyn std::fmt::Display) -> Result<(), InputError> {
    Err(InputError::at(place, Problem::Rule(Said::new(key).arg("found", found))))
}

pub(super) fn twice(year: i16) -> InputError {
    InputError::at("year", Problem::Rule(Said::new("law-calendar-twice").arg("found", year)))
}
