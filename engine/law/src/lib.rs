//! The law as dated data: rule profiles, calendars, deadlines, identity checks, money.
//!
//! Pure: no clock, no files, no chance. Bytes come in, values and [`messages::Said`] texts go out. Every value carries
//! the article it comes from; every date can explain itself step by step.
//!
//! Deliberately absent: who may do what in a negotiation (crate `negotiation`), and any guess where a source is missing:
//! an unknown year gives a *provisional* date, an unknown figure gives `no_data`.

pub mod calendar;
pub mod checks;
pub mod citation;
pub mod congress;
pub mod dataset;
mod days;
pub mod deadline;
pub mod identity;
pub mod input;
pub mod money;
pub mod rules;
pub mod text;
pub mod time;

pub use citation::Citation;
pub use jiff::civil::Date;

/// The texts of this crate, in Fluent syntax, Simplified Chinese.
pub const MESSAGES: &str = include_str!("../messages/zh-CN.ftl");
