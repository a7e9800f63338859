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

/// A side's word on the proposal that is on the table. From the side that was asked: it agrees, and the talks are
/// suspended, or it declines. From the side that proposed: it suspends on its own word, which the text must allow
/// (ZJ-CC 17: the workers), or it takes the proposal back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suspend {
    /// The talks are to be suspended.
    pub consent: bool,
}

/// The talks go on: on the day agreed, before or after; or without the bureau, where its coordination is given up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resume {
    /// Day of the next session, where it is another than the one agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting_on: Option<Date>,
    /// Place, where it is another than the one agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}
