//! Events from the congress to publication. `at` is the legal instant.

use law::Date;
use law::time::Moment;
use ledger::Digest;
use serde::{Deserialize, Serialize};

use crate::actor::Side;
use crate::command::{CongressForm, ObjectionItem, RecordVote, SigningMethod, SubmitToCongress};

/// `submitted_to_congress.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubmittedToCongress {
    /// When.
    pub at: Moment,
    /// What was submitted.
    pub submission: SubmitToCongress,
}

/// `quorum_missed.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuorumMissed {
    /// When.
    pub at: Moment,
    /// Who was to vote.
    pub form: CongressForm,
    /// The protocol as entered.
    pub vote: RecordVote,
}

/// `draft_adopted.v1` and `draft_rejected.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftVoted {
    /// When.
    pub at: Moment,
    /// Who voted.
    pub form: CongressForm,
    /// The protocol as entered.
    pub vote: RecordVote,
}

/// `signed_by.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedBy {
    /// When.
    pub at: Moment,
    /// How.
    pub method: SigningMethod,
    /// With the side's seal.
    pub sealed: bool,
    /// Side whose chief signed.
    pub side: Side,
    /// Digest of the text.
    pub terms: Digest,
}

/// `agreement_signed.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementSigned {
    /// When the second chief signed.
    pub at: Moment,
    /// Digest of the text.
    pub terms: Digest,
}

/// `filed.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filed {
    /// When the bureau received it.
    pub at: Moment,
    /// Copies.
    pub copies: u32,
    /// Materials in words.
    pub materials: Vec<String>,
    /// Number of the filing in the case, from 1.
    pub number: u32,
    /// Digest of the text.
    pub terms: Digest,
}

/// `filing_returned.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilingReturned {
    /// When.
    pub at: Moment,
    /// What is missing.
    pub missing: Vec<String>,
}

/// `filing_registered.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilingRegistered {
    /// When.
    pub at: Moment,
    /// Registry number.
    pub number: String,
}

/// `no_objection_issued.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoObjectionIssued {
    /// When.
    pub at: Moment,
    /// The opinion.
    pub opinion: String,
}

/// `objected.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Objected {
    /// When it was issued.
    pub at: Moment,
    /// The objections.
    pub items: Vec<ObjectionItem>,
}

/// `opinion_served.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpinionServed {
    /// When it was received.
    pub at: Moment,
    /// The side.
    pub side: Side,
}

/// `took_effect.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TookEffect {
    /// The instant of effect.
    pub at: Moment,
    /// On what basis.
    pub basis: crate::state::EffectBasis,
    /// First day of effect.
    pub on: Date,
    /// First day of the term, both days included.
    pub term_from: Date,
    /// Last day of the term.
    pub term_to: Date,
}

/// `published.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// When.
    pub at: Moment,
    /// Where and how.
    pub channel: String,
    /// SHA-256 of a proof.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<Digest>,
    /// Side that published.
    pub side: Side,
    /// Digest of the text.
    pub terms: Digest,
}

/// `copied_to_higher_union.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CopiedToHigherUnion {
    /// When.
    pub at: Moment,
    /// Name of the higher union.
    pub recipient: String,
    /// Digest of the text.
    pub terms: Digest,
}

impl super::Event {
    /// Before which body a vote was held that counts from now on.
    #[must_use]
    pub const fn body(&self) -> Option<CongressForm> {
        if let Self::DraftAdopted(voted) | Self::DraftRejected(voted) = self {
            Some(voted.form)
        } else if let Self::QuorumMissed(missed) = self {
            Some(missed.form)
        } else if let Self::EmployerVoted(_) = self {
            Some(CongressForm::EachEmployer)
        } else {
            None
        }
    }
}
