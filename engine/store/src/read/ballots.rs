//! Ballots, their rolls and registers.

use ::ballot::Register;
use ledger::Digest;
use uuid::Uuid;

use super::{Connection, Store, page, small};
use crate::{BallotVoter, MAX_PAGE, StoreError, StoredBallot};

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
type VoterRow = (Uuid, i64, String, String, bool);

impl Store {
    pub(crate) async fn ballot(&self, ballot: Uuid) -> Result<Option<StoredBallot>, StoreError> {
        let mut reader = self.reader().await?;
        let row: Option<BallotRow> = sqlx::query_as(BALLOT).bind(ballot).fetch_optional(&mut *reader).await?;
        Ok(row.map(stored))
    }

    pub(crate) async fn ballots_of(&self, case: Uuid) -> Result<Vec<StoredBallot>, StoreError> {
        let mut reader = self.reader().await?;
        let query = sqlx::query_as(BALLOTS_OF_CASE).bind(case).bind(page(MAX_PAGE));
        let rows: Vec<BallotRow> = query.fetch_all(&mut *reader).await?;
        Ok(rows.into_iter().map(stored).collect())
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

fn stored((case, ballot, definition, bundle): BallotRow) -> StoredBallot {
    StoredBallot { case, ballot, definition, bundle }
}

fn voter((case, number, name, person, linked): VoterRow) -> Result<BallotVoter, StoreError> {
    Ok(BallotVoter { case, voter: small("ballot_voter.voter", number)?, name, person, linked })
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
