//! Who is who: accounts, passwords, sessions, second factors, for whom an account stands, and who may do what where.
//!
//! Two questions have two places. *May this account speak in this capacity in this case* is answered here, by
//! [`Signed::capacities`] and the table in [`access`]. *May this capacity do this act now* is answered by
//! `negotiation::decide`, which knows nothing of accounts.
//!
//! Invariants: no password, token or secret is stored or logged as it was entered; whoever reads the database can't sign
//! in with what is found there; an unknown login costs as much as a known one; nobody is locked out by the mistakes of
//! others behind the same address; no account stands on both sides of one employer, and where a case turns out to join
//! two of its standings, it speaks for neither.
//!
//! No SQL here, and no HTTP: pages and API hold the cookie. A page takes the token from it and asks
//! [`Accounts::signed_in`]; where nobody is signed in it shows the form, where [`Signed::second`] says so the second step.
//! For a case it reads the line, asks [`Signed::may`] with a [`access::Right`], and answers a stranger as if there were no
//! such case. For an act it makes the actor with [`Signed::actor`] from the capacity that the person chose. What is noted
//! ([`access::Granted::noted`]) it notes with [`Accounts::note_read`] before it shows it. After signing in it ends the
//! session that the browser had before with [`Accounts::sign_out`]. A program brings a token that its owner made
//! ([`Accounts::make_token`]); [`Accounts::signed_by_token`] gives the same standings for it as a session would.

pub mod access;
mod accounts;
pub mod appoint;
mod attempts;
mod check;
pub mod coming;
mod error;
mod factor;
mod fault;
mod inbox;
mod mine;
pub mod organisation;
mod password;
mod phone;
mod recover;
pub mod roster;
mod scan;
mod secret;
mod session;
mod signed;
pub mod survey;
mod token;

pub use accounts::{Account, Accounts, NewAccount};
pub use error::{AccountError, SignInError};
pub use factor::{Enrolled, Proposed};
pub use fault::{Fault, PeopleError};
pub use phone::{half_name, masked, phone};
pub use scan::{MAX_SCAN, scan};
pub use secret::Token;
pub use session::{IDLE, LONGEST, ON_PHONE, SessionLine};
pub use signed::{Mine, SecondStep, Signed, needs_second_step};
pub use store::{
    InboxLine, Organisation, OrganisationState, ReadLine, RosterPerson, Scan, Scope, ShortMessage, Standing, Survey,
};
pub use token::{TOKEN_DAYS, TokenLine};

/// Texts of this crate, in Fluent syntax.
pub const MESSAGES: &str = include_str!("../messages/zh-CN.ftl");
