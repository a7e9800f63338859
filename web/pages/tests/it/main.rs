//! Pages asked as a browser asks them: the router is the real one, and so are store, writer, law and accounts.
#![expect(clippy::unwrap_used, reason = "a test that can't go on fails")]

mod api;
mod ballots;
mod browser;
mod caucus;
mod coming;
mod congress;
mod days;
mod desk;
mod hall;
mod home;
mod joining;
mod journey;
mod matrix;
mod meeting;
mod mending;
mod notices;
mod packages;
mod region;
mod roster;
mod second;
mod secrecy;
mod strangers;
mod support;
mod survey;
mod way;
mod wrong;
