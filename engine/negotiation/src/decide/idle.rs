//! Idle: either side may offer (rows 1 and 2); lists may be registered before the offer (row 8a).

use law::deadline::DeadlineRule;

use super::ctx::{Ctx, Decided, refuse};
use super::{child, delegation, offered, party, trigger};
use crate::command::{Command, IssueOffer, OfferCommand};
use crate::event::{Event, OfferIssued};
use crate::state::Owner;

pub(super) fn decide(ctx: &Ctx<'_>) -> Decided {
    match ctx.command {
        Command::Offer(OfferCommand::IssueOffer(offer)) => issue(ctx, offer),
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

/// WN9 17, ZJ-CC 7–8, CC22 32: in writing, with time, place and content; HZ 24: with one's own representatives.
fn issue(ctx: &Ctx<'_>, offer: &IssueOffer) -> Decided {
    let side = party(ctx)?;
    delegation::elected_first(ctx, side)?;
    let lacking = offer.place.trim().is_empty()
        || offer.topics.is_empty()
        || offer.topics.iter().any(|topic| topic.title.trim().is_empty() || topic.demand.trim().is_empty());
    if lacking || offer.meeting_on < ctx.when.date() {
        return Err(refuse("CHK-OFFER-FIELDS", "chk-offer-fields", &["WN9 17"])
            .with("topics", offer.topics.len())
            .with("place", offer.place.trim())
            .with("meeting", offer.meeting_on));
    }
    if ctx.rules.offer_form.must_name_reps && ctx.n.delegations.get(side).is_none_or(Option::is_none) {
        return Err(refuse("CHK-OFFER-FIELDS", "chk-offer-reps", &["HZ 24"]));
    }
    let note = trigger::check(ctx, side, offer.basis)?;
    child::fitting_basis(ctx, offer)?;
    let mut events = vec![Event::OfferIssued(OfferIssued { at: ctx.when, offer: offer.clone(), side })];
    events.extend(child::window(ctx));
    // HZ 29 counts from the offer; NB 16 from the first meeting, where the session opens it.
    if ctx.rules.total.value().is_some_and(|total| total.anchor == law::rules::Anchor::OfferIssued) {
        events.extend(ctx.open(DeadlineRule::Total, Owner::Both, "total-1".to_owned(), ctx.when.date()));
    }
    if ctx.reads_inbox(side.other()) && !ctx.paper {
        events.extend(offered::delivered(ctx, side, ctx.when, None));
    }
    events.extend(note);
    Ok(events)
}
