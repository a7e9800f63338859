//! A restore: a backup becomes a store that can be used, or nothing does.

use std::path::Path;

use law::time::Moment;
use store::{Place, Row, Table};

use crate::archive::parse;
use crate::fill::{Filled, Source, Total, fill};
use crate::{Archive, Heads, Law, Made, Manifest, OperationError, Told, backup};

/// Fills an empty place from a backup, the newest where none is named.
///
/// # Errors
/// A file of the backup is damaged (its place is named); a chain doesn't hold; the state is older than a head that was
/// shown, or another one; the place isn't empty. Nothing can be used then.
pub async fn restore(
    from: &Archive,
    name: Option<&str>,
    to: &Place,
    law: Law,
    wanted: &Heads,
    told: Told<'_>,
) -> Result<(String, Filled), OperationError> {
    let (name, manifest) = from.manifest(name)?;
    let expected = |table: &str| {
        let line = manifest.tables.iter().find(|line| line.table == table);
        // A table that this program knows and the backup doesn't was not there yet: it stays empty.
        line.map(|line| Total { rows: line.rows, sha256: line.sha256 })
    };
    known(from, &manifest)?;
    let mut source = Segments { archive: from, at: 0, manifest: &manifest, table: "" };
    let filled = fill(&mut source, to, law, wanted, &expected, told).await?;
    Ok((name, filled))
}

/// A backup with a table that this program doesn't know was made by a newer one.
fn known(from: &Archive, manifest: &Manifest) -> Result<(), OperationError> {
    match manifest.tables.iter().find(|line| store::table(&line.table).is_none()) {
        Some(line) => Err(OperationError::Newer { path: from.folder().to_owned(), table: line.table.clone() }),
        None => Ok(()),
    }
}

/// The segments of a backup.
struct Segments<'a> {
    archive: &'a Archive,
    at: usize,
    manifest: &'a Manifest,
    table: &'static str,
}

impl Source for Segments<'_> {
    async fn next(&mut self, table: &'static Table) -> Result<Vec<Row>, OperationError> {
        if self.table != table.name {
            (self.table, self.at) = (table.name, 0);
        }
        let line = self.manifest.tables.iter().find(|line| line.table == table.name);
        let Some(segment) = line.and_then(|line| line.segments.get(self.at)) else { return Ok(Vec::new()) };
        self.at += 1;
        parse(self.archive, table, segment)
    }
}

/// A drill that went well.
#[derive(Clone, Debug)]
pub struct Drilled {
    /// The backup.
    pub made: Made,
    /// What was restored from it.
    pub filled: Filled,
}

/// Makes a backup, restores it into a file in a scratch folder, checks everything, and throws the file away. The backup
/// stays. `half_way` is called between the two, for whoever measures.
///
/// # Errors
/// As [`backup()`] and [`restore`].
pub async fn drill(
    place: &Place,
    to: &Archive,
    scratch: &Path,
    now: Moment,
    half_way: &dyn Fn(),
    told: Told<'_>,
) -> Result<Drilled, OperationError> {
    let made = backup(place, to, now, told).await?;
    half_way();
    let folder = tempfile::tempdir_in(scratch).map_err(OperationError::at(scratch))?;
    let file = Place::File(folder.path().join("drill.sqlite"));
    let wanted = Heads::read(&made.heads).unwrap_or_default();
    let (_, filled) = restore(to, Some(&made.name), &file, Law::All, &wanted, told).await?;
    Ok(Drilled { made, filled })
}
