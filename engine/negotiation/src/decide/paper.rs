//! Acts done on paper: entered by one, confirmed by a second, counted from the date on the paper.

use law::time::Moment;

use super::ctx::{Ctx, Decided, out_of_days, refuse};
use super::{decide_in, may};
use crate::actor::{Actor, Capacity, Side};
use crate::command::{Command, CorrectionCommand, EnterPaper, PaperCommand};
use crate::event::{Event, PaperConfirmed, PaperEntered};
use crate::refusal::Refusal;

pub(super) fn decide(ctx: &Ctx<'_>, command: &PaperCommand) -> Decided {
    match command {
        PaperCommand::EnterPaper(entry) => enter(ctx, entry),
        PaperCommand::ConfirmPaper(confirm) => self::confirm(ctx, confirm.entry),
    }
}

fn enter(ctx: &Ctx<'_>, entry: &EnterPaper) -> Decided {
    match *entry.act {
        Command::Paper(_)
        | Command::Correction(CorrectionCommand::ProposeCorrection(_) | CorrectionCommand::ConfirmCorrection(_))
        | Command::System(_)
        | Command::Opening(_) => {
            return Err(refuse("STAGE-enter_paper", "paper-kind", &[]));
        }
        Command::Acceptance(_)
        | Command::Offer(_)
        | Command::Delegation(_)
        | Command::Disclosure(_)
        | Command::Session(_)
        | Command::Draft(_)
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
        | Command::Coverage(_)
        | Command::Correction(CorrectionCommand::ProposeSlip(_) | CorrectionCommand::ConfirmSlip(_)) => {}
    }
    if entry.on > ctx.now.date() || entry.on < ctx.n.opened_at.date() {
        return Err(out_of_days(entry.on, ctx.n.opened_at.date(), ctx.now.date(), &[]));
    }
    // What would be refused at confirmation is refused now.
    on_paper(ctx, &entry.act, &entry.actor, instant(ctx.now, entry.on))?;
    let text = ledger::canonical::to_vec(&entry.act).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let Some(text) = text else {
        return Err(refuse("FACT-AMOUNT", "fact-amount", &[]));
    };
    Ok(vec![Event::PaperEntered(PaperEntered {
        actor: entry.actor.clone(),
        command: entry.act.name().to_owned(),
        entered_by: ctx.actor.clone(),
        entry: u32::try_from(ctx.n.papers.len()).unwrap_or(u32::MAX).saturating_add(1),
        on: entry.on,
        scan: entry.scan,
        text,
    })])
}

fn confirm(ctx: &Ctx<'_>, number: u32) -> Decided {
    let at = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    let Some(entry) = at.and_then(|at| ctx.n.papers.get(at)).filter(|entry| !entry.confirmed) else {
        return Err(refuse("STAGE-confirm_paper", "no-paper", &[]).with("entry", number));
    };
    second_person(ctx, &entry.entered_by, entry.actor.side)?;
    let Ok(act) = serde_json::from_slice::<Command>(entry.text.as_bytes()) else {
        return Err(refuse("STAGE-confirm_paper", "no-paper", &[]).with("entry", number));
    };
    let at = instant(ctx.now, entry.on);
    let mut events = vec![Event::PaperConfirmed(PaperConfirmed { at, entry: number })];
    events.extend(on_paper(ctx, &act, &entry.actor, at)?);
    Ok(events)
}

/// A paper names a day: it counts at the end of that day, so that it is in time through its last day.
pub(super) fn instant(now: Moment, on: law::Date) -> Moment {
    Moment::from_millis(Moment::end_of(on).millis() - 1).min(now)
}

/// Decides the act as its author would have had it decided on the day.
fn on_paper(ctx: &Ctx<'_>, act: &Command, actor: &Actor, when: Moment) -> Decided {
    may(actor, act)?;
    decide_in(&Ctx {
        actor,
        command: act,
        data: ctx.data,
        facts: ctx.facts,
        n: ctx.n,
        now: ctx.now,
        paper: true,
        rules: ctx.rules,
        when,
    })
}

/// An act of one's own side is confirmed by a second person of that side; one of the other side by the side it belongs to
/// or by somebody of neither side; one of neither side by somebody of neither.
pub(super) fn second_person(ctx: &Ctx<'_>, first: &Actor, belongs_to: Side) -> Result<(), Refusal> {
    if first.id == ctx.actor.id {
        return Err(refuse("CONFIRM-SAME-PERSON", "confirm-same", &[]));
    }
    let neutral = is_neutral(ctx.actor.capacity);
    let of_side = belongs_to != Side::None && ctx.actor.side == belongs_to;
    let own = belongs_to != Side::None && first.side == belongs_to;
    let fits = of_side || (neutral && !own);
    if fits { Ok(()) } else { Err(refuse("WHO-confirm", "confirm-who", &[])) }
}

/// Somebody of neither side who may confirm what was entered.
pub(super) const fn is_neutral(capacity: Capacity) -> bool {
    matches!(capacity, Capacity::Recorder | Capacity::HigherUnion | Capacity::HrssOfficer | Capacity::CongressClerk)
}
