//! Refusals, letters of supervision, orders, withdrawal.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a stage that the event does not belong to is damage, whichever it is"
)]

use std::mem;

use super::Impossible;
use super::bargaining::put_back;
use crate::command::{Grievance, OrderDecision};
use crate::event::{
    CaseClosed, LetterReceived, OfferRefused, OpinionAnswered, OpinionSent, OrderRecorded, ProposalSent,
    RectificationSent, ReminderSent, SignatureRefused, Withdrawn,
};
use crate::state::{
    AwaitingReply, Closed, Letter, LetterAnswer, LetterKind, Negotiation, Order, Receipt, Refused, SignRefusal, Stage,
};
use law::time::Moment;

type Applied = Result<(), Impossible>;

pub(super) fn offer_refused(n: &mut Negotiation, e: &OfferRefused) -> Applied {
    match mem::replace(&mut n.stage, Stage::Idle) {
        Stage::AwaitingReply(awaiting) => {
            n.stage = Stage::Refused(Refused {
                offer: awaiting.offer,
                reason: e.reason.clone(),
                received_at: awaiting.received_at,
                refused_at: e.at,
            });
            Ok(())
        }
        other => put_back(n, other, "a received offer is refused"),
    }
}

pub(super) fn signature_refused(n: &mut Negotiation, e: &SignatureRefused) -> Applied {
    let refusal = SignRefusal { at: e.at, reason: e.reason.clone(), terms: e.terms };
    *n.remedies.sign_refusals.get_mut(e.side).ok_or(Impossible("the event belongs to one of the sides"))? =
        Some(refusal);
    Ok(())
}

/// A letter that was just sent.
const fn sent(kind: LetterKind, number: u32, grievance: Grievance, sent_at: Moment) -> Letter {
    Letter { answer: None, by: None, closed: false, grievance, kind, number, receipt: None, sent_at }
}

pub(super) fn reminder_sent(n: &mut Negotiation, e: &ReminderSent) -> Applied {
    let letter = sent(LetterKind::Reminder, e.number, e.grievance, e.at);
    n.remedies.letters.push(Letter { by: Some(e.reply_by), ..letter });
    Ok(())
}

pub(super) fn opinion_sent(n: &mut Negotiation, e: &OpinionSent) -> Applied {
    let letter = sent(LetterKind::Opinion, e.number, e.grievance, e.at);
    n.remedies.letters.push(Letter { receipt: e.received_at.map(Receipt::Received), ..letter });
    Ok(())
}

pub(super) fn rectification_sent(n: &mut Negotiation, e: &RectificationSent) -> Applied {
    let letter = sent(LetterKind::Rectification, e.number, e.grievance, e.at);
    n.remedies.letters.push(Letter { by: Some(e.correct_by), ..letter });
    Ok(())
}

pub(super) fn proposal_sent(n: &mut Negotiation, e: &ProposalSent) -> Applied {
    n.remedies.letters.push(sent(LetterKind::Proposal, e.number, e.grievance, e.at));
    Ok(())
}

fn opinion(n: &mut Negotiation, number: u32) -> Result<&mut Letter, Impossible> {
    let wanted = |letter: &&mut Letter| letter.kind == LetterKind::Opinion && letter.number == number;
    n.remedies.letters.iter_mut().find(wanted).ok_or(Impossible("the opinion was sent"))
}

pub(super) fn letter_received(n: &mut Negotiation, e: &LetterReceived) -> Applied {
    opinion(n, e.letter)?.receipt = Some(if e.refused { Receipt::Refused(e.at) } else { Receipt::Received(e.at) });
    Ok(())
}

pub(super) fn opinion_answered(n: &mut Negotiation, e: &OpinionAnswered) -> Applied {
    opinion(n, e.letter)?.answer = Some(LetterAnswer { at: e.at, will_correct: e.will_correct });
    Ok(())
}

/// An order to correct makes a refused offer wait for its answer again; where no ground was found the letters are closed.
pub(super) fn order_recorded(n: &mut Negotiation, e: &OrderRecorded) -> Applied {
    n.remedies.orders.push(Order {
        at: e.at,
        correct_by: e.correct_by,
        decision: e.decision,
        grievance: e.grievance,
        number: e.number.clone(),
    });
    match e.decision {
        OrderDecision::Correct => {
            if let Stage::Refused(refused) = &n.stage {
                let awaiting = AwaitingReply { offer: refused.offer.clone(), received_at: refused.received_at };
                n.stage = Stage::AwaitingReply(awaiting);
            }
        }
        OrderDecision::NoGround => {
            let about = n.remedies.letters.iter_mut().filter(|letter| letter.grievance == e.grievance);
            about.for_each(|letter| letter.closed = true);
        }
    }
    Ok(())
}

pub(super) fn withdrawn(n: &mut Negotiation, e: &Withdrawn) -> Applied {
    n.remedies.giving_up = Some(e.side);
    Ok(())
}

pub(super) fn case_closed(n: &mut Negotiation, e: &CaseClosed) -> Applied {
    n.stage = Stage::Closed(Closed { at: e.at, reason: e.reason });
    Ok(())
}
