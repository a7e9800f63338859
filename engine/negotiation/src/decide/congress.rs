//! The congress (rows 17–20): ZJ-CC 24, ZJ-DM 15, CC22 36. The denominator is everybody, never those present.

use law::rules::{Half, Profile};

use super::ctx::{Ctx, Decided, refuse};
use super::{coverage, hall};
use crate::checks::congress::{Needed, needed};
use crate::checks::{Finding, Outcome, roll};
use crate::command::{Command, CongressCommand, CongressForm, OnlineBallot, RecordVote, Scope, SubmitToCongress};
use crate::event::{CheckNoted, DraftVoted, EmployerVoted, Event, QuorumMissed, SubmittedToCongress};
use crate::refusal::Refusal;
use crate::state::{AgreedText, Congress, Covered, EmployerVote};

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
        | Command::Coverage(_)
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
    body(ctx, submission.form)?;
    if submission.total == 0 || submission.meeting_on < ctx.when.date() {
        return Err(refuse("FACT-DATE", "fact-congress", &["ZJ-CC 24", "CC22 36"])
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

/// An enterprise has a congress or an all-staff meeting (ZJ-CC 24); a sector or region has its own congress or those of
/// the employers (ZJ-CC 29); a platform may have any.
fn body(ctx: &Ctx<'_>, form: CongressForm) -> Result<(), Refusal> {
    let own = matches!(form, CongressForm::Congress | CongressForm::AllStaff);
    let (fits, scope) = match ctx.n.header.scope {
        Scope::Enterprise => (own, "enterprise"),
        Scope::Sector | Scope::Region => (!own, "wide"),
        Scope::Platform => (own || ctx.n.is_wide(), "enterprise"),
    };
    if fits {
        return Ok(());
    }
    Err(refuse("FACT-CONGRESS", "fact-congress-body", &["ZJ-CC 24", "ZJ-CC 29", "CC22 36"]).with("scope", scope))
}

/// ZJ-DM 10: fewer delegates than the formula asks for; ZJ-DM 7(2): an all-staff meeting of a hundred or more.
fn size(ctx: &Ctx<'_>, submission: &SubmitToCongress) -> Option<Finding> {
    if ctx.rules.profile == Profile::Cn {
        // The formula is Zhejiang's; the national text sets none.
        return None;
    }
    let workers = ctx.n.header.employer.headcount;
    let found = match submission.form {
        CongressForm::Congress => Some(roll::size(workers, submission.total)),
        CongressForm::AllStaff => Some(roll::all_staff(workers)),
        CongressForm::SectorCongress | CongressForm::EachEmployer => None,
    };
    found.filter(|finding| finding.outcome != Outcome::Pass)
}

fn vote(ctx: &Ctx<'_>, stage: &Congress, vote: &RecordVote) -> Decided {
    ctx.same_text(vote.terms, &stage.text)?;
    counts(ctx, stage, vote)?;
    hall::counts(vote)?;
    hall::second(ctx, vote)?;
    let rules = &ctx.rules.congress;
    if rules.secret && !vote.secret {
        return Err(Finding::under("CHK-SECRET-BALLOT", Outcome::Fail, &rules.source.citation).into_refusal());
    }
    let form = stage.submission.form;
    let employer = voting_employer(ctx, form, vote)?;
    let needed = needed(ctx.rules, form);
    let result = result(&needed, vote.present, vote.yes, vote.total);
    let mut events = match employer {
        Some(employer) => by_one(ctx, stage, employer, vote, result),
        None => by_all(ctx, form, vote, result),
    };
    let finding = match result {
        Counted::NoQuorum => Some(
            Finding::under("CHK-QUORUM-23", Outcome::Breach, needed.citation)
                .with("present", vote.present)
                .with("total", vote.total),
        ),
        Counted::Short => Some(short(&needed, employer, vote)),
        Counted::Carried => None,
    };
    events.extend(finding.map(|finding| Event::CheckNoted(CheckNoted { finding })));
    if result == Counted::Carried && needed.quorum.is_none() {
        events.extend(narrow(ctx, vote).into_iter().map(|finding| Event::CheckNoted(CheckNoted { finding })));
    }
    Ok(events)
}

/// How a vote came out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Counted {
    NoQuorum,
    Short,
    Carried,
}

fn result(needed: &Needed<'_>, present: u32, yes: u32, total: u32) -> Counted {
    if needed.quorum.is_some_and(|quorum| !quorum.is_reached(present, total)) {
        Counted::NoQuorum
    } else if needed.pass.is_reached(yes, total) {
        Counted::Carried
    } else {
        Counted::Short
    }
}

/// How figures come out before a body: whether there was a quorum, and whether the draft was carried.
pub(super) fn counted(ctx: &Ctx<'_>, form: CongressForm, present: u32, yes: u32, total: u32) -> Counted {
    result(&needed(ctx.rules, form), present, yes, total)
}

/// The covered employer that voted, where each votes for itself; elsewhere a vote names none.
fn voting_employer<'a>(
    ctx: &'a Ctx<'_>,
    form: CongressForm,
    vote: &RecordVote,
) -> Result<Option<&'a Covered>, Refusal> {
    let each = form == CongressForm::EachEmployer;
    let named = vote.employer.as_deref();
    let found = named.filter(|_| each).and_then(|key| ctx.n.coverage.find(key));
    if named.is_some() != each || found.is_some() != each {
        return Err(refuse("FACT-COVERAGE", "fact-coverage-vote", &["ZJ-CC 29"])
            .with("key", named.unwrap_or("none"))
            .with("each", if each { "yes" } else { "no" }));
    }
    if let Some(done) = found.filter(|covered| covered.has_adopted(vote.terms)) {
        return Err(refuse("FACT-COVERAGE", "fact-coverage-voted", &["ZJ-CC 29"]).with("name", &done.employer.name));
    }
    Ok(found)
}

fn by_all(ctx: &Ctx<'_>, form: CongressForm, vote: &RecordVote, result: Counted) -> Vec<Event> {
    let (at, vote) = (ctx.when, vote.clone());
    vec![match result {
        Counted::NoQuorum => Event::QuorumMissed(QuorumMissed { at, form, vote }),
        Counted::Carried => Event::DraftAdopted(DraftVoted { at, form, vote }),
        Counted::Short => Event::DraftRejected(DraftVoted { at, form, vote }),
    }]
}

/// One employer's own vote binds that employer only; with the last one that confirmed, the draft is adopted. A rejection
/// moves nothing: the sides take the employer off the list, it votes again, or they go back to the table.
fn by_one(ctx: &Ctx<'_>, stage: &Congress, employer: &Covered, vote: &RecordVote, result: Counted) -> Vec<Event> {
    let adopted = match result {
        Counted::NoQuorum => return by_all(ctx, stage.submission.form, vote, result),
        Counted::Carried => true,
        Counted::Short => false,
    };
    let key = &employer.employer.key;
    let mut events =
        vec![Event::EmployerVoted(EmployerVoted { adopted, at: ctx.when, employer: key.clone(), vote: vote.clone() })];
    let protocol = vote.clone();
    let after = coverage::changed(ctx, key, |covered| covered.vote = Some(EmployerVote { adopted, protocol }));
    events.extend(coverage::completed(ctx, &after));
    events
}

fn short(needed: &Needed<'_>, employer: Option<&Covered>, vote: &RecordVote) -> Finding {
    let half = match needed.pass {
        Half::Strict => "strict",
        Half::Inclusive => "inclusive",
    };
    if let Some(covered) = employer {
        return Finding::under("CHK-EMPLOYER-MAJORITY", Outcome::Breach, needed.citation)
            .with("name", &covered.employer.name)
            .with("yes", vote.yes)
            .with("total", vote.total)
            .with("half", half);
    }
    Finding::under("CHK-MAJORITY-ALL", Outcome::Breach, needed.citation)
        .with("yes", vote.yes)
        .with("total", vote.total)
        .with("half", half)
}

/// Carried under ZJ-CC 29, yet not as ZJ-DM 15 and 17 ask of an enterprise: worth a look, no more.
fn narrow(ctx: &Ctx<'_>, vote: &RecordVote) -> Vec<Finding> {
    let mut findings = Vec::new();
    if !Half::Strict.is_reached(vote.yes, vote.total) {
        findings.push(
            Finding::new("CHK-INDUSTRY-PASS", Outcome::Amber, &["ZJ-CC 29", "ZJ-DM 15"])
                .with("yes", vote.yes)
                .with("total", vote.total),
        );
    }
    if !ctx.rules.congress.quorum.is_reached(vote.present, vote.total) {
        findings.push(
            Finding::new("CHK-INDUSTRY-QUORUM", Outcome::Amber, &["ZJ-CC 29", "ZJ-DM 15(3)"])
                .with("present", vote.present)
                .with("total", vote.total),
        );
    }
    findings
}

/// The online part of a vote is a part of it.
fn within(vote: &RecordVote, online: &OnlineBallot) -> bool {
    online.plain <= online.issued
        && online.returned <= online.issued
        && online.issued <= vote.issued
        && online.returned <= vote.returned
}

/// A protocol whose figures contradict each other is no protocol.
fn counts(ctx: &Ctx<'_>, stage: &Congress, vote: &RecordVote) -> Result<(), Refusal> {
    let cast = u64::from(vote.yes) + u64::from(vote.no) + u64::from(vote.abstain);
    let fits = vote.total > 0
        && vote.present <= vote.total
        && vote.issued <= vote.present
        && vote.returned <= vote.issued
        && cast <= u64::from(vote.returned)
        && vote.online.as_ref().is_none_or(|online| within(vote, online))
        && vote.held_on <= ctx.when.date()
        && vote.held_on >= stage.agreed_at.date();
    if fits {
        return Ok(());
    }
    Err(refuse("FACT-COUNT", "fact-count", &["ZJ-CC 24(2)", "CC22 36"])
        .with("total", vote.total)
        .with("present", vote.present)
        .with("issued", vote.issued)
        .with("returned", vote.returned)
        .with("cast", cast)
        .with("held", vote.held_on)
        .with("from", stage.agreed_at.date())
        .with("to", ctx.when.date()))
}
