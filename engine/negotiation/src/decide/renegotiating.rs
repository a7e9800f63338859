//! Renegotiating after a rejection (row 21): the sides talk again, initial anew, resubmit. No limit on rounds.

use super::ctx::{Ctx, Decided};
use super::{draft, session};
use crate::command::Command;
use crate::state::{Renegotiating, Route};

pub(super) fn decide(ctx: &Ctx<'_>, stage: &Renegotiating) -> Decided {
    match ctx.command {
        Command::Session(command) => session::decide(ctx, command),
        Command::Draft(command) => draft::decide(ctx, command, stage.draft.as_ref(), Route::AfterRejection),
        Command::Delegation(_)
        | Command::Disclosure(_)
        | Command::Offer(_)
        | Command::Opening(_)
        | Command::Coverage(_)
        | Command::Acceptance(_)
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
