//! Who may come in, for how long, and what the log calls the request.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use ledger::Digest;
use messages::{Catalogue, Said};
use tracing::Instrument;
use uuid::Uuid;

use super::Door;
use crate::problem::Problem;

static REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Lets callers in who bring the token.
pub(crate) async fn bearer(State(door): State<Door>, request: Request, next: Next) -> Response {
    let brought = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = brought.and_then(|value| value.strip_prefix("Bearer "));
    if token.is_some_and(|token| Digest::sha256(token.as_bytes()) == door.token) {
        return next.run(request).await;
    }
    let said = Said::new("service-unauthorized-detail");
    let mut response = Problem::new(&door.texts, StatusCode::UNAUTHORIZED, "unauthorized", &said).into_response();
    response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    response
}

/// How long a request may take.
#[derive(Clone)]
pub(crate) struct Patience {
    pub(crate) longest: Duration,
    pub(crate) texts: Arc<Catalogue>,
}

/// Gives a request up that takes too long, whether its body doesn't come or the database doesn't answer. What it handed in
/// may be recorded all the same: the same id again tells.
pub(crate) async fn patience(State(patience): State<Patience>, request: Request, next: Next) -> Response {
    match tokio::time::timeout(patience.longest, next.run(request)).await {
        Ok(response) => response,
        Err(_) => {
            let said = Said::new("service-slow-detail").arg("seconds", patience.longest.as_secs().max(1));
            Problem::new(&patience.texts, StatusCode::SERVICE_UNAVAILABLE, "slow", &said).into_response()
        }
    }
}

/// Gives every request an id, or takes the one that a proxy gave it, and names it in the log and in the answer.
pub(crate) async fn request_id(request: Request, next: Next) -> Response {
    let given = request.headers().get(&REQUEST_ID).and_then(|id| id.to_str().ok());
    let fits = |id: &&str| (8..=64).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let id = given.filter(fits).map_or_else(|| Uuid::now_v7().to_string(), str::to_owned);
    let span = tracing::info_span!("request", id, method = %request.method(), path = request.uri().path());
    let mut response = next.run(request).instrument(span.clone()).await;
    span.in_scope(|| tracing::info!(status = response.status().as_u16(), "answered"));
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID.clone(), id);
    }
    response
}
