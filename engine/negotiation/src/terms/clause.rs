//! One clause: stable id, place in the text, words with typed values.

use law::money::{BasisPoints, Fen};
use law::rules::WageItem;
use serde::{Deserialize, Serialize};

/// A clause of the agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Chapter in which it is printed.
    pub chapter: Chapter,
    /// Heading, a few words.
    pub heading: String,
    /// Stable id: lowercase ASCII letters, digits and hyphens, 1 to 40 characters; kept over drafts and renewals.
    pub id: String,
    /// The mandatory item of ZJ-CC 19(2) or WN9 7 that it covers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<WageItem>,
    /// Why the item doesn't apply here; then `text` says so in the parties' words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_applicable: Option<String>,
    /// The words. `{key}` stands for the value of that key; a line break starts a new paragraph.
    pub text: String,
    /// Typed values that the words name.
    #[serde(default)]
    pub values: Vec<Value>,
}

/// A typed value inside a clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Value {
    /// Amount in the unit.
    pub amount: i64,
    /// Name within the clause: lowercase ASCII letters, digits and underscores.
    pub key: String,
    /// Unit of the amount.
    pub unit: Unit,
}

/// Unit of a [`Value`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Hundredths of a yuan.
    Fen,
    /// Hundredths of a percent.
    BasisPoints,
    /// A plain number: days, people, pieces.
    Count,
}

impl Value {
    /// The value as the agreement prints it.
    #[must_use]
    pub fn text(&self) -> String {
        match self.unit {
            Unit::Fen => format!("{}元", Fen(self.amount)),
            Unit::BasisPoints => BasisPoints(self.amount).to_string(),
            Unit::Count => self.amount.to_string(),
        }
    }
}

impl Clause {
    /// The words with every value in its place. Braces that name no value stay as they are.
    #[must_use]
    pub fn rendered(&self) -> String {
        self.values
            .iter()
            .fold(self.text.clone(), |text, value| text.replace(&format!("{{{}}}", value.key), &value.text()))
    }
}

/// Chapters in printed order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Chapter {
    /// 总则
    General,
    /// 劳动定额与计件单价
    LabourQuota,
    /// 工资分配制度与工资标准
    WageStandard,
    /// 计件单价与平台规则
    PlatformRules,
    /// 能级工资
    SkillGradePay,
    /// 工资支付
    Payment,
    /// 加班工资、津贴补贴与奖金
    OvertimeAllowancesBonus,
    /// 工资调整
    Adjustment,
    /// 试用期、假期与特殊情况工资
    LeaveAndSpecial,
    /// 保险与职业伤害保障
    Insurance,
    /// 创新创造与荣誉激励
    Awards,
    /// 合同的变更、解除与终止
    ChangeAndEnd,
    /// 监督检查与违约责任
    SupervisionAndLiability,
    /// 附则
    Final,
}

impl Chapter {
    /// All chapters in printed order.
    pub const ALL: [Self; 14] = [
        Self::General,
        Self::LabourQuota,
        Self::WageStandard,
        Self::PlatformRules,
        Self::SkillGradePay,
        Self::Payment,
        Self::OvertimeAllowancesBonus,
        Self::Adjustment,
        Self::LeaveAndSpecial,
        Self::Insurance,
        Self::Awards,
        Self::ChangeAndEnd,
        Self::SupervisionAndLiability,
        Self::Final,
    ];
}
