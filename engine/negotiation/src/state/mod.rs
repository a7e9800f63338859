//! What a case is now: the fold of its events.

mod coverage;
mod days;
mod delegation;
mod duties;
mod duty;
mod finish;
mod mending;
mod parts;
pub mod protection;
mod remedy;
mod stage;
mod table;
mod talks;

pub use coverage::{BoundEmployer, Coverage, Covered, EmployerVote};
pub use days::RecordedDay;
pub use delegation::{DataRequest, Delegation, DisclosureRecord, Seat, Vacancy};
pub use duties::Duties;
pub use duty::{Duty, DutyDates, DutyStatus, Owner};
pub use finish::{
    Breach, Child, CloseReason, Closed, Disputed, EndReason, Ended, Pause, Recorded, Refused, Rescinded, Rested,
    Settled, Suspended,
};
pub use mending::{OfferDays, PaperEntry, PendingCorrection, PendingSlip, TextLink};
pub use remedy::{Letter, LetterAnswer, LetterKind, Order, Receipt, Remedies, SignRefusal};
pub use stage::{
    Adopted, AgreedText, AwaitingReply, Congress, Draft, Drafted, Effect, EffectBasis, Effective, FilingState,
    ObjectedFiling, Offer, Offered, Opinion, Preparing, Renegotiating, Route, SignatureMark, Signed, Stage, Vote,
};
pub use table::{Position, Session, Table, TentativeClause};
pub use talks::{Package, PackageStatus, SuspensionProposal};

use std::sync::Arc;

use law::Date;
use law::dataset::DatasetHashes;
use law::time::Moment;

use crate::actor::Sides;
use crate::command::{OpenCase, RecordDocument, Scope};

/// A negotiation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Negotiation {
    /// When each side accepted the platform inside the case.
    pub acceptances: Sides<Option<Moment>>,
    /// Clauses that the union says aren't kept, in order.
    pub breaches: Vec<Breach>,
    /// Cases that hang on this one, in order.
    pub children: Vec<Child>,
    /// Corrections proposed, in order; confirmed ones are marked.
    pub corrections: Vec<PendingCorrection>,
    /// Employers that the agreement is to cover, where they are several.
    pub coverage: Coverage,
    /// Data sets that apply.
    pub datasets: DatasetHashes,
    /// Days of acts that have no place of their own here, as recorded or corrected, in order.
    pub days: Vec<RecordedDay>,
    /// Registered representatives. Shared: a list seldom changes.
    pub delegations: Sides<Option<Arc<Delegation>>>,
    /// What was disclosed.
    pub disclosures: Vec<DisclosureRecord>,
    /// Documents made.
    pub documents: Vec<RecordDocument>,
    /// All duties that ever arose, in order.
    pub duties: Duties,
    /// Parties, profile, scope, with corrections applied. Shared: it hardly ever changes.
    pub header: Arc<OpenCase>,
    /// Day of the next session.
    pub meeting_on: Option<Date>,
    /// The days of offer, receipt and answer.
    pub offer_days: OfferDays,
    /// When the case was opened.
    pub opened_at: Moment,
    /// Entries of acts on paper, in order.
    pub papers: Vec<PaperEntry>,
    /// Letters of supervision, orders, refusals to sign.
    pub remedies: Remedies,
    /// Suspensions, in order; at most the last one runs.
    pub pauses: Vec<Pause>,
    /// What was asked to be disclosed, by number from 1.
    pub requests: Vec<DataRequest>,
    /// Sessions, in order.
    pub sessions: Vec<Session>,
    /// Slips of the pen that were proposed to be mended, in order; mended ones are marked.
    pub slips: Vec<PendingSlip>,
    /// Where the case stands.
    pub stage: Stage,
    /// A proposal to suspend the talks that waits for its answer.
    pub suspension: Option<SuspensionProposal>,
    /// Asks and offers by clause.
    pub table: Table,
    /// Mended texts, each with the one it took the place of.
    pub text_links: Vec<TextLink>,
}

impl Negotiation {
    /// The flat name of the stage.
    #[must_use]
    pub const fn stage_name(&self) -> &'static str {
        self.stage.name()
    }

    /// Parties, profile and scope.
    #[must_use]
    pub fn header(&self) -> &OpenCase {
        &self.header
    }

    /// The same, to be corrected.
    pub(crate) fn header_mut(&mut self) -> &mut OpenCase {
        Arc::make_mut(&mut self.header)
    }

    /// Whether several employers are bound at once, so that the rules for sectors and regions apply (ZJ-CC 25–29).
    #[must_use]
    pub fn is_wide(&self) -> bool {
        match self.header.scope {
            Scope::Enterprise => false,
            Scope::Sector | Scope::Region => true,
            Scope::Platform => self.header.association.is_some() || !self.coverage.employers.is_empty(),
        }
    }

    /// All duties that ever arose, in order.
    #[must_use]
    pub const fn duties(&self) -> &Duties {
        &self.duties
    }

    /// The duty with this id.
    #[must_use]
    pub fn duty(&self, id: &str) -> Option<&Duty> {
        self.duties.iter().find(|duty| duty.id == id)
    }

    /// The open session, if there is one.
    #[must_use]
    pub fn open_session(&self) -> Option<&Session> {
        self.sessions.last().filter(|session| session.closed.is_none())
    }
}
