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

/// Whether a line still says what is so; when the case last changed isn't part of it.
pub(crate) fn still_says(line: &CaseLine, negotiation: &Negotiation) -> bool {
    let header = negotiation.header();
    line.stage == negotiation.stage_name()
        && line.number == header.number
        && line.employer_name == header.employer.name
        && line.employer_uscc == header.employer.uscc
        && line.union_name == header.union.name
        && line.region == header.region
        && line.opened_at == negotiation.opened_at
        && line.profile == name(&header.profile)
        && line.scope == name(&header.scope)
}

/// Brings the lines of a case's duties up to date, in the order in which they arose, and gives those that changed.
/// Duties are only ever added, so places correspond.
pub(crate) fn changed_duties(case: Uuid, lines: &mut Vec<DutyLine>, negotiation: &Negotiation) -> Vec<DutyLine> {
    let mut changed = Vec::new();
    for (i, duty) in negotiation.duties().iter().enumerate() {
        match lines.get_mut(i) {
            Some(line) if duty_still_says(line, duty) => {}
            Some(line) => {
                *line = duty_line(case, duty);
                changed.push(line.clone());
            }
            None => {
                let line = duty_line(case, duty);
                changed.push(line.clone());
                lines.push(line);
            }
        }
    }
    changed
}

fn duty_still_says(line: &DutyLine, duty: &Duty) -> bool {
    line.status == status(duty.status)
        && line.provisional == duty.dates.provisional
        && line.kind == duty.kind.word()
        && line.duty == duty.id
        && line.owed_by == duty.owner.name()
        && line.due_at == duty.due_at()
}

const fn status(status: DutyStatus) -> &'static str {
    match status {
        DutyStatus::Open => "open",
        DutyStatus::Struck => "struck",
        DutyStatus::Met { late: false, .. } => "met",
        DutyStatus::Met { late: true, .. } => "met_late",
        DutyStatus::Voided => "voided",
    }
}

fn duty_line(case: Uuid, duty: &Duty) -> DutyLine {
    DutyLine {
        case,
        duty: duty.id.clone(),
        owed_by: duty.owner.name().to_owned(),
        due_at: duty.due_at(),
        status: status(duty.status).to_owned(),
        provisional: duty.dates.provisional,
        kind: duty.kind.word().to_owned(),
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
