//! Representatives who leave and who follow them (row 37): CC22 30–31, ZJ-CC 13, CC22 20(2).
//!
//! What the former one did stands. The place is owed within 15 days; the new one is chosen as the old one was, and the
//! other side is told in writing.

use law::deadline::DeadlineRule;
use ledger::Digest;

use super::ctx::{Ctx, Decided, out_of_days, refuse};
use super::delegation::{self, acting_side};
use crate::actor::Side;
use crate::checks::{self, Finding, settle};
use crate::command::{RecordVacancy, RegisterReps, ReplaceRep};
use crate::event::{CheckNoted, Event, RepReplaced, RepVacated};
use crate::refusal::Refusal;
use crate::state::{Delegation, Owner};

/// The list of the acting side.
fn list<'a>(ctx: &'a Ctx<'_>, side: Side) -> Result<&'a Delegation, Refusal> {
    let list = ctx.n.delegations.get(side).and_then(Option::as_deref);
    list.ok_or_else(|| Refusal::new(format!("STAGE-{}", ctx.command.name()), "reps-first", &["ZJ-CC 13", "CC22 31"]))
}

fn unknown(ctx: &Ctx<'_>) -> Refusal {
    refuse("FACT-REP", "fact-rep", &["ZJ-CC 13", "CC22 30"])
        .with_message("command", crate::table::command_key(ctx.command.name()))
}

/// CC22 31: the place is filled within 15 days from the day on which it fell vacant.
pub(super) fn vacate(ctx: &Ctx<'_>, vacancy: &RecordVacancy) -> Decided {
    let side = acting_side(ctx)?;
    let list = list(ctx, side)?;
    if !list.has(&vacancy.person) {
        return Err(unknown(ctx));
    }
    let from = list.selection.on.min(list.registered_at.date());
    if vacancy.vacated_on < from || vacancy.vacated_on > ctx.now.date() {
        return Err(out_of_days(vacancy.vacated_on, from, ctx.now.date(), &["CC22 31"]));
    }
    let duty = format!("vacancy_fill-{}-{}", side.name(), ctx.count("vacancy_fill"));
    let mut events = vec![Event::RepVacated(RepVacated {
        at: ctx.when,
        cause: vacancy.cause,
        duty: duty.clone(),
        person: vacancy.person.clone(),
        side,
        vacated_on: vacancy.vacated_on,
    })];
    events.extend(ctx.open(DeadlineRule::VacancyFill, Owner::of(side), duty, vacancy.vacated_on));
    Ok(events)
}

/// ZJ-CC 13, CC22 30–31: the same procedure as for the choice, with written notice to the other side.
pub(super) fn replace(ctx: &Ctx<'_>, replace: &ReplaceRep) -> Decided {
    let side = acting_side(ctx)?;
    let list = list(ctx, side)?;
    let promoted = list.has(&replace.member.person.id);
    possible(ctx, list, replace, promoted)?;
    delegation::held(ctx, &replace.selection)?;
    if replace.notice == Digest::ZERO {
        return Err(refuse("FACT-NOTICE", "fact-notice", &["ZJ-CC 13"]));
    }
    let noted = noted(ctx, side, list, replace, promoted)?;
    let mut events = vec![Event::RepReplaced(RepReplaced {
        at: ctx.when,
        member: replace.member.clone(),
        notice: replace.notice,
        replaces: replace.replaces.clone(),
        selection: replace.selection.clone(),
        side,
    })];
    if !promoted {
        if let Some(vacancy) = list.vacancy(&replace.replaces) {
            events.extend(ctx.meet(&vacancy.duty));
        }
        let announce = format!("announce_reps-{}-{}", side.name(), ctx.count("announce_reps"));
        events.extend(ctx.void_rule_of("announce_reps", side));
        events.extend(ctx.open(DeadlineRule::AnnounceReps, Owner::of(side), announce, replace.selection.on));
    }
    events.extend(noted.into_iter().map(|finding| Event::CheckNoted(CheckNoted { finding })));
    Ok(events)
}

/// Who is replaced has a place or left one; somebody on the list already can only become chief in the chief's place.
fn possible(ctx: &Ctx<'_>, list: &Delegation, replace: &ReplaceRep, promoted: bool) -> Result<(), Refusal> {
    let sitting = list.members.iter().find(|member| member.person.id == replace.replaces);
    let Some(old) = sitting.or_else(|| list.vacancy(&replace.replaces).map(|vacancy| &vacancy.member)) else {
        return Err(unknown(ctx));
    };
    let passes_on = old.chief && replace.member.chief && replace.member.person.id != replace.replaces;
    if promoted && !passes_on {
        return Err(refuse("FACT-REP", "fact-rep-listed", &["ZJ-CC 13", "CC22 20(2)"]));
    }
    Ok(())
}

/// The list as it would be, under the same checks as a new one; a place that is still vacant counts as it was. Who
/// becomes chief was elected with the list already.
fn noted(
    ctx: &Ctx<'_>,
    side: Side,
    list: &Delegation,
    replace: &ReplaceRep,
    promoted: bool,
) -> Result<Vec<Finding>, Refusal> {
    let members = list.places_with(&replace.member, &replace.replaces);
    let resulting = RegisterReps { members, selection: replace.selection.clone() };
    let findings = if promoted {
        checks::delegation::composition(ctx.rules, ctx.n, side, &resulting)
    } else {
        checks::delegation::check(ctx.rules, ctx.n, side, &resulting)
    };
    settle(findings)
}
