//! One case: at a glance, its duties, record, board, text, key points, papers and files.

use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use ledger::Digest;
use serde::Serialize;
use service::Problem;
use store::{Attachment, Chore};
use utoipa::ToSchema;
use uuid::Uuid;

use super::Wrong;
use super::told::{self, Duty, Entry, Gap};
use crate::case::key::KeyPoints;
use crate::case::overview::{Button, Glance, Paper, glance, paper};
use crate::case::reads::Reading;
use crate::case::relatives::Relatives;
use crate::case::secrets::Secret;
use crate::case::{Head, board, papers, record};
use crate::room::{Room, Urgency};
use crate::session::Caller;
use crate::site::{Here, Site};

/// A name and a text.
#[derive(Serialize, ToSchema)]
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) text: String,
}

/// A case at a glance.
#[derive(Serialize, ToSchema)]
pub(crate) struct CaseView {
    case: Uuid,
    number: Option<String>,
    employer: String,
    union: String,
    region: String,
    profile: String,
    /// Flat name of the stage.
    stage: String,
    stage_name: String,
    /// The eight steps: name, and `past`, `now` or `later`.
    steps: Vec<Named>,
    /// In which capacities whoever asks is here.
    capacities: Vec<CapacityView>,
    /// The newest record: an act may name it as the one on which it was decided.
    head: HeadView,
    /// What to do next, a sentence.
    next: String,
    /// Who owes what by when, in sentences.
    owes: Vec<OwedView>,
    /// Who is late, in sentences.
    late: Vec<String>,
    /// What waits for a second person or the other side.
    waiting: Vec<String>,
    /// Acts that likely come next.
    tasks: Vec<Button>,
    /// Other acts that this stage knows.
    further: Vec<Button>,
    agreed: usize,
    apart: usize,
    has_text: bool,
    documents: Vec<Paper>,
    /// What was disclosed in confidence, for those who are bound to silence; each reading is noted.
    secrets: Vec<Secret>,
    /// What happened last, for those who may read the record.
    latest: Vec<Entry>,
    /// The case on which this one hangs, those that hang on it, and how an agreement in force goes on.
    relatives: Relatives,
    /// Until when the case is told.
    now: String,
}

/// A capacity.
#[derive(Serialize, ToSchema)]
pub(crate) struct CapacityView {
    #[schema(value_type = String)]
    capacity: &'static str,
    name: String,
}

/// The newest record.
#[derive(Serialize, ToSchema)]
pub(crate) struct HeadView {
    seq: u64,
    hash: String,
}

/// Something owed.
#[derive(Serialize, ToSchema)]
pub(crate) struct OwedView {
    text: String,
    urgency: Urgency,
}

/// A case at a glance: stage, what comes next, who owes what by when.
#[utoipa::path(
    get, path = "/api/v1/cases/{case}", tag = "case",
    params(("case" = Uuid, Path)), responses((status = 200, body = CaseView))
)]
pub(crate) async fn case(
    State(site): Here,
    Caller(caller): Caller,
    Path(case): Path<Uuid>,
) -> Result<Json<CaseView>, Wrong> {
    let room = Room::enter(&site, &caller, case).await?;
    let head = Head::of(&site, &room);
    let Glance {
        agreed,
        apart,
        ballots: _,
        documents,
        further,
        has_text,
        late,
        latest,
        next,
        owes,
        secrets,
        tasks,
        waiting,
    } = glance(&site, &room).await?;
    let relatives = Relatives::of(&site, &caller, &room).await?;
    let chain = room.state.head();
    let capacity = |capacity: &negotiation::Capacity| CapacityView {
        capacity: capacity.name(),
        name: site.text(negotiation::table::capacity_key(*capacity)),
    };
    let line = &room.line;
    Ok(Json(CaseView {
        case,
        number: line.number.clone(),
        employer: line.employer_name.clone(),
        union: line.union_name.clone(),
        region: line.region.clone(),
        profile: line.profile.clone(),
        stage: line.stage.clone(),
        stage_name: head.stage,
        steps: head.steps.into_iter().map(|(name, state)| Named { name, text: state.to_owned() }).collect(),
        capacities: room.capacities.iter().map(capacity).collect(),
        head: HeadView { seq: chain.seq, hash: chain.hash.to_string() },
        next,
        owes: owes.into_iter().map(|(urgency, text)| OwedView { text, urgency }).collect(),
        late,
        waiting,
        tasks,
        further,
        agreed,
        apart,
        has_text,
        documents,
        secrets,
        latest: latest.iter().map(Entry::from).collect(),
        relatives,
        now: room.now.to_string(),
    }))
}

/// All duties that ever arose, those that are owed now first and in whole sentences.
#[utoipa::path(
    get, path = "/api/v1/cases/{case}/duties", tag = "case",
    params(("case" = Uuid, Path)), responses((status = 200, body = Vec<Duty>))
)]
pub(crate) async fn duties(
    State(site): Here,
    Caller(caller): Caller,
    Path(case): Path<Uuid>,
) -> Result<Json<Vec<Duty>>, Wrong> {
    let room = Room::enter(&site, &caller, case).await?;
    Ok(Json(told::duties(&site, &room)))
}

/// What happened, record by record.
#[utoipa::path(
    get, path = "/api/v1/cases/{case}/record", tag = "case",
    params(("case" = Uuid, Path)), responses((status = 200, body = Vec<Entry>))
)]
pub(crate) async fn record(
    State(site): Here,
    Caller(caller): Caller,
    Path(case): Path<Uuid>,
) -> Result<Json<Vec<Entry>>, Wrong> {
    let room = Room::enter(&site, &caller, case).await?;
    room.ask(accounts::access::Right::SeeRecord)?;
    Ok(Json(room.told.entries.iter().map(Entry::from).collect()))
}

/// The receipt of one record.
#[utoipa::path(
    get, path = "/api/v1/cases/{case}/records/{seq}", tag = "case",
    params(("case" = Uuid, Path), ("seq" = u64, Path)), responses((status = 200, body = Entry))
)]
pub(crate) async fn receipt(
    State(site): Here,
    Caller(caller): Caller,
    Path((case, seq)): Path<(Uuid, u64)>,
) -> Result<Json<Entry>, Wrong> {
    let room = Room::enter(&site, &caller, case).await?;
    Ok(Json(Entry::from(&record::told(&room, seq, &caller)?)))
}

/// The table: every clause with both sides' last word, and all asks and offers.
#[derive(Serialize, ToSchema)]
pub(crate) struct Table {
    #[serde(flatten)]
    board: board::Clauses,
    gaps: Vec<Gap>,
}

/// The negotiating table.
#[utoipa::path(
    get, path = "/api/v1/cases/{case}/board", tag = "case",
    params(("case" = Uuid, Path)), responses((status = 200, body = Table))
)]
pub(crate) async fn board(
    State(site): Here,
    Caller(caller): Caller,
    Path(case): Path<Uuid>,
) -> Result<Json<Table>, Wrong> {
    let room = Room::enter(&site, &caller, case).await?;
    room.ask(accounts::access::Right::SeeRecord)?;
    Ok(Json(Table { board: board::clauses(&site, &room)?, gaps: told::gaps(&room) }))
}

/// The agreement on one page for whoever works under it.
#[utoipa::path(
    get, path = "/api/v1/cases/{case}/key", tag = "case",
    params(("case" = Uuid, Path)), responses((status = 200, body = KeyPoints))
)]
pub(crate) async fn key(
    State(site): Here,
    Caller(caller): Caller,
    Path(case): Path<Uuid>,
) -> Result<Json<KeyPoints>, Wrong> {
    let room = Room::enter(&site, &caller, case).await?;
    Ok(Json(crate::case::key::key(&site, &caller, &room).await?))
}

/// The papers of a case.
#[utoipa::path(
    get, path = "/api/v1/cases/{case}/documents", tag = "files",
    params(("case" = Uuid, Path)), responses((status = 200, body = Vec<Paper>))
)]
pub(crate) async fn documents(
    State(site): Here,
    Caller(caller): Caller,
    Path(case): Path<Uuid>,
) -> Result<Json<Vec<Paper>>, Wrong> {
    let room = Room::enter(&site, &caller, case).await?;
    room.ask(accounts::access::Right::SeeDocument)?;
    Ok(Json(room.documents(&site).await?.iter().map(|line| paper(&site, line)).collect()))
}

/// The PDF of a paper.
#[utoipa::path(
    get, path = "/api/v1/cases/{case}/documents/{number}/{version}", tag = "files",
    params(("case" = Uuid, Path), ("number" = String, Path), ("version" = u32, Path)),
    responses((status = 200, content_type = "application/pdf", body = Vec<u8>))
)]
pub(crate) async fn document(
    State(site): Here,
    Caller(caller): Caller,
    Path((case, number, version)): Path<(Uuid, String, u32)>,
) -> Result<Response, Wrong> {
    Ok(papers::document_of(&site, &caller, case, &number, version).await?)
}

/// A file that was handed in.
#[utoipa::path(
    get, path = "/api/v1/cases/{case}/files/{sha256}", tag = "files",
    params(("case" = Uuid, Path), ("sha256" = String, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Vec<u8>))
)]
pub(crate) async fn file(
    State(site): Here,
    Caller(caller): Caller,
    Path((case, sha256)): Path<(Uuid, String)>,
) -> Result<Response, Wrong> {
    Ok(papers::attachment_of(&site, &caller, case, &sha256).await?)
}

/// Hands a file in, to be named by an act. Its name is its SHA-256, so that the same again changes nothing.
#[utoipa::path(
    put, path = "/api/v1/cases/{case}/files/{sha256}", tag = "files",
    params(("case" = Uuid, Path), ("sha256" = String, Path)),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 204))
)]
pub(crate) async fn hand_in_file(
    State(site): Here,
    Caller(caller): Caller,
    Path((case, sha256)): Path<(Uuid, String)>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<StatusCode, Wrong> {
    Room::enter(&site, &caller, case).await?;
    let bytes =
        body.map_err(|rejection| unreadable(&site, rejection.status(), "pages-fault-upload", &rejection.body_text()))?;
    let named = sha256.parse::<Digest>().ok();
    if bytes.is_empty() || named != Some(Digest::sha256(&bytes)) {
        let found = Digest::sha256(&bytes).to_string();
        return Err(unreadable(&site, StatusCode::UNPROCESSABLE_ENTITY, "pages-api-file-name", &found).into());
    }
    let name = headers.get("x-file-name").and_then(|name| name.to_str().ok()).unwrap_or("file");
    let name: String =
        name.chars().filter(|c| c.is_ascii_graphic() && !matches!(c, '/' | '\\' | '"')).take(100).collect();
    let attachment = Attachment { bytes: bytes.to_vec(), name };
    site.desk.chore(Chore::Attachment { case, attachment }).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn unreadable(site: &Site, status: StatusCode, key: &'static str, what: &str) -> Problem {
    Problem::new(&site.texts, status, "unreadable", &messages::Said::new(key).arg("what", what))
}

/// Who read what was disclosed in confidence, and when.
#[utoipa::path(
    get, path = "/api/v1/cases/{case}/reads", tag = "files",
    params(("case" = Uuid, Path)), responses((status = 200, body = Vec<Reading>))
)]
pub(crate) async fn reads(
    State(site): Here,
    Caller(caller): Caller,
    Path(case): Path<Uuid>,
) -> Result<Json<Vec<Reading>>, Wrong> {
    let room = Room::enter(&site, &caller, case).await?;
    Ok(Json(crate::case::reads::reads(&site, &room).await?))
}
