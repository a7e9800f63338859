//! The running service, over real HTTP on loopback, with real databases and a real SMTP conversation.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking, also in its helpers")]

mod acts;
mod ballots;
mod clock;
mod digest;
mod family;
mod faults;
mod further;
mod hooks;
mod http;
mod mail;
mod outbox;
mod reminders;
mod support;
