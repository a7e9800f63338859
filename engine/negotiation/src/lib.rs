//! The state machine of a collective wage negotiation: commands, events, refusals, terms, duties, checks.
//!
//! Free functions over data. [`decide`] is the only place that says no; [`apply`] folds events and never looks at
//! rules; [`perform`] strikes what is due, decides, applies and links the record to the case's chain.
//! Absent on purpose: clock, randomness, I/O, personal data, finished sentences.

pub mod actor;
mod apply;
mod book;
mod chain;
pub mod checks;
pub mod command;
mod decide;
pub mod event;
mod facts;
pub mod family;
mod named;
mod refusal;
pub mod state;
pub mod table;
pub mod terms;

pub use actor::{Actor, Capacity, PersonRef, Side, Sides};
pub use apply::{Impossible, apply, open};
pub use book::{LawBook, LawBookError};
pub use chain::{Act, CLOCK_SLACK, CaseState, Corrupt, Head, Performed, SealedRecord, perform, strike, strike_id};
pub use command::Command;
pub use decide::{decide, next_due};
pub use event::Event;
pub use facts::{Facts, Floor, RegisteredAcceptance};
pub use refusal::Refusal;
pub use state::{Negotiation, Stage};

/// The texts of this crate, Simplified Chinese.
pub const MESSAGES: &str = include_str!("../messages/zh-CN.ftl");

/// Whether the agenda and both lists have been given, so that the case is ready for its first session.
pub(crate) fn disclosure_complete(n: &Negotiation) -> bool {
    let given = |item, side: Option<Side>| {
        n.disclosures.iter().any(|record| record.item == item && side.is_none_or(|side| record.side == side))
    };
    given(command::DisclosureItem::Agenda, None)
        && given(command::DisclosureItem::RepList, Some(Side::Worker))
        && given(command::DisclosureItem::RepList, Some(Side::Employer))
}
