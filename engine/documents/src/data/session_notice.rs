//! D08, the notice of a session (协商会议通知; ZJ-CC 16: agenda and attending representatives, CC22 33–34).

use serde::{Deserialize, Serialize};

use super::paper::filled;
use super::{Delivery, Header, Meeting, Paper, Parties, RecorderProposal, ReplyPeriod, Representative, Side, Signed};
use crate::DataError;

/// The notice that one side gives the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionNotice {
    /// Points of the agenda.
    pub agenda: Vec<String>,
    /// Whose chief presides (CC22 34: in turn), where agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chair: Option<Side>,
    /// Articles that it rests on, ready to print.
    pub citations: Vec<String>,
    /// How it was served, where it was; otherwise a receipt slip is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Delivery>,
    /// Head of the paper.
    pub header: Header,
    /// Address of a session held online.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// What is handed over with it.
    pub materials: Vec<String>,
    /// When and where.
    pub meeting: Meeting,
    /// By when the other side is to have it (ZJ-CC 16(2)); the period in words such as 会议召开7日前.
    pub notice: ReplyPeriod,
    /// The sides.
    pub parties: Parties,
    /// The recorder, who represents neither side (CC22 33(5)), where agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorder: Option<RecorderProposal>,
    /// The sender's representatives who attend.
    pub representatives: Vec<Representative>,
    /// Who gives notice.
    pub sender: Side,
    /// Number of the session, from 1.
    pub session: u32,
    /// Signature, where given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signed>,
    /// Hour of the day in words; blank to fill where unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
}

impl Paper for SessionNotice {
    fn header(&self) -> &Header {
        &self.header
    }

    /// What the notice is given for: the agenda and who attends (ZJ-CC 16(2)).
    fn check(&self) -> Result<(), DataError> {
        filled("agenda", &self.agenda)?;
        filled("representatives", &self.representatives)
    }
}
