//! What platform agreements add: unit prices, rules of algorithms, insurance (NF24; law of no profile, so all optional).

use law::money::Fen;
use serde::{Deserialize, Serialize};

/// What one order, kilometre or hour is paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitPrice {
    /// The price, fen.
    pub amount: Fen,
    /// When it applies.
    pub condition: PriceCondition,
    /// Stable id: lowercase ASCII letters, digits and hyphens.
    pub id: String,
    /// What is paid, a few words.
    pub name: String,
    /// For what unit.
    pub per: PriceUnit,
}

/// When a price applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PriceCondition {
    /// 平常
    None,
    /// 高峰时段
    Peak,
    /// 恶劣天气
    Weather,
    /// 法定节假日
    Holiday,
}

/// What a price is paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PriceUnit {
    /// 每单
    Order,
    /// 每公里
    Km,
    /// 每小时
    Hour,
}

/// A rule that an algorithm applies to workers, with the parameter that was negotiated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AlgorithmItem {
    /// Stable id: lowercase ASCII letters, digits and hyphens.
    pub id: String,
    /// Value of the parameter under the agreement, in words.
    pub new: String,
    /// How many days ahead a change is announced.
    pub notice_days: u32,
    /// Value before, in words; none for a rule that is new.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old: Option<String>,
    /// Name of the parameter.
    pub parameter: String,
    /// The rule in words.
    pub rule: String,
}

/// An insurance that the employer side keeps for the workers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Insurance {
    /// Stable id: lowercase ASCII letters, digits and hyphens.
    pub id: String,
    /// Which.
    pub kind: InsuranceKind,
    /// Whom and what it covers, who pays, in words.
    pub words: String,
}

/// Kinds of insurance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InsuranceKind {
    /// 职业伤害保障
    OccupationalInjury,
    /// 雇主责任险
    EmployerLiability,
    /// 人身意外伤害险
    Accident,
    /// 工伤保险
    WorkInjury,
}
