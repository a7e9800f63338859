//! D09, the minutes of a session (协商会议纪要; ZJ-CC 16(3): one recorder, confirmed and signed by both chiefs).

use law::time::Moment;
use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::{Header, Meeting, Parties, RecorderProposal, Side, Signatures, Signed};

/// The minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Minutes {
    /// Who was invited and who came.
    pub attendance: Vec<Attendant>,
    /// Who presided: the chiefs take turns (CC22 34, ZJ-CC 16).
    pub chair: Attendant,
    /// When the session ended.
    pub closed_at: Moment,
    /// Confirmation by the two chiefs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmation: Option<Signatures>,
    /// Head of the paper.
    pub header: Header,
    /// The next session, where agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Meeting>,
    /// When the session began.
    pub opened_at: Moment,
    /// The sides.
    pub parties: Parties,
    /// Where.
    pub place: String,
    /// Clause by clause.
    pub positions: Vec<Position>,
    /// The recorder, who represents neither side.
    pub recorder: RecorderProposal,
    /// The recorder's signature.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorder_signature: Option<Signed>,
    /// Digest of a recording, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recording: Option<Digest>,
    /// Number of the session, from 1.
    pub session: u32,
    /// What else was said or done, in paragraphs.
    pub summary: Vec<String>,
}

/// A person at the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attendant {
    /// Whether chief of the side.
    pub chief: bool,
    /// Name.
    pub name: String,
    /// Post.
    pub post: String,
    /// Whether present.
    pub present: bool,
    /// Side.
    pub side: Side,
}

/// Where the sides stand on a clause at the end of the session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// Clause, in words.
    pub clause: String,
    /// What was asked, and by whom.
    pub demand: String,
    /// How it stands.
    pub outcome: PositionOutcome,
    /// What was answered.
    pub reply: String,
    /// The agreed words or figure, where agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<String>,
}

/// How a clause stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PositionOutcome {
    /// 达成一致
    Agreed,
    /// 待议
    Pending,
}
