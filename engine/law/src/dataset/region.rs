//! Regions: which rules hold there, and which tier of the minimum wage.

use messages::Said;
use serde::{Deserialize, Serialize};

use crate::input::{InputError, Problem};
use crate::rules::Profile;
use crate::text;

/// A region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Six digits (GB/T 2260); `000000` is the whole country.
    pub code: String,
    /// Whether the region is invented for a demonstration.
    #[serde(default)]
    pub fictional: bool,
    /// Tier of the minimum wage, 1–9; absent where not known.
    #[serde(default)]
    pub min_wage_tier: Option<u8>,
    /// Name.
    pub name: String,
    /// Code of the region above.
    #[serde(default)]
    pub parent: Option<String>,
    /// Whose rules hold.
    pub profile: Profile,
}

/// All regions, by code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionTable {
    rows: Vec<Region>,
}

impl RegionTable {
    /// A table of these regions, in any order.
    ///
    /// # Errors
    /// A code that is not six digits or stands twice, a parent that is not there or closes a ring, a tier out of range,
    /// a name with control characters.
    pub fn new(mut rows: Vec<Region>) -> Result<Self, InputError> {
        for (index, row) in rows.iter().enumerate() {
            let earlier = rows.iter().take(index);
            check(row, earlier).map_err(|error| error.within_row(index))?;
        }
        for (index, row) in rows.iter().enumerate() {
            check_parents(row, &rows).map_err(|error| error.within_row(index))?;
        }
        rows.sort_by(|a, b| a.code.cmp(&b.code));
        Ok(Self { rows })
    }

    /// All regions, by code.
    #[must_use]
    pub fn rows(&self) -> &[Region] {
        &self.rows
    }

    /// A region by its code.
    #[must_use]
    pub fn find(&self, code: &str) -> Option<&Region> {
        let index = self.rows.binary_search_by(|row| row.code.as_str().cmp(code)).ok()?;
        self.rows.get(index)
    }

    /// The region of a code; where the table doesn't know it, the nearest that it knows among the prefecture and the province
    /// by whose digits the code begins.
    #[must_use]
    pub fn around(&self, code: &str) -> Option<&Region> {
        let above = || {
            let digits = [4, 2].into_iter().filter_map(|digits| code.get(..digits));
            digits.map(|digits| format!("{digits:0<6}")).find_map(|code| self.find(&code))
        };
        self.find(code).or_else(above)
    }

    /// The code itself, if known, and the codes above it, nearest first.
    pub fn upwards(&self, code: &str) -> impl Iterator<Item = &str> {
        let parent = |row: &&Region| row.parent.as_deref().and_then(|parent| self.find(parent));
        std::iter::successors(self.find(code), parent).map(|row| row.code.as_str())
    }
}

fn check<'a>(row: &Region, mut earlier: impl Iterator<Item = &'a Region>) -> Result<(), InputError> {
    check_code("code", &row.code)?;
    if earlier.any(|other| other.code == row.code) {
        return wrong("code", "law-region-twice", &row.code);
    }
    if row.min_wage_tier.is_some_and(|tier| !(1..=9).contains(&tier)) {
        return wrong("min_wage_tier", "law-region-tier", &row.min_wage_tier.unwrap_or(0));
    }
    if row.name.trim().is_empty() {
        return wrong("name", "law-region-name", &row.name);
    }
    text::check_text(&row.name, 50).map_err(|error| InputError::at("name", Problem::Rule(error.said())))
}

fn check_parents(row: &Region, rows: &[Region]) -> Result<(), InputError> {
    let find = |code: &str| rows.iter().find(|row| row.code == code);
    let mut here = row;
    for _ in 0..rows.len() {
        let Some(parent) = here.parent.as_deref() else {
            return Ok(());
        };
        let Some(above) = find(parent) else {
            return wrong("parent", "law-region-parent", &parent);
        };
        here = above;
    }
    wrong("parent", "law-region-ring", &row.code)
}

/// Six ASCII digits.
pub(super) fn check_code(place: &str, code: &str) -> Result<(), InputError> {
    let good = code.len() == 6 && code.bytes().all(|b| b.is_ascii_digit());
    if good { Ok(()) } else { wrong(place, "law-region-code", &code) }
}

fn wrong(place: &str, key: &'static str, found: &dyn std::fmt::Display) -> Result<(), InputError> {
    Err(InputError::at(place, Problem::Rule(Said::new(key).arg("found", found))))
}
