//! Corrections of recorded facts: proposed by one, confirmed by the other side or by somebody of neither. What somebody of
//! neither side proposes either side may confirm.

use law::Date;
use law::identity;
use law::time::Moment;

use super::correcting::follows;
use super::ctx::{Ctx, Decided, out_of_days, refuse};
use super::dated::{self, Done};
use super::paper::is_neutral;
use super::{congress, coverage, hall, mistaken, rested, slip};
use crate::actor::{Actor, PersonRef, Side};
use crate::command::{
    Ballots, CongressForm, CorrectionCommand, FactChange, ProposeCorrection, RecordVote, UnionProposal,
};
use crate::event::{Corrected, CorrectionProposed, Event};
use crate::refusal::Refusal;
use crate::state::{Session, Stage};

pub(super) fn decide(ctx: &Ctx<'_>, command: &CorrectionCommand) -> Decided {
    match command {
        CorrectionCommand::ProposeCorrection(proposal) => propose(ctx, proposal),
        CorrectionCommand::ConfirmCorrection(confirm) => self::confirm(ctx, confirm.correction),
        CorrectionCommand::ProposeSlip(proposal) => slip::propose(ctx, proposal),
        CorrectionCommand::ConfirmSlip(confirm) => slip::confirm(ctx, confirm),
    }
}

fn propose(ctx: &Ctx<'_>, proposal: &ProposeCorrection) -> Decided {
    if proposal.reason.trim().is_empty() {
        return Err(refuse("FACT-EMPTY", "fact-empty", &[]));
    }
    changes(ctx, &proposal.fact, proposal.from)?;
    stands(ctx, &proposal.fact)?;
    Ok(vec![Event::CorrectionProposed(CorrectionProposed {
        correction: u32::try_from(ctx.n.corrections.len()).unwrap_or(u32::MAX).saturating_add(1),
        fact: proposal.fact.clone(),
        from: proposal.from,
        proposed_by: ctx.actor.clone(),
        reason: proposal.reason.clone(),
    })])
}

fn confirm(ctx: &Ctx<'_>, number: u32) -> Decided {
    let at = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    let Some(pending) = at.and_then(|at| ctx.n.corrections.get(at)).filter(|pending| !pending.confirmed) else {
        return Err(refuse("STAGE-confirm_correction", "no-correction", &[]).with("correction", number));
    };
    second_person(ctx, &pending.proposed_by)?;
    stands(ctx, &pending.fact)?;
    let (fact, from) = (pending.fact.clone(), pending.from);
    let mut events = vec![Event::Corrected(Corrected { correction: number, fact, from })];
    if from.is_none() {
        events.extend(follows(ctx, &pending.fact));
    }
    Ok(events)
}

/// ZJ-CC 31(1): another legal representative, chair or name touches nothing that was done before. Of every other fact what
/// stands was wrong, or changes by an act of its own. One that changed before the case was recorded wrongly, too.
fn changes(ctx: &Ctx<'_>, fact: &FactChange, from: Option<Date>) -> Result<(), Refusal> {
    let Some(from) = from else { return Ok(()) };
    if !matches!(fact, FactChange::EmployerName { .. } | FactChange::LegalRep { .. } | FactChange::UnionChair { .. }) {
        return Err(refuse("FACT-CHANGE", "fact-change", &["ZJ-CC 31(1)"]));
    }
    let (opened, today) = (ctx.n.opened_at.date(), ctx.now.date());
    if (opened..=today).contains(&from) { Ok(()) } else { Err(out_of_days(from, opened, today, &["ZJ-CC 31(1)"])) }
}

/// The other side confirms, or somebody of neither; what somebody of neither proposed, any side.
fn second_person(ctx: &Ctx<'_>, first: &Actor) -> Result<(), Refusal> {
    if first.id == ctx.actor.id {
        return Err(refuse("CONFIRM-SAME-PERSON", "confirm-same", &[]));
    }
    let across = ctx.actor.side != Side::None && ctx.actor.side != first.side;
    if across || is_neutral(ctx.actor.capacity) { Ok(()) } else { Err(refuse("WHO-confirm", "confirm-who", &[])) }
}

/// The value named as standing must be the one that stands, and the new one possible.
fn stands(ctx: &Ctx<'_>, fact: &FactChange) -> Result<(), Refusal> {
    let header = &ctx.n.header;
    let employer = &header.employer;
    match fact {
        FactChange::Headcount { old, new } => {
            same(old, &employer.headcount)?;
            within(employer.female.max(employer.dispatched).max(employer.disabled).max(1), *new, u32::MAX)
        }
        FactChange::Female { old, new } => {
            same(old, &employer.female)?;
            within(0, *new, employer.headcount)
        }
        FactChange::Dispatched { old, new } => {
            same(old, &employer.dispatched)?;
            within(0, *new, employer.headcount)
        }
        FactChange::AboveScale { old, .. } => same(old, &employer.above_scale),
        FactChange::EmployerName { old, new } => named(old, new, &employer.name),
        FactChange::EmployerAddress { old, new } => named(old, new, &employer.address),
        FactChange::EmployerUscc { old, new } => code(old, new, &employer.uscc, Side::Employer),
        FactChange::UnionName { old, new } => named(old, new, &header.union.name),
        FactChange::UnionAddress { old, new } => named(old, new, &header.union.address),
        FactChange::UnionUscc { old, new } => code(old, new, &header.union.uscc, Side::Worker),
        FactChange::OfferReceived { old, new } => {
            let days = &ctx.n.offer_days;
            between(ctx, days.received_at, (days.issued_at, days.answered_at), *old, *new)
        }
        FactChange::OfferAnswered { old, new } => {
            let days = &ctx.n.offer_days;
            between(ctx, days.answered_at, (days.received_at, held(ctx).map(|first| first.opened_at)), *old, *new)
        }
        FactChange::MeetingAgreed { old, new } => {
            let agreed = ctx.n.meeting_on.filter(|_| held(ctx).is_none()).ok_or_else(|| passed(ctx))?;
            same(old, &agreed)?;
            let from = ctx.n.offer_days.answered_at.map_or(ctx.n.opened_at, |at| at).date();
            if *new >= from { Ok(()) } else { Err(out_of_days(*new, from, agreed.max(ctx.now.date()), &[])) }
        }
        FactChange::SessionOpened { old, new, session } => {
            let held = numbered(ctx, *session)?;
            let before = ctx.n.offer_days.answered_at;
            between(ctx, Some(held.opened_at), (before, held.closed.as_ref().map(|(at, _)| *at)), *old, *new)
        }
        FactChange::SessionClosed { old, new, session } => {
            let held = numbered(ctx, *session)?;
            between(ctx, held.closed.as_ref().map(|(at, _)| *at), (Some(held.opened_at), None), *old, *new)
        }
        FactChange::VoteHeld { .. } | FactChange::VoteCount { .. } => voted(ctx, fact),
        FactChange::Signed { .. } => signed(ctx, fact),
        FactChange::FilingReceived { .. }
        | FactChange::Copies { .. }
        | FactChange::Materials { .. }
        | FactChange::RegistryNumber { .. }
        | FactChange::OpinionServed { .. } => filed(ctx, fact),
        FactChange::Published { old, new, side } => {
            let effective = ctx.n.stage.effective().ok_or_else(|| passed(ctx))?;
            let at = effective.published.get(*side).copied().flatten();
            between(ctx, at, (Some(Moment::start_of(effective.effect.on)), None), *old, *new)
        }
        FactChange::CoveredName { .. }
        | FactChange::CoveredUscc { .. }
        | FactChange::CoveredWorkers { .. }
        | FactChange::WronglyCovered { .. } => mistaken::covered(ctx, fact),
        FactChange::LetterReceived { .. } => mistaken::letter(ctx, fact),
        FactChange::SuspendedFrom { new, old } => rested::from_stands(ctx, *old, *new),
        FactChange::SuspendedTo { new, old } => rested::to_stands(ctx, *old, *new),
        FactChange::CoordinationAccepted { new, old } => rested::accepted_stands(ctx, *old, *new),
        FactChange::Done { act, new, number, old, side } => {
            dated::stands(ctx, Done { act: *act, new: *new, number: *number, old: *old, side: *side })
        }
        FactChange::Disabled { old, new } => {
            same(old, &employer.disabled)?;
            within(0, *new, employer.headcount)
        }
        FactChange::Region { old, new } => named(old, new, &header.region),
        FactChange::LegalRep { old, new } => person(old, new, &employer.legal_rep),
        FactChange::UnionChair { old, new } => person(old, new, &header.union.chair),
        FactChange::SessionPlace { old, new, session } => named(old, new, &numbered(ctx, *session)?.place),
        FactChange::RescissionNumber { .. }
        | FactChange::OrderNumber { .. }
        | FactChange::CoordinationNumber { .. } => mistaken::number(ctx, fact),
        FactChange::UnionsAsked { old, new } => {
            let counted = |proposed: UnionProposal| format!("{}/{}", proposed.unions, proposed.of);
            same(&counted(*old), &counted(header.proposed.ok_or_else(|| passed(ctx))?))?;
            coverage::asked(*new)
        }
        FactChange::OwnVoteHeld { .. } | FactChange::OwnVoteCount { .. } => own_vote(ctx, fact),
    }
}

/// The first session that was held.
fn held<'a>(ctx: &'a Ctx<'_>) -> Option<&'a Session> {
    ctx.n.sessions.first()
}

fn numbered<'a>(ctx: &'a Ctx<'_>, number: u32) -> Result<&'a Session, Refusal> {
    ctx.n.sessions.iter().find(|session| session.number == number).ok_or_else(|| passed(ctx))
}

/// Day and figures of the vote; the outcome has to stay: another outcome is another vote.
fn voted(ctx: &Ctx<'_>, fact: &FactChange) -> Result<(), Refusal> {
    let voted = ctx.n.stage.vote().ok_or_else(|| passed(ctx))?;
    if let FactChange::VoteCount { old, new } = fact {
        return protocol(ctx, voted.form, &voted.protocol, *old, *new);
    }
    let FactChange::VoteHeld { old, new } = fact else { return Ok(()) };
    held_between(ctx, &voted.protocol, *old, *new)
}

/// ZJ-CC 29: the same for the own congress of a covered employer.
fn own_vote(ctx: &Ctx<'_>, fact: &FactChange) -> Result<(), Refusal> {
    let vote = |key: &str| {
        let vote = mistaken::listed(ctx, key)?.vote.as_ref();
        vote.map(|vote| &vote.protocol).ok_or_else(|| passed(ctx))
    };
    if let FactChange::OwnVoteCount { employer, old, new } = fact {
        return protocol(ctx, CongressForm::EachEmployer, vote(employer)?, *old, *new);
    }
    let FactChange::OwnVoteHeld { employer, old, new } = fact else { return Ok(()) };
    held_between(ctx, vote(employer)?, *old, *new)
}

/// After the last session, before the first signature.
fn held_between(ctx: &Ctx<'_>, vote: &RecordVote, old: Date, new: Date) -> Result<(), Refusal> {
    let marks = ctx.n.stage.signatures();
    let first = marks.and_then(|marks| marks.worker.into_iter().chain(marks.employer).map(|mark| mark.at).min());
    let talks = ctx.n.sessions.last().map(|last| last.opened_at);
    between(ctx, Some(Moment::start_of(vote.held_on)), (talks, first), old, new)
}

fn protocol(ctx: &Ctx<'_>, form: CongressForm, vote: &RecordVote, old: Ballots, new: Ballots) -> Result<(), Refusal> {
    let stands = Ballots {
        abstain: vote.abstain,
        issued: vote.issued,
        no: vote.no,
        present: vote.present,
        returned: vote.returned,
        total: vote.total,
        yes: vote.yes,
    };
    same(&counted(old), &counted(stands))?;
    outcome_stays(ctx, form, stands, new)?;
    let Ballots { abstain, issued, no, present, returned, total, yes } = new;
    hall::counts(&RecordVote { abstain, issued, no, present, returned, total, yes, ..vote.clone() })
}

fn counted(b: Ballots) -> String {
    format!("{}/{}/{}/{}/{}/{}/{}", b.total, b.present, b.issued, b.returned, b.yes, b.no, b.abstain)
}

fn outcome_stays(ctx: &Ctx<'_>, form: CongressForm, old: Ballots, new: Ballots) -> Result<(), Refusal> {
    let counted = |b: Ballots| congress::counted(ctx, form, b.present, b.yes, b.total);
    let cast = u64::from(new.yes) + u64::from(new.no) + u64::from(new.abstain);
    let consistent = new.total > 0
        && new.present <= new.total
        && new.issued <= new.present
        && new.returned <= new.issued
        && cast <= u64::from(new.returned);
    if consistent && counted(old) == counted(new) {
        return Ok(());
    }
    Err(refuse("FACT-VOTE", "fact-vote", &["ZJ-CC 24(2)", "CC22 36"])
        .with("total", new.total)
        .with("present", new.present)
        .with("yes", new.yes)
        .with("cast", cast))
}

/// A signature lies between the vote and the filing, or the record of a rescission.
fn signed(ctx: &Ctx<'_>, fact: &FactChange) -> Result<(), Refusal> {
    let FactChange::Signed { old, new, side } = fact else { return Ok(()) };
    let marks = ctx.n.stage.signatures().and_then(|marks| marks.get(*side).copied().flatten());
    let voted = ctx.n.stage.vote().map(|vote| Moment::start_of(vote.protocol.held_on));
    let filed = ctx.n.stage.filing().map(|filing| filing.received_at);
    let recorded = if let Stage::Rescinded(rescinded) = &ctx.n.stage { rescinded.recorded.as_ref() } else { None };
    let filed = filed.or_else(|| recorded.map(|recorded| recorded.at));
    between(ctx, marks.map(|mark| mark.at), (voted, filed), *old, *new)
}

/// What the bureau's file says.
fn filed(ctx: &Ctx<'_>, fact: &FactChange) -> Result<(), Refusal> {
    let filing = ctx.n.stage.filing().ok_or_else(|| passed(ctx))?;
    if let FactChange::Copies { old, .. } = fact {
        return same(old, &filing.copies);
    }
    if let FactChange::Materials { old, new } = fact {
        let listed = |materials: &[String]| materials.join("、");
        return named(&listed(old), &listed(new), &listed(&filing.materials));
    }
    if let FactChange::RegistryNumber { old, new } = fact {
        return named(old, new, filing.registered.as_deref().ok_or_else(|| passed(ctx))?);
    }
    let opinion = filing.opinion.as_ref();
    if let FactChange::OpinionServed { old, new, side } = fact {
        let opinion = opinion.ok_or_else(|| passed(ctx))?;
        return between(ctx, opinion.served.get(*side).copied().flatten(), (Some(opinion.issued_at), None), *old, *new);
    }
    let FactChange::FilingReceived { old, new } = fact else { return Ok(()) };
    let issued = opinion.map(|opinion| opinion.issued_at);
    between(ctx, Some(filing.received_at), (Some(filing.signed.signed_at), issued), *old, *new)
}

/// The day no longer counts for anything, or doesn't count yet.
pub(super) fn passed(ctx: &Ctx<'_>) -> Refusal {
    Refusal::new(format!("STAGE-{}", ctx.command.name()), "correction-passed", &[])
}

pub(super) fn same<T: PartialEq + std::fmt::Display>(old: &T, stands: &T) -> Result<(), Refusal> {
    if old == stands {
        return Ok(());
    }
    Err(refuse("FACT-STALE", "fact-stale", &[]).with("named", old).with("found", stands))
}

pub(super) fn within(from: u32, new: u32, to: u32) -> Result<(), Refusal> {
    if (from..=to).contains(&new) {
        return Ok(());
    }
    Err(refuse("FACT-NUMBER", "fact-number", &[]).with("found", new).with("from", from).with("to", to))
}

pub(super) fn named(old: &str, new: &str, stands: &str) -> Result<(), Refusal> {
    if new.trim().is_empty() {
        return Err(refuse("FACT-EMPTY", "fact-empty", &[]));
    }
    same(&old, &stands)
}

/// The person whose row stands, and another one, or the same with another commitment.
fn person(old: &PersonRef, new: &PersonRef, stands: &PersonRef) -> Result<(), Refusal> {
    same(&old.commit, &stands.commit)?;
    named(&old.id, &new.id, &stands.id)
}

fn code(old: &str, new: &str, stands: &str, party: Side) -> Result<(), Refusal> {
    named(old, new, stands)?;
    identity::check_uscc(new).map_err(|_| {
        Refusal::new("CHK-USCC", "chk-uscc", &[])
            .with_message("party", format!("neg-side-{}", party.name()))
            .with("found", new)
    })?;
    Ok(())
}

/// The day that stands, and a new one that is neither before what had to come first nor after what came next.
pub(super) fn between(
    ctx: &Ctx<'_>,
    stands: Option<Moment>,
    (after, before): (Option<Moment>, Option<Moment>),
    old: Date,
    new: Date,
) -> Result<(), Refusal> {
    let stands = stands.ok_or_else(|| passed(ctx))?;
    same(&old, &stands.date())?;
    let from = after.unwrap_or(ctx.n.opened_at).date();
    let to = before.unwrap_or(ctx.now).date().min(ctx.now.date());
    if new < from || new > to { Err(out_of_days(new, from, to, &[])) } else { Ok(()) }
}
