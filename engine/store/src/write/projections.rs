//! What pages ask for, brought up to date with the records of the same transaction.

use uuid::Uuid;

use super::super::read::cases::open_negotiation;
use super::{Connection, Script};
use crate::{CaseLine, DutyLine, StoreError};

pub(crate) const PUT_CASES: (&str, &str) = (
    "
    insert into case_list (case_id, number, employer_name, employer_uscc, union_name, region, profile, scope, stage,
        opened_at_ms)
    ",
    "
    on conflict (case_id) do update
    set number = excluded.number, employer_name = excluded.employer_name, employer_uscc = excluded.employer_uscc,
        union_name = excluded.union_name, region = excluded.region, profile = excluded.profile,
        scope = excluded.scope, stage = excluded.stage
    ",
);

pub(crate) const PUT_DUTIES: (&str, &str) = (
    "
    insert into case_duty (case_id, duty, owed_by, due_at_ms, status, provisional)
    ",
    "
    on conflict (case_id, duty) do update
    set owed_by = excluded.owed_by, due_at_ms = excluded.due_at_ms, status = excluded.status,
        provisional = excluded.provisional
    ",
);

pub(crate) const CLAIM: &str = "
    insert into open_negotiation (employer_uscc, kind, case_id)
    values ($1, $2, $3)
    on conflict do nothing
";

pub(crate) const RELEASE: &str = "
    delete from open_negotiation
    where case_id = $1
";

/// Writes the lines of cases and those of their duties that changed.
pub(crate) fn put(script: &mut Script, cases: &[CaseLine], duties: &[DutyLine]) {
    script.add(PUT_CASES, 10, cases, |row, case| {
        row.push_bind(case.case)
            .push_bind(case.number.clone())
            .push_bind(case.employer_name.clone())
            .push_bind(case.employer_uscc.clone())
            .push_bind(case.union_name.clone())
            .push_bind(case.region.clone())
            .push_bind(case.profile.clone())
            .push_bind(case.scope.clone())
            .push_bind(case.stage.clone())
            .push_bind(case.opened_at.millis());
    });
    script.add(PUT_DUTIES, 6, duties, |row, duty| {
        row.push_bind(duty.case)
            .push_bind(duty.duty.clone())
            .push_bind(duty.owed_by.clone())
            .push_bind(duty.due_at.millis())
            .push_bind(duty.status.clone())
            .push_bind(duty.provisional);
    });
}

/// Claims an employer's open negotiation of a kind for a case. Gives the case that holds it: this one, or another.
pub(crate) async fn claim(connection: &mut Connection, uscc: &str, kind: &str, case: Uuid) -> Result<Uuid, StoreError> {
    let done = sqlx::query(CLAIM).bind(uscc).bind(kind).bind(case).execute(&mut *connection).await?;
    if done.rows_affected() == 1 {
        return Ok(case);
    }
    Ok(open_negotiation(connection, uscc, kind).await?.unwrap_or(case))
}

/// Gives the claim of a case back.
pub(crate) async fn release(connection: &mut Connection, case: Uuid) -> Result<(), StoreError> {
    sqlx::query(RELEASE).bind(case).execute(connection).await?;
    Ok(())
}
