//! Offer (要约) and reply (应约): WN9 17, ZJ-CC 7–8, CC22 32, HZ 24.

use law::Date;
use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::{ChildKind, section};

section! {
    /// Offer and reply.
    OfferCommand {
        IssueOffer = "issue_offer",
        RecordDelivery = "record_delivery",
        Reply = "reply",
        RefuseOffer = "refuse_offer",
    }
}

/// Issues the written offer. To a party that accepted the platform inbox it is delivered in the same act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IssueOffer {
    /// Why now.
    pub basis: OfferBasis,
    /// Proposed day of the first meeting.
    pub meeting_on: Date,
    /// Proposed place.
    pub place: String,
    /// What is to be negotiated.
    pub topics: Vec<Topic>,
}

/// Why an offer is made now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfferBasis {
    /// The yearly wage negotiation (ZJ-CC 19, WN9 24).
    Annual,
    /// The agreement in force is about to expire (ZJ-CC 30, WN9 24).
    Renewal,
    /// The wage guideline was raised within the year (ZJ-CC 20(1)); the workers' side.
    GuidelineRaised,
    /// Urban consumer prices rose within the year (ZJ-CC 20(1)); the workers' side.
    PricesRisen,
    /// Profit or productivity grew (HZ 13) or another case that a rule of state or province names.
    OtherTrigger,
    /// Great difficulty of the employer, who proposes a plan to adjust wages (ZJ-CC 20(2)).
    Hardship,
    /// A change of the agreement in force (ZJ-CC 31–33).
    Amendment,
    /// The end of the agreement in force before its time (ZJ-CC 31–33).
    Rescission,
}

impl OfferBasis {
    /// The name in records and message keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Annual => "annual",
            Self::Renewal => "renewal",
            Self::GuidelineRaised => "guideline_raised",
            Self::PricesRisen => "prices_risen",
            Self::OtherTrigger => "other_trigger",
            Self::Hardship => "hardship",
            Self::Amendment => "amendment",
            Self::Rescission => "rescission",
        }
    }

    /// Whether an offer may rest on this in a case that hangs on one in force for a purpose, or in one that hangs on none. A
    /// change may also rest on an in-year trigger (ZJ-CC 20), a renewal on the yearly negotiation (ZJ-CC 19, WN9 24).
    #[must_use]
    pub fn fits(self, kind: Option<ChildKind>) -> bool {
        match self {
            Self::Amendment => kind == Some(ChildKind::Amendment),
            Self::GuidelineRaised | Self::PricesRisen | Self::OtherTrigger | Self::Hardship => {
                kind.is_none_or(|kind| kind == ChildKind::Amendment)
            }
            Self::Renewal | Self::Annual => kind.is_none_or(|kind| kind == ChildKind::Renewal),
            Self::Rescission => kind == Some(ChildKind::Rescission),
        }
    }
}

/// One topic of an offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// What is asked for.
    pub demand: String,
    /// A few words.
    pub title: String,
}

/// Records the receipt of an offer that was served off the platform.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordDelivery {
    /// How it was served.
    pub means: String,
    /// SHA-256 of the scanned receipt.
    pub proof: Digest,
    /// Day of receipt.
    pub received_on: Date,
}

/// Answers the offer in writing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reply {
    /// The answer.
    pub answer: Answer,
    /// What the answering side says to the topics.
    pub content: String,
    /// Agreed day of the first meeting.
    pub meeting_on: Date,
    /// Agreed place.
    pub place: String,
}

/// Refuses to negotiate, in writing. ZJ-CC 7 knows no just reason; CC22 32(2) does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefuseOffer {
    /// The reason given.
    pub reason: String,
}

/// The answer to an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// The side agrees to negotiate.
    Accept,
}
