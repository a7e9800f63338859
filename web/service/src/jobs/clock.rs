//! The clock: whatever is due by now is struck, case by case, each by its own rules and dated by the law.

use store::{DutyCursor, MAX_PAGE, StoreError};

use super::{Instant, Jobs};

/// Strikes everything that is due. Gives how many records that made.
///
/// A duty with a provisional date is never struck; the index shows it, and the round passes over it. Whoever acts in a
/// case meets what was due whether or not this job has run: it only keeps silent cases from waiting. So nothing is struck
/// while this process's clock is ahead.
///
/// # Errors
/// The list can't be read. A case that can't be struck is told in the log and doesn't keep the others waiting.
pub(super) async fn strike_due(jobs: &Jobs) -> Result<u64, StoreError> {
    let (mut after, mut struck): (Option<DutyCursor>, _) = (None, 0);
    loop {
        let Some(Instant { now, .. }) = jobs.instant().await? else { return Ok(struck) };
        let page = jobs.desk.store().duties_due(now, after.as_ref(), MAX_PAGE).await?;
        let Some(last) = page.last() else { return Ok(struck) };
        after = Some(last.cursor());
        let mut cases: Vec<_> = page.iter().filter(|line| !line.provisional).map(|line| line.case).collect();
        cases.dedup();
        for case in cases {
            match jobs.desk.strike_by(case, now).await {
                Ok(records) => {
                    struck += records.len() as u64;
                    jobs.metrics.struck.inc_by(records.len() as u64);
                }
                Err(error) => {
                    jobs.metrics.strike_failures.inc();
                    tracing::error!(%case, %error, "a case can't be struck");
                }
            }
        }
    }
}
