//! A case told, as the interface says it: records, duties, asks and offers.

use serde::Serialize;
use timeline::{DutyRow, DutyState};
use utoipa::ToSchema;

use crate::room::{Room, Urgency};
use crate::site::Site;

/// A record, told.
#[derive(Serialize, ToSchema)]
pub(crate) struct Entry {
    seq: u64,
    /// Id of nothing but this record: its hash.
    hash: String,
    /// Recording time.
    at: String,
    /// Legal instant, where it differs.
    effective_at: Option<String>,
    actor: String,
    #[schema(value_type = String)]
    capacity: &'static str,
    capacity_name: String,
    #[schema(value_type = String)]
    side: &'static str,
    command: String,
    command_name: String,
    /// What happened, one sentence.
    text: String,
    details: Vec<String>,
    /// What follows for dates, defaults and checks.
    notes: Vec<String>,
    paper: bool,
    correction: bool,
    late: bool,
}

impl From<&timeline::Entry> for Entry {
    fn from(entry: &timeline::Entry) -> Self {
        Self {
            seq: entry.seq,
            hash: entry.hash.to_string(),
            at: entry.at.to_string(),
            effective_at: entry.effective_at.map(|at| at.to_string()),
            actor: entry.actor.clone(),
            capacity: entry.capacity.name(),
            capacity_name: entry.capacity_name.clone(),
            side: entry.side.name(),
            command: entry.command.clone(),
            command_name: entry.command_name.clone(),
            text: entry.text.clone(),
            details: entry.details.clone(),
            notes: entry.notes.iter().map(|note| note.text.clone()).collect(),
            paper: entry.paper,
            correction: entry.correction,
            late: entry.late,
        }
    }
}

/// A duty and how it stands.
#[derive(Serialize, ToSchema)]
pub(crate) struct Duty {
    /// Id within the case.
    id: String,
    rule: String,
    name: String,
    /// `worker`, `employer`, `both` or `hrss`.
    #[schema(value_type = String)]
    owner: &'static str,
    owner_name: String,
    /// Day of the event from which it counts.
    anchor: String,
    /// Last day, until 24:00.
    due: String,
    /// Last day before a holiday moved it.
    raw_due: Option<String>,
    /// Earlier date of another text, a warning only.
    amber_due: Option<String>,
    /// The date rests on a year without a holiday notice.
    provisional: bool,
    citation: Vec<String>,
    /// `open`, `met`, `late`, `struck`, `voided`, `lapsed`, `over`.
    #[schema(value_type = String)]
    status: &'static str,
    status_name: String,
    met_at: Option<String>,
    days_late: Option<i64>,
    /// Once the last day passed: who had not done what by when.
    found: Option<String>,
    /// Once the last day passed: what the text requires, counted from which day.
    required: Option<String>,
    /// Once the last day passed: what to do now.
    remedy: Option<String>,
    /// Who owes it by when, in a whole sentence; while it is owed.
    sentence: Option<String>,
    urgency: Option<Urgency>,
}

/// All duties of a case; what is owed now comes first.
pub(crate) fn duties(site: &Site, room: &Room) -> Vec<Duty> {
    let owed = |row: &DutyRow| room.told.next.owes.iter().find(|owed| owed.duty == row.id);
    let duty = |row: &DutyRow| Duty {
        id: row.id.clone(),
        rule: row.rule.clone(),
        name: row.name.clone(),
        owner: row.owner,
        owner_name: row.owner_name.clone(),
        anchor: row.anchor.to_string(),
        due: row.due.to_string(),
        raw_due: row.raw_due.map(|day| day.to_string()),
        amber_due: row.amber_due.map(|day| day.to_string()),
        provisional: row.provisional,
        citation: row.citation.clone(),
        status: status(row.status),
        status_name: row.status_name.clone(),
        met_at: row.met_at.map(|at| at.to_string()),
        days_late: row.days_late,
        found: row.missed.as_ref().map(|missed| missed.found.clone()),
        required: row.missed.as_ref().map(|missed| missed.required.clone()),
        remedy: row.missed.as_ref().map(|missed| missed.remedy.clone()),
        sentence: owed(row).map(|owed| owed.text.clone()),
        urgency: owed(row).map(|owed| Urgency::of(site, owed, room.now)),
    };
    let mut all: Vec<Duty> = room.told.duties.iter().map(duty).collect();
    all.sort_by_key(|duty| duty.sentence.is_none());
    all
}

const fn status(state: DutyState) -> &'static str {
    match state {
        DutyState::Open => "open",
        DutyState::Met => "met",
        DutyState::Late => "late",
        DutyState::Struck => "struck",
        DutyState::Voided => "voided",
        DutyState::Lapsed => "lapsed",
        DutyState::Over => "over",
    }
}

/// Asks and offers on one clause.
#[derive(Serialize, ToSchema)]
pub(crate) struct Gap {
    clause: String,
    heading: String,
    /// Asks and offers, oldest first.
    offers: Vec<Offer>,
}

/// One ask or offer.
#[derive(Serialize, ToSchema)]
pub(crate) struct Offer {
    session: u32,
    at: String,
    #[schema(value_type = String)]
    side: &'static str,
    /// The words with all values in place.
    text: String,
    values: Vec<Amount>,
}

/// A value of an ask or offer.
#[derive(Serialize, ToSchema)]
pub(crate) struct Amount {
    key: String,
    /// Fen, basis points, or a plain number.
    amount: i64,
    /// As the agreement prints it.
    text: String,
}

/// Asks and offers of a case, clause by clause.
pub(crate) fn gaps(room: &Room) -> Vec<Gap> {
    let amount = |amount: &timeline::Amount| Amount {
        key: amount.key.clone(),
        amount: amount.amount,
        text: amount.text.clone(),
    };
    let offer = |offer: &timeline::Offer| Offer {
        session: offer.session,
        at: offer.at.to_string(),
        side: offer.side.name(),
        text: offer.text.clone(),
        values: offer.values.iter().map(amount).collect(),
    };
    let gap = |gap: &timeline::Gap| Gap {
        clause: gap.clause.clone(),
        heading: gap.heading.clone(),
        offers: gap.series.iter().map(offer).collect(),
    };
    room.told.gap.iter().map(gap).collect()
}
