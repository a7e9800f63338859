//! The roll of those who may vote: size and composition of a congress (ZJ-DM 10, 11, 18), and who an all-staff meeting is
//! (ZJ-DM 7(2), ZJ-CC 24). Nothing is refused by it: whoever publishes or closes a roll reads it.

use law::congress::{fewest_of_group, min_delegates, most_managers};
use law::rules::Profile;

use super::{Finding, Outcome};
use crate::command::CongressForm;

/// The workers for whom a congress stands; what isn't known isn't compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Staff {
    /// Disabled workers.
    pub disabled: Option<u32>,
    /// Dispatched workers.
    pub dispatched: Option<u32>,
    /// Women.
    pub women: Option<u32>,
    /// All workers.
    pub workers: u32,
}

/// Those on the roll.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Delegates {
    /// Disabled workers.
    pub disabled: Option<u32>,
    /// Dispatched workers.
    pub dispatched: Option<u32>,
    /// Managers of the middle level and above.
    pub managers: Option<u32>,
    /// Everybody.
    pub total: u32,
    /// Women.
    pub women: Option<u32>,
}

/// Every check on a roll, passed ones too. The national text sets neither size nor shares.
#[must_use]
pub fn check(profile: Profile, form: CongressForm, staff: &Staff, roll: &Delegates) -> Vec<Finding> {
    if profile == Profile::Cn {
        return Vec::new();
    }
    match form {
        CongressForm::AllStaff => vec![all_staff(staff.workers), everybody(staff.workers, roll.total)],
        CongressForm::SectorCongress => vec![managers(roll, "ZJ-DM 18")],
        CongressForm::Congress | CongressForm::EachEmployer => {
            let mut all = vec![size(staff.workers, roll.total), managers(roll, "ZJ-DM 11"), women(staff, roll)];
            all.extend(disabled(staff, roll));
            all.extend(dispatched(staff, roll));
            all
        }
    }
}

fn held(holds: bool) -> Outcome {
    if holds { Outcome::Pass } else { Outcome::Amber }
}

/// ZJ-DM 10: fewest delegates by the number of workers.
pub(crate) fn size(workers: u32, total: u32) -> Finding {
    let required = min_delegates(workers).min_delegates;
    Finding::new("CHK-CONGRESS-SIZE", held(total >= required), &["ZJ-DM 10"])
        .with("found", total)
        .with("required", required)
        .with("workers", workers)
}

/// ZJ-DM 7(2): fewer than a hundred may meet as a whole.
pub(crate) fn all_staff(workers: u32) -> Finding {
    let allowed = min_delegates(workers).all_staff_allowed;
    Finding::new("CHK-ALL-STAFF", held(allowed), &["ZJ-DM 7(2)"]).with("workers", workers)
}

/// ZJ-CC 24(2): two thirds and half are those of all workers, so all of them are on the roll of an all-staff meeting.
fn everybody(workers: u32, total: u32) -> Finding {
    Finding::new("CHK-ROLL-ALL", held(total >= workers), &["ZJ-CC 24(2)"]).with("found", total).with("workers", workers)
}

/// ZJ-DM 11, and 18 for a sector or region: a fifth of the delegates at most.
fn managers(roll: &Delegates, article: &str) -> Finding {
    let Some(found) = roll.managers else {
        return Finding::new("CHK-CONGRESS-MANAGERS", Outcome::NoData, &[article]);
    };
    let most = most_managers(roll.total);
    Finding::new("CHK-CONGRESS-MANAGERS", held(found <= most), &[article])
        .with("found", found)
        .with("total", roll.total)
        .with("most", most)
}

/// ZJ-DM 11: no smaller a share than among the workers.
fn women(staff: &Staff, roll: &Delegates) -> Finding {
    let (Some(group), Some(found)) = (staff.women, roll.women) else {
        return Finding::new("CHK-CONGRESS-WOMEN", Outcome::NoData, &["ZJ-DM 11"]);
    };
    let required = fewest_of_group(roll.total, group, staff.workers);
    Finding::new("CHK-CONGRESS-WOMEN", held(found >= required), &["ZJ-DM 11"])
        .with("found", found)
        .with("total", roll.total)
        .with("required", required)
        .with("group", group)
        .with("workers", staff.workers)
}

/// ZJ-DM 11: the same for disabled workers, in enterprises that employ many of them; which do, the text doesn't say in
/// figures. Nothing to say where there are none.
fn disabled(staff: &Staff, roll: &Delegates) -> Option<Finding> {
    let group = staff.disabled.filter(|group| *group > 0)?;
    let Some(found) = roll.disabled else {
        return Some(Finding::new("CHK-CONGRESS-DISABLED", Outcome::NoData, &["ZJ-DM 11"]));
    };
    let required = fewest_of_group(roll.total, group, staff.workers);
    Some(
        Finding::new("CHK-CONGRESS-DISABLED", held(found >= required), &["ZJ-DM 11"])
            .with("found", found)
            .with("total", roll.total)
            .with("required", required)
            .with("group", group)
            .with("workers", staff.workers),
    )
}

/// ZJ-DM 11: dispatched workers sit in; how many, the text doesn't say. Nothing to say where there are none.
fn dispatched(staff: &Staff, roll: &Delegates) -> Option<Finding> {
    let group = staff.dispatched.filter(|group| *group > 0)?;
    let Some(found) = roll.dispatched else {
        return Some(Finding::new("CHK-CONGRESS-DISPATCHED", Outcome::NoData, &["ZJ-DM 11"]));
    };
    Some(
        Finding::new("CHK-CONGRESS-DISPATCHED", held(found > 0), &["ZJ-DM 11"])
            .with("found", found)
            .with("group", group),
    )
}
