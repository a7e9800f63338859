//! Challenges to rolls and to attendance registers.

use law::time::Moment;
use uuid::Uuid;

use super::{Store, page};
use crate::{ChallengeAnswer, ChallengeKind, Hidden, RollStep, StoreError, StoredChallenge};

pub(crate) const CHALLENGES: &str = "
    select roll_id, challenge_id, kind, by_account, at_ms, text, answered_by, answered_at_ms, accepted, answer
    from ballot_challenge
    where case_id = $1 and roll_id = $2 and challenge_id > $3
    order by challenge_id
    limit $4
";

pub(crate) const OPEN_CHALLENGES: &str = "
    select roll_id, challenge_id, kind, by_account, at_ms, text, answered_by, answered_at_ms, accepted, answer
    from ballot_challenge
    where case_id = $1 and answered_at_ms is null and erased_at_ms is null
    order by roll_id, challenge_id
    limit $2
";

pub(crate) const OBJECTIONS: &str = "
    select ballot_id, challenge_id, kind, by_account, at_ms, text, answered_by, answered_at_ms, accepted, answer
    from ballot_objection
    where case_id = $1 and ballot_id = $2 and challenge_id > $3
    order by challenge_id
    limit $4
";

pub(crate) const OPEN_OBJECTIONS: &str = "
    select ballot_id, challenge_id, kind, by_account, at_ms, text, answered_by, answered_at_ms, accepted, answer
    from ballot_objection
    where case_id = $1 and answered_at_ms is null and erased_at_ms is null
    order by ballot_id, challenge_id
    limit $2
";

type Row = (Uuid, Uuid, String, String, i64, Option<String>, Option<String>, Option<i64>, Option<i64>, Option<String>);

impl Store {
    /// See [`crate::Store::challenges`].
    pub(crate) async fn challenges(
        &self,
        case: Uuid,
        roll: Uuid,
        after: Uuid,
        limit: u32,
    ) -> Result<Vec<StoredChallenge>, StoreError> {
        let query = sqlx::query_as(CHALLENGES).bind(case).bind(roll).bind(after).bind(page(limit));
        let rows: Vec<Row> = query.fetch_all(&mut *self.reader().await?).await?;
        rows.into_iter().map(challenge).collect()
    }

    /// See [`crate::Store::open_challenges`].
    pub(crate) async fn open_challenges(&self, case: Uuid, limit: u32) -> Result<Vec<StoredChallenge>, StoreError> {
        let query = sqlx::query_as(OPEN_CHALLENGES).bind(case).bind(page(limit));
        let rows: Vec<Row> = query.fetch_all(&mut *self.reader().await?).await?;
        rows.into_iter().map(challenge).collect()
    }

    /// See [`crate::Store::objections`].
    pub(crate) async fn objections(
        &self,
        case: Uuid,
        ballot: Uuid,
        after: Uuid,
        limit: u32,
    ) -> Result<Vec<StoredChallenge>, StoreError> {
        let query = sqlx::query_as(OBJECTIONS).bind(case).bind(ballot).bind(after).bind(page(limit));
        let rows: Vec<Row> = query.fetch_all(&mut *self.reader().await?).await?;
        rows.into_iter().map(challenge).collect()
    }

    /// See [`crate::Store::open_objections`].
    pub(crate) async fn open_objections(&self, case: Uuid, limit: u32) -> Result<Vec<StoredChallenge>, StoreError> {
        let query = sqlx::query_as(OPEN_OBJECTIONS).bind(case).bind(page(limit));
        let rows: Vec<Row> = query.fetch_all(&mut *self.reader().await?).await?;
        rows.into_iter().map(challenge).collect()
    }
}

fn challenge(
    (roll, id, kind, by, at, text, answered_by, answered_at, accepted, answer): Row,
) -> Result<StoredChallenge, StoreError> {
    let known = ChallengeKind::ALL.into_iter().find(|known| known.name() == kind);
    let answered = answered_by.zip(answered_at).zip(accepted);
    Ok(StoredChallenge {
        roll,
        id,
        kind: known.ok_or(StoreError::Value { column: "ballot_challenge.kind", found: kind })?,
        text: text.map(Hidden),
        by: RollStep { by, at: Moment::from_millis(at) },
        answer: answered.map(|((by, at), accepted)| ChallengeAnswer {
            accepted: accepted != 0,
            by: RollStep { by, at: Moment::from_millis(at) },
            text: answer.map(Hidden),
        }),
    })
}
