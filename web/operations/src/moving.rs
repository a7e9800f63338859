//! A move: everything from one place to another, which is empty.

use law::time::Moment;
use store::{Place, Row, Snapshot, Table};

use crate::fill::{Filled, Source, fill};
use crate::{Heads, Law, OperationError, Told};

/// Moves everything from one place to another. Whoever writes to the source waits meanwhile, so that nothing is left
/// behind; a process that serves it has to be stopped first. Nothing can be used at the target unless everything is
/// there. The source stays as it is.
///
/// # Errors
/// The source is served; the target isn't empty; something reads back otherwise, or a chain doesn't hold.
pub async fn move_store(
    from: &Place,
    to: &Place,
    now: Moment,
    law: Law,
    told: Told<'_>,
) -> Result<Filled, OperationError> {
    let mut snapshot = Snapshot::frozen(from).await?;
    if let Some(until) = snapshot.leased_until().await?.filter(|until| *until > now) {
        return Err(OperationError::Served { until });
    }
    let mut source = Pages { last: None, snapshot };
    let filled = fill(&mut source, to, law, &Heads::default(), &|_| None, told).await?;
    source.snapshot.close().await?;
    Ok(filled)
}

/// The pages of a snapshot.
struct Pages {
    last: Option<(&'static str, Row)>,
    snapshot: Snapshot,
}

impl Source for Pages {
    async fn next(&mut self, table: &'static Table) -> Result<Vec<Row>, OperationError> {
        let last = self.last.as_ref().filter(|(name, _)| *name == table.name).map(|(_, row)| row);
        let page = self.snapshot.page(table, last).await?;
        self.last = page.last().map(|row| (table.name, row.clone()));
        Ok(page)
    }
}
