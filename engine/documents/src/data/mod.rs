//! The typed data of each paper. What stands here is all that a template sees.

mod agreement;
mod agreement_ref;
mod change;
mod common;
mod congress;
mod coordination_agreement;
mod coordination_application;
mod coordination_notice;
mod coverage;
mod expiry;
mod filing;
mod minutes;
mod offer;
mod opinion;
mod paper;
mod performance;
mod platform;
mod proposal;
mod publication;
mod receipt;
mod reminder;
mod response;
mod review;
mod union_copy;
mod vote;

pub use agreement::{AgreementParts, AmountSource, Runs, WageAgreement};
pub use agreement_ref::AgreementRef;
pub use change::{ChangeApplication, ChangeForm, ChangeGround, ChangeKind, ChangedClause};
pub use common::{
    BoundAmount, Chief, Employer, Head, Header, Meeting, Parties, Representative, Side, SignMethod, Signatures, Signed,
    Union,
};
pub use congress::CongressResolution;
pub use coordination_agreement::{CoordinationAgreement, CoordinationOutcome, Coordinator};
pub use coordination_application::{Applicant, CoordinationApplication, DisputeItem};
pub use coordination_notice::{ApplicationRef, CoordinationNotice, NoticeForm};
pub use coverage::{Adoption, CoverageList, CoveredFirm, Mandate, SectorLevel};
pub use expiry::{ExpiryNotice, RenewalStep};
pub use filing::{Contact, Filed, FilingForm, FilingKind, Headcount, Material, RepresentativeCount, WageFigures};
pub use minutes::{Attendant, Minutes, Position, PositionOutcome};
pub use offer::{Delivery, OfferBasis, OfferLetter, ReplyPeriod, Topic};
pub use opinion::{BreachFinding, Inquiry, OpinionForm, OpinionLetter};
pub(crate) use paper::Paper;
pub use performance::{ClausePerformance, PayrollSample, PerformanceKind, PerformanceReport, PerformanceStatus};
pub use platform::{AlgorithmItem, Insurance, PlatformForm, PlatformMemo, PlatformTopic, PriceUnit, UnitPrice};
pub use proposal::{PriorLetter, ProposalLetter, ProposalName, ProposalTrigger};
pub use publication::{Effect, EffectBasis, KeyFigure, PublicationNotice, Publisher};
pub use receipt::FilingReceipt;
pub use reminder::ReminderLetter;
pub use response::{Answer, OfferRef, RecorderProposal, Response, TopicAnswer};
pub use review::{Objection, ReviewOpinion, ReviewResult, ReviewScope};
pub use union_copy::UnionCopy;
pub use vote::{Body, MajorityRule, Outcome, Vote};
