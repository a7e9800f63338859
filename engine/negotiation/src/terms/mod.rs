//! The agreed text: clauses with stable ids, typed values, the post × grade matrix and award rules (ZJ-CC 19, WN9 7).
//!
//! [`Terms`] is what is bargained, initialled, voted, signed, filed and published. Its digest under the purpose
//! `xinxieshang/terms/v1` names it everywhere; two texts are the same if and only if their digests are.

mod articles;
mod awards;
mod clause;
mod grades;
mod limits;
mod platform;
mod renewal;

pub use articles::{Article, ChapterText, chapters};
pub use awards::{AwardCategory, AwardPay, AwardRule};
pub use clause::{Chapter, Clause, Unit, Value};
pub use grades::{Grade, GradePay, Post};
pub use law::rules::WageItem;
pub use limits::{TermsFault, check};
pub use platform::{AlgorithmItem, Insurance, InsuranceKind, PriceCondition, PriceUnit, UnitPrice};
pub use renewal::{Change, Diff, diff, renewed};

use law::Date;
use ledger::{Digest, canonical::CanonicalError, digest_of, purpose};
use serde::{Deserialize, Serialize};

/// The full text of a wage agreement as data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// Rules of algorithms with their parameters, of a platform.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub algorithm_items: Vec<AlgorithmItem>,
    /// Awards for skill, education, innovation, honour, contest, mentoring.
    #[serde(default)]
    pub awards: Vec<AwardRule>,
    /// The clauses in the order in which they are printed.
    pub clauses: Vec<Clause>,
    /// Whom the agreement covers, in words.
    pub coverage: String,
    /// Insurance that the employer side keeps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub insurance: Vec<Insurance>,
    /// Posts with their pay by skill grade.
    #[serde(default)]
    pub posts: Vec<Post>,
    /// How long it runs.
    pub term: Term,
    /// Title as printed on the first page.
    pub title: String,
    /// Prices of orders, kilometres, hours, of a platform.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unit_prices: Vec<UnitPrice>,
}

/// How long an agreement runs (ZJ-CC 30, CC22 38). The first day counts: one year from 18 March ends on 17 March.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Term {
    /// Two named days, both included.
    Dates {
        /// First day.
        from: Date,
        /// Last day.
        to: Date,
    },
    /// A number of months from the day of effect.
    Months {
        /// Months, 1 to 36 in practice.
        months: u16,
    },
}

impl Terms {
    /// The digest that names this text.
    ///
    /// # Errors
    /// Only if an amount lies outside ±10^15.
    pub fn digest(&self) -> Result<Digest, CanonicalError> {
        digest_of(purpose::TERMS, self)
    }

    /// The clause with this id.
    #[must_use]
    pub fn clause(&self, id: &str) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.id == id)
    }

    /// A well-known figure of the text, such as `min_wage`, wherever a clause states it.
    #[must_use]
    pub fn figure(&self, key: &str) -> Option<&Value> {
        self.clauses.iter().flat_map(|clause| &clause.values).find(|value| value.key == key)
    }
}

/// Keys of the figures that checks and forms look for. A clause that states one uses exactly this key.
pub mod figure {
    /// Lowest monthly wage under the agreement, fen.
    pub const MIN_WAGE: &str = "min_wage";
    /// Average monthly wage before the agreement, fen.
    pub const AVERAGE_BEFORE: &str = "average_before";
    /// Average monthly wage under the agreement, fen.
    pub const AVERAGE_AFTER: &str = "average_after";
    /// Rise of the average wage, basis points.
    pub const RISE: &str = "rise";
    /// Pay for extended hours as a share of the hourly wage, basis points (LL 44: 15000).
    pub const OVERTIME_WORKDAY: &str = "ot_workday";
    /// Pay for work on rest days, basis points (LL 44: 20000).
    pub const OVERTIME_REST_DAY: &str = "ot_rest_day";
    /// Pay for work on statutory holidays, basis points (LL 44: 30000).
    pub const OVERTIME_HOLIDAY: &str = "ot_holiday";
}
