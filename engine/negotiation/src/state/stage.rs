//! Stages: each carries only what exists there.

use std::sync::Arc;

use law::Date;
use law::time::Moment;
use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::{Closed, Disputed, Ended, Refused, Rescinded, Suspended};
use crate::actor::{Side, Sides};
use crate::command::{CongressForm, IssueOffer, ObjectionItem, RecordVote, SigningMethod, SubmitToCongress};
use crate::terms::Terms;

/// Where a case stands (the states of the statute's table).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Opened, no offer yet.
    Idle,
    /// An offer is issued and not yet received.
    Offered(Offered),
    /// The offer is received; an answer is owed.
    AwaitingReply(AwaitingReply),
    /// Answered: representatives and disclosure.
    Preparing(Preparing),
    /// Agenda and lists are exchanged.
    Ready(Preparing),
    /// Sessions are held.
    Negotiating(Preparing, Option<Draft>),
    /// Both chiefs have initialled.
    Drafted(Drafted),
    /// Before the workers' congress.
    Congress(Congress),
    /// Rejected; the sides negotiate again.
    Renegotiating(Renegotiating),
    /// Adopted; both chiefs sign.
    Adopted(Adopted),
    /// Signed; to be filed.
    Signed(Signed),
    /// With the bureau, not registered.
    Filed(FilingState),
    /// With the bureau, registered.
    UnderReview(FilingState),
    /// The bureau objected.
    Objected(ObjectedFiling),
    /// In force.
    Effective(Effective),
    /// The offer was refused.
    Refused(Refused),
    /// The talks are suspended.
    Suspended(Suspended),
    /// The bureau coordinates.
    Disputed(Disputed),
    /// Ended without an agreement.
    Closed(Closed),
    /// The agreement ran its course.
    Ended(Ended),
    /// The case did what it was for: the agreement before it is rescinded.
    Rescinded(Rescinded),
}

impl Stage {
    /// All flat names, in the order of the way.
    pub const NAMES: [&'static str; 21] = [
        "idle",
        "offered",
        "awaiting_reply",
        "preparing",
        "ready",
        "negotiating",
        "drafted",
        "congress",
        "renegotiating",
        "adopted",
        "signed",
        "filed",
        "under_review",
        "objected",
        "effective",
        "refused",
        "suspended",
        "disputed",
        "closed",
        "ended",
        "rescinded",
    ];

    /// The flat name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::Offered(_) => "offered",
            Self::AwaitingReply(_) => "awaiting_reply",
            Self::Preparing(_) => "preparing",
            Self::Ready(_) => "ready",
            Self::Negotiating(..) => "negotiating",
            Self::Drafted(_) => "drafted",
            Self::Congress(_) => "congress",
            Self::Renegotiating(_) => "renegotiating",
            Self::Adopted(_) => "adopted",
            Self::Signed(_) => "signed",
            Self::Filed(_) => "filed",
            Self::UnderReview(_) => "under_review",
            Self::Objected(_) => "objected",
            Self::Effective(_) => "effective",
            Self::Refused(_) => "refused",
            Self::Suspended(_) => "suspended",
            Self::Disputed(_) => "disputed",
            Self::Closed(_) => "closed",
            Self::Ended(_) => "ended",
            Self::Rescinded(_) => "rescinded",
        }
    }

    /// The text that is under way: initialled, voted, signed, filed or in force.
    #[must_use]
    pub const fn text(&self) -> Option<&AgreedText> {
        match self {
            Self::Idle
            | Self::Offered(_)
            | Self::AwaitingReply(_)
            | Self::Preparing(_)
            | Self::Ready(_)
            | Self::Negotiating(..)
            | Self::Renegotiating(_)
            | Self::Refused(_)
            | Self::Suspended(_)
            | Self::Disputed(_)
            | Self::Closed(_) => None,
            Self::Drafted(drafted) => Some(&drafted.text),
            Self::Congress(congress) => Some(&congress.text),
            Self::Adopted(adopted) => Some(&adopted.text),
            Self::Signed(signed) => Some(&signed.text),
            Self::Filed(filing) | Self::UnderReview(filing) => Some(&filing.signed.text),
            Self::Objected(objected) => Some(&objected.filing.signed.text),
            Self::Effective(effective) => Some(&effective.filing.signed.text),
            Self::Ended(ended) => Some(&ended.effective.filing.signed.text),
            Self::Rescinded(rescinded) => Some(&rescinded.signed.text),
        }
    }
}

/// An offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What was written.
    pub content: IssueOffer,
    /// When it was issued.
    pub issued_at: Moment,
    /// Who offers.
    pub side: Side,
}

/// Issued, not received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// The offer.
    pub offer: Offer,
}

/// Received, not answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwaitingReply {
    /// The offer.
    pub offer: Offer,
    /// When it was received.
    pub received_at: Moment,
}

/// Answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preparing {
    /// When it was answered.
    pub answered_at: Moment,
    /// The offer.
    pub offer: Offer,
    /// When it was received.
    pub received_at: Moment,
}

/// A text with its digest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreedText {
    /// Digest of the terms.
    pub digest: Digest,
    /// The terms. Shared: a text goes through many states and doesn't change.
    pub terms: Arc<Terms>,
}

/// A full text on the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Only slips of the pen are mended.
    pub clerical: bool,
    /// When each chief initialled.
    pub initialled: Sides<Option<Moment>>,
    /// The text.
    pub text: AgreedText,
}

/// How an initialled text came about, and so what it owes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Route {
    /// First agreement: to the congress within the first period.
    First,
    /// After a rejection by the congress.
    AfterRejection,
    /// After an objection by the bureau, with substance changed.
    AfterObjection,
}

/// Initialled by both chiefs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drafted {
    /// When the second chief initialled.
    pub agreed_at: Moment,
    /// How it came about.
    pub route: Route,
    /// The text.
    pub text: AgreedText,
}

/// Before the congress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Congress {
    /// When the draft was initialled.
    pub agreed_at: Moment,
    /// How the draft came about.
    pub route: Route,
    /// What was submitted.
    pub submission: SubmitToCongress,
    /// The text.
    pub text: AgreedText,
}

/// A vote of the congress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    /// Who voted.
    pub form: CongressForm,
    /// The protocol.
    pub protocol: RecordVote,
}

/// Rejected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renegotiating {
    /// A new text on the table.
    pub draft: Option<Draft>,
    /// The text that was rejected.
    pub rejected: AgreedText,
    /// The vote.
    pub vote: Vote,
}

/// A chief's signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignatureMark {
    /// When.
    pub at: Moment,
    /// How.
    pub method: SigningMethod,
    /// With the side's seal.
    pub sealed: bool,
}

/// Adopted by the congress, or mended after an objection without change of substance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adopted {
    /// When it was adopted, or initialled anew.
    pub at: Moment,
    /// Signatures so far.
    pub signatures: Sides<Option<SignatureMark>>,
    /// The text.
    pub text: AgreedText,
    /// The vote that carries it.
    pub vote: Vote,
}

/// Signed by both chiefs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// When it was adopted, or initialled anew.
    pub adopted_at: Moment,
    /// How often it was returned by the bureau.
    pub returned: u32,
    /// Both signatures.
    pub signatures: Sides<Option<SignatureMark>>,
    /// When the second chief signed.
    pub signed_at: Moment,
    /// The text.
    pub text: AgreedText,
    /// The vote that carries it.
    pub vote: Vote,
}

/// With the bureau.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilingState {
    /// Copies filed.
    pub copies: u32,
    /// Materials filed.
    pub materials: Vec<String>,
    /// Number of the filing, from 1.
    pub number: u32,
    /// An opinion that is issued.
    pub opinion: Option<Opinion>,
    /// When the bureau received it.
    pub received_at: Moment,
    /// Registry number.
    pub registered: Option<String>,
    /// What was filed.
    pub signed: Signed,
}

/// An opinion of the bureau on its way to the sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opinion {
    /// When it was issued.
    pub issued_at: Moment,
    /// Objections; empty for a no-objection opinion.
    pub items: Vec<ObjectionItem>,
    /// When each side received it.
    pub served: Sides<Option<Moment>>,
    /// The opinion in words, of a no-objection opinion.
    pub words: String,
}

/// Objected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectedFiling {
    /// A mended text on the table.
    pub draft: Option<Draft>,
    /// What was filed; its opinion holds the objections.
    pub filing: FilingState,
}

/// Why an agreement is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EffectBasis {
    /// A no-objection opinion reached both sides (WN9 22(2)).
    Opinion,
    /// The review period ended in silence (LL 34, LCL 54, ZJ-CC 34).
    Deemed,
}

/// The effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effect {
    /// On what basis.
    pub basis: EffectBasis,
    /// First day of effect.
    pub on: Date,
    /// First day of the term.
    pub term_from: Date,
    /// Last day of the term.
    pub term_to: Date,
}

/// In force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effective {
    /// When the higher union got the text.
    pub copied_at: Option<Moment>,
    /// The effect.
    pub effect: Effect,
    /// What was filed.
    pub filing: FilingState,
    /// When each side published.
    pub published: Sides<Option<Moment>>,
}
