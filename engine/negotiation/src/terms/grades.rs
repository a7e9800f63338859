//! Skill-grade pay (能级工资): posts by the new eight grades (ZJ-TU 13(6); SKL22).

use law::money::Fen;
use serde::{Deserialize, Serialize};

/// A post and its pay by grade.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Post {
    /// Average monthly wage of the post under the agreement, fen (ZJ-CC 19(2)(3)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub average_after: Option<Fen>,
    /// Average monthly wage of the post before, fen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub average_before: Option<Fen>,
    /// Pay by grade, lowest grade first; grades that the post doesn't have are left out.
    pub grades: Vec<GradePay>,
    /// Stable id: lowercase ASCII letters, digits and hyphens.
    pub id: String,
    /// Name of the post.
    pub name: String,
}

/// What a grade earns in a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GradePay {
    /// Monthly grade allowance, fen.
    pub allowance: Fen,
    /// Upper end of the monthly base wage, fen.
    pub base_high: Fen,
    /// Lower end of the monthly base wage, fen.
    pub base_low: Fen,
    /// The grade.
    pub grade: Grade,
}

/// The new eight grades, low to high.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// 学徒工
    Apprentice,
    /// 初级工
    Junior,
    /// 中级工
    Intermediate,
    /// 高级工
    Senior,
    /// 技师
    Technician,
    /// 高级技师
    SeniorTechnician,
    /// 特级技师
    SpecialTechnician,
    /// 首席技师
    ChiefTechnician,
}
