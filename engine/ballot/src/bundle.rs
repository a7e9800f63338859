//! What is published after the close: everything that it takes to count again.

use ledger::canonical::{self, CanonicalError};
use ledger::{Digest, purpose};
use serde::{Deserialize, Serialize};

use crate::cells::{BallotBox, Entry};
use crate::definition::{Definition, Vote};
use crate::extension::Extension;
use crate::fixed::{Seal, Secret, Token};
use crate::key::Key;
use crate::register::Counts;
use crate::tally::Tally;

/// The format's name.
pub const FORMAT: &str = "xinxieshang-ballot/1";

/// What was issued, by the register of names.
pub type Issued = Counts;

/// A ballot on the published list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    /// That its token was issued.
    pub seal: Seal,
    /// Its token.
    pub token: Token,
    /// What it chose; not published where the ballot says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vote: Option<Vote>,
}

/// Everything about a ballot that has ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bundle {
    /// Every ballot, in the order of the trackers.
    pub ballots: Vec<Listed>,
    /// What was voted on.
    pub definition: Definition,
    /// How it was extended, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extensions: Vec<Extension>,
    /// [`FORMAT`].
    pub format: String,
    /// What was issued.
    pub issued: Issued,
    /// The key, with which everybody can compute every seal again.
    pub secret: Secret,
    /// How it came out.
    pub tally: Tally,
}

impl Bundle {
    /// Of a ballot that has ended.
    #[must_use]
    pub fn of(definition: Definition, extensions: Vec<Extension>, key: &Key, issued: Issued, full: &BallotBox) -> Self {
        let tally = Tally::of(&definition.question, full.entries().map(|entry| entry.vote));
        let reveals = definition.reveals;
        let listed = |Entry { seal, token, vote }| Listed { seal, token, vote: reveals.then_some(vote) };
        let mut ballots: Vec<Listed> = full.entries().map(listed).collect();
        ballots.sort_by_key(|ballot| (ballot.token.tracker(), ballot.token));
        let (format, secret) = (FORMAT.to_owned(), key.secret());
        Self { ballots, definition, extensions, format, issued, secret, tally }
    }

    /// Its canonical bytes (RFC 8785): the file.
    ///
    /// # Errors
    /// It has no canonical form; not for what [`Bundle::of`] makes.
    pub fn bytes(&self) -> Result<Vec<u8>, CanonicalError> {
        canonical::to_vec(self)
    }

    /// The digest under which the record of the case knows it.
    ///
    /// # Errors
    /// See [`Bundle::bytes`].
    pub fn digest(&self) -> Result<Digest, CanonicalError> {
        Ok(Digest::of(purpose::BALLOT, &self.bytes()?))
    }
}
