//! Adopted: both chiefs sign (row 22): CC22 37, ZJ-CC 24(3), WN9 20, ESL 13–14. A refusal to sign is on record (row 23).

use law::deadline::DeadlineRule;
use law::rules::Profile;

use super::ctx::{Ctx, Decided, out_of_days, refuse};
use super::{child, coverage, party};
use crate::actor::Side;
use crate::checks::{Finding, Outcome};
use crate::command::{ChildKind, Command, RefuseToSign, Sign, SignatureCommand};
use crate::event::{AgreementSigned, CheckNoted, Event, SignatureRefused, SignedBy};
use crate::refusal::Refusal;
use crate::state::{Adopted, Owner};

pub(super) fn decide(ctx: &Ctx<'_>, stage: &Adopted) -> Decided {
    match ctx.command {
        Command::Signature(SignatureCommand::Sign(sign)) => self::sign(ctx, stage, sign),
        Command::Signature(SignatureCommand::RefuseToSign(refusal)) => refuse_to_sign(ctx, stage, refusal),
        Command::Congress(_)
        | Command::Session(_)
        | Command::Draft(_)
        | Command::Delegation(_)
        | Command::Disclosure(_)
        | Command::Offer(_)
        | Command::Opening(_)
        | Command::Coverage(_)
        | Command::Acceptance(_)
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

fn sign(ctx: &Ctx<'_>, stage: &Adopted, sign: &Sign) -> Decided {
    let side = party(ctx)?;
    ctx.same_text(sign.terms, &stage.text)?;
    if stage.signatures.get(side).is_some_and(Option::is_some) {
        return Err(refuse("STAGE-sign", "signed-already", &["CC22 37"]));
    }
    after_vote(ctx, stage)?;
    let mut events = vec![Event::SignedBy(SignedBy {
        at: ctx.when,
        method: sign.method,
        sealed: sign.sealed,
        side,
        terms: sign.terms,
    })];
    if !sign.sealed {
        let finding = Finding::new("CHK-SEAL", Outcome::Amber, &["WN9 20"]);
        events.push(Event::CheckNoted(CheckNoted { finding }));
    }
    let other = stage.signatures.get(side.other()).and_then(Option::as_ref);
    if let Some(other) = other {
        // Filing counts from the later of the two signatures (CC22 42, ZJ-CC 34).
        let at = ctx.when.max(other.at);
        events.extend(coverage::fixed(ctx, stage.vote.form, at, sign.terms));
        if child::kind(ctx) == Some(ChildKind::Rescission) {
            events.extend(child::rescinded(ctx, &stage.text, at, sign.terms));
            return Ok(events);
        }
        events.push(Event::AgreementSigned(AgreementSigned { at, terms: sign.terms }));
        let rule = if ctx.rules.file.value().is_some() { DeadlineRule::File } else { DeadlineRule::FileWage };
        let id = format!("file-{}", ctx.count("file") + ctx.count("file_wage") - 1);
        events.extend(ctx.open(rule, Owner::Employer, id, at.date()));
    }
    Ok(events)
}

fn after_vote(ctx: &Ctx<'_>, stage: &Adopted) -> Result<(), Refusal> {
    if ctx.when.date() < stage.vote.protocol.held_on {
        return Err(out_of_days(
            ctx.when.date(),
            stage.vote.protocol.held_on,
            ctx.now.date(),
            &["CC22 37", "ZJ-CC 24(3)"],
        ));
    }
    Ok(())
}

/// ZJ-CC 42(一), HZ 47: on record as a breach; the stage stays, and signing stays possible.
fn refuse_to_sign(ctx: &Ctx<'_>, stage: &Adopted, refusal: &RefuseToSign) -> Decided {
    let side = party(ctx)?;
    ctx.same_text(refusal.terms, &stage.text)?;
    if stage.signatures.get(side).is_some_and(Option::is_some) {
        return Err(refuse("STAGE-refuse_to_sign", "signed-already", &["CC22 37"]));
    }
    after_vote(ctx, stage)?;
    let articles: &[&str] = match (ctx.rules.profile, side) {
        (Profile::Cn, _) => &["CC22 37", "WN9 20"],
        (Profile::Hz, Side::Employer) => &["ZJ-CC 24(3)", "ZJ-CC 42(一)", "HZ 47"],
        (Profile::Zj | Profile::Nb, Side::Employer) => &["ZJ-CC 24(3)", "ZJ-CC 42(一)"],
        (Profile::Zj | Profile::Hz | Profile::Nb, Side::Worker | Side::None) => &["ZJ-CC 24(3)"],
    };
    let finding = Finding::new("CHK-SIGN-REFUSED", Outcome::Breach, articles).with("side", side.name());
    Ok(vec![
        Event::SignatureRefused(SignatureRefused {
            at: ctx.when,
            reason: refusal.reason.trim().to_owned(),
            side,
            terms: refusal.terms,
        }),
        Event::CheckNoted(CheckNoted { finding }),
    ])
}
