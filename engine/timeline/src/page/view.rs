//! What the page says beyond the data: words, dates in full, charts. And the entries put together by day.

use std::collections::BTreeMap;

use law::Date;
use law::time::Moment;
use messages::Said;
use negotiation::Capacity;

use super::chart::{Chart, chart};
use super::table::{Cells, plain};
use crate::MESSAGES;
use crate::model::{Document, DutyRow, DutyState, Entry, Figure, Gap, RefusedRow, SessionRow, Timeline};
use crate::teller::{Teller, clock, short};

/// Words of the page in the language of the catalogue.
#[derive(Clone, Debug, Default)]
pub(crate) struct View {
    pub(crate) days: BTreeMap<Date, String>,
    pub(crate) duties: Vec<DutyWords>,
    pub(crate) entries: Vec<EntryWords>,
    pub(crate) gaps: Vec<GapView>,
    pub(crate) refusals: Vec<String>,
    pub(crate) until: String,
    pub(crate) words: BTreeMap<String, String>,
}

/// Dates of a duty in full.
#[derive(Clone, Debug)]
pub(crate) struct DutyWords {
    pub(crate) anchor: String,
    pub(crate) due: String,
    /// Met on, days late, what to do now.
    pub(crate) further: Vec<String>,
    /// Moved by a holiday, warning date, provisional.
    pub(crate) notes: Vec<String>,
}

/// Times of an entry.
#[derive(Clone, Debug)]
pub(crate) struct EntryWords {
    pub(crate) documents: Vec<String>,
    pub(crate) effective: Option<String>,
    pub(crate) hash: String,
    pub(crate) time: String,
}

/// A clause that was bargained over.
#[derive(Clone, Debug)]
pub(crate) struct GapView {
    pub(crate) agreed: Option<String>,
    pub(crate) charts: Vec<Chart>,
    pub(crate) heading: String,
    /// Figures without a chart.
    pub(crate) plain: Vec<(String, Vec<Cells>)>,
    /// Session, side and words of each position, for clauses without figures.
    pub(crate) words: Vec<[String; 3]>,
}

/// A day with what happened on it.
pub(super) struct Day<'a> {
    pub(super) blocks: Vec<Block<'a>>,
    pub(super) date: Date,
    pub(super) heading: &'a str,
}

/// Something on a day: an act, several strikes of the clock or acts of the system in a row, or a refusal.
pub(super) enum Block<'a> {
    Act(&'a Entry, &'a EntryWords),
    Clock(Vec<(&'a Entry, &'a EntryWords)>),
    Refused(&'a RefusedRow, String),
    System(Vec<(&'a Entry, &'a EntryWords)>),
}

impl View {
    /// Says everything that the page of a timeline needs.
    pub(crate) fn of(timeline: &Timeline, teller: &Teller<'_>) -> Self {
        let days = timeline.entries.iter().map(|entry| entry.at.date());
        let days = days.chain(timeline.refusals.iter().map(|refusal| refusal.at.date()));
        Self {
            days: days.map(|day| (day, teller.weekday(day))).collect(),
            duties: timeline.duties.iter().map(|duty| duty_words(teller, duty)).collect(),
            entries: timeline.entries.iter().map(|entry| entry_words(teller, entry)).collect(),
            gaps: timeline.gap.iter().map(|gap| gap_view(teller, gap, &timeline.sessions)).collect(),
            refusals: timeline.refusals.iter().map(|refusal| teller.moment(refusal.at)).collect(),
            until: teller.moment(timeline.until),
            words: words(teller),
        }
    }
}

/// All messages of the page: those of this crate whose keys begin with `timeline-page-`, by the rest of the key.
fn words(teller: &Teller<'_>) -> BTreeMap<String, String> {
    const PREFIX: &str = "timeline-page-";
    let keys = MESSAGES.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key);
    keys.filter_map(|key| Some((key.strip_prefix(PREFIX)?.to_owned(), teller.key(key)))).collect()
}

fn duty_words(teller: &Teller<'_>, duty: &DutyRow) -> DutyWords {
    let dated = |key: &'static str, day: Date| teller.say(&Said::new(key).arg("date", teller.day(day)));
    let mut notes = Vec::new();
    if duty.provisional {
        notes.push(teller.key("timeline-due-provisional"));
    }
    notes.extend(duty.raw_due.map(|raw| {
        let later = duty.due >= raw;
        dated(if later { "timeline-due-raw" } else { "timeline-due-raw-before" }, raw)
    }));
    notes.extend(duty.amber_due.map(|amber| dated("timeline-due-amber", amber)));
    let mut further: Vec<String> = duty.met_at.map(|met| teller.day(met.date())).into_iter().collect();
    further.extend(duty.days_late.map(|days| teller.say(&Said::new("timeline-days-late").arg("days", days))));
    let owed = duty.missed.as_ref().filter(|_| duty.status == DutyState::Struck);
    further.extend(owed.map(|missed| missed.remedy.clone()));
    DutyWords { anchor: dated("timeline-anchor", duty.anchor), due: teller.weekday(duty.due), further, notes }
}

fn entry_words(teller: &Teller<'_>, entry: &Entry) -> EntryWords {
    let document = |document: &Document| {
        let said = Said::new("timeline-document").arg("name", &document.name);
        let said = said.arg("number", &document.number).arg("version", document.version);
        teller.say(&said.arg("hash", short(document.pdf)))
    };
    EntryWords {
        documents: entry.documents.iter().map(document).collect(),
        effective: entry.effective_at.map(|at| effective(teller, entry, at)),
        hash: short(entry.hash),
        time: clock(entry.at),
    }
}

/// A legal instant in words: the clock strikes at 24:00; what names a day only is given as a day.
fn effective(teller: &Teller<'_>, entry: &Entry, at: Moment) -> String {
    match at.clock() {
        _ if entry.capacity == Capacity::Clock => teller.midnight(at),
        (0, 0) | (23, 59) => teller.weekday(at.date()),
        (_, _) => teller.moment(at),
    }
}

fn gap_view(teller: &Teller<'_>, gap: &Gap, sessions: &[SessionRow]) -> GapView {
    let drawn = |figure| chart(teller, gap, figure, sessions);
    let undrawn = gap.figures.iter().filter(|figure| drawn(figure).is_none());
    let rows = |figure: &Figure| (figure.name.clone(), plain(teller, gap, figure, sessions));
    let said = |number: u32| teller.say(&Said::new("timeline-chart-session").arg("number", number));
    let words = gap
        .series
        .iter()
        .filter(|_| gap.figures.is_empty())
        .map(|offer| [said(offer.session), teller.side(offer.side), offer.text.clone()]);
    GapView {
        agreed: agreed_text(teller, gap, sessions),
        charts: gap.figures.iter().filter_map(drawn).collect(),
        heading: gap.heading.clone(),
        plain: undrawn.map(rows).collect(),
        words: words.collect(),
    }
}

/// What was agreed, in words; without confirmed minutes it doesn't bind yet.
fn agreed_text(teller: &Teller<'_>, gap: &Gap, sessions: &[SessionRow]) -> Option<String> {
    let agreed = gap.agreed.as_ref()?;
    let said = Said::new("timeline-agreed-text").arg("session", agreed.session);
    let text = teller.say(&said.arg("text", &agreed.text));
    let session = sessions.iter().find(|session| session.number == agreed.session);
    if session.is_some_and(|session| session.confirmed) {
        return Some(text);
    }
    Some(format!("{text}{}", teller.key("timeline-agreed-pending")))
}

/// Entries and refusals in order of time, by day; strikes and acts of the system in a row stand together.
pub(super) fn days(timeline: &Timeline) -> Vec<Day<'_>> {
    let entries = timeline.entries.iter().zip(&timeline.view.entries).peekable();
    let mut refusals = timeline.refusals.iter().peekable();
    let mut out: Vec<Day<'_>> = Vec::new();
    for (entry, words) in entries {
        while let Some(refusal) = refusals.next_if(|refusal| refusal.at < entry.at) {
            put(timeline, &mut out, refusal.at, Block::Refused(refusal, clock(refusal.at)));
        }
        let block = match entry.capacity {
            Capacity::Clock => Block::Clock(vec![(entry, words)]),
            Capacity::System => Block::System(vec![(entry, words)]),
            Capacity::UnionChair
            | Capacity::UnionOfficer
            | Capacity::WorkerChief
            | Capacity::WorkerRep
            | Capacity::CongressDelegate
            | Capacity::EmployerLegalRep
            | Capacity::EmployerChief
            | Capacity::EmployerRep
            | Capacity::EmployerAgent
            | Capacity::Recorder
            | Capacity::HrssOfficer
            | Capacity::HigherUnion
            | Capacity::Instructor
            | Capacity::Coordinator
            | Capacity::CongressClerk => Block::Act(entry, words),
        };
        put(timeline, &mut out, entry.at, block);
    }
    for refusal in refusals {
        put(timeline, &mut out, refusal.at, Block::Refused(refusal, clock(refusal.at)));
    }
    out
}

fn put<'a>(timeline: &'a Timeline, days: &mut Vec<Day<'a>>, at: Moment, block: Block<'a>) {
    let date = at.date();
    if days.last().is_none_or(|day| day.date != date) {
        days.push(Day { blocks: Vec::new(), date, heading: timeline.view.days.get(&date).map_or("", String::as_str) });
    }
    let Some(day) = days.last_mut() else { return };
    match (day.blocks.last_mut(), block) {
        (Some(Block::Clock(row)), Block::Clock(more)) | (Some(Block::System(row)), Block::System(more)) => {
            row.extend(more);
        }
        (_, block) => day.blocks.push(block),
    }
}
