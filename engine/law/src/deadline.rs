//! Deadlines: from a rule and the day of an event to the last day, with every step of the way.
//!
//! The day of the event is not counted (CIV 201(1)); a last day on a holiday moves to the next working day (CIV 203(1));
//! the last day ends at 24:00. Periods before an event run back and never forward, so that the other side keeps its whole
//! time. [`dates`] is the fast way and builds no texts; [`compute`] explains. Both take the same steps.

mod count;
mod explain;
mod rule;

use jiff::civil::Date;
use messages::Said;
use serde::Serialize;

use crate::calendar::Calendar;
use crate::citation::Citation;
use crate::days;
use crate::rules::{Anchor, Direction, Period, Profile, Rules, Unit};

use count::{Counting, Span};
pub use rule::{DeadlineRule, Item, RuleNameError};

pub use crate::rules::Kind;

/// The dates of a deadline, without their explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dates {
    /// The stricter date of another text, only where it is earlier than `due`. Where the rule's
    /// [`crate::rules::Amber::wage_only`] is set it concerns wage agreements only; the caller knows which it has.
    pub amber_due: Option<Date>,
    /// The articles, the deciding one first.
    pub citation: Vec<Citation>,
    /// The last day; it ends at 24:00 Beijing time. For a window its last day.
    pub due: Date,
    /// The last day if the period is extended as far as the rule allows (coordination).
    pub extended_due: Option<Date>,
    /// What happens when it ends.
    pub kind: Kind,
    /// For a window: its first day.
    pub opens: Option<Date>,
    /// Whether any of these dates rests on a year whose days off are not known; no lapse may be struck on such a date.
    pub provisional: bool,
    /// The last day before it moved off a holiday, only where it differs from `due`.
    pub raw_due: Option<Date>,
}

/// A deadline that explains itself. Serialises as the object that the command line prints.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Deadline {
    /// The stricter date of another text, only where it is earlier than `due`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amber_due: Option<Date>,
    /// How many units.
    pub amount: u16,
    /// The event from which it counts.
    pub anchor: Anchor,
    /// The articles, the deciding one first.
    pub citation: Vec<Citation>,
    /// The last day; it ends at 24:00 Beijing time.
    pub due: Date,
    /// The last day if extended as far as the rule allows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extended_due: Option<Date>,
    /// The day of the event.
    pub from: Date,
    /// What is to be handed over (`disclose` only).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<Item>,
    /// What happens when it ends.
    pub kind: Kind,
    /// For a window: its first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opens: Option<Date>,
    /// Whose rules.
    pub profile: Profile,
    /// Whether any of these dates rests on a year whose days off are not known; the steps say which.
    pub provisional: bool,
    /// The last day before it moved off a holiday, only where it differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub raw_due: Option<Date>,
    /// The rule's name, such as `reply`.
    pub rule: &'static str,
    /// How it was counted, in order.
    pub steps: Vec<Step>,
    /// The unit.
    pub unit: Unit,
}

/// One step of a count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The day that it is about.
    pub date: Date,
    /// What happens there.
    pub said: Said,
}

/// A duty that the profile does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotApplicable {
    /// The articles that explain it, where there are any.
    pub citation: Vec<Citation>,
    /// Why.
    pub reason: Said,
}

/// A time in which the clock stands still: from the day of suspension up to, but not including, the day of resumption.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standstill {
    /// Day of suspension.
    pub from: Date,
    /// Day on which the clock runs again.
    pub until: Date,
}

/// What in a case bends a count. The default bends nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Circumstances<'a> {
    /// Day from which the amber date counts, where it is not the anchor (publication after deemed effect).
    pub amber_from: Option<Date>,
    /// Units by which the period was extended; only where the rule allows it and as far as it does (coordination).
    pub extended_by: u16,
    /// Suspensions; they stop only periods that pause ([`crate::rules::Pause::Suspension`]).
    pub standstills: &'a [Standstill],
    /// Days of a cumulative cap that earlier suspensions used up ([`DeadlineRule::Suspend`] only).
    pub used_days: u16,
}

/// The dates of a duty that counts from `anchor` (back from it for `disclose` and `renew_open`).
///
/// # Errors
/// The profile has no such duty.
pub fn dates(rules: &Rules, calendar: &Calendar, rule: DeadlineRule, anchor: Date) -> Result<Dates, NotApplicable> {
    dates_under(rules, calendar, rule, anchor, &Circumstances::default())
}

/// The same under circumstances: suspensions, used days, an own start of the amber date.
///
/// # Errors
/// The profile has no such duty.
pub fn dates_under(
    rules: &Rules,
    calendar: &Calendar,
    rule: DeadlineRule,
    anchor: Date,
    circumstances: &Circumstances<'_>,
) -> Result<Dates, NotApplicable> {
    let period = rule.period(rules)?;
    Ok(dates_of(period, calendar, &spans(period, anchor, circumstances)))
}

/// The deadline with its steps.
///
/// # Errors
/// The profile has no such duty.
pub fn compute(
    rules: &Rules,
    calendar: &Calendar,
    rule: DeadlineRule,
    anchor: Date,
) -> Result<Deadline, NotApplicable> {
    compute_under(rules, calendar, rule, anchor, &Circumstances::default())
}

/// The deadline with its steps, under circumstances.
///
/// # Errors
/// The profile has no such duty.
pub fn compute_under(
    rules: &Rules,
    calendar: &Calendar,
    rule: DeadlineRule,
    anchor: Date,
    circumstances: &Circumstances<'_>,
) -> Result<Deadline, NotApplicable> {
    let period = rule.period(rules)?;
    let spans = spans(period, anchor, circumstances);
    let dates = dates_of(period, calendar, &spans);
    let steps = explain::steps(rule, period, calendar, &spans, &dates);
    Ok(Deadline {
        amber_due: dates.amber_due,
        amount: period.amount,
        anchor: period.anchor,
        citation: dates.citation,
        due: dates.due,
        extended_due: dates.extended_due,
        from: anchor,
        item: rule.item(),
        kind: period.kind,
        opens: dates.opens,
        profile: rules.profile,
        provisional: dates.provisional,
        raw_due: dates.raw_due,
        rule: rule.key(),
        steps,
        unit: period.unit,
    })
}

/// Publication after effect. The due date counts from `effective_on`; the amber date from `amber_from`, which after
/// deemed effect is the day after the unmoved 15th day ([`deemed_effect`]).
///
/// # Errors
/// The profile has no such duty.
pub fn publish(
    rules: &Rules,
    calendar: &Calendar,
    effective_on: Date,
    amber_from: Option<Date>,
) -> Result<Deadline, NotApplicable> {
    let circumstances = Circumstances { amber_from, ..Circumstances::default() };
    compute_under(rules, calendar, DeadlineRule::Publish, effective_on, &circumstances)
}

/// The same as [`publish`], without steps.
///
/// # Errors
/// The profile has no such duty.
pub fn publish_dates(
    rules: &Rules,
    calendar: &Calendar,
    effective_on: Date,
    amber_from: Option<Date>,
) -> Result<Dates, NotApplicable> {
    let circumstances = Circumstances { amber_from, ..Circumstances::default() };
    dates_under(rules, calendar, DeadlineRule::Publish, effective_on, &circumstances)
}

/// What follows where the bureau stays silent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeemedEffect {
    /// Day after the unmoved 15th day: from it the amber date of publication counts.
    pub amber_from: Date,
    /// The one day of effect, for stage, term and publication: the day after `last_day`.
    pub effective_on: Date,
    /// Last day on which an objection is in time.
    pub last_day: Date,
    /// Whether it rests on a year whose days off are not known; then no effect may be struck.
    pub provisional: bool,
}

/// The day of effect by silence, from the day on which the bureau received the filing (LCL 54, ZJ-CC 34).
///
/// # Errors
/// The profile gives silence no effect.
pub fn deemed_effect(rules: &Rules, calendar: &Calendar, received: Date) -> Result<DeemedEffect, NotApplicable> {
    let dates = dates(rules, calendar, DeadlineRule::Review, received)?;
    match dates.kind {
        Kind::Lapse => Ok(DeemedEffect {
            amber_from: days::next(dates.raw_due.unwrap_or(dates.due)),
            effective_on: days::next(dates.due),
            last_day: dates.due,
            provisional: dates.provisional,
        }),
        Kind::Breach | Kind::Term | Kind::Window => {
            Err(NotApplicable { citation: dates.citation, reason: Said::new("law-none-silence") })
        }
    }
}

/// Last day of a term that begins on `first` and includes it (one year from 2026-03-18 ends 2027-03-17, 24:00). Where the
/// last month has no such day, its last day (CIV 202).
#[must_use]
pub fn term_end(first: Date, years: u8, months: u8) -> Date {
    let corresponding = days::add_months(first, i32::from(years) * 12 + i32::from(months));
    if corresponding.day() == first.day() { days::previous(corresponding) } else { corresponding }
}

/// Calendar days of a suspension, from its day up to, but not including, the day of resumption.
#[must_use]
pub fn suspended_days(standstill: Standstill) -> u16 {
    let days = standstill.until.duration_since(standstill.from).as_hours() / 24;
    u16::try_from(days.max(0)).unwrap_or(u16::MAX)
}

/// The counts that one deadline takes.
struct Spans<'a> {
    main: Span<'a>,
    amber: Option<Span<'a>>,
    extended: Option<Span<'a>>,
    used_days: u16,
}

fn spans<'a>(period: &Period, anchor: Date, circumstances: &Circumstances<'a>) -> Spans<'a> {
    let standstills = match period.pause {
        crate::rules::Pause::Never => &[],
        crate::rules::Pause::Suspension => circumstances.standstills,
    };
    let used_days = if period.anchor == Anchor::SuspensionStart { circumstances.used_days } else { 0 };
    let extended_by = circumstances.extended_by.min(period.extension.unwrap_or(0));
    let main = Span {
        anchor,
        amount: period.amount.saturating_sub(used_days).saturating_add(extended_by),
        unit: period.unit,
        direction: period.direction,
        roll: period.roll,
        standstills,
    };
    let amber = period.amber.as_ref().map(|amber| Span {
        anchor: circumstances.amber_from.unwrap_or(anchor),
        amount: amber.amount,
        unit: amber.unit,
        ..main
    });
    let extended = period.extension.map(|more| Span { amount: period.amount.saturating_add(more), ..main });
    Spans { main, amber, extended, used_days }
}

fn dates_of(period: &Period, calendar: &Calendar, spans: &Spans<'_>) -> Dates {
    let counting = Counting { calendar };
    let counted = counting.count(&spans.main, |_| {});
    let (due, opens) = match (period.kind == Kind::Window, period.direction) {
        (true, Direction::Before) => (spans.main.anchor, Some(counted.due)),
        (true, Direction::After) => (counted.due, Some(spans.main.anchor)),
        (false, _) => (counted.due, None),
    };
    let later = |span: &Span<'_>| counting.count(span, |_| {});
    let amber = spans.amber.as_ref().map(later).filter(|amber| amber.due < due);
    let extended = spans.extended.as_ref().map(later);
    let shown = [Some(counted), amber, extended];
    Dates {
        amber_due: amber.map(|amber| amber.due),
        citation: period.source.citation.clone(),
        due,
        extended_due: extended.map(|extended| extended.due),
        kind: period.kind,
        opens,
        provisional: shown.iter().flatten().any(|counted| counting.is_provisional(counted)),
        raw_due: Some(counted.raw).filter(|raw| opens.is_none() && *raw != due),
    }
}
