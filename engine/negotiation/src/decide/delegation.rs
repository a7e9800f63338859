//! Registering and announcing representatives (row 8): CC22 19–24, ZJ-CC 10, HZ 16–18, NB 8–10.

use law::deadline::DeadlineRule;

use super::ctx::{Ctx, Decided, refuse};
use super::party;
use crate::checks::{self, settle};
use crate::command::{AnnounceReps, DelegationCommand, RegisterReps};
use crate::event::{CheckNoted, Event, RepsAnnounced, RepsRegistered};
use crate::state::Owner;

pub(super) fn decide(ctx: &Ctx<'_>, command: &DelegationCommand) -> Decided {
    match command {
        DelegationCommand::RegisterReps(list) => register(ctx, list),
        DelegationCommand::AnnounceReps(announcement) => announce(ctx, announcement),
        DelegationCommand::RecordVacancy(_)
        | DelegationCommand::ReplaceRep(_)
        | DelegationCommand::ReportConduct(_)
        | DelegationCommand::ReportTreatment(_) => Err(ctx.wrong_stage()),
    }
}

fn register(ctx: &Ctx<'_>, list: &RegisterReps) -> Decided {
    let side = party(ctx)?;
    let noted = settle(checks::delegation::check(ctx.rules, ctx.n, side, list))?;
    let mut events = vec![Event::RepsRegistered(RepsRegistered {
        at: ctx.when,
        members: list.members.clone(),
        selection: list.selection.clone(),
        side,
    })];
    let announce = format!("announce_reps-{}-{}", side.name(), ctx.count("announce_reps"));
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
