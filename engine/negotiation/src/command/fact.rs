//! Recorded facts that can be corrected, each with what stands and what is right.

use law::Date;
use law::input::{Tree, Unreadable};
use serde::de::{DeserializeOwned, Error};
use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{DatedAct, UnionProposal};
use crate::actor::{PersonRef, Side};

/// What a field of a fact says.
macro_rules! about {
    (act) => {
        "Which act."
    };
    (employer) => {
        "Key of the employer."
    };
    (letter) => {
        "Number of the opinion, from 1."
    };
    (new) => {
        "What is right."
    };
    (number) => {
        "Which of its kind on that side, in the order in which they were recorded, from 1."
    };
    (old) => {
        "What stands."
    };
    (order) => {
        "Which decision, from 1."
    };
    (session) => {
        "Number of the session, from 1."
    };
    (side) => {
        "The side whose act it is; none for acts of the bureau, of a congress, of both."
    };
}

macro_rules! facts {
    ($($(#[$doc:meta])* $variant:ident { $($field:ident: $type:ty),+ } = $name:literal),+ $(,)?) => {
        /// A recorded fact with the value that stands and the value that is right. Written as
        /// `{"fact":"offer_received","new":…,"old":…}`.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum FactChange {
            $($(#[$doc])* $variant { $(#[doc = about!($field)] $field: $type),+ }),+
        }

        impl FactChange {
            /// The names of all facts.
            pub const NAMES: &'static [&'static str] = &[$($name),+];
        }

        impl Serialize for FactChange {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant { $($field),+ } => {
                        let mut out = serializer.serialize_struct("FactChange", 1 + [$(stringify!($field)),+].len())?;
                        out.serialize_field("fact", $name)?;
                        $(out.serialize_field(stringify!($field), $field)?;)+
                        out.end()
                    })+
                }
            }
        }

        impl Written {
            fn read(mut self) -> Result<FactChange, Unreadable> {
                let fact = match self.fact.as_str() {
                    $($name => FactChange::$variant { $($field: take(stringify!($field), &mut self.$field)?),+ },)+
                    other => return Err(Unreadable::unknown_variant(other, FactChange::NAMES)),
                };
                self.left().map_or(Ok(fact), |name| Err(Unreadable::unknown_field(name, &["new", "old"])))
            }
        }
    };
}

facts! {
    /// Day on which the offer was received.
    OfferReceived { new: Date, old: Date } = "offer_received",
    /// Day on which the bureau received the filing.
    FilingReceived { new: Date, old: Date } = "filing_received",
    /// Number of workers.
    Headcount { new: u32, old: u32 } = "headcount",
    /// Registered name of the employer.
    EmployerName { new: String, old: String } = "employer_name",
    /// Registered address of the employer.
    EmployerAddress { new: String, old: String } = "employer_address",
    /// Name of the union.
    UnionName { new: String, old: String } = "union_name",
    /// Registered address of the union.
    UnionAddress { new: String, old: String } = "union_address",
    /// Unified social credit code of the employer.
    EmployerUscc { new: String, old: String } = "employer_uscc",
    /// Unified social credit code of the union.
    UnionUscc { new: String, old: String } = "union_uscc",
    /// Women among the workers.
    Female { new: u32, old: u32 } = "female",
    /// Dispatched workers.
    Dispatched { new: u32, old: u32 } = "dispatched",
    /// Above-scale enterprise (规模以上).
    AboveScale { new: bool, old: bool } = "above_scale",
    /// Day on which the offer was answered.
    OfferAnswered { new: Date, old: Date } = "offer_answered",
    /// Day that was agreed for the first session, while it has not been held.
    MeetingAgreed { new: Date, old: Date } = "meeting_agreed",
    /// Day on which a session was opened.
    SessionOpened { new: Date, old: Date, session: u32 } = "session_opened",
    /// Day on which a session was closed.
    SessionClosed { new: Date, old: Date, session: u32 } = "session_closed",
    /// Day of the vote.
    VoteHeld { new: Date, old: Date } = "vote_held",
    /// Figures of the counting protocol; the outcome of the vote stays.
    VoteCount { new: Ballots, old: Ballots } = "vote_count",
    /// Day on which a side's chief signed.
    Signed { new: Date, old: Date, side: Side } = "signed",
    /// Copies filed.
    Copies { new: u32, old: u32 } = "copies",
    /// Registry number of the bureau.
    RegistryNumber { new: String, old: String } = "registry_number",
    /// Day on which the bureau's opinion reached a side.
    OpinionServed { new: Date, old: Date, side: Side } = "opinion_served",
    /// Day on which a side published the text.
    Published { new: Date, old: Date, side: Side } = "published",
    /// Registered name of a covered employer.
    CoveredName { employer: String, new: String, old: String } = "covered_name",
    /// Unified social credit code of a covered employer.
    CoveredUscc { employer: String, new: String, old: String } = "covered_uscc",
    /// Workers of a covered employer.
    CoveredWorkers { employer: String, new: u32, old: u32 } = "covered_workers",
    /// An employer that was put on the coverage list by mistake: it never was one of those to be covered.
    WronglyCovered { employer: String } = "wrongly_covered",
    /// Day on which an opinion of the union was received, or its receipt refused.
    LetterReceived { letter: u32, new: Date, old: Date } = "letter_received",
    /// Day from which the talks are or were suspended.
    SuspendedFrom { new: Date, old: Date } = "suspended_from",
    /// Day on which the bureau took a dispute up.
    CoordinationAccepted { new: Date, old: Date } = "coordination_accepted",
    /// Day of an act that has no fact of its own above.
    Done { act: DatedAct, new: Date, number: u32, old: Date, side: Side } = "done",
    /// Day on which suspended talks went on, from the resumption on.
    SuspendedTo { new: Date, old: Date } = "suspended_to",
    /// Disabled workers.
    Disabled { new: u32, old: u32 } = "disabled",
    /// Region of the enterprise, for minimum wage and guideline.
    Region { new: String, old: String } = "region",
    /// Legal representative of the employer.
    LegalRep { new: PersonRef, old: PersonRef } = "legal_rep",
    /// Chair of the union.
    UnionChair { new: PersonRef, old: PersonRef } = "union_chair",
    /// Place of a session.
    SessionPlace { new: String, old: String, session: u32 } = "session_place",
    /// Materials filed.
    Materials { new: Vec<String>, old: Vec<String> } = "materials",
    /// Receipt number of a recorded rescission.
    RescissionNumber { new: String, old: String } = "rescission_number",
    /// Number of a decision of the bureau.
    OrderNumber { new: String, old: String, order: u32 } = "order_number",
    /// Registry number of a dispute, while the bureau coordinates.
    CoordinationNumber { new: String, old: String } = "coordination_number",
    /// Unions of enterprises that asked for an offer, and how many there are (NB 27).
    UnionsAsked { new: UnionProposal, old: UnionProposal } = "unions_asked",
    /// Day on which the own congress of a covered employer voted.
    OwnVoteHeld { employer: String, new: Date, old: Date } = "own_vote_held",
    /// Figures of the protocol of a covered employer's own congress; the outcome of the vote stays.
    OwnVoteCount { employer: String, new: Ballots, old: Ballots } = "own_vote_count",
}

impl<'de> Deserialize<'de> for FactChange {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Tree::deserialize(deserializer)?.read::<Written>().and_then(Written::read).map_err(D::Error::custom)
    }
}

/// A fact as it is written: its name, and whatever any fact may say, still unread.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    act: Option<Tree>,
    employer: Option<Tree>,
    fact: String,
    letter: Option<Tree>,
    new: Option<Tree>,
    number: Option<Tree>,
    old: Option<Tree>,
    order: Option<Tree>,
    session: Option<Tree>,
    side: Option<Tree>,
}

impl Written {
    /// A field that the fact doesn't have.
    fn left(&self) -> Option<&'static str> {
        let all = [
            ("act", &self.act),
            ("employer", &self.employer),
            ("letter", &self.letter),
            ("new", &self.new),
            ("number", &self.number),
            ("old", &self.old),
            ("order", &self.order),
            ("session", &self.session),
            ("side", &self.side),
        ];
        all.into_iter().find_map(|(name, value)| value.as_ref().map(|_| name))
    }
}

fn take<T: DeserializeOwned>(name: &'static str, unread: &mut Option<Tree>) -> Result<T, Unreadable> {
    unread.take().ok_or_else(|| Unreadable::missing_field(name))?.read()
}

/// The figures of a counting protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ballots {
    /// Abstentions.
    pub abstain: u32,
    /// Ballots given out.
    pub issued: u32,
    /// Votes against.
    pub no: u32,
    /// Present at the vote.
    pub present: u32,
    /// Ballots returned.
    pub returned: u32,
    /// All elected delegates, or all workers, on the day.
    pub total: u32,
    /// Votes in favour.
    pub yes: u32,
}
