//! Offered: issued and not yet received (row 3).

use law::deadline::DeadlineRule;
use law::time::Moment;
use ledger::Digest;

use super::ctx::{Ctx, Decided, out_of_days, refuse};
use super::delegation;
use crate::actor::Side;
use crate::command::{Command, OfferCommand, RecordDelivery};
use crate::event::{Event, OfferDelivered};
use crate::state::{Offered, Owner};

pub(super) fn decide(ctx: &Ctx<'_>, stage: &Offered) -> Decided {
    match ctx.command {
        Command::Offer(OfferCommand::RecordDelivery(delivery)) => deliver(ctx, stage, delivery),
        Command::Delegation(command) => delegation::decide(ctx, command),
        Command::Offer(_)
        | Command::Opening(_)
        | Command::Coverage(_)
        | Command::Acceptance(_)
        | Command::Disclosure(_)
        | Command::Session(_)
        | Command::Draft(_)
        | Command::Congress(_)
        | Command::Signature(_)
        | Command::Filing(_)
        | Command::Review(_)
        | Command::Publication(_)
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

/// CIV 137, ESL 11: the receiving side, or somebody of neither side, says when the offer was received.
fn deliver(ctx: &Ctx<'_>, stage: &Offered, delivery: &RecordDelivery) -> Decided {
    if ctx.side() == stage.offer.side {
        return Err(refuse("WHO-record_delivery", "who-own-delivery", &["CIV 137"]));
    }
    let issued_on = stage.offer.issued_at.date();
    if delivery.received_on < issued_on || delivery.received_on > ctx.now.date() {
        return Err(out_of_days(delivery.received_on, issued_on, ctx.now.date(), &[]));
    }
    let at =
        if delivery.received_on == issued_on { stage.offer.issued_at } else { Moment::start_of(delivery.received_on) };
    Ok(delivered(ctx, stage.offer.side, at, Some(delivery.proof)))
}

/// The offer is received: an answer is owed from now on (ZJ-CC 7, CC22 32, WN9 17).
pub(super) fn delivered(ctx: &Ctx<'_>, offering: Side, at: Moment, proof: Option<Digest>) -> Vec<Event> {
    let mut events = vec![Event::OfferDelivered(OfferDelivered { at, proof })];
    events.extend(ctx.open(DeadlineRule::Reply, Owner::of(offering.other()), "reply-1".to_owned(), at.date()));
    events
}
