//! The bureau's review (审查): CC22 44–46, WN9 22, ZJ-CC 34, LCL 54.

use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::section;
use crate::actor::Side;

section! {
    /// The bureau's review.
    ReviewCommand {
        Object = "object",
        IssueNoObjection = "no_objection_opinion",
        RecordService = "record_service",
    }
}

/// The bureau objects, clause by clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Object {
    /// The objections.
    pub items: Vec<ObjectionItem>,
    /// Services off the platform that are known already.
    #[serde(default)]
    pub served: Vec<Service>,
    /// Digest of the text reviewed.
    pub terms: Digest,
}

/// An opinion reached a side off the platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// Day of receipt.
    pub received_on: law::Date,
    /// The side.
    pub side: Side,
}

/// An objection to one clause, or to parties or procedure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObjectionItem {
    /// Id of the clause; none for an objection to parties or procedure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// What the review found wrong.
    pub ground: ObjectionGround,
    /// Opinion and advice, in words.
    pub opinion: String,
}

/// What a review looks at (CC22 44).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ObjectionGround {
    /// 主体资格
    Party,
    /// 协商程序
    Procedure,
    /// 内容
    Content,
}

/// The bureau gives a no-objection opinion (WN9 22(2)).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IssueNoObjection {
    /// The opinion in words.
    pub opinion: String,
    /// Services off the platform that are known already.
    #[serde(default)]
    pub served: Vec<Service>,
    /// Digest of the text reviewed.
    pub terms: Digest,
}

/// Records that the opinion reached a side that is served off the platform.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordService {
    /// SHA-256 of the receipt.
    pub proof: Digest,
    /// Day of receipt.
    pub received_on: law::Date,
    /// The side.
    pub side: Side,
}
