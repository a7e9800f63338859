//! `POST /api/v1/acts` of programs on this machine: one act in, one receipt or one problem out.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::{Json, extract::rejection::BytesRejection};
use law::time::Moment;
use ledger::Digest;
use messages::Said;
use negotiation::{Actor, Capacity, Command, Head};
use serde::{Deserialize, Serialize};
use store::{Receipt, Recorded};
use uuid::Uuid;

use super::Door;
use crate::problem::Problem;

/// An act as it is handed in.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Handed {
    /// Id of the act, UUIDv7: the key by which a repetition is recognised.
    act: Uuid,
    actor: Speaker,
    case: Uuid,
    command: Command,
    /// The head on which the caller decided.
    #[serde(default)]
    expected_head: Option<Expected>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Speaker {
    capacity: Capacity,
    id: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    hash: Digest,
    seq: u64,
}

/// A receipt as it is handed out.
#[derive(Debug, Serialize)]
struct Given {
    case: Uuid,
    #[serde(flatten)]
    act: Line,
    /// What the clock struck before the act.
    struck: Vec<Line>,
}

/// A record of a receipt.
#[derive(Debug, Serialize)]
struct Line {
    act: Uuid,
    at: Moment,
    hash: Digest,
    seq: u64,
}

impl From<&Recorded> for Line {
    fn from(recorded: &Recorded) -> Self {
        Self { act: recorded.act, at: recorded.at, hash: recorded.hash, seq: recorded.seq }
    }
}

pub(crate) async fn post(State(door): State<Door>, body: Result<Bytes, BytesRejection>) -> Response {
    let body = match body {
        Ok(body) => body,
        Err(rejection) => return unreadable(&door, rejection.status(), "service-body-detail", &rejection.body_text()),
    };
    let mut json = serde_json::Deserializer::from_slice(&body);
    let handed: Handed = match serde_path_to_error::deserialize(&mut json) {
        Ok(handed) => handed,
        Err(error) => {
            let what = format!("{}: {}", error.path(), error.inner());
            return unreadable(&door, StatusCode::BAD_REQUEST, "service-unreadable-detail", &what);
        }
    };
    if json.end().is_err() {
        return unreadable(&door, StatusCode::BAD_REQUEST, "service-unreadable-detail", "…");
    }
    if handed.act.get_version_num() != 7 || handed.case.get_version_num() != 7 {
        let said = Said::new("service-id-detail");
        return Problem::new(&door.texts, StatusCode::BAD_REQUEST, "unreadable", &said).into_response();
    }
    let side = handed.actor.capacity.side();
    let actor = Actor { capacity: handed.actor.capacity, id: handed.actor.id, side };
    let head = handed.expected_head.map(|head| Head { hash: head.hash, seq: head.seq });
    let ended = door.desk.act(handed.act, handed.case, actor, handed.command, head).await;
    match ended {
        Ok(receipt) => (StatusCode::CREATED, Json(given(&receipt))).into_response(),
        Err(error) => {
            tracing::info!(%error, "not recorded");
            Problem::submit(&door.texts, &error).into_response()
        }
    }
}

fn given(receipt: &Receipt) -> Given {
    Given {
        case: receipt.case,
        act: Line::from(&receipt.act),
        struck: receipt.strikes.iter().map(Line::from).collect(),
    }
}

fn unreadable(door: &Door, status: StatusCode, key: &'static str, what: &str) -> Response {
    let said = Said::new(key).arg("what", what);
    Problem::new(&door.texts, status, "unreadable", &said).into_response()
}
