//! The corrected day of an act: in the list of days, and wherever else the state has it.

use std::sync::Arc;

use law::Date;
use law::time::Moment;

use super::Impossible;
use super::correcting::last_of;
use crate::actor::Side;
use crate::command::DatedAct;
use crate::state::{Delegation, LetterKind, Negotiation, Offer, Stage};

type Applied = Result<(), Impossible>;

/// Puts the right day in the place of the one that stood.
pub(super) fn done(n: &mut Negotiation, act: DatedAct, side: Side, number: u32, new: Date) -> Applied {
    let day = n.days.iter_mut().find(|day| day.act == act && day.side == side && day.number == number);
    let day = day.ok_or(Impossible("a day that is corrected was recorded"))?;
    let old = std::mem::replace(&mut day.on, new);
    let move_it = |at: &mut Moment| {
        if at.date() == old {
            *at = last_of(new);
        }
    };
    match act {
        DatedAct::PlatformAccepted => n.acceptances.get_mut(side).into_iter().flatten().for_each(move_it),
        DatedAct::RepsRegistered => each_list(n, side, |list| registered(list, old, new)),
        DatedAct::RepsElected => each_list(n, side, |list| {
            if list.selection.on == old {
                list.selection.on = new;
            }
        }),
        DatedAct::RepVacated => each_list(n, side, |list| vacated(list, old, new)),
        DatedAct::RepReplaced => each_list(n, side, |list| replaced(list, old, new)),
        DatedAct::OfferIssued => issued(n, new),
        DatedAct::OfferRefused => {
            if let Stage::Refused(refused) = n.stage.facts_mut() {
                move_it(&mut refused.refused_at);
            }
        }
        DatedAct::Disclosed => {
            let place = usize::try_from(number).unwrap_or(usize::MAX).saturating_sub(1);
            n.disclosures.iter_mut().filter(|given| given.side == side).nth(place).into_iter().for_each(|given| {
                given.at = last_of(new);
            });
        }
        DatedAct::AgreementReached => agreed(n, old, new),
        DatedAct::SignatureRefused => {
            n.remedies.sign_refusals.get_mut(side).into_iter().flatten().for_each(|refusal| move_it(&mut refusal.at));
        }
        DatedAct::OpinionIssued => {
            let opinion = n.stage.filing_mut().and_then(|filing| filing.opinion.as_mut());
            opinion.into_iter().filter(|opinion| opinion.issued_at.date() == old).for_each(|opinion| {
                opinion.issued_at = Moment::start_of(new);
            });
        }
        DatedAct::CopiedToHigherUnion => {
            n.stage.effective_mut().and_then(|stage| stage.copied_at.as_mut()).into_iter().for_each(move_it);
        }
        DatedAct::CoordinationApplied => {
            if n.pause_ended_by_application(old)
                && let Some(pause) = n.pauses.last_mut()
            {
                pause.to = Some(new.max(pause.from));
            }
            if let Stage::Disputed(disputed) = &mut n.stage
                && disputed.applied_at.date() == old
            {
                disputed.applied_at = Moment::start_of(new);
            }
        }
        DatedAct::ReminderSent => sent(n, LetterKind::Reminder, number, new),
        DatedAct::OpinionSent => sent(n, LetterKind::Opinion, number, new),
        DatedAct::RectificationSent => sent(n, LetterKind::Rectification, number, new),
        DatedAct::ProposalSent => sent(n, LetterKind::Proposal, number, new),
        DatedAct::OpinionAnswered => {
            let answers = n.remedies.letters.iter_mut().filter_map(|letter| letter.answer.as_mut());
            answers.for_each(|answer| move_it(&mut answer.at));
        }
        DatedAct::OrderRecorded => {
            super::mending::nth(&mut n.remedies.orders, number).into_iter().for_each(|order| move_it(&mut order.at));
        }
        DatedAct::NonPerformanceStated => {
            super::mending::nth(&mut n.breaches, number).into_iter().for_each(|breach| move_it(&mut breach.at));
        }
        DatedAct::NonPerformanceSettled => {
            let settled = n.breaches.iter_mut().filter_map(|breach| breach.settled.as_mut());
            settled.for_each(|settled| move_it(&mut settled.at));
        }
        DatedAct::RescissionRecorded => {
            if let Stage::Rescinded(rescinded) = &mut n.stage {
                rescinded.recorded.iter_mut().for_each(|recorded| recorded.at = last_of(new));
            }
        }
        DatedAct::RepsAnnounced
        | DatedAct::ConductReported
        | DatedAct::TreatmentReported
        | DatedAct::DataRequested
        | DatedAct::MinutesConfirmedBy
        | DatedAct::DraftInitialled
        | DatedAct::SubmittedToCongress
        | DatedAct::QuorumMissed
        | DatedAct::FilingReturned
        | DatedAct::FilingRegistered
        | DatedAct::CoverageAdded
        | DatedAct::CoverageConfirmed
        | DatedAct::CoverageWithdrawn
        | DatedAct::TalksReopened
        | DatedAct::SuspensionProposed
        | DatedAct::SuspensionDeclined
        | DatedAct::SuspensionWithdrawn
        | DatedAct::CoordinationExtended
        | DatedAct::CoordinationAgreed
        | DatedAct::CoordinationFailed
        | DatedAct::CoordinationTakenBack
        | DatedAct::Withdrawn
        | DatedAct::InspectionRecorded
        | DatedAct::PerformanceReported
        | DatedAct::ConditionCame
        | DatedAct::SlipMended => {}
    }
    Ok(())
}

fn each_list(n: &mut Negotiation, side: Side, change: impl FnOnce(&mut Delegation)) {
    if let Some(list) = n.delegations.get_mut(side).and_then(Option::as_mut) {
        change(Arc::make_mut(list));
    }
}

/// The list and the seats that it began.
fn registered(list: &mut Delegation, old: Date, new: Date) {
    let before = list.registered_at;
    if before.date() != old {
        return;
    }
    list.registered_at = Moment::start_of(new);
    for seat in &mut list.seats {
        if seat.from == before {
            seat.from = list.registered_at;
        }
        if seat.to == Some(before) {
            seat.to = Some(list.registered_at);
        }
    }
}

fn vacated(list: &mut Delegation, old: Date, new: Date) {
    for vacancy in list.vacancies.iter_mut().filter(|vacancy| vacancy.on == old) {
        vacancy.on = new;
    }
    for seat in list.seats.iter_mut().filter(|seat| seat.to == Some(Moment::start_of(old))) {
        seat.to = Some(Moment::start_of(new));
    }
}

/// Who went and who came on that day.
fn replaced(list: &mut Delegation, old: Date, new: Date) {
    let registered_at = list.registered_at;
    for seat in &mut list.seats {
        if seat.from.date() == old && seat.from != registered_at {
            seat.from = Moment::start_of(new);
        }
        if seat.to.is_some_and(|to| to.date() == old && to != Moment::start_of(old)) {
            seat.to = Some(Moment::start_of(new));
        }
    }
}

fn issued(n: &mut Negotiation, new: Date) {
    let at = Moment::start_of(new);
    n.offer_days.issued_at = Some(at);
    if let Some(offer) = offer_mut(n.stage.facts_mut()) {
        offer.issued_at = at;
    }
}

fn offer_mut(stage: &mut Stage) -> Option<&mut Offer> {
    if let Stage::Offered(stage) = stage {
        return Some(&mut stage.offer);
    }
    if let Stage::AwaitingReply(stage) = stage {
        return Some(&mut stage.offer);
    }
    if let Stage::Refused(stage) = stage {
        return Some(&mut stage.offer);
    }
    if let Stage::Preparing(stage) | Stage::Ready(stage) | Stage::Negotiating(stage, _) = stage {
        return Some(&mut stage.offer);
    }
    None
}

fn agreed(n: &mut Negotiation, old: Date, new: Date) {
    let at = if let Stage::Drafted(drafted) = &mut n.stage {
        &mut drafted.agreed_at
    } else if let Stage::Congress(congress) = &mut n.stage {
        &mut congress.agreed_at
    } else {
        return;
    };
    if at.date() == old {
        *at = last_of(new);
    }
}

fn sent(n: &mut Negotiation, kind: LetterKind, number: u32, new: Date) {
    let letter = n.remedies.letters.iter_mut().find(|letter| letter.kind == kind && letter.number == number);
    if let Some(letter) = letter {
        letter.sent_at = Moment::start_of(new);
    }
}
