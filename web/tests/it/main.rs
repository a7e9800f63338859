//! The server as a process of its own, under load, told to stop and killed. What takes long is ignored here and run by
//! `./test full`.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking, also in its helpers")]

mod kills;
mod office;
mod settings;
mod stop;
