//! Refused: the law lets nobody refuse for good; a late acceptance is possible (rows 5–7).

use super::awaiting_reply::answer;
use super::ctx::{Ctx, Decided};
use crate::command::{Command, OfferCommand};
use crate::state::Refused;

pub(super) fn decide(ctx: &Ctx<'_>, stage: &Refused) -> Decided {
    match ctx.command {
        Command::Offer(OfferCommand::Reply(reply)) => answer(ctx, stage.offer.side, stage.refused_at, reply),
        Command::Offer(_)
        | Command::Acceptance(_)
        | Command::Opening(_)
        | Command::Coverage(_)
        | Command::Delegation(_)
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
