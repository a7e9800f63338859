//! Who owed what by when, who was late, and what comes next.

use law::Date;
use law::time::Moment;
use serde::Serialize;

/// A duty and how it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DutyRow {
    /// Id within the case.
    pub id: String,
    /// Key of the rule.
    pub rule: String,
    /// Name.
    pub name: String,
    /// `worker`, `employer`, `both` or `hrss`.
    pub owner: &'static str,
    /// Name of the owner.
    pub owner_name: String,
    /// Day of the event from which it counts.
    pub anchor: Date,
    /// Last day, until 24:00.
    pub due: Date,
    /// Last day before a holiday moved it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub raw_due: Option<Date>,
    /// Earlier date of another text, a warning only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amber_due: Option<Date>,
    /// The date rests on a year without a holiday notice.
    pub provisional: bool,
    /// What silence means.
    pub kind: law::deadline::Kind,
    /// Articles.
    pub citation: Vec<String>,
    /// How it stands.
    pub status: DutyState,
    /// Name of that.
    pub status_name: String,
    /// When it was met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met_at: Option<Moment>,
    /// Days after the last day: until it was met, or until now where it is still owed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_late: Option<i64>,
    /// What there is to say of it where its last day passed before it was met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missed: Option<Missed>,
}

/// A last day that passed, in three sentences; the articles are those of the duty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Missed {
    /// Who had not done what by when.
    pub found: String,
    /// What the text requires, counted from which day.
    pub required: String,
    /// What to do now.
    pub remedy: String,
}

/// How a duty stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DutyState {
    /// Owed, not due yet.
    Open,
    /// Met in time.
    Met,
    /// Met after the last day.
    Late,
    /// Past the last day and still owed.
    Struck,
    /// No longer binding.
    Voided,
    /// Ended in silence, which had effect.
    Lapsed,
    /// A term that ran its course.
    Over,
}

/// Somebody who was late.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Late {
    /// Id of the duty.
    pub duty: String,
    /// Its name.
    pub name: String,
    /// Who: `worker`, `employer`, `both` or `hrss`.
    pub owner: &'static str,
    /// Name of the owner.
    pub owner_name: String,
    /// Last day.
    pub due: Date,
    /// When it was met; absent where it never was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met_at: Option<Moment>,
    /// Days after the last day.
    pub days_late: i64,
    /// It is still owed.
    pub owed: bool,
    /// One sentence.
    pub text: String,
}

/// What comes next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Next {
    /// What to do at this stage, one sentence.
    pub text: String,
    /// Who owes what.
    pub owes: Vec<Owed>,
    /// What waits for a second person or the other side.
    pub waiting: Vec<String>,
    /// Acts that this stage knows, and who may do them.
    pub may: Vec<May>,
}

/// A duty that is owed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Owed {
    /// Id of the duty.
    pub duty: String,
    /// Who: `worker`, `employer`, `both` or `hrss`.
    pub owner: &'static str,
    /// Last day.
    pub due: Date,
    /// Days past the last day; 0 while it is in time.
    pub days_late: i64,
    /// One sentence.
    pub text: String,
}

/// An act that a stage knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct May {
    /// Flat name of the command.
    pub command: &'static str,
    /// Its name.
    pub name: String,
    /// Names of the capacities that may do it.
    pub who: Vec<String>,
}
