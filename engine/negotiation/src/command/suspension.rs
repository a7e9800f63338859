//! Suspension (中止) and resumption: CC22 35, ZJ-CC 17, ZJ-DM 29, HZ 27, NB 19.

use law::Date;
use serde::{Deserialize, Serialize};

use super::section;

section! {
    /// Suspension and resumption.
    SuspensionCommand {
        ProposeSuspension = "propose_suspension",
        Suspend = "suspend",
        Resume = "resume",
    }
}

/// A side proposes to suspend; the other side's consent is its own act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProposeSuspension {
    /// What the next session will be about.
    pub next_content: String,
    /// Day of the next session; the talks are suspended until it.
    pub next_on: Date,
    /// Place of the next session.
    pub next_place: String,
    /// Why.
    pub reason: String,
}

/// The side that was asked consents: the talks are suspended. Where the profile asks for the workers' consent only
/// (ZJ-CC 17), a proposal by the workers stands without it and the employer's answer is recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suspend {
    /// The other side's answer, as who gives the command knows it.
    pub consent: bool,
}

/// The talks go on, on the day agreed or before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resume {
    /// Day of the next session.
    pub meeting_on: Date,
    /// Place.
    pub place: String,
}
