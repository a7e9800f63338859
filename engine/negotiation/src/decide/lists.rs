//! Who is who: chiefs and representatives are the persons on the registered lists, and without a union nobody is its chair.

use super::ctx::{Ctx, refuse};
use crate::actor::{Capacity, Side};
use crate::refusal::Refusal;
use crate::state::Delegation;
use crate::table;

/// Who acts as chief or representative is, or was at the legal instant, the person on the registered list; who acts for a
/// union acts for one that exists.
pub(super) fn registered(ctx: &Ctx<'_>) -> Result<(), Refusal> {
    let list = ctx.n.delegations.get(ctx.actor.side).and_then(Option::as_deref);
    let id = &ctx.actor.id;
    let on_list = match ctx.actor.capacity {
        Capacity::UnionChair | Capacity::UnionOfficer if ctx.n.header.union.guiding => {
            return Err(no_union(ctx.command.name(), ctx.actor.capacity));
        }
        Capacity::WorkerChief | Capacity::EmployerChief => list.is_none_or(|list| list.led(id, ctx.when)),
        Capacity::WorkerRep | Capacity::EmployerRep => list.is_none_or(|list| list.sat(id, ctx.when)),
        Capacity::UnionChair
        | Capacity::UnionOfficer
        | Capacity::CongressDelegate
        | Capacity::EmployerLegalRep
        | Capacity::EmployerAgent
        | Capacity::Recorder
        | Capacity::HrssOfficer
        | Capacity::HigherUnion
        | Capacity::Instructor
        | Capacity::Coordinator
        | Capacity::CongressClerk
        | Capacity::System
        | Capacity::Clock => true,
    };
    if on_list {
        return Ok(());
    }
    chief_of(ctx, ctx.actor.side, ctx.actor.capacity)?;
    Err(Refusal::new(format!("WHO-{}", ctx.command.name()), "who-list", &["CC22 19", "ZJ-CC 10"])
        .with_message("command", table::command_key(ctx.command.name()))
        .with_message("actor", table::capacity_key(ctx.actor.capacity)))
}

/// A side whose chief left has none until it names a new one: what the chief does can't be done (CC22 19, 31).
fn chief_of(ctx: &Ctx<'_>, side: Side, capacity: Capacity) -> Result<(), Refusal> {
    let chiefs = matches!(capacity, Capacity::WorkerChief | Capacity::EmployerChief);
    let list = ctx.n.delegations.get(side).and_then(Option::as_deref);
    if chiefs && list.is_some_and(|list| list.chief().is_none()) {
        return Err(vacant(ctx, side));
    }
    Ok(())
}

/// Refuses because the side has no chief.
fn vacant(ctx: &Ctx<'_>, side: Side) -> Refusal {
    Refusal::new(format!("WHO-{}", ctx.command.name()), "who-vacant", &["CC22 19", "CC22 31", "ZJ-CC 13"])
        .with_message("command", table::command_key(ctx.command.name()))
        .with_message("side", format!("neg-side-{}", side.name()))
}

/// A session is chaired by a chief who is there.
pub(super) fn has_chief(ctx: &Ctx<'_>, list: &Delegation, side: Side) -> Result<(), Refusal> {
    if list.chief().is_some() { Ok(()) } else { Err(vacant(ctx, side)) }
}

/// Refuses somebody who acts for a union that the enterprise doesn't have: its workers act through those they elected,
/// the union that guides them as higher union.
pub(super) fn no_union(command: &str, capacity: Capacity) -> Refusal {
    refuse(&format!("WHO-{command}"), "who-no-union", &["ZJ-CC 8(2)", "ZJ-CC 10(2)", "CC22 20", "LCL 51(2)"])
        .with_message("command", table::command_key(command))
        .with_message("actor", table::capacity_key(capacity))
}
