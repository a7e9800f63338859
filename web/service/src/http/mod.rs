//! The door: acts and health on one port, metrics and readiness on another.

mod acts;
pub(crate) mod connections;
mod deliveries;
mod guard;
mod health;

use std::sync::Arc;

use axum::extract::DefaultBodyLimit;
use axum::routing::{any, get, post};
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
    /// SHA-256 of the machines' token, where there is one: comparing digests says nothing about the token by how long it
    /// takes.
    pub(crate) token: Option<Digest>,
}

/// The largest body that pages take, in bytes: a scan that is handed in.
const MAX_UPLOAD: usize = 20 << 20;

/// Every path of this crate: method, path, and the name under which `pages` says who may (docs/routes.md). A test
/// compares it with the routers below.
pub const ROUTES: &[(&str, &str, &str)] = &[
    ("POST", guard::ACTS, "machine"),
    ("POST", "/api/v1/deliveries/{receiver}", "receiver"),
    ("GET", "/healthz", "anyone"),
    ("GET", "/readyz", "operator"),
    ("GET", "/metrics", "operator"),
];

/// Health, reports of receivers, acts of programs on this machine, and the pages of the program.
pub(crate) fn public(door: Door, config: &Config, pages: Option<Router>) -> Router {
    let patience = guard::Patience { longest: config.listen.timeout(), texts: Arc::clone(&door.texts) };
    let machine = guard::Machine { door: door.clone(), max_body: config.listen.max_body };
    let own = Router::new()
        .route("/api/v1/deliveries/{receiver}", post(deliveries::post))
        .route("/healthz", get(health::alive))
        .layer(DefaultBodyLimit::max(config.listen.max_body));
    let all = match pages {
        None => own.route(guard::ACTS, any(guard::unauthorized)).fallback(health::nothing_here).with_state(door),
        Some(pages) => own.with_state(door).merge(pages.layer(DefaultBodyLimit::max(MAX_UPLOAD))),
    };
    all.layer(middleware::from_fn_with_state(machine, guard::machine))
        .layer(middleware::from_fn_with_state(patience, guard::patience))
        .layer(middleware::from_fn(guard::request_id))
        .layer(CatchPanicLayer::new())
}

/// Metrics and readiness.
pub(crate) fn operators(door: Door) -> Router {
    Router::new().route("/readyz", get(health::ready)).route("/metrics", get(health::metrics)).with_state(door)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_of_this_crate_stands_in_the_list() {
        let source = include_str!("mod.rs").split("#[cfg(test)]").next().unwrap();
        let paths = source.split(".route(\"").skip(1).map(|rest| rest.split('"').next().unwrap());
        let mut found: Vec<&str> = paths.chain([guard::ACTS]).collect();
        let mut listed: Vec<&str> = ROUTES.iter().map(|(_, path, _)| *path).collect();
        found.sort_unstable();
        listed.sort_unstable();
        assert_eq!(found, listed);
    }
}
