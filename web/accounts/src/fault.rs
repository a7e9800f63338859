//! What is wrong with what somebody filled in, field by field, and why something about people isn't done.

use messages::Said;
use store::StoreError;

use crate::AccountError;
use crate::access::Denied;

/// One thing that is wrong with a form.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Name of the field.
    pub field: &'static str,
    /// What is wrong, and how to mend it.
    pub said: Said,
}

impl Fault {
    /// A fault of a field.
    #[must_use]
    pub const fn new(field: &'static str, said: Said) -> Self {
        Self { field, said }
    }
}

/// Why something about people isn't done.
#[derive(Debug, thiserror::Error)]
pub enum PeopleError {
    /// The form has faults.
    #[error("{} faults", .0.len())]
    Faults(Vec<Fault>),
    /// It isn't there, has ended, or somebody was faster.
    #[error("gone")]
    Gone,
    /// Nobody confirms their own application.
    #[error("one's own application")]
    Own,
    /// They may not.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// Accounts or the database.
    #[error(transparent)]
    Account(#[from] AccountError),
}

impl From<StoreError> for PeopleError {
    fn from(error: StoreError) -> Self {
        Self::Account(error.into())
    }
}

impl PeopleError {
    /// The error for people.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            Self::Faults(faults) => {
                faults.first().map_or_else(|| Said::new("accounts-people-gone"), |fault| fault.said.clone())
            }
            Self::Gone => Said::new("accounts-people-gone"),
            Self::Own => Said::new("accounts-people-own"),
            Self::Denied(denied) => denied.said(),
            Self::Account(error) => error.said(),
        }
    }
}
