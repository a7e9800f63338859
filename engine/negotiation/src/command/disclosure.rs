//! Agenda, list of representatives, data: ZJ-CC 16(2), WN9 18, HZ 25, NB 17.

use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::section;

section! {
    /// Agenda, lists, data.
    DisclosureCommand {
        RequestData = "request_data",
        Disclose = "disclose",
    }
}

/// Asks the other side for true data and material.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestData {
    /// What is asked for, in words; each item gets a number of its own in the case, and is owed under it.
    pub items: Vec<String>,
}

/// Gives the other side what the law wants it to have before the meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disclose {
    /// Numbers of the requests that are answered, counted through the case from 1; of data only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<u32>,
    /// What is given.
    pub item: DisclosureItem,
    /// Salted commitments to confidential material; the material itself never enters the case.
    #[serde(default)]
    pub materials: Vec<Digest>,
    /// Points of the agenda or a description of the material, in words.
    pub points: Vec<String>,
}

/// What is given before the meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DisclosureItem {
    /// 协商议题
    Agenda,
    /// 参加协商的代表名单
    RepList,
    /// 要求提供的资料
    Data,
    /// 协商方案 (NB 17)
    Plan,
}

impl DisclosureItem {
    /// The name in duty ids and message keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agenda => "agenda",
            Self::RepList => "rep_list",
            Self::Data => "data",
            Self::Plan => "plan",
        }
    }
}
