//! Sessions (协商会议), positions and minutes: CC22 33–34, ZJ-CC 16, WN9 11.

use law::Date;
use serde::{Deserialize, Serialize};

use super::section;
use crate::actor::{PersonRef, Side};
use crate::terms::Value;

section! {
    /// Sessions, positions, minutes.
    SessionCommand {
        ScheduleSession = "schedule_session",
        OpenSession = "open_session",
        TablePosition = "table_position",
        AcceptPosition = "accept_position",
        TablePackage = "table_package",
        AcceptPackage = "accept_package",
        CloseSession = "close_session",
        ConfirmMinutes = "confirm_minutes",
    }
}

/// Moves the day of the next session, as both sides agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScheduleSession {
    /// Day of the session.
    pub meeting_on: Date,
    /// Place.
    pub place: String,
}

/// Opens a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenSession {
    /// Representatives who attend, by person id.
    pub attending: Vec<PersonRef>,
    /// Chief who chairs it (执行主席).
    pub chair: Side,
    /// Place.
    pub place: String,
    /// The recorder whom both sides chose; not a representative.
    pub recorder: PersonRef,
}

/// Puts an ask or an offer for one clause on the table; binding only once both chiefs confirm the minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TablePosition {
    /// Id of the clause.
    pub clause: String,
    /// Side whose position it is; the recorder enters for both.
    pub side: Side,
    /// The words, with `{key}` for the values.
    pub text: String,
    /// Typed values.
    #[serde(default)]
    pub values: Vec<Value>,
}

/// Accepts the other side's latest position on a clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AcceptPosition {
    /// Id of the clause.
    pub clause: String,
    /// Side that accepts.
    pub side: Side,
}

/// Puts several clauses on the table as one offer: all or nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TablePackage {
    /// The clauses; no clause twice.
    pub items: Vec<PackageItem>,
    /// Side whose package it is; the recorder enters for both.
    pub side: Side,
}

/// One clause of a package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackageItem {
    /// Id of the clause.
    pub clause: String,
    /// The words, with `{key}` for the values.
    pub text: String,
    /// Typed values.
    #[serde(default)]
    pub values: Vec<Value>,
}

/// Accepts the other side's package as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AcceptPackage {
    /// Number of the package within the case, from 1.
    pub package: u32,
    /// Side that accepts.
    pub side: Side,
}

/// Closes the session; its minutes now wait for both chiefs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CloseSession {
    /// Day of the next session, if one was agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_on: Option<Date>,
    /// Summary in words.
    pub summary: String,
}

/// A chief confirms the minutes of a session (ZJ-CC 16(3)).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConfirmMinutes {
    /// Number of the session, from 1.
    pub session: u32,
}
