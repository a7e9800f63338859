//! The door: acts and health on one port, metrics and readiness on another.

mod acts;
mod deliveries;
mod guard;
mod health;

use std::sync::Arc;
use std::time::Duration;

use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Router, middleware};
use ledger::Digest;
use messages::Catalogue;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;

use crate::Config;
use crate::desk::Desk;
use crate::metrics::Metrics;
use crate::outgoing::Receivers;

/// What every request is answered with.
#[derive(Clone)]
pub(crate) struct Door {
    pub(crate) desk: Desk,
    pub(crate) metrics: Metrics,
    pub(crate) receivers: Receivers,
    pub(crate) texts: Arc<Catalogue>,
    /// SHA-256 of the token: comparing digests says nothing about the token by how long it takes.
    pub(crate) token: Digest,
}

/// Acts and health.
pub(crate) fn public(door: Door, config: &Config) -> Router {
    let given_up = TimeoutLayer::with_status_code(
        StatusCode::SERVICE_UNAVAILABLE,
        Duration::from_millis(config.listen.timeout_ms),
    );
    Router::new()
        .route("/api/v1/acts", post(acts::post))
        .route_layer(middleware::from_fn_with_state(door.clone(), guard::bearer))
        .route("/api/v1/deliveries/{receiver}", post(deliveries::post))
        .route("/healthz", get(health::alive))
        .fallback(health::nothing_here)
        .layer(DefaultBodyLimit::max(config.listen.max_body))
        .layer(given_up)
        .layer(middleware::from_fn(guard::request_id))
        .layer(CatchPanicLayer::new())
        .with_state(door)
}

/// Metrics and readiness.
pub(crate) fn operators(door: Door) -> Router {
    Router::new().route("/readyz", get(health::ready)).route("/metrics", get(health::metrics)).with_state(door)
}
