//! Slips of the pen in a text that was adopted, signed, filed or is in force: mended by both chiefs with notice to the
//! congress, old and new digest linked on record. Substance needs a new vote (ZJ-CC 24, CC22 36).

use ledger::Digest;

use super::ctx::{Ctx, Decided, refuse};
use super::party;
use crate::command::{ConfirmSlip, ProposeSlip};
use crate::event::{Event, SlipMended, SlipProposed};
use crate::refusal::Refusal;
use crate::state::{AgreedText, PendingSlip};
use crate::table;
use crate::terms::{self, Clause, Terms};

/// The text under way, where the stage is one at which a text is adopted.
fn text<'a>(ctx: &'a Ctx<'_>) -> Result<&'a AgreedText, Refusal> {
    let known = table::find(ctx.command.name()).is_some_and(|row| row.stages.contains(&ctx.n.stage_name()));
    ctx.n.stage.text().filter(|_| known).ok_or_else(|| ctx.wrong_stage())
}

pub(super) fn propose(ctx: &Ctx<'_>, slip: &ProposeSlip) -> Decided {
    let side = party(ctx)?;
    let text = text(ctx)?;
    if slip.reason.trim().is_empty() || slip.notice == Digest::ZERO {
        return Err(refuse("FACT-EMPTY", "fact-empty", &["ZJ-CC 24", "CC22 36"]));
    }
    terms::check(&slip.terms).map_err(Refusal::from)?;
    if !only(&text.terms, &slip.terms) {
        return Err(refuse("TEXT-CHANGED", "text-slip", &["ZJ-CC 24", "ZJ-CC 33", "CC22 36", "CC22 41"]));
    }
    let new = slip.terms.digest().map_err(|_| refuse("FACT-AMOUNT", "fact-amount", &[]))?;
    if new == text.digest {
        return Err(refuse("FACT-SLIP", "fact-slip", &[]));
    }
    Ok(vec![Event::SlipProposed(Box::new(SlipProposed {
        at: ctx.when,
        new,
        notice: slip.notice,
        old: text.digest,
        reason: slip.reason.clone(),
        side,
        slip: u32::try_from(ctx.n.slips.len()).unwrap_or(u32::MAX).saturating_add(1),
        terms: slip.terms.clone(),
    }))])
}

pub(super) fn confirm(ctx: &Ctx<'_>, confirm: &ConfirmSlip) -> Decided {
    let side = party(ctx)?;
    let text = text(ctx)?;
    let at = usize::try_from(confirm.slip).ok().and_then(|number| number.checked_sub(1));
    let pending = at.and_then(|at| ctx.n.slips.get(at)).filter(|slip| !slip.confirmed);
    let Some(slip) = pending else {
        return Err(refuse("FACT-SLIP", "no-slip", &[]).with("slip", confirm.slip));
    };
    if slip.side == side {
        return Err(refuse("WHO-confirm_slip", "who-own-slip", &["ZJ-CC 24", "CC22 36"]));
    }
    same(ctx, slip, text, confirm.terms)?;
    Ok(vec![Event::SlipMended(SlipMended {
        at: ctx.when,
        new: slip.mended.digest,
        notice: slip.notice,
        old: text.digest,
        slip: confirm.slip,
    })])
}

/// The chief agrees to the text that was proposed, and it mends the one that stands.
fn same(ctx: &Ctx<'_>, slip: &PendingSlip, text: &AgreedText, named: Digest) -> Result<(), Refusal> {
    ctx.same_text(named, &slip.mended)?;
    ctx.same_text(slip.of, text)
}

/// A slip of the pen changes headings and words: no value, no post, no award, no term, and no clause comes or goes.
pub(super) fn only(before: &Terms, mended: &Terms) -> bool {
    let worded =
        |old: &Clause, new: &Clause| Clause { heading: new.heading.clone(), text: new.text.clone(), ..old.clone() };
    before.clauses.len() == mended.clauses.len() && {
        let clauses = before.clauses.iter().zip(&mended.clauses).map(|(old, new)| worded(old, new)).collect();
        *mended == Terms { clauses, title: mended.title.clone(), ..before.clone() }
    }
}
