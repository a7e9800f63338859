//! The store on real files, through its public door.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking, also in its helpers")]

mod append_only;
mod crash;
mod damage;
mod exclusion;
mod export;
mod files;
mod lists;
mod submitting;
mod support;
