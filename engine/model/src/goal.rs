//! What must be possible: each is a way that some history has to go.

use negotiation::command::ChildKind;
use negotiation::event::Event;
use negotiation::state::{CloseReason, EffectBasis, EndReason, Stage};

use crate::world::World;

/// A step of a history, as goals look at it.
pub(crate) struct Step<'a> {
    pub(crate) after: &'a World,
    pub(crate) before: &'a World,
    /// The case that hangs on this one, where the step is that this one learns of its end.
    pub(crate) child: Option<&'a World>,
    /// Flat name of the command.
    pub(crate) command: &'a str,
    pub(crate) events: &'a [Event],
}

/// A goal.
pub struct Goal {
    pub(crate) holds: fn(&Step<'_>) -> bool,
    /// The name in message keys and JSON.
    pub name: &'static str,
}

const fn goal(name: &'static str, holds: fn(&Step<'_>) -> bool) -> Goal {
    Goal { holds, name }
}

/// All goals.
pub const GOALS: &[Goal] = &[
    goal("effect_by_opinion", |step| takes_effect(step, EffectBasis::Opinion)),
    goal("effect_by_silence", |step| takes_effect(step, EffectBasis::Deemed)),
    goal("returned_then_in_force", |step| step.after.watch.returns > 0 && begins(step, "effective")),
    goal("objection_cured", |step| step.after.watch.objections > 0 && begins(step, "effective")),
    goal("slip_mended_without_vote", |step| {
        let watch = &step.after.watch;
        !watch.mended.is_empty() && watch.votes == 1 && watch.objections > 0 && begins(step, "effective")
    }),
    goal("voted_down_then_adopted", |step| step.after.watch.rejections > 0 && begins(step, "adopted")),
    goal("quorum_missed_then_adopted", |step| {
        step.before.watch.missed && step.before.stage() == "congress" && begins(step, "adopted")
    }),
    goal("effect_withdrawn_by_paper", |step| {
        step.events.iter().any(|event| matches!(event, Event::EffectWithdrawn(_)))
    }),
    goal("late_answer", |step| {
        let late = |event: &Event| matches!(event, Event::DutyMet(met) if met.late && met.duty.starts_with("reply"));
        step.events.iter().any(late)
    }),
    goal("refused_then_answered", |step| step.before.stage() == "refused" && begins(step, "preparing")),
    goal("suspended_and_resumed", |step| {
        step.before.stage() == "suspended" && ["negotiating", "renegotiating"].contains(&step.after.stage())
    }),
    goal("coordination_failed", |step| {
        let failed =
            |stage: &Stage| matches!(stage, Stage::Closed(closed) if closed.reason == CloseReason::CoordinationFailed);
        step.before.stage() == "disputed" && failed(&step.after.case.stage)
    }),
    goal("coordination_agreed", |step| {
        step.command == "record_coordination_agreement"
            && step.before.stage() == "disputed"
            && step.after.stage() != "disputed"
    }),
    goal("withdrawn", |step| step.command == "withdraw" && begins(step, "closed")),
    goal("term_over", |step| begins(step, "ended")),
    goal("renewed", |step| follows(step, ChildKind::Renewal, "effective", None)),
    goal("amended", |step| follows(step, ChildKind::Amendment, "effective", Some(EndReason::Amended))),
    goal("rescinded", |step| follows(step, ChildKind::Rescission, "rescinded", Some(EndReason::Rescinded))),
    goal("child_given_up", |step| {
        let ends = step.child.is_some_and(|child| child.stage() == "closed");
        ends && step.after.stage() == "effective"
    }),
];

/// A case of a kind came where it was to come, the one in force has it on record, and ended by it where it does.
fn follows(step: &Step<'_>, kind: ChildKind, stage: &str, reason: Option<EndReason>) -> bool {
    let came = step.child.is_some_and(|child| child.stage() == stage);
    let noted = step.after.case.children.iter().any(|child| child.kind == kind && child.ended && child.on.is_some());
    let ended = |reason| matches!(&step.after.case.stage, Stage::Ended(ended) if ended.reason == reason);
    came && noted && reason.is_none_or(ended)
}

fn begins(step: &Step<'_>, stage: &str) -> bool {
    step.after.stage() == stage && step.before.stage() != stage
}

fn takes_effect(step: &Step<'_>, basis: EffectBasis) -> bool {
    step.events.iter().any(|event| matches!(event, Event::TookEffect(effect) if effect.basis == basis))
}
