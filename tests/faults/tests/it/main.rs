//! Faults on purpose. What takes long is ignored here and run by `./test full`.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking, also in its helpers")]

mod ballots;
mod clock;
mod crowd;
mod disk;
mod examine;
mod hall;
mod hooks;
mod kills;
mod mail;
mod power;
mod scene;
mod server;
mod silence;
mod soak;
mod standby;
mod thief;
