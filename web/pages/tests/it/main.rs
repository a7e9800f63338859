//! Pages asked as a browser asks them: the router is the real one, and so are store, writer, law and accounts.
#![expect(clippy::unwrap_used, reason = "a test that can't go on fails")]

mod agreement;
mod api;
mod attendance;
mod ballots;
mod binding;
mod browser;
mod bundle;
mod caucus;
mod challenges;

mod coming;
mod congress;
mod days;
mod desk;
mod door;
mod elected;
mod elsewhere;
mod entered;
mod erasing;
mod family;
mod hall;
mod held;
mod home;
mod joining;
mod journey;
mod matrix;
mod meeting;
mod mending;
mod notices;
mod opening;
mod packages;
mod privacy;
mod region;
mod roll_roster;
mod roster;
mod second;
mod secrecy;
mod secrecy_server;
mod strangers;
mod support;
mod survey;
mod thief;
mod way;
mod wrong;
