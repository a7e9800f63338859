//! What runs for months: configuration, the door for acts over HTTP, the clock, the outbox, mail, health and metrics.
//!
//! A crate of its own beside the program, without the typesetting engine, so that it builds and is tested in seconds.
//! [`Service::start`] brings everything up on two ports: one for acts, one for operators (metrics and readiness). Nothing
//! here decides anything: an act goes through [`Desk`], the only caller of the store's writer, and what falls due is
//! struck by the same pure functions when the clock asks.
//!
//! Invariants: whoever is answered with a receipt finds the record on the disk; a request id stands in every line of the
//! log about a request; no secret and no personal data is logged; a process that stops finishes what it has begun.

pub mod ballots;
mod config;
pub mod counted;
mod desk;
pub mod family;
mod further;
mod http;
mod jobs;
mod metrics;
mod network;
mod outgoing;
mod problem;
pub mod reach;
mod service;

pub use config::{Config, ConfigError, Listen, Mail, Operator, Receiver, Security};
pub use desk::{Change, Clock, Desk};
pub use further::{Further, Job, Pages};
pub use http::ROUTES;
pub use jobs::greet_mail_server;
pub use network::{Network, NoNetwork};
pub use problem::{FieldProblem, Problem};
pub use service::{Running, Service, ServiceError};

/// Texts of this crate, in Fluent syntax.
pub const MESSAGES: &str = include_str!("../messages/zh-CN.ftl");
