//! Giving a negotiation up before there is an agreement: by the offering side alone while the offer is not accepted,
//! later by both.

use super::ctx::{Ctx, Decided, out_of_days, refuse};
use super::party;
use super::supervision::known_here;
use crate::command::Withdraw;
use crate::event::{CaseClosed, DutyVoided, Event, Withdrawn};
use crate::state::{CloseReason, Offer, Stage};

pub(super) fn decide(ctx: &Ctx<'_>, withdraw: &Withdraw) -> Decided {
    known_here(ctx)?;
    let side = party(ctx)?;
    let mut events =
        vec![Event::Withdrawn(Withdrawn { at: ctx.when, reason: withdraw.reason.trim().to_owned(), side })];
    if let Some(offer) = unanswered(&ctx.n.stage) {
        if side != offer.side {
            return Err(refuse("WHO-withdraw", "who-withdraw", &["ZJ-CC 7", "CC22 32", "WN9 17"]));
        }
        if ctx.when < offer.issued_at {
            return Err(out_of_days(ctx.when.date(), offer.issued_at.date(), ctx.now.date(), &[]));
        }
        events.extend(close(ctx, CloseReason::Withdrawn));
        return Ok(events);
    }
    match ctx.n.remedies.giving_up {
        Some(first) if first == side => Err(refuse("STAGE-withdraw", "withdrawn-already", &["WN9 13"])),
        Some(_) => {
            events.extend(close(ctx, CloseReason::GivenUp));
            Ok(events)
        }
        None => Ok(events),
    }
}

/// The offer, while nobody has accepted it.
const fn unanswered(stage: &Stage) -> Option<&Offer> {
    match stage {
        Stage::Offered(stage) => Some(&stage.offer),
        Stage::AwaitingReply(stage) => Some(&stage.offer),
        Stage::Refused(stage) => Some(&stage.offer),
        Stage::Idle
        | Stage::Preparing(_)
        | Stage::Ready(_)
        | Stage::Negotiating(..)
        | Stage::Drafted(_)
        | Stage::Congress(_)
        | Stage::Renegotiating(_)
        | Stage::Adopted(_)
        | Stage::Signed(_)
        | Stage::Filed(_)
        | Stage::UnderReview(_)
        | Stage::Objected(_)
        | Stage::Effective(_)
        | Stage::Suspended(_)
        | Stage::Disputed(_)
        | Stage::Closed(_)
        | Stage::Ended(_)
        | Stage::Rescinded(_) => None,
    }
}

/// The case ends here without an agreement: nobody owes anything in it any more. Defaults stay on record.
pub(super) fn close(ctx: &Ctx<'_>, reason: CloseReason) -> Vec<Event> {
    let owed = ctx.n.duties.iter().filter(|duty| duty.is_owed());
    let mut events = vec![Event::CaseClosed(CaseClosed { at: ctx.when, reason })];
    events.extend(owed.map(|duty| Event::DutyVoided(DutyVoided { duty: duty.id.clone() })));
    events
}
