//! Who asks, and which cases are theirs.

use axum::Json;
use axum::extract::{Query, State};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::Wrong;
use crate::desk;
use crate::home::{self, After, may_open};
use crate::room::Urgency;
use crate::session::Caller;
use crate::site::Here;

/// Who asks.
#[derive(Serialize, ToSchema)]
pub(crate) struct Me {
    id: Uuid,
    login: String,
    name: String,
    /// They may open a case with an employer for whom they stand.
    may_open: bool,
    /// The bureau's queue is theirs.
    queue: bool,
    /// For whom they stand.
    standings: Vec<StandingView>,
    /// Now, as the server counts.
    now: String,
}

/// In which capacity somebody stands for whom.
#[derive(Serialize, ToSchema)]
pub(crate) struct StandingView {
    #[schema(value_type = String)]
    capacity: &'static str,
    capacity_name: String,
    /// `case`, `employer` or `region`.
    #[schema(value_type = String)]
    kind: &'static str,
    /// Id of the case, code of the employer, first digits of the region.
    scope: String,
}

/// Who asks.
#[utoipa::path(get, path = "/api/v1/me", tag = "me", responses((status = 200, body = Me)))]
pub(crate) async fn me(State(site): Here, Caller(caller): Caller) -> Json<Me> {
    let account = &caller.signed.account;
    let standings = caller.signed.standings.iter().map(|standing| StandingView {
        capacity: standing.capacity.name(),
        capacity_name: site.text(negotiation::table::capacity_key(standing.capacity)),
        kind: standing.scope.kind(),
        scope: standing.scope.key(),
    });
    Json(Me {
        id: account.id,
        login: account.login.clone(),
        name: account.name.clone(),
        may_open: may_open(&caller),
        queue: desk::admits(&caller, accounts::access::Right::SeeQueue),
        standings: standings.collect(),
        now: site.desk.now().to_string(),
    })
}

/// A page of cases.
#[derive(Serialize, ToSchema)]
pub(crate) struct Cases {
    cases: Vec<CaseRow>,
    /// What the next page comes after.
    more: Option<Uuid>,
}

/// A case in the list.
#[derive(Serialize, ToSchema)]
pub(crate) struct CaseRow {
    case: Uuid,
    employer: String,
    number: String,
    stage: String,
    /// What to do next.
    next: String,
    /// Last day of what is owed first.
    due: Option<String>,
    /// Who owes it, in a sentence.
    owed: Option<String>,
    urgency: Option<Urgency>,
}

/// The cases of whoever asks, the most pressing of a page first.
#[utoipa::path(get, path = "/api/v1/cases", tag = "me", params(After), responses((status = 200, body = Cases)))]
pub(crate) async fn cases(
    State(site): Here,
    Caller(caller): Caller,
    Query(after): Query<After>,
) -> Result<Json<Cases>, Wrong> {
    let (rows, more) = home::cases(&site, &caller, after.after).await?;
    let row = |row: home::Row| {
        let (urgency, owed) = row.urgent.unzip();
        let due = row.due.map(|due| due.to_string());
        CaseRow {
            case: row.case,
            employer: row.employer,
            number: row.number,
            stage: row.stage,
            next: row.next,
            due,
            owed,
            urgency,
        }
    };
    Ok(Json(Cases { cases: rows.into_iter().map(row).collect(), more }))
}
