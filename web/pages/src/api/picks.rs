//! What is chosen before a form: an act on paper, a fact to correct; and what waits for a second person.

use axum::Json;
use axum::extract::{Path, State};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::Wrong;
use super::case::Named;
use crate::case::mending::{Choice, Choices, Waiting, corrections, on_paper};
use crate::room::Room;
use crate::session::Caller;
use crate::site::Here;

/// What can be chosen, and what waits.
#[derive(Serialize, ToSchema)]
pub(crate) struct Picks {
    choices: Vec<Choice>,
    /// Whoever asks may choose.
    may: bool,
    waiting: Vec<WaitingView>,
}

/// Something that waits for a second person.
#[derive(Serialize, ToSchema)]
pub(crate) struct WaitingView {
    /// The command that confirms it.
    #[schema(value_type = String)]
    command: &'static str,
    name: String,
    /// What was entered, line by line.
    lines: Vec<Named>,
    /// SHA-256 of the scan.
    scan: Option<String>,
    /// The record that brought it in.
    seq: u64,
    texts: Vec<String>,
}

impl From<Choices> for Picks {
    fn from(Choices { choices, may, waiting }: Choices) -> Self {
        let view = |one: Waiting| WaitingView {
            command: one.command,
            name: one.name,
            lines: one
                .lines
                .into_iter()
                .map(|line| Named { name: line.name, text: line.link.unwrap_or(line.text) })
                .collect(),
            scan: one.scan,
            seq: one.seq,
            texts: one.texts,
        };
        Self { choices, may, waiting: waiting.into_iter().map(view).collect() }
    }
}

/// Acts that can be entered as done on paper, and those that wait.
#[utoipa::path(
    get, path = "/api/v1/cases/{case}/paper", tag = "acts",
    params(("case" = Uuid, Path)), responses((status = 200, body = Picks))
)]
pub(crate) async fn paper(
    State(site): Here,
    Caller(caller): Caller,
    Path(case): Path<Uuid>,
) -> Result<Json<Picks>, Wrong> {
    let room = Room::enter(&site, &caller, case).await?;
    Ok(Json(on_paper(&site, &room)?.into()))
}

/// Facts that can be corrected, and corrections and slips that wait.
#[utoipa::path(
    get, path = "/api/v1/cases/{case}/correct", tag = "acts",
    params(("case" = Uuid, Path)), responses((status = 200, body = Picks))
)]
pub(crate) async fn correct(
    State(site): Here,
    Caller(caller): Caller,
    Path(case): Path<Uuid>,
) -> Result<Json<Picks>, Wrong> {
    let room = Room::enter(&site, &caller, case).await?;
    Ok(Json(corrections(&site, &room)?.into()))
}
