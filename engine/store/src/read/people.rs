//! Organisations, rosters and the phones of accounts.

use law::time::Moment;
use uuid::Uuid;

use super::accounts::capacity_of;
use super::{Store, count, page};
use crate::{Hidden, Organisation, OrganisationState, RosterDraft, RosterPerson, Scan, StoreError};

pub(crate) const ORGANISATION: &str = "
    select id, kind, name, uscc, region, employers, applicant, capacity, state, reason, created_at_ms, decided_by,
        decided_at_ms
    from organisation
    where id = $1
";

pub(crate) const ORGANISATIONS_OF: &str = "
    select id, kind, name, uscc, region, employers, applicant, capacity, state, reason, created_at_ms, decided_by,
        decided_at_ms
    from organisation
    where applicant = $1 and id > $2
    order by id
    limit $3
";

pub(crate) const ORGANISATIONS_WITH: &str = "
    select id, kind, name, uscc, region, employers, applicant, capacity, state, reason, created_at_ms, decided_by,
        decided_at_ms
    from organisation
    where uscc = $1 and id > $2
    order by id
    limit $3
";

/// Codes that begin with the same digits stand between them and them with a sign that comes after all digits.
pub(crate) const ORGANISATIONS_IN: &str = "
    select id, kind, name, uscc, region, employers, applicant, capacity, state, reason, created_at_ms, decided_by,
        decided_at_ms
    from organisation
    where state = $1 and region >= $2 and region < $3 and (region, id) > ($4, $5)
    order by region, id
    limit $6
";

pub(crate) const SCAN: &str = "
    select purpose, name, media, bytes
    from organisation_scan
    where organisation_id = $1 and purpose = $2
";

pub(crate) const SCANS: &str = "
    select purpose, name
    from organisation_scan
    where organisation_id = $1
    limit 2
";

pub(crate) const PHONE: &str = "
    select phone
    from account_phone
    where account_id = $1
";

pub(crate) const ROSTER: &str = "
    select id, name, phone, number, post, constituency, sex, delegate, account_id
    from roster_person
    where employer = $1 and id > $2 and erased_at_ms is null
    order by id
    limit $3
";

pub(crate) const ROSTER_SIZE: &str = "
    select count(*)
    from roster_person
    where employer = $1 and erased_at_ms is null
";

pub(crate) const ROSTER_NAMED: &str = "
    select id, name, phone, number, post, constituency, sex, delegate, account_id
    from roster_person
    where employer = $1 and name = $2 and erased_at_ms is null
    order by id
    limit $3
";

pub(crate) const ROSTER_PERSON: &str = "
    select id, name, phone, number, post, constituency, sex, delegate, account_id
    from roster_person
    where employer = $1 and id = $2 and erased_at_ms is null
";

pub(crate) const ROSTERS_OF: &str = "
    select employer, id
    from roster_person
    where account_id = $1 and erased_at_ms is null
    order by employer, id
    limit $2
";

pub(crate) const DRAFT: &str = "
    select id, employer, account_id, at_ms, rows
    from roster_draft
    where id = $1
";

pub(crate) const GROUP: &str = "
    select code
    from roster_group
    where employer = $1
";

pub(crate) const GROUP_OF_CODE: &str = "
    select employer
    from roster_group
    where code = $1
";

impl Store {
    /// See [`crate::Store::organisation`].
    pub(crate) async fn organisation(&self, id: Uuid) -> Result<Option<Organisation>, StoreError> {
        let row: Option<OrganisationRow> =
            sqlx::query_as(ORGANISATION).bind(id).fetch_optional(&mut *self.reader().await?).await?;
        row.map(organisation).transpose()
    }

    /// See [`crate::Store::organisations_of`].
    pub(crate) async fn organisations_of(
        &self,
        applicant: Uuid,
        after: Uuid,
        limit: u32,
    ) -> Result<Vec<Organisation>, StoreError> {
        let query = sqlx::query_as(ORGANISATIONS_OF).bind(applicant).bind(after).bind(page(limit));
        let rows: Vec<OrganisationRow> = query.fetch_all(&mut *self.reader().await?).await?;
        rows.into_iter().map(organisation).collect()
    }

    /// See [`crate::Store::organisations_with`].
    pub(crate) async fn organisations_with(
        &self,
        uscc: &str,
        after: Uuid,
        limit: u32,
    ) -> Result<Vec<Organisation>, StoreError> {
        let query = sqlx::query_as(ORGANISATIONS_WITH).bind(uscc).bind(after).bind(page(limit));
        let rows: Vec<OrganisationRow> = query.fetch_all(&mut *self.reader().await?).await?;
        rows.into_iter().map(organisation).collect()
    }

    /// See [`crate::Store::organisations_in`].
    pub(crate) async fn organisations_in(
        &self,
        state: OrganisationState,
        digits: &str,
        after: Option<(&str, Uuid)>,
        limit: u32,
    ) -> Result<Vec<Organisation>, StoreError> {
        let (region, id) = after.unwrap_or(("", Uuid::nil()));
        let query = sqlx::query_as(ORGANISATIONS_IN).bind(state.name()).bind(digits).bind(format!("{digits}:"));
        let query = query.bind(region).bind(id).bind(page(limit));
        let rows: Vec<OrganisationRow> = query.fetch_all(&mut *self.reader().await?).await?;
        rows.into_iter().map(organisation).collect()
    }

    /// See [`crate::Store::scan`].
    pub(crate) async fn scan(&self, organisation: Uuid, purpose: &str) -> Result<Option<Scan>, StoreError> {
        let query = sqlx::query_as(SCAN).bind(organisation).bind(purpose);
        let row: Option<(String, String, String, Vec<u8>)> = query.fetch_optional(&mut *self.reader().await?).await?;
        Ok(row.map(|(purpose, name, media, bytes)| Scan { purpose, name, media, bytes: Hidden(bytes) }))
    }

    /// See [`crate::Store::scans`].
    pub(crate) async fn scans(&self, organisation: Uuid) -> Result<Vec<(String, String)>, StoreError> {
        let mut scans: Vec<(String, String)> =
            sqlx::query_as(SCANS).bind(organisation).fetch_all(&mut *self.reader().await?).await?;
        scans.sort();
        Ok(scans)
    }

    /// See [`crate::Store::phone`].
    pub(crate) async fn phone(&self, account: Uuid) -> Result<Option<Hidden<String>>, StoreError> {
        let phone: Option<String> =
            sqlx::query_scalar(PHONE).bind(account).fetch_optional(&mut *self.reader().await?).await?;
        Ok(phone.map(Hidden))
    }

    /// See [`crate::Store::roster`].
    pub(crate) async fn roster(
        &self,
        employer: &str,
        after: Uuid,
        limit: u32,
    ) -> Result<Vec<RosterPerson>, StoreError> {
        let query = sqlx::query_as(ROSTER).bind(employer).bind(after).bind(page(limit));
        let rows: Vec<PersonRow> = query.fetch_all(&mut *self.reader().await?).await?;
        Ok(rows.into_iter().map(person).collect())
    }

    /// See [`crate::Store::roster_size`].
    pub(crate) async fn roster_size(&self, employer: &str) -> Result<u64, StoreError> {
        let size = sqlx::query_scalar(ROSTER_SIZE).bind(employer).fetch_one(&mut *self.reader().await?).await?;
        count("roster_person", size)
    }

    /// See [`crate::Store::roster_named`].
    pub(crate) async fn roster_named(
        &self,
        employer: &str,
        name: &str,
        limit: u32,
    ) -> Result<Vec<RosterPerson>, StoreError> {
        let query = sqlx::query_as(ROSTER_NAMED).bind(employer).bind(name).bind(page(limit));
        let rows: Vec<PersonRow> = query.fetch_all(&mut *self.reader().await?).await?;
        Ok(rows.into_iter().map(person).collect())
    }

    /// See [`crate::Store::roster_person`].
    pub(crate) async fn roster_person(&self, employer: &str, id: Uuid) -> Result<Option<RosterPerson>, StoreError> {
        let query = sqlx::query_as(ROSTER_PERSON).bind(employer).bind(id);
        let row: Option<PersonRow> = query.fetch_optional(&mut *self.reader().await?).await?;
        Ok(row.map(person))
    }

    /// See [`crate::Store::rosters_of`].
    pub(crate) async fn rosters_of(&self, account: Uuid, limit: u32) -> Result<Vec<(String, Uuid)>, StoreError> {
        let query = sqlx::query_as(ROSTERS_OF).bind(account).bind(page(limit));
        Ok(query.fetch_all(&mut *self.reader().await?).await?)
    }

    /// See [`crate::Store::roster_draft`].
    pub(crate) async fn roster_draft(&self, id: Uuid) -> Result<Option<RosterDraft>, StoreError> {
        let row: Option<(Uuid, String, Uuid, i64, Vec<u8>)> =
            sqlx::query_as(DRAFT).bind(id).fetch_optional(&mut *self.reader().await?).await?;
        Ok(row.map(|(id, employer, account, at, rows)| RosterDraft {
            id,
            employer,
            account,
            at: Moment::from_millis(at),
            rows: Hidden(rows),
        }))
    }

    /// See [`crate::Store::group`].
    pub(crate) async fn group(&self, employer: &str) -> Result<Option<String>, StoreError> {
        Ok(sqlx::query_scalar(GROUP).bind(employer).fetch_optional(&mut *self.reader().await?).await?)
    }

    /// See [`crate::Store::group_of_code`].
    pub(crate) async fn group_of_code(&self, code: &str) -> Result<Option<String>, StoreError> {
        Ok(sqlx::query_scalar(GROUP_OF_CODE).bind(code).fetch_optional(&mut *self.reader().await?).await?)
    }
}

type OrganisationRow =
    (Uuid, String, String, String, String, String, Uuid, String, String, String, i64, Option<Uuid>, Option<i64>);

fn organisation(row: OrganisationRow) -> Result<Organisation, StoreError> {
    let (id, kind, name, uscc, region, employers, applicant, capacity, state, reason, created, by, at) = row;
    let found = OrganisationState::ALL.into_iter().find(|known| known.name() == state);
    Ok(Organisation {
        id,
        kind,
        name,
        uscc,
        region,
        employers: employers.split(' ').filter(|code| !code.is_empty()).map(str::to_owned).collect(),
        applicant,
        capacity: capacity_of(&capacity)?,
        state: found.ok_or(StoreError::Value { column: "organisation.state", found: state })?,
        reason,
        created_at: Moment::from_millis(created),
        decided: by.zip(at.map(Moment::from_millis)),
    })
}

type PersonRow = (
    Uuid,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<String>,
    bool,
    Option<Uuid>,
);

fn person((id, name, phone, number, post, constituency, sex, delegate, account): PersonRow) -> RosterPerson {
    RosterPerson {
        id,
        name: Hidden(name.unwrap_or_default()),
        phone: Hidden(phone.unwrap_or_default()),
        number: number.unwrap_or_default(),
        post: post.unwrap_or_default(),
        constituency: constituency.unwrap_or_default(),
        sex: sex.unwrap_or_default(),
        delegate,
        account,
    }
}
