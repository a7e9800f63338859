//! Deadlines against the published vectors, at their boundaries, and in words.

mod boundaries;
mod effect;
mod steps;
mod vectors;

use jiff::civil::date;

use jiff::civil::Date;
use law::calendar::Calendar;
use law::dataset::DataSets;
use law::deadline::*;
use law::rules::{Direction, Profile, Roll, Rule, Rules, Unit};

/// Rules, calendar, and the questions that tests ask.
struct Given {
    rules: Rules,
    calendar: Calendar,
}

fn given(profile: Profile) -> Given {
    Given { rules: Rules::builtin(profile).unwrap(), calendar: Calendar::clone(&DataSets::builtin().unwrap().calendar) }
}

impl Given {
    /// The dates, after checking that the explained deadline says the same.
    fn dates(&self, rule: DeadlineRule, anchor: Date) -> Dates {
        let dates = dates(&self.rules, &self.calendar, rule, anchor).unwrap();
        let told = compute(&self.rules, &self.calendar, rule, anchor).unwrap();
        assert_eq!((told.due, told.raw_due, told.amber_due), (dates.due, dates.raw_due, dates.amber_due));
        assert_eq!((told.extended_due, told.opens), (dates.extended_due, dates.opens));
        assert!(told.steps.iter().any(|step| step.date == dates.due), "the result is a step");
        dates
    }

    fn due(&self, rule: DeadlineRule, anchor: Date) -> Date {
        self.dates(rule, anchor).due
    }

    fn refused(&self, rule: DeadlineRule) -> String {
        dates(&self.rules, &self.calendar, rule, date(2026, 3, 2)).unwrap_err().reason.key.into_owned()
    }
}

/// A day of 2026.
fn d(month: i8, day: i8) -> Date {
    date(2026, month, day)
}
