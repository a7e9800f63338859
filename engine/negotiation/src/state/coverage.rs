//! Employers that an agreement covers, their confirmations and their own votes (ZJ-CC 12, 29).

use law::time::Moment;
use ledger::Digest;
use serde::{Deserialize, Serialize};

use crate::command::{CoveredEmployer, RecordVote};

/// The coverage list with everything that was ever on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Employers in the order in which they were added; one that left and came back stands twice.
    pub employers: Vec<Covered>,
    /// Whom the agreement bound when it was signed; empty before.
    pub fixed: Vec<BoundEmployer>,
}

/// An employer on the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Covered {
    /// When it was added.
    pub added_at: Moment,
    /// When it confirmed, and the SHA-256 of its authorisation.
    pub confirmed: Option<(Moment, Digest)>,
    /// Who it is.
    pub employer: CoveredEmployer,
    /// The newest vote of its own congress or all-staff meeting.
    pub vote: Option<EmployerVote>,
    /// When it left the list.
    pub withdrawn: Option<Moment>,
}

/// A vote of one employer's own congress or all-staff meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmployerVote {
    /// It carried the draft.
    pub adopted: bool,
    /// The protocol.
    pub protocol: RecordVote,
}

/// An employer that a signed agreement binds, as it stood at the signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoundEmployer {
    /// SHA-256 of its authorisation; none where none is on record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmation: Option<Digest>,
    /// Who it is.
    pub employer: CoveredEmployer,
    /// Votes for the text in its own congress, where that carried it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yes: Option<u32>,
}

impl Covered {
    /// Whether its own congress carried the text of this digest.
    #[must_use]
    pub fn has_adopted(&self, text: Digest) -> bool {
        self.vote.as_ref().is_some_and(|vote| vote.adopted && vote.protocol.terms == text)
    }

    /// Whether its own congress voted on the text of this digest and did not carry it.
    #[must_use]
    pub fn has_rejected(&self, text: Digest) -> bool {
        self.vote.as_ref().is_some_and(|vote| !vote.adopted && vote.protocol.terms == text)
    }
}

impl Coverage {
    /// Employers that are on the list now.
    pub fn active(&self) -> impl Iterator<Item = &Covered> {
        self.employers.iter().filter(|covered| covered.withdrawn.is_none())
    }

    /// The employer of this key that is on the list now.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<&Covered> {
        self.active().find(|covered| covered.employer.key == key)
    }

    /// Whether every employer that confirmed has carried the text in its own congress, and at least one has.
    #[must_use]
    pub fn is_adopted_by_each(&self, text: Digest) -> bool {
        let mut confirmed = self.active().filter(|covered| covered.confirmed.is_some()).peekable();
        confirmed.peek().is_some() && confirmed.all(|covered| covered.has_adopted(text))
    }

    /// The votes that carried the text, one an employer.
    pub fn adopting_votes(&self, text: Digest) -> impl Iterator<Item = &RecordVote> {
        let carried = self.active().filter(move |covered| covered.has_adopted(text));
        carried.filter_map(|covered| covered.vote.as_ref()).map(|vote| &vote.protocol)
    }
}
