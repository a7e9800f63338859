//! What a timeline tells, read as a person would read it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod cast;
mod chart;
mod coverage;
mod duties;
mod entries;
mod gap;
mod life;
mod page;
mod people;
mod remedy;
mod sample;
mod talks;
mod texts;
