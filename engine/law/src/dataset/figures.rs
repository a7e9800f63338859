//! Figures by region: minimum wages, wage guidelines, consumer prices.

use jiff::civil::Date;
use messages::Said;
use serde::{Deserialize, Serialize};

use super::region::check_code;
use crate::citation::Mark;
use crate::days;
use crate::input::{InputError, Problem, day, day_option};
use crate::money::{BasisPoints, Fen};

/// A minimum wage of one tier, over a span of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinWageRow {
    /// Number of the document.
    pub doc_no: String,
    /// First day.
    #[serde(with = "day")]
    pub from: Date,
    /// For part-time work, an hour.
    pub hourly: Fen,
    /// How well it was verified.
    pub mark: Mark,
    /// For full-time work, a month.
    pub monthly: Fen,
    /// Code of the region that publishes it.
    pub region: String,
    /// Tier, 1–9, the first the highest.
    pub tier: u8,
    /// Last day; absent while it is the latest.
    #[serde(with = "day_option", default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Day on which it was last checked.
    #[serde(with = "day")]
    pub verified_on: Date,
}

/// The wage guideline of a region for a year; a line that was not published is absent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuidelineRow {
    /// Base line (基准线).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<BasisPoints>,
    /// Number of the document.
    pub doc_no: String,
    /// Lower line (下线).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lower: Option<BasisPoints>,
    /// Code of the region.
    pub region: String,
    /// Upper line (上线, 预警线).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upper: Option<BasisPoints>,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Day on which it was last checked.
    #[serde(with = "day")]
    pub verified_on: Date,
    /// Year.
    pub year: i16,
}

/// The change of urban consumer prices of a region in a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CpiRow {
    /// Change over the year before.
    pub change: BasisPoints,
    /// Number or name of the document.
    pub doc_no: String,
    /// Code of the region.
    pub region: String,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Day on which it was last checked.
    #[serde(with = "day")]
    pub verified_on: Date,
    /// Year.
    pub year: i16,
}

/// Minimum wages by region, tier and time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MinWageTable {
    rows: Vec<MinWageRow>,
}

impl MinWageTable {
    /// A table of these rows, in any order.
    ///
    /// # Errors
    /// A bad code, tier or amount; spans of one tier that overlap or leave a gap between them.
    pub fn new(mut rows: Vec<MinWageRow>) -> Result<Self, InputError> {
        for (index, row) in rows.iter().enumerate() {
            check_min_wage(row).map_err(|error| error.within_row(index))?;
        }
        for (index, row) in rows.iter().enumerate() {
            let same = rows.iter().filter(|other| (&other.region, other.tier) == (&row.region, row.tier));
            check_span(row, same).map_err(|error| error.within_row(index))?;
        }
        rows.sort_by(|a, b| (&a.region, a.tier, a.from).cmp(&(&b.region, b.tier, b.from)));
        Ok(Self { rows })
    }

    /// All rows, by region, tier and time.
    #[must_use]
    pub fn rows(&self) -> &[MinWageRow] {
        &self.rows
    }

    /// The row of a publishing region and tier on a day.
    #[must_use]
    pub fn find(&self, region: &str, tier: u8, on: Date) -> Option<&MinWageRow> {
        self.rows
            .iter()
            .find(|row| row.region == region && row.tier == tier && row.from <= on && row.to.is_none_or(|to| on <= to))
    }
}

fn check_min_wage(row: &MinWageRow) -> Result<(), InputError> {
    check_code("region", &row.region)?;
    if !(1..=9).contains(&row.tier) {
        return wrong("tier", "law-region-tier", &row.tier);
    }
    for (place, amount) in [("monthly", row.monthly), ("hourly", row.hourly)] {
        if amount.0 <= 0 || !amount.is_within_limit() {
            return wrong(place, "law-figure-amount", &amount);
        }
    }
    match row.to {
        Some(to) if to < row.from => wrong("to", "law-figure-ends-before", &to),
        Some(_) | None => Ok(()),
    }
}

/// The row after this one starts the day after it ends; an open row has none after it.
fn check_span<'a>(row: &MinWageRow, same: impl Iterator<Item = &'a MinWageRow>) -> Result<(), InputError> {
    let mut followers = same.filter(|other| !std::ptr::eq(*other, row) && other.from >= row.from).collect::<Vec<_>>();
    followers.sort_by_key(|other| other.from);
    let Some(follower) = followers.first() else {
        return Ok(());
    };
    match row.to {
        None => wrong("to", "law-figure-overlap", &follower.from),
        Some(to) if follower.from <= to => wrong("to", "law-figure-overlap", &follower.from),
        Some(to) if follower.from != days::next(to) => wrong("to", "law-figure-gap", &follower.from),
        Some(_) => Ok(()),
    }
}

/// Wage guidelines by region and year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuidelineTable {
    rows: Vec<GuidelineRow>,
}

impl GuidelineTable {
    /// A table of these rows, in any order.
    ///
    /// # Errors
    /// A bad code or year, a region and year twice, lines out of order or range.
    pub fn new(mut rows: Vec<GuidelineRow>) -> Result<Self, InputError> {
        for (index, row) in rows.iter().enumerate() {
            let earlier = rows.iter().take(index).any(|other| (&other.region, other.year) == (&row.region, row.year));
            check_yearly(&row.region, row.year, earlier).map_err(|error| error.within_row(index))?;
            let lines: Vec<_> = [row.lower, row.base, row.upper].into_iter().flatten().collect();
            if !lines.is_sorted() || !lines.iter().all(|line| is_plausible(*line)) {
                let found = lines.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
                return wrong("lower", "law-figure-lines", &found).map_err(|error: InputError| error.within_row(index));
            }
        }
        rows.sort_by(|a, b| (&a.region, a.year).cmp(&(&b.region, b.year)));
        Ok(Self { rows })
    }

    /// All rows, by region and year.
    #[must_use]
    pub fn rows(&self) -> &[GuidelineRow] {
        &self.rows
    }

    /// The row of a region and year.
    #[must_use]
    pub fn find(&self, region: &str, year: i16) -> Option<&GuidelineRow> {
        self.rows.iter().find(|row| row.region == region && row.year == year)
    }
}

/// Changes of consumer prices by region and year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CpiTable {
    rows: Vec<CpiRow>,
}

impl CpiTable {
    /// A table of these rows, in any order.
    ///
    /// # Errors
    /// A bad code or year, a region and year twice, a rate out of range.
    pub fn new(mut rows: Vec<CpiRow>) -> Result<Self, InputError> {
        for (index, row) in rows.iter().enumerate() {
            let earlier = rows.iter().take(index).any(|other| (&other.region, other.year) == (&row.region, row.year));
            check_yearly(&row.region, row.year, earlier).map_err(|error| error.within_row(index))?;
            if !is_plausible(row.change) {
                return wrong("change", "law-figure-rate", &row.change)
                    .map_err(|error: InputError| error.within_row(index));
            }
        }
        rows.sort_by(|a, b| (&a.region, a.year).cmp(&(&b.region, b.year)));
        Ok(Self { rows })
    }

    /// All rows, by region and year.
    #[must_use]
    pub fn rows(&self) -> &[CpiRow] {
        &self.rows
    }

    /// The row of a region and year.
    #[must_use]
    pub fn find(&self, region: &str, year: i16) -> Option<&CpiRow> {
        self.rows.iter().find(|row| row.region == region && row.year == year)
    }
}

fn check_yearly(region: &str, year: i16, twice: bool) -> Result<(), InputError> {
    check_code("region", region)?;
    if !(1949..=2999).contains(&year) {
        return wrong("year", "law-calendar-year", &year);
    }
    if twice { wrong("year", "law-figure-twice", &year) } else { Ok(()) }
}

/// Between −100 % and +1000 %: beyond that somebody mistook the unit.
fn is_plausible(rate: BasisPoints) -> bool {
    (-10_000..=100_000).contains(&rate.0)
}

fn wrong<T>(place: &str, key: &'static str, found: &dyn std::fmt::Display) -> Result<T, InputError> {
    Err(InputError::at(place, Problem::Rule(Said::new(key).arg("found", found))))
}
