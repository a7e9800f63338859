//! Organisations and the phones of accounts; the other writes about people stand in the two files beside it.

use law::time::Moment;
use uuid::Uuid;

use super::super::dialect::Db;
use super::{Connection, accounts, coming, roster};
use crate::{Hidden, Organisation, OrganisationState, PeopleChore, Scan, StoreError};

pub(crate) const APPLY: &str = "
    insert into organisation (id, kind, name, uscc, region, employers, applicant, capacity, state, reason, created_at_ms)
    values ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', '', $9)
    on conflict (id) do update
    set kind = excluded.kind, name = excluded.name, uscc = excluded.uscc, region = excluded.region,
        employers = excluded.employers, capacity = excluded.capacity, state = 'waiting', reason = ''
    where organisation.applicant = excluded.applicant and organisation.state <> 'confirmed'
";

pub(crate) const PUT_SCAN: &str = "
    insert into organisation_scan (organisation_id, purpose, name, media, size, bytes)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (organisation_id, purpose) do update
    set name = excluded.name, media = excluded.media, size = excluded.size, bytes = excluded.bytes
";

pub(crate) const DECIDE: &str = "
    update organisation
    set state = $2, reason = $3, decided_by = $4, decided_at_ms = $5
    where id = $1 and state = 'waiting'
";

pub(crate) const PUT_PHONE: &str = "
    insert into account_phone (account_id, phone)
    values ($1, $2)
    on conflict (account_id) do update
    set phone = excluded.phone
";

/// Does one chore. Gives whether it changed anything.
pub(crate) async fn run(connection: &mut Connection, chore: &PeopleChore) -> Result<bool, StoreError> {
    match chore {
        PeopleChore::Apply { organisation, scans } => apply(connection, organisation, scans).await,
        PeopleChore::Decide { id, state, reason, by, at, leaves, stands } => {
            if !decide(connection, *id, *state, reason, *by, *at).await? {
                return Ok(false);
            }
            for (account, standing) in leaves {
                accounts::leave(connection, *account, standing, *at).await?;
            }
            for (account, standing) in stands {
                accounts::stand(connection, *account, standing, *at).await?;
            }
            Ok(true)
        }
        PeopleChore::SetPhone { account, phone: Hidden(phone), at } => {
            changed(connection, sqlx::query(PUT_PHONE).bind(*account).bind(phone.clone())).await?;
            accounts::check_phone(connection, *account, *at).await?;
            Ok(true)
        }
        PeopleChore::KeepDraft(_)
        | PeopleChore::DropDraft { .. }
        | PeopleChore::Import { .. }
        | PeopleChore::SetRosterPhone { .. }
        | PeopleChore::EraseFromRoster { .. }
        | PeopleChore::Bind { .. }
        | PeopleChore::SetGroup { .. } => roster::run(connection, chore).await,
        PeopleChore::PutPass { .. }
        | PeopleChore::TryPass { .. }
        | PeopleChore::TakePass { .. }
        | PeopleChore::PutAccountPass { .. }
        | PeopleChore::TakeAccountPass { .. }
        | PeopleChore::Say(_)
        | PeopleChore::ClaimShort { .. }
        | PeopleChore::SentShort { .. }
        | PeopleChore::RetryShort { .. }
        | PeopleChore::OpenSurvey(_)
        | PeopleChore::CloseSurvey { .. }
        | PeopleChore::Answer { .. } => coming::run(connection, chore).await,
    }
}

pub(crate) type Query = sqlx::query::Query<'static, Db, <Db as sqlx::Database>::Arguments>;

/// Whether a statement changed anything.
pub(crate) async fn changed(connection: &mut Connection, query: Query) -> Result<bool, StoreError> {
    Ok(query.execute(connection).await?.rows_affected() > 0)
}

async fn apply(connection: &mut Connection, organisation: &Organisation, scans: &[Scan]) -> Result<bool, StoreError> {
    let query = sqlx::query(APPLY)
        .bind(organisation.id)
        .bind(organisation.kind.clone())
        .bind(organisation.name.clone())
        .bind(organisation.uscc.clone())
        .bind(organisation.region.clone())
        .bind(organisation.employers.join(" "))
        .bind(organisation.applicant)
        .bind(organisation.capacity.name())
        .bind(organisation.created_at.millis());
    if !changed(connection, query).await? {
        return Ok(false);
    }
    for scan in scans {
        let query = sqlx::query(PUT_SCAN)
            .bind(organisation.id)
            .bind(scan.purpose.clone())
            .bind(scan.name.clone())
            .bind(scan.media.clone())
            .bind(i64::try_from(scan.bytes.0.len()).unwrap_or(i64::MAX))
            .bind(scan.bytes.0.clone());
        changed(connection, query).await?;
    }
    Ok(true)
}

async fn decide(
    connection: &mut Connection,
    id: Uuid,
    state: OrganisationState,
    reason: &str,
    by: Uuid,
    at: Moment,
) -> Result<bool, StoreError> {
    let query = sqlx::query(DECIDE).bind(id).bind(state.name()).bind(reason.to_owned()).bind(by).bind(at.millis());
    changed(connection, query).await
}
