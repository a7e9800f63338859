//! Papers of a case: which event calls for which paper, and the typed data that it is made from.
//!
//! Everything printed comes from the case, from the rules and from the erasable rows of persons; nothing is decided here.

mod agreement;
mod common;
mod congress;
mod filing;
mod offer;
mod review;
mod talks;

use documents::{DataError, Kind};
use law::money::Fen;
use law::rules::Rules;
use law::time::Moment;
use ledger::canonical::CanonicalError;
use negotiation::{Event, Head, Negotiation};
use uuid::Uuid;

use crate::play::people::People;

/// What is known beside the case.
pub struct About<'a> {
    /// The case.
    pub case: Uuid,
    /// The case is made up; every page says so.
    pub fictional: bool,
    /// Persons by id.
    pub people: &'a People,
    /// Minimum monthly wage of the place, where it is known.
    pub min_wage: Option<Fen>,
    /// Name of the region.
    pub region: String,
    /// The rules of the case.
    pub rules: &'a Rules,
}

/// The event that calls for a paper, and how the paper is to be named.
#[derive(Clone, Copy)]
pub struct Trigger<'a> {
    /// When the event was recorded.
    pub at: Moment,
    /// The event.
    pub event: &'a Event,
    /// The record that the paper knows of.
    pub head: Head,
    /// Number of the paper.
    pub number: &'a str,
    /// Id of the person who acted.
    pub speaker: &'a str,
    /// Version, from 1.
    pub version: u32,
}

/// A paper to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Canonical bytes of its data.
    pub data: Vec<u8>,
    /// Which paper.
    pub kind: Kind,
    /// Its number.
    pub number: String,
    /// Its version, from 1.
    pub version: u32,
}

/// Why the data of a paper could not be put together.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// The case isn't where the paper belongs.
    #[error("{0} can't be made at this stage")]
    Stage(&'static str),
    /// The data contradicts itself.
    #[error(transparent)]
    Data(#[from] DataError),
    /// The data has no canonical form.
    #[error(transparent)]
    Canonical(#[from] CanonicalError),
}

/// The paper that an event calls for.
#[must_use]
pub const fn kind_for(event: &Event) -> Option<Kind> {
    match event {
        Event::OfferIssued(_) => Some(Kind::OfferLetter),
        Event::OfferAnswered(_) => Some(Kind::Response),
        Event::MinutesConfirmed(_) => Some(Kind::Minutes),
        Event::DraftAdopted(_) | Event::DraftRejected(_) | Event::QuorumMissed(_) => Some(Kind::CongressResolution),
        Event::AgreementSigned(_) => Some(Kind::WageAgreement),
        Event::Filed(_) => Some(Kind::FilingForm),
        Event::NoObjectionIssued(_) | Event::Objected(_) => Some(Kind::ReviewOpinion),
        Event::AgreementEnded(_)
        | Event::AgreementReached(_)
        | Event::AgreementRescinded(_)
        | Event::CoordinationAccepted(_)
        | Event::CoordinationAgreed(_)
        | Event::CoordinationApplied(_)
        | Event::CoordinationExtended(_)
        | Event::CoordinationFailed(_)
        | Event::CoordinationTakenBack(_)
        | Event::PackageAccepted(_)
        | Event::PackageTabled(_)
        | Event::SuspensionDeclined(_)
        | Event::SuspensionEnded(_)
        | Event::SuspensionProposed(_)
        | Event::SuspensionRanOut(_)
        | Event::SuspensionWithdrawn(_)
        | Event::TalksResumed(_)
        | Event::TalksSuspended(_)
        | Event::BreachRecorded(_)
        | Event::BreachWithdrawn(_)
        | Event::CaseOpened(_)
        | Event::CheckNoted(_)
        | Event::ConductReported(_)
        | Event::ChildEnded(_)
        | Event::ChildOpened(_)
        | Event::ConditionCame(_)
        | Event::CopiedToHigherUnion(_)
        | Event::Corrected(_)
        | Event::CorrectionProposed(_)
        | Event::CoverageAdded(_)
        | Event::CoverageConfirmed(_)
        | Event::CoverageFixed(_)
        | Event::CoverageWithdrawn(_)
        | Event::DataRequested(_)
        | Event::DatasetsAdopted(_)
        | Event::Disclosed(_)
        | Event::DocumentRecorded(_)
        | Event::DraftInitialled(_)
        | Event::DraftTabled(_)
        | Event::DutyLapsed(_)
        | Event::DutyMet(_)
        | Event::DutyOpened(_)
        | Event::DutyRecomputed(_)
        | Event::DutyVoided(_)
        | Event::EffectRedated(_)
        | Event::EffectWithdrawn(_)
        | Event::EmployerVoted(_)
        | Event::FilingRegistered(_)
        | Event::FilingReturned(_)
        | Event::InspectionRecorded(_)
        | Event::MinutesConfirmedBy(_)
        | Event::NonPerformanceSettled(_)
        | Event::NonPerformanceStated(_)
        | Event::OfferDelivered(_)
        | Event::OpinionServed(_)
        | Event::PaperConfirmed(_)
        | Event::PaperEntered(_)
        | Event::PerformanceReported(_)
        | Event::PlatformAccepted(_)
        | Event::PositionAccepted(_)
        | Event::PositionTabled(_)
        | Event::Published(_)
        | Event::RepReplaced(_)
        | Event::RepVacated(_)
        | Event::RepsAnnounced(_)
        | Event::RepsRegistered(_)
        | Event::RescissionRecorded(_)
        | Event::SessionClosed(_)
        | Event::SessionOpened(_)
        | Event::SessionScheduled(_)
        | Event::SignedBy(_)
        | Event::SlipMended(_)
        | Event::SlipProposed(_)
        | Event::SubmittedToCongress(_)
        | Event::TalksReopened(_)
        | Event::TookEffect(_)
        | Event::CaseClosed(_)
        | Event::LetterReceived(_)
        | Event::OfferRefused(_)
        | Event::OpinionAnswered(_)
        | Event::OpinionSent(_)
        | Event::OrderRecorded(_)
        | Event::ProposalSent(_)
        | Event::RectificationSent(_)
        | Event::ReminderSent(_)
        | Event::SignatureRefused(_)
        | Event::Withdrawn(_)
        | Event::TreatmentReported(_) => None,
    }
}

/// Puts the data of a paper together; `n` is the case after the record of the event.
///
/// # Errors
/// The event calls for no paper, or the case contradicts it.
pub fn make(about: &About<'_>, n: &Negotiation, trigger: &Trigger<'_>) -> Result<Wanted, PaperError> {
    let kind = kind_for(trigger.event).ok_or(PaperError::Stage("a paper"))?;
    let bytes = match kind {
        Kind::OfferLetter => offer::letter(about, n, trigger)?,
        Kind::Response => offer::response(about, n, trigger)?,
        Kind::Minutes => talks::minutes(about, n, trigger)?,
        Kind::CongressResolution => congress::resolution(about, n, trigger)?,
        Kind::WageAgreement => agreement::agreement(about, n, trigger)?,
        Kind::FilingForm => filing::form(about, n, trigger)?,
        Kind::ReviewOpinion => review::opinion(about, n, trigger)?,
        Kind::FilingReceipt
        | Kind::PublicationNotice
        | Kind::UnionCopy
        | Kind::ChangeApplication
        | Kind::ExpiryNotice
        | Kind::PerformanceReport
        | Kind::ReminderLetter
        | Kind::OpinionLetter
        | Kind::ProposalLetter
        | Kind::CoordinationApplication
        | Kind::CoordinationNotice
        | Kind::CoordinationAgreement
        | Kind::CoverageList
        | Kind::PlatformMemo => return Err(PaperError::Stage("this paper")),
        Kind::RepRoster
        | Kind::ElectionRecord
        | Kind::MandateLetter
        | Kind::RepChangeNotice
        | Kind::DataList
        | Kind::SessionNotice
        | Kind::SuspensionAgreement
        | Kind::DraftAgreement
        | Kind::CongressSubmission
        | Kind::BallotPapers => return Err(PaperError::Stage("a paper of the bargaining")),
    };
    let data = documents::parse_and_check(kind, &bytes)?;
    Ok(Wanted { data, kind, number: trigger.number.to_owned(), version: trigger.version })
}
