//! Ballots: the roll, who took a token, the published list. What anybody chose never comes through here.

use ::ballot::{Counts, MAX_EXTENSIONS, Mark, Register, Set};
use ledger::Digest;
use uuid::Uuid;

use super::super::read::ballots::register;
use super::coming::short;
use super::people::changed;
use super::{Connection, challenges};
use crate::{BallotChore, NewBallot, RollStep, StoreError};

pub(crate) const INSERT_BALLOT: &str = "
    insert into ballot (case_id, ballot_id, definition, closes_at_ms)
    values ($1, $2, $3, $4)
    on conflict do nothing
";

pub(crate) const INSERT_VOTER: &str = "
    insert into ballot_voter (case_id, ballot_id, voter, roll_id, person)
    values ($1, $2, $3, $4, $5)
    on conflict do nothing
";

pub(crate) const INSERT_REGISTER: &str = "
    insert into ballot_register (case_id, ballot_id, marks)
    values ($1, $2, $3)
    on conflict do nothing
";

/// Nothing once the list is kept: it says how many took something, and nobody takes anything after it.
pub(crate) const SET_MARKS: &str = "
    update ballot_register
    set marks = $3
    where case_id = $1 and ballot_id = $2 and exists (
        select 1
        from ballot
        where ballot.case_id = $1 and ballot.ballot_id = $2 and bundle is null
    )
";

pub(crate) const SET_LINK: &str = "
    update ballot_voter
    set link = $4
    where case_id = $1 and ballot_id = $2 and voter = $3
";

pub(crate) const CLOSE_BALLOT: &str = "
    update ballot
    set bundle = $3
    where case_id = $1 and ballot_id = $2 and bundle is null
";

/// Nothing where somebody else extended it meanwhile, or the list is kept.
pub(crate) const INSERT_EXTENSION: &str = "
    insert into ballot_extension (case_id, ballot_id, number, closes_at_ms, extension)
    select case_id, ballot_id, $3, $4, $5
    from ballot
    where case_id = $1 and ballot_id = $2 and bundle is null and $3 = (
        select count(*)
        from ballot_extension before
        where before.case_id = $1 and before.ballot_id = $2
    ) and $3 < $6
    on conflict do nothing
";

pub(crate) const INSERT_ROLL: &str = "
    insert into ballot_roll (case_id, roll_id, content, published_by, published_at_ms)
    values ($1, $2, $3, $4, $5)
    on conflict do nothing
";

pub(crate) const INSERT_ROLL_NAME: &str = "
    insert into ballot_roll_name (case_id, roll_id, number, person_id, salt, fields)
    values ($1, $2, $3, $4, $5, $6)
    on conflict do nothing
";

/// Whoever is erased in a case is erased on its rolls.
pub(crate) const ERASE_ROLL_NAMES: &str = "
    update ballot_roll_name
    set erased_at_ms = $1, salt = null, fields = null
    where case_id = $2 and person_id = $3 and erased_at_ms is null
";

/// Everybody on the rolls of a case.
pub(crate) const ERASE_ALL_ROLL_NAMES: &str = "
    update ballot_roll_name
    set erased_at_ms = $1, salt = null, fields = null
    where case_id = $2 and erased_at_ms is null
";

pub(crate) const CLOSE_ROLL: &str = "
    update ballot_roll
    set closed_by = $3, closed_at_ms = $4
    where case_id = $1 and roll_id = $2 and closed_by is null
";

pub(crate) const CONFIRM_ROLL: &str = "
    update ballot_roll
    set confirmed_by = $3, confirmed_at_ms = $4
    where case_id = $1 and roll_id = $2 and closed_by <> $3 and confirmed_by is null
";

pub(crate) const INSERT_BALLOT_REMINDER: &str = "
    insert into ballot_reminder (case_id, ballot_id, hours, at_ms)
    values ($1, $2, $3, $4)
    on conflict do nothing
";

/// Does one chore. Gives whether it changed anything.
pub(crate) async fn run(connection: &mut Connection, chore: &BallotChore) -> Result<bool, StoreError> {
    match chore {
        BallotChore::Open(new) => open(connection, new).await,
        BallotChore::Mark { case, ballot, voter, mark } => set_mark(connection, *case, *ballot, *voter, *mark).await,
        BallotChore::Links { case, ballot, links } => set_links(connection, *case, *ballot, links).await,
        BallotChore::Extend { case, ballot, number, closes_at, extension } => {
            let query = sqlx::query(INSERT_EXTENSION).bind(*case).bind(*ballot).bind(i64::from(*number));
            let query = query.bind(closes_at.millis()).bind(extension.clone());
            changed(connection, query.bind(i64::from(MAX_EXTENSIONS))).await
        }
        BallotChore::PublishRoll { case, roll, content, names, by } => {
            let query = sqlx::query(INSERT_ROLL).bind(*case).bind(*roll).bind(content.clone());
            if !changed(connection, query.bind(by.by.clone()).bind(by.at.millis())).await? {
                return Ok(false);
            }
            for (number, name) in (0_i64..).zip(names) {
                let query = sqlx::query(INSERT_ROLL_NAME).bind(*case).bind(*roll).bind(number).bind(name.id.clone());
                changed(connection, query.bind(name.salt.to_vec()).bind(name.fields.clone())).await?;
            }
            Ok(true)
        }
        BallotChore::Challenge(chore) => challenges::run(connection, &challenges::ROLL, chore).await,
        BallotChore::Objection(chore) => challenges::run(connection, &challenges::ATTENDANCE, chore).await,
        BallotChore::CloseRoll { case, roll, by } => step(connection, CLOSE_ROLL, *case, *roll, by).await,
        BallotChore::ConfirmRoll { case, roll, by } => step(connection, CONFIRM_ROLL, *case, *roll, by).await,
        BallotChore::EraseRolls { case, at } => {
            let mut any = false;
            for sql in [ERASE_ALL_ROLL_NAMES, super::challenges::ERASE_ALL_CHALLENGES] {
                any |= changed(connection, sqlx::query(sql).bind(at.millis()).bind(*case)).await?;
            }
            Ok(any)
        }
        BallotChore::Remind { case, ballot, hours, at, messages } => {
            let query = sqlx::query(INSERT_BALLOT_REMINDER).bind(*case).bind(*ballot).bind(i64::from(*hours));
            if !changed(connection, query.bind(at.millis())).await? {
                return Ok(false);
            }
            for message in messages {
                changed(connection, short(message)).await?;
            }
            Ok(true)
        }
        BallotChore::Close { case, ballot, issued, bundle } => close(connection, *case, *ballot, *issued, bundle).await,
    }
}

async fn step(
    connection: &mut Connection,
    sql: &'static str,
    case: Uuid,
    roll: Uuid,
    by: &RollStep,
) -> Result<bool, StoreError> {
    changed(connection, sqlx::query(sql).bind(case).bind(roll).bind(by.by.clone()).bind(by.at.millis())).await
}

async fn open(connection: &mut Connection, new: &NewBallot) -> Result<bool, StoreError> {
    let NewBallot { case, ballot, closes_at, definition, links, messages, roll, voters } = new;
    let query = sqlx::query(INSERT_BALLOT).bind(*case).bind(*ballot).bind(definition.clone());
    if query.bind(closes_at.millis()).execute(&mut *connection).await?.rows_affected() == 0 {
        return Ok(false);
    }
    for (number, person) in (0_i64..).zip(voters) {
        let query = sqlx::query(INSERT_VOTER).bind(*case).bind(*ballot).bind(number).bind(*roll).bind(person);
        query.execute(&mut *connection).await?;
    }
    let empty = Register::empty(u32::try_from(voters.len()).unwrap_or(u32::MAX));
    let query = sqlx::query(INSERT_REGISTER).bind(*case).bind(*ballot).bind(empty.bytes().to_vec());
    query.execute(&mut *connection).await?;
    set_links(connection, *case, *ballot, links).await?;
    for message in messages {
        changed(connection, short(message)).await?;
    }
    Ok(true)
}

async fn set_mark(
    connection: &mut Connection,
    case: Uuid,
    ballot: Uuid,
    voter: u32,
    mark: Mark,
) -> Result<bool, StoreError> {
    let Some(mut found) = register(connection, case, ballot).await? else { return Ok(false) };
    match found.set(voter, mark) {
        Some(Set::New) => {}
        Some(Set::Same | Set::Other(_)) | None => return Ok(false),
    }
    write_marks(connection, case, ballot, &found).await
}

async fn write_marks(
    connection: &mut Connection,
    case: Uuid,
    ballot: Uuid,
    register: &Register,
) -> Result<bool, StoreError> {
    changed(connection, sqlx::query(SET_MARKS).bind(case).bind(ballot).bind(register.bytes().to_vec())).await
}

/// The list is kept with the register that it counts. The register is written as it is, so that a mark that comes at the
/// same time on another connection is either counted or finds the list.
async fn close(
    connection: &mut Connection,
    case: Uuid,
    ballot: Uuid,
    issued: Counts,
    bundle: &[u8],
) -> Result<bool, StoreError> {
    let Some(found) = register(connection, case, ballot).await? else { return Ok(false) };
    if found.counts() != issued || !write_marks(connection, case, ballot, &found).await? {
        return Ok(false);
    }
    changed(connection, sqlx::query(CLOSE_BALLOT).bind(case).bind(ballot).bind(bundle.to_vec())).await
}

async fn set_links(
    connection: &mut Connection,
    case: Uuid,
    ballot: Uuid,
    links: &[(u32, Digest)],
) -> Result<bool, StoreError> {
    let Some(found) = register(connection, case, ballot).await? else { return Ok(false) };
    let mut changed = 0;
    for (voter, link) in links.iter().filter(|(voter, _)| found.get(*voter) == Some(Mark::Nothing)) {
        let query = sqlx::query(SET_LINK).bind(case).bind(ballot).bind(i64::from(*voter));
        changed += query.bind(link.as_bytes().to_vec()).execute(&mut *connection).await?.rows_affected();
    }
    Ok(changed > 0)
}
