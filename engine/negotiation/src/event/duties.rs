//! Events about duties: who owes what by when. The dates stand in the events, so a history carries its own deadlines.

use law::Date;
use law::citation::Citation;
use law::time::Moment;
use serde::{Deserialize, Serialize};

use crate::state::{Duty, DutyDates};

/// `duty_opened.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DutyOpened {
    /// The duty.
    pub duty: Duty,
}

/// `duty_met.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DutyMet {
    /// When it was met.
    pub at: Moment,
    /// Id of the duty.
    pub duty: String,
    /// After it fell due.
    pub late: bool,
}

/// `duty_lapsed.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DutyLapsed {
    /// The instant at which it fell due.
    pub at: Moment,
    /// Id of the duty.
    pub duty: String,
}

/// `duty_voided.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DutyVoided {
    /// Id of the duty.
    pub duty: String,
}

/// `duty_recomputed.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DutyRecomputed {
    /// The day from which the period is counted now.
    pub anchor: Date,
    /// The dates now.
    pub dates: DutyDates,
    /// Id of the duty.
    pub duty: String,
    /// The day from which it stands like this: nobody is in default under these dates before that day is over.
    pub opened_on: Date,
}

/// `breach_recorded.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BreachRecorded {
    /// The instant at which the default began.
    pub at: Moment,
    /// Articles of the duty.
    pub citation: Vec<Citation>,
    /// Id of the duty.
    pub duty: String,
}

/// `breach_withdrawn.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BreachWithdrawn {
    /// Id of the duty.
    pub duty: String,
}
