//! Withdrawal and child cases (rows 34 and 35).

use super::ctx::{Ctx, Decided};
use crate::command::ChangeCommand;

pub(super) fn decide(ctx: &Ctx<'_>, _command: &ChangeCommand) -> Decided {
    Err(ctx.wrong_stage())
}
