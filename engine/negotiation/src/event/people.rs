//! Events about representatives who leave, follow, are complained of, or are treated badly. `at` is the legal instant.

use law::Date;
use law::time::Moment;
use ledger::Digest;
use serde::{Deserialize, Serialize};

use crate::actor::Side;
use crate::command::{ConductFault, DismissalCause, Member, Selection, Treatment, VacancyCause};

/// `rep_vacated.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RepVacated {
    /// When it was said.
    pub at: Moment,
    /// Why.
    pub cause: VacancyCause,
    /// Id of the duty to fill the place.
    pub duty: String,
    /// Person id of the one who left.
    pub person: String,
    /// Whose representative it was.
    pub side: Side,
    /// From which day.
    pub vacated_on: Date,
}

/// `rep_replaced.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RepReplaced {
    /// When.
    pub at: Moment,
    /// The new representative; somebody on the list already becomes chief.
    pub member: Member,
    /// SHA-256 of the written notice to the other side.
    pub notice: Digest,
    /// Person id of the one replaced.
    pub replaces: String,
    /// How the new one was chosen.
    pub selection: Selection,
    /// Whose representative it is.
    pub side: Side,
}

/// `conduct_reported.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConductReported {
    /// When.
    pub at: Moment,
    /// The facts in words.
    pub facts: String,
    /// What is complained of.
    pub fault: ConductFault,
    /// Person id of the representative.
    pub person: String,
    /// Side that complains.
    pub side: Side,
}

/// `treatment_reported.v1`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TreatmentReported {
    /// When it was reported.
    pub at: Moment,
    /// The cause that the employer gives for a dismissal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<DismissalCause>,
    /// The representative agreed to it.
    pub consented: bool,
    /// The facts in words.
    pub facts: String,
    /// Day.
    pub on: Date,
    /// Person id of the representative.
    pub person: String,
    /// What was done.
    pub treatment: Treatment,
}
