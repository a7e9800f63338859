//! Negotiating: sessions, positions, minutes, the draft (rows 11 and 16).

use super::ctx::{Ctx, Decided};
use super::{disclosure, draft, session};
use crate::command::Command;
use crate::state::{Draft, Route};

pub(super) fn decide(ctx: &Ctx<'_>, tabled: Option<&Draft>) -> Decided {
    match ctx.command {
        Command::Disclosure(command) => disclosure::decide(ctx, command),
        Command::Session(command) => session::decide(ctx, command),
        Command::Draft(command) => draft::decide(ctx, command, tabled, Route::First),
        Command::Delegation(_)
        | Command::Offer(_)
        | Command::Opening(_)
        | Command::Coverage(_)
        | Command::Acceptance(_)
        | Command::Congress(_)
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
