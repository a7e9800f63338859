//! What somebody can do in a case now: what the table allows at this stage, the likely next act first.
//!
//! Only the order and the folding away are decided here; whether an act is possible is the engine's business.

use negotiation::command::DisclosureItem;
use negotiation::state::{Session, Stage};
use negotiation::{Capacity, Negotiation, Side, table};

use crate::act;

/// How an act is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// A button: it is likely what comes next.
    Next,
    /// Folded away.
    Further,
}

/// An act that somebody may give now.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Task {
    pub(crate) command: &'static str,
    pub(crate) place: Place,
}

/// The acts that may be given at this stage in one of these capacities.
pub(crate) fn tasks(n: &Negotiation, capacities: &[Capacity]) -> Vec<Task> {
    let stage = n.stage_name();
    let side = capacities.first().map_or(Side::None, |capacity| capacity.side());
    let rows = table::ROWS.iter().filter(|row| {
        let known = row.stages.is_empty() || row.stages.contains(&stage);
        let mine = row.capacities.is_empty() || row.capacities.iter().any(|who| capacities.contains(who));
        known && mine && act::has_form(row.command) && !beside_a_clause(row.command)
    });
    let mut tasks: Vec<Task> =
        rows.map(|row| Task { command: row.command, place: place(row.command, n, side) }).collect();
    tasks.sort_by_key(|task| task.place);
    tasks
}

/// Acts that start from a clause of the board.
fn beside_a_clause(command: &str) -> bool {
    matches!(command, "table_position" | "accept_position")
}

fn place(command: &str, n: &Negotiation, side: Side) -> Place {
    if is_next(command, n, side) { Place::Next } else { Place::Further }
}

fn is_next(command: &str, n: &Negotiation, side: Side) -> bool {
    let listed = n.delegations.get(side).is_some_and(Option::is_some);
    match command {
        "issue_offer"
        | "submit_to_congress"
        | "record_vote"
        | "file"
        | "record_rescission"
        | "register"
        | "no_objection_opinion"
        | "object"
        | "accept_coordination"
        | "record_coordination_agreement"
        | "record_coordination_failure" => true,
        "record_delivery" => offering(n).is_some_and(|by| by != side),
        "reply" | "refuse_offer" => offering(n).is_some_and(|by| by != side),
        "register_reps" => !listed && side != Side::None,
        "disclose" => !matches!(n.stage, Stage::Negotiating(..)) && is_missing(n, side),
        "open_session" => {
            n.open_session().is_none()
                && draft(n).is_none()
                && n.delegations.worker.is_some()
                && n.delegations.employer.is_some()
        }
        "close_session" => n.open_session().is_some(),
        "confirm_minutes" => n.sessions.iter().any(|session| waits(session, side)),
        "table_draft" => n.open_session().is_none() && !n.table.agreed.is_empty() && draft(n).is_none(),
        "initial_draft" => draft(n).is_some_and(|draft| draft.initialled.get(side).is_some_and(Option::is_none)),
        "sign" | "refuse_to_sign" => {
            if let Stage::Adopted(adopted) = &n.stage {
                adopted.signatures.get(side).is_some_and(Option::is_none)
            } else {
                false
            }
        }
        "publish" => {
            if let Stage::Effective(effective) = &n.stage {
                effective.published.get(side).is_some_and(Option::is_none)
            } else {
                false
            }
        }
        "copy_to_higher_union" => {
            if let Stage::Effective(effective) = &n.stage {
                effective.copied_at.is_none()
            } else {
                false
            }
        }
        "accept_platform" => n.acceptances.get(side).is_some_and(Option::is_none) && matches!(n.stage, Stage::Idle),
        "confirm_paper" => n.papers.iter().any(|paper| !paper.confirmed),
        "confirm_correction" => n.corrections.iter().any(|correction| !correction.confirmed),
        "suspend" => n.suspension.as_ref().is_some_and(|proposal| proposal.by != side),
        "resume" => matches!(n.stage, Stage::Suspended(_)),
        _ => false,
    }
}

fn waits(session: &Session, side: Side) -> bool {
    session.closed.is_some() && session.confirmed.get(side).is_some_and(Option::is_none)
}

fn is_missing(n: &Negotiation, side: Side) -> bool {
    let given = |item, own: bool| n.disclosures.iter().any(|had| had.item == item && (!own || had.side == side));
    side != Side::None && (!given(DisclosureItem::RepList, true) || !given(DisclosureItem::Agenda, false))
}

fn draft(n: &Negotiation) -> Option<&negotiation::state::Draft> {
    if let Stage::Negotiating(_, draft) = &n.stage {
        draft.as_ref()
    } else if let Stage::Renegotiating(renegotiating) = &n.stage {
        renegotiating.draft.as_ref()
    } else if let Stage::Objected(objected) = &n.stage {
        objected.draft.as_ref()
    } else {
        None
    }
}

/// The side that made the offer, while it isn't answered.
fn offering(n: &Negotiation) -> Option<Side> {
    if let Stage::Offered(offered) = &n.stage {
        Some(offered.offer.side)
    } else if let Stage::AwaitingReply(awaiting) = &n.stage {
        Some(awaiting.offer.side)
    } else if let Stage::Refused(refused) = &n.stage {
        Some(refused.offer.side)
    } else {
        None
    }
}
