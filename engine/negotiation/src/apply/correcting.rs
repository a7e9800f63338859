//! Corrected facts: the value that is right takes the place of the one that stood.

use std::sync::Arc;

use law::Date;
use law::time::Moment;

use super::Impossible;
use crate::actor::Side;
use crate::command::{Ballots, CoveredEmployer, FactChange};
use crate::event::Corrected;
use crate::state::{Disputed, LetterKind, Negotiation, Receipt, Rescinded, Stage};

type Applied = Result<(), Impossible>;

pub(super) fn corrected(n: &mut Negotiation, e: &Corrected) -> Applied {
    super::mending::nth(&mut n.corrections, e.correction)
        .ok_or(Impossible("a correction that is confirmed was proposed"))?
        .confirmed = true;
    let header = n.header_mut();
    let employer = &mut header.employer;
    let union = &mut header.union;
    match &e.fact {
        FactChange::Headcount { new, .. } => employer.headcount = *new,
        FactChange::Female { new, .. } => employer.female = *new,
        FactChange::Dispatched { new, .. } => employer.dispatched = *new,
        FactChange::AboveScale { new, .. } => employer.above_scale = *new,
        FactChange::EmployerName { new, .. } => employer.name.clone_from(new),
        FactChange::EmployerAddress { new, .. } => employer.address.clone_from(new),
        FactChange::EmployerUscc { new, .. } => employer.uscc.clone_from(new),
        FactChange::UnionName { new, .. } => union.name.clone_from(new),
        FactChange::UnionAddress { new, .. } => union.address.clone_from(new),
        FactChange::UnionUscc { new, .. } => union.uscc.clone_from(new),
        FactChange::OfferReceived { new, .. } => return offer_received(n, *new),
        FactChange::OfferAnswered { new, .. } => {
            n.offer_days.answered_at = Some(last_of(*new));
            if let Stage::Preparing(p) | Stage::Ready(p) | Stage::Negotiating(p, _) = n.stage.facts_mut() {
                p.answered_at = last_of(*new);
            }
        }
        FactChange::MeetingAgreed { new, .. } => n.meeting_on = Some(*new),
        FactChange::SessionOpened { new, session, .. } => {
            self::session(n, *session)?.opened_at = Moment::start_of(*new);
        }
        FactChange::SessionClosed { new, session, .. } => {
            if let Some((at, _)) = &mut self::session(n, *session)?.closed {
                *at = last_of(*new);
            }
        }
        FactChange::VoteHeld { new, .. } => vote(n)?.held_on = *new,
        FactChange::VoteCount { new, .. } => count(vote(n)?, *new),
        FactChange::Signed { new, side, .. } => return signed(n, *side, *new),
        FactChange::FilingReceived { new, .. } => filing(n)?.received_at = Moment::start_of(*new),
        FactChange::Copies { new, .. } => filing(n)?.copies = *new,
        FactChange::RegistryNumber { new, .. } => filing(n)?.registered = Some(new.clone()),
        FactChange::OpinionServed { new, side, .. } => return served(n, *side, *new),
        FactChange::Published { new, side, .. } => return published(n, *side, *new),
        FactChange::CoveredName { employer, new, .. } => {
            return covered(n, employer, |firm| firm.name.clone_from(new));
        }
        FactChange::CoveredUscc { employer, new, .. } => {
            return covered(n, employer, |firm| firm.uscc.clone_from(new));
        }
        FactChange::CoveredWorkers { employer, new, .. } => return covered(n, employer, |firm| firm.headcount = *new),
        FactChange::WronglyCovered { employer } => {
            n.header_mut().covered.retain(|firm| firm.key != *employer);
            n.coverage.employers.retain(|firm| firm.employer.key != *employer || firm.withdrawn.is_some());
            n.coverage.fixed.retain(|bound| bound.employer.key != *employer);
        }
        FactChange::LetterReceived { letter, new, .. } => return letter_received(n, *letter, *new),
        FactChange::SuspendedFrom { new, old } => return suspended(n, *old, *new),
        FactChange::SuspendedTo { new, old } => return resumed(n, *old, *new),
        // An earlier dispute that was taken up on this day has no place in the stage any more.
        FactChange::CoordinationAccepted { new, old } => {
            if let Stage::Disputed(Disputed { accepted_at: Some(accepted), applied_at, .. }) = &mut n.stage
                && accepted.date() == *old
            {
                *accepted = Moment::start_of(*new).max(*applied_at);
            }
        }
        FactChange::Done { act, new, number, side, .. } => return super::dated::done(n, *act, *side, *number, *new),
        FactChange::Disabled { new, .. } => employer.disabled = *new,
        FactChange::Region { new, .. } => n.header_mut().region.clone_from(new),
        FactChange::LegalRep { new, .. } => employer.legal_rep.clone_from(new),
        FactChange::UnionChair { new, .. } => union.chair.clone_from(new),
        FactChange::SessionPlace { new, session, .. } => self::session(n, *session)?.place.clone_from(new),
        FactChange::Materials { new, .. } => filing(n)?.materials.clone_from(new),
        FactChange::RescissionNumber { new, .. } => {
            let Stage::Rescinded(Rescinded { recorded: Some(recorded), .. }) = &mut n.stage else {
                return Err(Impossible("a rescission that is on record has a number"));
            };
            recorded.number.clone_from(new);
        }
        FactChange::OrderNumber { new, order, .. } => {
            let order = super::mending::nth(&mut n.remedies.orders, *order);
            order.ok_or(Impossible("the bureau has decided"))?.number.clone_from(new);
        }
        FactChange::CoordinationNumber { new, .. } => {
            let Stage::Disputed(disputed) = &mut n.stage else {
                return Err(Impossible("the bureau coordinates"));
            };
            disputed.number = Some(new.clone());
        }
        FactChange::UnionsAsked { new, .. } => n.header_mut().proposed = Some(*new),
        FactChange::OwnVoteHeld { employer, new, .. } => own_vote(n, employer)?.held_on = *new,
        FactChange::OwnVoteCount { employer, new, .. } => count(own_vote(n, employer)?, *new),
    }
    Ok(())
}

/// A day on which something was done counts at its end, as a day on paper does.
pub(super) fn last_of(day: Date) -> Moment {
    Moment::end_of(day).plus_millis(-1)
}

fn offer_received(n: &mut Negotiation, new: Date) -> Applied {
    let received = n.offer_days.received_at.as_mut();
    *received.ok_or(Impossible("the day of receipt is corrected after the receipt"))? = Moment::start_of(new);
    let stage = n.stage.facts_mut();
    if let Stage::AwaitingReply(awaiting) = stage {
        awaiting.received_at = Moment::start_of(new);
    } else if let Stage::Refused(refused) = stage {
        refused.received_at = Moment::start_of(new);
    } else if let Stage::Preparing(p) | Stage::Ready(p) | Stage::Negotiating(p, _) = stage {
        p.received_at = Moment::start_of(new);
    }
    Ok(())
}

fn session(n: &mut Negotiation, number: u32) -> Result<&mut crate::state::Session, Impossible> {
    n.sessions.iter_mut().find(|session| session.number == number).ok_or(Impossible("the session was held"))
}

fn filing(n: &mut Negotiation) -> Result<&mut crate::state::FilingState, Impossible> {
    n.stage.filing_mut().ok_or(Impossible("the day of filing is corrected after the filing"))
}

fn vote(n: &mut Negotiation) -> Result<&mut crate::command::RecordVote, Impossible> {
    let vote = n.stage.vote_mut().ok_or(Impossible("a vote is corrected after the vote"))?;
    Ok(&mut vote.protocol)
}

const fn count(protocol: &mut crate::command::RecordVote, new: Ballots) {
    protocol.abstain = new.abstain;
    protocol.issued = new.issued;
    protocol.no = new.no;
    protocol.present = new.present;
    protocol.returned = new.returned;
    protocol.total = new.total;
    protocol.yes = new.yes;
}

fn signed(n: &mut Negotiation, side: Side, new: Date) -> Applied {
    let change = |marks: &mut crate::actor::Sides<Option<crate::state::SignatureMark>>| {
        if let Some(Some(mark)) = marks.get_mut(side) {
            mark.at = last_of(new);
        }
    };
    n.stage.resign(change).ok_or(Impossible("a signature is corrected after it was given"))
}

fn served(n: &mut Negotiation, side: Side, new: Date) -> Applied {
    let opinion = filing(n)?.opinion.as_mut().ok_or(Impossible("an opinion that is served was issued"))?;
    let at = Moment::start_of(new).max(opinion.issued_at);
    *opinion.served.get_mut(side).ok_or(Impossible("the event belongs to one of the sides"))? = Some(at);
    Ok(())
}

fn published(n: &mut Negotiation, side: Side, new: Date) -> Applied {
    let effective = n.stage.effective_mut().ok_or(Impossible("an agreement in force is published"))?;
    *effective.published.get_mut(side).ok_or(Impossible("the event belongs to one of the sides"))? = Some(last_of(new));
    Ok(())
}

/// An employer wherever it stands: as the case was opened, on the list, and among those who are bound.
fn covered(n: &mut Negotiation, key: &str, change: impl Fn(&mut CoveredEmployer)) -> Applied {
    let opened = Arc::make_mut(&mut n.header).covered.iter_mut();
    let listed = n.coverage.employers.iter_mut().filter(|firm| firm.withdrawn.is_none()).map(|firm| &mut firm.employer);
    let bound = n.coverage.fixed.iter_mut().map(|bound| &mut bound.employer);
    let firms = opened.chain(listed).chain(bound).filter(|firm| firm.key == key);
    let found = firms.map(change).count();
    if found > 0 { Ok(()) } else { Err(Impossible("the employer is on the coverage list")) }
}

fn letter_received(n: &mut Negotiation, number: u32, new: Date) -> Applied {
    let opinion = n.remedies.letters.iter_mut().find(|l| l.kind == LetterKind::Opinion && l.number == number);
    let opinion = opinion.ok_or(Impossible("the opinion was sent"))?;
    let at = Moment::start_of(new).max(opinion.sent_at);
    opinion.receipt = match opinion.receipt {
        Some(Receipt::Received(_)) => Some(Receipt::Received(at)),
        Some(Receipt::Refused(_)) => Some(Receipt::Refused(at)),
        None => return Err(Impossible("the day of receipt is corrected after the receipt")),
    };
    Ok(())
}

/// The suspension that runs, or an earlier one that began on that day.
fn suspended(n: &mut Negotiation, old: Date, new: Date) -> Applied {
    if let Stage::Suspended(suspended) = &mut n.stage
        && suspended.since.date() == old
    {
        suspended.since = Moment::start_of(new);
    }
    if let Stage::Disputed(Disputed { rested: Some(rested), .. }) = &mut n.stage
        && rested.since.date() == old
    {
        rested.since = Moment::start_of(new);
    }
    let pause = n.pauses.iter_mut().rev().find(|pause| pause.from == old);
    pause.ok_or(Impossible("talks that were suspended have a day on which that began"))?.from = new;
    Ok(())
}

fn resumed(n: &mut Negotiation, old: Date, new: Date) -> Applied {
    let pause = n.pauses.iter_mut().rev().find(|pause| pause.to == Some(old));
    pause.ok_or(Impossible("talks that were resumed have a day on which that was"))?.to = Some(new);
    Ok(())
}

fn own_vote<'a>(n: &'a mut Negotiation, key: &str) -> Result<&'a mut crate::command::RecordVote, Impossible> {
    let mut listed = n.coverage.employers.iter_mut().filter(|firm| firm.withdrawn.is_none());
    let vote = listed.find(|firm| firm.employer.key == key).and_then(|firm| firm.vote.as_mut());
    Ok(&mut vote.ok_or(Impossible("a vote is corrected after the vote"))?.protocol)
}
