//! Awaiting a reply: in time or late, the answer is possible (rows 4 and 5; silence is on record, never the end).

use super::ctx::{Ctx, Decided, refuse};
use super::{delegation, disclosure, party};
use crate::command::{Command, OfferCommand, Reply};
use crate::event::{Event, OfferAnswered};
use crate::state::AwaitingReply;

pub(super) fn decide(ctx: &Ctx<'_>, stage: &AwaitingReply) -> Decided {
    match ctx.command {
        Command::Offer(OfferCommand::Reply(reply)) => answer(ctx, stage, reply),
        Command::Delegation(command) => delegation::decide(ctx, command),
        Command::Offer(_)
        | Command::Opening(_)
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

/// ZJ-CC 7, CC22 32, WN9 17: in writing, with the time agreed.
fn answer(ctx: &Ctx<'_>, stage: &AwaitingReply, reply: &Reply) -> Decided {
    let side = party(ctx)?;
    if side == stage.offer.side {
        return Err(refuse("WHO-reply", "who-own-reply", &["ZJ-CC 7", "WN9 17"]));
    }
    if reply.place.trim().is_empty() || reply.content.trim().is_empty() || reply.meeting_on < ctx.when.date() {
        return Err(refuse("CHK-OFFER-FIELDS", "chk-reply-fields", &["ZJ-CC 7", "WN9 17"])
            .with("place", reply.place.trim())
            .with("meeting", reply.meeting_on));
    }
    if ctx.when < stage.received_at {
        return Err(refuse("FACT-DATE", "fact-date", &[])
            .with("found", ctx.when.date())
            .with("from", stage.received_at.date())
            .with("to", ctx.now.date()));
    }
    let mut events = vec![Event::OfferAnswered(OfferAnswered {
        at: ctx.when,
        content: reply.content.clone(),
        meeting_on: reply.meeting_on,
        place: reply.place.clone(),
        side,
    })];
    events.extend(ctx.meet("reply-1"));
    events.extend(disclosure::owed_before(ctx, stage.offer.side, reply.meeting_on));
    Ok(events)
}
