//! Rosters: lists that wait, people who come on and are erased, the group's code.

use law::time::Moment;
use uuid::Uuid;

use super::Connection;
use super::people::{Query, changed};
use crate::{Hidden, PeopleChore, RosterDraft, RosterPerson, StoreError};

pub(crate) const KEEP_DRAFT: &str = "
    insert into roster_draft (id, employer, account_id, at_ms, rows)
    values ($1, $2, $3, $4, $5)
    on conflict do nothing
";

pub(crate) const DROP_DRAFT: &str = "
    delete from roster_draft
    where id = $1
";

pub(crate) const PUT_ON_ROSTER: &str = "
    insert into roster_person (employer, id, name, phone, number, post, constituency, sex, delegate)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    on conflict do nothing
";

pub(crate) const SET_ROSTER_PHONE: &str = "
    update roster_person
    set phone = $3
    where employer = $1 and id = $2 and erased_at_ms is null
";

pub(crate) const ERASE_FROM_ROSTER: &str = "
    update roster_person
    set name = null, phone = null, number = null, post = null, constituency = null, sex = null, account_id = null,
        erased_at_ms = $3
    where employer = $1 and id = $2 and erased_at_ms is null
";

pub(crate) const BIND: &str = "
    update roster_person
    set account_id = $3
    where employer = $1 and id = $2 and erased_at_ms is null
";

pub(crate) const SET_GROUP: &str = "
    insert into roster_group (employer, code, at_ms)
    values ($1, $2, $3)
    on conflict (employer) do update
    set code = excluded.code, at_ms = excluded.at_ms
";

/// Does one chore about a roster. Gives whether it changed anything.
pub(crate) async fn run(connection: &mut Connection, chore: &PeopleChore) -> Result<bool, StoreError> {
    match chore {
        PeopleChore::KeepDraft(draft) => changed(connection, keep(draft)).await,
        PeopleChore::DropDraft { id } => changed(connection, sqlx::query(DROP_DRAFT).bind(*id)).await,
        PeopleChore::Import { draft, employer, persons } => import(connection, *draft, employer, persons).await,
        PeopleChore::SetRosterPhone { employer, person, phone: Hidden(phone) } => {
            changed(connection, about(SET_ROSTER_PHONE, employer, *person).bind(phone.clone())).await
        }
        PeopleChore::EraseFromRoster { employer, person, at } => {
            changed(connection, about(ERASE_FROM_ROSTER, employer, *person).bind(at.millis())).await
        }
        PeopleChore::Bind { employer, person, account } => {
            changed(connection, about(BIND, employer, *person).bind(*account)).await
        }
        PeopleChore::SetGroup { employer, code, at } => changed(connection, group(employer, code, *at)).await,
        PeopleChore::Apply { .. }
        | PeopleChore::Decide { .. }
        | PeopleChore::SetPhone { .. }
        | PeopleChore::PutPass { .. }
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
        | PeopleChore::Answer { .. } => Ok(false),
    }
}

fn about(sql: &'static str, employer: &str, person: Uuid) -> Query {
    sqlx::query(sql).bind(employer.to_owned()).bind(person)
}

fn group(employer: &str, code: &str, at: Moment) -> Query {
    sqlx::query(SET_GROUP).bind(employer.to_owned()).bind(code.to_owned()).bind(at.millis())
}

fn keep(draft: &RosterDraft) -> Query {
    sqlx::query(KEEP_DRAFT)
        .bind(draft.id)
        .bind(draft.employer.clone())
        .bind(draft.account)
        .bind(draft.at.millis())
        .bind(draft.rows.0.clone())
}

/// The list goes with what it brought: a second confirmation finds nothing.
async fn import(
    connection: &mut Connection,
    draft: Uuid,
    employer: &str,
    persons: &[RosterPerson],
) -> Result<bool, StoreError> {
    if !changed(connection, sqlx::query(DROP_DRAFT).bind(draft)).await? {
        return Ok(false);
    }
    for person in persons {
        let query = about(PUT_ON_ROSTER, employer, person.id)
            .bind(person.name.0.clone())
            .bind(person.phone.0.clone())
            .bind(person.number.clone())
            .bind(person.post.clone())
            .bind(person.constituency.clone())
            .bind(person.sex.clone())
            .bind(person.delegate);
        changed(connection, query).await?;
    }
    Ok(true)
}
