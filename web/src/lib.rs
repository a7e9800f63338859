//! The xinxieshang program: command line and server.
//!
//! Everything that the inner crates leave out lives here: files, clock, terminal. What decides is in `negotiation`, what
//! stores is in `store`; this crate brings them together.

pub mod catalogue;
pub mod cli;
pub mod clock;
pub mod demo;
pub mod paper;
pub mod people;
pub mod play;
pub mod press;
pub mod references;
pub mod scenario;
pub mod site;
