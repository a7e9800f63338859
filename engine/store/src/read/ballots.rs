//! Ballots, their rolls and registers.

use ::ballot::Register;
use law::time::Moment;
use ledger::Digest;
use uuid::Uuid;

use super::{Connection, Store, page, small};
use crate::{BallotVoter, MAX_PAGE, RollStep, StoreError, StoredBallot, StoredRoll};

pub(crate) const BALLOT: &str = "
    select case_id, ballot_id, definition, bundle
    from ballot
    where ballot_id = $1
";

pub(crate) const BALLOTS_OF_CASE: &str = "
    select case_id, ballot_id, definition, bundle
    from ballot
    where case_id = $1
    order by ballot_id
    limit $2
";

pub(crate) const BALLOTS_UNDER_WAY: &str = "
    select case_id, ballot_id, definition, bundle
    from ballot
    where bundle is null and ballot_id > $1
    order by ballot_id, case_id
    limit $2
";

pub(crate) const BALLOTS_FOR: &str = "
    select ballot.case_id, ballot.ballot_id, ballot.definition, ballot_voter.voter
    from ballot_voter
    join ballot on ballot.case_id = ballot_voter.case_id and ballot.ballot_id = ballot_voter.ballot_id
    where ballot_voter.person = $1 and ballot.bundle is null
    limit $2
";

pub(crate) const EXTENSIONS: &str = "
    select extension
    from ballot_extension
    where case_id = $1 and ballot_id = $2
    order by number
";

pub(crate) const ROLLS: &str = "
    select case_id, roll_id, content, published_by, published_at_ms, closed_by, closed_at_ms, confirmed_by, confirmed_at_ms
    from ballot_roll
    where case_id = $1
    order by roll_id desc
    limit $2
";

pub(crate) const REMINDED: &str = "
    select hours, at_ms
    from ballot_reminder
    where case_id = $1 and ballot_id = $2
    order by hours
";

pub(crate) const VOTER_OF_LINK: &str = "
    select case_id, voter, name, person, link is not null
    from ballot_voter
    where ballot_id = $1 and link = $2
";

pub(crate) const VOTERS: &str = "
    select case_id, voter, name, person, link is not null
    from ballot_voter
    where case_id = $1 and ballot_id = $2 and voter > $3
    order by voter
    limit $4
";

pub(crate) const REGISTER: &str = "
    select marks
    from ballot_register
    where case_id = $1 and ballot_id = $2
";

type BallotRow = (Uuid, Uuid, Vec<u8>, Option<Vec<u8>>);
type RollRow = (Uuid, Uuid, Vec<u8>, String, i64, Option<String>, Option<i64>, Option<String>, Option<i64>);
type VoterRow = (Uuid, i64, String, String, bool);

impl Store {
    pub(crate) async fn ballot(&self, ballot: Uuid) -> Result<Option<StoredBallot>, StoreError> {
        let mut reader = self.reader().await?;
        let row: Option<BallotRow> = sqlx::query_as(BALLOT).bind(ballot).fetch_optional(&mut *reader).await?;
        match row {
            Some(row) => Ok(Some(stored(&mut reader, row).await?)),
            None => Ok(None),
        }
    }

    pub(crate) async fn ballots_of(&self, case: Uuid) -> Result<Vec<StoredBallot>, StoreError> {
        let mut reader = self.reader().await?;
        let query = sqlx::query_as(BALLOTS_OF_CASE).bind(case).bind(page(MAX_PAGE));
        let rows: Vec<BallotRow> = query.fetch_all(&mut *reader).await?;
        all_stored(&mut reader, rows).await
    }

    pub(crate) async fn ballots_under_way(&self, after: Uuid, limit: u32) -> Result<Vec<StoredBallot>, StoreError> {
        let mut reader = self.reader().await?;
        let query = sqlx::query_as(BALLOTS_UNDER_WAY).bind(after).bind(page(limit));
        let rows: Vec<BallotRow> = query.fetch_all(&mut *reader).await?;
        all_stored(&mut reader, rows).await
    }

    pub(crate) async fn ballots_for(&self, person: &str, limit: u32) -> Result<Vec<(StoredBallot, u32)>, StoreError> {
        let mut reader = self.reader().await?;
        let query = sqlx::query_as(BALLOTS_FOR).bind(person.to_owned()).bind(page(limit));
        let rows: Vec<(Uuid, Uuid, Vec<u8>, i64)> = query.fetch_all(&mut *reader).await?;
        let mut all = Vec::new();
        for (case, ballot, definition, voter) in rows {
            let ballot = stored(&mut reader, (case, ballot, definition, None)).await?;
            all.push((ballot, small("ballot_voter.voter", voter)?));
        }
        all.sort_by_key(|(ballot, _)| ballot.ballot);
        Ok(all)
    }

    pub(crate) async fn ballot_rolls(&self, case: Uuid) -> Result<Vec<StoredRoll>, StoreError> {
        let mut reader = self.reader().await?;
        let query = sqlx::query_as(ROLLS).bind(case).bind(page(MAX_PAGE));
        let rows: Vec<RollRow> = query.fetch_all(&mut *reader).await?;
        Ok(rows.into_iter().map(roll).collect())
    }

    pub(crate) async fn ballot_reminders(&self, case: Uuid, ballot: Uuid) -> Result<Vec<(u32, Moment)>, StoreError> {
        let mut reader = self.reader().await?;
        let query = sqlx::query_as(REMINDED).bind(case).bind(ballot);
        let rows: Vec<(i64, i64)> = query.fetch_all(&mut *reader).await?;
        let read = |(hours, at)| Ok((small("ballot_reminder.hours", hours)?, Moment::from_millis(at)));
        rows.into_iter().map(read).collect()
    }

    pub(crate) async fn voter_of_link(&self, ballot: Uuid, link: Digest) -> Result<Option<BallotVoter>, StoreError> {
        let mut reader = self.reader().await?;
        let query = sqlx::query_as(VOTER_OF_LINK).bind(ballot).bind(link.as_bytes().to_vec());
        let row: Option<VoterRow> = query.fetch_optional(&mut *reader).await?;
        row.map(voter).transpose()
    }

    pub(crate) async fn ballot_voters(
        &self,
        case: Uuid,
        ballot: Uuid,
        after: Option<u32>,
        limit: u32,
    ) -> Result<Vec<BallotVoter>, StoreError> {
        let mut reader = self.reader().await?;
        let after = after.map_or(-1, i64::from);
        let query = sqlx::query_as(VOTERS).bind(case).bind(ballot).bind(after).bind(page(limit));
        let rows: Vec<VoterRow> = query.fetch_all(&mut *reader).await?;
        rows.into_iter().map(voter).collect()
    }

    pub(crate) async fn ballot_register(&self, case: Uuid, ballot: Uuid) -> Result<Option<Register>, StoreError> {
        register(&mut *self.reader().await?, case, ballot).await
    }
}

async fn stored(
    reader: &mut Connection,
    (case, ballot, definition, bundle): BallotRow,
) -> Result<StoredBallot, StoreError> {
    let extensions = sqlx::query_scalar(EXTENSIONS).bind(case).bind(ballot).fetch_all(reader).await?;
    Ok(StoredBallot { case, ballot, definition, bundle, extensions })
}

async fn all_stored(reader: &mut Connection, rows: Vec<BallotRow>) -> Result<Vec<StoredBallot>, StoreError> {
    let mut all = Vec::new();
    for row in rows {
        all.push(stored(reader, row).await?);
    }
    Ok(all)
}

fn roll((case, roll, content, by, at, closed_by, closed_at, confirmed_by, confirmed_at): RollRow) -> StoredRoll {
    let step = |by: Option<String>, at: Option<i64>| Some(RollStep { by: by?, at: Moment::from_millis(at?) });
    StoredRoll {
        case,
        roll,
        content,
        published: RollStep { by, at: Moment::from_millis(at) },
        closed: step(closed_by, closed_at),
        confirmed: step(confirmed_by, confirmed_at),
    }
}

fn voter((case, number, name, person, linked): VoterRow) -> Result<BallotVoter, StoreError> {
    Ok(BallotVoter { case, voter: small("ballot_voter.voter", number)?, name, person, linked })
}

/// The published lists of a case.
pub(crate) async fn lists(connection: &mut Connection, case: Uuid) -> Result<Vec<Vec<u8>>, StoreError> {
    let query = sqlx::query_as(BALLOTS_OF_CASE).bind(case).bind(page(MAX_PAGE));
    let rows: Vec<BallotRow> = query.fetch_all(connection).await?;
    Ok(rows.into_iter().filter_map(|(_, _, _, bundle)| bundle).collect())
}

/// The register of a ballot.
pub(crate) async fn register(
    connection: &mut Connection,
    case: Uuid,
    ballot: Uuid,
) -> Result<Option<Register>, StoreError> {
    let marks: Option<Vec<u8>> =
        sqlx::query_scalar(REGISTER).bind(case).bind(ballot).fetch_optional(connection).await?;
    let damaged = |_| StoreError::Value { column: "ballot_register.marks", found: "no register".to_owned() };
    marks.map(Register::stored).transpose().map_err(damaged)
}
