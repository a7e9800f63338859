//! Suspension and resumption (rows 12 and 13).

use super::ctx::{Ctx, Decided};
use crate::command::SuspensionCommand;

pub(super) fn decide(ctx: &Ctx<'_>, _command: &SuspensionCommand) -> Decided {
    Err(ctx.wrong_stage())
}
