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

use serde::{Deserialize, Serialize};

use crate::command::RecordVote;

/// Something that happened in a case. In records: `{"name":"offer_issued.v1","with":{…}}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "name", content = "with")]
pub enum Event {
    /// The agreement is no longer in force.
    #[serde(rename = "agreement_ended.v1")]
    AgreementEnded(AgreementEnded),
    /// A chief initialled the draft and with it agreement was reached.
    #[serde(rename = "agreement_reached.v1")]
    AgreementReached(AgreementReached),
    /// Both chiefs have signed an agreement to rescind.
    #[serde(rename = "agreement_rescinded.v1")]
    AgreementRescinded(AgreementRescinded),
    /// Both chiefs have signed.
    #[serde(rename = "agreement_signed.v1")]
    AgreementSigned(AgreementSigned),
    /// Somebody is in default.
    #[serde(rename = "breach_recorded.v1")]
    BreachRecorded(BreachRecorded),
    /// A recorded default didn't hold.
    #[serde(rename = "breach_withdrawn.v1")]
    BreachWithdrawn(BreachWithdrawn),
    /// The case was opened.
    #[serde(rename = "case_opened.v1")]
    CaseOpened(Box<CaseOpened>),
    /// A check that doesn't stop the act was not passed.
    #[serde(rename = "check_noted.v1")]
    CheckNoted(CheckNoted),
    /// The bureau took a dispute up.
    #[serde(rename = "coordination_accepted.v1")]
    CoordinationAccepted(CoordinationAccepted),
    /// The bureau's coordination brought an agreement.
    #[serde(rename = "coordination_agreed.v1")]
    CoordinationAgreed(CoordinationAgreed),
    /// The bureau is asked to coordinate, or steps in.
    #[serde(rename = "coordination_applied.v1")]
    CoordinationApplied(CoordinationApplied),
    /// The bureau gave itself more time.
    #[serde(rename = "coordination_extended.v1")]
    CoordinationExtended(CoordinationExtended),
    /// The bureau's coordination brought no agreement.
    #[serde(rename = "coordination_failed.v1")]
    CoordinationFailed(CoordinationFailed),
    /// The talks go on without the bureau.
    #[serde(rename = "coordination_taken_back.v1")]
    CoordinationTakenBack(CoordinationTakenBack),
    /// A representative's conduct was complained of.
    #[serde(rename = "conduct_reported.v1")]
    ConductReported(ConductReported),
    /// A case that hangs on this one ended.
    #[serde(rename = "child_ended.v1")]
    ChildEnded(ChildEnded),
    /// A case that hangs on this one was opened.
    #[serde(rename = "child_opened.v1")]
    ChildOpened(ChildOpened),
    /// The condition that the agreement names for its end came.
    #[serde(rename = "condition_came.v1")]
    ConditionCame(ConditionCame),
    /// The higher union has the text.
    #[serde(rename = "copied_to_higher_union.v1")]
    CopiedToHigherUnion(CopiedToHigherUnion),
    /// A recorded fact was corrected.
    #[serde(rename = "corrected.v1")]
    Corrected(Corrected),
    /// A correction was proposed.
    #[serde(rename = "correction_proposed.v1")]
    CorrectionProposed(CorrectionProposed),
    /// An employer was put on the coverage list.
    #[serde(rename = "coverage_added.v1")]
    CoverageAdded(CoverageAdded),
    /// An employer confirmed that it will be bound.
    #[serde(rename = "coverage_confirmed.v1")]
    CoverageConfirmed(CoverageConfirmed),
    /// Whom the signed agreement binds.
    #[serde(rename = "coverage_fixed.v1")]
    CoverageFixed(CoverageFixed),
    /// An employer left the coverage list.
    #[serde(rename = "coverage_withdrawn.v1")]
    CoverageWithdrawn(CoverageWithdrawn),
    /// Data were asked for.
    #[serde(rename = "data_requested.v1")]
    DataRequested(DataRequested),
    /// Data sets were adopted.
    #[serde(rename = "datasets_adopted.v1")]
    DatasetsAdopted(DatasetsAdopted),
    /// Something was disclosed.
    #[serde(rename = "disclosed.v1")]
    Disclosed(Disclosed),
    /// A document was made.
    #[serde(rename = "document_recorded.v1")]
    DocumentRecorded(DocumentRecorded),
    /// The congress adopted the draft.
    #[serde(rename = "draft_adopted.v1")]
    DraftAdopted(DraftVoted),
    /// A chief initialled the draft.
    #[serde(rename = "draft_initialled.v1")]
    DraftInitialled(DraftInitialled),
    /// The congress rejected the draft.
    #[serde(rename = "draft_rejected.v1")]
    DraftRejected(DraftVoted),
    /// A full text is on the table.
    #[serde(rename = "draft_tabled.v1")]
    DraftTabled(DraftTabled),
    /// A period ended in silence, which has effect.
    #[serde(rename = "duty_lapsed.v1")]
    DutyLapsed(DutyLapsed),
    /// A duty was met.
    #[serde(rename = "duty_met.v1")]
    DutyMet(DutyMet),
    /// Somebody owes something by a date.
    #[serde(rename = "duty_opened.v1")]
    DutyOpened(DutyOpened),
    /// A duty has other dates now.
    #[serde(rename = "duty_recomputed.v1")]
    DutyRecomputed(DutyRecomputed),
    /// A duty no longer binds.
    #[serde(rename = "duty_voided.v1")]
    DutyVoided(DutyVoided),
    /// A correction moved the beginning of force.
    #[serde(rename = "effect_redated.v1")]
    EffectRedated(EffectRedated),
    /// The effect of a lapse was withdrawn.
    #[serde(rename = "effect_withdrawn.v1")]
    EffectWithdrawn(EffectWithdrawn),
    /// A correction moved the end of an agreement.
    #[serde(rename = "end_redated.v1")]
    EndRedated(EndRedated),
    /// A correction showed that the end of an agreement hasn't come.
    #[serde(rename = "end_withdrawn.v1")]
    EndWithdrawn(EndWithdrawn),
    /// The own congress of a covered employer voted.
    #[serde(rename = "employer_voted.v1")]
    EmployerVoted(EmployerVoted),
    /// The agreement was filed.
    #[serde(rename = "filed.v1")]
    Filed(Filed),
    /// The bureau registered the filing.
    #[serde(rename = "filing_registered.v1")]
    FilingRegistered(FilingRegistered),
    /// The bureau returned the filing.
    #[serde(rename = "filing_returned.v1")]
    FilingReturned(FilingReturned),
    /// The joint committee looked how the agreement is kept.
    #[serde(rename = "inspection_recorded.v1")]
    InspectionRecorded(InspectionRecorded),
    /// Both chiefs have confirmed the minutes of a session.
    #[serde(rename = "minutes_confirmed.v1")]
    MinutesConfirmed(MinutesConfirmed),
    /// One chief confirmed the minutes of a session.
    #[serde(rename = "minutes_confirmed_by.v1")]
    MinutesConfirmedBy(MinutesConfirmedBy),
    /// The bureau gave a no-objection opinion.
    #[serde(rename = "no_objection_issued.v1")]
    NoObjectionIssued(NoObjectionIssued),
    /// A stated breach of the agreement ended.
    #[serde(rename = "non_performance_settled.v1")]
    NonPerformanceSettled(NonPerformanceSettled),
    /// The union stated a breach of the agreement.
    #[serde(rename = "non_performance_stated.v1")]
    NonPerformanceStated(NonPerformanceStated),
    /// A carrier reported what became of a message.
    #[serde(rename = "notice_reported.v1")]
    NoticeReported(NoticeReported),
    /// The bureau objected.
    #[serde(rename = "objected.v1")]
    Objected(Objected),
    /// The offer was answered.
    #[serde(rename = "offer_answered.v1")]
    OfferAnswered(OfferAnswered),
    /// The offer was received.
    #[serde(rename = "offer_delivered.v1")]
    OfferDelivered(OfferDelivered),
    /// The offer was issued.
    #[serde(rename = "offer_issued.v1")]
    OfferIssued(OfferIssued),
    /// The opinion reached a side.
    #[serde(rename = "opinion_served.v1")]
    OpinionServed(OpinionServed),
    /// A side accepted the other's package.
    #[serde(rename = "package_accepted.v1")]
    PackageAccepted(PackageAccepted),
    /// A side put a package on the table.
    #[serde(rename = "package_tabled.v1")]
    PackageTabled(PackageTabled),
    /// An act done on paper counts.
    #[serde(rename = "paper_confirmed.v1")]
    PaperConfirmed(PaperConfirmed),
    /// An act done on paper was entered.
    #[serde(rename = "paper_entered.v1")]
    PaperEntered(PaperEntered),
    /// The congress heard how the agreement is kept.
    #[serde(rename = "performance_reported.v1")]
    PerformanceReported(PerformanceReported),
    /// A side accepted the platform.
    #[serde(rename = "platform_accepted.v1")]
    PlatformAccepted(PlatformAccepted),
    /// A side accepted the other's position on a clause.
    #[serde(rename = "position_accepted.v1")]
    PositionAccepted(PositionAccepted),
    /// A side put a position on the table.
    #[serde(rename = "position_tabled.v1")]
    PositionTabled(PositionTabled),
    /// A side published the text.
    #[serde(rename = "published.v1")]
    Published(Published),
    /// Too few were present at the vote.
    #[serde(rename = "quorum_missed.v1")]
    QuorumMissed(QuorumMissed),
    /// A new representative, or a new chief, took another's place.
    #[serde(rename = "rep_replaced.v1")]
    RepReplaced(RepReplaced),
    /// A representative's place is vacant.
    #[serde(rename = "rep_vacated.v1")]
    RepVacated(RepVacated),
    /// A side announced its representatives.
    #[serde(rename = "reps_announced.v1")]
    RepsAnnounced(RepsAnnounced),
    /// A side registered its representatives.
    #[serde(rename = "reps_registered.v1")]
    RepsRegistered(RepsRegistered),
    /// The bureau has the rescission on record.
    #[serde(rename = "rescission_recorded.v1")]
    RescissionRecorded(RescissionRecorded),
    /// A correction moved the day of a rescission.
    #[serde(rename = "rescission_redated.v1")]
    RescissionRedated(RescissionRedated),
    /// A correction showed that a suspension hasn't run out.
    #[serde(rename = "run_out_withdrawn.v1")]
    RunOutWithdrawn(RunOutWithdrawn),
    /// A session was closed.
    #[serde(rename = "session_closed.v1")]
    SessionClosed(SessionClosed),
    /// A session was opened.
    #[serde(rename = "session_opened.v1")]
    SessionOpened(SessionOpened),
    /// The next session has a day.
    #[serde(rename = "session_scheduled.v1")]
    SessionScheduled(SessionScheduled),
    /// A chief signed.
    #[serde(rename = "signed_by.v1")]
    SignedBy(SignedBy),
    /// Both chiefs mended a slip in the text.
    #[serde(rename = "slip_mended.v1")]
    SlipMended(SlipMended),
    /// A chief proposed to mend a slip in the text.
    #[serde(rename = "slip_proposed.v1")]
    SlipProposed(Box<SlipProposed>),
    /// The draft went to the congress.
    #[serde(rename = "submitted_to_congress.v1")]
    SubmittedToCongress(SubmittedToCongress),
    /// A side declined to suspend the talks.
    #[serde(rename = "suspension_declined.v1")]
    SuspensionDeclined(SuspensionDeclined),
    /// A suspension ended because the bureau was asked.
    #[serde(rename = "suspension_ended.v1")]
    SuspensionEnded(SuspensionEnded),
    /// A side proposed to suspend the talks.
    #[serde(rename = "suspension_proposed.v1")]
    SuspensionProposed(SuspensionProposed),
    /// A suspension lasted as long as it may.
    #[serde(rename = "suspension_ran_out.v1")]
    SuspensionRanOut(SuspensionRanOut),
    /// A side took its proposal to suspend back.
    #[serde(rename = "suspension_withdrawn.v1")]
    SuspensionWithdrawn(SuspensionWithdrawn),
    /// The talks go on.
    #[serde(rename = "talks_resumed.v1")]
    TalksResumed(TalksResumed),
    /// The talks are suspended.
    #[serde(rename = "talks_suspended.v1")]
    TalksSuspended(TalksSuspended),
    /// A draft that an employer's own congress rejected goes back to the table.
    #[serde(rename = "talks_reopened.v1")]
    TalksReopened(TalksReopened),
    /// The agreement is in force.
    #[serde(rename = "took_effect.v1")]
    TookEffect(TookEffect),
    /// The negotiation ended without an agreement.
    #[serde(rename = "case_closed.v1")]
    CaseClosed(CaseClosed),
    /// An opinion was received, or its receipt was refused.
    #[serde(rename = "letter_received.v1")]
    LetterReceived(LetterReceived),
    /// The offer was refused.
    #[serde(rename = "offer_refused.v1")]
    OfferRefused(OfferRefused),
    /// The employer answered an opinion.
    #[serde(rename = "opinion_answered.v1")]
    OpinionAnswered(OpinionAnswered),
    /// The union sent an opinion.
    #[serde(rename = "opinion_sent.v1")]
    OpinionSent(OpinionSent),
    /// The bureau decided on what a letter complains of.
    #[serde(rename = "order_recorded.v1")]
    OrderRecorded(OrderRecorded),
    /// The federation turned to the bureau.
    #[serde(rename = "proposal_sent.v1")]
    ProposalSent(ProposalSent),
    /// The federation demanded a correction.
    #[serde(rename = "rectification_sent.v1")]
    RectificationSent(RectificationSent),
    /// The union reminded the employer.
    #[serde(rename = "reminder_sent.v1")]
    ReminderSent(ReminderSent),
    /// A chief refused to sign.
    #[serde(rename = "signature_refused.v1")]
    SignatureRefused(SignatureRefused),
    /// A side gave the negotiation up.
    #[serde(rename = "withdrawn.v1")]
    Withdrawn(Withdrawn),
    /// What an employer did to a worker representative was reported.
    #[serde(rename = "treatment_reported.v1")]
    TreatmentReported(TreatmentReported),
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
