//! Lists of cases, newest opening first.

use law::time::Moment;
use uuid::Uuid;

use super::{Connection, Store, page};
use crate::{CaseFilter, CaseLine, StoreError};

pub(crate) const CASE: &str = "
    select case_id, number, employer_name, employer_uscc, union_name, region, profile, scope, stage,
        opened_at_ms, at_ms
    from case_list
    join case_head using (case_id)
    where case_id = $1
";

pub(crate) const CASES: &str = "
    select case_id, number, employer_name, employer_uscc, union_name, region, profile, scope, stage,
        opened_at_ms, at_ms
    from case_list
    join case_head using (case_id)
    where case_id < $1
    order by case_id desc
    limit $2
";

pub(crate) const CASES_OF_EMPLOYER: &str = "
    select case_id, number, employer_name, employer_uscc, union_name, region, profile, scope, stage,
        opened_at_ms, at_ms
    from case_list
    join case_head using (case_id)
    where employer_uscc = $3 and case_id < $1
    order by case_id desc
    limit $2
";

pub(crate) const CASES_OF_REGION: &str = "
    select case_id, number, employer_name, employer_uscc, union_name, region, profile, scope, stage,
        opened_at_ms, at_ms
    from case_list
    join case_head using (case_id)
    where region = $3 and case_id < $1
    order by case_id desc
    limit $2
";

pub(crate) const CASES_OF_CITY: &str = "
    select case_id, number, employer_name, employer_uscc, union_name, region, profile, scope, stage,
        opened_at_ms, at_ms
    from case_list
    join case_head using (case_id)
    where substr(region, 1, 4) = $3 and case_id < $1
    order by case_id desc
    limit $2
";

pub(crate) const CASES_OF_PROVINCE: &str = "
    select case_id, number, employer_name, employer_uscc, union_name, region, profile, scope, stage,
        opened_at_ms, at_ms
    from case_list
    join case_head using (case_id)
    where substr(region, 1, 2) = $3 and case_id < $1
    order by case_id desc
    limit $2
";

pub(crate) const CASES_AT_STAGE: &str = "
    select case_id, number, employer_name, employer_uscc, union_name, region, profile, scope, stage,
        opened_at_ms, at_ms
    from case_list
    join case_head using (case_id)
    where stage = $3 and case_id < $1
    order by case_id desc
    limit $2
";

pub(crate) const OPEN_NEGOTIATION: &str = "
    select case_id
    from open_negotiation
    where employer_uscc = $1 and kind = $2
";

impl Store {
    /// A page of cases, newest opening first, after the case `after` (`None` for the first page).
    ///
    /// # Errors
    /// The database fails.
    pub(crate) async fn cases(
        &self,
        filter: &CaseFilter,
        after: Option<Uuid>,
        limit: u32,
    ) -> Result<Vec<CaseLine>, StoreError> {
        let (sql, value) = match filter {
            CaseFilter::All => (CASES, None),
            CaseFilter::Employer(uscc) => (CASES_OF_EMPLOYER, Some(uscc)),
            CaseFilter::Region(code) if code.len() == 2 => (CASES_OF_PROVINCE, Some(code)),
            CaseFilter::Region(code) if code.len() == 4 => (CASES_OF_CITY, Some(code)),
            CaseFilter::Region(code) => (CASES_OF_REGION, Some(code)),
            CaseFilter::Stage(name) => (CASES_AT_STAGE, Some(name)),
        };
        let mut query = sqlx::query_as::<_, Row>(sql).bind(after.unwrap_or(Uuid::max())).bind(page(limit));
        if let Some(value) = value {
            query = query.bind(value);
        }
        let rows = query.fetch_all(&mut *self.reader().await?).await?;
        Ok(rows.into_iter().map(line).collect())
    }

    /// One case's line; `None` where there is no such case.
    ///
    /// # Errors
    /// The database fails.
    pub(crate) async fn case(&self, case: Uuid) -> Result<Option<CaseLine>, StoreError> {
        let row = sqlx::query_as(CASE).bind(case).fetch_optional(&mut *self.reader().await?).await?;
        Ok(row.map(line))
    }
}

/// The case that holds an employer's open negotiation of a kind.
pub(crate) async fn open_negotiation(
    connection: &mut Connection,
    uscc: &str,
    kind: &str,
) -> Result<Option<Uuid>, StoreError> {
    Ok(sqlx::query_scalar(OPEN_NEGOTIATION).bind(uscc).bind(kind).fetch_optional(connection).await?)
}

type Row = (Uuid, Option<String>, String, String, String, String, String, String, String, i64, i64);

fn line(row: Row) -> CaseLine {
    let (case, number, employer_name, employer_uscc, union_name, region, profile, scope, stage, opened, changed) = row;
    CaseLine {
        case,
        number,
        employer_name,
        employer_uscc,
        union_name,
        region,
        profile,
        scope,
        stage,
        opened_at: Moment::from_millis(opened),
        changed_at: Moment::from_millis(changed),
    }
}
