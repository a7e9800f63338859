//! Acts: the form as data, what would follow, and giving it.

use accounts::access::{Right, may};
use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use messages::Said;
use negotiation::command::OpeningCommand;
use negotiation::{Capacity, Command, table};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use service::Problem;
use store::{Submission, SubmitError};
use utoipa::ToSchema;
use uuid::Uuid;

use super::Wrong;
use super::case::Named;
use super::fields::{Expected, Filling, FormOf, Outcome, ReceiptView, faulty, key};
use super::told::Entry;
use crate::act::{
    Asked, Hand, Hangs, Kin, Outlook, Place, Posted, acceptances, fill, form_of, nothing_yet, outlook, read, summary,
};
use crate::people::People;
use crate::room::Room;
use crate::session::{Caller, Visitor};
use crate::site::{Here, Site};
use crate::trouble::Trouble;

/// The form of an act: its fields with what a person would find filled in.
#[utoipa::path(
    get, path = "/api/v1/cases/{case}/acts/{command}", tag = "acts",
    params(("case" = Uuid, Path), ("command" = String, Path), Asked), responses((status = 200, body = FormOf))
)]
pub(crate) async fn form(
    State(site): Here,
    Caller(caller): Caller,
    Path((case, command)): Path<(Uuid, String)>,
    Query(asked): Query<Asked>,
) -> Result<Json<FormOf>, Wrong> {
    let place = Place::of(&site, &caller, case, &command, &asked).await?;
    form_at(&site, &caller, &place)
}

/// The form that opens a case, or one that hangs on one in force: then with the parties as that one knows them.
#[utoipa::path(get, path = "/api/v1/opening", tag = "acts", params(Hangs), responses((status = 200, body = FormOf)))]
pub(crate) async fn opening_form(
    State(site): Here,
    Caller(caller): Caller,
    Query(hangs): Query<Hangs>,
) -> Result<Json<FormOf>, Wrong> {
    let kin = Kin::of(&site, &caller, &hangs).await?;
    let place = Place::opening(&site, &caller, Uuid::now_v7(), kin).await?;
    form_at(&site, &caller, &place)
}

fn form_at(site: &Site, caller: &Visitor, place: &Place) -> Result<Json<FormOf>, Wrong> {
    let posted = place.prefilled(site);
    let (intro, fields) = form_of(site, caller, place, &posted)?;
    Ok(Json(FormOf {
        command: place.command.clone(),
        name: place.name(site),
        articles: place.articles(),
        capacity: place.capacity.name(),
        capacity_name: site.text(table::capacity_key(place.capacity)),
        intro,
        fields,
    }))
}

/// What an act would lead to; nothing is recorded.
#[utoipa::path(
    post, path = "/api/v1/cases/{case}/acts/{command}/preview", tag = "acts",
    params(("case" = Uuid, Path), ("command" = String, Path)),
    request_body = Filling, responses((status = 200, body = Outcome))
)]
pub(crate) async fn preview(
    State(site): Here,
    Caller(caller): Caller,
    Path((case, command)): Path<(Uuid, String)>,
    body: Bytes,
) -> Result<Json<Outcome>, Wrong> {
    let filling: Filling = taken(&site, &body)?;
    let place = Place::of(&site, &caller, case, &command, &filling.asked()).await?;
    would(&site, &caller, &place, &filling)
}

/// What opening a case would lead to; nothing is recorded.
#[utoipa::path(
    post, path = "/api/v1/opening/preview", tag = "acts", params(Hangs),
    request_body = Filling, responses((status = 200, body = Outcome))
)]
pub(crate) async fn preview_opening(
    State(site): Here,
    Caller(caller): Caller,
    Query(hangs): Query<Hangs>,
    body: Bytes,
) -> Result<Json<Outcome>, Wrong> {
    let filling: Filling = taken(&site, &body)?;
    let kin = Kin::of(&site, &caller, &hangs).await?;
    let place = Place::opening(&site, &caller, Uuid::now_v7(), kin).await?;
    would(&site, &caller, &place, &filling)
}

fn would(site: &Site, caller: &Visitor, place: &Place, filling: &Filling) -> Result<Json<Outcome>, Wrong> {
    let (submission, posted) = submission(site, caller, place, filling, Uuid::now_v7())?;
    let empty;
    let room = match &place.room {
        Some(room) => room,
        None => {
            empty = nothing_yet(site, place)?;
            &empty
        }
    };
    if let Err(refusal) = place.admit(&submission.act.command) {
        return Err(Problem::refusal(&site.texts, &refusal).into());
    }
    let entries = match outlook(site, room, &submission)? {
        Outlook::Recorded(entries) => entries,
        Outlook::Refused(refusal) => return Err(Problem::refusal(&site.texts, &refusal).into()),
    };
    let lines = summary(site, &place.ask(), &posted, place.fields, "");
    Ok(Json(Outcome {
        lines: lines.into_iter().map(|line| Named { name: line.name, text: line.link.unwrap_or(line.text) }).collect(),
        entries: entries.iter().map(Entry::from).collect(),
    }))
}

/// Gives an act by the fields of its form. The same key again gives the same receipt.
#[utoipa::path(
    post, path = "/api/v1/cases/{case}/acts/{command}", tag = "acts",
    params(("case" = Uuid, Path), ("command" = String, Path), ("Idempotency-Key" = Uuid, Header)),
    request_body = Filling, responses((status = 201, body = ReceiptView))
)]
pub(crate) async fn give(
    State(site): Here,
    Caller(caller): Caller,
    Path((case, command)): Path<(Uuid, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Json<ReceiptView>), Wrong> {
    let act = key(&site, &headers)?;
    let filling: Filling = taken(&site, &body)?;
    let place = Place::of(&site, &caller, case, &command, &filling.asked()).await?;
    if let Some(room) = &place.room
        && let Some(receipt) = given_before(&site, room, &caller, act, &command)?
    {
        site.desk.settle().await?;
        return Ok((StatusCode::CREATED, Json(receipt)));
    }
    let (submission, _) = submission(&site, &caller, &place, &filling, act)?;
    if let Err(refusal) = place.is_counted() {
        return Err(Problem::refusal(&site.texts, &refusal).into());
    }
    submit(&site, submission).await
}

/// Opens a case; the case takes the key for its id. The same key again gives the same receipt.
#[utoipa::path(
    post, path = "/api/v1/opening", tag = "acts", params(("Idempotency-Key" = Uuid, Header), Hangs),
    request_body = Filling, responses((status = 201, body = ReceiptView))
)]
pub(crate) async fn open(
    State(site): Here,
    Caller(caller): Caller,
    Query(hangs): Query<Hangs>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Json<ReceiptView>), Wrong> {
    let act = key(&site, &headers)?;
    let filling: Filling = taken(&site, &body)?;
    if site.desk.store().case(act).await?.is_some() {
        let room = Room::enter(&site, &caller, act).await?;
        if let Some(receipt) = given_before(&site, &room, &caller, act, "open_case")? {
            site.desk.settle().await?;
            return Ok((StatusCode::CREATED, Json(receipt)));
        }
    }
    let kin = Kin::of(&site, &caller, &hangs).await?;
    let place = Place::opening(&site, &caller, act, kin).await?;
    let (submission, _) = submission(&site, &caller, &place, &filling, act)?;
    submit(&site, submission).await
}

/// An act as it is recorded.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Handed {
    /// The capacity in which it is given.
    #[schema(value_type = String)]
    capacity: Capacity,
    case: Uuid,
    /// `name` and `with`, as records hold it; persons whom the case doesn't know come by the other way.
    #[schema(value_type = Object)]
    command: Command,
    /// The head on which it was decided.
    #[serde(default)]
    expected_head: Option<Expected>,
}

/// Gives an act as records hold it: for programs that know the commands.
#[utoipa::path(
    post, path = "/api/v1/acts", tag = "acts", params(("Idempotency-Key" = Uuid, Header)),
    request_body = Handed, responses((status = 201, body = ReceiptView))
)]
pub(crate) async fn give_as_recorded(
    State(site): Here,
    Caller(caller): Caller,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Json<ReceiptView>), Wrong> {
    let act = key(&site, &headers)?;
    let Handed { capacity, case, command, expected_head } = taken(&site, &body)?;
    let held = if let Command::Opening(OpeningCommand::OpenCase(open)) = &command {
        if let Some(parent) = &open.parent {
            // Nobody learns by an opening whether somebody else's case is there.
            let line = site.desk.store().case(parent.case).await?.ok_or(Trouble::Missing)?;
            if caller.signed.capacities(&line).is_empty() {
                return Err(Trouble::Missing.into());
            }
        }
        caller.signed.may_open_for(&open.employer.uscc)
    } else {
        let line = site.desk.store().case(case).await?.ok_or(Trouble::Missing)?;
        caller.signed.capacities(&line)
    };
    for right in [Right::Speak(capacity), Right::Act(&command)] {
        if let Err(denied) = may(right, &held) {
            return Err(if denied.stranger { Trouble::Missing } else { Trouble::Forbidden(denied.said()) }.into());
        }
    }
    let (people, given) = match site.desk.store().case(case).await? {
        Some(line) => {
            let room = Room::load(&site, line, held).await?;
            let given = acceptances(&site, &room).await?;
            (room.people, given)
        }
        None => (People::default(), Vec::new()),
    };
    let head = expected_head.map(|head| negotiation::Head { hash: head.hash, seq: head.seq });
    let hand = Hand {
        acceptances: &given,
        act,
        capacity,
        case,
        command,
        head,
        people: &people,
        persons: Vec::new(),
        visitor: &caller,
    };
    submit(&site, hand.submission()?).await
}

/// The body of a request.
fn taken<T: DeserializeOwned>(site: &Site, body: &Bytes) -> Result<T, Wrong> {
    let mut json = serde_json::Deserializer::from_slice(body);
    let unreadable = |what: String| {
        let said = Said::new("service-unreadable-detail").arg("what", what);
        Wrong::from(Problem::new(&site.texts, StatusCode::BAD_REQUEST, "unreadable", &said))
    };
    // A list would do for the reader as well, its values in the order of the fields: nobody means that.
    if !body.trim_ascii_start().starts_with(b"{") {
        return Err(unreadable("{ … }".to_owned()));
    }
    let taken = serde_path_to_error::deserialize(&mut json)
        .map_err(|error| unreadable(format!("{}: {}", error.path(), error.inner())))?;
    json.end().map_err(|error| unreadable(error.to_string()))?;
    Ok(taken)
}

/// Reads what was filled in, by the reader of the forms.
fn submission(
    site: &Site,
    caller: &Visitor,
    place: &Place,
    filling: &Filling,
    act: Uuid,
) -> Result<(Submission, Posted), Wrong> {
    let ask = place.ask();
    let mut posted = if filling.prefilled { place.prefilled(site) } else { Posted::default() };
    fill(&ask, &mut posted, place.fields, &filling.fields, "").map_err(|faults| faulty(site, place, &faults))?;
    let filled = read(&ask, &posted, place.fields).map_err(|faults| faulty(site, place, &faults))?;
    Ok((place.submission(caller, act, filled, filling.head())?, posted))
}

async fn submit(site: &Site, submission: Submission) -> Result<(StatusCode, Json<ReceiptView>), Wrong> {
    match site.desk.submit(submission).await {
        Ok(receipt) => Ok((StatusCode::CREATED, Json(ReceiptView::of(&receipt)))),
        Err(error) => {
            if let SubmitError::Corrupt(_) | SubmitError::Store(_) = &error {
                tracing::error!(%error, "not recorded");
            }
            Err(Problem::submit(&site.texts, &error).into())
        }
    }
}

/// A record, as far as it says which act it is.
#[derive(Deserialize)]
struct Before {
    act: Uuid,
    actor: Actor,
    data: BeforeData,
}

#[derive(Deserialize)]
struct Actor {
    id: String,
}

#[derive(Deserialize)]
struct BeforeData {
    command: BeforeCommand,
}

#[derive(Deserialize)]
struct BeforeCommand {
    name: String,
}

/// The receipt of an act that is recorded already. A form that is read again draws new ids for new persons, so the writer
/// can't tell by itself that it is the same act.
fn given_before(
    site: &Site,
    room: &Room,
    caller: &Visitor,
    act: Uuid,
    command: &str,
) -> Result<Option<ReceiptView>, Wrong> {
    let found = room.records.iter().zip(&room.told.entries).find_map(|(bytes, entry)| {
        let before = serde_json::from_slice::<Before>(bytes).ok().filter(|before| before.act == act)?;
        Some((before, entry))
    });
    let Some((before, entry)) = found else { return Ok(None) };
    if before.data.command.name != command || before.actor.id != caller.signed.account.id.to_string() {
        return Err(Problem::submit(&site.texts, &SubmitError::ActTaken { seq: entry.seq }).into());
    }
    Ok(Some(ReceiptView {
        case: room.line.case,
        act,
        at: entry.at.to_string(),
        hash: entry.hash.to_string(),
        seq: entry.seq,
    }))
}
