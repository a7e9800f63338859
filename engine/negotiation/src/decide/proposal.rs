//! The proposal to the bureau and the bureau's decision (row 7): ZJ-TULS 23–24, ZJ-CC 41–42, ZJ-DM 33, TUL 54.

use law::rules::Profile;

use super::ctx::{Ctx, Decided, refuse};
use super::grievance::{self, Ground};
use super::supervision::{ahead, answer_duty, letter, next_number, noted, worded};
use super::withdrawal;
use crate::checks::{Finding, Outcome};
use crate::command::{Grievance, OrderDecision, ProposalBasis, ProposalTrigger, RecordOrder, SendProposal};
use crate::event::{DutyVoided, Event, OrderRecorded, ProposalSent};
use crate::state::{CloseReason, Letter, LetterKind, Receipt, Stage};

/// ZJ-TULS 23: rests on a letter that was refused, not answered in time, or not followed. A ground that the record
/// doesn't show is noted.
pub(super) fn propose(ctx: &Ctx<'_>, proposal: &SendProposal) -> Decided {
    worded(&[&proposal.request], &["ZJ-TULS 23"])?;
    let kind = match proposal.rests_on {
        ProposalBasis::Opinion => LetterKind::Opinion,
        ProposalBasis::Rectification => LetterKind::Rectification,
    };
    let letter = letter(ctx, kind, proposal.letter)?;
    let mut events = vec![Event::ProposalSent(ProposalSent {
        at: ctx.when,
        grievance: letter.grievance,
        letter: proposal.letter,
        number: next_number(ctx, LetterKind::Proposal),
        request: proposal.request.clone(),
        rests_on: proposal.rests_on,
        trigger: proposal.trigger,
    })];
    if !holds(ctx, letter, proposal.trigger) {
        let articles: &[&str] = match ctx.rules.profile {
            Profile::Cn => &["TUL 54(四)"],
            Profile::Zj | Profile::Hz | Profile::Nb => &["ZJ-TULS 23"],
        };
        let finding = Finding::new("CHK-PROPOSAL", Outcome::Amber, articles).with("trigger", proposal.trigger.name());
        events.push(noted(finding));
    }
    Ok(events)
}

/// Whether the record shows what the proposal rests on.
fn holds(ctx: &Ctx<'_>, letter: &Letter, trigger: ProposalTrigger) -> bool {
    if letter.closed {
        return false;
    }
    match trigger {
        ProposalTrigger::ReceiptRefused => matches!(letter.receipt, Some(Receipt::Refused(_))),
        ProposalTrigger::NoAnswer => {
            let duty = ctx.n.duty(&answer_duty(letter.number)).filter(|_| letter.kind == LetterKind::Opinion);
            duty.is_some_and(|duty| duty.is_owed() && ctx.when >= duty.due_at())
        }
        ProposalTrigger::NotCorrected => {
            // An employer who promised to correct, or whose day is not over, has not refused to.
            let promised = letter.answer.is_some_and(|answer| answer.will_correct);
            let early = letter.by.is_some_and(|by| ctx.when.date() <= by);
            let heard = letter.answer.is_some() || letter.by.is_some();
            heard && !promised && !early && grievance::ground(ctx, letter.grievance) != Ground::Contradicted
        }
    }
}

/// ZJ-CC 42, TUL 54(四): the bureau orders to correct, or finds no ground. It needs no proposal to do so.
pub(super) fn order(ctx: &Ctx<'_>, order: &RecordOrder) -> Decided {
    worded(&[&order.number], &["ZJ-CC 42", "TUL 54(四)"])?;
    if let Some(by) = order.correct_by {
        ahead(ctx, by)?;
    }
    let complained = ctx.n.remedies.open_letters(order.grievance).next().is_some();
    if !complained && grievance::ground(ctx, order.grievance) == Ground::Contradicted {
        let articles = grievance::articles(order.grievance);
        return Err(refuse("FACT-GRIEVANCE", "fact-grievance", articles).with("grievance", order.grievance.name()));
    }
    let mut events = vec![Event::OrderRecorded(OrderRecorded {
        at: ctx.when,
        correct_by: order.correct_by,
        decision: order.decision,
        grievance: order.grievance,
        number: order.number.clone(),
    })];
    match (order.decision, order.grievance, &ctx.n.stage) {
        (OrderDecision::NoGround, Grievance::Refusal, Stage::Refused(_)) => {
            events.extend(withdrawal::close(ctx, CloseReason::NoGround));
        }
        (OrderDecision::NoGround, _, _) => events.extend(answers_voided(ctx, order.grievance)),
        (OrderDecision::Correct, _, _) => {}
    }
    Ok(events)
}

/// Opinions without ground need no answer any more.
fn answers_voided(ctx: &Ctx<'_>, grievance: Grievance) -> Vec<Event> {
    ctx.n
        .remedies
        .open_letters(grievance)
        .filter(|letter| letter.kind == LetterKind::Opinion)
        .filter_map(|letter| ctx.n.duty(&answer_duty(letter.number)))
        .filter(|duty| duty.is_owed())
        .map(|duty| Event::DutyVoided(DutyVoided { duty: duty.id.clone() }))
        .collect()
}
