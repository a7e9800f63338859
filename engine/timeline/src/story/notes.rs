//! What follows from an act: periods that begin, end or move, defaults, checks.

use law::citation::display_all_zh;
use messages::Said;
use negotiation::checks::Outcome;
use negotiation::event::{
    BreachRecorded, BreachWithdrawn, CheckNoted, DutyLapsed, DutyMet, DutyOpened, DutyRecomputed, DutyVoided,
};
use negotiation::state::Duty;

use super::Scene;
use super::life::Span;
use crate::duties::{days_between, missed};
use crate::model::{Note, NoteKind};

pub(super) fn opened(scene: &Scene<'_>, e: &DutyOpened) -> Note {
    if let Some(span) = Span::of(&e.duty) {
        return Note { kind: NoteKind::Due, text: span.text(&scene.teller, &e.duty) };
    }
    let key = if e.duty.dates.provisional { "timeline-note-opened-provisional" } else { "timeline-note-opened" };
    note(scene, NoteKind::Due, &about(scene, key, &e.duty))
}

pub(super) fn met(scene: &Scene<'_>, e: &DutyMet) -> Note {
    let Some(duty) = scene.n.duty(&e.duty) else {
        return unknown(scene, NoteKind::Met, &e.duty);
    };
    if !e.late {
        return note(scene, NoteKind::Met, &about(scene, "timeline-note-met", duty));
    }
    let days = days_between(duty.dates.due, e.at.date());
    let said = about(scene, "timeline-note-met-late", duty).arg("days", days);
    note(scene, NoteKind::Late, &said)
}

pub(super) fn lapsed(scene: &Scene<'_>, e: &DutyLapsed) -> Note {
    let key = match span(scene, &e.duty) {
        Some(_) => "timeline-note-term-over",
        None => "timeline-note-lapsed",
    };
    of(scene, NoteKind::Lapsed, key, &e.duty)
}

pub(super) fn voided(scene: &Scene<'_>, e: &DutyVoided) -> Note {
    let key = match span(scene, &e.duty) {
        Some(Span::Term) => "timeline-note-term-voided",
        Some(Span::Renewal) => "timeline-note-renewal-voided",
        None => "timeline-note-voided",
    };
    of(scene, NoteKind::Withdrawn, key, &e.duty)
}

fn span(scene: &Scene<'_>, id: &str) -> Option<Span> {
    scene.n.duty(id).and_then(Span::of)
}

pub(super) fn recomputed(scene: &Scene<'_>, e: &DutyRecomputed) -> Note {
    let Some(duty) = scene.n.duty(&e.duty) else {
        return unknown(scene, NoteKind::Due, &e.duty);
    };
    let now = Duty { dates: e.dates, ..duty.clone() };
    if let Some(span) = Span::of(&now) {
        return Note { kind: NoteKind::Due, text: span.text(&scene.teller, &now) };
    }
    note(scene, NoteKind::Due, &about(scene, "timeline-note-recomputed", &now))
}

pub(super) fn breach(scene: &Scene<'_>, e: &BreachRecorded) -> Note {
    let Some(duty) = scene.n.duty(&e.duty) else {
        return unknown(scene, NoteKind::Late, &e.duty);
    };
    note(scene, NoteKind::Late, &about(scene, "timeline-note-breach", duty))
}

/// What the text requires, its articles, and what to do now: the act is still possible.
pub(super) fn articles(scene: &Scene<'_>, e: &BreachRecorded) -> Vec<String> {
    let said = Said::new("timeline-detail-articles").arg("citation", display_all_zh(&e.citation));
    let articles = scene.teller.say(&said);
    match scene.n.duty(&e.duty).and_then(|duty| missed(&scene.teller, duty)) {
        Some(told) => vec![told.required, articles, told.remedy],
        None => vec![scene.teller.key("timeline-detail-still-possible"), articles],
    }
}

pub(super) fn breach_withdrawn(scene: &Scene<'_>, e: &BreachWithdrawn) -> Note {
    of(scene, NoteKind::Withdrawn, "timeline-note-breach-withdrawn", &e.duty)
}

pub(super) fn check(scene: &Scene<'_>, e: &CheckNoted) -> Note {
    let t = &scene.teller;
    let key = if e.finding.citation.is_empty() { "timeline-note-check-no-article" } else { "timeline-note-check" };
    let said = Said::new(key)
        .message("outcome", e.finding.outcome.key())
        .arg("found", t.say(&e.finding.found()))
        .arg("required", t.say(&e.finding.required()))
        .arg("citation", display_all_zh(&e.finding.citation));
    let kind = if e.finding.outcome == Outcome::NoData { NoteKind::Unchecked } else { NoteKind::Check };
    note(scene, kind, &said)
}

fn of(scene: &Scene<'_>, kind: NoteKind, key: &'static str, id: &str) -> Note {
    match scene.n.duty(id) {
        Some(duty) => note(scene, kind, &about(scene, key, duty)),
        None => unknown(scene, kind, id),
    }
}

/// A message about a duty: who owes what by when.
fn about(scene: &Scene<'_>, key: &'static str, duty: &Duty) -> Said {
    let t = &scene.teller;
    Said::new(key).arg("owner", t.owner(duty.owner)).arg("duty", t.duty(duty)).arg("due", t.weekday(duty.dates.due))
}

/// A duty that no event opened: the replay refuses such a history before it is told.
fn unknown(scene: &Scene<'_>, kind: NoteKind, id: &str) -> Note {
    note(scene, kind, &Said::new("timeline-note-unknown").arg("duty", id))
}

fn note(scene: &Scene<'_>, kind: NoteKind, said: &Said) -> Note {
    let text = scene.teller.say(said);
    Note { kind, text }
}
