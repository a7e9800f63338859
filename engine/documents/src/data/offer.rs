//! D01, the offer letter (协商要约书; WN9 17: time, place and content in writing; ZJ-CC 7–8, 19–20; CC22 32).

use law::Date;
use law::time::Moment;
use serde::{Deserialize, Serialize};

use super::{Header, Meeting, Parties, Representative, Side, Signed};

/// The offer letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfferLetter {
    /// Why the offer is made.
    pub basis: OfferBasis,
    /// The facts behind it in the sender's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis_facts: Option<String>,
    /// Articles that it rests on, ready to print.
    pub citations: Vec<String>,
    /// Data asked for.
    pub data_requested: Vec<String>,
    /// How it was served, where it was; otherwise a receipt slip is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Delivery>,
    /// Head of the paper.
    pub header: Header,
    /// Proposed time and place.
    pub meeting: Meeting,
    /// Who makes the offer.
    pub offering: Side,
    /// The sides.
    pub parties: Parties,
    /// When the answer is due.
    pub reply: ReplyPeriod,
    /// The sender's own representatives (HZ 24).
    pub representatives: Vec<Representative>,
    /// Signature, where given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signed>,
    /// What is to be bargained.
    pub topics: Vec<Topic>,
}

/// Why an offer is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfferBasis {
    /// The yearly bargaining (ZJ-CC 19, WN9 24).
    Annual,
    /// An agreement ends soon (ZJ-CC 30).
    Renewal,
    /// A rise of guideline or consumer prices within the year (ZJ-CC 20(1)).
    InYear,
    /// Great difficulty of the employer (ZJ-CC 20(2)).
    Hardship,
    /// A change or the early end of the agreement in force (ZJ-CC 31–33).
    Change,
}

/// A point to bargain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// What is asked.
    pub demand: String,
    /// What it is about.
    pub title: String,
}

/// When an answer is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReplyPeriod {
    /// Article, ready to print.
    pub citation: String,
    /// The last day, where the day of receipt is known.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "law::input::day_option")]
    pub due: Option<Date>,
    /// The period in words, such as 十个工作日.
    pub period: String,
}

/// How a paper was served.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Delivery {
    /// When it was received.
    pub at: Moment,
    /// How, in words.
    pub channel: String,
    /// Who received it.
    pub receiver: String,
}
