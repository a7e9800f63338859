//! A last day that passed: who owed what until when, under which articles, and what to do now.
//!
//! A record of a default holds the duty's id and its articles. The sentences follow from the duty as it stands, so that a
//! reworded text can't break an old chain.

use law::checks::Check;
use law::deadline::{DeadlineRule, Item};

use super::{Finding, Outcome};
use crate::state::{Duty, DutyStatus};

/// The rule id of a default: its check, or the key of the deadline where the catalogue has no check for it.
///
/// Nobody is in default where the end of a period has an effect of its own: silence of the bureau, a suspension that ran
/// its course, the window of a renewal. What comes too late there is noted with the act, under the same checks.
#[must_use]
pub const fn rule_id(rule: DeadlineRule) -> Option<&'static str> {
    match rule {
        DeadlineRule::Review | DeadlineRule::Suspend | DeadlineRule::RenewOpen => None,
        DeadlineRule::Reply
        | DeadlineRule::Disclose(_)
        | DeadlineRule::ToCongress
        | DeadlineRule::Resubmit
        | DeadlineRule::File
        | DeadlineRule::FileWage
        | DeadlineRule::FileOther
        | DeadlineRule::Publish
        | DeadlineRule::RescindFile
        | DeadlineRule::Coordinate
        | DeadlineRule::OpinionAnswer
        | DeadlineRule::VacancyFill
        | DeadlineRule::AnnounceReps
        | DeadlineRule::Total
        | DeadlineRule::AnnualReport => match Check::of(rule) {
            Some(check) => Some(check.id()),
            None => Some(rule.key()),
        },
    }
}

/// What there is to say of a duty whose last day passed before it was met; nothing while it is in time or was met in time,
/// and nothing once it no longer binds.
#[must_use]
pub fn finding(duty: &Duty) -> Option<Finding> {
    let (state, done) = match duty.status {
        DutyStatus::Struck => ("owed", String::new()),
        DutyStatus::Met { at, late: true } => ("done", at.date().to_string()),
        DutyStatus::Met { late: false, .. } | DutyStatus::Open | DutyStatus::Voided => return None,
    };
    let rule = duty.deadline()?;
    let finding = Finding::under(rule_id(rule)?, Outcome::Breach, &duty.citation)
        .with("anchor", duty.anchor)
        .with("done", done)
        .with("due", duty.dates.due)
        .with("item", rule.item().map_or("", Item::word))
        .with("owner", duty.owner.name())
        .with("state", state);
    Some(finding)
}
