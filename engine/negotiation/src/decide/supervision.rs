//! Letters of supervision and orders (rows 6, 7, 23, 33).

use super::ctx::{Ctx, Decided};
use crate::command::SupervisionCommand;

pub(super) fn decide(ctx: &Ctx<'_>, _command: &SupervisionCommand) -> Decided {
    Err(ctx.wrong_stage())
}
