//! An enterprise's own agreement against the sector or region agreement that covers it: LCL 55, HZ 35, NB 32.

use super::{Finding, Outcome};
use crate::facts::Floor;
use crate::terms::{Terms, Unit, Value, figure};

/// One finding a floor: equal or better passes, less is void, a figure that the text doesn't state is shown.
pub(crate) fn check(floors: &[Floor], terms: &Terms) -> Vec<Finding> {
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
