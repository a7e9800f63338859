//! Registering and announcing representatives (rows 8 and 8a): CC22 19–24, ZJ-CC 10, HZ 16–18, NB 8–10.

use law::deadline::DeadlineRule;

use super::ctx::{Ctx, Decided, refuse};
use super::{conduct, party, replacement};
use crate::actor::{Capacity, Side};
use crate::checks::{self, settle};
use crate::command::{AnnounceReps, DelegationCommand, RegisterReps, Selection};
use crate::event::{CheckNoted, Event, RepsAnnounced, RepsRegistered};
use crate::refusal::Refusal;
use crate::state::Owner;
use crate::table;

pub(super) fn decide(ctx: &Ctx<'_>, command: &DelegationCommand) -> Decided {
    match command {
        DelegationCommand::RegisterReps(list) => register(ctx, list),
        DelegationCommand::AnnounceReps(announcement) => announce(ctx, announcement),
        DelegationCommand::RecordVacancy(vacancy) => replacement::vacate(ctx, vacancy),
        DelegationCommand::ReplaceRep(replace) => replacement::replace(ctx, replace),
        DelegationCommand::ReportConduct(report) => conduct::report(ctx, report),
        DelegationCommand::ReportTreatment(report) => conduct::treatment(ctx, report),
    }
}

/// What may be done at other stages than those with a list of their own: the stage has to be one of the table's.
pub(super) fn later(ctx: &Ctx<'_>, command: &DelegationCommand) -> Decided {
    let row = table::find(ctx.command.name());
    let known = row.is_some_and(|row| row.stages.is_empty() || row.stages.contains(&ctx.n.stage_name()));
    if known { decide(ctx, command) } else { Err(ctx.wrong_stage()) }
}

/// The side whose representatives are meant: the actor's, or the workers' where the union that guides them acts because
/// the enterprise has none (ZJ-CC 8(2), 10(2)). Where there is a union its officers act, not the chief.
pub(super) fn acting_side(ctx: &Ctx<'_>) -> Result<Side, Refusal> {
    let guiding = ctx.n.header.union.guiding;
    match ctx.actor.capacity {
        Capacity::HigherUnion if guiding => Ok(Side::Worker),
        Capacity::WorkerChief if !guiding && ctx.command.name() == "register_reps" => Err(ctx.wrong_actor()),
        Capacity::HigherUnion
        | Capacity::UnionChair
        | Capacity::UnionOfficer
        | Capacity::WorkerChief
        | Capacity::WorkerRep
        | Capacity::CongressDelegate
        | Capacity::EmployerLegalRep
        | Capacity::EmployerChief
        | Capacity::EmployerRep
        | Capacity::EmployerAgent
        | Capacity::Recorder
        | Capacity::HrssOfficer
        | Capacity::Instructor
        | Capacity::Coordinator
        | Capacity::CongressClerk
        | Capacity::System
        | Capacity::Clock => party(ctx),
    }
}

/// Row 8a: workers without a union have elected their representatives before anybody speaks for them (ZJ-CC 8(2), NB 15).
pub(super) fn elected_first(ctx: &Ctx<'_>, side: Side) -> Result<(), Refusal> {
    let elected = ctx.n.delegations.get(side).is_some_and(Option::is_some);
    if side != Side::Worker || !ctx.n.header.union.guiding || elected {
        return Ok(());
    }
    Err(refuse("CHK-REP-ELECTED", "elected-first", &["ZJ-CC 8(2)", "NB 15(2)", "CC22 20", "LCL 51(2)"]))
}

/// A record of an election that hasn't been held contradicts itself.
pub(super) fn held(ctx: &Ctx<'_>, selection: &Selection) -> Result<(), Refusal> {
    if selection.on <= ctx.when.date() {
        return Ok(());
    }
    Err(refuse("FACT-DATE", "fact-elected", &["ZJ-CC 10(2)", "CC22 20", "CC22 21"])
        .with("found", selection.on)
        .with("to", ctx.when.date()))
}

fn register(ctx: &Ctx<'_>, list: &RegisterReps) -> Decided {
    let side = acting_side(ctx)?;
    held(ctx, &list.selection)?;
    let noted = settle(checks::delegation::check(ctx.rules, ctx.n, side, list))?;
    let mut events = vec![Event::RepsRegistered(RepsRegistered {
        at: ctx.when,
        members: list.members.clone(),
        selection: list.selection.clone(),
        side,
    })];
    let announce = format!("announce_reps-{}-{}", side.name(), ctx.count("announce_reps"));
    // A new list fills the places that were vacant.
    let vacant = ctx.n.delegations.get(side).and_then(Option::as_deref).map_or(&[][..], |old| &old.vacancies);
    events.extend(vacant.iter().flat_map(|vacancy| ctx.meet(&vacancy.duty)));
    events.extend(ctx.void_rule_of("announce_reps", side));
    events.extend(ctx.open(DeadlineRule::AnnounceReps, Owner::of(side), announce, list.selection.on));
    events.extend(noted.into_iter().map(|finding| Event::CheckNoted(CheckNoted { finding })));
    Ok(events)
}

/// NB 10: announced in the enterprise, late or in time, at any stage.
pub(super) fn announce(ctx: &Ctx<'_>, announcement: &AnnounceReps) -> Decided {
    let side = party(ctx)?;
    if ctx.n.delegations.get(side).is_none_or(Option::is_none) {
        return Err(refuse("STAGE-announce_reps", "reps-first", &["NB 10"]));
    }
    if announcement.channel.trim().is_empty() {
        return Err(refuse("FACT-EMPTY", "fact-empty", &["NB 10"]));
    }
    let channel = announcement.channel.clone();
    let mut events = vec![Event::RepsAnnounced(RepsAnnounced { at: ctx.when, channel, side })];
    if let Some(duty) = ctx.newest_owed("announce_reps", side) {
        events.extend(ctx.meet(&duty.id));
    }
    Ok(events)
}
