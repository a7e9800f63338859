//! Drafted: the initialled text goes to the congress (row 17): ZJ-CC 24(1), LL 33, LCL 51.

use super::congress;
use super::ctx::{Ctx, Decided};
use crate::command::{Command, CongressCommand};
use crate::state::Drafted;

pub(super) fn decide(ctx: &Ctx<'_>, stage: &Drafted) -> Decided {
    match ctx.command {
        Command::Congress(CongressCommand::SubmitToCongress(submission)) => {
            congress::submit(ctx, &stage.text, submission)
        }
        Command::Congress(_)
        | Command::Session(_)
        | Command::Draft(_)
        | Command::Delegation(_)
        | Command::Disclosure(_)
        | Command::Offer(_)
        | Command::Opening(_)
        | Command::Coverage(_)
        | Command::Acceptance(_)
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
