//! The templates, as shipped: one a kind and the library that all share.

use std::sync::LazyLock;

use ledger::Digest;
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};

use crate::Kind;

/// A shipped template file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Plain SHA-256 of the bytes.
    pub digest: Digest,
    /// File name, such as `wage_agreement.typ`.
    pub name: &'static str,
}

const LIB: (&str, &str) = ("lib.typ", include_str!("../../../templates/agreements/lib.typ"));

const fn file(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::OfferLetter => ("offer_letter.typ", include_str!("../../../templates/agreements/offer_letter.typ")),
        Kind::Response => ("response.typ", include_str!("../../../templates/agreements/response.typ")),
        Kind::RepRoster => ("rep_roster.typ", include_str!("../../../templates/agreements/rep_roster.typ")),
        Kind::ElectionRecord => {
            ("election_record.typ", include_str!("../../../templates/agreements/election_record.typ"))
        }
        Kind::MandateLetter => ("mandate_letter.typ", include_str!("../../../templates/agreements/mandate_letter.typ")),
        Kind::RepChangeNotice => {
            ("rep_change_notice.typ", include_str!("../../../templates/agreements/rep_change_notice.typ"))
        }
        Kind::DataList => ("data_list.typ", include_str!("../../../templates/agreements/data_list.typ")),
        Kind::SessionNotice => ("session_notice.typ", include_str!("../../../templates/agreements/session_notice.typ")),
        Kind::Minutes => ("minutes.typ", include_str!("../../../templates/agreements/minutes.typ")),
        Kind::SuspensionAgreement => {
            ("suspension_agreement.typ", include_str!("../../../templates/agreements/suspension_agreement.typ"))
        }
        Kind::DraftAgreement => {
            ("draft_agreement.typ", include_str!("../../../templates/agreements/draft_agreement.typ"))
        }
        Kind::CongressSubmission => {
            ("congress_submission.typ", include_str!("../../../templates/agreements/congress_submission.typ"))
        }
        Kind::BallotPapers => ("ballot_papers.typ", include_str!("../../../templates/agreements/ballot_papers.typ")),
        Kind::CongressResolution => {
            ("congress_resolution.typ", include_str!("../../../templates/agreements/congress_resolution.typ"))
        }
        Kind::WageAgreement => ("wage_agreement.typ", include_str!("../../../templates/agreements/wage_agreement.typ")),
        Kind::FilingForm => ("filing_form.typ", include_str!("../../../templates/agreements/filing_form.typ")),
        Kind::FilingReceipt => ("filing_receipt.typ", include_str!("../../../templates/agreements/filing_receipt.typ")),
        Kind::ReviewOpinion => ("review_opinion.typ", include_str!("../../../templates/agreements/review_opinion.typ")),
        Kind::PublicationNotice => {
            ("publication_notice.typ", include_str!("../../../templates/agreements/publication_notice.typ"))
        }
        Kind::UnionCopy => ("union_copy.typ", include_str!("../../../templates/agreements/union_copy.typ")),
        Kind::ChangeApplication => {
            ("change_application.typ", include_str!("../../../templates/agreements/change_application.typ"))
        }
        Kind::ExpiryNotice => ("expiry_notice.typ", include_str!("../../../templates/agreements/expiry_notice.typ")),
        Kind::PerformanceReport => {
            ("performance_report.typ", include_str!("../../../templates/agreements/performance_report.typ"))
        }
        Kind::ReminderLetter => {
            ("reminder_letter.typ", include_str!("../../../templates/agreements/reminder_letter.typ"))
        }
        Kind::OpinionLetter => ("opinion_letter.typ", include_str!("../../../templates/agreements/opinion_letter.typ")),
        Kind::ProposalLetter => {
            ("proposal_letter.typ", include_str!("../../../templates/agreements/proposal_letter.typ"))
        }
        Kind::CoordinationApplication => {
            ("coordination_application.typ", include_str!("../../../templates/agreements/coordination_application.typ"))
        }
        Kind::CoordinationNotice => {
            ("coordination_notice.typ", include_str!("../../../templates/agreements/coordination_notice.typ"))
        }
        Kind::CoordinationAgreement => {
            ("coordination_agreement.typ", include_str!("../../../templates/agreements/coordination_agreement.typ"))
        }
        Kind::CoverageList => ("coverage_list.typ", include_str!("../../../templates/agreements/coverage_list.typ")),
        Kind::PlatformMemo => ("platform_memo.typ", include_str!("../../../templates/agreements/platform_memo.typ")),
    }
}

/// What each kind is set from, for the bundle: the shared library followed by the kind's own template.
pub fn templates() -> impl Iterator<Item = Template> {
    Kind::ALL.into_iter().map(|kind| {
        let (name, text) = file(kind);
        let bytes = [LIB.1.as_bytes(), text.as_bytes()].concat();
        Template { digest: Digest::sha256(&bytes), bytes, name }
    })
}

/// What names the template of a kind: plain SHA-256 of the library's bytes followed by the template's.
pub(crate) fn digest(kind: Kind) -> Digest {
    Digest::sha256(&[LIB.1.as_bytes(), file(kind).1.as_bytes()].concat())
}

/// Sources parsed once. File ids are a global table that never shrinks: fixed names only.
pub(crate) struct Sources {
    pub(crate) lib: Source,
    pub(crate) kinds: [Source; Kind::ALL.len()],
}

pub(crate) static SOURCES: LazyLock<Sources> = LazyLock::new(|| {
    let source = |(name, text): (&str, &str)| Source::new(file_id(&format!("/{name}")), text.to_owned());
    Sources { lib: source(LIB), kinds: Kind::ALL.map(|kind| source(file(kind))) }
});

/// The id of a fixed virtual path.
pub(crate) fn file_id(path: &str) -> FileId {
    #[expect(clippy::expect_used, reason = "called with literals of this crate only")]
    let path = VirtualPath::new(path).expect("a valid virtual path");
    RootedPath::new(VirtualRoot::Project, path).intern()
}
