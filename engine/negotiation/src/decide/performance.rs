//! Performance, inspection and end (rows 32, 33, 36).

use super::ctx::{Ctx, Decided};
use crate::command::PerformanceCommand;

pub(super) fn decide(ctx: &Ctx<'_>, _command: &PerformanceCommand) -> Decided {
    Err(ctx.wrong_stage())
}
