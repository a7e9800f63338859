//! The typed data of each paper. What stands here is all that a template sees.

mod agreement;
mod common;
mod congress;
mod filing;
mod minutes;
mod offer;
mod paper;
mod response;
mod review;
mod vote;

pub use agreement::{AgreementParts, AmountSource, Runs, WageAgreement};
pub use common::{
    BoundAmount, Chief, Employer, Head, Header, Meeting, Parties, Representative, Side, SignMethod, Signatures, Signed,
    Union,
};
pub use congress::CongressResolution;
pub use filing::{Contact, Filed, FilingForm, FilingKind, Headcount, Material, RepresentativeCount, WageFigures};
pub use minutes::{Attendant, Minutes, Position, PositionOutcome};
pub use offer::{Delivery, OfferBasis, OfferLetter, ReplyPeriod, Topic};
pub(crate) use paper::Paper;
pub use response::{Answer, OfferRef, RecorderProposal, Response, TopicAnswer};
pub use review::{Objection, ReviewOpinion, ReviewResult, ReviewScope};
pub use vote::{Body, MajorityRule, Outcome, Vote};
