//! What happened: the whole timeline, and the receipt of one record.

use accounts::access::Right;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use negotiation::Actor;
use serde::Deserialize;
use timeline::{Entry, Part};
use uuid::Uuid;

use super::{Head, frame, rendered};
use crate::look::Frame;
use crate::room::Room;
use crate::session::Visitor;
use crate::site::Here;
use crate::trouble::Trouble;

#[derive(Template)]
#[template(path = "record.html")]
struct Record {
    duties: String,
    entries: String,
    f: Frame,
    head: Head,
    /// The visitor may take the evidence bundle away.
    takes: bool,
}

pub(crate) async fn page(State(site): Here, visitor: Visitor, Path(case): Path<Uuid>) -> Result<Response, Trouble> {
    let room = Room::enter(&site, &visitor, case).await?;
    room.ask(Right::SeeRecord)?;
    rendered(&Record {
        duties: timeline::part(&room.told, Part::Duties),
        entries: timeline::part(&room.told, Part::Entries),
        f: frame(&site, &visitor, &room, "record"),
        head: Head::of(&site, &room),
        takes: room.may(Right::TakeBundle),
    })
}

/// Whether the record was made just now.
#[derive(Default, Deserialize)]
pub(crate) struct Just {
    #[serde(default)]
    done: u8,
}

#[derive(Template)]
#[template(path = "receipt.html")]
struct Receipt {
    done: bool,
    entry: Entry,
    f: Frame,
    head: Head,
    next: String,
    /// Leads on to the next file of the bureau.
    officer: bool,
    owes: Vec<String>,
    time: String,
}

/// The receipt of a record: what was done, when, under which number and hash, and what comes next.
pub(crate) async fn receipt(
    State(site): Here,
    visitor: Visitor,
    Path((case, seq)): Path<(Uuid, u64)>,
    Query(just): Query<Just>,
) -> Result<Response, Trouble> {
    let room = Room::enter(&site, &visitor, case).await?;
    let entry = told(&room, seq, &visitor)?;
    rendered(&Receipt {
        done: just.done == 1,
        f: frame(&site, &visitor, &room, "receipt"),
        head: Head::of(&site, &room),
        next: room.told.next.text.clone(),
        officer: room.capacities.contains(&negotiation::Capacity::HrssOfficer),
        owes: room.told.next.owes.iter().map(|owed| owed.text.clone()).collect(),
        time: entry.at.to_string().replace('T', " "),
        entry,
    })
}

/// A record, told to whoever gave its act or may read all of them.
pub(crate) fn told(room: &Room, seq: u64, visitor: &Visitor) -> Result<Entry, Trouble> {
    if !is_own(room, seq, visitor) {
        room.ask(Right::SeeRecord)?;
    }
    room.told.entries.iter().find(|entry| entry.seq == seq).cloned().ok_or(Trouble::Missing)
}

/// Who gave a record's act.
#[derive(Deserialize)]
struct Given {
    actor: Actor,
}

/// Whether the visitor gave the act: whoever did something may see that it is done.
fn is_own(room: &Room, seq: u64, visitor: &Visitor) -> bool {
    let index = usize::try_from(seq).ok().and_then(|seq| seq.checked_sub(1));
    let record = index.and_then(|index| room.records.get(index));
    let given = record.and_then(|bytes| serde_json::from_slice::<Given>(bytes).ok());
    given.is_some_and(|given| given.actor.id == visitor.signed.account.id.to_string())
}
