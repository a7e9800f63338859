//! Opening a case: the parties, the profile and the scope.

use law::rules::Profile;
use serde::{Deserialize, Serialize};

use super::{Association, CoveredEmployer, Parent, section};
use crate::actor::{Capacity, PersonRef};

section! {
    /// Opening a case.
    OpeningCommand { OpenCase: Box<OpenCase> = "open_case" }
}

/// Opens the file of a negotiation; the rule edition and the data sets are fixed here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenCase {
    /// Who stands for the employers, where they are several; `employer` then holds its name and its own code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub association: Option<Association>,
    /// Employers that a sector, region or platform agreement is to cover.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub covered: Vec<CoveredEmployer>,
    /// The enterprise, or the leading party of several.
    pub employer: EmployerParty,
    /// The human case number; an attribute that may have gaps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The case in force to which this one belongs: a change, a rescission, a renewal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Box<Parent>>,
    /// The rule profile.
    pub profile: Profile,
    /// Unions of enterprises that asked the union of the sector or region to make an offer (NB 27).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed: Option<UnionProposal>,
    /// Region code of the enterprise, for minimum wage and guideline tables.
    pub region: String,
    /// What the agreement will cover.
    pub scope: Scope,
    /// The union.
    pub union: UnionParty,
}

/// How many unions of enterprises asked for an offer, of how many in the sector or region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnionProposal {
    /// All unions of enterprises there, at least 1.
    pub of: u32,
    /// Those that asked, from 1 to all.
    pub unions: u32,
}

/// What the agreement will cover.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// One enterprise.
    Enterprise,
    /// A sector of a county or below (行业性; LCL 53, ZJ-CC 9).
    Sector,
    /// A county or below (区域性; LCL 53, ZJ-CC 9).
    Region,
    /// A platform with its partner firms (NF24; ZJ-TU 14(3)).
    Platform,
}

/// The employer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmployerParty {
    /// Above-scale enterprise (规模以上), as the statistics bureau lists it.
    pub above_scale: bool,
    /// Registered address.
    pub address: String,
    /// Disabled workers, where the number is known.
    #[serde(default, skip_serializing_if = "is_none")]
    pub disabled: u32,
    /// Dispatched workers.
    pub dispatched: u32,
    /// Women among the workers.
    pub female: u32,
    /// Workers.
    pub headcount: u32,
    /// Legal representative.
    pub legal_rep: PersonRef,
    /// Registered name.
    pub name: String,
    /// Unified social credit code.
    pub uscc: String,
}

/// The union.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnionParty {
    /// Address.
    pub address: String,
    /// Chair; of the guiding union where the enterprise has none.
    pub chair: PersonRef,
    /// The enterprise has no union: this is the local or industrial union that guides its workers (ZJ-CC 8, 10).
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub guiding: bool,
    /// Name.
    pub name: String,
    /// The chair is a near relative of somebody who heads the enterprise (TUL 10, ZJ-TU 7).
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub relative: bool,
    /// Unified social credit code of the union as a legal person.
    pub uscc: String,
}

impl UnionParty {
    /// Whether somebody of a capacity who may open a case at all may open one with this union: where there is a union it
    /// opens for the workers; where there is none, the one whom they elected or the union that guides them (ZJ-CC 8).
    #[must_use]
    pub const fn lets_open(&self, capacity: Capacity) -> bool {
        if self.guiding {
            !matches!(capacity, Capacity::UnionChair | Capacity::UnionOfficer)
        } else {
            !matches!(capacity, Capacity::WorkerChief | Capacity::HigherUnion)
        }
    }
}

/// Left out of canonical bytes where there are none.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands out a reference")]
const fn is_none(count: &u32) -> bool {
    *count == 0
}
