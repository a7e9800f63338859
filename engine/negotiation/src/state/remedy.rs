//! What the law offers against a side that doesn't do its part, and how a side gives up.

use law::Date;
use law::time::Moment;
use ledger::Digest;

use crate::actor::{Side, Sides};
use crate::command::{Grievance, OrderDecision};

/// Letters, orders, refusals to sign and a withdrawal that waits for the other side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remedies {
    /// The side that gave the negotiation up while the other has not.
    pub giving_up: Option<Side>,
    /// Letters of supervision, in order.
    pub letters: Vec<Letter>,
    /// Decisions of the bureau, in order.
    pub orders: Vec<Order>,
    /// Each side's latest refusal to sign.
    pub sign_refusals: Sides<Option<SignRefusal>>,
}

impl Remedies {
    /// The letter of a kind with this number.
    #[must_use]
    pub fn letter(&self, kind: LetterKind, number: u32) -> Option<&Letter> {
        self.letters.iter().find(|letter| letter.kind == kind && letter.number == number)
    }

    /// Letters that complain of this and are not closed.
    pub fn open_letters(&self, grievance: Grievance) -> impl Iterator<Item = &Letter> {
        self.letters.iter().filter(move |letter| letter.grievance == grievance && !letter.closed)
    }
}

/// A letter of supervision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The employer's latest answer, to an opinion.
    pub answer: Option<LetterAnswer>,
    /// The date that the letter itself sets.
    pub by: Option<Date>,
    /// The bureau found no ground in it.
    pub closed: bool,
    /// What it complains of.
    pub grievance: Grievance,
    /// Which letter.
    pub kind: LetterKind,
    /// Number within the kind, from 1.
    pub number: u32,
    /// Whether it arrived, of an opinion.
    pub receipt: Option<Receipt>,
    /// When it was sent.
    pub sent_at: Moment,
}

/// The letters (一函两书, and 整改意见书).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LetterKind {
    /// 提示函
    Reminder,
    /// 意见书
    Opinion,
    /// 整改意见书
    Rectification,
    /// 建议书
    Proposal,
}

/// Whether an opinion arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receipt {
    /// It was received.
    Received(Moment),
    /// Receipt was refused.
    Refused(Moment),
}

impl Receipt {
    /// When it arrived, or was refused.
    #[must_use]
    pub const fn at(self) -> Moment {
        match self {
            Self::Received(at) | Self::Refused(at) => at,
        }
    }
}

/// The employer's answer to an opinion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LetterAnswer {
    /// When.
    pub at: Moment,
    /// The employer will correct.
    pub will_correct: bool,
}

/// A decision of the bureau on what letters complain of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// When.
    pub at: Moment,
    /// By when the employer is to correct.
    pub correct_by: Option<Date>,
    /// What was decided.
    pub decision: OrderDecision,
    /// What it is about.
    pub grievance: Grievance,
    /// Number of the decision.
    pub number: String,
}

/// A refusal to sign a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignRefusal {
    /// When.
    pub at: Moment,
    /// The reason given; empty where none was.
    pub reason: String,
    /// Digest of the text.
    pub terms: Digest,
}
