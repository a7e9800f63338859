//! In force: publication and the copy to the higher union (rows 30 and 31): ZJ-CC 35, WN9 23.

use super::ctx::{Ctx, Decided, refuse};
use super::{coverage, life, party};
use crate::command::{Command, CopyToHigherUnion, FilingCommand, PublicationCommand, Publish};
use crate::event::{CopiedToHigherUnion, DutyVoided, EffectWithdrawn, Event, Published};
use crate::state::{EffectBasis, Effective, Negotiation};

pub(super) fn decide(ctx: &Ctx<'_>, stage: &Effective) -> Decided {
    match ctx.command {
        Command::Publication(command) => publication(ctx, stage, command),
        Command::Review(_) | Command::Filing(FilingCommand::ReturnFiling(_)) => review_on_paper(ctx, stage),
        Command::Filing(_)
        | Command::Signature(_)
        | Command::Congress(_)
        | Command::Session(_)
        | Command::Draft(_)
        | Command::Delegation(_)
        | Command::Disclosure(_)
        | Command::Offer(_)
        | Command::Opening(_)
        | Command::Coverage(_)
        | Command::Acceptance(_)
        | Command::Supervision(_)
        | Command::Suspension(_)
        | Command::Dispute(_)
        | Command::Performance(_)
        | Command::Change(_)
        | Command::Paper(_)
        | Command::Correction(_)
        | Command::System(_) => Err(ctx.wrong_stage()),
    }
}

/// Publication of a text in force; after its end only where a paper shows that it was done before.
pub(super) fn publication(ctx: &Ctx<'_>, stage: &Effective, command: &PublicationCommand) -> Decided {
    match command {
        PublicationCommand::Publish(publish) => self::publish(ctx, stage, publish),
        PublicationCommand::CopyToHigherUnion(copy) => self::copy(ctx, stage, copy),
    }
}

fn publish(ctx: &Ctx<'_>, stage: &Effective, publish: &Publish) -> Decided {
    let side = party(ctx)?;
    ctx.same_text(publish.terms, &stage.filing.signed.text)?;
    if publish.channel.trim().is_empty() {
        return Err(refuse("FACT-EMPTY", "fact-empty", &["ZJ-CC 35", "WN9 23"]));
    }
    let mut events = vec![Event::Published(Published {
        at: ctx.when,
        channel: publish.channel.clone(),
        proof: publish.proof,
        side,
        terms: publish.terms,
    })];
    if let Some(duty) = ctx.newest_owed("publish", side) {
        events.extend(ctx.meet(&duty.id));
    }
    events.extend(coverage::published(ctx, stage));
    Ok(events)
}

fn copy(ctx: &Ctx<'_>, stage: &Effective, copy: &CopyToHigherUnion) -> Decided {
    ctx.same_text(copy.terms, &stage.filing.signed.text)?;
    if copy.recipient.trim().is_empty() {
        return Err(refuse("FACT-EMPTY", "fact-empty", &["ZJ-CC 35"]));
    }
    Ok(vec![Event::CopiedToHigherUnion(CopiedToHigherUnion {
        at: ctx.when,
        recipient: copy.recipient.clone(),
        terms: copy.terms,
    })])
}

/// An opinion or a return given on paper before the review ended, but entered after silence was taken for consent: the
/// effect is withdrawn from its date and the paper decides. One that is late, that reached nobody in time, or that isn't
/// on paper, never does this.
fn review_on_paper(ctx: &Ctx<'_>, stage: &Effective) -> Decided {
    let review = ctx.newest("review").filter(|duty| ctx.when < duty.due_at());
    let (Some(review), EffectBasis::Deemed, true) = (review, stage.effect.basis, ctx.paper) else {
        return Err(ctx.wrong_stage());
    };
    let mut events = vec![Event::EffectWithdrawn(EffectWithdrawn { duty: review.id.clone(), on: stage.effect.on })];
    let owed = ctx.n.duties.iter().filter(|duty| life::RULES.contains(&duty.rule.as_str()) && duty.is_owed());
    events.extend(owed.map(|duty| Event::DutyVoided(DutyVoided { duty: duty.id.clone() })));
    let mut before: Negotiation = ctx.n.clone();
    let applied = events.iter().try_for_each(|event| crate::apply::apply(&mut before, event));
    if applied.is_err() {
        return Err(ctx.wrong_stage());
    }
    let decided = super::decide_in(&Ctx { paper: true, ..ctx.over(&before) })?;
    if !decided.iter().any(|event| ends_in_time(event, &review.id)) {
        return Err(ctx.wrong_stage());
    }
    events.extend(decided);
    Ok(events)
}

/// Whether the event says that the review was over before its last day was: an opinion served, or a return.
fn ends_in_time(event: &Event, review: &str) -> bool {
    matches!(event, Event::DutyMet(met) if met.duty == review && !met.late)
        || matches!(event, Event::DutyVoided(voided) if voided.duty == review)
}
