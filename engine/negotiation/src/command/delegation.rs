//! Representatives (协商代表): CC22 19–24, ZJ-CC 10, WN9 9–12, NB 10.

use law::Date;
use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::section;
use crate::actor::PersonRef;

section! {
    /// Representatives.
    DelegationCommand {
        RegisterReps = "register_reps",
        AnnounceReps = "announce_reps",
    }
}

/// Registers the representatives of the actor's side; until the first session a new list replaces the old one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisterReps {
    /// The representatives.
    pub members: Vec<Member>,
    /// How they were chosen.
    pub selection: Selection,
}

/// The actor's side announces its representatives in the enterprise (NB 10); possible at any stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnnounceReps {
    /// Where and how.
    pub channel: String,
}

/// One representative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Chief representative.
    pub chief: bool,
    /// Disabled.
    #[serde(default)]
    pub disabled: bool,
    /// Dispatched worker.
    #[serde(default)]
    pub dispatched: bool,
    /// Outside professional.
    #[serde(default)]
    pub external: bool,
    /// Head of the enterprise.
    #[serde(default)]
    pub manager: bool,
    /// SHA-256 of the written mandate: of a chief who is not chair or legal representative, and of every outsider.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate: Option<Digest>,
    /// The person.
    pub person: PersonRef,
    /// 主要负责人 of the enterprise though not its legal representative (ZJ-CC 10(3)).
    #[serde(default)]
    pub principal: bool,
    /// Sex.
    pub sex: Sex,
}

/// Sex, for the proportion that ZJ-CC 10(2) asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// 女
    Female,
    /// 男
    Male,
}

/// How a side chose its representatives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Selection {
    /// The way.
    pub method: SelectionMethod,
    /// Day of the choice.
    pub on: Date,
    /// SHA-256 of the record of the choice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<Digest>,
    /// Everybody entitled to vote, where there was a vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<u32>,
    /// Votes for the list, where there was a vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub votes: Option<u32>,
}

/// The way in which representatives were chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SelectionMethod {
    /// The union named them (CC22 20).
    AppointedByUnion,
    /// The workers' congress elected them (ZJ-CC 10(2)).
    ElectedByCongress,
    /// All workers elected them (ZJ-CC 10(2)).
    ElectedByWorkers,
    /// The legal representative named them (CC22 21).
    NamedByLegalRep,
}
