//! Where a rule comes from and how well that was checked.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::citation::{Citation, Mark};

/// Citation, validity and verification of one rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The articles, the deciding one first.
    pub citation: Vec<Citation>,
    /// First day in force of the rule.
    #[serde(with = "crate::input::day")]
    pub in_force_from: Date,
    /// Last day in force, where it has ended.
    #[serde(with = "crate::input::day_option", default, skip_serializing_if = "Option::is_none")]
    pub in_force_to: Option<Date>,
    /// How well the text was verified.
    pub mark: Mark,
    /// Names of the rule's fields that are our reading rather than the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub our_reading: Vec<String>,
    /// Day on which the text was last checked.
    #[serde(with = "crate::input::day")]
    pub verified_on: Date,
}

impl Source {
    /// Whether the rule is in force on a day.
    #[must_use]
    pub fn is_in_force(&self, on: Date) -> bool {
        self.in_force_from <= on && self.in_force_to.is_none_or(|to| on <= to)
    }
}
