//! D31, what a platform and its workers agreed on (平台协商协议、备忘录; NF24 2–3, NF26).

use law::Date;
use law::money::{BasisPoints, Fen};
use serde::{Deserialize, Serialize};

use super::paper::{filled, not_before};
use super::{Header, Meeting, Paper, Parties, Representative, Runs, Signatures};
use crate::DataError;

/// The agreement or memorandum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlatformMemo {
    /// Rules and algorithms that change.
    pub algorithms: Vec<AlgorithmItem>,
    /// How a worker can object to a decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appeal: Option<String>,
    /// Articles that it rests on, ready to print.
    pub citations: Vec<String>,
    /// Most that the platform keeps of an order, basis points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commission_cap: Option<BasisPoints>,
    /// Whom it covers, in words.
    pub coverage: String,
    /// Agreement or memorandum.
    pub form: PlatformForm,
    /// Head of the paper.
    pub header: Header,
    /// Insurance.
    pub insurance: Vec<Insurance>,
    /// When and where the sides met.
    pub meeting: Meeting,
    /// The platform's partner firms that are bound too (NF24 2).
    pub partners: Vec<String>,
    /// The sides: the platform, and the union that stands for its workers.
    pub parties: Parties,
    /// Rules on rewards and penalties.
    pub penalties: Vec<String>,
    /// Last day for the publication to all covered workers (NF24).
    #[serde(with = "law::input::day")]
    pub publish_due: Date,
    /// Representatives of both sides.
    pub representatives: Vec<Representative>,
    /// Rules on working time and rest.
    pub rest: Vec<String>,
    /// From when to when it runs, where it names days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub runs: Option<Runs>,
    /// Signatures of the chiefs, where given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signatures: Option<Signatures>,
    /// How long it runs, in words, where it names no days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<String>,
    /// What was talked about.
    pub topics: Vec<PlatformTopic>,
    /// Unit prices.
    pub unit_prices: Vec<UnitPrice>,
}

/// Agreement or memorandum (NF24).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlatformForm {
    /// 协议
    Agreement,
    /// 备忘录
    Memo,
}

/// A point that was talked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlatformTopic {
    /// Whether the sides agree.
    pub agreed: bool,
    /// What they agree on, or how it goes on.
    pub result: String,
    /// What it is about.
    pub title: String,
}

/// What is paid for a unit of work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitPrice {
    /// Price, fen.
    pub amount: Fen,
    /// When it holds: tier, peak, weather, holiday.
    pub condition: String,
    /// What is done.
    pub item: String,
    /// Price before, fen, where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<Fen>,
    /// What it is paid for.
    pub unit: PriceUnit,
}

/// What a price is paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PriceUnit {
    /// 每单
    Order,
    /// 每公里
    Kilometre,
    /// 每小时
    Hour,
}

/// A rule or parameter of an algorithm, before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AlgorithmItem {
    /// What holds from now on.
    pub new: String,
    /// Days of notice to the workers before a change, where agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice_days: Option<u32>,
    /// What held before, where there was something.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub old: Option<String>,
    /// The rule.
    pub rule: String,
}

/// An insurance for the workers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Insurance {
    /// What it covers and how much.
    pub cover: String,
    /// Which.
    pub name: String,
    /// Who pays, where that is stated by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payer: Option<String>,
}

impl Paper for PlatformMemo {
    fn header(&self) -> &Header {
        &self.header
    }

    fn check(&self) -> Result<(), DataError> {
        filled("topics", &self.topics)?;
        not_before("publish_due", self.publish_due, self.header.date)?;
        self.runs.map_or(Ok(()), |runs| runs.check("runs"))
    }
}
