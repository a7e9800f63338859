//! Who may come in, for how long, and what the log calls the request.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{ConnectInfo, DefaultBodyLimit, FromRequest, Request, State};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use ledger::Digest;
use messages::{Catalogue, Said};
use tracing::Instrument;
use uuid::Uuid;

use super::{Door, acts};
use crate::problem::Problem;

static REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Where acts are handed in as they are recorded.
pub(crate) const ACTS: &str = "/api/v1/acts";

/// Headers by which a proxy says that a request comes from elsewhere.
const FORWARDED: [&str; 4] = ["forwarded", "via", "x-forwarded-for", "x-real-ip"];

/// The door for programs on this machine.
#[derive(Clone)]
pub(crate) struct Machine {
    pub(crate) door: Door,
    pub(crate) max_body: usize,
}

/// Takes acts from programs on this machine that bring the configured token: they may speak for anybody, so they are let
/// in from nowhere else, also not through a proxy. Everybody else goes on to the pages, with a session or a token of their
/// own.
pub(crate) async fn machine(State(machine): State<Machine>, mut request: Request, next: Next) -> Response {
    let acts = request.uri().path() == ACTS && request.method() == Method::POST;
    if !acts || !is_machine(&machine.door, &request) {
        return next.run(request).await;
    }
    DefaultBodyLimit::max(machine.max_body).apply(&mut request);
    let body = Bytes::from_request(request, &machine.door).await;
    acts::post(State(machine.door), body).await
}

fn is_machine(door: &Door, request: &Request) -> bool {
    let brought = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = brought.and_then(|value| value.strip_prefix("Bearer ")).map(|token| Digest::sha256(token.as_bytes()));
    let from = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let own = from.is_some_and(|from| from.0.ip().to_canonical().is_loopback());
    let passed_on = FORWARDED.iter().any(|name| request.headers().contains_key(*name));
    token.is_some() && token == door.token && own && !passed_on
}

/// There is nothing here for whoever brings no token.
pub(crate) async fn unauthorized(State(door): State<Door>) -> Response {
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

/// A path as the log may have it: without the links that only their bearers know, which lead to a vote or an account.
fn loggable(path: &str) -> &str {
    let first = path.split('/').nth(1).unwrap_or_default();
    match first {
        "i" | "r" | "s" | "v" | "w" => &path[..=first.len()],
        _ => path,
    }
}

/// Gives every request an id, or takes the one that a proxy gave it, and names it in the log and in the answer.
pub(crate) async fn request_id(request: Request, next: Next) -> Response {
    let given = request.headers().get(&REQUEST_ID).and_then(|id| id.to_str().ok());
    let fits = |id: &&str| (8..=64).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let id = given.filter(fits).map_or_else(|| Uuid::now_v7().to_string(), str::to_owned);
    let span = tracing::info_span!("request", id, method = %request.method(), path = loggable(request.uri().path()));
    let mut response = next.run(request).instrument(span.clone()).await;
    span.in_scope(|| tracing::info!(status = response.status().as_u16(), "answered"));
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID.clone(), id);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::loggable;

    #[test]
    fn the_log_has_no_personal_link() {
        for (path, logged) in [
            ("/v/01900000-0000-7000-8000-000000000001/f2a1/choose", "/v"),
            ("/i/secret", "/i"),
            ("/r/secret", "/r"),
            ("/v", "/v"),
            ("/ballots/1/cast", "/ballots/1/cast"),
            ("/virtual/x", "/virtual/x"),
            ("", ""),
        ] {
            assert_eq!(loggable(path), logged);
        }
    }
}
