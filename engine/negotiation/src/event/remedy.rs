//! Events about refusals, letters of supervision, orders and withdrawal. `at` is the legal instant.

use law::Date;
use law::time::Moment;
use ledger::Digest;
use serde::{Deserialize, Serialize};

use crate::actor::Side;
use crate::command::{Grievance, OrderDecision, ProposalBasis, ProposalTrigger};
use crate::state::CloseReason;

/// `offer_refused.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfferRefused {
    /// When.
    pub at: Moment,
    /// The reason given; empty where none was.
    pub reason: String,
    /// Side that refuses.
    pub side: Side,
}

/// `signature_refused.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignatureRefused {
    /// When.
    pub at: Moment,
    /// The reason given; empty where none was.
    pub reason: String,
    /// Side whose chief refuses.
    pub side: Side,
    /// Digest of the text.
    pub terms: Digest,
}

/// `reminder_sent.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReminderSent {
    /// When.
    pub at: Moment,
    /// What it complains of.
    pub grievance: Grievance,
    /// Number among the reminders of the case, from 1.
    pub number: u32,
    /// By when an answer is asked for; a date of the letter, not of the law.
    pub reply_by: Date,
    /// The request in words.
    pub request: String,
}

/// `opinion_sent.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpinionSent {
    /// When.
    pub at: Moment,
    /// What is found, in words.
    pub facts: String,
    /// What it complains of.
    pub grievance: Grievance,
    /// Number among the opinions of the case, from 1.
    pub number: u32,
    /// When it was received, where the employer reads the inbox.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_at: Option<Moment>,
    /// The correction asked for.
    pub request: String,
}

/// `letter_received.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LetterReceived {
    /// When it was received, or receipt was refused.
    pub at: Moment,
    /// Number of the opinion, from 1.
    pub letter: u32,
    /// SHA-256 of the receipt, or of the record of its refusal.
    pub proof: Digest,
    /// Receipt was refused.
    pub refused: bool,
}

/// `opinion_answered.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpinionAnswered {
    /// When.
    pub at: Moment,
    /// The answer in words.
    pub content: String,
    /// Number of the opinion, from 1.
    pub letter: u32,
    /// The employer will correct.
    pub will_correct: bool,
}

/// `rectification_sent.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RectificationSent {
    /// When.
    pub at: Moment,
    /// By when, as its issuer sets it.
    pub correct_by: Date,
    /// What is found, in words.
    pub facts: String,
    /// What it complains of.
    pub grievance: Grievance,
    /// Number among the demands for correction of the case, from 1.
    pub number: u32,
}

/// `proposal_sent.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProposalSent {
    /// When.
    pub at: Moment,
    /// What the letter complained of.
    pub grievance: Grievance,
    /// Number of the letter on which it rests, from 1.
    pub letter: u32,
    /// Number among the proposals of the case, from 1.
    pub number: u32,
    /// The action asked for.
    pub request: String,
    /// The kind of the letter on which it rests.
    pub rests_on: ProposalBasis,
    /// Why.
    pub trigger: ProposalTrigger,
}

/// `order_recorded.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrderRecorded {
    /// When.
    pub at: Moment,
    /// By when the employer is to correct.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correct_by: Option<Date>,
    /// What was decided.
    pub decision: OrderDecision,
    /// What it is about.
    pub grievance: Grievance,
    /// Number of the decision.
    pub number: String,
}

/// `withdrawn.v1`; where that ends the negotiation, `case_closed.v1` follows in the same record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdrawn {
    /// When.
    pub at: Moment,
    /// Why, in words; empty where nothing was said.
    pub reason: String,
    /// Side that withdraws.
    pub side: Side,
}

/// `case_closed.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseClosed {
    /// When.
    pub at: Moment,
    /// Why.
    pub reason: CloseReason,
}
