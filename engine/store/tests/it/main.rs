//! The store on real databases, through its public door: every test on SQLite and on PostgreSQL.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking, also in its helpers")]
#![expect(clippy::duplicate_mod, reason = "every test once on each database")]

mod intruder;
mod postgres;
mod rights;
mod server;
mod sqlite;
mod support;
