//! Objected (row 27): the sides mend the text, initial it anew, vote again where substance changed, sign, refile.

use super::ctx::{Ctx, Decided, refuse};
use super::{bureau, draft, session, slip};
use crate::command::{Command, DraftCommand, RecordService, ReviewCommand};
use crate::event::{Event, OpinionServed};
use crate::state::{ObjectedFiling, Route};

pub(super) fn decide(ctx: &Ctx<'_>, stage: &ObjectedFiling) -> Decided {
    match ctx.command {
        Command::Session(command) => session::decide(ctx, command),
        Command::Draft(command) => {
            if let DraftCommand::TableDraft(tabled) = command
                && tabled.clerical
                && !slip::only(&stage.filing.signed.text.terms, &tabled.terms)
            {
                return Err(refuse("TEXT-CHANGED", "text-clerical", &["ZJ-CC 34", "ZJ-CC 24", "CC22 46"]));
            }
            draft::decide(ctx, command, stage.draft.as_ref(), Route::AfterObjection)
        }
        Command::Review(ReviewCommand::RecordService(service)) => served(ctx, stage, service),
        Command::Review(_)
        | Command::Filing(_)
        | Command::Signature(_)
        | Command::Congress(_)
        | Command::Delegation(_)
        | Command::Disclosure(_)
        | Command::Offer(_)
        | Command::Opening(_)
        | Command::Coverage(_)
        | Command::Acceptance(_)
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

/// The opinion reaches the second side; after the period that is a default of the bureau.
fn served(ctx: &Ctx<'_>, stage: &ObjectedFiling, service: &RecordService) -> Decided {
    let Some(opinion) = &stage.filing.opinion else {
        return Err(ctx.wrong_stage());
    };
    let at = bureau::served(ctx, opinion, service.side, service.received_on)?;
    let mut events = vec![Event::OpinionServed(OpinionServed { at, side: service.side })];
    let over = ctx.newest("review").filter(|duty| at >= duty.due_at());
    events.extend(over.map(|duty| bureau::too_late(duty, at)));
    Ok(events)
}
