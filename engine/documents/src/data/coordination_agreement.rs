//! D29, how a coordination ended: an agreement (协调处理协议书; CC22 53–54) or a note that hands the file over.

use law::Date;
use serde::{Deserialize, Serialize};

use super::paper::{filled, not_before};
use super::{ApplicationRef, Delivery, Header, Material, Paper, Parties, Signatures, Signed};
use crate::DataError;

/// The agreement or note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoordinationAgreement {
    /// Day of acceptance.
    #[serde(with = "law::input::day")]
    pub accepted_on: Date,
    /// The application; without one the bureau acted on its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub application: Option<ApplicationRef>,
    /// Articles that it rests on, ready to print.
    pub citations: Vec<String>,
    /// Who coordinated.
    pub coordinators: Vec<Coordinator>,
    /// How a note was served, where it was; otherwise a receipt slip is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Delivery>,
    /// Facts of the dispute, in paragraphs.
    pub facts: Vec<String>,
    /// Head of the paper.
    pub header: Header,
    /// The bureau.
    pub office: String,
    /// The bureau's seal, where set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office_signature: Option<Signed>,
    /// How it ended.
    pub outcome: CoordinationOutcome,
    /// The sides.
    pub parties: Parties,
    /// What was applied for.
    pub requests: Vec<String>,
    /// Signatures of the chiefs, where given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signatures: Option<Signatures>,
    /// What is left open.
    pub unresolved: Vec<String>,
}

/// How a coordination ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum CoordinationOutcome {
    /// The sides agreed; in force once coordinators and both chiefs have signed (CC22 54).
    Agreed {
        /// What they agreed on.
        results: Vec<String>,
    },
    /// They didn't.
    Failed {
        /// Papers that are handed over.
        materials: Vec<Material>,
        /// Why it ended.
        reason: String,
    },
}

/// Somebody who coordinates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coordinator {
    /// Name.
    pub name: String,
    /// Signature, where given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signed>,
    /// The unit that sent them: bureau, union or employers' organisation.
    pub unit: String,
}

impl Paper for CoordinationAgreement {
    fn header(&self) -> &Header {
        &self.header
    }

    fn check(&self) -> Result<(), DataError> {
        if let Some(application) = &self.application {
            not_before("accepted_on", self.accepted_on, application.date)?;
        }
        not_before("header.date", self.header.date, self.accepted_on)?;
        filled("coordinators", &self.coordinators)?;
        match &self.outcome {
            CoordinationOutcome::Agreed { results } => filled("outcome.results", results),
            CoordinationOutcome::Failed { .. } => filled("unresolved", &self.unresolved),
        }
    }
}
