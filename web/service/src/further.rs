//! What a program adds to its server: pages on the public port, and jobs of its own.

use std::pin::Pin;

use axum::Router;
use tokio::sync::watch;

use crate::desk::Desk;

/// The pages of a program, made for a desk.
pub type Pages = Box<dyn FnOnce(Desk) -> Router + Send>;

/// A job of a program, begun at a desk; it ends soon after the watched value turns true.
pub type Job = Box<dyn FnOnce(Desk, watch::Receiver<bool>) -> Pin<Box<dyn Future<Output = ()> + Send>> + Send>;

/// What a program adds to its server; nothing by default.
#[derive(Default)]
pub struct Further {
    /// Pages on the public port, with their own answer for what isn't there. Request ids, time-out and panic catcher
    /// stand around them; their bodies may be as large as a file that is handed in.
    pub pages: Option<Pages>,
    /// Jobs that go on until the server stops.
    pub jobs: Vec<Job>,
}
