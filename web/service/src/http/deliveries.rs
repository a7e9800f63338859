//! `POST /api/v1/deliveries/<receiver>`: a receiver, or the mail server's own program as `mail`, reports that a message
//! arrived, or that it came back.
//!
//! Whoever reports signs with the secret of the receiver, as Standard Webhooks has it, and can only speak of messages
//! that went over it. Of an act that somebody must be told of the report is recorded in the case's chain, as evidence. It
//! delivers nothing for anybody: under CIV 137 and ESL 11 what counts as service is for the receiving side to have settled,
//! and `record_delivery` is theirs.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use messages::Said;
use negotiation::command::NoticeOutcome;
use serde::Deserialize;
use store::{Chore, MessageId, SubmitError};

use super::Door;
use crate::jobs::{goes_over, proof};
use crate::outgoing;
use crate::problem::Problem;

/// The longest reason that is kept, in characters.
const REASON: usize = 200;

/// A report.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Report {
    /// The `webhook-id` under which the message came; of a mail, what stands before the @ in its `Message-ID`.
    message: String,
    /// Why it came back.
    #[serde(default)]
    reason: String,
    status: Status,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Status {
    Bounced,
    Delivered,
}

impl Status {
    const fn outcome(self) -> NoticeOutcome {
        match self {
            Self::Bounced => NoticeOutcome::Returned,
            Self::Delivered => NoticeOutcome::Delivered,
        }
    }
}

pub(crate) async fn post(
    State(door): State<Door>,
    Path(receiver): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let (id, seconds, signed) = (header("webhook-id"), header("webhook-timestamp"), header("webhook-signature"));
    let secrets = door.receivers.reporting(&receiver);
    if !secrets.is_some_and(|secrets| secrets.verify(id, seconds, signed, &body, door.desk.now())) {
        let said = Said::new("service-signature-detail");
        return Problem::new(&door.texts, StatusCode::UNAUTHORIZED, "unauthorized", &said).into_response();
    }
    let report: Report = match serde_json::from_slice(&body) {
        Ok(report) => report,
        Err(error) => {
            let said = Said::new("service-unreadable-detail").arg("what", error);
            return Problem::new(&door.texts, StatusCode::BAD_REQUEST, "unreadable", &said).into_response();
        }
    };
    match note(&door, &receiver, &report).await {
        Ok(true) => StatusCode::NO_CONTENT.into_response(),
        Ok(false) => {
            let said = Said::new("service-no-message-detail");
            Problem::new(&door.texts, StatusCode::NOT_FOUND, "not-found", &said).into_response()
        }
        Err(error) => Problem::submit(&door.texts, &error).into_response(),
    }
}

/// Notes a report; the same again changes nothing. Whether there is such a message of this receiver.
async fn note(door: &Door, receiver: &str, report: &Report) -> Result<bool, SubmitError> {
    let Some(id) = outgoing::named(&report.message) else { return Ok(false) };
    let MessageId { case, seq, part } = id;
    let before = part.checked_sub(1).map(|part| (seq, part));
    let Some(before) = before else { return Ok(false) };
    let found = door.desk.store().messages_of(case, Some(before), 1).await?;
    let own = found.first().filter(|it| it.message.id == id && goes_over(&it.message.audience, receiver));
    let Some(own) = own else { return Ok(false) };
    // First what proves it: a report whose answer is lost comes again, and is recorded once.
    proof::record(&door.desk, &own.message, report.status.outcome()).await?;
    let at = door.desk.now();
    door.desk
        .chore(match report.status {
            Status::Delivered => Chore::Delivered { id, at },
            Status::Bounced => {
                let reason: String = report.reason.chars().filter(|c| !c.is_control()).take(REASON).collect();
                let problem =
                    door.texts.say(&Said::new("service-bounced").arg("receiver", receiver).arg("what", reason));
                Chore::Bounced { id, at, problem }
            }
        })
        .await?;
    Ok(true)
}
