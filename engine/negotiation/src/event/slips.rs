//! Events about slips in an adopted text, and about an effect that a correction moves to another day.

use law::Date;
use law::time::Moment;
use ledger::Digest;
use serde::{Deserialize, Serialize};

use crate::actor::Side;
use crate::state::EndReason;
use crate::terms::Terms;

/// `slip_proposed.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlipProposed {
    /// When.
    pub at: Moment,
    /// Digest of the text as it would be right.
    pub new: Digest,
    /// SHA-256 of the notice to the congress.
    pub notice: Digest,
    /// Digest of the text that stands.
    pub old: Digest,
    /// Why.
    pub reason: String,
    /// Side whose chief proposes it.
    pub side: Side,
    /// Number of the proposal, from 1.
    pub slip: u32,
    /// The text as it would be right.
    pub terms: Box<Terms>,
}

/// `slip_mended.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlipMended {
    /// When the second chief agreed.
    pub at: Moment,
    /// Digest of the text from now on.
    pub new: Digest,
    /// SHA-256 of the notice to the congress.
    pub notice: Digest,
    /// Digest of the text before; both count as one text.
    pub old: Digest,
    /// Number of the proposal.
    pub slip: u32,
}

/// `effect_redated.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EffectRedated {
    /// First day of effect, as it is right.
    pub on: Date,
    /// First day of the term, both days included.
    pub term_from: Date,
    /// Last day of the term.
    pub term_to: Date,
}

/// `end_redated.v1`: a correction moved the end of an agreement that has ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndRedated {
    /// Ids of the duties of the time in force that fell due until then after all.
    pub duties: Vec<String>,
    /// The day from which it is no longer in force, as it is right.
    pub on: Date,
    /// Why it ended.
    pub reason: EndReason,
}

/// `end_withdrawn.v1`: a correction showed that the end of an agreement hasn't come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndWithdrawn {
    /// Ids of the duties of the time in force that are owed again.
    pub duties: Vec<String>,
    /// The day of the end that is withdrawn.
    pub on: Date,
}

/// `rescission_redated.v1`, in a rescission case: a correction moved the day of the second signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RescissionRedated {
    /// The day from which the agreement before it is no longer in force, as it is right.
    pub on: Date,
}

/// `run_out_withdrawn.v1`: a correction showed that a suspension hasn't run out; the talks rest as agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RunOutWithdrawn {
    /// Id of the term.
    pub duty: String,
}
