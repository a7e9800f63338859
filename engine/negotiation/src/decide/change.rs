//! Withdrawal and child cases (rows 34 and 35).

use super::ctx::{Ctx, Decided};
use super::withdrawal;
use crate::command::ChangeCommand;

pub(super) fn decide(ctx: &Ctx<'_>, command: &ChangeCommand) -> Decided {
    match command {
        ChangeCommand::Withdraw(withdraw) => withdrawal::decide(ctx, withdraw),
        ChangeCommand::NoteChildOpened(_) | ChangeCommand::NoteChildEnded(_) | ChangeCommand::RecordRescission(_) => {
            Err(ctx.wrong_stage())
        }
    }
}
