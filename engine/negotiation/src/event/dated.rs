//! The days that an event records and that have no fact of their own: a new event has to be considered here.

use law::Date;

use super::Event;
use crate::actor::Side;
use crate::command::DatedAct;

/// An act, whose it is and on which day it counts.
pub(crate) type Dated = (DatedAct, Side, Date);

/// The days of an event. Empty where the day is a fact of its own, follows from others, or is that of the session in which
/// it was said.
pub(crate) fn days(event: &Event) -> Vec<Dated> {
    use DatedAct as Act;
    use Side::None as Neither;
    let day = |act, side, on| vec![(act, side, on)];
    match event {
        Event::PlatformAccepted(e) => day(Act::PlatformAccepted, e.side, e.at.date()),
        Event::RepsRegistered(e) => {
            vec![(Act::RepsRegistered, e.side, e.at.date()), (Act::RepsElected, e.side, e.selection.on)]
        }
        Event::RepsAnnounced(e) => day(Act::RepsAnnounced, e.side, e.at.date()),
        Event::RepVacated(e) => day(Act::RepVacated, e.side, e.vacated_on),
        Event::RepReplaced(e) => {
            vec![(Act::RepReplaced, e.side, e.at.date()), (Act::RepsElected, e.side, e.selection.on)]
        }
        Event::ConductReported(e) => day(Act::ConductReported, e.side, e.at.date()),
        Event::TreatmentReported(e) => day(Act::TreatmentReported, Side::Worker, e.on),
        Event::OfferIssued(e) => day(Act::OfferIssued, e.side, e.at.date()),
        Event::OfferRefused(e) => day(Act::OfferRefused, e.side, e.at.date()),
        Event::DataRequested(e) => day(Act::DataRequested, e.side, e.at.date()),
        Event::Disclosed(e) => day(Act::Disclosed, e.side, e.at.date()),
        Event::MinutesConfirmedBy(e) => day(Act::MinutesConfirmedBy, e.side, e.at.date()),
        Event::DraftInitialled(e) => day(Act::DraftInitialled, e.side, e.at.date()),
        Event::AgreementReached(e) => day(Act::AgreementReached, Neither, e.at.date()),
        Event::SubmittedToCongress(e) => day(Act::SubmittedToCongress, Neither, e.at.date()),
        Event::QuorumMissed(e) => day(Act::QuorumMissed, Neither, e.vote.held_on),
        Event::SignatureRefused(e) => day(Act::SignatureRefused, e.side, e.at.date()),
        Event::FilingReturned(e) => day(Act::FilingReturned, Neither, e.at.date()),
        Event::FilingRegistered(e) => day(Act::FilingRegistered, Neither, e.at.date()),
        Event::NoObjectionIssued(e) => day(Act::OpinionIssued, Neither, e.at.date()),
        Event::Objected(e) => day(Act::OpinionIssued, Neither, e.at.date()),
        Event::CopiedToHigherUnion(e) => day(Act::CopiedToHigherUnion, Side::Worker, e.at.date()),
        Event::CoverageAdded(e) => day(Act::CoverageAdded, Neither, e.at.date()),
        Event::CoverageConfirmed(e) => day(Act::CoverageConfirmed, Neither, e.at.date()),
        Event::CoverageWithdrawn(e) => day(Act::CoverageWithdrawn, Neither, e.at.date()),
        Event::TalksReopened(e) => day(Act::TalksReopened, Neither, e.at.date()),
        Event::SuspensionProposed(e) => day(Act::SuspensionProposed, e.side, e.at.date()),
        Event::SuspensionDeclined(e) => day(Act::SuspensionDeclined, e.side, e.at.date()),
        Event::SuspensionWithdrawn(e) => day(Act::SuspensionWithdrawn, e.side, e.at.date()),
        Event::CoordinationApplied(e) => day(Act::CoordinationApplied, e.side, e.at.date()),
        Event::CoordinationExtended(e) => day(Act::CoordinationExtended, Neither, e.at.date()),
        Event::CoordinationAgreed(e) => day(Act::CoordinationAgreed, Neither, e.at.date()),
        Event::CoordinationFailed(e) => day(Act::CoordinationFailed, Neither, e.at.date()),
        Event::CoordinationTakenBack(e) => day(Act::CoordinationTakenBack, e.side, e.at.date()),
        Event::ReminderSent(e) => day(Act::ReminderSent, Side::Worker, e.at.date()),
        Event::OpinionSent(e) => day(Act::OpinionSent, Side::Worker, e.at.date()),
        Event::OpinionAnswered(e) => day(Act::OpinionAnswered, Side::Employer, e.at.date()),
        Event::RectificationSent(e) => day(Act::RectificationSent, Neither, e.at.date()),
        Event::ProposalSent(e) => day(Act::ProposalSent, Neither, e.at.date()),
        Event::OrderRecorded(e) => day(Act::OrderRecorded, Neither, e.at.date()),
        Event::Withdrawn(e) => day(Act::Withdrawn, e.side, e.at.date()),
        Event::InspectionRecorded(e) => day(Act::InspectionRecorded, Neither, e.on),
        Event::PerformanceReported(e) => day(Act::PerformanceReported, Neither, e.heard_on),
        Event::NonPerformanceStated(e) => day(Act::NonPerformanceStated, Side::Worker, e.at.date()),
        Event::NonPerformanceSettled(e) => day(Act::NonPerformanceSettled, Neither, e.at.date()),
        Event::ConditionCame(e) => day(Act::ConditionCame, Neither, e.on),
        Event::RescissionRecorded(e) => day(Act::RescissionRecorded, Side::Employer, e.at.date()),
        Event::SlipMended(e) => day(Act::SlipMended, Neither, e.at.date()),
        // A fact of its own: receipt, answer, sessions, vote, signature, filing, service, publication, letters, suspension.
        Event::OfferDelivered(_)
        | Event::OfferAnswered(_)
        | Event::SessionScheduled(_)
        | Event::SessionOpened(_)
        | Event::SessionClosed(_)
        | Event::DraftAdopted(_)
        | Event::DraftRejected(_)
        | Event::EmployerVoted(_)
        | Event::SignedBy(_)
        | Event::Filed(_)
        | Event::OpinionServed(_)
        | Event::Published(_)
        | Event::LetterReceived(_)
        | Event::TalksSuspended(_)
        | Event::TalksResumed(_)
        | Event::CoordinationAccepted(_) => Vec::new(),
        // Said at the table: the day is that of the session.
        Event::PositionTabled(_)
        | Event::PositionAccepted(_)
        | Event::PackageTabled(_)
        | Event::PackageAccepted(_)
        | Event::DraftTabled(_) => Vec::new(),
        // Follows from other facts, or is the program's own.
        Event::CaseOpened(_)
        | Event::MinutesConfirmed(_)
        | Event::AgreementSigned(_)
        | Event::TookEffect(_)
        | Event::EffectRedated(_)
        | Event::EffectWithdrawn(_)
        | Event::EndRedated(_)
        | Event::EndWithdrawn(_)
        | Event::RescissionRedated(_)
        | Event::RunOutWithdrawn(_)
        | Event::CoverageFixed(_)
        | Event::SuspensionEnded(_)
        | Event::SuspensionRanOut(_)
        | Event::AgreementEnded(_)
        | Event::AgreementRescinded(_)
        | Event::CaseClosed(_)
        | Event::ChildOpened(_)
        | Event::ChildEnded(_)
        | Event::DutyOpened(_)
        | Event::DutyLapsed(_)
        | Event::DutyMet(_)
        | Event::DutyVoided(_)
        | Event::DutyRecomputed(_)
        | Event::BreachRecorded(_)
        | Event::BreachWithdrawn(_)
        | Event::PaperEntered(_)
        | Event::PaperConfirmed(_)
        | Event::CorrectionProposed(_)
        | Event::Corrected(_)
        | Event::SlipProposed(_)
        | Event::DatasetsAdopted(_)
        | Event::DocumentRecorded(_)
        | Event::NoticeReported(_)
        | Event::CheckNoted(_) => Vec::new(),
    }
}
