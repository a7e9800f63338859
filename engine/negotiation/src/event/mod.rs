//! Events: what an accepted command changed. Names are versioned; a stored event is a contract and must replay for ever.

mod bargaining;
mod coverage;
mod dated;
mod duties;
mod ending;
mod life;
mod mending;
mod people;
mod remedy;
mod slips;
mod talks;

pub use bargaining::{
    AgreementReached, CaseOpened, DataRequested, Disclosed, DraftInitialled, DraftTabled, MinutesConfirmed,
    MinutesConfirmedBy, OfferAnswered, OfferDelivered, OfferIssued, PlatformAccepted, PositionAccepted, PositionTabled,
    RepsAnnounced, RepsRegistered, SessionClosed, SessionOpened, SessionScheduled,
};
pub use coverage::{CoverageAdded, CoverageConfirmed, CoverageFixed, CoverageWithdrawn, EmployerVoted, TalksReopened};
pub(crate) use dated::days;
pub use duties::{BreachRecorded, BreachWithdrawn, DutyLapsed, DutyMet, DutyOpened, DutyRecomputed, DutyVoided};
pub use ending::{
    AgreementSigned, CopiedToHigherUnion, DraftVoted, Filed, FilingRegistered, FilingReturned, NoObjectionIssued,
    Objected, OpinionServed, Published, QuorumMissed, SignedBy, SubmittedToCongress, TookEffect,
};
pub use life::{
    AgreementEnded, AgreementRescinded, ChildEnded, ChildOpened, ConditionCame, InspectionRecorded,
    NonPerformanceSettled, NonPerformanceStated, PerformanceReported, RescissionRecorded,
};
pub use mending::{
    CheckNoted, Corrected, CorrectionProposed, DatasetsAdopted, DocumentRecorded, EffectWithdrawn, NoticeReported,
    PaperConfirmed, PaperEntered,
};
pub use people::{ConductReported, RepReplaced, RepVacated, TreatmentReported};
pub use remedy::{
    CaseClosed, LetterReceived, OfferRefused, OpinionAnswered, OpinionSent, OrderRecorded, ProposalSent,
    RectificationSent, ReminderSent, SignatureRefused, Withdrawn,
};
pub use slips::{
    EffectRedated, EndRedated, EndWithdrawn, RescissionRedated, RunOutWithdrawn, SlipMended, SlipProposed,
};
pub use talks::{
    CoordinationAccepted, CoordinationAgreed, CoordinationApplied, CoordinationExtended, CoordinationFailed,
    CoordinationTakenBack, PackageAccepted, PackageTabled, SuspensionDeclined, SuspensionEnded, SuspensionProposed,
    SuspensionRanOut, SuspensionWithdrawn, TalksResumed, TalksSuspended,
};

use law::input::{Tree, Unreadable};
use serde::de::Error as _;
use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::command::RecordVote;
use crate::named::{Unread, payload};

macro_rules! events {
    ($($(#[$doc:meta])* $variant:ident $(: $payload:ty)? = $name:literal),+ $(,)?) => {
        /// Something that happened in a case. In records: `{"name":"offer_issued.v1","with":{…}}`.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Event {
            $($(#[$doc])* $variant(payload!($variant $($payload)?))),+
        }

        impl Event {
            /// All names, each with its version.
            pub const NAMES: &'static [&'static str] = &[$($name),+];

            /// The name, with its version.
            #[must_use]
            pub const fn name(&self) -> &'static str {
                match self { $(Self::$variant(_) => $name),+ }
            }

            fn write<S: SerializeStruct>(&self, out: &mut S) -> Result<(), S::Error> {
                match self { $(Self::$variant(with) => out.serialize_field("with", with)),+ }
            }

            fn read(name: &str, with: Tree) -> Option<Result<Self, Unreadable>> {
                match name {
                    $($name => Some(with.read().map(Self::$variant)),)+
                    _ => None,
                }
            }
        }
    };
}

events! {
    /// The agreement is no longer in force.
    AgreementEnded = "agreement_ended.v1",
    /// A chief initialled the draft and with it agreement was reached.
    AgreementReached = "agreement_reached.v1",
    /// Both chiefs have signed an agreement to rescind.
    AgreementRescinded = "agreement_rescinded.v1",
    /// Both chiefs have signed.
    AgreementSigned = "agreement_signed.v1",
    /// Somebody is in default.
    BreachRecorded = "breach_recorded.v1",
    /// A recorded default didn't hold.
    BreachWithdrawn = "breach_withdrawn.v1",
    /// The case was opened.
    CaseOpened: Box<CaseOpened> = "case_opened.v1",
    /// A check that doesn't stop the act was not passed.
    CheckNoted = "check_noted.v1",
    /// The bureau took a dispute up.
    CoordinationAccepted = "coordination_accepted.v1",
    /// The bureau's coordination brought an agreement.
    CoordinationAgreed = "coordination_agreed.v1",
    /// The bureau is asked to coordinate, or steps in.
    CoordinationApplied = "coordination_applied.v1",
    /// The bureau gave itself more time.
    CoordinationExtended = "coordination_extended.v1",
    /// The bureau's coordination brought no agreement.
    CoordinationFailed = "coordination_failed.v1",
    /// The talks go on without the bureau.
    CoordinationTakenBack = "coordination_taken_back.v1",
    /// A representative's conduct was complained of.
    ConductReported = "conduct_reported.v1",
    /// A case that hangs on this one ended.
    ChildEnded = "child_ended.v1",
    /// A case that hangs on this one was opened.
    ChildOpened = "child_opened.v1",
    /// The condition that the agreement names for its end came.
    ConditionCame = "condition_came.v1",
    /// The higher union has the text.
    CopiedToHigherUnion = "copied_to_higher_union.v1",
    /// A recorded fact was corrected.
    Corrected = "corrected.v1",
    /// A correction was proposed.
    CorrectionProposed = "correction_proposed.v1",
    /// An employer was put on the coverage list.
    CoverageAdded = "coverage_added.v1",
    /// An employer confirmed that it will be bound.
    CoverageConfirmed = "coverage_confirmed.v1",
    /// Whom the signed agreement binds.
    CoverageFixed = "coverage_fixed.v1",
    /// An employer left the coverage list.
    CoverageWithdrawn = "coverage_withdrawn.v1",
    /// Data were asked for.
    DataRequested = "data_requested.v1",
    /// Data sets were adopted.
    DatasetsAdopted = "datasets_adopted.v1",
    /// Something was disclosed.
    Disclosed = "disclosed.v1",
    /// A document was made.
    DocumentRecorded = "document_recorded.v1",
    /// The congress adopted the draft.
    DraftAdopted: DraftVoted = "draft_adopted.v1",
    /// A chief initialled the draft.
    DraftInitialled = "draft_initialled.v1",
    /// The congress rejected the draft.
    DraftRejected: DraftVoted = "draft_rejected.v1",
    /// A full text is on the table.
    DraftTabled = "draft_tabled.v1",
    /// A period ended in silence, which has effect.
    DutyLapsed = "duty_lapsed.v1",
    /// A duty was met.
    DutyMet = "duty_met.v1",
    /// Somebody owes something by a date.
    DutyOpened = "duty_opened.v1",
    /// A duty has other dates now.
    DutyRecomputed = "duty_recomputed.v1",
    /// A duty no longer binds.
    DutyVoided = "duty_voided.v1",
    /// A correction moved the beginning of force.
    EffectRedated = "effect_redated.v1",
    /// The effect of a lapse was withdrawn.
    EffectWithdrawn = "effect_withdrawn.v1",
    /// A correction moved the end of an agreement.
    EndRedated = "end_redated.v1",
    /// A correction showed that the end of an agreement hasn't come.
    EndWithdrawn = "end_withdrawn.v1",
    /// The own congress of a covered employer voted.
    EmployerVoted = "employer_voted.v1",
    /// The agreement was filed.
    Filed = "filed.v1",
    /// The bureau registered the filing.
    FilingRegistered = "filing_registered.v1",
    /// The bureau returned the filing.
    FilingReturned = "filing_returned.v1",
    /// The joint committee looked how the agreement is kept.
    InspectionRecorded = "inspection_recorded.v1",
    /// Both chiefs have confirmed the minutes of a session.
    MinutesConfirmed = "minutes_confirmed.v1",
    /// One chief confirmed the minutes of a session.
    MinutesConfirmedBy = "minutes_confirmed_by.v1",
    /// The bureau gave a no-objection opinion.
    NoObjectionIssued = "no_objection_issued.v1",
    /// A stated breach of the agreement ended.
    NonPerformanceSettled = "non_performance_settled.v1",
    /// The union stated a breach of the agreement.
    NonPerformanceStated = "non_performance_stated.v1",
    /// A carrier reported what became of a message.
    NoticeReported = "notice_reported.v1",
    /// The bureau objected.
    Objected = "objected.v1",
    /// The offer was answered.
    OfferAnswered = "offer_answered.v1",
    /// The offer was received.
    OfferDelivered = "offer_delivered.v1",
    /// The offer was issued.
    OfferIssued = "offer_issued.v1",
    /// The opinion reached a side.
    OpinionServed = "opinion_served.v1",
    /// A side accepted the other's package.
    PackageAccepted = "package_accepted.v1",
    /// A side put a package on the table.
    PackageTabled = "package_tabled.v1",
    /// An act done on paper counts.
    PaperConfirmed = "paper_confirmed.v1",
    /// An act done on paper was entered.
    PaperEntered = "paper_entered.v1",
    /// The congress heard how the agreement is kept.
    PerformanceReported = "performance_reported.v1",
    /// A side accepted the platform.
    PlatformAccepted = "platform_accepted.v1",
    /// A side accepted the other's position on a clause.
    PositionAccepted = "position_accepted.v1",
    /// A side put a position on the table.
    PositionTabled = "position_tabled.v1",
    /// A side published the text.
    Published = "published.v1",
    /// Too few were present at the vote.
    QuorumMissed = "quorum_missed.v1",
    /// A new representative, or a new chief, took another's place.
    RepReplaced = "rep_replaced.v1",
    /// A representative's place is vacant.
    RepVacated = "rep_vacated.v1",
    /// A side announced its representatives.
    RepsAnnounced = "reps_announced.v1",
    /// A side registered its representatives.
    RepsRegistered = "reps_registered.v1",
    /// The bureau has the rescission on record.
    RescissionRecorded = "rescission_recorded.v1",
    /// A correction moved the day of a rescission.
    RescissionRedated = "rescission_redated.v1",
    /// A correction showed that a suspension hasn't run out.
    RunOutWithdrawn = "run_out_withdrawn.v1",
    /// A session was closed.
    SessionClosed = "session_closed.v1",
    /// A session was opened.
    SessionOpened = "session_opened.v1",
    /// The next session has a day.
    SessionScheduled = "session_scheduled.v1",
    /// A chief signed.
    SignedBy = "signed_by.v1",
    /// Both chiefs mended a slip in the text.
    SlipMended = "slip_mended.v1",
    /// A chief proposed to mend a slip in the text.
    SlipProposed: Box<SlipProposed> = "slip_proposed.v1",
    /// The draft went to the congress.
    SubmittedToCongress = "submitted_to_congress.v1",
    /// A side declined to suspend the talks.
    SuspensionDeclined = "suspension_declined.v1",
    /// A suspension ended because the bureau was asked.
    SuspensionEnded = "suspension_ended.v1",
    /// A side proposed to suspend the talks.
    SuspensionProposed = "suspension_proposed.v1",
    /// A suspension lasted as long as it may.
    SuspensionRanOut = "suspension_ran_out.v1",
    /// A side took its proposal to suspend back.
    SuspensionWithdrawn = "suspension_withdrawn.v1",
    /// The talks go on.
    TalksResumed = "talks_resumed.v1",
    /// The talks are suspended.
    TalksSuspended = "talks_suspended.v1",
    /// A draft that an employer's own congress rejected goes back to the table.
    TalksReopened = "talks_reopened.v1",
    /// The agreement is in force.
    TookEffect = "took_effect.v1",
    /// The negotiation ended without an agreement.
    CaseClosed = "case_closed.v1",
    /// An opinion was received, or its receipt was refused.
    LetterReceived = "letter_received.v1",
    /// The offer was refused.
    OfferRefused = "offer_refused.v1",
    /// The employer answered an opinion.
    OpinionAnswered = "opinion_answered.v1",
    /// The union sent an opinion.
    OpinionSent = "opinion_sent.v1",
    /// The bureau decided on what a letter complains of.
    OrderRecorded = "order_recorded.v1",
    /// The federation turned to the bureau.
    ProposalSent = "proposal_sent.v1",
    /// The federation demanded a correction.
    RectificationSent = "rectification_sent.v1",
    /// The union reminded the employer.
    ReminderSent = "reminder_sent.v1",
    /// A chief refused to sign.
    SignatureRefused = "signature_refused.v1",
    /// A side gave the negotiation up.
    Withdrawn = "withdrawn.v1",
    /// What an employer did to a worker representative was reported.
    TreatmentReported = "treatment_reported.v1",
}

impl Serialize for Event {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Event", 2)?;
        out.serialize_field("name", self.name())?;
        self.write(&mut out)?;
        out.end()
    }
}

impl<'de> Deserialize<'de> for Event {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let unread = Unread::deserialize(deserializer)?;
        Self::read(&unread.name, unread.with)
            .ok_or_else(|| D::Error::custom(format!("no event has the name `{}`", unread.name)))?
            .map_err(D::Error::custom)
    }
}

impl Event {
    /// The protocol of a vote that counts from now on, whether it was recorded at once or confirmed from paper.
    #[must_use]
    pub const fn vote(&self) -> Option<&RecordVote> {
        if let Self::DraftAdopted(voted) | Self::DraftRejected(voted) = self {
            Some(&voted.vote)
        } else if let Self::QuorumMissed(missed) = self {
            Some(&missed.vote)
        } else if let Self::EmployerVoted(voted) = self {
            Some(&voted.vote)
        } else {
            None
        }
    }
}
