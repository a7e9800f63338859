//! Possible at any stage: accepting the platform.

use super::ctx::{Ctx, Decided};
use super::party;
use crate::command::AcceptanceCommand;
use crate::event::{Event, PlatformAccepted};

/// CIV 137, ESL 11: a party names the platform inbox as its receiving system.
pub(super) fn acceptance(ctx: &Ctx<'_>, command: &AcceptanceCommand) -> Decided {
    let AcceptanceCommand::AcceptPlatform(accept) = command;
    let side = party(ctx)?;
    Ok(vec![Event::PlatformAccepted(PlatformAccepted { at: ctx.when, side, text: accept.text })])
}
