//! A count in words: start, days passed over with the holiday's name, moves, result.

use jiff::civil::Date;
use messages::Said;

use super::count::{Counting, Seen};
use super::{Dates, DeadlineRule, Spans, Step};
use crate::calendar::{Calendar, DayKind};
use crate::citation::display_all_zh;
use crate::days;
use crate::rules::{Direction, Kind, Period};

/// The steps of a deadline, in the order of the count.
pub(super) fn steps(
    rule: DeadlineRule,
    period: &Period,
    calendar: &Calendar,
    spans: &Spans<'_>,
    dates: &Dates,
) -> Vec<Step> {
    let mut out = Explained { calendar, steps: Vec::new(), run: None };
    out.start(period, spans);
    Counting { calendar }.count(&spans.main, |seen| out.see(seen));
    out.end_run();
    out.result(rule, period, spans, dates);
    out.steps
}

/// A run of days passed over for one reason.
struct Run<'c> {
    from: Date,
    to: Date,
    why: Why<'c>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Why<'c> {
    Paused,
    Weekend,
    Holiday(&'c str),
    Rolled,
}

struct Explained<'c> {
    calendar: &'c Calendar,
    steps: Vec<Step>,
    run: Option<Run<'c>>,
}

impl<'c> Explained<'c> {
    fn push(&mut self, date: Date, said: Said) {
        self.steps.push(Step { date, said });
    }

    fn start(&mut self, period: &Period, spans: &Spans<'_>) {
        let anchor = spans.main.anchor;
        let said = Said::new("law-step-start").arg("anchor", period.anchor.word()).arg("date", anchor);
        self.push(anchor, said.arg("weekday", weekday(anchor)));
        let (key, first) = match spans.main.direction {
            Direction::After => ("law-step-first-day", days::next(anchor)),
            Direction::Before => ("law-step-first-day-back", days::previous(anchor)),
        };
        let said = Said::new(key).arg("amount", spans.main.amount).arg("unit", period.unit.word());
        self.push(first, said.arg("date", first).arg("weekday", weekday(first)));
        if spans.used_days > 0 {
            let said = Said::new("law-step-used").arg("used", spans.used_days).arg("amount", period.amount);
            self.push(anchor, said);
        }
    }

    fn see(&mut self, seen: Seen) {
        let (day, why) = match seen {
            Seen::Worked(day) => return self.worked(days::of_number(day)),
            Seen::Paused(day) => (days::of_number(day), Why::Paused),
            Seen::Off(day) => (days::of_number(day), self.why_off(days::of_number(day))),
            Seen::Rolled(day) => (days::of_number(day), Why::Rolled),
        };
        self.extend(day, why);
    }

    fn worked(&mut self, day: Date) {
        self.end_run();
        if let Some(DayKind::MakeUpDay(name)) = self.calendar.kind(day) {
            let said = Said::new("law-step-make-up").arg("date", day).arg("weekday", weekday(day)).arg("name", name);
            self.push(day, said);
        }
    }

    fn extend(&mut self, day: Date, why: Why<'c>) {
        match &mut self.run {
            Some(run) if run.why == why => (run.from, run.to) = (run.from.min(day), run.to.max(day)),
            Some(_) | None => {
                self.end_run();
                self.run = Some(Run { from: day, to: day, why });
            }
        }
    }

    fn end_run(&mut self) {
        let Some(run) = self.run.take() else {
            return;
        };
        let said = match run.why {
            Why::Paused => Said::new("law-step-paused"),
            Why::Weekend => Said::new("law-step-skip-weekend"),
            Why::Holiday(name) => Said::new("law-step-skip-holiday").arg("name", name),
            // Told together with the result, which knows where the day moves to.
            Why::Rolled => return,
        };
        let span = if run.from == run.to { "one" } else { "more" };
        self.push(run.from, said.arg("from", run.from).arg("to", run.to).arg("span", span));
    }

    fn result(&mut self, rule: DeadlineRule, period: &Period, spans: &Spans<'_>, dates: &Dates) {
        if let Some(raw) = dates.raw_due {
            let key = if raw < dates.due { "law-step-roll-forward" } else { "law-step-roll-backward" };
            let said = Said::new(key).arg("raw", raw).arg("weekday", weekday(raw)).arg("name", self.name_off(raw));
            self.push(raw, said.arg("date", dates.due));
        }
        if let Some(opens) = dates.opens {
            self.push(opens, Said::new("law-step-opens").arg("date", opens).arg("weekday", weekday(opens)));
        }
        let key = match (period.kind, period.direction) {
            (Kind::Window, _) => "law-step-window-ends",
            (_, Direction::Before) => "law-step-due-before",
            (_, Direction::After) => "law-step-due",
        };
        self.push(dates.due, Said::new(key).arg("date", dates.due).arg("weekday", weekday(dates.due)));
        if rule == DeadlineRule::Review && period.kind == Kind::Lapse {
            let effect = days::next(dates.due);
            self.push(effect, Said::new("law-step-deemed").arg("date", effect));
        }
        if let (Some(amber), Some(rule)) = (dates.amber_due, &period.amber) {
            let said = Said::new("law-step-amber").arg("date", amber).arg("citation", display_all_zh(&rule.citation));
            self.push(amber, said.arg("amount", rule.amount).arg("unit", rule.unit.word()));
        }
        if let (Some(extended), Some(more)) = (dates.extended_due, period.extension) {
            let said = Said::new("law-step-extended").arg("date", extended).arg("amount", more);
            self.push(extended, said.arg("unit", period.unit.word()));
        }
        self.provisional(spans, dates);
    }

    /// Names every date that rests on a year without a notice.
    fn provisional(&mut self, spans: &Spans<'_>, dates: &Dates) {
        let counting = Counting { calendar: self.calendar };
        let amber = spans.amber.as_ref().filter(|_| dates.amber_due.is_some());
        for span in [Some(&spans.main), amber, spans.extended.as_ref()].into_iter().flatten() {
            let counted = counting.count(span, |_| {});
            let years: Vec<_> = counting.unknown_years(&counted).map(|year| year.to_string()).collect();
            if !years.is_empty() {
                let said = Said::new("law-step-provisional").arg("years", years.join("、"));
                self.push(counted.due, said.arg("date", counted.due));
            }
        }
    }

    fn why_off(&self, day: Date) -> Why<'c> {
        match self.calendar.kind(day) {
            Some(DayKind::Holiday(name)) => Why::Holiday(name),
            Some(DayKind::Weekend | DayKind::Workday | DayKind::MakeUpDay(_)) | None => Why::Weekend,
        }
    }

    /// The holiday's name, or the word that the message file turns into 周末.
    fn name_off(&self, day: Date) -> &'c str {
        match self.why_off(day) {
            Why::Holiday(name) => name,
            Why::Weekend | Why::Paused | Why::Rolled => "weekend",
        }
    }
}

/// The word of a weekday in the message file: `mon` … `sun`.
fn weekday(day: Date) -> &'static str {
    use jiff::civil::Weekday;
    match day.weekday() {
        Weekday::Monday => "mon",
        Weekday::Tuesday => "tue",
        Weekday::Wednesday => "wed",
        Weekday::Thursday => "thu",
        Weekday::Friday => "fri",
        Weekday::Saturday => "sat",
        Weekday::Sunday => "sun",
    }
}
