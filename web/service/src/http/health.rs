//! Whether the process lives, whether it can serve, and its figures.

use std::time::Duration;

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use messages::Said;
use store::CaseFilter;
use tokio::time::timeout;

use super::Door;
use crate::problem::Problem;

/// So long a database may take to answer the question whether it is there.
const PATIENCE: Duration = Duration::from_secs(2);

/// The process lives. Says nothing about the database, so that a failing one doesn't get every process restarted.
pub(crate) async fn alive() -> &'static str {
    "ok\n"
}

/// The database answers.
pub(crate) async fn ready(State(door): State<Door>) -> Response {
    let question = door.desk.store().cases(&CaseFilter::All, None, 1);
    match timeout(PATIENCE, question).await {
        Ok(Ok(_)) => "ok\n".into_response(),
        Ok(Err(_)) | Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "database\n").into_response(),
    }
}

/// Figures for operators.
pub(crate) async fn metrics(State(door): State<Door>) -> Response {
    match door.metrics.text() {
        Ok(text) => {
            let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
            ([(header::CONTENT_TYPE, kind)], text).into_response()
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// There is nothing under this path.
pub(crate) async fn nothing_here(State(door): State<Door>) -> Problem {
    Problem::new(&door.texts, StatusCode::NOT_FOUND, "not-found", &Said::new("service-not-found-detail"))
}
