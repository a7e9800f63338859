//! Whom an agreement of a sector, a region or a platform covers: LCL 53, ZJ-CC 9, 12, 25–29, HZ 31–35, NB 27–32.

use ledger::Digest;
use serde::{Deserialize, Serialize};

use super::section;

section! {
    /// Coverage of a sector, region or platform agreement.
    CoverageCommand {
        AddCoverage = "add_coverage",
        ConfirmCoverage = "confirm_coverage",
        WithdrawCoverage = "withdraw_coverage",
        ReopenTalks = "reopen_talks",
    }
}

/// Who stands for the employers of a sector, region or platform (ZJ-CC 12, ZJ-DM 30, HZ 34).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Association {
    /// 行业协会
    Association,
    /// 商会
    Chamber,
    /// 企业联合会、企业家协会
    Entrepreneurs,
    /// 工商业联合会
    Federation,
    /// 没有组织：各企业推举或者授权
    Employers,
}

/// An employer on the coverage list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoveredEmployer {
    /// Dissolved or deregistered: it can't be a party any more (CC22 44).
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub dissolved: bool,
    /// Women among the workers, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub female: Option<u32>,
    /// Workers, at least 1.
    pub headcount: u32,
    /// Short id within the case: lowercase ASCII letters, digits and hyphens, 1 to 40 characters.
    pub key: String,
    /// Registered name.
    pub name: String,
    /// It has a union of its own.
    #[serde(default, skip_serializing_if = "super::is_false")]
    pub unionized: bool,
    /// Unified social credit code.
    pub uscc: String,
}

/// Puts another employer on the coverage list; its confirmation follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddCoverage {
    /// The employer.
    pub employer: CoveredEmployer,
}

/// An employer on the list confirms that it is represented and will be bound (ZJ-CC 12).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConfirmCoverage {
    /// Key of the employer.
    pub employer: String,
    /// SHA-256 of its written authorisation.
    pub proof: Digest,
}

/// An employer leaves the list. From an agreement in force nobody leaves alone (WN9 4): that is recorded, not binding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WithdrawCoverage {
    /// Key of the employer.
    pub employer: String,
    /// SHA-256 of the written declaration or of the register's extract, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<Digest>,
    /// Why, in words.
    pub reason: String,
}

/// After an employer's own congress has rejected the draft, the sides take it back to the table (ZJ-CC 24(3)).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReopenTalks {
    /// Why, in words.
    pub reason: String,
    /// Digest of the text that was rejected.
    pub terms: Digest,
}
