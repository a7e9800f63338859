//! Profiles, calendars, deadlines, checks and identities, from outside; what is private is included by its path.

#![expect(clippy::unwrap_used, reason = "a test that meets something else than it expects fails, whatever it meets")]

mod calendar;
mod checks;
#[expect(dead_code, reason = "not all of it is asked for here")]
#[path = "../../src/citation/chinese.rs"]
mod chinese;
mod citation;
mod congress;
mod dataset;
#[expect(dead_code, reason = "not all of it is asked for here")]
#[path = "../../src/days.rs"]
mod days;
mod deadline;
mod input;
mod message_keys;
mod money;
mod resident;
mod rules;
mod text;
mod time;
mod tree;
mod uscc;
