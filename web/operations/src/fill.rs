//! Filling an empty place from a source, and looking at all of it again before it can be used.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use ledger::Digest;
use messages::Said;
use sha2::{Digest as _, Sha256};
use store::{Load, Place, Row, TABLES, Table, Value};

use crate::chains::{Chains, Checked};
use crate::{Heads, Law, OperationError, Told, rows};

/// Where rows come from, a table after the other in the order of [`TABLES`].
pub(crate) trait Source {
    /// The next rows of a table; none at its end.
    async fn next(&mut self, table: &'static Table) -> Result<Vec<Row>, OperationError>;
}

/// What was filled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// Cases whose chain was checked after filling.
    pub cases: u64,
    /// Of how many of them the law was decided again.
    pub replayed: u64,
    /// Records.
    pub records: u64,
    /// Rows of all tables.
    pub rows: u64,
}

/// Rows and their hash, of one table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Total {
    pub(crate) rows: u64,
    pub(crate) sha256: Digest,
}

/// Adds up the rows of a table.
#[derive(Default)]
struct Sum {
    bytes: Vec<u8>,
    hasher: Sha256,
    rows: u64,
}

impl Sum {
    fn add(&mut self, row: &[Value]) {
        self.bytes.clear();
        rows::write(row, &mut self.bytes);
        self.hasher.update(&self.bytes);
        self.rows += 1;
    }

    fn total(self) -> Total {
        Total { rows: self.rows, sha256: Digest::from_bytes(self.hasher.finalize().into()) }
    }
}

/// Fills a place. `expected` holds what is known of the tables beforehand.
pub(crate) async fn fill(
    source: &mut impl Source,
    to: &Place,
    law: Law,
    wanted: &Heads,
    expected: &dyn Fn(&str) -> Option<Total>,
    told: Told<'_>,
) -> Result<Filled, OperationError> {
    let hidden = match to {
        Place::File(path) => Some(Hidden::beside(path)?),
        Place::Server(_) => None,
    };
    let place = hidden.as_ref().map_or_else(|| to.clone(), |hidden| Place::File(hidden.path.clone()));
    let mut load = Load::begin(&place).await?;
    let mut totals = Vec::new();
    for table in TABLES {
        told(Said::new("operations-step-fill").arg("table", table.name));
        load.start(table).await?;
        let mut sum = Sum::default();
        loop {
            let rows = source.next(table).await?;
            if rows.is_empty() {
                break;
            }
            rows.iter().for_each(|row| sum.add(row));
            for page in rows.chunks(table.page as usize) {
                load.add(table, page).await?;
            }
        }
        let total = sum.total();
        if expected(table.name).is_some_and(|expected| expected != total) {
            return Err(OperationError::Differs { table: table.name });
        }
        totals.push(total);
    }
    let checked = look_again(&mut load, &totals, law, wanted, told).await?;
    load.commit().await?;
    if let Some(hidden) = hidden {
        hidden.appear()?;
    }
    let Checked { cases, replayed, records } = checked;
    Ok(Filled { cases, replayed, records, rows: totals.iter().map(|total| total.rows).sum() })
}

/// Reads everything back: the same rows, every chain, every head that was shown.
async fn look_again(
    load: &mut Load,
    totals: &[Total],
    law: Law,
    wanted: &Heads,
    told: Told<'_>,
) -> Result<Checked, OperationError> {
    let mut chains = Chains::new(law, wanted);
    let mut cases = BTreeSet::new();
    for (table, total) in TABLES.iter().zip(totals) {
        told(Said::new("operations-step-check").arg("table", table.name));
        let mut sum = Sum::default();
        let mut last: Option<Row> = None;
        loop {
            let page = load.page(table, last.as_ref()).await?;
            if page.is_empty() {
                break;
            }
            for row in &page {
                sum.add(row);
                chains.row(table.name, row)?;
                if let ("case_head", Some(Value::Id(case))) = (table.name, row.first()) {
                    cases.insert(*case);
                }
            }
            last = page.into_iter().next_back();
        }
        if sum.total() != *total {
            return Err(OperationError::Differs { table: table.name });
        }
    }
    chains.missing(|case| cases.contains(&case))?;
    chains.finish()
}

/// A database file that nobody knows of until it is complete.
struct Hidden {
    goal: PathBuf,
    path: PathBuf,
    /// Removes the file where it wasn't completed.
    _folder: tempfile::TempDir,
}

impl Hidden {
    fn beside(goal: &Path) -> Result<Self, OperationError> {
        if goal.exists() {
            return Err(OperationError::Present { path: goal.to_owned() });
        }
        let parent = goal.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::create_dir_all(parent).map_err(OperationError::at(parent))?;
        let folder = tempfile::Builder::new().prefix(".xinxieshang").tempdir_in(parent);
        let folder = folder.map_err(OperationError::at(parent))?;
        Ok(Self { goal: goal.to_owned(), path: folder.path().join("store.sqlite"), _folder: folder })
    }

    fn appear(self) -> Result<(), OperationError> {
        let sync = |path: &Path| File::open(path)?.sync_all();
        let parent = self.goal.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        sync(&self.path)
            // A link and not a renaming: a file that came there meanwhile stays what it is.
            .and_then(|()| fs::hard_link(&self.path, &self.goal))
            .and_then(|()| sync(parent))
            .map_err(OperationError::at(&self.goal))
    }
}
