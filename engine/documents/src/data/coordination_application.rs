//! D27, the application for coordination of a bargaining dispute (协调处理申请书; CC22 49, ZJ-CC 39).

use serde::{Deserialize, Serialize};

use super::paper::filled;
use super::{Contact, Delivery, Header, Material, Paper, Parties, Signatures};
use crate::DataError;

/// The application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoordinationApplication {
    /// Who applies.
    pub applicant: Applicant,
    /// Articles that it rests on, ready to print.
    pub citations: Vec<String>,
    /// Whom to ask.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// How it was served, where it was; otherwise a receipt slip is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Delivery>,
    /// What the sides don't agree on.
    pub disputes: Vec<DisputeItem>,
    /// Head of the paper.
    pub header: Header,
    /// How the bargaining went, in paragraphs.
    pub history: Vec<String>,
    /// What is enclosed.
    pub materials: Vec<Material>,
    /// The bureau.
    pub office: String,
    /// The sides.
    pub parties: Parties,
    /// What is asked.
    pub requests: Vec<String>,
    /// Signatures that were given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signatures: Option<Signatures>,
}

/// Who applies: one side or both (CC22 49).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Applicant {
    /// 企业方
    Employer,
    /// 职工方
    Worker,
    /// 双方
    Both,
}

/// A point that the sides don't agree on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisputeItem {
    /// What the employer says.
    pub employer: String,
    /// What shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// What it is about.
    pub item: String,
    /// What the workers' side says.
    pub worker: String,
}

impl Paper for CoordinationApplication {
    fn header(&self) -> &Header {
        &self.header
    }

    fn check(&self) -> Result<(), DataError> {
        filled("disputes", &self.disputes)?;
        filled("requests", &self.requests)
    }
}
