//! The case has ended: what concerns its time in force stays possible, nothing else.

use super::ctx::{Ctx, Decided};
use super::{effective, performance};
use crate::command::Command;

pub(super) fn decide(ctx: &Ctx<'_>) -> Decided {
    match ctx.command {
        Command::Publication(command) => effective::publication(ctx, performance::in_force(ctx)?, command),
        Command::Acceptance(_)
        | Command::Offer(_)
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
