//! Accounts on real databases, with a clock that a test moves.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking, also in its helpers")]

mod access;
mod making;
mod mine;
mod second;
mod sessions;
mod signed;
mod support;
mod tokens;
