//! D05, the written mandate (授权委托书): of a chief's proxy (CC22 20(2), 21, WN9 10) or of an outside professional
//! (CC22 23, WN9 12, ZJ-CC 10(4)).

use law::Date;
use serde::{Deserialize, Serialize};

use super::paper::{filled, not_before};
use super::{Chief, Header, Paper, Parties, Side, Signed};
use crate::DataError;

/// The mandate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MandateLetter {
    /// Who is mandated.
    pub agent: Agent,
    /// Signature of who is mandated, where given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent_signature: Option<Signed>,
    /// Articles that it rests on, ready to print.
    pub citations: Vec<String>,
    /// First day.
    #[serde(with = "law::input::day")]
    pub from: Date,
    /// Head of the paper.
    pub header: Header,
    /// What the agent may not do, without full stops.
    pub limits: Vec<String>,
    /// The sides.
    pub parties: Parties,
    /// Who mandates: the chief, the chair of the union or the legal representative.
    pub principal: Chief,
    /// What for.
    pub purpose: MandatePurpose,
    /// What the agent may do, without full stops.
    pub scope: Vec<String>,
    /// For which side.
    pub side: Side,
    /// Signature of who mandates, where given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signed>,
    /// Last day; blank to fill where unknown.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "law::input::day_option")]
    pub to: Option<Date>,
}

/// What somebody is mandated for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MandatePurpose {
    /// To stand in as chief representative (CC22 20(2), 21, WN9 10).
    ChiefDelegation,
    /// To be a representative from outside; never the chief (CC22 23).
    OutsideProfessional,
}

/// Who is mandated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agent {
    /// Number of the identity document; usually left blank here and filled in by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id_number: Option<String>,
    /// Name.
    pub name: String,
    /// Telephone; blank to fill where unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Post, or unit of an outside professional.
    pub post: String,
}

impl Paper for MandateLetter {
    fn header(&self) -> &Header {
        &self.header
    }

    /// A mandate for something, and not over before it begins.
    fn check(&self) -> Result<(), DataError> {
        filled("scope", &self.scope)?;
        match self.to {
            Some(to) => not_before("to", to, self.from),
            None => Ok(()),
        }
    }
}
