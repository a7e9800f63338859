//! Coordination by the bureau (rows 14 and 15).

use super::ctx::{Ctx, Decided};
use crate::command::DisputeCommand;

pub(super) fn decide(ctx: &Ctx<'_>, _command: &DisputeCommand) -> Decided {
    Err(ctx.wrong_stage())
}
