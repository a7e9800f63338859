//! D07, the list of data asked for and given (协商资料清单; WN9 18, ZJ-CC 16(2), HZ 25, NB 17).

use law::Date;
use serde::{Deserialize, Serialize};

use super::paper::{filled, not_before};
use super::{Header, Meeting, Paper, Parties, Side, Signatures};
use crate::DataError;

/// The list; the side that was asked hands it over, the side that asked signs for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DataList {
    /// Who asks.
    pub asking: Side,
    /// Articles that it rests on, ready to print.
    pub citations: Vec<String>,
    /// Head of the paper.
    pub header: Header,
    /// Item by item; numbered in this order.
    pub items: Vec<DataItem>,
    /// The session that it is needed for, where agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Meeting>,
    /// The sides.
    pub parties: Parties,
    /// Number of the paper that asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<String>,
    /// Who handed over and who signed for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signatures: Option<Signatures>,
}

/// A piece of data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DataItem {
    /// What became of the request.
    pub answer: DataAnswer,
    /// Day of the request; none for what is given without one (NB 17).
    #[serde(default, skip_serializing_if = "Option::is_none", with = "law::input::day_option")]
    pub asked_on: Option<Date>,
    /// Last day to give it, where known.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "law::input::day_option")]
    pub due: Option<Date>,
    /// Remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// How it is to be handled (CC22 26(2), WN9 15).
    pub secrecy: Secrecy,
    /// What is asked for.
    pub what: String,
}

/// What became of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum DataAnswer {
    /// Not yet given.
    Pending,
    /// Given.
    Provided {
        /// As what, in words.
        form: String,
        /// When.
        #[serde(with = "law::input::day")]
        on: Date,
    },
    /// Not given.
    Refused {
        /// Why.
        reason: String,
    },
}

/// How data is to be handled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Secrecy {
    /// 一般
    Open,
    /// 内部
    Internal,
    /// 商业秘密
    TradeSecret,
}

impl Paper for DataList {
    fn header(&self) -> &Header {
        &self.header
    }

    /// Nothing is due or given before it was asked for.
    fn check(&self) -> Result<(), DataError> {
        filled("items", &self.items)?;
        for (index, item) in self.items.iter().enumerate() {
            let Some(asked_on) = item.asked_on else { continue };
            if let Some(due) = item.due {
                not_before(&format!("items[{index}].due"), due, asked_on)?;
            }
            match item.answer {
                DataAnswer::Provided { on, .. } => {
                    not_before(&format!("items[{index}].answer.on"), on, asked_on)?;
                }
                DataAnswer::Pending | DataAnswer::Refused { .. } => {}
            }
        }
        Ok(())
    }
}
