//! Who owes what by when: what is due in all cases, and everything in one.

use law::time::Moment;
use uuid::Uuid;

use super::{Store, page};
use crate::{DutyCursor, DutyLine, StoreError};

pub(crate) const DUTIES_DUE: &str = "
    select case_id, duty, owed_by, due_at_ms, status, provisional
    from case_duty
    where status = 'open' and due_at_ms <= $1 and (due_at_ms, case_id, duty) > ($2, $3, $4)
    order by due_at_ms, case_id, duty
    limit $5
";

pub(crate) const DUTIES_OF_CASE: &str = "
    select case_id, duty, owed_by, due_at_ms, status, provisional
    from case_duty
    where case_id = $1 and duty > $2
    order by duty
    limit $3
";

impl Store {
    /// A page of open duties due at or before an instant, earliest first, after `after` (`None` for the first page).
    /// Provisional ones are among them: nothing is struck on such a date, but staff want to see it.
    ///
    /// # Errors
    /// The database fails.
    pub(crate) async fn duties_due(
        &self,
        by: Moment,
        after: Option<&DutyCursor>,
        limit: u32,
    ) -> Result<Vec<DutyLine>, StoreError> {
        let (due_at, case, duty) =
            after.map_or((i64::MIN, Uuid::nil(), ""), |line| (line.due_at.millis(), line.case, &line.duty));
        let rows = sqlx::query_as(DUTIES_DUE)
            .bind(by.millis())
            .bind(due_at)
            .bind(case)
            .bind(duty)
            .bind(page(limit))
            .fetch_all(&mut *self.reader().await?)
            .await?;
        Ok(rows.into_iter().map(line).collect())
    }

    /// A page of one case's duties in the order of their ids, after the duty `after` (empty for the first page).
    ///
    /// # Errors
    /// The database fails.
    pub(crate) async fn duties_of(&self, case: Uuid, after: &str, limit: u32) -> Result<Vec<DutyLine>, StoreError> {
        let rows = sqlx::query_as(DUTIES_OF_CASE)
            .bind(case)
            .bind(after)
            .bind(page(limit))
            .fetch_all(&mut *self.reader().await?)
            .await?;
        Ok(rows.into_iter().map(line).collect())
    }
}

type Row = (Uuid, String, String, i64, String, bool);

fn line((case, duty, owed_by, due_at, status, provisional): Row) -> DutyLine {
    DutyLine { case, duty, owed_by, due_at: Moment::from_millis(due_at), status, provisional }
}
