//! Which event calls for which papers.

use documents::Kind;
use negotiation::command::{ChildKind, CongressForm, DisclosureItem, OfferBasis, Scope};
use negotiation::event::Disclosed;
use negotiation::{Event, Negotiation, Side};

use super::handed;

/// Papers that no event calls for: the record has less than they say, and the signed originals are filed with it by
/// their digest. They are printed as forms and filled in by hand.
pub const FORMS: [Kind; 2] = [
    // Votes for each candidate and who was present stand only in the signed record of the election (ZJ-CC 10(2)).
    Kind::ElectionRecord,
    // What a proxy may do and until when stands only in the signed letter (CC22 20(2), 21, 23).
    Kind::MandateLetter,
];

/// The papers that an event may call for, in the order in which they are made.
#[must_use]
pub const fn may_call_for(event: &Event) -> &'static [Kind] {
    match event {
        Event::OfferIssued(_) => &[Kind::OfferLetter, Kind::ChangeApplication],
        Event::OfferAnswered(_) | Event::OfferRefused(_) => &[Kind::Response],
        Event::RepsRegistered(_) => &[Kind::RepRoster],
        Event::RepVacated(_) | Event::RepReplaced(_) => &[Kind::RepChangeNotice],
        Event::Disclosed(_) => &[Kind::DataList, Kind::SessionNotice],
        Event::SessionScheduled(_) => &[Kind::SessionNotice],
        Event::MinutesConfirmed(_) => &[Kind::Minutes],
        Event::TalksSuspended(_) => &[Kind::SuspensionAgreement],
        Event::AgreementReached(_) => &[Kind::DraftAgreement],
        // Roll and ballot before the meeting, and again with what was counted.
        Event::SubmittedToCongress(_) => &[Kind::CongressSubmission, Kind::BallotPapers],
        Event::DraftAdopted(_) | Event::DraftRejected(_) | Event::QuorumMissed(_) => {
            &[Kind::BallotPapers, Kind::CongressResolution]
        }
        // ZJ-CC 29: each employer's own congress has its own roll, ballots and count.
        Event::EmployerVoted(_) => &[Kind::BallotPapers],
        Event::AgreementSigned(_) => &[Kind::WageAgreement, Kind::ChangeApplication, Kind::PlatformMemo],
        Event::AgreementRescinded(_) => &[Kind::ChangeApplication],
        Event::CoverageFixed(_) => &[Kind::CoverageList],
        Event::Filed(_) => &[Kind::FilingForm],
        Event::FilingRegistered(_) => &[Kind::FilingReceipt],
        Event::NoObjectionIssued(_) | Event::Objected(_) => &[Kind::ReviewOpinion],
        Event::Published(_) => &[Kind::PublicationNotice],
        Event::CopiedToHigherUnion(_) => &[Kind::UnionCopy],
        // Of the window for a renewal, on the day on which it opens.
        Event::DutyOpened(_) => &[Kind::ExpiryNotice],
        Event::InspectionRecorded(_) | Event::PerformanceReported(_) => &[Kind::PerformanceReport],
        Event::ReminderSent(_) => &[Kind::ReminderLetter],
        Event::OpinionSent(_) | Event::OpinionAnswered(_) | Event::RectificationSent(_) => &[Kind::OpinionLetter],
        Event::ProposalSent(_) => &[Kind::ProposalLetter],
        Event::CoordinationApplied(_) => &[Kind::CoordinationApplication],
        Event::CoordinationAccepted(_) | Event::CoordinationExtended(_) => &[Kind::CoordinationNotice],
        Event::CoordinationAgreed(_) | Event::CoordinationFailed(_) => &[Kind::CoordinationAgreement],
        Event::AgreementEnded(_)
        | Event::BreachRecorded(_)
        | Event::BreachWithdrawn(_)
        | Event::CaseClosed(_)
        | Event::CaseOpened(_)
        | Event::CheckNoted(_)
        | Event::ChildEnded(_)
        | Event::ChildOpened(_)
        | Event::ConditionCame(_)
        | Event::ConductReported(_)
        | Event::CoordinationTakenBack(_)
        | Event::Corrected(_)
        | Event::CorrectionProposed(_)
        | Event::CoverageAdded(_)
        | Event::CoverageConfirmed(_)
        | Event::CoverageWithdrawn(_)
        | Event::DataRequested(_)
        | Event::DatasetsAdopted(_)
        | Event::DocumentRecorded(_)
        | Event::NoticeReported(_)
        | Event::DraftInitialled(_)
        | Event::DraftTabled(_)
        | Event::DutyLapsed(_)
        | Event::DutyMet(_)
        | Event::DutyRecomputed(_)
        | Event::DutyVoided(_)
        | Event::EffectRedated(_)
        | Event::EndRedated(_)
        | Event::EndWithdrawn(_)
        | Event::RescissionRedated(_)
        | Event::RunOutWithdrawn(_)
        | Event::EffectWithdrawn(_)
        | Event::FilingReturned(_)
        | Event::LetterReceived(_)
        | Event::MinutesConfirmedBy(_)
        | Event::NonPerformanceSettled(_)
        | Event::NonPerformanceStated(_)
        | Event::OfferDelivered(_)
        | Event::OpinionServed(_)
        | Event::OrderRecorded(_)
        | Event::PackageAccepted(_)
        | Event::PackageTabled(_)
        | Event::PaperConfirmed(_)
        | Event::PaperEntered(_)
        | Event::PlatformAccepted(_)
        | Event::PositionAccepted(_)
        | Event::PositionTabled(_)
        | Event::RepsAnnounced(_)
        | Event::RescissionRecorded(_)
        | Event::SessionClosed(_)
        | Event::SessionOpened(_)
        | Event::SignatureRefused(_)
        | Event::SignedBy(_)
        | Event::SlipMended(_)
        | Event::SlipProposed(_)
        | Event::SuspensionDeclined(_)
        | Event::SuspensionEnded(_)
        | Event::SuspensionProposed(_)
        | Event::SuspensionRanOut(_)
        | Event::SuspensionWithdrawn(_)
        | Event::TalksReopened(_)
        | Event::TalksResumed(_)
        | Event::TookEffect(_)
        | Event::TreatmentReported(_)
        | Event::Withdrawn(_) => &[],
    }
}

/// The papers that an event calls for in a case, which is given as it stands after the event's record.
pub fn kinds_for(event: &Event, n: &Negotiation) -> impl Iterator<Item = Kind> {
    may_call_for(event).iter().copied().filter(move |kind| is_wanted(*kind, event, n))
}

/// Whether this case wants a paper that the event may call for.
fn is_wanted(kind: Kind, event: &Event, n: &Negotiation) -> bool {
    if let (Kind::ChangeApplication, Event::OfferIssued(e)) = (kind, event) {
        return matches!(e.offer.basis, OfferBasis::Amendment | OfferBasis::Rescission) && n.header.parent.is_some();
    }
    if let (Kind::ChangeApplication, Event::AgreementSigned(_)) = (kind, event) {
        return hangs_on(n, ChildKind::Amendment);
    }
    if let (Kind::ChangeApplication, Event::AgreementRescinded(_)) = (kind, event) {
        return hangs_on(n, ChildKind::Rescission);
    }
    if let (Kind::PlatformMemo, Event::AgreementSigned(_)) = (kind, event) {
        return n.header.scope == Scope::Platform;
    }
    if let (Kind::BallotPapers, Event::SubmittedToCongress(e)) = (kind, event) {
        // How many vote in each employer's own congress stands in its own protocol (ZJ-CC 29).
        return e.submission.form != CongressForm::EachEmployer;
    }
    if let (Kind::CoverageList, Event::CoverageFixed(e)) = (kind, event) {
        // A platform's partner firms stand in its own paper.
        return matches!(n.header.scope, Scope::Sector | Scope::Region) && !e.employers.is_empty();
    }
    if let Event::Disclosed(e) = event {
        return if kind == Kind::DataList { e.item == DisclosureItem::Data } else { is_notice(e, n) };
    }
    if let Event::SessionScheduled(_) = event {
        return handed::attends(n, Side::Worker) || handed::attends(n, Side::Employer);
    }
    if let Event::DutyOpened(e) = event {
        return e.duty.rule == "renew_open";
    }
    // The bureau steps in without an application (CC22 49).
    if let Event::CoordinationApplied(e) = event { e.side != Side::None } else { true }
}

fn hangs_on(n: &Negotiation, kind: ChildKind) -> bool {
    n.header.parent.as_ref().is_some_and(|parent| parent.kind == kind)
}

/// With the second of agenda and list a side has said what the notice of a session says (ZJ-CC 16(2)).
fn is_notice(e: &Disclosed, n: &Negotiation) -> bool {
    let given = |item| n.disclosures.iter().any(|given| given.side == e.side && given.item == item);
    let half = matches!(e.item, DisclosureItem::Agenda | DisclosureItem::RepList);
    let whole = given(DisclosureItem::Agenda) && given(DisclosureItem::RepList);
    half && whole && handed::attends(n, e.side) && n.meeting_on.is_some()
}
