//! Applying events: total over valid histories, never looking at rules.

mod bargaining;
mod correcting;
mod coverage;
mod dated;
mod duties;
mod ending;
mod life;
mod mending;
mod people;
mod remedy;
mod talks;

use crate::event::Event;
use crate::state::{Negotiation, RecordedDay};

/// An event that can't have happened where the history puts it. The text names what was expected.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Impossible(pub &'static str);

/// Opens a case from its first event.
///
/// # Errors
/// Any other event than `case_opened`.
pub fn open(event: &Event) -> Result<Negotiation, Impossible> {
    let Event::CaseOpened(opened) = event else {
        return Err(Impossible("a history begins with case_opened"));
    };
    Ok(bargaining::opened(opened))
}

/// Applies one event.
///
/// # Errors
/// The event can't have happened here: the history is damaged.
pub fn apply(n: &mut Negotiation, event: &Event) -> Result<(), Impossible> {
    change(n, event)?;
    for (act, side, on) in crate::event::days(event) {
        let number = n.days_of(act, side).count() + 1;
        n.days.push(RecordedDay { act, number: u32::try_from(number).unwrap_or(u32::MAX), on, side });
    }
    Ok(())
}

fn change(n: &mut Negotiation, event: &Event) -> Result<(), Impossible> {
    match event {
        Event::CaseOpened(_) => Err(Impossible("a case is opened once")),
        Event::PlatformAccepted(e) => bargaining::platform_accepted(n, e),
        Event::RepsRegistered(e) => bargaining::reps_registered(n, e),
        Event::RepsAnnounced(_) => Ok(()),
        Event::OfferIssued(e) => bargaining::offer_issued(n, e),
        Event::OfferDelivered(e) => bargaining::offer_delivered(n, e),
        Event::OfferAnswered(e) => bargaining::offer_answered(n, e),
        Event::RepVacated(e) => people::vacated(n, e),
        Event::RepReplaced(e) => people::replaced(n, e),
        Event::ConductReported(_) | Event::TreatmentReported(_) => Ok(()),
        Event::DataRequested(e) => bargaining::data_requested(n, e),
        Event::Disclosed(e) => bargaining::disclosed(n, e),
        Event::SessionScheduled(e) => bargaining::session_scheduled(n, e),
        Event::SessionOpened(e) => bargaining::session_opened(n, e),
        Event::PositionTabled(e) => bargaining::position_tabled(n, e),
        Event::PositionAccepted(e) => bargaining::position_accepted(n, e),
        Event::SessionClosed(e) => bargaining::session_closed(n, e),
        Event::MinutesConfirmedBy(e) => bargaining::minutes_confirmed_by(n, e),
        Event::MinutesConfirmed(_) => Ok(()),
        Event::DraftTabled(e) => bargaining::draft_tabled(n, e),
        Event::DraftInitialled(e) => bargaining::draft_initialled(n, e),
        Event::AgreementReached(e) => bargaining::agreement_reached(n, e),
        Event::SubmittedToCongress(e) => ending::submitted(n, e),
        Event::QuorumMissed(_) => Ok(()),
        Event::DraftAdopted(e) => ending::adopted(n, e),
        Event::DraftRejected(e) => ending::rejected(n, e),
        Event::SignedBy(e) => ending::signed_by(n, e),
        Event::AgreementSigned(e) => ending::agreement_signed(n, e),
        Event::Filed(e) => ending::filed(n, e),
        Event::FilingReturned(_) => ending::filing_returned(n),
        Event::FilingRegistered(e) => ending::filing_registered(n, e),
        Event::NoObjectionIssued(e) => ending::no_objection_issued(n, e),
        Event::Objected(e) => ending::objected(n, e),
        Event::OpinionServed(e) => ending::opinion_served(n, e),
        Event::TookEffect(e) => ending::took_effect(n, e),
        Event::EffectWithdrawn(e) => ending::effect_withdrawn(n, e),
        Event::Published(e) => ending::published(n, e),
        Event::CopiedToHigherUnion(e) => ending::copied(n, e),
        Event::CoverageAdded(e) => coverage::added(n, e),
        Event::CoverageConfirmed(e) => coverage::confirmed(n, e),
        Event::CoverageWithdrawn(e) => coverage::withdrawn(n, e),
        Event::EmployerVoted(e) => coverage::voted(n, e),
        Event::TalksReopened(e) => coverage::reopened(n, e),
        Event::CoverageFixed(e) => coverage::fixed(n, e),
        Event::DutyOpened(e) => duties::opened(n, e),
        Event::DutyLapsed(e) => duties::lapsed(n, e),
        Event::DutyMet(e) => duties::met(n, e),
        Event::DutyVoided(e) => duties::voided(n, e),
        Event::DutyRecomputed(e) => duties::recomputed(n, e),
        Event::BreachRecorded(e) => duties::breach_recorded(n, e),
        Event::BreachWithdrawn(e) => duties::breach_withdrawn(n, e),
        Event::PaperEntered(e) => mending::paper_entered(n, e),
        Event::PaperConfirmed(e) => mending::paper_confirmed(n, e),
        Event::CorrectionProposed(e) => mending::correction_proposed(n, e),
        Event::Corrected(e) => correcting::corrected(n, e),
        Event::SlipProposed(e) => mending::slip_proposed(n, e),
        Event::SlipMended(e) => mending::slip_mended(n, e),
        Event::EffectRedated(e) => ending::effect_redated(n, e),
        Event::EndRedated(e) => life::end_redated(n, e),
        Event::EndWithdrawn(e) => life::end_withdrawn(n, e),
        Event::RescissionRedated(e) => life::rescission_redated(n, e),
        Event::RunOutWithdrawn(e) => talks::run_out_withdrawn(n, e),
        Event::DatasetsAdopted(e) => mending::datasets_adopted(n, e),
        Event::DocumentRecorded(e) => mending::document_recorded(n, e),
        // Evidence in the chain; nothing in a case hangs on it.
        Event::NoticeReported(_) => Ok(()),
        Event::PackageTabled(e) => talks::package_tabled(n, e),
        Event::PackageAccepted(e) => talks::package_accepted(n, e),
        Event::SuspensionProposed(e) => talks::suspension_proposed(n, e),
        Event::SuspensionDeclined(e) => talks::suspension_declined(n, e),
        Event::SuspensionWithdrawn(_) => talks::suspension_withdrawn(n),
        Event::TalksSuspended(e) => talks::talks_suspended(n, e),
        Event::TalksResumed(e) => talks::talks_resumed(n, e),
        Event::SuspensionEnded(e) => talks::suspension_ended(n, e),
        Event::SuspensionRanOut(e) => talks::suspension_ran_out(n, e),
        Event::CoordinationApplied(e) => talks::coordination_applied(n, e),
        Event::CoordinationAccepted(e) => talks::coordination_accepted(n, e),
        Event::CoordinationExtended(e) => talks::coordination_extended(n, e),
        Event::CoordinationAgreed(_) => talks::coordination_agreed(n),
        Event::CoordinationTakenBack(_) => talks::coordination_taken_back(n),
        Event::CoordinationFailed(e) => talks::coordination_failed(n, e),
        Event::CheckNoted(_) => Ok(()),
        Event::OfferRefused(e) => remedy::offer_refused(n, e),
        Event::SignatureRefused(e) => remedy::signature_refused(n, e),
        Event::ReminderSent(e) => remedy::reminder_sent(n, e),
        Event::OpinionSent(e) => remedy::opinion_sent(n, e),
        Event::LetterReceived(e) => remedy::letter_received(n, e),
        Event::OpinionAnswered(e) => remedy::opinion_answered(n, e),
        Event::RectificationSent(e) => remedy::rectification_sent(n, e),
        Event::ProposalSent(e) => remedy::proposal_sent(n, e),
        Event::OrderRecorded(e) => remedy::order_recorded(n, e),
        Event::Withdrawn(e) => remedy::withdrawn(n, e),
        Event::CaseClosed(e) => remedy::case_closed(n, e),
        Event::InspectionRecorded(_) | Event::PerformanceReported(_) | Event::ConditionCame(_) => Ok(()),
        Event::NonPerformanceStated(e) => life::stated(n, e),
        Event::NonPerformanceSettled(e) => life::settled(n, e),
        Event::AgreementEnded(e) => life::ended(n, e),
        Event::AgreementRescinded(e) => life::rescinded(n, e),
        Event::RescissionRecorded(e) => life::recorded(n, e),
        Event::ChildOpened(e) => life::child_opened(n, e),
        Event::ChildEnded(e) => life::child_ended(n, e),
    }
}
