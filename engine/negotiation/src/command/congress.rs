//! The workers' congress (职代会) or all-staff meeting: ZJ-CC 24, ZJ-DM 15, CC22 36.

use law::Date;
use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::section;
use crate::actor::PersonRef;

section! {
    /// The workers' congress.
    CongressCommand {
        SubmitToCongress = "submit_to_congress",
        RecordVote = "record_vote",
    }
}

/// Submits the initialled draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubmitToCongress {
    /// Who votes.
    pub form: CongressForm,
    /// Day of the meeting.
    pub meeting_on: Date,
    /// Digest of the text.
    pub terms: Digest,
    /// All elected delegates, or all workers.
    pub total: u32,
}

/// Who votes on the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CongressForm {
    /// 职工代表大会
    Congress,
    /// 职工大会
    AllStaff,
    /// 行业性、区域性职工代表大会 (ZJ-CC 29)
    SectorCongress,
    /// 各用人单位分别召开职工代表大会或者职工大会 (ZJ-CC 29)
    EachEmployer,
}

/// Records the result of the vote from the counting protocol.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordVote {
    /// Abstentions.
    pub abstain: u32,
    /// Key of the covered employer whose own congress or all-staff meeting voted (ZJ-CC 29).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employer: Option<String>,
    /// Day of the vote.
    pub held_on: Date,
    /// Ballots given out.
    pub issued: u32,
    /// Votes against.
    pub no: u32,
    /// The part of the vote that was held online; the figures above contain it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub online: Option<OnlineBallot>,
    /// Present at the vote.
    pub present: u32,
    /// SHA-256 of the counting protocol.
    pub protocol: Digest,
    /// Ballots returned.
    pub returned: u32,
    /// Scrutineers.
    pub scrutineers: Vec<PersonRef>,
    /// By secret ballot.
    pub secret: bool,
    /// Digest of the text that was voted on.
    pub terms: Digest,
    /// All elected delegates, or all workers, on the day.
    pub total: u32,
    /// Votes in favour.
    pub yes: u32,
}

/// The part of a vote that was held online.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnlineBallot {
    /// What its list and its register counted; records that were made before they told it have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<ListCount>,
    /// Ballots given out online.
    pub issued: u32,
    /// Digest of the published list of all online ballots with their key (`docs/ballot.md`).
    pub list: Digest,
    /// How many of them were made by the server, for devices that can't: whoever took one had to trust it.
    pub plain: u32,
    /// Ballots in the online box.
    pub returned: u32,
}

/// What the list of an online ballot counted, and its register beside it: the hall's own figures are what the vote has more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListCount {
    /// Abstentions in the online box.
    pub abstain: u32,
    /// Votes against in the online box.
    pub no: u32,
    /// Those on the roll whom the register gave a paper ballot.
    pub paper: u32,
    /// How many are on the roll.
    pub voters: u32,
    /// Votes in favour in the online box.
    pub yes: u32,
}
