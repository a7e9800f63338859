//! Figures that only the enterprise knows, and figures that follow from others.

use negotiation::terms::{Value, figure};

use super::super::show::plain;

/// Number of workers by which the payroll is reckoned.
const WORKERS: &str = "workers";
/// Payroll of the year, fen.
const TOTAL: &str = "total";
/// What nobody can know before somebody of the enterprise says so: in a text that starts from the template it is 0.
const OWN: [&str; 5] = [figure::AVERAGE_BEFORE, figure::AVERAGE_AFTER, figure::MIN_WAGE, WORKERS, TOTAL];

/// Whether a figure is one of the enterprise that nobody has given yet.
pub(crate) fn is_own(value: &Value) -> bool {
    value.amount == 0 && OWN.contains(&value.key.as_str())
}

/// A figure as a field shows it: empty until somebody gives it.
pub(crate) fn typed(value: &Value) -> String {
    if is_own(value) { String::new() } else { plain(value) }
}

/// Lets the new average follow from the old one and the rise, and the payroll from average and headcount: where it wasn't
/// given, and where it stayed as it was in `had` while what it follows from has changed.
pub(crate) fn follow(values: &mut [&mut Value], had: &[Value]) {
    let average = raised(amount(values, figure::AVERAGE_BEFORE), amount(values, figure::RISE));
    settle(values, had, figure::AVERAGE_AFTER, average, &[figure::AVERAGE_BEFORE, figure::RISE]);
    let total = amount(values, figure::AVERAGE_AFTER)
        .and_then(|average| average.checked_mul(12)?.checked_mul(amount(values, WORKERS)?));
    settle(values, had, TOTAL, total, &[figure::AVERAGE_AFTER, WORKERS]);
}

fn amount(values: &[&mut Value], key: &str) -> Option<i64> {
    values.iter().find(|value| value.key == key).map(|value| value.amount)
}

fn before(had: &[Value], key: &str) -> Option<i64> {
    had.iter().find(|value| value.key == key).map(|value| value.amount)
}

/// So much after a rise in basis points; parts of a fen are dropped.
fn raised(before: Option<i64>, rise: Option<i64>) -> Option<i64> {
    let by = before?.checked_mul(rise?)?.checked_div(10_000)?;
    before?.checked_add(by)
}

fn settle(values: &mut [&mut Value], had: &[Value], key: &str, amount_now: Option<i64>, from: &[&str]) {
    let Some(now) = amount_now else { return };
    let moved = from.iter().any(|key| amount(values, key) != before(had, key));
    let stood = before(had, key);
    for value in values.iter_mut().filter(|value| value.key == key) {
        if value.amount == 0 || (moved && Some(value.amount) == stood) {
            value.amount = now;
        }
    }
}

#[cfg(test)]
mod tests {
    use negotiation::terms::Unit;

    use super::*;

    fn values(amounts: &[(&str, i64)]) -> Vec<Value> {
        let unit = |key: &str| if key == figure::RISE { Unit::BasisPoints } else { Unit::Fen };
        amounts.iter().map(|(key, amount)| Value { amount: *amount, key: (*key).to_owned(), unit: unit(key) }).collect()
    }

    fn followed(had: &[(&str, i64)], now: &[(&str, i64)]) -> Vec<i64> {
        let (had, mut now) = (values(had), values(now));
        let mut all: Vec<&mut Value> = now.iter_mut().collect();
        follow(&mut all, &had);
        now.into_iter().map(|value| value.amount).collect()
    }

    #[test]
    fn what_is_not_given_follows() {
        let template = [("average_before", 0), ("rise", 450), ("average_after", 0), ("workers", 180), ("total", 0)];
        let given = [("average_before", 600_000), ("rise", 450), ("average_after", 0), ("workers", 180), ("total", 0)];
        assert_eq!(followed(&template, &given), [600_000, 450, 627_000, 180, 1_354_320_000]);
        assert_eq!(followed(&template, &template), [0, 450, 0, 180, 0], "nothing follows from nothing");
    }

    #[test]
    fn what_stayed_follows_and_what_was_typed_stays() {
        let had = [("average_before", 600_000), ("rise", 450), ("average_after", 627_000)];
        let more = [("average_before", 600_000), ("rise", 600), ("average_after", 627_000)];
        assert_eq!(followed(&had, &more), [600_000, 600, 636_000]);
        let typed = [("average_before", 600_000), ("rise", 600), ("average_after", 640_000)];
        assert_eq!(followed(&had, &typed)[2], 640_000);
        assert_eq!(followed(&had, &had)[2], 627_000, "nothing moved");
    }

    #[test]
    fn a_figure_of_the_enterprise_is_empty_until_somebody_gives_it() {
        let shown: Vec<String> =
            values(&[("min_wage", 0), ("min_wage", 255_000), ("meal", 0)]).iter().map(typed).collect();
        assert_eq!(shown, ["", "2550", "0"]);
    }
}
