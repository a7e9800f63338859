//! The legal instant of a record: that of its first event which has one.

use law::time::Moment;
use negotiation::Event;

/// The instant from which the act counts.
pub(super) fn effective(events: &[Event]) -> Option<Moment> {
    events.iter().find_map(of)
}

fn of(event: &Event) -> Option<Moment> {
    match event {
        Event::CaseOpened(e) => Some(e.at),
        Event::PlatformAccepted(e) => Some(e.at),
        Event::RepsRegistered(e) => Some(e.at),
        Event::RepsAnnounced(e) => Some(e.at),
        Event::OfferIssued(e) => Some(e.at),
        Event::OfferDelivered(e) => Some(e.at),
        Event::OfferAnswered(e) => Some(e.at),
        Event::RepVacated(e) => Some(e.at),
        Event::RepReplaced(e) => Some(e.at),
        Event::ConductReported(e) => Some(e.at),
        Event::TreatmentReported(e) => Some(e.at),
        Event::DataRequested(e) => Some(e.at),
        Event::Disclosed(e) => Some(e.at),
        Event::SessionOpened(e) => Some(e.at),
        Event::PositionTabled(e) => Some(e.at),
        Event::PositionAccepted(e) => Some(e.at),
        Event::SessionClosed(e) => Some(e.at),
        Event::MinutesConfirmedBy(e) => Some(e.at),
        Event::MinutesConfirmed(e) => Some(e.at),
        Event::DraftTabled(e) => Some(e.at),
        Event::DraftInitialled(e) => Some(e.at),
        Event::AgreementReached(e) => Some(e.at),
        Event::SubmittedToCongress(e) => Some(e.at),
        Event::QuorumMissed(e) => Some(e.at),
        Event::DraftAdopted(e) | Event::DraftRejected(e) => Some(e.at),
        Event::SignedBy(e) => Some(e.at),
        Event::AgreementSigned(e) => Some(e.at),
        Event::Filed(e) => Some(e.at),
        Event::FilingReturned(e) => Some(e.at),
        Event::FilingRegistered(e) => Some(e.at),
        Event::NoObjectionIssued(e) => Some(e.at),
        Event::Objected(e) => Some(e.at),
        Event::OpinionServed(e) => Some(e.at),
        Event::TookEffect(e) => Some(e.at),
        Event::Published(e) => Some(e.at),
        Event::CopiedToHigherUnion(e) => Some(e.at),
        Event::PackageTabled(e) => Some(e.at),
        Event::PackageAccepted(e) => Some(e.at),
        Event::SuspensionProposed(e) => Some(e.at),
        Event::SuspensionDeclined(e) => Some(e.at),
        Event::SuspensionWithdrawn(e) => Some(e.at),
        Event::TalksSuspended(e) => Some(e.at),
        Event::TalksResumed(e) => Some(e.at),
        Event::SuspensionRanOut(e) => Some(e.at),
        Event::CoordinationApplied(e) => Some(e.at),
        Event::CoordinationAccepted(e) => Some(e.at),
        Event::CoordinationExtended(e) => Some(e.at),
        Event::CoordinationAgreed(e) => Some(e.at),
        Event::CoordinationFailed(e) => Some(e.at),
        Event::CoordinationTakenBack(e) => Some(e.at),
        Event::SuspensionEnded(e) => Some(e.at),
        Event::SlipProposed(e) => Some(e.at),
        Event::SlipMended(e) => Some(e.at),
        Event::PaperConfirmed(e) => Some(e.at),
        Event::CoverageAdded(e) => Some(e.at),
        Event::CoverageConfirmed(e) => Some(e.at),
        Event::CoverageWithdrawn(e) => Some(e.at),
        Event::EmployerVoted(e) => Some(e.at),
        Event::TalksReopened(e) => Some(e.at),
        Event::CoverageFixed(e) => Some(e.at),
        Event::DutyMet(e) => Some(e.at),
        Event::DutyLapsed(e) => Some(e.at),
        Event::BreachRecorded(e) => Some(e.at),
        Event::OfferRefused(e) => Some(e.at),
        Event::SignatureRefused(e) => Some(e.at),
        Event::ReminderSent(e) => Some(e.at),
        Event::OpinionSent(e) => Some(e.at),
        Event::LetterReceived(e) => Some(e.at),
        Event::OpinionAnswered(e) => Some(e.at),
        Event::RectificationSent(e) => Some(e.at),
        Event::ProposalSent(e) => Some(e.at),
        Event::OrderRecorded(e) => Some(e.at),
        Event::Withdrawn(e) => Some(e.at),
        Event::CaseClosed(e) => Some(e.at),
        Event::InspectionRecorded(e) => Some(e.at),
        Event::PerformanceReported(e) => Some(e.at),
        Event::NonPerformanceStated(e) => Some(e.at),
        Event::NonPerformanceSettled(e) => Some(e.at),
        Event::ConditionCame(e) => Some(e.at),
        Event::AgreementEnded(e) => Some(e.at),
        Event::AgreementRescinded(e) => Some(e.at),
        Event::RescissionRecorded(e) => Some(e.at),
        Event::ChildOpened(e) => Some(e.at),
        Event::ChildEnded(e) => Some(e.at),
        Event::SessionScheduled(_)
        | Event::EffectRedated(_)
        | Event::EndRedated(_)
        | Event::EndWithdrawn(_)
        | Event::RescissionRedated(_)
        | Event::RunOutWithdrawn(_)
        | Event::EffectWithdrawn(_)
        | Event::PaperEntered(_)
        | Event::CorrectionProposed(_)
        | Event::Corrected(_)
        | Event::DatasetsAdopted(_)
        | Event::DocumentRecorded(_)
        | Event::NoticeReported(_)
        | Event::DutyOpened(_)
        | Event::DutyVoided(_)
        | Event::DutyRecomputed(_)
        | Event::BreachWithdrawn(_)
        | Event::CheckNoted(_) => None,
    }
}
