//! One table of the checks that may be cited as rule ids, and what a failure of each means under each profile.
//!
//! Rule ids are these `CHK-…` ids, the keys of [`crate::deadline::DeadlineRule`], `WHO-<command>` for a wrong actor,
//! `STAGE-<command>` for a wrong stage, and [`OTHER_IDS`].

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::deadline::DeadlineRule;
use crate::rules::Profile;

/// Rule ids that are neither a check nor a deadline nor about actor or stage.
pub const OTHER_IDS: [&str; 3] = ["TEXT-CHANGED", "TIME-BACK", "CONFIRM-SAME-PERSON"];

/// What a check found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It holds.
    Pass,
    /// Worth a look; nothing follows from it.
    Amber,
    /// It does not hold.
    Fail,
    /// It cannot be checked: a figure is missing. Shown, never in the way.
    NoData,
}

/// What follows from a failed check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OnFail {
    /// The act is refused.
    Refuse,
    /// The act is recorded, adoption is not reached.
    NotAdopted,
    /// The act is recorded as a breach.
    Breach,
    /// A warning.
    Amber,
}

impl OnFail {
    /// The word in data: `refuse`, `not_adopted`, `breach`, `amber`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Refuse => "refuse",
            Self::NotAdopted => "not_adopted",
            Self::Breach => "breach",
            Self::Amber => "amber",
        }
    }
}

macro_rules! checks {
    ($($name:ident $id:literal $doc:literal,)*) => {
        /// A check. Written as its id, such as `CHK-REP-MIN`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Check {
            $(#[doc = $doc] $name,)*
        }

        impl Check {
            /// All checks.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The id, such as `CHK-REP-MIN`.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)*
                }
            }
        }
    };
}

checks! {
    RepMin "CHK-REP-MIN" "Enough representatives on a side (CC22 19, ZJ-CC 10).",
    RepScale5 "CHK-REP-SCALE5" "At least five above the statistical scale (ZJ-CC 10(1)).",
    RepParity "CHK-REP-PARITY" "Numbers of the two sides (CC22 19, ZJ-CC 10).",
    RepExt13 "CHK-REP-EXT13" "At most a third of outsiders (CC22 23, ZJ-CC 10(4)).",
    ChiefInternal "CHK-CHIEF-INTERNAL" "The chief is no outsider (CC22 23(2)).",
    ChiefDelegation "CHK-CHIEF-DELEGATION" "A chief by delegation has a written one (CC22 20, 21).",
    RepDual "CHK-REP-DUAL" "Nobody is on both sides (CC22 24, ZJ-CC 10(5)).",
    RepElected "CHK-REP-ELECTED" "Worker representatives were chosen as the rules ask (ZJ-CC 10(2)).",
    OfferFields "CHK-OFFER-FIELDS" "An offer is in writing with time, place, content (WN9 17, HZ 24).",
    ReplyDue "CHK-REPLY-DUE" "The reply is in time (CC22 32, ZJ-CC 7).",
    Disclose7d "CHK-DISCLOSE-7D" "Agenda, list and data are in time (ZJ-CC 16(2)).",
    MinutesSigned "CHK-MINUTES-SIGNED" "Both chiefs signed the minutes (ZJ-CC 16(3)).",
    SuspendConsent "CHK-SUSPEND-CONSENT" "Those who must agree to a suspension did (CC22 35, ZJ-CC 17).",
    Suspend60d "CHK-SUSPEND-60D" "A suspension is not too long (ZJ-DM 29(3), HZ 27).",
    Draft15wd "CHK-DRAFT-15WD" "The draft reaches the congress in time (ZJ-CC 24(1)).",
    Quorum23 "CHK-QUORUM-23" "Two thirds of all are present (CC22 36, ZJ-CC 24(2)).",
    MajorityAll "CHK-MAJORITY-ALL" "Enough of all voted yes (CC22 36, ZJ-CC 24(2)).",
    SecretBallot "CHK-SECRET-BALLOT" "The vote was secret (ZJ-DM 15(3)).",
    Resubmit5wd "CHK-RESUBMIT-5WD" "The amended draft is back in time (ZJ-CC 24(3)).",
    SignBoth "CHK-SIGN-BOTH" "Both chiefs signed (CC22 37, ZJ-CC 24(3)).",
    File "CHK-FILE" "The contract is filed in time (WN9 21, ZJ-CC 34).",
    Copies5 "CHK-COPIES-5" "Enough copies are filed (ZJ-CC 34).",
    Review15d "CHK-REVIEW-15D" "An objection is in time (LCL 54, ZJ-CC 34).",
    Publish5wd "CHK-PUBLISH-5WD" "The text is published in time (WN9 23, ZJ-CC 35).",
    UnionCopy "CHK-UNION-COPY" "The higher union has a copy (ZJ-CC 35).",
    Term13y "CHK-TERM-1-3Y" "The term is one to three years (CC22 38, ZJ-CC 30(1)).",
    WageItems "CHK-WAGE-ITEMS" "The contract says what it must (WN9 7, ZJ-CC 19(2)).",
    MinwageStrict "CHK-MINWAGE-STRICT" "Pay against the local minimum wage (LCL 55, ZJ-CC 5(3)).",
    OtMult "CHK-OT-MULT" "Overtime is paid at 150, 200 and 300 % at least (LL 44).",
    RealGrowth "CHK-REAL-GROWTH" "Pay grows more than prices.",
    Guideline "CHK-GUIDELINE" "Growth lies within the wage guideline (WN9 8).",
    GradeMonotone "CHK-GRADE-MONOTONE" "Allowances do not fall with the grade.",
    IndustryFloor "CHK-INDUSTRY-FLOOR" "Nothing is below the industry or regional contract (LCL 55, HZ 35, NB 32).",
    Uscc "CHK-USCC" "The unified social credit code is valid (GB 32100).",
    IdNo "CHK-IDNO" "The resident identity number is valid (GB 11643).",
    AnnualReport "CHK-ANNUAL-REPORT" "The congress was told once a year (ZJ-CC 37).",
    RenewWindow "CHK-RENEW-WINDOW" "Renewal is taken up in its window (CC22 38, ZJ-CC 30(3)).",
    RescindFile5wd "CHK-RESCIND-FILE-5WD" "A rescission is recorded in time (ZJ-CC 33).",
    Opinion15wd "CHK-OPINION-15WD" "An opinion is answered in time (ZJ-TULS 22).",
}

impl Check {
    /// What follows from a failure under a profile. For `CHK-REP-PARITY` outside the national profile a failure is an
    /// employer side larger than the worker side; a larger worker side is amber there.
    #[must_use]
    pub const fn on_fail(self, profile: Profile) -> OnFail {
        let zhejiang = match profile {
            Profile::Cn => false,
            Profile::Zj | Profile::Hz | Profile::Nb => true,
        };
        match self {
            Self::RepMin
            | Self::RepScale5
            | Self::RepParity
            | Self::RepExt13
            | Self::ChiefInternal
            | Self::ChiefDelegation
            | Self::RepDual
            | Self::RepElected
            | Self::OfferFields
            | Self::MinutesSigned
            | Self::SuspendConsent
            | Self::SecretBallot
            | Self::SignBoth
            | Self::MinwageStrict
            | Self::OtMult
            | Self::IndustryFloor
            | Self::Uscc
            | Self::IdNo => OnFail::Refuse,
            Self::WageItems if zhejiang => OnFail::Refuse,
            Self::Quorum23 | Self::MajorityAll => OnFail::NotAdopted,
            Self::ReplyDue
            | Self::Disclose7d
            | Self::Suspend60d
            | Self::Draft15wd
            | Self::Resubmit5wd
            | Self::File
            | Self::Copies5
            | Self::Review15d
            | Self::Publish5wd
            | Self::UnionCopy
            | Self::AnnualReport
            | Self::RescindFile5wd
            | Self::Opinion15wd => OnFail::Breach,
            Self::Term13y if zhejiang => OnFail::Breach,
            Self::Term13y
            | Self::WageItems
            | Self::RealGrowth
            | Self::Guideline
            | Self::GradeMonotone
            | Self::RenewWindow => OnFail::Amber,
        }
    }
}

impl Check {
    /// Whether the texts of a profile know the check: nothing is late that no text dates, nothing is too much that no text
    /// bounds. Where they don't, nothing follows ([`Check::on_fail`] says what would).
    #[must_use]
    pub const fn applies(self, profile: Profile) -> bool {
        match self {
            // ZJ-CC 10(1), ZJ-DM 29(3), ZJ-CC 24(1) and (3), ZJ-DM 15(3), ZJ-CC 35, 37, 33, ZJ-TULS 22: Zhejiang's own.
            Self::RepScale5
            | Self::Suspend60d
            | Self::Draft15wd
            | Self::Resubmit5wd
            | Self::SecretBallot
            | Self::UnionCopy
            | Self::AnnualReport
            | Self::RescindFile5wd
            | Self::Opinion15wd => match profile {
                Profile::Cn => false,
                Profile::Zj | Profile::Hz | Profile::Nb => true,
            },
            Self::RepMin
            | Self::RepParity
            | Self::RepExt13
            | Self::ChiefInternal
            | Self::ChiefDelegation
            | Self::RepDual
            | Self::RepElected
            | Self::OfferFields
            | Self::ReplyDue
            | Self::Disclose7d
            | Self::MinutesSigned
            | Self::SuspendConsent
            | Self::Quorum23
            | Self::MajorityAll
            | Self::SignBoth
            | Self::File
            | Self::Copies5
            | Self::Review15d
            | Self::Publish5wd
            | Self::Term13y
            | Self::WageItems
            | Self::MinwageStrict
            | Self::OtMult
            | Self::RealGrowth
            | Self::Guideline
            | Self::GradeMonotone
            | Self::IndustryFloor
            | Self::Uscc
            | Self::IdNo
            | Self::RenewWindow => true,
        }
    }
}

impl Check {
    /// The check that a late act under a deadline rule fails. The catalogue has none for a vacant seat, for announcing
    /// representatives, for coordination and for the length of the whole negotiation: there the rule's key is the id.
    #[must_use]
    pub const fn of(rule: DeadlineRule) -> Option<Self> {
        match rule {
            DeadlineRule::Reply => Some(Self::ReplyDue),
            DeadlineRule::Disclose(_) => Some(Self::Disclose7d),
            DeadlineRule::Suspend => Some(Self::Suspend60d),
            DeadlineRule::ToCongress => Some(Self::Draft15wd),
            DeadlineRule::Resubmit => Some(Self::Resubmit5wd),
            DeadlineRule::File | DeadlineRule::FileWage | DeadlineRule::FileOther => Some(Self::File),
            DeadlineRule::Review => Some(Self::Review15d),
            DeadlineRule::Publish => Some(Self::Publish5wd),
            DeadlineRule::RescindFile => Some(Self::RescindFile5wd),
            DeadlineRule::RenewOpen => Some(Self::RenewWindow),
            DeadlineRule::OpinionAnswer => Some(Self::Opinion15wd),
            DeadlineRule::AnnualReport => Some(Self::AnnualReport),
            DeadlineRule::VacancyFill | DeadlineRule::AnnounceReps | DeadlineRule::Coordinate | DeadlineRule::Total => {
                None
            }
        }
    }
}

impl fmt::Display for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// A text that names no check.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no check {found:?}")]
pub struct CheckError {
    /// The text as given.
    pub found: String,
}

impl FromStr for Check {
    type Err = CheckError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.iter().copied().find(|check| check.id() == text);
        found.ok_or_else(|| CheckError { found: text.to_owned() })
    }
}

impl Serialize for Check {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

impl<'de> Deserialize<'de> for Check {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl de::Visitor<'_> for Text {
            type Value = Check;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a check such as CHK-REP-MIN")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Check, E> {
                text.parse().map_err(|_| E::invalid_value(de::Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_str(Text)
    }
}
