//! The beginning of force and what it owes next: WN9 22, LCL 54, ZJ-CC 34–35, WN9 23.

use law::Date;
use law::deadline::{self, Circumstances, DeadlineRule};
use law::rules::Profile;
use law::time::Moment;

use super::ctx::{Ctx, opened};
use super::life;
use crate::event::{Event, TookEffect};
use crate::state::{DutyDates, Effect, EffectBasis, FilingState, Owner};
use crate::terms::Term;

/// In force from an instant, on a day: fixes the term and opens publication and what the time in force brings.
pub(super) fn begin(ctx: &Ctx<'_>, filing: &FilingState, basis: EffectBasis, at: Moment, on: Date) -> Vec<Event> {
    let (term_from, term_to) = term(filing.signed.text.terms.term, on);
    let effect = Effect { basis, on, term_from, term_to };
    let mut events = vec![Event::TookEffect(TookEffect { at, basis, on, term_from, term_to })];
    let number = ctx.count("publish");
    let employer =
        format!("publish-{}", if number == 1 { "employer".to_owned() } else { format!("employer-{number}") });
    events.extend(publish(ctx, basis, on, Owner::Employer, employer));
    if ctx.rules.profile == Profile::Cn {
        // WN9 23: each side publishes to its own side.
        let worker = format!("publish-{}", if number == 1 { "worker".to_owned() } else { format!("worker-{number}") });
        events.extend(publish(ctx, basis, on, Owner::Worker, worker));
    }
    events.extend(life::begin(ctx, &effect));
    events
}

/// Publication counts from the day of effect; the warning date of a deemed effect from the raw 15th day + 1.
fn publish(ctx: &Ctx<'_>, basis: EffectBasis, on: Date, owner: Owner, id: String) -> Option<Event> {
    let dates = publish_dates(ctx, basis, on)?;
    Some(opened(DeadlineRule::Publish, owner, id, on, on, &dates))
}

/// The dates of publication for an effect on a day.
pub(super) fn publish_dates(ctx: &Ctx<'_>, basis: EffectBasis, on: Date) -> Option<deadline::Dates> {
    let review = ctx.newest("review")?;
    publish_dates_after(ctx, &review.dates, basis, on)
}

/// The dates of publication for an effect on a day after a review with these dates.
pub(super) fn publish_dates_after(
    ctx: &Ctx<'_>,
    review: &DutyDates,
    basis: EffectBasis,
    on: Date,
) -> Option<deadline::Dates> {
    let raw = review.raw.unwrap_or(review.due);
    let amber_from = match basis {
        EffectBasis::Deemed => raw.tomorrow().ok(),
        EffectBasis::Opinion => None,
    };
    let from = Circumstances { amber_from, ..Circumstances::default() };
    deadline::dates_under(ctx.rules, &ctx.data.calendar, DeadlineRule::Publish, on, &from).ok()
}

/// A term includes its first day: one year from 18 March ends on 17 March. Named days stay as voted.
pub(super) fn term(term: Term, on: Date) -> (Date, Date) {
    match term {
        Term::Dates { from, to } => (from, to),
        Term::Months { months } => {
            let (years, months) =
                (u8::try_from(months / 12).unwrap_or(u8::MAX), u8::try_from(months % 12).unwrap_or(0));
            (on, deadline::term_end(on, years, months))
        }
    }
}

/// The day from which a rescission takes effect: that of the second signature, or a later one that it names.
pub(super) fn rescission_from(term: Term, signed_on: Date) -> Date {
    match term {
        Term::Dates { from, .. } => from.max(signed_on),
        Term::Months { .. } => signed_on,
    }
}
