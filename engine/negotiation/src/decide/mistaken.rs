//! Corrections of facts with a file of their own: who is covered, when a letter came, numbers that the bureau gave.

use law::identity;

use super::correction::{between, named, passed, same, within};
use super::ctx::{Ctx, refuse};
use crate::command::{CoveredEmployer, FactChange};
use crate::refusal::Refusal;
use crate::state::{Covered, Disputed, LetterKind, Receipt, Rescinded, Stage};

/// A covered employer as it was listed. It may be struck off as listed by mistake as long as it has itself neither confirmed
/// nor voted (ZJ-CC 12, 29); one that has was meant, and leaves, if at all, by its own declaration.
pub(super) fn covered(ctx: &Ctx<'_>, fact: &FactChange) -> Result<(), Refusal> {
    if let FactChange::CoveredName { employer, old, new } = fact {
        return named(old, new, &listed(ctx, employer)?.employer.name);
    }
    if let FactChange::CoveredUscc { employer, old, new } = fact {
        let firm = &listed(ctx, employer)?.employer;
        named(old, new, &firm.uscc)?;
        return code(ctx, firm, new);
    }
    if let FactChange::CoveredWorkers { employer, old, new } = fact {
        let firm = &listed(ctx, employer)?.employer;
        same(old, &firm.headcount)?;
        return within(firm.female.unwrap_or(0).max(1), *new, u32::MAX);
    }
    let FactChange::WronglyCovered { employer } = fact else { return Ok(()) };
    let firm = listed(ctx, employer)?;
    if firm.confirmed.is_none() && firm.vote.is_none() {
        return Ok(());
    }
    Err(refuse("FACT-COVERAGE", "fact-coverage-own", &["ZJ-CC 12", "ZJ-CC 29"]).with("name", &firm.employer.name))
}

/// A code that is one, and of no other employer on the list.
fn code(ctx: &Ctx<'_>, firm: &CoveredEmployer, new: &str) -> Result<(), Refusal> {
    if let Some(other) = ctx.n.coverage.active().find(|other| other.employer.uscc == new) {
        return Err(refuse("FACT-COVERAGE", "fact-coverage-twice", &["CC22 44"])
            .with("name", &other.employer.name)
            .with("key", &other.employer.key)
            .with("uscc", new));
    }
    identity::check_uscc(new)
        .map_err(|_| Refusal::new("CHK-USCC", "chk-uscc", &[]).with("party", &firm.name).with("found", new))?;
    Ok(())
}

pub(super) fn listed<'a>(ctx: &'a Ctx<'_>, key: &str) -> Result<&'a Covered, Refusal> {
    let unknown = || refuse("FACT-COVERAGE", "fact-coverage-unknown", &["ZJ-CC 12"]).with("key", key);
    ctx.n.coverage.find(key).ok_or_else(unknown)
}

/// ZJ-TULS 22: an opinion arrives after it was sent and before it is answered.
pub(super) fn letter(ctx: &Ctx<'_>, fact: &FactChange) -> Result<(), Refusal> {
    let FactChange::LetterReceived { letter, old, new } = fact else { return Ok(()) };
    let sent = ctx.n.remedies.letter(LetterKind::Opinion, *letter).ok_or_else(|| passed(ctx))?;
    let received = sent.receipt.map(Receipt::at);
    between(ctx, received, (Some(sent.sent_at), sent.answer.map(|answer| answer.at)), *old, *new)
}

/// Numbers that the bureau gave: of a recorded rescission, of a decision, of a dispute.
pub(super) fn number(ctx: &Ctx<'_>, fact: &FactChange) -> Result<(), Refusal> {
    if let FactChange::RescissionNumber { old, new } = fact {
        let Stage::Rescinded(Rescinded { recorded: Some(recorded), .. }) = &ctx.n.stage else {
            return Err(passed(ctx));
        };
        return named(old, new, &recorded.number);
    }
    if let FactChange::OrderNumber { old, new, order } = fact {
        let at = usize::try_from(*order).ok().and_then(|order| order.checked_sub(1));
        let order = at.and_then(|at| ctx.n.remedies.orders.get(at)).ok_or_else(|| passed(ctx))?;
        return named(old, new, &order.number);
    }
    let FactChange::CoordinationNumber { old, new } = fact else { return Ok(()) };
    let Stage::Disputed(Disputed { number: Some(number), .. }) = &ctx.n.stage else { return Err(passed(ctx)) };
    named(old, new, number)
}
