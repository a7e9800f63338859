//! What lists say of a case, computed from its state.

use law::time::Moment;
use negotiation::Negotiation;
use negotiation::command::{ChildKind, OpenCase, Parent};
use negotiation::state::{Duty, DutyStatus, Stage};
use serde::Serialize;
use uuid::Uuid;

use crate::{CaseLine, DutyLine};

/// The kind of negotiation that a case holds open. A renewal is about the next wages as a first negotiation is; a change
/// and a rescission concern the agreement in force and stand beside it.
fn kind(header: &OpenCase) -> &'static str {
    match header.parent.as_deref() {
        None | Some(Parent { kind: ChildKind::Renewal, .. }) => "wages",
        Some(Parent { kind: ChildKind::Amendment, .. }) => "amendment",
        Some(Parent { kind: ChildKind::Rescission, .. }) => "rescission",
    }
}

/// Whether a case is the employer's open negotiation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Hold {
    /// Not yet: no offer is made.
    NotYet,
    /// From the offer to the effect.
    Open {
        /// The employer's unified social credit code.
        employer: String,
        /// What it is about: no two of a kind at once.
        kind: &'static str,
    },
    /// Not any more: the agreement is in force.
    Ended,
}

/// Whether the negotiation is the employer's open one.
pub(crate) fn hold(negotiation: Option<&Negotiation>) -> Hold {
    let Some(negotiation) = negotiation else {
        return Hold::NotYet;
    };
    match negotiation.stage {
        Stage::Idle => Hold::NotYet,
        Stage::Effective(_) | Stage::Closed(_) | Stage::Ended(_) | Stage::Rescinded(_) => Hold::Ended,
        Stage::Offered(_)
        | Stage::AwaitingReply(_)
        | Stage::Refused(_)
        | Stage::Suspended(_)
        | Stage::Disputed(_)
        | Stage::Preparing(_)
        | Stage::Ready(_)
        | Stage::Negotiating(..)
        | Stage::Drafted(_)
        | Stage::Congress(_)
        | Stage::Renegotiating(_)
        | Stage::Adopted(_)
        | Stage::Signed(_)
        | Stage::Filed(_)
        | Stage::UnderReview(_)
        | Stage::Objected(_) => {
            let header = negotiation.header();
            Hold::Open { employer: header.employer.uscc.clone(), kind: kind(header) }
        }
    }
}

/// The case's line.
pub(crate) fn case_line(case: Uuid, negotiation: &Negotiation, changed_at: Moment) -> CaseLine {
    let header = negotiation.header();
    CaseLine {
        case,
        number: header.number.clone(),
        employer_name: header.employer.name.clone(),
        employer_uscc: header.employer.uscc.clone(),
        union_name: header.union.name.clone(),
        region: header.region.clone(),
        profile: name(&header.profile),
        scope: name(&header.scope),
        stage: negotiation.stage_name().to_owned(),
        opened_at: negotiation.opened_at,
        changed_at,
    }
}

/// The lines of the case's duties, in the order in which they arose.
pub(crate) fn duty_lines(case: Uuid, negotiation: &Negotiation) -> Vec<DutyLine> {
    negotiation.duties().iter().map(|duty| duty_line(case, duty)).collect()
}

fn duty_line(case: Uuid, duty: &Duty) -> DutyLine {
    let status = match duty.status {
        DutyStatus::Open => "open",
        DutyStatus::Struck => "struck",
        DutyStatus::Met { late: false, .. } => "met",
        DutyStatus::Met { late: true, .. } => "met_late",
        DutyStatus::Voided => "voided",
    };
    DutyLine {
        case,
        duty: duty.id.clone(),
        owed_by: duty.owner.name().to_owned(),
        due_at: duty.due_at(),
        status: status.to_owned(),
        provisional: duty.dates.provisional,
    }
}

/// The name that records give a unit variant.
pub(crate) fn name<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        Ok(other) => other.to_string(),
        Err(error) => error.to_string(),
    }
}
