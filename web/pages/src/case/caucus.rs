//! What a side says among itself: notes that only its own people read. They have no legal effect and are in no record.

use std::collections::BTreeMap;

use accounts::access::Right;
use askama::Template;
use axum::extract::rejection::FormRejection;
use axum::extract::{Form, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use law::time::Moment;
use messages::Said;
use negotiation::Side;
use negotiation::table::capacity_key;
use serde::Deserialize;
use store::{CaucusChore, CaucusNote, Chore, Hidden};
use uuid::Uuid;

use super::{Head, frame, rendered};
use crate::look::Frame;
use crate::room::Room;
use crate::session::Visitor;
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// Notes on one page.
const PAGE: usize = 20;

/// The longest note, in characters.
const LONGEST: usize = 2_000;

/// A note as it is shown.
struct Note {
    at: String,
    id: Uuid,
    name: String,
    own: bool,
    text: Option<String>,
}

#[derive(Template)]
#[template(path = "caucus.html")]
struct Caucus {
    action: String,
    error: Option<String>,
    f: Frame,
    /// Not the newest page.
    further: bool,
    head: Head,
    id: Uuid,
    longest: usize,
    more: Option<String>,
    notes: Vec<Note>,
    typed: String,
    who: String,
}

/// Where a page begins: instant and note after which it comes.
#[derive(Default, Deserialize)]
pub(crate) struct Before {
    #[serde(default)]
    before: String,
}

impl Before {
    fn cursor(&self) -> Option<(Moment, Uuid)> {
        let (at, id) = self.before.split_once('-')?;
        Some((Moment::from_millis(at.parse().ok()?), id.parse().ok()?))
    }
}

/// What was written, or which note is to be erased.
#[derive(Default, Deserialize)]
pub(crate) struct Written {
    #[serde(default)]
    erase: String,
    #[serde(default)]
    id: String,
    #[serde(default)]
    text: String,
}

type Posted = Result<Form<Written>, FormRejection>;

pub(crate) async fn worker(
    State(site): Here,
    visitor: Visitor,
    Path(case): Path<Uuid>,
    Query(before): Query<Before>,
) -> Result<Response, Trouble> {
    let room = enter(&site, &visitor, case, Side::Worker).await?;
    shown(&site, &visitor, &room, Side::Worker, before.cursor(), "", None).await
}

pub(crate) async fn employer(
    State(site): Here,
    visitor: Visitor,
    Path(case): Path<Uuid>,
    Query(before): Query<Before>,
) -> Result<Response, Trouble> {
    let room = enter(&site, &visitor, case, Side::Employer).await?;
    shown(&site, &visitor, &room, Side::Employer, before.cursor(), "", None).await
}

pub(crate) async fn worker_says(
    State(site): Here,
    visitor: Visitor,
    Path(case): Path<Uuid>,
    form: Posted,
) -> Result<Response, Trouble> {
    says(&site, &visitor, case, Side::Worker, form).await
}

pub(crate) async fn employer_says(
    State(site): Here,
    visitor: Visitor,
    Path(case): Path<Uuid>,
    form: Posted,
) -> Result<Response, Trouble> {
    says(&site, &visitor, case, Side::Employer, form).await
}

/// Lets in whoever is of the side, and nobody else.
async fn enter(site: &Site, visitor: &Visitor, case: Uuid, side: Side) -> Result<Room, Trouble> {
    let room = Room::enter(site, visitor, case).await?;
    room.ask(Right::SeeCaucus(side))?;
    Ok(room)
}

async fn says(site: &Site, visitor: &Visitor, case: Uuid, side: Side, form: Posted) -> Result<Response, Trouble> {
    let room = enter(site, visitor, case, side).await?;
    let Form(Written { erase, id, text }) = form.unwrap_or_default();
    let (account, at) = (visitor.signed.account.id, site.desk.now());
    let chore = if let Ok(id) = erase.parse() {
        CaucusChore::Erase { case, side, id, account, at }
    } else {
        let text = text.replace("\r\n", "\n").trim().to_owned();
        if let Some(fault) = fault(&text) {
            let page = shown(site, visitor, &room, side, None, &text, Some(site.say(&fault))).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
        // The form carries the id, so that pressing twice writes once.
        let id = id.parse().unwrap_or_else(|_| Uuid::now_v7());
        CaucusChore::Say(CaucusNote { case, side, id, account, at, text: Some(Hidden(text)) })
    };
    site.desk.chore(Chore::Caucus(chore)).await?;
    Ok(Redirect::to(&path(case, side)).into_response())
}

fn fault(text: &str) -> Option<Said> {
    if text.is_empty() {
        return Some(Said::new("pages-caucus-empty"));
    }
    if text.chars().count() > LONGEST {
        return Some(Said::new("pages-caucus-long").arg("most", LONGEST).arg("found", text.chars().count()));
    }
    text.chars().any(|c| c.is_control() && c != '\n' && c != '\t').then(|| Said::new("pages-caucus-control"))
}

fn path(case: Uuid, side: Side) -> String {
    format!("/cases/{case}/caucus/{}", side.name())
}

async fn shown(
    site: &Site,
    visitor: &Visitor,
    room: &Room,
    side: Side,
    before: Option<(Moment, Uuid)>,
    typed: &str,
    error: Option<String>,
) -> Result<Response, Trouble> {
    let case = room.line.case;
    let limit = u32::try_from(PAGE + 1).unwrap_or(u32::MAX);
    let mut found = site.desk.store().caucus(case, side, before, limit).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let last = found.last().filter(|_| more).map(|note| format!("{}-{}", note.at.millis(), note.id));
    let mut names: BTreeMap<Uuid, String> = BTreeMap::new();
    let mut notes = Vec::new();
    for note in found {
        let name = match names.get(&note.account) {
            Some(name) => name.clone(),
            None => {
                let account = site.accounts.by_id(note.account).await?;
                let name = account.map(|account| account.name).unwrap_or_default();
                names.insert(note.account, name.clone());
                name
            }
        };
        let (hour, minute) = note.at.clock();
        notes.push(Note {
            at: format!("{} {hour:02}:{minute:02}", note.at.date()),
            id: note.id,
            name,
            own: note.account == visitor.signed.account.id,
            text: note.text.map(|text| text.0),
        });
    }
    let who = Right::SeeCaucus(side).who().into_iter().map(|capacity| site.text(capacity_key(capacity)));
    rendered(&Caucus {
        action: path(case, side),
        error,
        f: frame(site, visitor, room, "caucus"),
        further: before.is_some(),
        head: Head::of(site, room),
        id: Uuid::now_v7(),
        longest: LONGEST,
        more: last,
        notes,
        typed: typed.to_owned(),
        who: who.collect::<Vec<_>>().join("、"),
    })
}
