//! Backups, restores and moves on real databases, each way between the two.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking, also in its helpers")]

mod clocks;
mod damage;
mod doctor;
mod moves;
mod outbox;
mod round;
mod support;
