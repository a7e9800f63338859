//! Rules that are more than a period, or no period at all.

use serde::{Deserialize, Serialize};

use super::{Period, Rule, Source};

/// A share of a whole, such as one third.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fraction {
    /// Below the line; not zero.
    pub denominator: u32,
    /// Above the line.
    pub numerator: u32,
}

impl Fraction {
    /// Whether `part` of `whole` is at least this share (以上 includes the number, CIV 1259).
    #[must_use]
    pub fn is_reached(self, part: u32, whole: u32) -> bool {
        u64::from(part) * u64::from(self.denominator) >= u64::from(whole) * u64::from(self.numerator)
    }

    /// The largest whole number that is not more than this share of `whole`.
    #[must_use]
    pub fn floor_of(self, whole: u32) -> u32 {
        let share = u64::from(whole) * u64::from(self.numerator) / u64::from(self.denominator).max(1);
        u32::try_from(share).unwrap_or(u32::MAX)
    }
}

/// Whether exactly half is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Half {
    /// 半数以上: half is enough (CIV 1259).
    Inclusive,
    /// 过半数: more than half.
    Strict,
}

impl Half {
    /// Whether `yes` of `total` carry a motion. The denominator is everybody, never only those present.
    #[must_use]
    pub fn is_reached(self, yes: u32, total: u32) -> bool {
        let twice = u64::from(yes) * 2;
        match self {
            Self::Inclusive => total > 0 && twice >= u64::from(total),
            Self::Strict => twice > u64::from(total),
        }
    }
}

/// What must be handed over before a meeting, item by item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disclose {
    /// The agenda.
    pub agenda: Rule<Disclosure>,
    /// True information and material.
    pub data: Rule<Disclosure>,
    /// The negotiation plan.
    pub plan: Rule<Disclosure>,
    /// The list of attending representatives.
    pub rep_list: Rule<Disclosure>,
}

/// One item to be handed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disclosure {
    /// Whether both sides owe it; otherwise the side that is asked, or that calls the meeting.
    pub both_sides: bool,
    /// Whether it is owed only when asked for.
    pub on_request: bool,
    /// By when.
    pub period: Period,
}

/// Filing with the labour bureau.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filing {
    /// Copies of the text to hand in.
    pub copies: u8,
    /// By when.
    pub period: Period,
}

/// Review by the labour bureau.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// Whether silence means effect.
    pub deemed: bool,
    /// By when.
    pub period: Period,
}

/// Suspension of the talks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suspension {
    /// How long at most.
    pub cap: Rule<Period>,
    /// Who must agree.
    pub consent: Consent,
    /// Whether all suspensions of a case count together.
    pub cumulative: bool,
    /// Whether the length must be stated when suspending.
    pub state_length: bool,
}

/// Who must agree to a suspension, and where that stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consent {
    /// Where it stands.
    pub source: Source,
    /// Who.
    pub who: SuspendConsent,
}

/// Who must agree to a suspension.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SuspendConsent {
    /// Both sides.
    Both,
    /// The worker side must agree; the employer's agreement is put on record.
    WorkerRequiredEmployerRecorded,
}

/// Numbers and choice of representatives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reps {
    /// Whether an outsider may be chief.
    pub chief_external: bool,
    /// Whether the employer side may not be larger than the worker side.
    pub employer_not_more_than_worker: bool,
    /// Largest share of outsiders on a side.
    pub ext_max: Fraction,
    /// Most representatives on a side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u8>,
    /// Fewest representatives on a side.
    pub min: u8,
    /// Fewest on a side of an enterprise above the statistical scale (规模以上).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_above_scale: Option<u8>,
    /// What unequal numbers mean.
    pub parity: Parity,
    /// Where it stands.
    pub source: Source,
    /// How worker representatives are chosen where there is a union.
    pub with_union: Election,
    /// How worker representatives are chosen where there is none.
    pub without_union: Election,
}

/// What unequal numbers of representatives mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Parity {
    /// The numbers must be equal.
    Equal,
    /// More on the worker side is a warning only.
    Warn,
}

/// How worker representatives are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Election {
    /// The union appoints them.
    AppointedByUnion,
    /// The congress, or all workers, elect them.
    ElectedByCongress,
    /// Put forward by the workers and approved by a share of a body.
    Approved {
        /// The share.
        half: Half,
        /// Of whom.
        of: VoterBase,
    },
}

/// Of whom a share is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VoterBase {
    /// All workers.
    AllWorkers,
    /// All delegates of the congress, or all workers.
    AllDelegatesOrAllWorkers,
}

/// Quorum and majority of the congress.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Congress {
    /// Majority of all delegates or workers.
    pub pass: Half,
    /// Share of all delegates or workers that must be present.
    pub quorum: Fraction,
    /// Whether the text asks for a secret ballot.
    pub secret: bool,
    /// Where it stands.
    pub source: Source,
}

/// Adoption of an industry or regional contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndustryPass {
    /// Majority of all delegates or workers.
    pub pass: Half,
    /// Where it stands.
    pub source: Source,
}

/// The contract's pay against the local minimum wage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinWage {
    /// How they must compare.
    pub compare: Comparison,
    /// Where it stands.
    pub source: Source,
}

/// How two amounts must compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    /// 不低于: at least.
    AtLeast,
    /// 高于: more than.
    MoreThan,
}

impl Comparison {
    /// Whether `value` meets `floor`.
    #[must_use]
    pub fn holds<T: PartialOrd + Copy>(self, value: T, floor: T) -> bool {
        match self {
            Self::AtLeast => value >= floor,
            Self::MoreThan => value > floor,
        }
    }
}

/// Years that a contract may run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TermYears {
    /// Most years.
    pub max: u8,
    /// Fewest years.
    pub min: u8,
    /// Whether the text says "normally" only (一般).
    pub soft: bool,
    /// Where it stands.
    pub source: Source,
}

/// Reports on performance to the congress.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnnualReport {
    /// At least so many a year.
    pub per_year: u8,
    /// The year, from the eve of its first day.
    pub period: Period,
}

/// Who chairs the first meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirstChair {
    /// Whether it is the chief of the side that made the offer.
    pub offering_side: bool,
    /// Where it stands.
    pub source: Source,
}

/// What an offer and a reply must say beyond being in writing with time, place and content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfferForm {
    /// Whether the offer must name the offering side's representatives.
    pub must_name_reps: bool,
    /// Whether the reply must settle time, place and content as the offer does.
    pub reply_form_required: bool,
    /// Where it stands.
    pub source: Source,
}

/// What a wage contract must say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WageItems {
    /// The items, in the order of the text.
    pub items: Vec<WageItem>,
    /// Whether the text commands them (应当); otherwise it lists what is usual (一般).
    pub required: bool,
    /// Where it stands.
    pub source: Source,
}

/// An item of a wage contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WageItem {
    /// Labour quota and piece rate. May be declared not applicable where there is no such work.
    LabourQuota,
    /// Distribution system, wage standard, form and the contract's own minimum wage.
    Distribution,
    /// Yearly average wage of each post and its adjustment.
    AverageWage,
    /// How wages are paid.
    Payment,
    /// Overtime pay, allowances, bonuses.
    OvertimeAllowanceBonus,
    /// How wages are adjusted.
    Adjustment,
    /// Pay in probation, sick leave and leave for private affairs.
    LeavePay,
    /// Pay in special circumstances.
    SpecialPay,
    /// Term of the contract.
    Term,
    /// How the contract is changed or ended by agreement.
    Change,
    /// When the contract ends.
    End,
    /// Liability for breach.
    Liability,
}
