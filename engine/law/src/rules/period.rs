//! A period of time as a rule gives it.

use serde::{Deserialize, Serialize};

use super::Source;
use crate::citation::Citation;

/// How much time, counted how, from what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// The stricter date of another text, shown as a warning and never as the due date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amber: Option<Amber>,
    /// How many units.
    pub amount: u16,
    /// The event from which (or to which) it counts.
    pub anchor: Anchor,
    /// After the anchor or before it.
    pub direction: Direction,
    /// Units by which the period may be extended (coordination: 15 days).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<u16>,
    /// What happens when it ends.
    pub kind: Kind,
    /// What stops the clock.
    pub pause: Pause,
    /// What happens where the last day is a holiday.
    pub roll: Roll,
    /// Where it stands.
    pub source: Source,
    /// The unit.
    pub unit: Unit,
    /// Amount and unit as the text writes them.
    pub written: String,
}

/// The stricter date of another text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amber {
    /// How many units.
    pub amount: u16,
    /// The articles.
    pub citation: Vec<Citation>,
    /// The unit.
    pub unit: Unit,
    /// Whether it concerns wage agreements only.
    pub wage_only: bool,
}

/// Units of time in statutes: 日, 工作日, 月, 年.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// 日: every day counts.
    CalendarDay,
    /// 工作日: working days, make-up days included.
    WorkingDay,
    /// 月: to the corresponding day of another month (CIV 202).
    Month,
    /// 年: to the corresponding day of another year (CIV 202).
    Year,
}

impl Unit {
    /// The word in files: `calendar_day`, `working_day`, `month`, `year`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::CalendarDay => "calendar_day",
            Self::WorkingDay => "working_day",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

/// Which way a period runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// From the anchor onwards; the anchor's day is not counted (CIV 201).
    After,
    /// Back from the anchor; the anchor's day is not counted.
    Before,
}

/// What happens when a period ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Silence has legal effect.
    Lapse,
    /// The act stays possible; the default is on record.
    Breach,
    /// A right or relation ends.
    Term,
    /// The act is possible from one day to another.
    Window,
}

impl Kind {
    /// The word in files: `lapse`, `breach`, `term`, `window`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Lapse => "lapse",
            Self::Breach => "breach",
            Self::Term => "term",
            Self::Window => "window",
        }
    }
}

/// What happens where the last day is a holiday or weekend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Roll {
    /// The next working day is the last (CIV 203(1)).
    Forward,
    /// The previous working day is the last: the other side keeps its whole time.
    Backward,
    /// The day stays.
    Never,
}

/// What stops the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pause {
    /// Nothing.
    Never,
    /// A suspension of the talks.
    Suspension,
}

/// The events from which periods count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    /// Both sides reached agreement: the second chief initialled the draft.
    AgreementReached,
    /// Both chiefs signed: the later of the two signatures.
    ChiefsSigned,
    /// The bureau accepted the application for coordination.
    CoordinationAccepted,
    /// The agreement took effect.
    Effective,
    /// The agreement's last day.
    Expiry,
    /// The first meeting.
    FirstMeeting,
    /// The bureau received the filing.
    HrssReceived,
    /// The meeting.
    Meeting,
    /// The negotiation starts.
    NegotiationStart,
    /// The offer was issued.
    OfferIssued,
    /// The offer was received.
    OfferReceived,
    /// The opinion of the union was received.
    OpinionReceived,
    /// Agreement was reached again after a rejection.
    ReAgreement,
    /// The representatives were elected.
    RepsElected,
    /// The agreement was rescinded.
    Rescinded,
    /// The suspension began.
    SuspensionStart,
    /// The eve of the first day of a year of the agreement's term.
    TermYearEve,
    /// A representative's seat fell vacant.
    Vacated,
}

impl Anchor {
    /// The word in files, such as `offer_received`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::AgreementReached => "agreement_reached",
            Self::ChiefsSigned => "chiefs_signed",
            Self::CoordinationAccepted => "coordination_accepted",
            Self::Effective => "effective",
            Self::Expiry => "expiry",
            Self::FirstMeeting => "first_meeting",
            Self::HrssReceived => "hrss_received",
            Self::Meeting => "meeting",
            Self::NegotiationStart => "negotiation_start",
            Self::OfferIssued => "offer_issued",
            Self::OfferReceived => "offer_received",
            Self::OpinionReceived => "opinion_received",
            Self::ReAgreement => "re_agreement",
            Self::RepsElected => "reps_elected",
            Self::Rescinded => "rescinded",
            Self::SuspensionStart => "suspension_start",
            Self::TermYearEve => "term_year_eve",
            Self::Vacated => "vacated",
        }
    }
}
