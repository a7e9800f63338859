//! Acts whose day is a fact of its own kind: what a correction of that day names.

use serde::{Deserialize, Serialize};

/// Declares the acts with the names that records give them.
macro_rules! dated {
    ($($(#[$doc:meta])* $variant:ident = $name:literal),+ $(,)?) => {
        /// An act with a day. Days that several things hang on (receipt, answer, signature, filing, service, vote) have
        /// facts of their own in [`super::FactChange`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum DatedAct {
            $($(#[$doc])* $variant),+
        }

        impl DatedAct {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name in records and message keys.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }
    };
}

dated! {
    /// A side accepted the platform.
    PlatformAccepted = "platform_accepted",
    /// A side registered its representatives.
    RepsRegistered = "reps_registered",
    /// A side's representatives, or one of them, were elected or named.
    RepsElected = "reps_elected",
    /// A side announced its representatives.
    RepsAnnounced = "reps_announced",
    /// A representative's place fell vacant.
    RepVacated = "rep_vacated",
    /// Somebody took a representative's place.
    RepReplaced = "rep_replaced",
    /// A representative's conduct was complained of.
    ConductReported = "conduct_reported",
    /// What an employer did to a worker representative was done.
    TreatmentReported = "treatment_reported",
    /// The offer was issued.
    OfferIssued = "offer_issued",
    /// The offer was refused.
    OfferRefused = "offer_refused",
    /// Data were asked for.
    DataRequested = "data_requested",
    /// Something was disclosed.
    Disclosed = "disclosed",
    /// A chief confirmed minutes.
    MinutesConfirmedBy = "minutes_confirmed_by",
    /// A chief initialled the draft.
    DraftInitialled = "draft_initialled",
    /// The second chief initialled the draft.
    AgreementReached = "agreement_reached",
    /// The draft went to the congress.
    SubmittedToCongress = "submitted_to_congress",
    /// Too few were present at a vote.
    QuorumMissed = "quorum_missed",
    /// A chief refused to sign.
    SignatureRefused = "signature_refused",
    /// The bureau returned the filing.
    FilingReturned = "filing_returned",
    /// The bureau registered the filing.
    FilingRegistered = "filing_registered",
    /// The bureau issued its opinion, with objections or without.
    OpinionIssued = "opinion_issued",
    /// The higher union got the text.
    CopiedToHigherUnion = "copied_to_higher_union",
    /// An employer was put on the coverage list.
    CoverageAdded = "coverage_added",
    /// An employer confirmed that it will be bound.
    CoverageConfirmed = "coverage_confirmed",
    /// An employer left the coverage list.
    CoverageWithdrawn = "coverage_withdrawn",
    /// A draft that an employer's own congress rejected went back to the table.
    TalksReopened = "talks_reopened",
    /// A side proposed to suspend the talks.
    SuspensionProposed = "suspension_proposed",
    /// A side declined to suspend the talks.
    SuspensionDeclined = "suspension_declined",
    /// A side took its proposal to suspend back.
    SuspensionWithdrawn = "suspension_withdrawn",
    /// The bureau was asked to coordinate, or stepped in.
    CoordinationApplied = "coordination_applied",
    /// The bureau gave itself more time.
    CoordinationExtended = "coordination_extended",
    /// Coordination brought an agreement.
    CoordinationAgreed = "coordination_agreed",
    /// Coordination brought none.
    CoordinationFailed = "coordination_failed",
    /// The talks went on without the bureau.
    CoordinationTakenBack = "coordination_taken_back",
    /// The union reminded the employer.
    ReminderSent = "reminder_sent",
    /// The union sent an opinion.
    OpinionSent = "opinion_sent",
    /// The employer answered an opinion.
    OpinionAnswered = "opinion_answered",
    /// The federation demanded a correction.
    RectificationSent = "rectification_sent",
    /// The federation turned to the bureau.
    ProposalSent = "proposal_sent",
    /// The bureau decided on what a letter complains of.
    OrderRecorded = "order_recorded",
    /// A side gave the negotiation up.
    Withdrawn = "withdrawn",
    /// The joint committee inspected.
    InspectionRecorded = "inspection_recorded",
    /// The congress heard how the agreement is kept.
    PerformanceReported = "performance_reported",
    /// The union stated a breach of the agreement.
    NonPerformanceStated = "non_performance_stated",
    /// A stated breach ended.
    NonPerformanceSettled = "non_performance_settled",
    /// The condition that ends the agreement came.
    ConditionCame = "condition_came",
    /// The bureau had the rescission on record.
    RescissionRecorded = "rescission_recorded",
    /// Both chiefs mended a slip in the text.
    SlipMended = "slip_mended",
}
