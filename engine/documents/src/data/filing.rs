//! D16, the filing form with its explanation (报送审查表; ZJ-CC 34, CC22 42, WN9 21).

use law::Date;
use law::money::{BasisPoints, Fen};
use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::{Header, Parties, Runs, Signed, Vote};

/// The filing form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilingForm {
    /// Title of the agreement.
    pub agreement: String,
    /// The vote that adopted it.
    pub congress: Vote,
    /// Whom to ask.
    pub contact: Contact,
    /// Copies of the text.
    pub copies: u32,
    /// Explanation, in paragraphs: how representatives were chosen, how it went, how the last agreement was kept.
    pub explanation: Vec<String>,
    /// Day of filing, and the last day for it.
    pub filed: Filed,
    /// First, renewed, changed, or again after an objection.
    pub filing: FilingKind,
    /// Heads.
    pub headcount: Headcount,
    /// Head of the paper.
    pub header: Header,
    /// What is handed in.
    pub materials: Vec<Material>,
    /// The bureau.
    pub office: String,
    /// The sides.
    pub parties: Parties,
    /// How many representatives: employer, worker.
    pub representatives: RepresentativeCount,
    /// From when to when the agreement runs, where it names days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub runs: Option<Runs>,
    /// Signature of who files, where given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signed>,
    /// Day on which the second chief signed.
    #[serde(with = "law::input::day")]
    pub signed_on: Date,
    /// How long the agreement runs, in words.
    pub term: String,
    /// Digest of the terms.
    pub terms_digest: Digest,
    /// Key figures.
    pub wages: WageFigures,
}

/// What kind of filing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FilingKind {
    /// 首次签订
    First,
    /// 续订
    Renewal,
    /// 变更
    Amendment,
    /// 修改后重新报送
    Refiling,
}

/// Day of filing and the last day for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filed {
    /// Last day.
    #[serde(with = "law::input::day")]
    pub due: Date,
    /// Day of filing.
    #[serde(with = "law::input::day")]
    pub on: Date,
}

/// Heads that the agreement covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Headcount {
    /// Women.
    pub female: u32,
    /// Men.
    pub male: u32,
    /// All.
    pub total: u32,
}

/// How many representatives bargained.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RepresentativeCount {
    /// For the employer.
    pub employer: u32,
    /// For the workers.
    pub worker: u32,
}

/// Key figures of the agreement; what isn't known is left out and printed so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WageFigures {
    /// Average monthly wage under the agreement, fen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub average_after: Option<Fen>,
    /// Average monthly wage before, fen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub average_before: Option<Fen>,
    /// Lowest monthly wage under the agreement, fen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lowest: Option<Fen>,
    /// Minimum wage of the place, fen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<Fen>,
    /// Rise of the average, basis points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rise: Option<BasisPoints>,
}

/// Whom to ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Name.
    pub name: String,
    /// Telephone.
    pub phone: String,
}

/// A paper that is handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Material {
    /// How many.
    pub copies: u32,
    /// SHA-256 of the paper's file, where the case has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<Digest>,
    /// What.
    pub name: String,
    /// Remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Whether it is there.
    pub provided: bool,
}
