//! A case told as a timeline: entries, duties, who was late, what was refused, asks and offers.
//!
//! [`build`] folds the records of a case into a [`Timeline`], which serialises as `timeline.json`; [`html`] shows the
//! same as one page that reads on a phone and prints on A4. Both are functions of their arguments: the same records,
//! names and refusals give the same bytes.
//!
//! Absent on purpose: any decision. Dates, defaults and effects stand in the events; this crate only tells them.

mod build;
mod duties;
mod gap;
mod input;
mod model;
mod next;
pub mod page;
mod record;
mod story;
mod teller;

pub use build::build;
pub use input::{Names, Refused};
pub use model::{
    Agreed, Amount, Document, DutyRow, DutyState, Entry, Figure, Gap, Late, May, Missed, Next, Note, NoteKind, Offer,
    Owed, Party, RefusedRow, SessionRow, Timeline,
};
pub use negotiation::Corrupt;
pub use page::{Part, html, part};

/// The stylesheet of the page and of its parts.
pub const CSS: &str = include_str!("../templates/timeline.css");

/// The texts of this crate, Simplified Chinese.
pub const MESSAGES: &str = include_str!("../messages/zh-CN.ftl");
