//! Every act as a form, a check page and a receipt.

mod asking;
mod forms;
mod hand;
mod posted;
mod prefill;
mod preview;
mod read;
mod show;
mod spec;
mod summary;
mod way;

pub(crate) use asking::draft;
pub(crate) use way::{form, give, open, opening};

/// Whether pages offer a form for a command.
pub(crate) fn has_form(command: &str) -> bool {
    forms::fields(command).is_some()
}

/// The text from which a case drafts: the one on the table, or the template, with what was agreed in its place.
pub(crate) fn base_of(n: &negotiation::Negotiation, people: &crate::people::People) -> negotiation::terms::Terms {
    let side = negotiation::Side::None;
    asking::Asking { clause: None, command: "table_draft", n: Some(n), people, side }.base()
}
