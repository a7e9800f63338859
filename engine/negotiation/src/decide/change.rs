//! Withdrawal and child cases (rows 34 and 35).

use super::child;
use super::ctx::{Ctx, Decided};
use super::withdrawal;
use crate::command::ChangeCommand;

pub(super) fn decide(ctx: &Ctx<'_>, command: &ChangeCommand) -> Decided {
    match command {
        ChangeCommand::Withdraw(withdraw) => withdrawal::decide(ctx, withdraw),
        ChangeCommand::NoteChildOpened(note) => child::opened(ctx, note),
        ChangeCommand::NoteChildEnded(note) => child::ended(ctx, note),
        ChangeCommand::RecordRescission(record) => child::record(ctx, record),
    }
}
