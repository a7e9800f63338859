//! From bytes to data sets.

use std::collections::BTreeMap;

use ledger::{Digest, purpose};
use messages::Said;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::{
    CpiTable, DataSets, Dataset, DatasetHashes, DatasetKind, GuidelineTable, MinWageTable, Region, RegionTable,
};
use crate::calendar::{self, Calendar};
use crate::input::{InputError, Problem, from_json};

/// Why a data set could not be loaded; names place, found and expected.
pub type DatasetError = InputError;

const CALENDARS: [&str; 2] =
    [include_str!("../../data/calendar/2025.json"), include_str!("../../data/calendar/2026.json")];
const CPI: &str = include_str!("../../data/tables/cpi.json");
const GUIDELINE: &str = include_str!("../../data/tables/guideline.json");
const MIN_WAGE: &str = include_str!("../../data/tables/min_wage.json");
const REGIONS: &str = include_str!("../../data/tables/regions.json");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File<R> {
    #[serde(rename = "kind")]
    _kind: DatasetKind,
    rows: Vec<R>,
}

#[derive(Deserialize)]
struct Head {
    kind: DatasetKind,
}

pub(super) fn builtin() -> Result<DataSets, DatasetError> {
    let years = CALENDARS.iter().map(|text| calendar::import(text.as_bytes())).collect::<Result<Vec<_>, _>>()?;
    Ok(DataSets {
        calendar: calendar(Calendar::new(years)?),
        cpi: cpi(CPI.as_bytes())?,
        guideline: guideline(GUIDELINE.as_bytes())?,
        min_wage: min_wage(MIN_WAGE.as_bytes())?,
        regions: regions(rows(REGIONS.as_bytes())?)?,
    })
}

pub(super) fn select(files: &BTreeMap<Digest, Vec<u8>>, hashes: &DatasetHashes) -> Result<DataSets, DatasetError> {
    let file = |kind, hash| file_of(files, kind, hash);
    Ok(DataSets {
        calendar: calendar(Calendar::new(rows(file(DatasetKind::Calendar, hashes.calendar)?)?)?),
        cpi: cpi(file(DatasetKind::Cpi, hashes.cpi)?)?,
        guideline: guideline(file(DatasetKind::Guideline, hashes.guideline)?)?,
        min_wage: min_wage(file(DatasetKind::MinWage, hashes.min_wage)?)?,
        regions: regions(rows(file(DatasetKind::Regions, hashes.regions)?)?)?,
    })
}

fn file_of(files: &BTreeMap<Digest, Vec<u8>>, kind: DatasetKind, hash: Digest) -> Result<&[u8], DatasetError> {
    let wrong = |key: &'static str| {
        let said = Said::new(key).arg("kind", kind.word()).arg("found", hash);
        InputError::at(format!("{hash}"), Problem::Rule(said))
    };
    let bytes = files.get(&hash).ok_or_else(|| wrong("law-dataset-missing"))?;
    if Digest::of(purpose::DATASET, bytes) != hash {
        return Err(wrong("law-dataset-hash"));
    }
    if from_json::<Head>(bytes)?.kind != kind {
        return Err(wrong("law-dataset-kind"));
    }
    Ok(bytes)
}

pub(super) fn with_file(sets: &DataSets, bytes: &[u8]) -> Result<DataSets, DatasetError> {
    let mut sets = sets.clone();
    match from_json::<Head>(bytes)?.kind {
        DatasetKind::Calendar => sets.calendar = calendar(Calendar::new(rows(bytes)?)?),
        DatasetKind::Cpi => sets.cpi = cpi(bytes)?,
        DatasetKind::Guideline => sets.guideline = guideline(bytes)?,
        DatasetKind::MinWage => sets.min_wage = min_wage(bytes)?,
        DatasetKind::Regions => sets.regions = regions(rows(bytes)?)?,
    }
    Ok(sets)
}

pub(super) fn calendar(table: Calendar) -> Dataset<Calendar> {
    let rows = table.years().to_vec();
    Dataset::seal(DatasetKind::Calendar, &rows, table)
}

pub(super) fn regions(rows: Vec<Region>) -> Result<Dataset<RegionTable>, DatasetError> {
    let table = RegionTable::new(rows)?;
    let rows = table.rows().to_vec();
    Ok(Dataset::seal(DatasetKind::Regions, &rows, table))
}

fn cpi(bytes: &[u8]) -> Result<Dataset<CpiTable>, DatasetError> {
    let table = CpiTable::new(rows(bytes)?)?;
    let rows = table.rows().to_vec();
    Ok(Dataset::seal(DatasetKind::Cpi, &rows, table))
}

fn guideline(bytes: &[u8]) -> Result<Dataset<GuidelineTable>, DatasetError> {
    let table = GuidelineTable::new(rows(bytes)?)?;
    let rows = table.rows().to_vec();
    Ok(Dataset::seal(DatasetKind::Guideline, &rows, table))
}

fn min_wage(bytes: &[u8]) -> Result<Dataset<MinWageTable>, DatasetError> {
    let table = MinWageTable::new(rows(bytes)?)?;
    let rows = table.rows().to_vec();
    Ok(Dataset::seal(DatasetKind::MinWage, &rows, table))
}

fn rows<R: DeserializeOwned>(bytes: &[u8]) -> Result<Vec<R>, DatasetError> {
    Ok(from_json::<File<R>>(bytes)?.rows)
}
