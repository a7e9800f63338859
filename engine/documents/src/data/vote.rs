//! A congress's vote on the draft, with the rule that it was counted by (ZJ-CC 24, ZJ-DM 15, CC22 36).

use law::Date;
use serde::{Deserialize, Serialize};

/// The result of a vote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vote {
    /// Abstentions.
    pub abstain: u32,
    /// Who voted: delegates of a congress or all workers.
    pub body: Body,
    /// Day of the vote.
    #[serde(with = "law::input::day")]
    pub date: Date,
    /// Votes that couldn't be read.
    pub invalid: u32,
    /// Votes against.
    pub no: u32,
    /// What came out; must follow from the counts and the rule.
    pub outcome: Outcome,
    /// How many were present.
    pub present: u32,
    /// The rule for the majority.
    pub rule: MajorityRule,
    /// Whether by secret ballot.
    pub secret: bool,
    /// Name of the session.
    pub session: String,
    /// All delegates, or all workers: the number that the majority is counted from.
    pub total: u32,
    /// Votes in favour.
    pub yes: u32,
}

/// Who voted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// 职工代表大会
    Congress,
    /// 职工大会
    AllStaff,
    /// 行业性、区域性职工代表大会 (ZJ-CC 29)
    SectorCongress,
    /// 各用人单位职工代表大会或者职工大会, counted together (ZJ-CC 29)
    EachEmployer,
}

/// How many of all have to agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MajorityRule {
    /// 过半数 (ZJ-CC 24(2)): exactly half is not enough.
    MoreThanHalf,
    /// 半数以上 (CC22 36 with CIV 1259): exactly half is enough.
    HalfOrMore,
    /// 半数以上 of a sector or region (ZJ-CC 29): exactly half is enough, and the text names no quorum.
    SectorHalf,
}

/// What came out of a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The draft is adopted.
    Adopted,
    /// Too few agreed.
    Rejected,
    /// Fewer than two thirds were present: no valid vote.
    NoQuorum,
}

impl Vote {
    /// What the counts and the rule give.
    #[must_use]
    pub fn computed(&self) -> Outcome {
        let (total, present, yes) = (u64::from(self.total), u64::from(self.present), u64::from(self.yes));
        if self.rule != MajorityRule::SectorHalf && present * 3 < total * 2 {
            return Outcome::NoQuorum;
        }
        let enough = match self.rule {
            MajorityRule::MoreThanHalf => yes * 2 > total,
            MajorityRule::HalfOrMore | MajorityRule::SectorHalf => yes * 2 >= total,
        };
        if enough { Outcome::Adopted } else { Outcome::Rejected }
    }

    /// All votes that were handed in.
    #[must_use]
    pub fn returned(&self) -> u64 {
        [self.yes, self.no, self.abstain, self.invalid].into_iter().map(u64::from).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vote(total: u32, present: u32, yes: u32, rule: MajorityRule) -> Outcome {
        let date = law::Date::constant(2026, 3, 10);
        let session = "第三届第二次会议".to_owned();
        let (abstain, no, invalid) = (0, 0, 0);
        let (body, outcome, secret) = (Body::Congress, Outcome::Adopted, true);
        Vote { abstain, body, date, invalid, no, outcome, present, rule, secret, session, total, yes }.computed()
    }

    // ZJ-CC 24(2); CC22 36 with CIV 1259.
    #[test]
    fn exactly_half_fails_in_zhejiang_and_passes_under_the_national_rule() {
        assert_eq!(vote(60, 50, 30, MajorityRule::MoreThanHalf), Outcome::Rejected);
        assert_eq!(vote(60, 50, 31, MajorityRule::MoreThanHalf), Outcome::Adopted);
        assert_eq!(vote(60, 50, 30, MajorityRule::HalfOrMore), Outcome::Adopted);
    }

    // ZJ-CC 29: half of all, and no quorum.
    #[test]
    fn a_sector_needs_half_of_all_and_no_quorum() {
        assert_eq!(vote(60, 31, 30, MajorityRule::SectorHalf), Outcome::Adopted);
        assert_eq!(vote(60, 31, 29, MajorityRule::SectorHalf), Outcome::Rejected);
    }

    // ZJ-CC 24(2): two thirds of all delegates.
    #[test]
    fn fewer_than_two_thirds_present_is_no_vote_at_all() {
        assert_eq!(vote(60, 39, 39, MajorityRule::MoreThanHalf), Outcome::NoQuorum);
        assert_eq!(vote(60, 40, 39, MajorityRule::MoreThanHalf), Outcome::Adopted);
    }
}
