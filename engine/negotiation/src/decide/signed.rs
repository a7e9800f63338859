//! Signed: the employer files (row 24): ZJ-CC 34, WN9 21, CC22 42. Late filing is on record and still possible.

use law::deadline::DeadlineRule;

use super::ctx::{Ctx, Decided, out_of_days};
use crate::checks;
use crate::command::{Command, File, FilingCommand};
use crate::event::{CheckNoted, Event, Filed};
use crate::state::{Owner, Signed};

pub(super) fn decide(ctx: &Ctx<'_>, stage: &Signed) -> Decided {
    match ctx.command {
        Command::Filing(FilingCommand::File(file)) => self::file(ctx, stage, file),
        Command::Filing(_)
        | Command::Signature(_)
        | Command::Congress(_)
        | Command::Session(_)
        | Command::Draft(_)
        | Command::Delegation(_)
        | Command::Disclosure(_)
        | Command::Offer(_)
        | Command::Opening(_)
        | Command::Coverage(_)
        | Command::Acceptance(_)
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

/// The bureau has it now; its 15 days run from here whether it registers or not (LCL 54, ZJ-CC 34).
fn file(ctx: &Ctx<'_>, stage: &Signed, file: &File) -> Decided {
    ctx.same_text(file.terms, &stage.text)?;
    if ctx.when < stage.signed_at {
        return Err(out_of_days(ctx.when.date(), stage.signed_at.date(), ctx.now.date(), &[]));
    }
    let number = u32::try_from(ctx.count("review")).unwrap_or(u32::MAX);
    let mut events = vec![Event::Filed(Filed {
        at: ctx.when,
        copies: file.copies,
        materials: file.materials.clone(),
        number,
        terms: file.terms,
    })];
    for rule in ["file", "file_wage"] {
        if let Some(duty) = ctx.newest(rule) {
            events.extend(ctx.meet(&duty.id));
        }
    }
    events.extend(ctx.open(DeadlineRule::Review, Owner::Hrss, format!("review-{number}"), ctx.when.date()));
    let copies = checks::filing::copies(ctx.rules, file.copies);
    if copies.outcome == checks::Outcome::Breach {
        events.push(Event::CheckNoted(CheckNoted { finding: copies }));
    }
    Ok(events)
}
