//! Papers, corrections and slips that wait for a second person, and the days that corrections are about.

use law::Date;
use law::time::Moment;
use ledger::Digest;

use crate::actor::{Actor, Side};
use crate::command::FactChange;
use crate::state::AgreedText;

/// An act on paper that was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperEntry {
    /// Who did the act.
    pub actor: Actor,
    /// It was confirmed and counts.
    pub confirmed: bool,
    /// Who entered it.
    pub entered_by: Actor,
    /// Date on the paper.
    pub on: Date,
    /// The act as canonical JSON text.
    pub text: String,
}

/// A correction that was proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PendingCorrection {
    /// It was confirmed and stands.
    pub confirmed: bool,
    /// The fact.
    pub fact: FactChange,
    /// The day from which it is another, where it was right until then.
    pub from: Option<Date>,
    /// Who proposed it.
    pub proposed_by: Actor,
}

/// The days of offer, receipt and answer, as far as the case has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OfferDays {
    /// When it was answered.
    pub answered_at: Option<Moment>,
    /// When it was issued.
    pub issued_at: Option<Moment>,
    /// When it was received.
    pub received_at: Option<Moment>,
}

/// A slip of the pen that was proposed to be mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PendingSlip {
    /// It was confirmed and the text is mended.
    pub confirmed: bool,
    /// The mended text.
    pub mended: AgreedText,
    /// SHA-256 of the notice to the congress.
    pub notice: Digest,
    /// Digest of the text that is mended.
    pub of: Digest,
    /// Side whose chief proposed it.
    pub side: Side,
}

/// A mended text and the one it took the place of: for the law they are the same text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextLink {
    /// Digest of the mended text.
    pub new: Digest,
    /// Digest of the text before.
    pub old: Digest,
}
