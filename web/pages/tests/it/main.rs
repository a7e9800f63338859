//! Pages asked as a browser asks them: the router is the real one, and so are store, writer, law and accounts.
#![expect(clippy::unwrap_used, reason = "a test that can't go on fails")]

mod api;
mod browser;
mod desk;
mod journey;
mod matrix;
mod mending;
mod second;
mod strangers;
mod support;
mod way;
mod wrong;
