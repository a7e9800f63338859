//! The rules of one place as dated data: one named field a duty, so that a missing one does not load.
//!
//! Four profiles: `CN` and, as overlays, `ZJ` on `CN`, `HZ` and `NB` on `ZJ`. An overlay replaces a rule whole; only
//! `reps` and `suspend` merge field by field. A duty that a profile does not have is there as `none` with its reason.

mod load;
mod parts;
mod period;
mod profile;
mod source;

use ledger::{Digest, canonical, purpose};
use messages::Said;
use serde::{Deserialize, Serialize};

pub use load::RulesError;
pub use parts::{
    AnnualReport, Comparison, Congress, Consent, Disclose, Disclosure, Election, Filing, FirstChair, Fraction, Half,
    IndustryPass, MinWage, OfferForm, Parity, Reps, Review, SuspendConsent, Suspension, TermYears, VoterBase, WageItem,
    WageItems,
};
pub use period::{Amber, Anchor, Direction, Kind, Pause, Period, Roll, Unit};
pub use profile::{Profile, ProfileError};
pub use source::Source;

use crate::citation::Citation;

/// A rule, or the reason why a profile has none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Rule<T> {
    /// The rule.
    Value(T),
    /// No such duty here.
    None {
        /// The articles that explain it.
        #[serde(default)]
        citation: Vec<Citation>,
        /// Why: a key of this crate's message file.
        reason: String,
    },
}

impl<T> Rule<T> {
    /// The rule, where there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::None { .. } => None,
        }
    }

    /// The rule, or the reason why there is none.
    ///
    /// # Errors
    /// The reason, to be said.
    pub fn get(&self) -> Result<&T, Said> {
        match self {
            Self::Value(value) => Ok(value),
            Self::None { reason, .. } => Err(Said::new(reason.clone())),
        }
    }
}

/// All rules of one profile after its overlays: the edition that a case keeps for life.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// The place.
    pub profile: Profile,
    /// Day of this edition of the data.
    #[serde(with = "crate::input::day")]
    pub edition: jiff::civil::Date,

    // deadlines
    /// Announce one's representatives (NB 10).
    pub announce_reps: Rule<Period>,
    /// The bureau coordinates a dispute (CC22 52, ZJ-CC 39).
    pub coordinate: Rule<Period>,
    /// What must be handed over before a meeting (WN9 18, ZJ-CC 16).
    pub disclose: Disclose,
    /// Any contract is filed (ZJ-CC 34).
    pub file: Rule<Filing>,
    /// Another contract than one on wages is filed (CC22 42).
    pub file_other: Rule<Filing>,
    /// A wage agreement is filed (WN9 21).
    pub file_wage: Rule<Filing>,
    /// The employer answers an opinion of the union (ZJ-TULS 22).
    pub opinion_answer: Rule<Period>,
    /// The employer publishes the text (WN9 23, ZJ-CC 35).
    pub publish: Rule<Period>,
    /// Talks about renewal open (WN9 24, CC22 38, ZJ-CC 30).
    pub renew_open: Rule<Period>,
    /// The other side replies to an offer (WN9 17, CC22 32, ZJ-CC 7).
    pub reply: Rule<Period>,
    /// The employer records a rescission (ZJ-CC 33).
    pub rescind_file: Rule<Period>,
    /// A rejected draft goes to the congress again (ZJ-CC 24(3)).
    pub resubmit: Rule<Period>,
    /// The bureau reviews; silence has effect (LCL 54, ZJ-CC 34).
    pub review: Rule<Review>,
    /// Talks are suspended (CC22 35, ZJ-CC 17, ZJ-DM 29).
    pub suspend: Suspension,
    /// The draft goes to the congress (ZJ-CC 24(1)).
    pub to_congress: Rule<Period>,
    /// The whole negotiation ends (HZ 29, NB 16).
    pub total: Rule<Period>,
    /// A vacant seat is filled (CC22 31).
    pub vacancy_fill: Rule<Period>,

    // everything else
    /// Reports to the congress (ZJ-CC 37).
    pub annual_report: Rule<AnnualReport>,
    /// Quorum and majority of the congress (CC22 36, ZJ-CC 24(2)).
    pub congress: Congress,
    /// Who chairs the first meeting (NB 16).
    pub first_chair: Rule<FirstChair>,
    /// Adoption of an industry or regional contract (ZJ-CC 29).
    pub industry_pass: Rule<IndustryPass>,
    /// The contract's pay against the local minimum (LCL 55, ZJ-CC 5(3)).
    pub min_wage: MinWage,
    /// What an offer and a reply must say (WN9 17, HZ 24).
    pub offer_form: OfferForm,
    /// Numbers and choice of the representatives (CC22 19–23, ZJ-CC 10).
    pub reps: Reps,
    /// Years that a contract may run (CC22 38, ZJ-CC 30).
    pub term_years: TermYears,
    /// What a wage contract must say (WN9 7, ZJ-CC 19).
    pub wage_items: WageItems,
}

impl Rules {
    /// The rules that ship with this crate.
    ///
    /// # Errors
    /// Only where the shipped data is damaged.
    pub fn builtin(profile: Profile) -> Result<Self, RulesError> {
        load::builtin(profile)
    }

    /// Rules from profile files in TOML, the base first; each overlay goes over what stands before it.
    ///
    /// # Errors
    /// Syntax, an unknown or missing rule, a wrong value; with file, place, found and expected.
    pub fn from_toml(files: &[(&str, &str)]) -> Result<Self, RulesError> {
        load::overlay(files)
    }

    /// Rules as a bundle carries them.
    ///
    /// # Errors
    /// Syntax, an unknown or missing rule, a wrong value.
    pub fn from_json(bytes: &[u8]) -> Result<Self, RulesError> {
        load::from_json(bytes)
    }

    /// Canonical JSON (RFC 8785): the bytes that a bundle carries.
    #[must_use]
    #[expect(clippy::expect_used, reason = "rules are texts and small integers with ASCII keys: always canonical")]
    pub fn to_json(&self) -> Vec<u8> {
        canonical::to_vec(self).expect("rules are canonical")
    }

    /// The hash that records carry: SHA-256 of the purpose string and [`Rules::to_json`]. Compute once and keep it.
    #[must_use]
    pub fn hash(&self) -> Digest {
        Digest::of(purpose::RULES, &self.to_json())
    }

    /// Whether the other side's data is due without being asked for (NB 17).
    #[must_use]
    pub fn data_always(&self) -> bool {
        self.disclose.data.value().is_some_and(|disclosure| !disclosure.on_request)
    }
}
