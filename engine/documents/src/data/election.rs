//! D04, the record of an election of representatives (协商代表选举（推举）记录; ZJ-CC 10(2), ZJ-DM 15(3), CC22 20).

use law::Date;
use messages::Said;
use negotiation::command::Sex;
use serde::{Deserialize, Serialize};

use super::paper::{at_most, filled, hold};
use super::{Body, Header, MajorityRule, Paper, Parties, Signed};
use crate::DataError;

/// The record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ElectionRecord {
    /// The ballots, where they voted on paper or on the platform.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ballots: Option<BallotCount>,
    /// Who voted: delegates of a congress or all workers.
    pub body: Body,
    /// Whom one could vote for, with their votes.
    pub candidates: Vec<Candidate>,
    /// Who presided.
    pub chair: String,
    /// The chief whom the representatives chose among themselves, where there is no union (CC22 20, ZJ-CC 10(2)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chief: Option<ChiefChoice>,
    /// Articles that it rests on, ready to print.
    pub citations: Vec<String>,
    /// The local or industrial union that guided the election, where there is no union (ZJ-CC 10(2)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guiding_union: Option<String>,
    /// Head of the paper.
    pub header: Header,
    /// How they voted.
    pub method: ElectionMethod,
    /// How candidates were found, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nomination: Option<String>,
    /// Day of the election.
    #[serde(with = "law::input::day")]
    pub on: Date,
    /// The sides.
    pub parties: Parties,
    /// Where.
    pub place: String,
    /// How many were present.
    pub present: u32,
    /// Who kept the record.
    pub recorder: String,
    /// The majority that the election was held under, where one was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<MajorityRule>,
    /// Who counted.
    pub scrutineers: Vec<String>,
    /// How many were to be elected.
    pub seats: u32,
    /// Name of the session.
    pub session: String,
    /// Signature of whoever presided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signed>,
    /// All delegates, or all workers: the number that the majority is counted from.
    pub total: u32,
}

/// Ballots of an election.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BallotCount {
    /// Those that couldn't be read.
    pub invalid: u32,
    /// Those handed out.
    pub issued: u32,
    /// Those handed in.
    pub returned: u32,
}

/// Somebody whom one could vote for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Candidate {
    /// Whether elected.
    pub elected: bool,
    /// Name.
    pub name: String,
    /// Post.
    pub post: String,
    /// Sex.
    pub sex: Sex,
    /// Votes in favour.
    pub votes: u32,
}

/// The chief whom the representatives chose among themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChiefChoice {
    /// Name.
    pub name: String,
    /// Representatives who took part.
    pub voters: u32,
    /// Votes in favour.
    pub votes: u32,
}

/// How a body voted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ElectionMethod {
    /// 无记名投票 (ZJ-DM 15(3))
    SecretBallot,
    /// 举手表决
    ShowOfHands,
    /// 签名推举
    Signatures,
}

impl ElectionRecord {
    /// Fewest votes that elect under the record's own rule; 0 where it names none.
    #[must_use]
    pub fn needed(&self) -> u64 {
        let total = u64::from(self.total);
        match self.rule {
            None => 0,
            Some(MajorityRule::MoreThanHalf) => total / 2 + 1,
            Some(MajorityRule::HalfOrMore | MajorityRule::SectorHalf) => total.div_ceil(2),
        }
    }
}

impl Paper for ElectionRecord {
    fn header(&self) -> &Header {
        &self.header
    }

    /// Counts within their bounds; nobody elected with fewer votes than the record's own rule asks for.
    fn check(&self) -> Result<(), DataError> {
        filled("candidates", &self.candidates)?;
        at_most("present", self.present, self.total)?;
        let mut voters = self.present;
        if let Some(BallotCount { invalid, issued, returned }) = self.ballots {
            at_most("ballots.issued", issued, self.total)?;
            at_most("ballots.returned", returned, issued)?;
            at_most("ballots.invalid", invalid, returned)?;
            voters = returned.saturating_sub(invalid);
        }
        for (index, candidate) in self.candidates.iter().enumerate() {
            let place = format!("candidates[{index}].votes");
            at_most(&place, candidate.votes, voters)?;
            let (found, expected) = (candidate.votes, self.needed());
            let said = || Said::new("doc-data-elected").arg("found", found).arg("expected", expected);
            hold(!candidate.elected || u64::from(found) >= expected, || place, said)?;
        }
        let elected = self.candidates.iter().filter(|candidate| candidate.elected).count();
        at_most("candidates", u32::try_from(elected).unwrap_or(u32::MAX), self.seats)?;
        match &self.chief {
            Some(chief) => at_most("chief.votes", chief.votes, chief.voters),
            None => Ok(()),
        }
    }
}
