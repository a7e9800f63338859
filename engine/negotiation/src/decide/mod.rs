//! The only place that says no.
//!
//! [`decide`] looks at the case, the rules and a command and answers with events or a refusal. Papers, corrections and
//! the program's own acts are possible at any stage, what concerns representatives at most; everything else goes to the
//! stage's own file.

mod adopted;
mod anywhere;
mod awaiting_reply;
mod bureau;
mod change;
mod child;
mod conduct;
mod congress;
mod correcting;
mod correction;
mod coverage;
mod ctx;
mod dated;
mod delegation;
mod disclosure;
mod dispute;
mod draft;
mod drafted;
mod effect;
mod effective;
mod finished;
mod force;
mod grievance;
mod hall;
mod idle;
mod interrupted;
mod life;
mod lists;
mod mistaken;
mod negotiating;
mod objected;
mod offered;
mod opening;
mod package;
mod paper;
mod performance;
mod preparing;
mod proposal;
mod refused;
mod renegotiating;
mod replacement;
mod rested;
mod session;
mod signed;
mod slip;
mod strike;
mod supervision;
mod suspension;
mod system;
mod text;
mod trigger;
mod withdrawal;

use law::dataset::DataSets;
use law::rules::Rules;
use law::time::Moment;

pub(crate) use child::takes as takes_child;
pub use strike::next_due;

use crate::actor::{Actor, Capacity, Side};
use crate::command::{Command, DelegationCommand, SystemCommand};
use crate::event::Event;
use crate::facts::Facts;
use crate::refusal::Refusal;
use crate::state::{Negotiation, Stage};
use crate::table;
use ctx::Ctx;

/// Decides one command. `case` is `None` before `open_case`.
///
/// # Errors
/// The refusal: rule, what was found, what is required, article, what to do next. Nothing is to be stored then.
pub fn decide(
    rules: &Rules,
    data: &DataSets,
    case: Option<&Negotiation>,
    facts: &Facts,
    now: Moment,
    actor: &Actor,
    command: &Command,
) -> Result<Vec<Event>, Refusal> {
    let decided = match decide_any(rules, data, case, facts, now, actor, command) {
        // Texts come last: most of what is refused is refused for other reasons, and taking a command apart is work.
        Ok(events) => text::check(command).map(|()| events),
        // A refusal may repeat what was given: no odd text gets out that way.
        Err(refusal) if refusal.repeats_odd_text() => Err(text::check(command).err().unwrap_or(refusal)),
        Err(refusal) => Err(refusal),
    };
    decided.map_err(|refusal| refusal.under(rules.profile))
}

fn decide_any(
    rules: &Rules,
    data: &DataSets,
    case: Option<&Negotiation>,
    facts: &Facts,
    now: Moment,
    actor: &Actor,
    command: &Command,
) -> Result<Vec<Event>, Refusal> {
    may(actor, command)?;
    let Some(n) = case else {
        return opening::decide(rules, data, facts, now, actor, command);
    };
    own_datasets(facts, command)?;
    let ctx = Ctx { actor, command, data, facts, n, now, paper: false, rules, when: now };
    decide_in(&ctx)
}

/// An open case keeps its data sets until others are adopted openly; no other act is decided under its own.
fn own_datasets(facts: &Facts, command: &Command) -> Result<(), Refusal> {
    let adopts = matches!(command, Command::System(SystemCommand::AdoptDataset(_)));
    if facts.datasets.is_none() || adopts {
        return Ok(());
    }
    Err(Refusal::new("FACT-DATASET", "fact-dataset-own", &[])
        .with_message("command", table::command_key(command.name())))
}

/// The capacity must be one that may give the command, on the side that the capacity has.
fn may(actor: &Actor, command: &Command) -> Result<(), Refusal> {
    let fits_side = actor.side == actor.capacity.side();
    let listed = table::find(command.name()).is_some_and(|row| {
        row.capacities.contains(&actor.capacity)
            || (row.capacities.is_empty() && !matches!(actor.capacity, Capacity::System | Capacity::Clock))
    });
    if fits_side && listed { Ok(()) } else { Err(table::wrong_actor(command.name(), actor)) }
}

/// Decides inside an open case, with the legal instant already settled.
fn decide_in(ctx: &Ctx<'_>) -> Result<Vec<Event>, Refusal> {
    lists::registered(ctx)?;
    match ctx.command {
        Command::Acceptance(command) => return anywhere::acceptance(ctx, command),
        Command::Paper(command) => return paper::decide(ctx, command),
        Command::Correction(command) => return correction::decide(ctx, command),
        Command::System(command) => return system::decide(ctx, command),
        Command::Supervision(command) => return supervision::decide(ctx, command),
        Command::Suspension(command) => return suspension::decide(ctx, command),
        Command::Dispute(command) => return dispute::decide(ctx, command),
        Command::Performance(command) => return performance::decide(ctx, command),
        Command::Change(command) => return change::decide(ctx, command),
        Command::Coverage(command) => return coverage::decide(ctx, command),
        Command::Opening(_) => return Err(ctx.wrong_stage()),
        Command::Delegation(
            command @ (DelegationCommand::AnnounceReps(_)
            | DelegationCommand::RecordVacancy(_)
            | DelegationCommand::ReplaceRep(_)
            | DelegationCommand::ReportConduct(_)
            | DelegationCommand::ReportTreatment(_)),
        ) => return delegation::later(ctx, command),
        Command::Offer(_)
        | Command::Delegation(DelegationCommand::RegisterReps(_))
        | Command::Disclosure(_)
        | Command::Session(_)
        | Command::Draft(_)
        | Command::Congress(_)
        | Command::Signature(_)
        | Command::Filing(_)
        | Command::Review(_)
        | Command::Publication(_) => {}
    }
    match &ctx.n.stage {
        Stage::Idle => idle::decide(ctx),
        Stage::Offered(stage) => offered::decide(ctx, stage),
        Stage::AwaitingReply(stage) => awaiting_reply::decide(ctx, stage),
        Stage::Preparing(stage) | Stage::Ready(stage) => preparing::decide(ctx, stage),
        Stage::Negotiating(_, draft) => negotiating::decide(ctx, draft.as_ref()),
        Stage::Drafted(stage) => drafted::decide(ctx, stage),
        Stage::Congress(stage) => congress::decide(ctx, stage),
        Stage::Renegotiating(stage) => renegotiating::decide(ctx, stage),
        Stage::Adopted(stage) => adopted::decide(ctx, stage),
        Stage::Signed(stage) => signed::decide(ctx, stage),
        Stage::Filed(stage) | Stage::UnderReview(stage) => bureau::decide(ctx, stage),
        Stage::Objected(stage) => objected::decide(ctx, stage),
        Stage::Effective(stage) => effective::decide(ctx, stage),
        Stage::Refused(stage) => refused::decide(ctx, stage),
        Stage::Suspended(_) | Stage::Disputed(_) => interrupted::decide(ctx),
        Stage::Closed(_) | Stage::Ended(_) | Stage::Rescinded(_) => finished::decide(ctx),
    }
}

/// A side that acts; refuses somebody of neither side.
fn party(ctx: &Ctx<'_>) -> Result<Side, Refusal> {
    match ctx.side() {
        Side::None => Err(ctx.wrong_actor()),
        side @ (Side::Worker | Side::Employer) => Ok(side),
    }
}
