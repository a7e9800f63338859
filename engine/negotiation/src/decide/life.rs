//! The time in force: what an agreement owes from its first day to its last, and how it ends (rows 32, 35, 36).

use law::Date;
use law::deadline::{DeadlineRule, Kind};
use law::rules::Profile;
use law::time::Moment;

use super::ctx::{Ctx, opened};
use super::force;
use crate::checks::{Finding, Outcome};
use crate::event::{AgreementEnded, CheckNoted, DutyLapsed, DutyOpened, DutyVoided, Event};
use crate::state::{Duty, DutyDates, DutyStatus, Effect, Effective, EndReason, Negotiation, Owner, Stage};

/// Rules of the duties that last as long as the agreement is in force.
pub(super) const RULES: [&str; 4] = ["publish", "annual_report", "renew_open", "term"];

/// The agreement in force.
pub(super) fn effective(n: &Negotiation) -> Option<&Effective> {
    if let Stage::Effective(stage) = &n.stage { Some(stage) } else { None }
}

/// From the effect on: a report a year (ZJ-CC 37), the time for talks about renewal (ZJ-CC 30(3), CC22 38), the last day
/// (ZJ-CC 30(1), CC22 38).
pub(super) fn begin(ctx: &Ctx<'_>, effect: &Effect) -> Vec<Event> {
    let mut events = reports(ctx, effect);
    events.extend(renewal(ctx, effect));
    events.push(term(ctx, effect));
    events
}

/// One for each whole year of the term; what is left over at its end is no year.
fn reports(ctx: &Ctx<'_>, effect: &Effect) -> Vec<Event> {
    let mut events = Vec::new();
    let per_year = ctx.rules.annual_report.value().map_or(0, |report| usize::from(report.per_year));
    let mut number = ctx.count("annual_report");
    let mut eve = effect.term_from.yesterday().unwrap_or(effect.term_from);
    while let Some(year) = ctx.dates(DeadlineRule::AnnualReport, eve).filter(|year| year.due <= effect.term_to) {
        for _ in 0..per_year {
            let id = format!("annual_report-{number}");
            events.push(opened(DeadlineRule::AnnualReport, Owner::Both, id, eve, effect.on, &year));
            number += 1;
        }
        eve = year.due;
    }
    events
}

/// A window: it arises on the day on which it opens, and nobody is in default once it closes.
fn renewal(ctx: &Ctx<'_>, effect: &Effect) -> Option<Event> {
    let dates = ctx.dates(DeadlineRule::RenewOpen, effect.term_to)?;
    let opens = dates.opens.unwrap_or(effect.on).max(effect.on);
    let id = format!("renew_open-{}", ctx.count("renew_open"));
    Some(opened(DeadlineRule::RenewOpen, Owner::Both, id, effect.term_to, opens, &dates))
}

/// ZJ-CC 30(1), 33: an effect that was withdrawn and comes again may come after what takes its place.
fn term(ctx: &Ctx<'_>, effect: &Effect) -> Event {
    let first = force::over(ctx, effect, None).0;
    let last = first.yesterday().unwrap_or(first);
    let duty = Duty {
        anchor: effect.term_from,
        citation: ctx.rules.term_years.source.citation.clone(),
        dates: DutyDates { amber: None, due: last, provisional: false, raw: None },
        id: format!("term-{}", ctx.count("term")),
        kind: Kind::Term,
        opened_on: effect.on,
        owner: Owner::Both,
        rule: "term".to_owned(),
        status: DutyStatus::Open,
    };
    Event::DutyOpened(DutyOpened { duty })
}

/// The last day is over (row 36), or the day before an amended text or a rescission takes its place.
pub(super) fn last_day_over(ctx: &Ctx<'_>, duty: &Duty) -> Vec<Event> {
    let over = effective(ctx.n).map(|stage| force::over(ctx, &stage.effect, None));
    let followed = over.filter(|(_, reason)| *reason != EndReason::Expired);
    let (on, reason) = followed.unwrap_or((duty.due_at().date(), EndReason::Expired));
    let mut events = vec![Event::DutyLapsed(DutyLapsed { at: duty.due_at(), duty: duty.id.clone() })];
    events.extend(ended(ctx, on, reason).into_iter().filter(|event| !voids(event, &duty.id)));
    events
}

fn voids(event: &Event, id: &str) -> bool {
    matches!(event, Event::DutyVoided(voided) if voided.duty == id)
}

/// No longer in force from a day on; what was owed for its time in force and not yet in default falls away with it.
pub(super) fn ended(ctx: &Ctx<'_>, on: Date, reason: EndReason) -> Vec<Event> {
    let mut events = vec![Event::AgreementEnded(AgreementEnded { at: Moment::start_of(on), on, reason })];
    let open = |duty: &&Duty| duty.status == DutyStatus::Open && RULES.contains(&duty.rule.as_str());
    let void = |duty: &Duty| Event::DutyVoided(DutyVoided { duty: duty.id.clone() });
    events.extend(ctx.n.duties.iter().filter(open).map(void));
    events.extend(uncopied(ctx));
    events
}

/// ZJ-CC 35, HZ 41, NB 35 set no day for the text to reach the higher union: that it never did is certain at the end.
fn uncopied(ctx: &Ctx<'_>) -> Option<Event> {
    let articles: &[&str] = match ctx.rules.profile {
        Profile::Cn => return None,
        Profile::Zj => &["ZJ-CC 35"],
        Profile::Hz => &["ZJ-CC 35", "HZ 41"],
        Profile::Nb => &["ZJ-CC 35", "NB 35"],
    };
    let finding = Finding::new("CHK-UNION-COPY", Outcome::Breach, articles);
    effective(ctx.n).filter(|stage| stage.copied_at.is_none()).map(|_| Event::CheckNoted(CheckNoted { finding }))
}
