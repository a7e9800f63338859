//! Award rules: what earns an award and how much.

use law::money::{BasisPoints, Fen};
use serde::{Deserialize, Serialize};

/// One award.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AwardRule {
    /// Kind of merit.
    pub category: AwardCategory,
    /// Stable id: lowercase ASCII letters, digits and hyphens.
    pub id: String,
    /// How much.
    pub pay: AwardPay,
    /// When and how it is paid, in words.
    pub payment: String,
    /// What earns it, in words.
    pub trigger: String,
}

/// Kind of merit that an award honours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AwardCategory {
    /// 技术技能
    Skill,
    /// 学历提升
    Education,
    /// 创新创造
    Innovation,
    /// 荣誉
    Honour,
    /// 技能竞赛
    Contest,
    /// 师徒带教
    Mentoring,
}

/// How much an award pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum AwardPay {
    /// One sum, fen.
    Fixed {
        /// The sum.
        amount: Fen,
    },
    /// Between two sums, fen.
    Range {
        /// Upper end.
        high: Fen,
        /// Lower end.
        low: Fen,
    },
    /// A share of the benefit, with a cap.
    Rate {
        /// Most that is paid, fen.
        cap: Fen,
        /// Share, basis points.
        rate: BasisPoints,
    },
}
