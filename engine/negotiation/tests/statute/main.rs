//! The statutes, act by act: a small cast negotiates through [`negotiation::perform`] only, the articles stand above.

#![expect(
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm,
    reason = "a test that meets something else than it expects fails, whatever it meets"
)]

mod acts;
mod bad_input;
mod cast;
mod catalogue;
mod changes;
mod child;
mod congress;
mod correctable;
mod correction;
mod corrections_aside;
mod corrections_back;
mod corrections_days;
mod corrections_edges;
mod corrections_ends;
mod corrections_force;
mod corrections_late;
mod corrections_rest;
mod coverage;
mod datasets;
mod delegation;
mod disclosure;
mod dispute;
mod draft;
mod edges;
mod edges_again;
mod edges_dates;
mod edges_days;
mod edges_end;
mod edges_file;
mod edges_force;
mod edges_given;
mod edges_letters;
mod edges_lists;
mod edges_rest;
mod edges_rested;
mod edges_seats;
mod edges_table;
mod edges_texts;
mod election;
mod family;
mod filing;
mod floor;
mod golden;
mod grievance;
mod hall;
mod letters;
mod life;
mod messages;
mod no_union;
mod offer;
mod package;
mod paper;
mod people;
mod platform;
mod proposal;
mod publication;
mod random;
mod refusal;
mod regions;
mod renewal;
mod review;
mod roll;
mod rows;
mod sector;
mod session;
mod signature;
mod slips;
mod spoken;
mod stages;
mod suspension;
mod terms;
mod time;
mod trigger;
mod unions_ask;
mod who;
mod withdrawal;
mod wording;
mod written;

use std::path::{Path, PathBuf};

/// A path of the negotiation crate, whose tests these are.
fn own(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../negotiation").join(path)
}
