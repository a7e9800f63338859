//! The data folder: data sets that two persons loaded, over those that ship with the program.
//!
//! `calendar.json` holds the canonical bytes of the calendar in use; beside it `calendar.<hash>.loading.json` says who
//! loaded the data set of that hash, who confirmed it and when. The loading is written first and the data set renamed
//! into place last, so that the folder is whole at every moment.

use std::path::{Path, PathBuf};

use law::calendar::{self, CalendarYear};
use law::dataset::{DataSets, DatasetError, Loading};
use law::input::from_json;
use ledger::Digest;
use messages::Said;
use serde::Deserialize;

use super::answer::Failure;
use super::files;
use crate::catalogue::say;

/// Where the folder is if nobody says otherwise.
pub(super) const DEFAULT_DIR: &str = "data";

/// Most bytes of a data file.
const MAX_FILE: u64 = 4_000_000;

/// The shipped data sets with those of the folder over them. A default folder that isn't there adds nothing.
pub(super) fn load(dir: Option<&Path>) -> Result<DataSets, Failure> {
    let shipped = DataSets::builtin().map_err(|error| Failure::usage(error.said()))?;
    let path = calendar_path(dir.unwrap_or(Path::new(DEFAULT_DIR)));
    if !path.exists() {
        return Ok(shipped);
    }
    let bytes = files::read(&path, MAX_FILE)?;
    let data = shipped.with_file(&bytes).map_err(|error| wrong_file(&path, &error))?;
    let loading = loading_path(&path, data.calendar.hash());
    from_json::<Loading>(&files::read(&loading, MAX_FILE)?).map_err(|error| wrong_file(&loading, &error))?;
    Ok(data)
}

/// Puts a calendar into the folder, with those who answer for it.
pub(super) fn store_calendar(dir: &Path, data: &DataSets, loading: &Loading) -> Result<PathBuf, Failure> {
    let path = calendar_path(dir);
    let words = serde_json::to_vec_pretty(loading).unwrap_or_default();
    files::write_whole(&loading_path(&path, data.calendar.hash()), &words)?;
    files::write_whole(&path, data.calendar.bytes())?;
    Ok(path)
}

/// The years of a calendar file: one year's notice, ours or in the public form, or a whole data set.
pub(super) fn years(bytes: &[u8]) -> Result<Vec<CalendarYear>, DatasetError> {
    #[derive(Deserialize)]
    struct Shape {
        #[serde(default)]
        kind: Option<serde::de::IgnoredAny>,
    }
    if from_json::<Shape>(bytes)?.kind.is_none() {
        return Ok(vec![calendar::import(bytes)?]);
    }
    let data = DataSets::builtin()?.with_file(bytes)?;
    Ok(data.calendar.years().to_vec())
}

/// A file whose content can't be used, for people.
pub(super) fn wrong_file(path: &Path, error: &DatasetError) -> Failure {
    Failure::usage(Said::new("cli-file-wrong").arg("path", path.display()).arg("reason", say(&error.said())))
}

fn calendar_path(dir: &Path) -> PathBuf {
    dir.join("calendar.json")
}

fn loading_path(calendar: &Path, hash: Digest) -> PathBuf {
    calendar.with_extension(format!("{hash}.loading.json"))
}
