//! Last days: who owes what, how each is counted step by step, and a calendar file with all of them (RFC 5545).

use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use icalendar::{Calendar, Component, Event, EventLike};
use law::Date;
use law::deadline::{self, Circumstances};
use ledger::Digest;
use negotiation::Negotiation;
use timeline::{DutyRow, Missed};
use uuid::Uuid;

use super::{Head, frame, rendered};
use crate::look::Frame;
use crate::room::{Room, Urgency};
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// Something that is owed.
struct Row {
    articles: String,
    id: String,
    /// What silence means.
    kind: String,
    /// What there is to say once the last day passed.
    missed: Option<Missed>,
    provisional: bool,
    /// How the last day is counted.
    steps: Vec<String>,
    text: String,
    urgency: Urgency,
}

#[derive(Template)]
#[template(path = "days.html")]
struct Days {
    f: Frame,
    head: Head,
    rows: Vec<Row>,
}

pub(crate) async fn page(State(site): Here, visitor: Visitor, Path(case): Path<Uuid>) -> Result<Response, Trouble> {
    let room = Room::enter(&site, &visitor, case).await?;
    let n = room.negotiation()?;
    let row = |owed: &timeline::Owed| {
        let duty = room.told.duties.iter().find(|duty| duty.id == owed.duty)?;
        Some(Row {
            articles: duty.citation.join("、"),
            id: duty.id.clone(),
            kind: site.text(format!("pages-days-{}", duty.kind.word())),
            missed: duty.missed.clone(),
            provisional: duty.provisional,
            steps: steps(&site, n, room.state.rules(), duty),
            text: owed.text.clone(),
            urgency: Urgency::of(&site, owed, room.now),
        })
    };
    rendered(&Days {
        rows: room.told.next.owes.iter().filter_map(row).collect(),
        f: frame(&site, &visitor, &room, "days"),
        head: Head::of(&site, &room),
    })
}

/// The count, step by step, by the rules and data of the case. Where circumstances of the case moved the day (a
/// suspension, an extension, a correction), the plain count would say another one: then only the recorded days are told.
fn steps(site: &Site, n: &Negotiation, rules: Digest, duty: &DutyRow) -> Vec<String> {
    let counted = || {
        let rule = n.duty(&duty.id)?.deadline()?;
        let (rules, data) = (site.book.rules(rules)?, site.book.data(&n.datasets)?);
        let plain = Circumstances::default();
        let found = deadline::compute_under(rules, &data.calendar, rule, duty.anchor, &plain).ok()?;
        (found.due == duty.due).then(|| found.steps.iter().map(|step| site.say(&step.said)).collect())
    };
    counted().unwrap_or_else(|| {
        let said = messages::Said::new("pages-days-recorded").arg("anchor", duty.anchor).arg("due", duty.due);
        vec![site.say(&said)]
    })
}

/// The last days as all-day events, each under a name that stays, so that a calendar that has it moves it.
pub(crate) async fn file(State(site): Here, visitor: Visitor, Path(case): Path<Uuid>) -> Result<Response, Trouble> {
    let room = Room::enter(&site, &visitor, case).await?;
    let mut calendar = Calendar::new();
    calendar.name(&room.line.employer_name);
    for owed in &room.told.next.owes {
        let (Some(day), Some(stamp)) = (day(owed.due), chrono::DateTime::from_timestamp_millis(room.now.millis()))
        else {
            continue;
        };
        let event = Event::new()
            .uid(&format!("{}@{case}", owed.duty))
            .timestamp(stamp)
            .all_day(day)
            .summary(&owed.text)
            .description(&format!("/cases/{case}/days#{}", owed.duty))
            .done();
        calendar.push(event);
    }
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"deadlines.ics\""),
    ];
    Ok((headers, calendar.done().to_string()).into_response())
}

fn day(day: Date) -> Option<chrono::NaiveDate> {
    let (month, of_month) = (u32::try_from(day.month()).ok()?, u32::try_from(day.day()).ok()?);
    chrono::NaiveDate::from_ymd_opt(i32::from(day.year()), month, of_month)
}
