//! An enterprise's own agreement against the sector or region agreement that covers it: LCL 55, HZ 35, NB 32.

use ledger::canonical::CanonicalError;

use super::{Finding, Outcome};
use crate::facts::Floor;
use crate::terms::{Clause, Terms, Unit, Value, WageItem, figure};

/// The floors that the text of a sector or region agreement sets for those it covers: every figure that it states of which
/// more is better. An average of a whole sector is no floor of one enterprise.
///
/// # Errors
/// Only if an amount lies outside ±10^15.
pub fn of(agreement: &Terms) -> Result<Vec<Floor>, CanonicalError> {
    let digest = agreement.digest()?;
    let figures = agreement.clauses.iter().flat_map(|clause| clause.values.iter().map(move |value| (clause, value)));
    let mut floors: Vec<Floor> = Vec::new();
    for (_, value) in figures.filter(|(clause, value)| is_standard(clause, value)) {
        if floors.iter().all(|floor| floor.key != value.key) {
            floors.push(Floor { agreement: digest, amount: value.amount, key: value.key.clone(), unit: value.unit });
        }
    }
    Ok(floors)
}

/// Whether a figure is a standard of pay below which nobody may go (LCL 55): the known ones, sums in the clauses on what is
/// paid, shares in those on leave and special circumstances. What may be deducted, liability and days are none.
fn is_standard(clause: &Clause, value: &Value) -> bool {
    use WageItem::{
        Adjustment, AverageWage, Change, Distribution, End, LabourQuota, LeavePay, Liability, OvertimeAllowanceBonus,
        Payment, SpecialPay, Term,
    };
    match value.key.as_str() {
        figure::AVERAGE_BEFORE | figure::AVERAGE_AFTER => return false,
        figure::MIN_WAGE => return value.unit == Unit::Fen,
        figure::RISE | figure::OVERTIME_WORKDAY | figure::OVERTIME_REST_DAY | figure::OVERTIME_HOLIDAY => {
            return value.unit == Unit::BasisPoints;
        }
        _ => {}
    }
    match clause.item {
        Some(LabourQuota | Distribution | OvertimeAllowanceBonus) => value.unit == Unit::Fen,
        Some(LeavePay | SpecialPay) => value.unit != Unit::Count,
        Some(AverageWage | Payment | Adjustment | Term | Change | End | Liability) | None => false,
    }
}

/// One finding a floor: equal or better passes, less is void, a figure that the text doesn't state is shown.
#[must_use]
pub fn check(floors: &[Floor], terms: &Terms) -> Vec<Finding> {
    floors.iter().map(|floor| against(floor, terms)).collect()
}

fn against(floor: &Floor, terms: &Terms) -> Finding {
    let articles = ["LCL 54(2)", "LCL 55", "ZJ-CC 26", "HZ 35", "NB 32"];
    let Some(found) = least(floor, terms) else {
        return Finding::new("CHK-INDUSTRY-FLOOR", Outcome::NoData, &articles).with("key", &floor.key);
    };
    let value = |amount| Value { amount, key: floor.key.clone(), unit: floor.unit }.text();
    let outcome = if found >= floor.amount { Outcome::Pass } else { Outcome::Fail };
    Finding::new("CHK-INDUSTRY-FLOOR", outcome, &articles)
        .with("key", &floor.key)
        .with("found", value(found))
        .with("floor", value(floor.amount))
}

/// The least that the text grants: the figure where it states it, and for the lowest wage every cell of the matrix.
fn least(floor: &Floor, terms: &Terms) -> Option<i64> {
    let stated = terms.figure(&floor.key).filter(|value| value.unit == floor.unit).map(|value| value.amount);
    let wages = floor.key == figure::MIN_WAGE && floor.unit == Unit::Fen;
    let cells = terms.posts.iter().filter(|_| wages).flat_map(|post| post.grades.iter().map(|pay| pay.base_low.0));
    stated.into_iter().chain(cells).min()
}
