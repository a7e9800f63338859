//! Dated data beside the rules: calendars, minimum wages, wage guidelines, consumer prices, regions.
//!
//! A data set is JSON, `{"kind":"min_wage","rows":[…]}`, named by the hash of its canonical bytes whatever it was
//! imported from. A missing figure is [`Lookup::NoData`]: shown, never guessed, never in the way.

mod figures;
mod load;
mod loading;
mod region;

use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;

use jiff::civil::Date;
use ledger::{Digest, canonical, purpose};
use messages::Said;
use serde::{Deserialize, Serialize};

pub use figures::{CpiRow, CpiTable, GuidelineRow, GuidelineTable, MinWageRow, MinWageTable};
pub use load::DatasetError;
pub use loading::{Loading, SamePerson};
pub use region::{Region, RegionTable};

use crate::calendar::{Calendar, CalendarYear};
use crate::rules::Profile;

/// What a data set is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DatasetKind {
    /// Days off and make-up days.
    Calendar,
    /// Consumer prices.
    Cpi,
    /// Wage guidelines (工资指导线).
    Guideline,
    /// Minimum wages.
    MinWage,
    /// Regions with their profile and minimum-wage tier.
    Regions,
}

impl DatasetKind {
    /// All kinds, in the order of [`DatasetHashes`].
    pub const ALL: [Self; 5] = [Self::Calendar, Self::Cpi, Self::Guideline, Self::MinWage, Self::Regions];

    /// The word in files, such as `min_wage`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Calendar => "calendar",
            Self::Cpi => "cpi",
            Self::Guideline => "guideline",
            Self::MinWage => "min_wage",
            Self::Regions => "regions",
        }
    }
}

/// A figure, or the plain statement that there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup<T> {
    /// The figure.
    Value(T),
    /// None is known; the reason, to be said.
    NoData(Said),
}

impl<T> Lookup<T> {
    /// The figure, where there is one.
    pub fn value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::NoData(_) => None,
        }
    }
}

/// One data set: its table, its canonical bytes and their hash. Cheap to clone; reads like its table.
#[derive(Debug, PartialEq, Eq)]
pub struct Dataset<T>(Arc<Inner<T>>);

#[derive(Debug, PartialEq, Eq)]
struct Inner<T> {
    table: T,
    bytes: Vec<u8>,
    hash: Digest,
}

#[derive(Serialize)]
struct FileOut<'a, R> {
    kind: DatasetKind,
    rows: &'a [R],
}

impl<T> Dataset<T> {
    #[expect(clippy::expect_used, reason = "rows are texts and checked integers with ASCII keys: always canonical")]
    fn seal<R: Serialize>(kind: DatasetKind, rows: &[R], table: T) -> Self {
        let bytes = canonical::to_vec(&FileOut { kind, rows }).expect("data sets are canonical");
        let hash = Digest::of(purpose::DATASET, &bytes);
        Self(Arc::new(Inner { table, bytes, hash }))
    }

    /// Canonical JSON: the bytes that a bundle carries.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0.bytes
    }

    /// The hash that names this data set.
    #[must_use]
    pub fn hash(&self) -> Digest {
        self.0.hash
    }
}

impl<T> Clone for Dataset<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Deref for Dataset<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0.table
    }
}

/// The hashes of the five data sets that an act relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatasetHashes {
    /// Calendars.
    pub calendar: Digest,
    /// Consumer prices.
    pub cpi: Digest,
    /// Wage guidelines.
    pub guideline: Digest,
    /// Minimum wages.
    pub min_wage: Digest,
    /// Regions.
    pub regions: Digest,
}

/// The five data sets that rules are applied with. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataSets {
    /// Working days.
    pub calendar: Dataset<Calendar>,
    /// Consumer prices.
    pub cpi: Dataset<CpiTable>,
    /// Wage guidelines.
    pub guideline: Dataset<GuidelineTable>,
    /// Minimum wages.
    pub min_wage: Dataset<MinWageTable>,
    /// Regions.
    pub regions: Dataset<RegionTable>,
}

impl DataSets {
    /// The data sets that ship with this crate.
    ///
    /// # Errors
    /// Only where the shipped data is damaged.
    pub fn builtin() -> Result<Self, DatasetError> {
        load::builtin()
    }

    /// The five data sets named by `hashes`, from files by their hash, as a bundle carries them.
    ///
    /// # Errors
    /// A file that is missing, does not have the hash it is filed under, is of another kind, or cannot be read.
    pub fn select(files: &BTreeMap<Digest, Vec<u8>>, hashes: &DatasetHashes) -> Result<Self, DatasetError> {
        load::select(files, hashes)
    }

    /// The same data sets with one replaced by that of a file; its kind stands in the file.
    ///
    /// # Errors
    /// Syntax, unknown keys, wrong types, impossible dates, overlaps and gaps; with place, found and expected.
    pub fn with_file(&self, bytes: &[u8]) -> Result<Self, DatasetError> {
        load::with_file(self, bytes)
    }

    /// The same data sets with one year of the calendar added or replaced.
    ///
    /// # Errors
    /// A year that does not hold together.
    pub fn with_calendar_year(&self, year: CalendarYear) -> Result<Self, DatasetError> {
        let calendar = load::calendar(self.calendar.with_year(year)?);
        Ok(Self { calendar, ..self.clone() })
    }

    /// The same data sets with more regions; a code that is there already is replaced.
    ///
    /// # Errors
    /// A row that does not hold together.
    pub fn with_regions(&self, more: &[Region]) -> Result<Self, DatasetError> {
        let kept = self.regions.rows().iter().filter(|row| more.iter().all(|new| new.code != row.code));
        let rows = kept.chain(more).cloned().collect();
        Ok(Self { regions: load::regions(rows)?, ..self.clone() })
    }

    /// The hashes of all five.
    #[must_use]
    pub fn hashes(&self) -> DatasetHashes {
        DatasetHashes {
            calendar: self.calendar.hash(),
            cpi: self.cpi.hash(),
            guideline: self.guideline.hash(),
            min_wage: self.min_wage.hash(),
            regions: self.regions.hash(),
        }
    }

    /// Kind, hash and canonical bytes of all five.
    #[must_use]
    pub fn files(&self) -> [(DatasetKind, Digest, &[u8]); 5] {
        [
            (DatasetKind::Calendar, self.calendar.hash(), self.calendar.bytes()),
            (DatasetKind::Cpi, self.cpi.hash(), self.cpi.bytes()),
            (DatasetKind::Guideline, self.guideline.hash(), self.guideline.bytes()),
            (DatasetKind::MinWage, self.min_wage.hash(), self.min_wage.bytes()),
            (DatasetKind::Regions, self.regions.hash(), self.regions.bytes()),
        ]
    }

    /// A region by its code.
    #[must_use]
    pub fn region(&self, code: &str) -> Option<&Region> {
        self.regions.find(code)
    }

    /// Whose rules hold in a region: its own, or those of the prefecture or province by whose digits its code begins.
    #[must_use]
    pub fn profile(&self, code: &str) -> Option<Profile> {
        self.regions.around(code).map(|region| region.profile)
    }

    /// The minimum wage of a region on a day. The tier is the region's own; the amounts are those of the nearest region
    /// upwards that publishes any.
    #[must_use]
    pub fn min_wage(&self, region: &str, on: Date) -> Lookup<&MinWageRow> {
        let no_data = |key: &'static str| Lookup::NoData(Said::new(key).arg("region", region).arg("date", on));
        let Some(found) = self.region(region) else {
            return no_data("law-no-data-region");
        };
        let Some(tier) = found.min_wage_tier else {
            return no_data("law-no-data-tier");
        };
        let row = self.regions.upwards(region).find_map(|code| self.min_wage.find(code, tier, on));
        row.map_or_else(|| no_data("law-no-data-min-wage"), Lookup::Value)
    }

    /// The wage guideline of a region for a year: its own, or that of the nearest region upwards.
    #[must_use]
    pub fn guideline(&self, region: &str, year: i16) -> Lookup<&GuidelineRow> {
        let row = self.regions.upwards(region).find_map(|code| self.guideline.find(code, year));
        row.map_or_else(|| no_figure("law-no-data-guideline", region, year), Lookup::Value)
    }

    /// The change of consumer prices of a region in a year: its own, or that of the nearest region upwards.
    #[must_use]
    pub fn cpi(&self, region: &str, year: i16) -> Lookup<&CpiRow> {
        let row = self.regions.upwards(region).find_map(|code| self.cpi.find(code, year));
        row.map_or_else(|| no_figure("law-no-data-cpi", region, year), Lookup::Value)
    }
}

fn no_figure<T>(key: &'static str, region: &str, year: i16) -> Lookup<T> {
    Lookup::NoData(Said::new(key).arg("region", region).arg("year", year))
}
