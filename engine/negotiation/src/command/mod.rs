//! Commands: what somebody asks the case to do, nested by section of the statute.
//!
//! In records, scenarios and rule ids a command is `{"name":"issue_offer","with":{…}}` with the flat name of the
//! statute's table; the nesting is Rust only, so that a stage's file can refuse a whole section in one arm.

mod acceptance;
mod change;
mod congress;
mod correction;
mod coverage;
mod dated;
mod delegation;
mod disclosure;
mod dispute;
mod draft;
mod fact;
mod filing;
mod offer;
mod opening;
mod paper;
mod performance;
mod publication;
mod review;
mod session;
mod signature;
mod supervision;
mod suspension;
mod system;

pub use acceptance::{AcceptPlatform, AcceptanceCommand};
pub use change::{
    ChangeCommand, ChildKind, Ground, NoteChildEnded, NoteChildOpened, Parent, RecordRescission, Withdraw,
};
pub use congress::{CongressCommand, CongressForm, ListCount, OnlineBallot, RecordVote, SubmitToCongress};
pub use correction::{ConfirmCorrection, ConfirmSlip, CorrectionCommand, ProposeCorrection, ProposeSlip};
pub use coverage::{
    AddCoverage, Association, ConfirmCoverage, CoverageCommand, CoveredEmployer, ReopenTalks, WithdrawCoverage,
};
pub use dated::DatedAct;
pub use delegation::{
    AnnounceReps, ConductFault, DelegationCommand, DismissalCause, Member, RecordVacancy, RegisterReps, ReplaceRep,
    ReportConduct, ReportTreatment, Selection, SelectionMethod, Sex, Treatment, VacancyCause,
};
pub use disclosure::{Disclose, DisclosureCommand, DisclosureItem, RequestData};
pub use dispute::{
    AcceptCoordination, ApplyCoordination, DisputeCommand, DisputeItem, ExtendCoordination,
    RecordCoordinationAgreement, RecordCoordinationFailure,
};
pub use draft::{DraftCommand, InitialDraft, TableDraft};
pub use fact::{Ballots, FactChange};
pub use filing::{File, FilingCommand, RegisterFiling, ReturnFiling};
pub use offer::{Answer, IssueOffer, OfferBasis, OfferCommand, RecordDelivery, RefuseOffer, Reply, Topic};
pub use opening::{EmployerParty, OpenCase, OpeningCommand, Scope, UnionParty, UnionProposal};
pub use paper::{ConfirmPaper, EnterPaper, PaperCommand};
pub use performance::{
    BreachOutcome, ClauseFinding, EndOnCondition, KeptStatus, PerformanceCommand, RecordBreach, RecordInspection,
    ReportPerformance, SettleBreach,
};
pub use publication::{CopyToHigherUnion, PublicationCommand, Publish};
pub use review::{IssueNoObjection, Object, ObjectionGround, ObjectionItem, RecordService, ReviewCommand, Service};
pub use session::{
    AcceptPackage, AcceptPosition, CloseSession, ConfirmMinutes, OpenSession, PackageItem, ScheduleSession,
    SessionCommand, TablePackage, TablePosition,
};
pub use signature::{RefuseToSign, Sign, SignatureCommand, SigningMethod};
pub use supervision::{
    AnswerOpinion, Grievance, OrderDecision, ProposalBasis, ProposalTrigger, RecordLetterReceipt, RecordOrder,
    SendOpinion, SendProposal, SendRectification, SendReminder, SupervisionCommand,
};
pub use suspension::{ProposeSuspension, Resume, Suspend, SuspensionCommand};
pub use system::{
    AdoptDataset, DocumentKind, FontUse, NoticeOutcome, NoticeWay, RecordDocument, RecordNotice, StrikeClock,
    SystemCommand,
};

use law::input::{Tree, Unreadable};
use serde::de::Error as _;
use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::named::Unread;

/// Declares the commands of one section: `Variant = "flat_name"` holds the struct `Variant`; `Variant: Type = …` a type.
macro_rules! section {
    ($(#[$doc:meta])* $section:ident { $($variant:ident $(: $payload:ty)? = $name:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $section {
            $(#[doc = concat!("`", $name, "`")] $variant(crate::named::payload!($variant $($payload)?))),+
        }

        impl $section {
            /// The flat names of the section's commands.
            pub const NAMES: &'static [&'static str] = &[$($name),+];

            /// The flat name of the command.
            #[must_use]
            pub const fn name(&self) -> &'static str {
                match self { $(Self::$variant(_) => $name),+ }
            }

            /// The command of this name; what was given, where no command of the section has it.
            pub(super) fn read(
                name: &str,
                with: law::input::Tree,
            ) -> Result<Result<Self, law::input::Unreadable>, law::input::Tree> {
                match name {
                    $($name => Ok(with.read().map(Self::$variant)),)+
                    _ => Err(with),
                }
            }

            pub(super) fn write<S: serde::ser::SerializeStruct>(&self, out: &mut S) -> Result<(), S::Error> {
                match self { $(Self::$variant(with) => out.serialize_field("with", with)),+ }
            }
        }
    };
}
use section;

/// A command of any section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Opening a case.
    Opening(OpeningCommand),
    /// Coverage of a sector, region or platform agreement.
    Coverage(CoverageCommand),
    /// Accepting the platform.
    Acceptance(AcceptanceCommand),
    /// Offer and reply.
    Offer(OfferCommand),
    /// Representatives.
    Delegation(DelegationCommand),
    /// Agenda, lists, data.
    Disclosure(DisclosureCommand),
    /// Sessions, positions, minutes.
    Session(SessionCommand),
    /// The draft.
    Draft(DraftCommand),
    /// The workers' congress.
    Congress(CongressCommand),
    /// Signing.
    Signature(SignatureCommand),
    /// Filing with the bureau.
    Filing(FilingCommand),
    /// The bureau's review.
    Review(ReviewCommand),
    /// Publication and copies.
    Publication(PublicationCommand),
    /// Letters of supervision and orders.
    Supervision(SupervisionCommand),
    /// Suspension and resumption.
    Suspension(SuspensionCommand),
    /// Coordination by the bureau.
    Dispute(DisputeCommand),
    /// Performance and end.
    Performance(PerformanceCommand),
    /// Withdrawal, and what a case learns of its child cases.
    Change(ChangeCommand),
    /// Acts done on paper.
    Paper(PaperCommand),
    /// Corrections of recorded facts.
    Correction(CorrectionCommand),
    /// The program's own acts.
    System(SystemCommand),
}

macro_rules! each_section {
    ($self:ident, $section:ident => $body:expr) => {
        match $self {
            Command::Opening($section) => $body,
            Command::Coverage($section) => $body,
            Command::Acceptance($section) => $body,
            Command::Offer($section) => $body,
            Command::Delegation($section) => $body,
            Command::Disclosure($section) => $body,
            Command::Session($section) => $body,
            Command::Draft($section) => $body,
            Command::Congress($section) => $body,
            Command::Signature($section) => $body,
            Command::Filing($section) => $body,
            Command::Review($section) => $body,
            Command::Publication($section) => $body,
            Command::Supervision($section) => $body,
            Command::Suspension($section) => $body,
            Command::Dispute($section) => $body,
            Command::Performance($section) => $body,
            Command::Change($section) => $body,
            Command::Paper($section) => $body,
            Command::Correction($section) => $body,
            Command::System($section) => $body,
        }
    };
}

impl Command {
    /// The flat name.
    #[must_use]
    pub fn name(&self) -> &'static str {
        each_section!(self, section => section.name())
    }

    /// All flat names.
    pub fn names() -> impl Iterator<Item = &'static str> {
        [
            OpeningCommand::NAMES,
            CoverageCommand::NAMES,
            AcceptanceCommand::NAMES,
            OfferCommand::NAMES,
            DelegationCommand::NAMES,
            DisclosureCommand::NAMES,
            SessionCommand::NAMES,
            DraftCommand::NAMES,
            CongressCommand::NAMES,
            SignatureCommand::NAMES,
            FilingCommand::NAMES,
            ReviewCommand::NAMES,
            PublicationCommand::NAMES,
            SupervisionCommand::NAMES,
            SuspensionCommand::NAMES,
            DisputeCommand::NAMES,
            PerformanceCommand::NAMES,
            ChangeCommand::NAMES,
            PaperCommand::NAMES,
            CorrectionCommand::NAMES,
            SystemCommand::NAMES,
        ]
        .into_iter()
        .flatten()
        .copied()
    }

    /// Reads the command of this name from its arguments; `None` where no command has the name.
    ///
    /// # Errors
    /// An unknown key, a missing one, a wrong type; with the place.
    #[must_use]
    pub fn read(name: &str, with: Tree) -> Option<Result<Self, Unreadable>> {
        OpeningCommand::read(name, with)
            .map(|read| read.map(Self::Opening))
            .or_else(|with| CoverageCommand::read(name, with).map(|read| read.map(Self::Coverage)))
            .or_else(|with| AcceptanceCommand::read(name, with).map(|read| read.map(Self::Acceptance)))
            .or_else(|with| OfferCommand::read(name, with).map(|read| read.map(Self::Offer)))
            .or_else(|with| DelegationCommand::read(name, with).map(|read| read.map(Self::Delegation)))
            .or_else(|with| DisclosureCommand::read(name, with).map(|read| read.map(Self::Disclosure)))
            .or_else(|with| SessionCommand::read(name, with).map(|read| read.map(Self::Session)))
            .or_else(|with| DraftCommand::read(name, with).map(|read| read.map(Self::Draft)))
            .or_else(|with| CongressCommand::read(name, with).map(|read| read.map(Self::Congress)))
            .or_else(|with| SignatureCommand::read(name, with).map(|read| read.map(Self::Signature)))
            .or_else(|with| FilingCommand::read(name, with).map(|read| read.map(Self::Filing)))
            .or_else(|with| ReviewCommand::read(name, with).map(|read| read.map(Self::Review)))
            .or_else(|with| PublicationCommand::read(name, with).map(|read| read.map(Self::Publication)))
            .or_else(|with| SupervisionCommand::read(name, with).map(|read| read.map(Self::Supervision)))
            .or_else(|with| SuspensionCommand::read(name, with).map(|read| read.map(Self::Suspension)))
            .or_else(|with| DisputeCommand::read(name, with).map(|read| read.map(Self::Dispute)))
            .or_else(|with| PerformanceCommand::read(name, with).map(|read| read.map(Self::Performance)))
            .or_else(|with| ChangeCommand::read(name, with).map(|read| read.map(Self::Change)))
            .or_else(|with| PaperCommand::read(name, with).map(|read| read.map(Self::Paper)))
            .or_else(|with| CorrectionCommand::read(name, with).map(|read| read.map(Self::Correction)))
            .or_else(|with| SystemCommand::read(name, with).map(|read| read.map(Self::System)))
            .ok()
    }
}

impl Serialize for Command {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Command", 2)?;
        out.serialize_field("name", self.name())?;
        each_section!(self, section => section.write(&mut out))?;
        out.end()
    }
}

impl<'de> Deserialize<'de> for Command {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let unread = Unread::deserialize(deserializer)?;
        Self::read(&unread.name, unread.with)
            .ok_or_else(|| D::Error::custom(format!("no command has the name `{}`", unread.name)))?
            .map_err(D::Error::custom)
    }
}

/// Left out of canonical bytes where it isn't so.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands out a reference")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}
