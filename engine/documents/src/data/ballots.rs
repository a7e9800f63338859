//! D13, roll, ballot and count of a congress (签到表、表决票、计票报告; ZJ-CC 24(2), ZJ-DM 15(3), CC22 36).
//!
//! The roll names who came, the ballot names nobody: nothing here says how a person voted.

use law::Date;
use ledger::Digest;
use messages::Said;
use serde::{Deserialize, Serialize};

use super::paper::{at_most, hold};
use super::{Body, Header, MajorityRule, Outcome, Paper, Parties, Signed, Vote};
use crate::DataError;

/// The three papers of a vote; before the vote the count is left blank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BallotPapers {
    /// Who votes: delegates of a congress or all workers.
    pub body: Body,
    /// Who presides.
    pub chair: String,
    /// Articles that it rests on, ready to print.
    pub citations: Vec<String>,
    /// The count, once there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<CountReport>,
    /// Title of the draft that is voted on.
    pub draft: String,
    /// Head of the paper.
    pub header: Header,
    /// The part of the vote that was held online, if any was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub online: Option<OnlineCount>,
    /// Day of the vote.
    #[serde(with = "law::input::day")]
    pub on: Date,
    /// The sides.
    pub parties: Parties,
    /// Where.
    pub place: String,
    /// Everybody entitled to vote, as far as known; without names blank rows are printed.
    pub roll: Vec<RollEntry>,
    /// How often this case has been put to the vote, this time included.
    pub round: u32,
    /// The rule for the majority.
    pub rule: MajorityRule,
    /// Who watches and who counts.
    pub scrutineers: Vec<Scrutineer>,
    /// Whether by secret ballot.
    pub secret: bool,
    /// Name of the session.
    pub session: String,
    /// Signature of whoever presides, with the union's seal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signed>,
    /// Digest of the terms that are voted on.
    pub terms_digest: Digest,
    /// All delegates, or all workers: the number that the majority is counted from.
    pub total: u32,
}

/// A line of the roll.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RollEntry {
    /// Name.
    pub name: String,
    /// Took a ballot online, and signs nothing here.
    #[serde(default, skip_serializing_if = "is_false")]
    pub online: bool,
    /// Department, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

/// Left out of canonical bytes where it isn't so.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands out a reference")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

/// Who watches or counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scrutineer {
    /// Name.
    pub name: String,
    /// What for.
    pub role: ScrutineerRole,
}

/// Watching, counting, or standing for the figures that were entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScrutineerRole {
    /// 监票人
    Scrutineer,
    /// 计票人
    Teller,
    /// 录入人
    Entered,
    /// 复核人
    Confirmed,
}

/// What was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountReport {
    /// Abstentions.
    pub abstain: u32,
    /// Ballots that couldn't be read.
    pub invalid: u32,
    /// Ballots handed out.
    pub issued: u32,
    /// Votes against.
    pub no: u32,
    /// What came out; must follow from the counts and the rule.
    pub outcome: Outcome,
    /// How many were present.
    pub present: u32,
    /// Ballots handed in.
    pub returned: u32,
    /// Votes in favour.
    pub yes: u32,
}

/// What was voted online, as a part of the whole count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnlineCount {
    /// Ballots given out online.
    pub issued: u32,
    /// Digest of the published list of all online ballots.
    pub list: Digest,
    /// Of these, ballots that the server made for devices that can't.
    pub plain: u32,
    /// Ballots in the online box.
    pub returned: u32,
}

impl OnlineCount {
    /// A part of the whole, and consistent in itself.
    ///
    /// # Errors
    /// The figure that is too large, with its bound.
    pub(super) fn check(&self, issued: u32, returned: u64) -> Result<(), DataError> {
        at_most("online.issued", self.issued, issued)?;
        at_most("online.returned", self.returned, self.issued)?;
        at_most("online.plain", self.plain, self.issued)?;
        at_most("online.returned", self.returned, u32::try_from(returned).unwrap_or(u32::MAX))?;
        // What isn't online was cast on paper: no more of it can come back than was handed out.
        let paper = u32::try_from(returned).unwrap_or(u32::MAX).saturating_sub(self.returned);
        at_most("count.returned", paper, issued - self.issued)
    }
}

impl BallotPapers {
    /// The vote as the resolution states it; nothing before the count.
    #[must_use]
    pub fn vote(&self) -> Option<Vote> {
        let CountReport { abstain, invalid, no, outcome, present, yes, .. } = self.count?;
        let Self { body, on: date, rule, secret, total, .. } = *self;
        let session = self.session.clone();
        Some(Vote { abstain, body, date, invalid, no, outcome, present, rule, secret, session, total, yes })
    }
}

impl Paper for BallotPapers {
    fn header(&self) -> &Header {
        &self.header
    }

    /// No more names than voters; ballots that add up; the outcome that the counts and the rule give.
    fn check(&self) -> Result<(), DataError> {
        at_most("roll", u32::try_from(self.roll.len()).unwrap_or(u32::MAX), self.total)?;
        let (Some(count), Some(vote)) = (self.count, self.vote()) else { return Ok(()) };
        let said = || Said::new("doc-data-ballots").arg("found", count.returned).arg("expected", vote.returned());
        hold(u64::from(count.returned) == vote.returned(), || "count.returned".to_owned(), said)?;
        at_most("count.returned", count.returned, count.issued)?;
        if let Some(online) = &self.online {
            online.check(count.issued, vote.returned())?;
        }
        vote.check("count")
    }
}
