//! Secret ballots that anybody can check.
//!
//! Whoever may vote makes a [`Token`] on their own device, blinds it and has it evaluated under the ballot's [`Key`]
//! (RFC 9497, verifiable mode over ristretto255): the server learns that this person took a token and nothing of the
//! token. Later the token comes back, unblinded and with the choice, from nobody in particular, and goes into the
//! [`BallotBox`]. The [`Register`] says who took a token, the box what was chosen; they share no key, no time and no order.
//! After the close the list of all ballots is published with the key ([`Bundle`]), and [`check`] counts it again.
//!
//! Invariants: register and box have a fixed size and a form that doesn't depend on the order in which they were filled;
//! a token counts once; one that wasn't issued under the ballot's own key never counts. No law here: what carries a draft
//! is `negotiation`'s to say. Chance is an argument.
//!
//! The protocol is described for other programmers in `docs/ballot.md`.

mod bundle;
mod cells;
mod check;
mod definition;
mod extension;
mod fixed;
mod key;
mod oprf;
mod register;
mod roll;
mod tally;
mod voter;

pub use bundle::{Bundle, FORMAT, Issued, Listed};
pub use cells::{BallotBox, Entry, Put};
pub use check::{Line, Report, check, read};
pub use definition::{
    Definition, DefinitionError, MAX_CANDIDATES, MAX_OBJECTION_DAYS, MAX_PLACE, MAX_VOTERS, Meeting, Office, Question,
    Round, Vote,
};
pub use extension::{Extension, ExtensionError, LEAD, MAX_EXTENSIONS, MAX_REASON};
pub use fixed::{Blinded, Evaluated, Malformed, Proof, Public, Seal, Secret, Token, Tracker};
pub use key::{Issue, Key};
pub use oprf::KeyError;
pub use register::{Counts, Mark, Register, Set};
pub use roll::{Figures, Named, OnRoll, Roll};
pub use tally::Tally;
pub use voter::{Asked, Refused, link_of, plain_token};

/// Texts of this crate, in Fluent syntax.
pub const MESSAGES: &str = include_str!("../messages/zh-CN.ftl");
