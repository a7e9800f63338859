//! What a program sends for an act, and what it gets back.

use axum::http::{HeaderMap, StatusCode};
use messages::Said;
use negotiation::Head;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use service::{FieldProblem, Problem};
use store::{Receipt, Recorded};
use utoipa::ToSchema;
use uuid::Uuid;

use super::Wrong;
use crate::act::{Asked, Fault, FieldView, Place, label};
use crate::site::Site;

/// An act, filled in by the fields of its form.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Filling {
    /// The capacity in which it is given; the first fitting one where it isn't named.
    #[serde(rename = "as")]
    #[schema(nullable = false)]
    pub(crate) capacity: String,
    /// The clause that it is about.
    pub(crate) clause: String,
    /// The act on paper that is entered, or the fact that is corrected.
    pub(crate) pick: String,
    /// The fields of the form, nested as the form nests them.
    #[schema(value_type = Object)]
    pub(crate) fields: Map<String, Value>,
    /// Fields that aren't named keep what a person would find filled in.
    pub(crate) prefilled: bool,
    /// The side for which the recorder of a session writes, `worker` or `employer`; of nobody else it is asked.
    pub(crate) side: String,
    /// The head of the case on which it was decided; where the case has moved on, nothing is recorded.
    pub(crate) expected_head: Option<Expected>,
}

/// The head of a case.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Expected {
    /// SHA-256 of the newest record.
    #[schema(value_type = String, pattern = "^[0-9a-f]{64}$")]
    pub(crate) hash: ledger::Digest,
    /// Its number.
    pub(crate) seq: u64,
}

impl Filling {
    pub(crate) fn asked(&self) -> Asked {
        Asked {
            capacity: self.capacity.clone(),
            clause: self.clause.clone(),
            pick: self.pick.clone(),
            side: self.side.clone(),
        }
    }

    pub(crate) fn head(&self) -> Option<Head> {
        self.expected_head.as_ref().map(|head| Head { hash: head.hash, seq: head.seq })
    }
}

/// A form.
#[derive(Serialize, ToSchema)]
pub(crate) struct FormOf {
    pub(crate) command: String,
    /// Name of the act.
    pub(crate) name: String,
    /// Articles on which it rests.
    pub(crate) articles: String,
    /// The capacity in which it would be given.
    #[schema(value_type = String)]
    pub(crate) capacity: &'static str,
    pub(crate) capacity_name: String,
    /// What it is, in a few sentences.
    pub(crate) intro: String,
    pub(crate) fields: Vec<FieldView>,
}

/// What an act would lead to.
#[derive(Serialize, ToSchema)]
pub(crate) struct Outcome {
    /// What was filled in, line by line.
    pub(crate) lines: Vec<super::case::Named>,
    /// What would be recorded: what the clock would strike before it, then the act with what follows.
    pub(crate) entries: Vec<super::told::Entry>,
}

/// A receipt: the act is recorded.
#[derive(Serialize, ToSchema)]
pub(crate) struct ReceiptView {
    pub(crate) case: Uuid,
    /// Id of the act.
    pub(crate) act: Uuid,
    /// Recording time.
    pub(crate) at: String,
    /// Hash of the record.
    pub(crate) hash: String,
    /// Number of the record.
    pub(crate) seq: u64,
}

impl ReceiptView {
    pub(crate) fn of(receipt: &Receipt) -> Self {
        let Recorded { act, at, hash, seq, .. } = &receipt.act;
        Self { case: receipt.case, act: *act, at: at.to_string(), hash: hash.to_string(), seq: *seq }
    }
}

/// The id of the act that a write is to be: `Idempotency-Key`, a UUID of version 7.
pub(crate) fn key(site: &Site, headers: &HeaderMap) -> Result<Uuid, Wrong> {
    let given = headers.get("idempotency-key").and_then(|key| key.to_str().ok()).unwrap_or_default();
    let key: Option<Uuid> = given.trim().trim_matches('"').parse().ok();
    match key.filter(|key| key.get_version_num() == 7) {
        Some(key) => Ok(key),
        None => {
            let said = Said::new("pages-api-key");
            Err(Problem::new(&site.texts, StatusCode::BAD_REQUEST, "unreadable", &said).into())
        }
    }
}

/// What was filled in wrong, field by field.
pub(crate) fn faulty(site: &Site, place: &Place, faults: &[Fault]) -> Problem {
    let said = Said::new("pages-api-faults").arg("count", faults.len());
    let mut problem = Problem::new(&site.texts, StatusCode::UNPROCESSABLE_ENTITY, "fields", &said);
    let ask = place.ask();
    problem.errors = faults
        .iter()
        .map(|fault| {
            let command = match ask.inner() {
                Some((command, _)) if fault.path.starts_with("act.") => command,
                Some(_) | None => place.command.as_str(),
            };
            let known = !fault.path.is_empty() && fault.said.key != "pages-fault-no-field";
            let name = if known { label(site, command, &fault.path) } else { String::new() };
            FieldProblem { field: fault.path.clone(), name, detail: site.say(&fault.said) }
        })
        .collect();
    problem
}
