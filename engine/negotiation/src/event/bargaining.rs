//! Events from the opening of a case to the agreement at the table. `at` is the legal instant.

use law::Date;
use law::dataset::DatasetHashes;
use law::time::Moment;
use ledger::Digest;
use serde::{Deserialize, Serialize};

use crate::actor::{PersonRef, Side};
use crate::command::{DisclosureItem, IssueOffer, Member, OpenCase, Selection};
use crate::terms::{Terms, Value};

/// `case_opened.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseOpened {
    /// When.
    pub at: Moment,
    /// Data sets that apply from the start.
    pub datasets: DatasetHashes,
    /// What was asked for.
    pub opened: OpenCase,
}

/// `platform_accepted.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlatformAccepted {
    /// When.
    pub at: Moment,
    /// Who.
    pub side: Side,
    /// SHA-256 of the text accepted.
    pub text: Digest,
}

/// `reps_registered.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RepsRegistered {
    /// When.
    pub at: Moment,
    /// The representatives.
    pub members: Vec<Member>,
    /// How they were chosen.
    pub selection: Selection,
    /// Whose they are.
    pub side: Side,
}

/// `reps_announced.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RepsAnnounced {
    /// When.
    pub at: Moment,
    /// Where and how.
    pub channel: String,
    /// Whose they are.
    pub side: Side,
}

/// `offer_issued.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfferIssued {
    /// When.
    pub at: Moment,
    /// The offer.
    pub offer: IssueOffer,
    /// Side that offers.
    pub side: Side,
}

/// `offer_delivered.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfferDelivered {
    /// When it was received.
    pub at: Moment,
    /// SHA-256 of a receipt on paper; none for the platform inbox.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<Digest>,
}

/// `offer_answered.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfferAnswered {
    /// When.
    pub at: Moment,
    /// What the side says to the topics.
    pub content: String,
    /// Agreed day of the first meeting.
    pub meeting_on: Date,
    /// Agreed place.
    pub place: String,
    /// Side that answered.
    pub side: Side,
}

/// `data_requested.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DataRequested {
    /// When.
    pub at: Moment,
    /// What; numbered on from the requests before.
    pub items: Vec<String>,
    /// Side that asks.
    pub side: Side,
}

/// `disclosed.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disclosed {
    /// Numbers of the requests that are answered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<u32>,
    /// When.
    pub at: Moment,
    /// What.
    pub item: DisclosureItem,
    /// Salted commitments.
    pub materials: Vec<Digest>,
    /// Points in words.
    pub points: Vec<String>,
    /// Side that gives.
    pub side: Side,
}

/// `session_scheduled.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionScheduled {
    /// Day.
    pub meeting_on: Date,
    /// Place.
    pub place: String,
}

/// `session_opened.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionOpened {
    /// When.
    pub at: Moment,
    /// Representatives who attend.
    pub attending: Vec<PersonRef>,
    /// Chief who chairs.
    pub chair: Side,
    /// Number, from 1.
    pub number: u32,
    /// Place.
    pub place: String,
    /// The recorder.
    pub recorder: PersonRef,
}

/// `position_tabled.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PositionTabled {
    /// When.
    pub at: Moment,
    /// Id of the clause.
    pub clause: String,
    /// Session, from 1.
    pub session: u32,
    /// Whose position.
    pub side: Side,
    /// Words.
    pub text: String,
    /// Typed values.
    pub values: Vec<Value>,
}

/// `position_accepted.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PositionAccepted {
    /// When.
    pub at: Moment,
    /// Id of the clause.
    pub clause: String,
    /// Session, from 1.
    pub session: u32,
    /// Side that accepts.
    pub side: Side,
}

/// `session_closed.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionClosed {
    /// When.
    pub at: Moment,
    /// Day of the next session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_on: Option<Date>,
    /// Session, from 1.
    pub session: u32,
    /// Summary.
    pub summary: String,
}

/// `minutes_confirmed_by.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinutesConfirmedBy {
    /// When.
    pub at: Moment,
    /// Session, from 1.
    pub session: u32,
    /// Side whose chief confirmed.
    pub side: Side,
}

/// `minutes_confirmed.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinutesConfirmed {
    /// When the second chief confirmed.
    pub at: Moment,
    /// Session, from 1.
    pub session: u32,
}

/// `draft_tabled.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftTabled {
    /// When.
    pub at: Moment,
    /// Only slips of the pen are mended.
    pub clerical: bool,
    /// Digest of the text.
    pub digest: Digest,
    /// The text.
    pub terms: Box<Terms>,
}

/// `draft_initialled.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftInitialled {
    /// When.
    pub at: Moment,
    /// Side whose chief initialled.
    pub side: Side,
    /// Digest of the text.
    pub terms: Digest,
}

/// `agreement_reached.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementReached {
    /// When the second chief initialled.
    pub at: Moment,
    /// Digest of the text.
    pub terms: Digest,
}
