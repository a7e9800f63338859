//! Change, rescission, renewal by child cases, and withdrawal: ZJ-CC 30–33, CC22 38–41, WN9 4 and 24.

use law::Date;
use ledger::Digest;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::section;

section! {
    /// Withdrawal, and what a case learns of its child cases.
    ChangeCommand {
        Withdraw = "withdraw",
        NoteChildOpened = "note_child_opened",
        NoteChildEnded = "note_child_ended",
        RecordRescission = "record_rescission",
    }
}

/// Ends the negotiation before an agreement: by the offering side while unanswered, later by both sides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdraw {
    /// Why, in words.
    pub reason: String,
}

/// The kinds of cases that hang on one in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChildKind {
    /// 变更 (ZJ-CC 31–34)
    Amendment,
    /// 解除 (ZJ-CC 31–33)
    Rescission,
    /// 续订 (ZJ-CC 30(3))
    Renewal,
}

/// Why a change or a rescission is sought (ZJ-CC 31(2), 32, CC22 39–40).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// 协商一致
    Agreement,
    /// 法律、法规、规章修改或者废止
    LawChanged,
    /// 不可抗力
    ForceMajeure,
    /// 破产、兼并、解散
    Dissolution,
    /// 约定的条件出现
    ConditionMet,
    /// 法律、法规规定的其他情形
    Other,
}

/// The parent of a child case, as it stood when the child was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parent {
    /// The parent case.
    pub case: Uuid,
    /// Last day of the parent's term.
    pub expires_on: Date,
    /// Why; a renewal needs none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<Ground>,
    /// Hash of the parent's newest record.
    pub head: Digest,
    /// What the child is to do.
    pub kind: ChildKind,
    /// SHA-256 of the proof of the ground (ZJ-CC 32(2)); an agreement needs none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<Digest>,
    /// Digest of the terms in force in the parent.
    pub terms: Digest,
}

/// The parent learns that a child case was opened. Idempotent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoteChildOpened {
    /// The child case.
    pub case: Uuid,
    /// What it is to do.
    pub kind: ChildKind,
}

/// The parent learns how a child case ended. Idempotent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoteChildEnded {
    /// The child case.
    pub case: Uuid,
    /// First day of the new text, or day of rescission, where it succeeded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// It succeeded.
    pub succeeded: bool,
    /// Digest of the terms that now stand, of an amendment or a renewal that succeeded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<Digest>,
}

/// The employer records a rescission with the bureau, in 5 working days (ZJ-CC 33). In a rescission case, once signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordRescission {
    /// The bureau's receipt number.
    pub number: String,
}
