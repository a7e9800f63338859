//! What a rise would cost, in plain figures, the same for both sides: for everybody a month, for the enterprise a year, as
//! a share of the payroll. An estimate to talk by; nothing follows from it.

use law::money::{BasisPoints, Fen};
use messages::Said;
use negotiation::terms::{Terms, Unit, Value, figure};
use negotiation::{Negotiation, Side};

use crate::site::Site;

/// The cost of a rise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Price {
    /// Average monthly wage before, fen.
    average: i64,
    headcount: u32,
    /// More for each, a month, fen.
    monthly: i64,
    /// Share of the payroll, basis points.
    share: i64,
    /// More for the enterprise, a year, fen.
    yearly: i64,
}

impl Price {
    /// `None` where a figure is missing, or too large to mean anything.
    fn of(average: i64, rise: i64, headcount: u32) -> Option<Self> {
        let monthly = average.checked_mul(rise)?.checked_div(10_000)?;
        let yearly = monthly.checked_mul(12)?.checked_mul(i64::from(headcount))?;
        (average > 0 && headcount > 0).then_some(Self { average, headcount, monthly, share: rise, yearly })
    }
}

/// The sentence about what one side's values would cost; `None` where they say nothing of a rise. As long as nobody has said
/// what is earned on average, it says who can.
pub(super) fn sentence(site: &Site, n: &Negotiation, base: &Terms, values: &[Value]) -> Option<String> {
    let rise = values.iter().find(|value| value.key == figure::RISE && value.unit == Unit::BasisPoints)?.amount;
    let Some(average) = average(n, base, values) else {
        return Some(site.say(&Said::new("pages-price-unknown").arg("share", BasisPoints(rise).to_string())));
    };
    let price = Price::of(average, rise, n.header().employer.headcount)?;
    let said = Said::new("pages-price")
        .arg("headcount", price.headcount)
        .arg("average", Fen(price.average).to_string())
        .arg("monthly", Fen(price.monthly).to_string())
        .arg("yearly", ten_thousands(price.yearly))
        .arg("share", BasisPoints(price.share).to_string());
    Some(site.say(&said))
}

/// The average wage of the time before, fen: in the same values, agreed or in the text before, or as a side put it last.
fn average(n: &Negotiation, base: &Terms, values: &[Value]) -> Option<i64> {
    let said = |values: &[Value]| {
        let found = values.iter().find(|value| value.key == figure::AVERAGE_BEFORE && value.unit == Unit::Fen);
        found.map(|value| value.amount).filter(|amount| *amount > 0)
    };
    let clause = base.clauses.iter().find(|clause| clause.values.iter().any(|had| had.key == figure::AVERAGE_BEFORE));
    let tabled =
        |side: Side| clause.and_then(|clause| n.table.latest(&clause.id, side)).and_then(|put| said(&put.values));
    let agreed = clause.and_then(|clause| said(&clause.values));
    said(values).or(agreed).or_else(|| tabled(Side::Employer)).or_else(|| tabled(Side::Worker))
}

/// Yuan in ten thousands, to a tenth, towards zero.
fn ten_thousands(fen: i64) -> String {
    let tenths = fen / 100_000;
    let sign = if tenths < 0 { "-" } else { "" };
    format!("{sign}{}.{}", (tenths / 10).abs(), (tenths % 10).abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rise_is_counted_for_everybody_and_for_the_year() {
        let price = Price::of(600_000, 450, 180).unwrap();
        assert_eq!((price.monthly, price.yearly, price.share), (27_000, 58_320_000, 450));
        assert_eq!(ten_thousands(price.yearly), "58.3");
        assert_eq!(ten_thousands(-150_000), "-0.1");
    }

    #[test]
    fn what_cant_be_counted_is_not_said() {
        assert_eq!(Price::of(0, 450, 180), None);
        assert_eq!(Price::of(600_000, 450, 0), None);
        assert_eq!(Price::of(i64::MAX, 450, 180), None);
    }
}
