//! Who owes what by when: what is due in all cases, and everything in one.

use law::time::Moment;
use uuid::Uuid;

use super::{Store, page};
use crate::{DutyCursor, DutyLine, StoreError};

pub(crate) const DUTIES_DUE: &str = "
    select case_id, duty, owed_by, due_at_ms, status, provisional, kind
    from case_duty
    where status = 'open' and due_at_ms <= $1 and (due_at_ms, case_id, duty) > ($2, $3, $4)
    order by due_at_ms, case_id, duty
    limit $5
";

pub(crate) const DUTIES_OF_CASE: &str = "
    select case_id, duty, owed_by, due_at_ms, status, provisional, kind
    from case_duty
    where case_id = $1 and duty > $2
    order by duty
    limit $3
";

pub(crate) const DUTIES_OF_REGION: &str = "
    select case_id, duty, owed_by, due_at_ms, status, provisional, kind
    from case_list
    join case_duty using (case_id)
    where region = $1 and case_id > $2 and status in ('open', 'struck')
    order by case_id
    limit $3
";

pub(crate) const DUTIES_OF_CITY: &str = "
    select case_id, duty, owed_by, due_at_ms, status, provisional, kind
    from case_list
    join case_duty using (case_id)
    where substr(region, 1, 4) = $1 and case_id > $2 and status in ('open', 'struck')
    order by case_id
    limit $3
";

pub(crate) const DUTIES_OF_PROVINCE: &str = "
    select case_id, duty, owed_by, due_at_ms, status, provisional, kind
    from case_list
    join case_duty using (case_id)
    where substr(region, 1, 2) = $1 and case_id > $2 and status in ('open', 'struck')
    order by case_id
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

    /// What is open or overdue in the cases of a region, by case, for whole cases after the case `after`; see
    /// [`crate::Store::duties_in`].
    pub(crate) async fn duties_in(
        &self,
        region: &str,
        after: Option<Uuid>,
        limit: u32,
    ) -> Result<Vec<DutyLine>, StoreError> {
        let sql = match region.len() {
            2 => DUTIES_OF_PROVINCE,
            4 => DUTIES_OF_CITY,
            _ => DUTIES_OF_REGION,
        };
        let rows: Vec<Row> = sqlx::query_as(sql)
            .bind(region)
            .bind(after.unwrap_or(Uuid::nil()))
            .bind(page(limit))
            .fetch_all(&mut *self.reader().await?)
            .await?;
        let full = rows.len() == usize::try_from(page(limit)).unwrap_or(usize::MAX);
        let mut lines: Vec<DutyLine> = rows.into_iter().map(line).collect();
        // The last case of a full page may go on behind it: it comes whole with the next.
        if let Some(last) = lines.last().map(|line| line.case).filter(|_| full)
            && lines.first().is_some_and(|first| first.case != last)
        {
            lines.retain(|line| line.case != last);
        }
        Ok(lines)
    }
}

type Row = (Uuid, String, String, i64, String, bool, String);

fn line((case, duty, owed_by, due_at, status, provisional, kind): Row) -> DutyLine {
    DutyLine { case, duty, owed_by, due_at: Moment::from_millis(due_at), status, provisional, kind }
}
