//! Every act as a form, a check page and a receipt.

mod agreement;
mod asking;
mod binding;
mod choices;
mod fact;
mod forms;
mod gaps;
mod hand;
mod json;
mod kin;
mod pending;
mod place;
mod posted;
mod prefill;
mod preview;
mod read;
mod show;
mod spec;
mod summary;
mod term;
mod view;
mod way;

pub(crate) use agreement::annexes;
pub(crate) use asking::{ACCEPTANCE, Around, Asking, draft, may_be_on_paper};
pub(crate) use binding::grouped;
pub(crate) use fact::{Fact, facts};
pub(crate) use forms::fields;
pub(crate) use hand::Hand;
pub(crate) use json::{FieldView, fill};
pub(crate) use kin::{Hangs, KINDS, Kin, first, kind_name, window};
pub(crate) use pending::{Pending, pending};
pub(crate) use place::{Asked, Place, acceptances};
pub(crate) use posted::{Posted, Upload};
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

/// The text from which a case drafts: the one on the table, that of the case on which it hangs, or the template, with what
/// was agreed in its place.
pub(crate) fn base_of(n: &negotiation::Negotiation, room: &crate::room::Room) -> negotiation::terms::Terms {
    let side = negotiation::Side::None;
    asking::Asking {
        around: asking::Around::default(),
        clause: None,
        command: "table_draft",
        first: room.first.as_ref(),
        n: Some(n),
        online: None,
        parent: None,
        pending: &[],
        people: &room.people,
        pick: None,
        side,
    }
    .base()
}
