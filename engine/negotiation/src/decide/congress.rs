//! The congress (rows 17–20): ZJ-CC 24, ZJ-DM 15, CC22 36. The denominator is everybody, never those present.

use law::rules::Half;

use law::rules::Profile;

use super::ctx::{Ctx, Decided, refuse};
use crate::checks::{Finding, Outcome};
use crate::command::{Command, CongressCommand, CongressForm, RecordVote, SubmitToCongress};
use crate::event::{CheckNoted, DraftVoted, Event, QuorumMissed, SubmittedToCongress};
use crate::refusal::Refusal;
use crate::state::{AgreedText, Congress};

pub(super) fn decide(ctx: &Ctx<'_>, stage: &Congress) -> Decided {
    match ctx.command {
        Command::Congress(CongressCommand::SubmitToCongress(submission)) => submit(ctx, &stage.text, submission),
        Command::Congress(CongressCommand::RecordVote(vote)) => self::vote(ctx, stage, vote),
        Command::Session(_)
        | Command::Draft(_)
        | Command::Delegation(_)
        | Command::Disclosure(_)
        | Command::Offer(_)
        | Command::Opening(_)
        | Command::Acceptance(_)
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

/// Submits the text, or convenes anew with another day or form.
pub(super) fn submit(ctx: &Ctx<'_>, text: &AgreedText, submission: &SubmitToCongress) -> Decided {
    ctx.same_text(submission.terms, text)?;
    if submission.total == 0 || submission.meeting_on < ctx.when.date() {
        return Err(refuse("FACT-DATE", "fact-congress", &["ZJ-CC 24"])
            .with("found", submission.meeting_on)
            .with("total", submission.total));
    }
    let mut events =
        vec![Event::SubmittedToCongress(SubmittedToCongress { at: ctx.when, submission: submission.clone() })];
    for rule in ["to_congress", "resubmit"] {
        if let Some(id) = ctx.newest(rule).map(|duty| duty.id.clone()) {
            events.extend(ctx.meet(&id));
        }
    }
    events.extend(size(ctx, submission).map(|finding| Event::CheckNoted(CheckNoted { finding })));
    Ok(events)
}

/// ZJ-DM 10: fewer delegates than the formula asks for; ZJ-DM 7(2): an all-staff meeting of a hundred or more.
fn size(ctx: &Ctx<'_>, submission: &SubmitToCongress) -> Option<Finding> {
    if ctx.rules.profile == Profile::Cn {
        // The formula is Zhejiang's; the national text sets none.
        return None;
    }
    let workers = ctx.n.header.employer.headcount;
    match submission.form {
        CongressForm::Congress => {
            let needed = law::congress::min_delegates(workers).min_delegates;
            (submission.total < needed).then(|| {
                Finding::new("CHK-CONGRESS-SIZE", Outcome::Amber, &["ZJ-DM 10"])
                    .with("found", submission.total)
                    .with("required", needed)
                    .with("workers", workers)
            })
        }
        CongressForm::AllStaff if workers >= 100 => {
            Some(Finding::new("CHK-ALL-STAFF", Outcome::Amber, &["ZJ-DM 7(2)"]).with("workers", workers))
        }
        CongressForm::AllStaff => None,
    }
}

fn vote(ctx: &Ctx<'_>, stage: &Congress, vote: &RecordVote) -> Decided {
    ctx.same_text(vote.terms, &stage.text)?;
    counts(ctx, stage, vote)?;
    let rules = &ctx.rules.congress;
    if rules.secret && !vote.secret {
        return Err(Finding::under("CHK-SECRET-BALLOT", Outcome::Fail, &rules.source.citation).into_refusal());
    }
    let (at, form) = (ctx.when, stage.submission.form);
    let mut events = Vec::new();
    if !rules.quorum.is_reached(vote.present, vote.total) {
        events.push(Event::QuorumMissed(QuorumMissed { at, form, vote: vote.clone() }));
        let finding = Finding::under("CHK-QUORUM-23", Outcome::Breach, &rules.source.citation)
            .with("present", vote.present)
            .with("total", vote.total);
        events.push(Event::CheckNoted(CheckNoted { finding }));
    } else if rules.pass.is_reached(vote.yes, vote.total) {
        events.push(Event::DraftAdopted(DraftVoted { at, form, vote: vote.clone() }));
    } else {
        events.push(Event::DraftRejected(DraftVoted { at, form, vote: vote.clone() }));
        let finding = Finding::under("CHK-MAJORITY-ALL", Outcome::Breach, &rules.source.citation)
            .with("yes", vote.yes)
            .with("total", vote.total)
            .with(
                "half",
                match rules.pass {
                    Half::Strict => "strict",
                    Half::Inclusive => "inclusive",
                },
            );
        events.push(Event::CheckNoted(CheckNoted { finding }));
    }
    Ok(events)
}

/// A protocol whose figures contradict each other is no protocol.
fn counts(ctx: &Ctx<'_>, stage: &Congress, vote: &RecordVote) -> Result<(), Refusal> {
    let cast = u64::from(vote.yes) + u64::from(vote.no) + u64::from(vote.abstain);
    let fits = vote.total > 0
        && vote.present <= vote.total
        && vote.issued <= vote.present
        && vote.returned <= vote.issued
        && cast <= u64::from(vote.returned)
        && vote.held_on <= ctx.when.date()
        && vote.held_on >= stage.agreed_at.date();
    if fits {
        return Ok(());
    }
    Err(refuse("FACT-COUNT", "fact-count", &["ZJ-CC 24(2)"])
        .with("total", vote.total)
        .with("present", vote.present)
        .with("issued", vote.issued)
        .with("returned", vote.returned)
        .with("cast", cast)
        .with("held", vote.held_on)
        .with("from", stage.agreed_at.date())
        .with("to", ctx.when.date()))
}
