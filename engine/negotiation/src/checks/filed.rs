//! What the bureau looks at once an agreement is filed (CC22 44): every check that software can compute on the case as it
//! stands, with its outcome. Nothing is decided by it; an officer reads it.

use law::Date;
use law::dataset::DataSets;
use law::rules::Rules;

use super::draft::{self, Setting};
use super::{Finding, delegation, filing};
use crate::actor::Side;
use crate::command::{ChildKind, RegisterReps};
use crate::state::Negotiation;

/// The checks on both lists of representatives, on the filed text and on the number of copies, passed ones too; `on` is
/// the day on which figures are looked up. Empty before a filing.
#[must_use]
pub fn check(rules: &Rules, data: &DataSets, n: &Negotiation, on: Date) -> Vec<Finding> {
    let Some(filed) = n.stage.filing() else { return Vec::new() };
    let mut findings = Vec::new();
    for side in [Side::Worker, Side::Employer] {
        if let Some(Some(list)) = n.delegations.get(side) {
            let list = RegisterReps { members: list.places().cloned().collect(), selection: list.selection.clone() };
            findings.extend(delegation::check(rules, n, side, &list));
        }
    }
    // An agreement to rescind states no wages (ZJ-CC 33).
    let rescission = n.header.parent.as_deref().is_some_and(|parent| parent.kind == ChildKind::Rescission);
    if !rescission {
        let setting = Setting { floors: &[], region: &n.header.region, scope: n.header.scope };
        findings.extend(draft::check(rules, data, setting, &filed.signed.text.terms, on));
    }
    findings.push(filing::copies(rules, filed.copies));
    // Both lists are held against each other: what concerns both stands once.
    let mut once: Vec<Finding> = Vec::new();
    for finding in findings {
        if !once.contains(&finding) {
            once.push(finding);
        }
    }
    once
}
