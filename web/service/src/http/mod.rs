//! The door: acts and health on one port, metrics and readiness on another.

mod acts;
pub(crate) mod connections;
mod deliveries;
mod guard;
mod health;

use std::sync::Arc;

use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use axum::{Router, middleware};
use ledger::Digest;
use messages::Catalogue;
use tower_http::catch_panic::CatchPanicLayer;

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

/// The largest body that pages take, in bytes: a scan that is handed in.
const MAX_UPLOAD: usize = 20 << 20;

/// Acts and health, and the pages of the program.
pub(crate) fn public(door: Door, config: &Config, pages: Option<Router>) -> Router {
    let patience = guard::Patience { longest: config.listen.timeout(), texts: Arc::clone(&door.texts) };
    let own = Router::new()
        .route("/api/v1/acts", post(acts::post))
        .route_layer(middleware::from_fn_with_state(door.clone(), guard::bearer))
        .route("/api/v1/deliveries/{receiver}", post(deliveries::post))
        .route("/healthz", get(health::alive))
        .layer(DefaultBodyLimit::max(config.listen.max_body));
    let all = match pages {
        None => own.fallback(health::nothing_here).with_state(door),
        Some(pages) => own.with_state(door).merge(pages.layer(DefaultBodyLimit::max(MAX_UPLOAD))),
    };
    all.layer(middleware::from_fn_with_state(patience, guard::patience))
        .layer(middleware::from_fn(guard::request_id))
        .layer(CatchPanicLayer::new())
}

/// Metrics and readiness.
pub(crate) fn operators(door: Door) -> Router {
    Router::new().route("/readyz", get(health::ready)).route("/metrics", get(health::metrics)).with_state(door)
}
