//! D06, the notice that a representative was replaced (协商代表变更通知书; ZJ-CC 13, CC22 30–31).

use law::Date;
use serde::{Deserialize, Serialize};

use super::paper::{filled, not_before};
use super::{Delivery, Header, Paper, Parties, SelectionNote, Side, Signed};
use crate::DataError;

/// The notice to the other side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RepChangeNotice {
    /// One by one.
    pub changes: Vec<RepChange>,
    /// Articles that it rests on, ready to print.
    pub citations: Vec<String>,
    /// How it was served, where it was; otherwise a receipt slip is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Delivery>,
    /// Head of the paper.
    pub header: Header,
    /// The sides.
    pub parties: Parties,
    /// How the change came about (ZJ-CC 13: as the first choice did).
    pub procedure: SelectionNote,
    /// Whose representatives change.
    pub side: Side,
    /// Signature, where given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signed>,
}

/// One representative for another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RepChange {
    /// Whether the chief changes.
    pub chief: bool,
    /// Last day to fill the place (CC22 31: 15 days), where it applies.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "law::input::day_option")]
    pub due: Option<Date>,
    /// Who comes; missing while the place is empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new: Option<NewRepresentative>,
    /// Who goes.
    pub old: OldRepresentative,
    /// Why, in words.
    pub reason: String,
    /// Day on which the place fell empty.
    #[serde(with = "law::input::day")]
    pub vacant_on: Date,
}

/// Who goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OldRepresentative {
    /// Whether an outside professional.
    pub external: bool,
    /// Name.
    pub name: String,
    /// Post.
    pub post: String,
}

/// Who comes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewRepresentative {
    /// Whether an outside professional.
    pub external: bool,
    /// Name.
    pub name: String,
    /// Day of the choice.
    #[serde(with = "law::input::day")]
    pub on: Date,
    /// Post.
    pub post: String,
}

impl Paper for RepChangeNotice {
    fn header(&self) -> &Header {
        &self.header
    }

    /// Something changes, and no period ends before it begins.
    fn check(&self) -> Result<(), DataError> {
        filled("changes", &self.changes)?;
        for (index, change) in self.changes.iter().enumerate() {
            if let Some(due) = change.due {
                not_before(&format!("changes[{index}].due"), due, change.vacant_on)?;
            }
        }
        Ok(())
    }
}
