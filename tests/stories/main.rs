//! Stories over the whole program, with real files, a real database and real typesetting.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a story that cannot go on has failed")]

mod bad_input;
mod browser;
mod demo;
mod papers;
mod press;
mod reissued;
mod scenarios;
mod tamper;
mod tidy;
