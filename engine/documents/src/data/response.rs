//! D02, the written response to an offer (应约书; ZJ-CC 7, WN9 17, HZ 24), or a refusal, which is owed in writing too
//! (CC22 32).

use law::Date;
use law::time::Moment;
use messages::Said;
use serde::{Deserialize, Serialize};

use super::paper::hold;
use super::{Header, Meeting, Paper, Parties, Representative, Side, Signed};
use crate::DataError;

/// The response.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Response {
    /// Accepts time and place, proposes others, or refuses.
    pub answer: Answer,
    /// Data that the responding side asks for.
    pub data_requested: Vec<String>,
    /// Head of the paper.
    pub header: Header,
    /// When and where to meet; nowhere where the offer is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Meeting>,
    /// The offer that is answered.
    pub offer: OfferRef,
    /// The sides.
    pub parties: Parties,
    /// Why the offer is refused, in paragraphs; empty where no reason was given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<String>,
    /// A recorder who represents neither side (CC22 33(5)), where proposed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorder: Option<RecorderProposal>,
    /// Representatives of the responding side.
    pub representatives: Vec<Representative>,
    /// Who responds.
    pub responding: Side,
    /// Signature, where given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signed>,
    /// Point by point.
    pub topics: Vec<TopicAnswer>,
}

/// Whether the proposed time and place suit, or nothing does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Time and place as proposed.
    Accept,
    /// Another time or place.
    Change,
    /// No talks.
    Refuse,
}

/// The offer that is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfferRef {
    /// Date of the offer.
    #[serde(with = "law::input::day")]
    pub date: Date,
    /// Last day for the answer.
    #[serde(with = "law::input::day")]
    pub due: Date,
    /// Why the answer comes late, where it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_reason: Option<String>,
    /// Its number.
    pub number: String,
    /// When it was received.
    pub received_at: Moment,
    /// Its title.
    pub title: String,
}

/// A proposed recorder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecorderProposal {
    /// Name.
    pub name: String,
    /// Post or unit.
    pub post: String,
}

/// What the responding side says to a point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TopicAnswer {
    /// In its own words.
    pub position: String,
    /// The point as the offer names it.
    pub title: String,
}

impl Paper for Response {
    fn header(&self) -> &Header {
        &self.header
    }

    /// Whoever doesn't refuse says when and where to meet.
    fn check(&self) -> Result<(), DataError> {
        let meets = match self.answer {
            Answer::Accept | Answer::Change => self.meeting.is_some(),
            Answer::Refuse => true,
        };
        hold(meets, || "meeting".to_owned(), || Said::new("doc-data-empty"))
    }
}
