//! Suspended or in dispute: the talks rest or the bureau coordinates; what was held is closed and confirmed, papers may be
//! given (rows 13 to 15).

use super::ctx::{Ctx, Decided};
use super::{disclosure, session};
use crate::command::{Command, SessionCommand};

pub(super) fn decide(ctx: &Ctx<'_>) -> Decided {
    match ctx.command {
        Command::Disclosure(command) => disclosure::decide(ctx, command),
        Command::Session(command @ (SessionCommand::CloseSession(_) | SessionCommand::ConfirmMinutes(_))) => {
            session::decide(ctx, command)
        }
        Command::Acceptance(_)
        | Command::Offer(_)
        | Command::Opening(_)
        | Command::Coverage(_)
        | Command::Delegation(_)
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
