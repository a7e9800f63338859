//! Preparing and ready: representatives, disclosure, the first session (rows 8–10).

use super::ctx::{Ctx, Decided};
use super::{delegation, disclosure, session};
use crate::command::{Command, SessionCommand};
use crate::state::Preparing;

pub(super) fn decide(ctx: &Ctx<'_>, stage: &Preparing) -> Decided {
    match ctx.command {
        Command::Delegation(command) => delegation::decide(ctx, command),
        Command::Disclosure(command) => disclosure::decide(ctx, command),
        Command::Session(SessionCommand::ScheduleSession(schedule)) => session::schedule(ctx, schedule),
        Command::Session(SessionCommand::OpenSession(open)) => session::open(ctx, open, Some(stage.offer.side)),
        Command::Session(_)
        | Command::Offer(_)
        | Command::Opening(_)
        | Command::Coverage(_)
        | Command::Acceptance(_)
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
