//! Every act as a form, a check page and a receipt.

mod asking;
mod fact;
mod forms;
mod gaps;
mod hand;
mod json;
mod pending;
mod place;
mod posted;
mod prefill;
mod preview;
mod read;
mod show;
mod spec;
mod summary;
mod view;
mod way;

pub(crate) use asking::{ACCEPTANCE, Asking, draft, may_be_on_paper};
pub(crate) use fact::{Fact, facts};
pub(crate) use forms::fields;
pub(crate) use hand::Hand;
pub(crate) use json::{FieldView, fill};
pub(crate) use pending::{Pending, pending};
pub(crate) use place::{Asked, Place, acceptances};
pub(crate) use posted::{Posted, Upload};
pub(crate) use prefill::prefill;
pub(crate) use preview::{Outlook, outlook};
pub(crate) use read::{Fault, read};
pub(crate) use show::label;
pub(crate) use spec::{Field, Kind};
pub(crate) use summary::{Line, fact_name, old, summary};
pub(crate) use view::{form_of, nothing_yet};
pub(crate) use way::{form, form_with, give, open, opening};

/// Whether pages offer a form for a command.
pub(crate) fn has_form(command: &str) -> bool {
    forms::fields(command).is_some()
}

/// The text from which a case drafts: the one on the table, or the template, with what was agreed in its place.
pub(crate) fn base_of(n: &negotiation::Negotiation, people: &crate::people::People) -> negotiation::terms::Terms {
    let side = negotiation::Side::None;
    asking::Asking {
        clause: None,
        command: "table_draft",
        n: Some(n),
        online: None,
        pending: &[],
        people,
        pick: None,
        side,
    }
    .base()
}
