//! Challenges to a roll: entered, answered once, taken back.

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

/// Does one chore about challenges. Gives whether it changed anything.
pub(crate) async fn run(connection: &mut Connection, chore: &ChallengeChore) -> Result<bool, StoreError> {
    let query = match chore {
        ChallengeChore::Enter(NewChallenge { case, roll, id, kind, text, by }) => {
            let query = sqlx::query(INSERT_CHALLENGE).bind(*case).bind(*roll).bind(*id).bind(kind.name());
            let query = query.bind(by.by.clone()).bind(by.at.millis()).bind(text.0.clone());
            query.bind(i64::from(MAX_CHALLENGES)).bind(i64::from(MAX_OWN_CHALLENGES))
        }
        ChallengeChore::Answer { case, roll, id, accepted, text, by: RollStep { by, at } } => {
            let query = sqlx::query(ANSWER_CHALLENGE).bind(*case).bind(*roll).bind(*id).bind(by.clone());
            query.bind(at.millis()).bind(i64::from(*accepted)).bind(text.0.clone())
        }
        ChallengeChore::TakeBack { case, roll, id, by: RollStep { by, at } } => {
            let query = sqlx::query(TAKE_CHALLENGE_BACK).bind(*case).bind(*roll).bind(*id);
            query.bind(by.clone()).bind(at.millis())
        }
    };
    changed(connection, query).await
}
