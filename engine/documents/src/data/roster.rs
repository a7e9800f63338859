//! D03, the roster of a side's representatives (协商代表名册; ZJ-CC 10, 13, 16(2), CC22 19–20, 22).

use law::Date;
use messages::Said;
use negotiation::command::Sex;
use serde::{Deserialize, Serialize};

use super::paper::{at_most, hold};
use super::{Delivery, Header, Meeting, Paper, Parties, ReplyPeriod, Side, Signed};
use crate::DataError;

/// The roster that one side hands to the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RepRoster {
    /// Articles that it rests on, ready to print.
    pub citations: Vec<String>,
    /// How it was served, where it was; otherwise a receipt slip is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Delivery>,
    /// Head of the paper.
    pub header: Header,
    /// The session that it is handed in for, where agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Meeting>,
    /// The representatives, the chief among them.
    pub members: Vec<RosterMember>,
    /// By when the other side is to have it (ZJ-CC 16(2)); the period in words such as 会议召开7日前.
    pub notice: ReplyPeriod,
    /// The sides.
    pub parties: Parties,
    /// How they were chosen.
    pub selection: SelectionNote,
    /// Whose representatives.
    pub side: Side,
    /// Signature, where given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signed>,
    /// How long they serve, in words (CC22 22; ZJ-CC 13: as long as the agreement runs); blank to fill where unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<String>,
    /// The workforce that the workers' side is compared with (ZJ-CC 10(2), 11), where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workforce: Option<Workforce>,
}

/// A representative as the roster lists him or her.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RosterMember {
    /// Whether this is the chief of the side.
    pub chief: bool,
    /// Disabled (ZJ-CC 10(2)).
    pub disabled: bool,
    /// Dispatched worker (ZJ-CC 11).
    pub dispatched: bool,
    /// Whether an outside professional (CC22 23, ZJ-CC 10(4)).
    pub external: bool,
    /// Number of the written mandate, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate: Option<String>,
    /// Name.
    pub name: String,
    /// Telephone, where given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Post, or unit of an outside professional.
    pub post: String,
    /// Sex.
    pub sex: Sex,
}

/// How representatives were chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SelectionNote {
    /// The way, in words, without a full stop.
    pub method: String,
    /// Day of the choice.
    #[serde(with = "law::input::day")]
    pub on: Date,
    /// Number of the record of the choice, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<String>,
}

/// Heads of the enterprise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Workforce {
    /// Disabled workers.
    pub disabled: u32,
    /// Dispatched workers.
    pub dispatched: u32,
    /// Women.
    pub female: u32,
    /// All.
    pub total: u32,
}

impl Paper for RepRoster {
    fn header(&self) -> &Header {
        &self.header
    }

    /// One chief, the one whom the parties name; shares within the whole.
    fn check(&self) -> Result<(), DataError> {
        let chiefs: Vec<&RosterMember> = self.members.iter().filter(|member| member.chief).collect();
        let place = || "members".to_owned();
        hold(chiefs.len() == 1, place, || Said::new("doc-data-chief-count").arg("found", chiefs.len()))?;
        let expected = &self.parties.chief_of(self.side).name;
        for chief in chiefs {
            let said = || Said::new("doc-data-chief-name").arg("found", &chief.name).arg("expected", expected);
            hold(chief.name == *expected, place, said)?;
        }
        if let Some(Workforce { disabled, dispatched, female, total }) = self.workforce {
            at_most("workforce.disabled", disabled, total)?;
            at_most("workforce.dispatched", dispatched, total)?;
            at_most("workforce.female", female, total)?;
        }
        Ok(())
    }
}
