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
    insert into case_duty (case_id, duty, owed_by, due_at_ms, status, provisional, kind)
    ",
    end: "
    on conflict (case_id, duty) do update
    set owed_by = excluded.owed_by, due_at_ms = excluded.due_at_ms, status = excluded.status,
        provisional = excluded.provisional, kind = excluded.kind
    ",
    columns: 7,
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

/// The claims of many offers at once. One that is taken fails the script with [`StoreError::HeadMoved`].
pub(crate) const INSERT_CLAIMS: Set = Set {
    start: "
    insert into open_negotiation (employer_uscc, kind, case_id)
    ",
    end: "",
    columns: 3,
};

pub(crate) const RELEASE_CASES: Set = Set {
    start: "
    delete from open_negotiation
    where case_id in (
    ",
    end: ")",
    columns: 1,
};

/// An employer's open negotiation of a kind, claimed for a case.
pub(crate) struct NewClaim {
    pub(crate) employer: String,
    pub(crate) kind: &'static str,
    pub(crate) case: Uuid,
}

/// Gives claims back, and takes others.
pub(crate) fn claim_all(script: &mut Script, released: Vec<Uuid>, claims: Vec<NewClaim>) {
    script.add(RELEASE_CASES, released, |row, case| {
        row.id(case);
    });
    script.add(INSERT_CLAIMS, claims, |row, claim| {
        row.text(claim.employer).text(claim.kind.to_owned()).id(claim.case);
    });
}

/// Writes the lines of cases and those of their duties that changed.
pub(crate) fn put(script: &mut Script, cases: Vec<CaseLine>, duties: Vec<DutyLine>) {
    script.add(PUT_CASES, cases, |row, case| {
        row.id(case.case)
            .text(case.number)
            .text(case.employer_name)
            .text(case.employer_uscc)
            .text(case.union_name)
            .text(case.region)
            .text(case.profile)
            .text(case.scope)
            .text(case.stage)
            .int(case.opened_at.millis());
    });
    script.add(PUT_DUTIES, duties, |row, duty| {
        row.id(duty.case)
            .text(duty.duty)
            .text(duty.owed_by)
            .int(duty.due_at.millis())
            .text(duty.status)
            .flag(duty.provisional)
            .text(duty.kind);
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
