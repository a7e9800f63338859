//! Who owed what by when, how it stands, and who was late by how many days.

use std::collections::{BTreeMap, BTreeSet};

use law::Date;
use law::deadline::Kind;
use law::time::Moment;
use messages::Said;
use negotiation::state::{Duty, DutyStatus};
use negotiation::{Event, Negotiation, checks};

use crate::model::{DutyRow, DutyState, Late, Missed};
use crate::record::Record;
use crate::teller::Teller;

/// What the state no longer shows of a duty: a default that stands though the duty was voided, and when it was voided.
#[derive(Default)]
pub(crate) struct Past {
    defaults: BTreeSet<String>,
    voided: BTreeMap<String, Moment>,
}

impl Past {
    /// Collects it from the records.
    pub(crate) fn of(records: &[Record]) -> Self {
        let mut past = Self::default();
        for record in records {
            for event in &record.events {
                past.note(event, record.at);
            }
        }
        past
    }

    fn note(&mut self, event: &Event, at: Moment) {
        if let Event::BreachRecorded(e) = event {
            self.defaults.insert(e.duty.clone());
        } else if let Event::BreachWithdrawn(e) = event {
            self.defaults.remove(&e.duty);
        } else if let Event::DutyVoided(e) = event {
            self.voided.insert(e.duty.clone(), at);
        }
    }
}

/// All duties that ever arose, in order.
pub(crate) fn rows(teller: &Teller<'_>, n: &Negotiation, past: &Past, until: Moment) -> Vec<DutyRow> {
    n.duties.iter().map(|duty| row(teller, duty, past, until.date())).collect()
}

fn row(teller: &Teller<'_>, duty: &Duty, past: &Past, today: Date) -> DutyRow {
    let status = state(duty);
    DutyRow {
        id: duty.id.clone(),
        rule: duty.rule.clone(),
        name: teller.duty(duty),
        owner: duty.owner.name(),
        owner_name: teller.owner(duty.owner),
        anchor: duty.anchor,
        due: duty.dates.due,
        raw_due: duty.dates.raw,
        amber_due: duty.dates.amber,
        provisional: duty.dates.provisional,
        kind: duty.kind,
        citation: duty.citation.iter().map(law::Citation::display_zh).collect(),
        status,
        status_name: teller.key(if over(duty) { "timeline-status-over" } else { status_key(status) }),
        met_at: met_at(duty),
        days_late: days_late(duty, past, today),
        missed: missed(teller, duty),
    }
}

/// A last day that passed before the duty was met, in sentences.
pub(crate) fn missed(teller: &Teller<'_>, duty: &Duty) -> Option<Missed> {
    let finding = checks::late::finding(duty)?;
    let [found, required, remedy] =
        [finding.found(), finding.required(), finding.remedy()].map(|said| teller.say(&said));
    Some(Missed { found, required, remedy })
}

/// How a duty stands.
pub(crate) const fn state(duty: &Duty) -> DutyState {
    match (duty.status, duty.kind) {
        (DutyStatus::Open, _) => DutyState::Open,
        (DutyStatus::Met { late: false, .. }, _) => DutyState::Met,
        (DutyStatus::Met { late: true, .. }, _) => DutyState::Late,
        (DutyStatus::Struck, Kind::Lapse) => DutyState::Lapsed,
        (DutyStatus::Struck, Kind::Term) => DutyState::Over,
        (DutyStatus::Struck, Kind::Breach | Kind::Window) => DutyState::Struck,
        (DutyStatus::Voided, _) => DutyState::Voided,
    }
}

/// A term that is over; nobody is late.
const fn over(duty: &Duty) -> bool {
    matches!((duty.status, duty.kind), (DutyStatus::Struck, Kind::Term))
}

const fn status_key(status: DutyState) -> &'static str {
    match status {
        DutyState::Open => "timeline-status-open",
        DutyState::Met => "timeline-status-met",
        DutyState::Late => "timeline-status-late",
        DutyState::Struck => "timeline-status-struck",
        DutyState::Voided => "timeline-status-voided",
        DutyState::Lapsed => "timeline-status-lapsed",
        DutyState::Over => "timeline-status-over",
    }
}

const fn met_at(duty: &Duty) -> Option<Moment> {
    match duty.status {
        DutyStatus::Met { at, .. } => Some(at),
        DutyStatus::Open | DutyStatus::Struck | DutyStatus::Voided => None,
    }
}

/// Days after the last day, where somebody was late: until the act, until the duty was voided, or until now.
pub(crate) fn days_late(duty: &Duty, past: &Past, today: Date) -> Option<i64> {
    let end = match state(duty) {
        DutyState::Open | DutyState::Met | DutyState::Lapsed | DutyState::Over => return None,
        DutyState::Late => met_at(duty)?.date(),
        DutyState::Struck => today,
        DutyState::Voided if past.defaults.contains(&duty.id) => past.voided.get(&duty.id)?.date(),
        DutyState::Voided => return None,
    };
    Some(days_between(duty.dates.due, end).max(1))
}

/// Whole days from one day to a later one.
pub(crate) fn days_between(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}

/// Who was late, in the order of the due dates.
pub(crate) fn late(teller: &Teller<'_>, n: &Negotiation, past: &Past, until: Moment) -> Vec<Late> {
    let told = |duty: &Duty| Some(late_row(teller, duty, days_late(duty, past, until.date())?));
    let mut rows: Vec<Late> = n.duties.iter().filter_map(told).collect();
    rows.sort_by_key(|row| row.due);
    rows
}

fn late_row(teller: &Teller<'_>, duty: &Duty, days: i64) -> Late {
    let (owed, met) = (state(duty) == DutyState::Struck, met_at(duty));
    let key = match (owed, met) {
        (true, _) => "timeline-late-owed",
        (false, Some(_)) => "timeline-late-met",
        (false, None) => "timeline-late-voided",
    };
    let said = Said::new(key)
        .arg("owner", teller.owner(duty.owner))
        .arg("duty", teller.duty(duty))
        .arg("due", teller.weekday(duty.dates.due))
        .arg("met", met.map_or_else(String::new, |met| teller.weekday(met.date())))
        .arg("days", days);
    Late {
        duty: duty.id.clone(),
        name: teller.duty(duty),
        owner: duty.owner.name(),
        owner_name: teller.owner(duty.owner),
        due: duty.dates.due,
        met_at: met,
        days_late: days,
        owed,
        text: teller.say(&said),
    }
}
