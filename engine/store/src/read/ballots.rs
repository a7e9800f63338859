//! Ballots, their rolls and registers.

use std::collections::BTreeMap;

use ::ballot::{MAX_EXTENSIONS, Named, Register};
use law::time::Moment;
use ledger::Digest;
use uuid::Uuid;

use super::{Connection, Store, bytes32, page, small};
use crate::{BallotVoter, MAX_PAGE, PersonContent, RollName, RollStep, StoreError, StoredBallot, StoredRoll};

pub(crate) const BALLOT: &str = "
    select case_id, ballot_id, definition, bundle is not null
    from ballot
    where ballot_id = $1
";

pub(crate) const BALLOTS_OF_CASE: &str = "
    select case_id, ballot_id, definition, bundle is not null
    from ballot
    where case_id = $1
    order by ballot_id
    limit $2
";

pub(crate) const BALLOTS_UNDER_WAY: &str = "
    select case_id, ballot_id, definition, bundle is not null
    from ballot
    where bundle is null and ballot_id > $1
    order by ballot_id, case_id
    limit $2
";

pub(crate) const BALLOT_LIST: &str = "
    select bundle
    from ballot
    where case_id = $1 and ballot_id = $2 and bundle is not null
";

pub(crate) const BALLOT_LISTS: &str = "
    select bundle
    from ballot
    where case_id = $1 and bundle is not null
    order by ballot_id
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
    limit $3
";

pub(crate) const EXTENSIONS_OF_CASE: &str = "
    select ballot_id, number, extension
    from ballot_extension
    where case_id = $1
    order by ballot_id, number
    limit $2
";

/// Of the ballots under way from one to another: no order is asked for, so that the index is followed as it is.
pub(crate) const EXTENSIONS_UNDER_WAY: &str = "
    select ballot_extension.ballot_id, number, extension
    from ballot
    join ballot_extension on ballot_extension.case_id = ballot.case_id
        and ballot_extension.ballot_id = ballot.ballot_id
    where ballot.bundle is null and ballot.ballot_id > $1 and ballot.ballot_id <= $2
    limit $3
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

pub(crate) const ROLL_NAMES: &str = "
    select number, salt, fields, erased_at_ms
    from ballot_roll_name
    where case_id = $1 and roll_id = $2 and number > $3
    order by number
    limit $4
";

pub(crate) const VOTER_OF_LINK: &str = "
    select ballot_voter.case_id, voter, fields, person, link is not null
    from ballot_voter
    left join ballot_roll_name name on name.case_id = ballot_voter.case_id and name.roll_id = ballot_voter.roll_id
        and name.number = ballot_voter.voter
    where ballot_id = $1 and link = $2
";

pub(crate) const VOTERS: &str = "
    select ballot_voter.case_id, voter, fields, person, link is not null
    from ballot_voter
    left join ballot_roll_name name on name.case_id = ballot_voter.case_id and name.roll_id = ballot_voter.roll_id
        and name.number = ballot_voter.voter
    where ballot_voter.case_id = $1 and ballot_id = $2 and voter > $3
    order by voter
    limit $4
";

pub(crate) const REGISTER: &str = "
    select marks
    from ballot_register
    where case_id = $1 and ballot_id = $2
";

type BallotRow = (Uuid, Uuid, Vec<u8>, bool);
type ExtensionRow = (Uuid, i64, Vec<u8>);
type RollRow = (Uuid, Uuid, Vec<u8>, String, i64, Option<String>, Option<i64>, Option<String>, Option<i64>);
type NameRow = (i64, Option<Vec<u8>>, Option<Vec<u8>>, Option<i64>);
type VoterRow = (Uuid, i64, Option<Vec<u8>>, String, bool);

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
        let query = sqlx::query_as(EXTENSIONS_OF_CASE).bind(case).bind(most_extensions());
        let extensions: Vec<ExtensionRow> = query.fetch_all(&mut *reader).await?;
        Ok(joined(rows, extensions))
    }

    pub(crate) async fn ballot_list(&self, case: Uuid, ballot: Uuid) -> Result<Option<Vec<u8>>, StoreError> {
        let mut reader = self.reader().await?;
        Ok(sqlx::query_scalar(BALLOT_LIST).bind(case).bind(ballot).fetch_optional(&mut *reader).await?)
    }

    pub(crate) async fn ballots_under_way(&self, after: Uuid, limit: u32) -> Result<Vec<StoredBallot>, StoreError> {
        let mut reader = self.reader().await?;
        let query = sqlx::query_as(BALLOTS_UNDER_WAY).bind(after).bind(page(limit));
        let rows: Vec<BallotRow> = query.fetch_all(&mut *reader).await?;
        let Some((_, last, ..)) = rows.last() else { return Ok(Vec::new()) };
        let query = sqlx::query_as(EXTENSIONS_UNDER_WAY).bind(after).bind(*last).bind(most_extensions());
        let extensions: Vec<ExtensionRow> = query.fetch_all(&mut *reader).await?;
        Ok(joined(rows, extensions))
    }

    pub(crate) async fn ballots_for(&self, person: &str, limit: u32) -> Result<Vec<(StoredBallot, u32)>, StoreError> {
        let mut reader = self.reader().await?;
        let query = sqlx::query_as(BALLOTS_FOR).bind(person.to_owned()).bind(page(limit));
        let rows: Vec<(Uuid, Uuid, Vec<u8>, i64)> = query.fetch_all(&mut *reader).await?;
        let mut all = Vec::new();
        for (case, ballot, definition, voter) in rows {
            let ballot = stored(&mut reader, (case, ballot, definition, false)).await?;
            all.push((ballot, small("ballot_voter.voter", voter)?));
        }
        all.sort_by_key(|(ballot, _)| ballot.ballot);
        Ok(all)
    }

    pub(crate) async fn ballot_rolls(&self, case: Uuid, limit: u32) -> Result<Vec<StoredRoll>, StoreError> {
        rolls(&mut *self.reader().await?, case, limit).await
    }

    pub(crate) async fn roll_names(
        &self,
        case: Uuid,
        roll: Uuid,
        after: Option<u32>,
        limit: u32,
    ) -> Result<Vec<RollName>, StoreError> {
        let mut reader = self.reader().await?;
        let after = after.map_or(-1, i64::from);
        let query = sqlx::query_as(ROLL_NAMES).bind(case).bind(roll).bind(after).bind(page(limit));
        let rows: Vec<NameRow> = query.fetch_all(&mut *reader).await?;
        rows.into_iter().map(name).collect()
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
    (case, ballot, definition, closed): BallotRow,
) -> Result<StoredBallot, StoreError> {
    let query = sqlx::query_scalar(EXTENSIONS).bind(case).bind(ballot).bind(i64::from(MAX_EXTENSIONS));
    let extensions = query.fetch_all(reader).await?;
    Ok(StoredBallot { case, ballot, definition, closed, extensions })
}

/// So many a page of ballots has at most.
fn most_extensions() -> i64 {
    i64::from(MAX_PAGE) * i64::from(MAX_EXTENSIONS)
}

fn joined(rows: Vec<BallotRow>, mut extensions: Vec<ExtensionRow>) -> Vec<StoredBallot> {
    extensions.sort_by_key(|(ballot, number, _)| (*ballot, *number));
    let mut of: BTreeMap<Uuid, Vec<Vec<u8>>> = BTreeMap::new();
    for (ballot, _, extension) in extensions {
        of.entry(ballot).or_default().push(extension);
    }
    let stored = |(case, ballot, definition, closed): BallotRow| {
        let extensions = of.remove(&ballot).unwrap_or_default();
        StoredBallot { case, ballot, definition, closed, extensions }
    };
    rows.into_iter().map(stored).collect()
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

fn voter((case, number, fields, person, linked): VoterRow) -> Result<BallotVoter, StoreError> {
    let damaged =
        |error: serde_json::Error| StoreError::Value { column: "ballot_roll_name.fields", found: error.to_string() };
    let name = fields.map(|fields| serde_json::from_slice::<Named>(&fields)).transpose().map_err(damaged)?;
    let name = name.map(|named| named.name);
    Ok(BallotVoter { case, voter: small("ballot_voter.voter", number)?, name, person, linked })
}

fn name((number, salt, fields, erased): NameRow) -> Result<RollName, StoreError> {
    let content = salt.zip(fields).map(|(salt, fields)| {
        Ok::<_, StoreError>(PersonContent { salt: bytes32("ballot_roll_name.salt", &salt)?, fields })
    });
    let erased = erased.map(Moment::from_millis);
    Ok(RollName { number: small("ballot_roll_name.number", number)?, content: content.transpose()?, erased })
}

/// The newest rolls of a case, the newest first.
pub(crate) async fn rolls(connection: &mut Connection, case: Uuid, limit: u32) -> Result<Vec<StoredRoll>, StoreError> {
    let query = sqlx::query_as(ROLLS).bind(case).bind(page(limit));
    let rows: Vec<RollRow> = query.fetch_all(connection).await?;
    Ok(rows.into_iter().map(roll).collect())
}

/// The published lists of a case.
pub(crate) async fn lists(connection: &mut Connection, case: Uuid) -> Result<Vec<Vec<u8>>, StoreError> {
    let query = sqlx::query_scalar(BALLOT_LISTS).bind(case).bind(page(MAX_PAGE));
    Ok(query.fetch_all(connection).await?)
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
