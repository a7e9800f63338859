//! Suspension and resumption (rows 12 and 13): CC22 35, ZJ-CC 17, ZJ-DM 29(3), HZ 27, NB 19.

use law::Date;
use law::deadline::{DeadlineRule, Standstill};
use law::time::Moment;

use super::ctx::{Ctx, Decided, duty_dates, refuse};
use super::{disclosure, dispute, party};
use crate::actor::{Side, Sides};
use crate::checks::{self, Finding, Outcome, settle};
use crate::command::{ProposeSuspension, Resume, Suspend, SuspensionCommand};
use crate::event::{
    BreachWithdrawn, CheckNoted, DutyMet, DutyRecomputed, Event, SessionScheduled, SuspensionDeclined, SuspensionEnded,
    SuspensionProposed, SuspensionRanOut, SuspensionWithdrawn, TalksResumed, TalksSuspended,
};
use crate::refusal::Refusal;
use crate::state::{Disputed, Duty, DutyStatus, Owner, Stage, SuspensionProposal};

pub(super) fn decide(ctx: &Ctx<'_>, command: &SuspensionCommand) -> Decided {
    match command {
        SuspensionCommand::ProposeSuspension(proposal) => propose(ctx, proposal),
        SuspensionCommand::Suspend(answer) => self::answer(ctx, answer),
        SuspensionCommand::Resume(resume) => {
            if let Stage::Suspended(_) = &ctx.n.stage {
                self::resume(ctx, resume)
            } else if let Stage::Disputed(disputed) = &ctx.n.stage {
                dispute::go_on_without(ctx, disputed, resume)
            } else {
                Err(ctx.wrong_stage())
            }
        }
    }
}

fn in_talks(ctx: &Ctx<'_>) -> Result<(), Refusal> {
    if matches!(ctx.n.stage, Stage::Negotiating(..) | Stage::Renegotiating(_)) {
        return Ok(());
    }
    Err(ctx.wrong_stage())
}

/// CC22 35, ZJ-CC 17: time, place and content of the next session are fixed, which also states the length (HZ 27).
fn propose(ctx: &Ctx<'_>, proposal: &ProposeSuspension) -> Decided {
    in_talks(ctx)?;
    let side = party(ctx)?;
    if proposal.next_on < ctx.when.date() || proposal.next_place.trim().is_empty() {
        return Err(refuse("FACT-DATE", "fact-meeting", &["CC22 35", "ZJ-CC 17"]).with("found", proposal.next_on));
    }
    if proposal.next_content.trim().is_empty() {
        return Err(refuse("FACT-EMPTY", "fact-empty", &["CC22 35", "ZJ-CC 17"]));
    }
    let mut events =
        vec![Event::SuspensionProposed(SuspensionProposed { at: ctx.when, proposal: proposal.clone(), side })];
    events.extend(too_long(ctx, Outcome::Amber, proposal.next_on)?);
    Ok(events)
}

/// What a next session after the last day comes to: worth a look when it is proposed, on record when it is agreed.
fn too_long(ctx: &Ctx<'_>, outcome: Outcome, next_on: Date) -> Result<Vec<Event>, Refusal> {
    let dates = ctx.dates(DeadlineRule::Suspend, ctx.when.date());
    let findings = dates.map(|dates| checks::suspension::length(outcome, next_on, dates.due, &dates.citation));
    noted(findings.into_iter().collect())
}

fn noted(findings: Vec<Finding>) -> Result<Vec<Event>, Refusal> {
    Ok(settle(findings)?.into_iter().map(|finding| Event::CheckNoted(CheckNoted { finding })).collect())
}

fn answer(ctx: &Ctx<'_>, answer: &Suspend) -> Decided {
    in_talks(ctx)?;
    let side = party(ctx)?;
    let current = |proposal: &&SuspensionProposal| proposal.proposal.next_on >= ctx.when.date();
    let Some(proposed) = ctx.n.suspension.as_ref().filter(current) else {
        return Err(refuse("STAGE-suspend", "no-suspension", &["CC22 35", "ZJ-CC 17"]));
    };
    let own = side == proposed.by;
    match (answer.consent, own) {
        (true, _) => suspend(ctx, proposed, !own),
        (false, true) => Ok(vec![Event::SuspensionWithdrawn(SuspensionWithdrawn { at: ctx.when, side })]),
        (false, false) => Ok(vec![Event::SuspensionDeclined(SuspensionDeclined { at: ctx.when, side })]),
    }
}

/// Suspends the talks with the consents that are there; `both` where the side that was asked agrees.
fn suspend(ctx: &Ctx<'_>, proposed: &SuspensionProposal, both: bool) -> Decided {
    let consents =
        Sides { employer: both || proposed.by == Side::Employer, worker: both || proposed.by == Side::Worker };
    let notes = noted(vec![checks::suspension::consent(ctx.rules, consents)])?;
    let next_on = proposed.proposal.next_on;
    let from = ctx.when.date();
    let mut events = vec![Event::TalksSuspended(TalksSuspended {
        at: ctx.when,
        consents,
        proposal: proposed.proposal.clone(),
        proposed_by: proposed.by,
    })];
    events.extend(notes);
    events.extend(too_long(ctx, Outcome::Breach, next_on)?);
    let id = format!("suspend-{}", ctx.count("suspend"));
    events.extend(ctx.open(DeadlineRule::Suspend, Owner::Both, id, from));
    let mut standstills = ctx.n.standstills();
    standstills.push(Standstill { from, until: next_on });
    events.extend(total_moved(ctx, &standstills));
    events.extend(disclosure::moved(ctx, next_on));
    Ok(events)
}

/// A suspension stops the clock of the whole negotiation: its dates are computed anew, at first to the day agreed for the
/// next session, then to the day on which the talks really went on. No other period stands still.
pub(super) fn total_moved(ctx: &Ctx<'_>, standstills: &[Standstill]) -> Vec<Event> {
    let moved = |duty: &Duty| {
        let dates = duty_dates(&ctx.dates_with(DeadlineRule::Total, duty.anchor, standstills, 0)?);
        let now = Duty { dates, ..duty.clone() };
        let recomputed = Event::DutyRecomputed(DutyRecomputed {
            anchor: now.anchor,
            dates,
            duty: now.id.clone(),
            opened_on: now.opened_on,
        });
        match duty.status {
            DutyStatus::Open if dates != duty.dates => Some(vec![recomputed]),
            // A suspension on paper of earlier date: what was struck meanwhile didn't hold.
            DutyStatus::Struck if now.due_at() > ctx.now => {
                let duty = now.id;
                Some(vec![recomputed, Event::BreachWithdrawn(BreachWithdrawn { duty })])
            }
            DutyStatus::Open | DutyStatus::Struck | DutyStatus::Met { .. } | DutyStatus::Voided => None,
        }
    };
    let total = ctx.n.duties.iter().filter(|duty| duty.rule == "total");
    total.filter_map(moved).flatten().collect()
}

/// The standstills of the case with the last one ending on this day.
fn until(ctx: &Ctx<'_>, day: Date) -> Vec<Standstill> {
    let mut standstills = ctx.n.standstills();
    if let Some(last) = standstills.last_mut() {
        last.until = day.max(last.from);
    }
    standstills
}

/// A party or the recorder lets the talks go on, on the day agreed, before or after.
fn resume(ctx: &Ctx<'_>, resume: &Resume) -> Decided {
    let scheduled = next_session(ctx, resume)?;
    let mut events = vec![Event::TalksResumed(TalksResumed { at: ctx.when, side: ctx.side() })];
    events.extend(ctx.newest("suspend").map(|duty| duty.id.clone()).iter().flat_map(|id| ctx.meet(id)));
    events.extend(total_moved(ctx, &until(ctx, ctx.when.date())));
    events.extend(scheduled);
    Ok(events)
}

/// The suspension ran out and nobody has asked the bureau: the talks can still go on. A resumption on paper of earlier
/// date shows that it never ran out.
pub(super) fn resume_late(ctx: &Ctx<'_>, resume: &Resume) -> Decided {
    let scheduled = next_session(ctx, resume)?;
    let mut events = vec![Event::TalksResumed(TalksResumed { at: ctx.when, side: ctx.side() })];
    if let Some(term) = ctx.newest("suspend").filter(|term| ctx.when < term.due_at()) {
        let duty = term.id.clone();
        events.push(Event::BreachWithdrawn(BreachWithdrawn { duty: duty.clone() }));
        events.push(Event::DutyMet(DutyMet { at: ctx.when, duty, late: false }));
        events.extend(total_moved(ctx, &until(ctx, ctx.when.date())));
    }
    events.extend(scheduled);
    Ok(events)
}

/// Another day or place for the next session, where one is named.
pub(super) fn next_session(ctx: &Ctx<'_>, resume: &Resume) -> Decided {
    if resume.meeting_on.is_none() && resume.place.is_none() {
        return Ok(Vec::new());
    }
    let agreed = if let Stage::Suspended(suspended) = &ctx.n.stage { Some(&suspended.agreed) } else { None };
    let place = resume.place.clone().or_else(|| agreed.map(|agreed| agreed.next_place.clone()));
    let (day, place) = (resume.meeting_on.or(ctx.n.meeting_on), place.unwrap_or_default());
    let day = day.filter(|day| *day >= ctx.when.date() && !place.trim().is_empty());
    let Some(meeting_on) = day else {
        let found = resume.meeting_on.map_or_else(String::new, |day| day.to_string());
        return Err(refuse("FACT-DATE", "fact-meeting", &["ZJ-CC 16", "CC22 33"]).with("found", found));
    };
    let mut events = vec![Event::SessionScheduled(SessionScheduled { meeting_on, place })];
    events.extend(disclosure::moved(ctx, meeting_on));
    Ok(events)
}

/// The bureau is asked: the talks are no longer suspended by agreement.
pub(super) fn ended(ctx: &Ctx<'_>) -> Vec<Event> {
    let mut events = vec![Event::SuspensionEnded(SuspensionEnded { at: ctx.when })];
    events.extend(ctx.void_rule("suspend"));
    events.extend(total_moved(ctx, &until(ctx, ctx.when.date())));
    events
}

/// The longest time is over (row 13: to the dispute, our own reading; the texts say nothing). The clock applies for
/// nobody: either side may let the talks go on or apply in writing, the bureau may step in; so nobody is stuck, and
/// nobody is made to sit down with the bureau by silence.
pub(super) fn ran_out(ctx: &Ctx<'_>, duty: &Duty, at: Moment) -> Vec<Event> {
    let mut events = vec![Event::SuspensionRanOut(SuspensionRanOut { at, duty: duty.id.clone() })];
    events.extend(total_moved(ctx, &until(ctx, at.date())));
    events
}

/// Whether a side, or the recorder for both, may let the talks go on without the bureau: the one that applied takes its
/// application back; anybody where the bureau stepped in and has not taken the dispute up; anybody once the bureau is
/// in default.
pub(super) fn may_go_on(ctx: &Ctx<'_>, disputed: &Disputed) -> bool {
    let own = disputed.applied_by != Side::None && disputed.applied_by == ctx.side();
    let unasked = disputed.applied_by == Side::None && disputed.accepted_at.is_none();
    let default = ctx.newest("coordinate").is_some_and(|duty| duty.status == DutyStatus::Struck);
    own || unasked || default
}
