//! The checks on a draft as a whole: its text, and the floors under which it stands. Decision, bureau and command line
//! read them here, so that a draft meets the same everywhere.

use law::Date;
use law::dataset::DataSets;
use law::rules::Rules;

use super::{Finding, floor, terms};
use crate::command::Scope;
use crate::facts::Floor;
use crate::terms::Terms;

/// Where a draft is to hold.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// What the sector or region agreements grant that cover it.
    pub floors: &'a [Floor],
    /// Code of the region.
    pub region: &'a str,
    /// What it is to cover.
    pub scope: Scope,
}

/// All checks on a draft, each with its outcome; `on` is the day on which the figures are looked up.
#[must_use]
pub fn check(rules: &Rules, data: &DataSets, setting: Setting<'_>, text: &Terms, on: Date) -> Vec<Finding> {
    let mut findings = terms::check(rules, data, setting.region, text, on);
    findings.extend(floor::check(setting.floors, text));
    if setting.scope != Scope::Enterprise {
        terms::soften_items(&mut findings);
    }
    findings
}
