//! Challenges to a roll, and to the attendance register of a ballot: entered, answered once, taken back.

use super::Connection;
use super::people::changed;
use crate::{ChallengeChore, MAX_CHALLENGES, MAX_OWN_CHALLENGES, NewChallenge, RollStep, StoreError};

pub(crate) const INSERT_CHALLENGE: &str = "
    insert into ballot_challenge (case_id, roll_id, challenge_id, kind, by_account, at_ms, text)
    select case_id, roll_id, $3, $4, $5, $6, $7
    from ballot_roll
    where case_id = $1 and roll_id = $2 and closed_by is null and $8 > (
        select count(*)
        from ballot_challenge had
        where had.case_id = $1 and had.roll_id = $2
    ) and $9 > (
        select count(*)
        from ballot_challenge own
        where own.case_id = $1 and own.by_account = $5 and own.roll_id = $2
    )
    on conflict do nothing
";

pub(crate) const ANSWER_CHALLENGE: &str = "
    update ballot_challenge
    set answered_by = $4, answered_at_ms = $5, accepted = $6, answer = $7
    where case_id = $1 and roll_id = $2 and challenge_id = $3 and answered_by is null and erased_at_ms is null
";

pub(crate) const TAKE_CHALLENGE_BACK: &str = "
    update ballot_challenge
    set erased_at_ms = $5, text = null, answer = null
    where case_id = $1 and roll_id = $2 and challenge_id = $3 and by_account = $4 and erased_at_ms is null
";

/// Whoever is erased in a case has said nothing on its rolls.
pub(crate) const ERASE_CHALLENGES: &str = "
    update ballot_challenge
    set erased_at_ms = $1, text = null, answer = null
    where case_id = $2 and by_account = $3 and erased_at_ms is null
";

/// With the names of its rolls the words about them.
pub(crate) const ERASE_ALL_CHALLENGES: &str = "
    update ballot_challenge
    set erased_at_ms = $1, text = null, answer = null
    where case_id = $2 and erased_at_ms is null
";

/// Nothing before the list is kept: until then the register grows.
pub(crate) const INSERT_OBJECTION: &str = "
    insert into ballot_objection (case_id, ballot_id, challenge_id, kind, by_account, at_ms, text)
    select case_id, ballot_id, $3, $4, $5, $6, $7
    from ballot
    where case_id = $1 and ballot_id = $2 and bundle is not null and $8 > (
        select count(*)
        from ballot_objection had
        where had.case_id = $1 and had.ballot_id = $2
    ) and $9 > (
        select count(*)
        from ballot_objection own
        where own.case_id = $1 and own.by_account = $5 and own.ballot_id = $2
    )
    on conflict do nothing
";

pub(crate) const ANSWER_OBJECTION: &str = "
    update ballot_objection
    set answered_by = $4, answered_at_ms = $5, accepted = $6, answer = $7
    where case_id = $1 and ballot_id = $2 and challenge_id = $3 and answered_by is null and erased_at_ms is null
";

pub(crate) const TAKE_OBJECTION_BACK: &str = "
    update ballot_objection
    set erased_at_ms = $5, text = null, answer = null
    where case_id = $1 and ballot_id = $2 and challenge_id = $3 and by_account = $4 and erased_at_ms is null
";

/// Whoever is erased in a case has said nothing on its registers.
pub(crate) const ERASE_OBJECTIONS: &str = "
    update ballot_objection
    set erased_at_ms = $1, text = null, answer = null
    where case_id = $2 and by_account = $3 and erased_at_ms is null
";

/// The statements about one kind of list.
pub(crate) struct Statements {
    answer: &'static str,
    insert: &'static str,
    take_back: &'static str,
}

/// About rolls.
pub(crate) const ROLL: Statements =
    Statements { answer: ANSWER_CHALLENGE, insert: INSERT_CHALLENGE, take_back: TAKE_CHALLENGE_BACK };

/// About attendance registers.
pub(crate) const ATTENDANCE: Statements =
    Statements { answer: ANSWER_OBJECTION, insert: INSERT_OBJECTION, take_back: TAKE_OBJECTION_BACK };

/// Does one chore about challenges. Gives whether it changed anything.
pub(crate) async fn run(
    connection: &mut Connection,
    of: &Statements,
    chore: &ChallengeChore,
) -> Result<bool, StoreError> {
    let query = match chore {
        ChallengeChore::Enter(NewChallenge { case, roll, id, kind, text, by }) => {
            let query = sqlx::query(of.insert).bind(*case).bind(*roll).bind(*id).bind(kind.name());
            let query = query.bind(by.by.clone()).bind(by.at.millis()).bind(text.0.clone());
            query.bind(i64::from(MAX_CHALLENGES)).bind(i64::from(MAX_OWN_CHALLENGES))
        }
        ChallengeChore::Answer { case, roll, id, accepted, text, by: RollStep { by, at } } => {
            let query = sqlx::query(of.answer).bind(*case).bind(*roll).bind(*id).bind(by.clone());
            query.bind(at.millis()).bind(i64::from(*accepted)).bind(text.0.clone())
        }
        ChallengeChore::TakeBack { case, roll, id, by: RollStep { by, at } } => {
            let query = sqlx::query(of.take_back).bind(*case).bind(*roll).bind(*id);
            query.bind(by.clone()).bind(at.millis())
        }
    };
    changed(connection, query).await
}
