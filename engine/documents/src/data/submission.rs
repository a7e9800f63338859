//! D12, the draft put before the workers' congress, with its explanation (提请审议报告; ZJ-CC 24(1), (3), CC22 36).

use law::Date;
use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::paper::not_before;
use super::{Body, Header, Meeting, Paper, Parties, ReplyPeriod, Signatures};
use crate::DataError;

/// The report that puts a draft before the congress.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CongressSubmission {
    /// What changed since the congress rejected an earlier draft, where it did (ZJ-CC 24(3)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again: Option<Resubmission>,
    /// What is attached, by name.
    pub annexes: Vec<String>,
    /// Who votes.
    pub body: Body,
    /// Articles that it rests on, ready to print.
    pub citations: Vec<String>,
    /// Title of the draft.
    pub draft: String,
    /// By when it is to be put before the congress (ZJ-CC 24(1)); the period in words such as 自达成一致之日起15个工作日内.
    pub due: ReplyPeriod,
    /// What it means for workers and enterprise, in paragraphs.
    pub effect: Vec<String>,
    /// Head of the paper.
    pub header: Header,
    /// When and where the congress meets.
    pub meeting: Meeting,
    /// The sides.
    pub parties: Parties,
    /// Key points, old and new.
    pub points: Vec<KeyPoint>,
    /// Day on which the sides agreed.
    #[serde(with = "law::input::day")]
    pub reached_on: Date,
    /// Name of the session, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<String>,
    /// Signatures of the two chiefs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signatures: Option<Signatures>,
    /// Day on which it is put before the congress.
    #[serde(with = "law::input::day")]
    pub submitted_on: Date,
    /// How bargaining went, in paragraphs.
    pub summary: Vec<String>,
    /// Digest of the terms.
    pub terms_digest: Digest,
}

/// A draft that comes back to the congress.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resubmission {
    /// What was amended.
    pub amendments: Vec<String>,
    /// Day on which the earlier draft was rejected.
    #[serde(with = "law::input::day")]
    pub rejected_on: Date,
    /// How often the case comes to the vote, this time included: 2 or more.
    pub round: u32,
}

/// A key point of the draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyPoint {
    /// What the draft says.
    pub new: String,
    /// What was agreed or paid before, where anything was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old: Option<String>,
    /// What it is about.
    pub title: String,
}

impl Paper for CongressSubmission {
    fn header(&self) -> &Header {
        &self.header
    }

    /// Agreed, then put before the congress, then voted on; a rejection lies before the new agreement.
    fn check(&self) -> Result<(), DataError> {
        not_before("submitted_on", self.submitted_on, self.reached_on)?;
        not_before("meeting.on", self.meeting.on, self.submitted_on)?;
        match &self.again {
            Some(again) => not_before("reached_on", self.reached_on, again.rejected_on),
            None => Ok(()),
        }
    }
}
