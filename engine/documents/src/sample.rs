//! A made-up case, marked as such: one sample of every paper, for tests, for the command line and for a first look.

mod after;
mod bargaining;
mod dispute;

use ledger::Digest;
use ledger::canonical;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::Kind;
use crate::data::{
    AgreementParts, BallotPapers, ChangeApplication, CongressResolution, CongressSubmission, CoordinationAgreement,
    CoordinationApplication, CoordinationNotice, CoverageList, DataList, DraftAgreement, ElectionRecord, ExpiryNotice,
    FilingForm, FilingReceipt, MandateLetter, Minutes, OfferLetter, OpinionLetter, PerformanceReport, PlatformMemo,
    ProposalLetter, PublicationNotice, ReminderLetter, RepChangeNotice, RepRoster, Response, ReviewOpinion,
    SessionNotice, Signatures, Signed, SuspensionAgreement, UnionCopy, WageAgreement,
};

impl Kind {
    /// Canonical JSON of the sample of this kind.
    #[must_use]
    pub fn sample_json(self) -> Vec<u8> {
        match self {
            Self::OfferLetter => bytes(&OfferLetter::sample()),
            Self::Response => bytes(&Response::sample()),
            Self::RepRoster => bytes(&RepRoster::sample()),
            Self::ElectionRecord => bytes(&ElectionRecord::sample()),
            Self::MandateLetter => bytes(&MandateLetter::sample()),
            Self::RepChangeNotice => bytes(&RepChangeNotice::sample()),
            Self::DataList => bytes(&DataList::sample()),
            Self::SessionNotice => bytes(&SessionNotice::sample()),
            Self::Minutes => bytes(&Minutes::sample()),
            Self::SuspensionAgreement => bytes(&SuspensionAgreement::sample()),
            Self::DraftAgreement => bytes(&DraftAgreement::sample()),
            Self::CongressSubmission => bytes(&CongressSubmission::sample()),
            Self::BallotPapers => bytes(&BallotPapers::sample()),
            Self::CongressResolution => bytes(&CongressResolution::sample()),
            Self::WageAgreement => bytes(&WageAgreement::sample()),
            Self::FilingForm => bytes(&FilingForm::sample()),
            Self::FilingReceipt => bytes(&FilingReceipt::sample()),
            Self::ReviewOpinion => bytes(&ReviewOpinion::sample()),
            Self::PublicationNotice => bytes(&PublicationNotice::sample()),
            Self::UnionCopy => bytes(&UnionCopy::sample()),
            Self::ChangeApplication => bytes(&ChangeApplication::sample()),
            Self::ExpiryNotice => bytes(&ExpiryNotice::sample()),
            Self::PerformanceReport => bytes(&PerformanceReport::sample()),
            Self::ReminderLetter => bytes(&ReminderLetter::sample()),
            Self::OpinionLetter => bytes(&OpinionLetter::sample()),
            Self::ProposalLetter => bytes(&ProposalLetter::sample()),
            Self::CoordinationApplication => bytes(&CoordinationApplication::sample()),
            Self::CoordinationNotice => bytes(&CoordinationNotice::sample()),
            Self::CoordinationAgreement => bytes(&CoordinationAgreement::sample()),
            Self::CoverageList => bytes(&CoverageList::sample()),
            Self::PlatformMemo => bytes(&PlatformMemo::sample()),
        }
    }
}

/// The data that speed is measured with: a full agreement, 12 chapters, 6 posts by 8 grades.
#[must_use]
pub fn bench_sample() -> (Kind, Vec<u8>) {
    (Kind::WageAgreement, Kind::WageAgreement.sample_json())
}

impl WageAgreement {
    /// A made-up agreement, adopted and signed.
    #[must_use]
    pub fn sample() -> Self {
        let parts: AgreementParts = read(include_str!("../samples/wage_agreement.json"));
        #[expect(clippy::expect_used, reason = "a shipped sample, rendered by a test")]
        let mut agreement = Self::assemble(parts).expect("the sample's amounts are small");
        let digest = agreement.terms_digest;
        sign_both(&mut agreement.signatures, digest);
        agreement
    }
}

impl OfferLetter {
    /// A made-up offer by the union.
    #[must_use]
    pub fn sample() -> Self {
        let mut letter: Self = read(include_str!("../samples/offer_letter.json"));
        let digest = Digest::sha256(letter.header.number.as_bytes());
        sign(&mut letter.signature, digest);
        letter
    }
}

impl Response {
    /// A made-up response by the employer.
    #[must_use]
    pub fn sample() -> Self {
        let mut response: Self = read(include_str!("../samples/response.json"));
        let digest = Digest::sha256(response.header.number.as_bytes());
        sign(&mut response.signature, digest);
        response
    }
}

impl Minutes {
    /// Made-up minutes of a first session.
    #[must_use]
    pub fn sample() -> Self {
        let mut minutes: Self = read(include_str!("../samples/minutes.json"));
        let digest = Digest::sha256(minutes.header.number.as_bytes());
        sign(&mut minutes.recorder_signature, digest);
        sign_both(&mut minutes.confirmation, digest);
        minutes
    }
}

impl CongressResolution {
    /// A made-up resolution that adopts the sample agreement.
    #[must_use]
    pub fn sample() -> Self {
        let mut resolution: Self = read(include_str!("../samples/congress_resolution.json"));
        resolution.terms_digest = WageAgreement::sample().terms_digest;
        let digest = resolution.terms_digest;
        sign(&mut resolution.signature, digest);
        resolution
    }
}

impl FilingForm {
    /// A made-up filing of the sample agreement.
    #[must_use]
    pub fn sample() -> Self {
        let mut form: Self = read(include_str!("../samples/filing_form.json"));
        form.terms_digest = WageAgreement::sample().terms_digest;
        let digest = form.terms_digest;
        sign(&mut form.signature, digest);
        form
    }
}

impl ReviewOpinion {
    /// A made-up opinion with two objections.
    #[must_use]
    pub fn sample() -> Self {
        let mut opinion: Self = read(include_str!("../samples/review_opinion.json"));
        opinion.terms_digest = WageAgreement::sample().terms_digest;
        let digest = opinion.terms_digest;
        sign(&mut opinion.signature, digest);
        opinion
    }
}

/// The sample files leave the signed digest open.
fn sign(signature: &mut Option<Signed>, digest: Digest) {
    if let Some(signed) = signature {
        signed.digest = digest;
    }
}

/// As [`sign`], for both sides.
fn sign_both(signatures: &mut Option<Signatures>, digest: Digest) {
    for side in signatures.iter_mut().flat_map(|both| [&mut both.employer, &mut both.worker]) {
        sign(side, digest);
    }
}

#[expect(clippy::expect_used, reason = "shipped samples, all rendered by tests")]
fn read<T: DeserializeOwned>(text: &str) -> T {
    serde_json::from_str(text).expect("a shipped sample fits its type")
}

#[expect(clippy::expect_used, reason = "shipped samples, all rendered by tests")]
fn bytes<T: Serialize>(sample: &T) -> Vec<u8> {
    canonical::to_vec(sample).expect("a shipped sample has canonical bytes")
}
