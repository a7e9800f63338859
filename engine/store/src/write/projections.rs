//! What pages ask for, brought up to date with the records of the same transaction.

use uuid::Uuid;

use super::super::read::cases::open_negotiation;
use super::{Connection, Script, Set};
use crate::{CaseLine, DutyLine, StoreError};

pub(crate) const PUT_CASES: Set = Set {
    start: "
    insert into case_list (case_id, number, employer_name, employer_uscc, union_name, region, profile, scope, stage,
        opened_at_ms)
    ",
    end: "
    on conflict (case_id) do update
    set number = excluded.number, employer_name = excluded.employer_name, employer_uscc = excluded.employer_uscc,
        union_name = excluded.union_name, region = excluded.region, profile = excluded.profile,
        scope = excluded.scope, stage = excluded.stage
    ",
    columns: 10,
};

pub(crate) const PUT_DUTIES: Set = Set {
    start: "
    insert into case_duty (case_id, duty, owed_by, due_at_ms, status, provisional)
    ",
    end: "
    on conflict (case_id, duty) do update
    set owed_by = excluded.owed_by, due_at_ms = excluded.due_at_ms, status = excluded.status,
        provisional = excluded.provisional
    ",
    columns: 6,
};

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
    script.add(PUT_CASES, cases, |row, case| {
        row.id(case.case)
            .text(case.number.clone())
            .text(case.employer_name.clone())
            .text(case.employer_uscc.clone())
            .text(case.union_name.clone())
            .text(case.region.clone())
            .text(case.profile.clone())
            .text(case.scope.clone())
            .text(case.stage.clone())
            .int(case.opened_at.millis());
    });
    script.add(PUT_DUTIES, duties, |row, duty| {
        row.id(duty.case)
            .text(duty.duty.clone())
            .text(duty.owed_by.clone())
            .int(duty.due_at.millis())
            .text(duty.status.clone())
            .flag(duty.provisional);
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
