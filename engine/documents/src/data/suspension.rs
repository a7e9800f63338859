//! D10, the agreement to suspend bargaining (中止协商协议; CC22 35, ZJ-CC 17, ZJ-DM 29(3), HZ 27, NB 19).

use law::Date;
use messages::Said;
use serde::{Deserialize, Serialize};

use super::paper::{filled, hold, not_before};
use super::{Header, Meeting, Paper, Parties, Runs, Side, Signatures};
use crate::DataError;

/// The agreement of both chiefs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SuspensionAgreement {
    /// Most days in all, where the rules set one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<SuspensionCap>,
    /// Articles that it rests on, ready to print.
    pub citations: Vec<String>,
    /// When each side consented (ZJ-CC 17: the workers' side must; ZJ-DM 29: both).
    pub consents: Consents,
    /// Days of this suspension; the day on which it begins isn't counted (CIV 201(1)).
    pub days: u32,
    /// Days of earlier suspensions of this bargaining.
    pub days_before: u32,
    /// Head of the paper.
    pub header: Header,
    /// When and where bargaining goes on.
    pub next: Meeting,
    /// What about, without full stops.
    pub next_topics: Vec<String>,
    /// The sides.
    pub parties: Parties,
    /// Who asked for it.
    pub proposer: Side,
    /// Why.
    pub reason: String,
    /// The day on which it begins and its last day.
    pub runs: Runs,
    /// After which session, from 1.
    pub session: u32,
    /// Signatures of the two chiefs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signatures: Option<Signatures>,
    /// What is to be done meanwhile.
    pub tasks: Vec<String>,
}

/// Most days of suspension in all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SuspensionCap {
    /// Article, ready to print.
    pub citation: String,
    /// Days.
    pub days: u32,
}

/// When the sides consented; a date that is missing is left blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consents {
    /// The employer.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "law::input::day_option")]
    pub employer: Option<Date>,
    /// The workers.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "law::input::day_option")]
    pub worker: Option<Date>,
}

impl Paper for SuspensionAgreement {
    fn header(&self) -> &Header {
        &self.header
    }

    /// Days as the calendar counts them, and bargaining that goes on afterwards with something to talk about.
    fn check(&self) -> Result<(), DataError> {
        self.runs.check("runs")?;
        let expected = self.runs.to.duration_since(self.runs.from).as_hours() / 24;
        let said = || Said::new("doc-data-days").arg("found", self.days).arg("expected", expected);
        hold(i64::from(self.days) == expected, || "days".to_owned(), said)?;
        not_before("next.on", self.next.on, self.runs.to)?;
        filled("next_topics", &self.next_topics)
    }
}
