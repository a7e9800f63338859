//! The bureau's queue, and one file on its desk.

use axum::Json;
use axum::extract::{Path, Query, State};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::Wrong;
use super::case::Named;
use crate::case::overview::{Button, Paper};
use crate::desk::checks::{Row, Tally, area_name};
use crate::desk::difference::Difference;
use crate::desk::proof::Step;
use crate::desk::queue::{self, Desk, Sheet};
use crate::desk::review::{self, enter};
use crate::session::Caller;
use crate::site::Here;

/// What waits for the bureau, by last day.
#[utoipa::path(get, path = "/api/v1/queue", tag = "desk", params(Sheet), responses((status = 200, body = Desk)))]
pub(crate) async fn queue(
    State(site): Here,
    Caller(caller): Caller,
    Query(sheet): Query<Sheet>,
) -> Result<Json<Desk>, Wrong> {
    Ok(Json(queue::desk(&site, &caller, sheet.sheet).await?))
}

/// A file on the desk.
#[derive(Serialize, ToSchema)]
pub(crate) struct Filed {
    stage: String,
    /// Number under which it is registered.
    registered: Option<String>,
    copies: u32,
    materials: Vec<String>,
    /// An opinion is on its way.
    opinion: bool,
    /// The text can be returned or objected to.
    reviewable: bool,
    checks: Vec<Check>,
    tally: Tally,
    /// Parties, lists, vote, signatures.
    facts: Vec<Named>,
    /// The procedure, step by step.
    steps: Vec<Step>,
    /// What differs from the agreement before.
    difference: Option<Difference>,
    documents: Vec<Paper>,
    /// Decisions that can be given now.
    decisions: Vec<Button>,
}

/// A check.
#[derive(Serialize, ToSchema)]
pub(crate) struct Check {
    rule: String,
    area: String,
    /// `pass`, `amber`, `breach`, `unchecked`.
    #[schema(value_type = String)]
    outcome: &'static str,
    outcome_name: String,
    found: String,
    required: String,
    articles: String,
    /// The clause that it is about.
    clause: Option<String>,
    /// The record that noted it.
    seq: Option<u64>,
}

/// One file: checks, procedure, papers, what differs from the agreement before, and what may be decided.
#[utoipa::path(
    get, path = "/api/v1/cases/{case}/review", tag = "desk",
    params(("case" = Uuid, Path)), responses((status = 200, body = Filed))
)]
pub(crate) async fn review(
    State(site): Here,
    Caller(caller): Caller,
    Path(case): Path<Uuid>,
) -> Result<Json<Filed>, Wrong> {
    let room = enter(&site, &caller, case).await?;
    let file = review::file(&site, &caller, &room).await?;
    let check = |row: Row| Check {
        area: area_name(&site, row.area),
        outcome: row.class(),
        rule: row.rule,
        outcome_name: row.outcome_name,
        found: row.found,
        required: row.required,
        articles: row.articles,
        clause: row.clause,
        seq: row.seq,
    };
    Ok(Json(Filed {
        stage: file.stage,
        registered: file.registered,
        copies: file.copies,
        materials: file.materials,
        opinion: file.opinion,
        reviewable: file.reviewable,
        checks: file.rows.into_iter().map(check).collect(),
        tally: file.tally,
        facts: file.facts.into_iter().map(|(name, text)| Named { name, text }).collect(),
        steps: file.steps,
        difference: file.difference,
        documents: file.documents,
        decisions: file.decisions,
    }))
}
