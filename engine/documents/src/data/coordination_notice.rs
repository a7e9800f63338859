//! D28, the bureau's notice that it coordinates, or that it needs longer (协调处理受理、延期通知; CC22 49, 52, ZJ-CC 39).

use law::Date;
use serde::{Deserialize, Serialize};

use super::paper::not_before;
use super::{Contact, Coordinator, Delivery, Header, Paper, Parties, Signed};
use crate::DataError;

/// The notice, addressed to both sides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoordinationNotice {
    /// Day of acceptance; it isn't counted.
    #[serde(with = "law::input::day")]
    pub accepted_on: Date,
    /// The application; without one the bureau acts on its own (CC22 49).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub application: Option<ApplicationRef>,
    /// Articles that it rests on, ready to print.
    pub citations: Vec<String>,
    /// Whom to ask.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// Who coordinates.
    pub coordinators: Vec<Coordinator>,
    /// How it was served, where it was; otherwise a receipt slip is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Delivery>,
    /// Last of the 30 days.
    #[serde(with = "law::input::day")]
    pub due: Date,
    /// Head of the paper.
    pub header: Header,
    /// What is dealt with.
    pub items: Vec<String>,
    /// What the notice says.
    pub notice: NoticeForm,
    /// The bureau.
    pub office: String,
    /// The sides.
    pub parties: Parties,
    /// The bureau's seal, where set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signed>,
}

/// What the notice says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum NoticeForm {
    /// 受理
    Acceptance,
    /// 延期, with its reason in writing (ZJ-CC 39(2)).
    Extension {
        /// New last day, 15 days after the first at most.
        #[serde(with = "law::input::day")]
        due: Date,
        /// Why.
        reason: String,
    },
}

/// An application that the bureau has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApplicationRef {
    /// Who applied, in words.
    pub by: String,
    /// Its date.
    #[serde(with = "law::input::day")]
    pub date: Date,
    /// Its number.
    pub number: String,
}

impl Paper for CoordinationNotice {
    fn header(&self) -> &Header {
        &self.header
    }

    fn check(&self) -> Result<(), DataError> {
        if let Some(application) = &self.application {
            not_before("accepted_on", self.accepted_on, application.date)?;
        }
        not_before("due", self.due, self.accepted_on)?;
        match &self.notice {
            NoticeForm::Acceptance => Ok(()),
            NoticeForm::Extension { due, .. } => not_before("notice.due", *due, self.due),
        }
    }
}
