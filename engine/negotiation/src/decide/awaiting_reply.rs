//! Awaiting a reply: in time or late, the answer is possible (rows 4 and 5; silence is on record, never the end).

use law::rules::Profile;
use law::time::Moment;

use super::ctx::{Ctx, Decided, out_of_days, refuse};
use super::{delegation, disclosure, party};
use crate::actor::Side;
use crate::checks::{Finding, Outcome};
use crate::command::{Command, OfferCommand, RefuseOffer, Reply};
use crate::event::{CheckNoted, Event, OfferAnswered, OfferRefused};
use crate::refusal::Refusal;
use crate::state::AwaitingReply;

pub(super) fn decide(ctx: &Ctx<'_>, stage: &AwaitingReply) -> Decided {
    match ctx.command {
        Command::Offer(OfferCommand::Reply(reply)) => answer(ctx, stage.offer.side, stage.received_at, reply),
        Command::Offer(OfferCommand::RefuseOffer(refusal)) => self::refuse_offer(ctx, stage, refusal),
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

/// ZJ-CC 7, CC22 32, WN9 17: in writing, with the time agreed. `from` is the receipt of the offer, or its refusal.
pub(super) fn answer(ctx: &Ctx<'_>, offering: Side, from: Moment, reply: &Reply) -> Decided {
    let side = party(ctx)?;
    if side == offering {
        return Err(refuse("WHO-reply", "who-own-reply", &["ZJ-CC 7", "WN9 17"]));
    }
    delegation::elected_first(ctx, side)?;
    if reply.place.trim().is_empty() || reply.content.trim().is_empty() || reply.meeting_on < ctx.when.date() {
        return Err(refuse("CHK-OFFER-FIELDS", "chk-reply-fields", &["ZJ-CC 7", "WN9 17"])
            .with("place", reply.place.trim())
            .with("meeting", reply.meeting_on));
    }
    not_before(ctx, from)?;
    let mut events = vec![Event::OfferAnswered(OfferAnswered {
        at: ctx.when,
        content: reply.content.clone(),
        meeting_on: reply.meeting_on,
        place: reply.place.clone(),
        side,
    })];
    events.extend(ctx.meet("reply-1"));
    events.extend(disclosure::owed_before(ctx, offering, reply.meeting_on));
    Ok(events)
}

fn not_before(ctx: &Ctx<'_>, from: Moment) -> Result<(), Refusal> {
    if ctx.when < from {
        return Err(out_of_days(ctx.when.date(), from.date(), ctx.now.date(), &[]));
    }
    Ok(())
}

/// Row 5: a refusal is an answer, so nobody is late; but the law lets nobody refuse, and that is on record.
fn refuse_offer(ctx: &Ctx<'_>, stage: &AwaitingReply, refusal: &RefuseOffer) -> Decided {
    let side = party(ctx)?;
    if side == stage.offer.side {
        return Err(refuse("WHO-refuse_offer", "who-own-reply", &["ZJ-CC 7", "WN9 17"]));
    }
    not_before(ctx, stage.received_at)?;
    let reason = refusal.reason.trim();
    let mut events = vec![Event::OfferRefused(OfferRefused { at: ctx.when, reason: reason.to_owned(), side })];
    events.extend(ctx.meet("reply-1"));
    let finding = unlawful(ctx.rules.profile, side, !reason.is_empty());
    events.push(Event::CheckNoted(CheckNoted { finding }));
    Ok(events)
}

/// ZJ-CC 7 knows no just reason; CC22 32(2) does, and whether a reason is just nobody can compute.
fn unlawful(profile: Profile, side: Side, reasoned: bool) -> Finding {
    let (outcome, articles, rule): (_, &[&str], _) = match (profile, side) {
        (Profile::Cn, _) if reasoned => (Outcome::Amber, &["CC22 32(2)", "WN9 17"], "just_reason"),
        (Profile::Cn, Side::Employer) => (Outcome::Breach, &["CC22 32(2)", "WN9 17", "TUL 54(四)"], "just_reason"),
        (Profile::Cn, Side::Worker | Side::None) => (Outcome::Breach, &["CC22 32(2)", "WN9 17"], "just_reason"),
        (Profile::Zj | Profile::Hz | Profile::Nb, Side::Employer) => {
            (Outcome::Breach, &["ZJ-CC 7", "ZJ-CC 42(二)"], "never")
        }
        (Profile::Zj | Profile::Hz | Profile::Nb, Side::Worker | Side::None) => {
            (Outcome::Breach, &["ZJ-CC 7"], "never")
        }
    };
    Finding::new("CHK-REFUSAL", outcome, articles)
        .with("side", side.name())
        .with("reason", if reasoned { "given" } else { "none" })
        .with("rule", rule)
}
