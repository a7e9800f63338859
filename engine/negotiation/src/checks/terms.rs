//! Checks on the text of an agreement: items, minimum wage, overtime, growth, grades, term.

use law::Date;
use law::dataset::DataSets;
use law::money::{BasisPoints, Fen};
use law::rules::{Comparison, Rules, WageItem};

use super::{Finding, Outcome};
use crate::terms::{Term, Terms, Unit, figure};

/// All checks on a text, each with its outcome; `on` is the day on which the figures are looked up.
#[must_use]
pub fn check(rules: &Rules, data: &DataSets, region: &str, terms: &Terms, on: Date) -> Vec<Finding> {
    let mut findings = items(rules, terms);
    findings.push(min_wage(rules, data, region, terms, on));
    findings.extend(overtime(terms));
    findings.push(guideline(data, region, terms, on));
    findings.push(real_growth(data, region, terms, on));
    findings.push(monotone(terms));
    findings.push(term(rules, terms));
    findings
}

/// ZJ-CC 19(2), WN9 7: every item has a clause, or a clause that says why it doesn't apply. One finding a missing item.
fn items(rules: &Rules, terms: &Terms) -> Vec<Finding> {
    let wanted = &rules.wage_items;
    let citation = &wanted.source.citation;
    let covered = |item: &WageItem| terms.clauses.iter().any(|clause| clause.item == Some(*item));
    let missing: Vec<&WageItem> =
        wanted.items.iter().filter(|item| !covered(item) && **item != WageItem::Term).collect();
    let (outcome, must) = if wanted.required { (Outcome::Fail, "yes") } else { (Outcome::Amber, "no") };
    if missing.is_empty() {
        return vec![Finding::under("CHK-WAGE-ITEMS", Outcome::Pass, citation)];
    }
    missing
        .iter()
        .map(|item| {
            Finding::under("CHK-WAGE-ITEMS", outcome, citation)
                .with("item", item_name(**item))
                .with("count", missing.len())
                .with("must", must)
        })
        .collect()
}

/// The items of ZJ-CC 19(2) are commanded for an enterprise's wage agreement. What a sector or region may settle is listed
/// in ZJ-CC 27 and 28 without such a command, and for platforms nothing is: there a missing item is worth a look only.
pub(crate) fn soften_items(findings: &mut [Finding]) {
    for finding in findings.iter_mut().filter(|finding| finding.rule == "CHK-WAGE-ITEMS") {
        if finding.outcome == Outcome::Fail {
            finding.outcome = Outcome::Amber;
            for figure in finding.figures.iter_mut().filter(|figure| figure.name == "must") {
                "no".clone_into(&mut figure.value);
            }
        }
    }
}

/// The name of an item in figures and message keys.
const fn item_name(item: WageItem) -> &'static str {
    match item {
        WageItem::LabourQuota => "labour_quota",
        WageItem::Distribution => "distribution",
        WageItem::AverageWage => "average_wage",
        WageItem::Payment => "payment",
        WageItem::OvertimeAllowanceBonus => "overtime_allowance_bonus",
        WageItem::Adjustment => "adjustment",
        WageItem::LeavePay => "leave_pay",
        WageItem::SpecialPay => "special_pay",
        WageItem::Term => "term",
        WageItem::Change => "change",
        WageItem::End => "end",
        WageItem::Liability => "liability",
    }
}

/// LCL 55, ZJ-CC 5(3): the lowest wage of the text and every cell of the matrix against the local minimum.
fn min_wage(rules: &Rules, data: &DataSets, region: &str, terms: &Terms, on: Date) -> Finding {
    let citation = &rules.min_wage.source.citation;
    let stated = terms.figure(figure::MIN_WAGE).filter(|value| value.unit == Unit::Fen).map(|value| Fen(value.amount));
    let cells = terms.posts.iter().flat_map(|post| post.grades.iter().map(|pay| pay.base_low));
    let (Some(lowest), Some(local)) = (stated.into_iter().chain(cells).min(), data.min_wage(region, on).value()) else {
        return Finding::under("CHK-MINWAGE-STRICT", Outcome::NoData, citation).with("region", place(data, region));
    };
    let outcome = if rules.min_wage.compare.holds(lowest, local.monthly) { Outcome::Pass } else { Outcome::Fail };
    Finding::under("CHK-MINWAGE-STRICT", outcome, citation)
        .with("region", place(data, region))
        .with("found", lowest)
        .with("local", local.monthly)
        .with("document", &local.doc_no)
        .with(
            "compare",
            match rules.min_wage.compare {
                Comparison::MoreThan => "more_than",
                Comparison::AtLeast => "at_least",
            },
        )
}

/// LL 44: 150, 200 and 300 percent at least.
fn overtime(terms: &Terms) -> Vec<Finding> {
    [(figure::OVERTIME_WORKDAY, 15_000), (figure::OVERTIME_REST_DAY, 20_000), (figure::OVERTIME_HOLIDAY, 30_000)]
        .into_iter()
        .map(|(key, least)| {
            let stated = terms.figure(key).filter(|value| value.unit == Unit::BasisPoints);
            let Some(stated) = stated else {
                return Finding::new("CHK-OT-MULT", Outcome::NoData, &["LL 44"]).with("key", key);
            };
            let outcome = if stated.amount >= least { Outcome::Pass } else { Outcome::Fail };
            Finding::new("CHK-OT-MULT", outcome, &["LL 44", "WP 13"])
                .with("key", key)
                .with("found", BasisPoints(stated.amount))
                .with("required", BasisPoints(least))
        })
        .collect()
}

/// The name of a region, or its code where the table doesn't have it.
fn place<'a>(data: &'a DataSets, region: &'a str) -> &'a str {
    data.region(region).map_or(region, |known| known.name.as_str())
}

fn rise(terms: &Terms) -> Option<i64> {
    terms.figure(figure::RISE).filter(|value| value.unit == Unit::BasisPoints).map(|value| value.amount)
}

/// WN9 8(3): the guideline is a reference, never a bar.
fn guideline(data: &DataSets, region: &str, terms: &Terms, on: Date) -> Finding {
    let (Some(rise), Some(line)) = (rise(terms), data.guideline(region, on.year()).value()) else {
        return Finding::new("CHK-GUIDELINE", Outcome::NoData, &["WN9 8"]).with("region", place(data, region));
    };
    let low = line.lower.is_some_and(|lower| rise < lower.0);
    let high = line.upper.is_some_and(|upper| rise > upper.0);
    let text = |bound: Option<BasisPoints>| bound.map_or_else(|| "none".to_owned(), |bound| bound.to_string());
    Finding::new("CHK-GUIDELINE", if low || high { Outcome::Amber } else { Outcome::Pass }, &["WN9 8"])
        .with("region", place(data, region))
        .with("found", BasisPoints(rise))
        .with("lower", text(line.lower))
        .with("upper", text(line.upper))
}

/// A rise below the change of consumer prices is a fall (WN9 8).
fn real_growth(data: &DataSets, region: &str, terms: &Terms, on: Date) -> Finding {
    let (Some(rise), Some(cpi)) = (rise(terms), data.cpi(region, on.year() - 1).value()) else {
        return Finding::new("CHK-REAL-GROWTH", Outcome::NoData, &["WN9 8"]).with("region", place(data, region));
    };
    let outcome = if rise < cpi.change.0 { Outcome::Amber } else { Outcome::Pass };
    Finding::new("CHK-REAL-GROWTH", outcome, &["WN9 8"])
        .with("region", place(data, region))
        .with("found", BasisPoints(rise))
        .with("cpi", cpi.change)
}

/// A higher grade doesn't get a smaller allowance.
fn monotone(terms: &Terms) -> Finding {
    let falls = |post: &&crate::terms::Post| !post.grades.windows(2).all(|pair| pair[0].allowance <= pair[1].allowance);
    let found = terms.posts.iter().find(falls);
    Finding::new("CHK-GRADE-MONOTONE", if found.is_some() { Outcome::Amber } else { Outcome::Pass }, &["ZJ-TU 13(6)"])
        .with("post", found.map_or("—", |post| post.name.as_str()))
}

/// CC22 38, ZJ-CC 30(1): one to three years.
fn term(rules: &Rules, terms: &Terms) -> Finding {
    let years = &rules.term_years;
    let months = match terms.term {
        Term::Months { months } => i32::from(months),
        Term::Dates { from, to } => {
            let end = to.tomorrow().unwrap_or(to);
            let whole = (i32::from(end.year()) - i32::from(from.year())) * 12
                + (i32::from(end.month()) - i32::from(from.month()));
            whole - i32::from(end.day() < from.day())
        }
    };
    let fits = (i32::from(years.min) * 12..=i32::from(years.max) * 12).contains(&months);
    let outcome = match (fits, years.soft) {
        (true, _) => Outcome::Pass,
        (false, true) => Outcome::Amber,
        (false, false) => Outcome::Breach,
    };
    Finding::under("CHK-TERM-1-3Y", outcome, &years.source.citation)
        .with("months", months)
        .with("min", years.min)
        .with("max", years.max)
}
