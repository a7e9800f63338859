//! Accounts, sessions, standings, and who read what.

use law::time::Moment;
use ledger::Digest;
use negotiation::{Capacity, Side};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};
use uuid::Uuid;

use super::{Connection, Store, digest, page};
use crate::{
    Hidden, InboxLine, MAX_PAGE, ReadLine, Scope, Standing, StoreError, StoredAccount, StoredSession, StoredToken,
};

pub(crate) const ACCOUNT: &str = "
    select id, login, name, password, second_factor, created_at_ms, disabled_at_ms
    from account
    where id = $1
";

pub(crate) const ACCOUNT_OF_LOGIN: &str = "
    select id, login, name, password, second_factor, created_at_ms, disabled_at_ms
    from account
    where login = $1
";

pub(crate) const SESSION: &str = "
    select token, account_id, created_at_ms, seen_at_ms, until_ms, second_factor
    from account_session
    where token = $1
";

pub(crate) const SESSIONS: &str = "
    select token, account_id, created_at_ms, seen_at_ms, until_ms, second_factor
    from account_session
    where account_id = $1 and (created_at_ms, token) > ($2, $3)
    order by created_at_ms, token
    limit $4
";

pub(crate) const TOKEN: &str = "
    select token, account_id, name, created_at_ms, seen_at_ms, until_ms, second_factor
    from api_token
    where token = $1
";

pub(crate) const TOKENS: &str = "
    select token, account_id, name, created_at_ms, seen_at_ms, until_ms, second_factor
    from api_token
    where account_id = $1 and (created_at_ms, token) > ($2, $3)
    order by created_at_ms, token
    limit $4
";

pub(crate) const STANDINGS: &str = "
    select capacity, kind, scope
    from standing
    where account_id = $1 and (kind, scope, capacity) > ($2, $3, $4)
    order by kind, scope, capacity
    limit $5
";

pub(crate) const STANDING_FOR: &str = "
    select id, login, name, password, second_factor, created_at_ms, disabled_at_ms, capacity
    from standing
    join account on id = account_id
    where kind = $1 and scope = $2 and (account_id, capacity) > ($3, $4)
    order by account_id, capacity
    limit $5
";

pub(crate) const RECOVERY_CODES: &str = "
    select count(*)
    from recovery_code
    where account_id = $1 and used_at_ms is null
";

pub(crate) const READS: &str = "
    select at_ms, account_id, what
    from read_log
    where case_id = $1 and (at_ms, account_id, what) > ($2, $3, $4)
    order by at_ms, account_id, what
    limit $5
";

pub(crate) const INBOX: &str = "
    select side, at_ms, account_id, text
    from inbox_acceptance
    where employer_uscc = $1
    order by side
";

impl Store {
    /// An account; see [`crate::Store::account`].
    pub(crate) async fn account(&self, id: Uuid) -> Result<Option<StoredAccount>, StoreError> {
        let row: Option<AccountRow> =
            sqlx::query_as(ACCOUNT).bind(id).fetch_optional(&mut *self.reader().await?).await?;
        Ok(row.map(account))
    }

    /// An account by its login; see [`crate::Store::account_of_login`].
    pub(crate) async fn account_of_login(&self, login: &str) -> Result<Option<StoredAccount>, StoreError> {
        let row: Option<AccountRow> =
            sqlx::query_as(ACCOUNT_OF_LOGIN).bind(login).fetch_optional(&mut *self.reader().await?).await?;
        Ok(row.map(account))
    }

    /// A session; see [`crate::Store::session`].
    pub(crate) async fn session(&self, token: Digest) -> Result<Option<StoredSession>, StoreError> {
        let token = token.as_bytes().as_slice();
        let row: Option<SessionRow> =
            sqlx::query_as(SESSION).bind(token).fetch_optional(&mut *self.reader().await?).await?;
        row.map(session).transpose()
    }

    /// A page of an account's sessions; see [`crate::Store::sessions_of`].
    pub(crate) async fn sessions_of(
        &self,
        account: Uuid,
        after: Option<&StoredSession>,
        limit: u32,
    ) -> Result<Vec<StoredSession>, StoreError> {
        let (created_at, token) =
            after.map_or((i64::MIN, [].as_slice()), |it| (it.created_at.millis(), it.token.as_bytes().as_slice()));
        let rows: Vec<SessionRow> = sqlx::query_as(SESSIONS)
            .bind(account)
            .bind(created_at)
            .bind(token)
            .bind(page(limit))
            .fetch_all(&mut *self.reader().await?)
            .await?;
        rows.into_iter().map(session).collect()
    }

    /// A token; see [`crate::Store::token`].
    pub(crate) async fn token(&self, token: Digest) -> Result<Option<StoredToken>, StoreError> {
        let digest = token.as_bytes().as_slice();
        let row: Option<TokenRow> =
            sqlx::query_as(TOKEN).bind(digest).fetch_optional(&mut *self.reader().await?).await?;
        row.map(self::token).transpose()
    }

    /// A page of an account's tokens; see [`crate::Store::tokens_of`].
    pub(crate) async fn tokens_of(
        &self,
        account: Uuid,
        after: Option<&StoredToken>,
        limit: u32,
    ) -> Result<Vec<StoredToken>, StoreError> {
        let (created_at, token) =
            after.map_or((i64::MIN, [].as_slice()), |it| (it.created_at.millis(), it.token.as_bytes().as_slice()));
        let rows: Vec<TokenRow> = sqlx::query_as(TOKENS)
            .bind(account)
            .bind(created_at)
            .bind(token)
            .bind(page(limit))
            .fetch_all(&mut *self.reader().await?)
            .await?;
        rows.into_iter().map(self::token).collect()
    }

    /// Everything that an account stands for; see [`crate::Store::standings_of`].
    pub(crate) async fn standings_of(&self, account: Uuid) -> Result<Vec<Standing>, StoreError> {
        standings_of(&mut *self.reader().await?, account).await
    }

    /// A page of those who stand for something; see [`crate::Store::standing_for`].
    pub(crate) async fn standing_for(
        &self,
        scope: &Scope,
        after: Option<(Uuid, Capacity)>,
        limit: u32,
    ) -> Result<Vec<(StoredAccount, Capacity)>, StoreError> {
        let (account_id, capacity) = after.map_or((Uuid::nil(), ""), |(account, capacity)| (account, capacity.name()));
        let rows: Vec<StandingRow> = sqlx::query_as(STANDING_FOR)
            .bind(scope.kind())
            .bind(scope.key())
            .bind(account_id)
            .bind(capacity)
            .bind(page(limit))
            .fetch_all(&mut *self.reader().await?)
            .await?;
        rows.into_iter()
            .map(|(id, login, name, password, second_factor, created, disabled, capacity)| {
                let row = (id, login, name, password, second_factor, created, disabled);
                Ok((account(row), capacity_of(&capacity)?))
            })
            .collect()
    }

    /// How many recovery codes are left; see [`crate::Store::recovery_codes`].
    pub(crate) async fn recovery_codes(&self, account: Uuid) -> Result<u64, StoreError> {
        let left = sqlx::query_scalar(RECOVERY_CODES).bind(account).fetch_one(&mut *self.reader().await?).await?;
        super::count("recovery_code", left)
    }

    /// A page of who read confidential material; see [`crate::Store::reads_of`].
    pub(crate) async fn reads_of(
        &self,
        case: Uuid,
        after: Option<&ReadLine>,
        limit: u32,
    ) -> Result<Vec<ReadLine>, StoreError> {
        let (at, account, what) =
            after.map_or((i64::MIN, Uuid::nil(), ""), |line| (line.at.millis(), line.account, line.what.as_str()));
        let rows: Vec<(i64, Uuid, String)> = sqlx::query_as(READS)
            .bind(case)
            .bind(at)
            .bind(account)
            .bind(what)
            .bind(page(limit))
            .fetch_all(&mut *self.reader().await?)
            .await?;
        let line = |(at, account, what)| ReadLine { case, at: Moment::from_millis(at), account, what };
        Ok(rows.into_iter().map(line).collect())
    }

    /// Which sides have accepted the platform; see [`crate::Store::inbox_of`].
    pub(crate) async fn inbox_of(&self, employer: &str) -> Result<Vec<InboxLine>, StoreError> {
        let rows: Vec<(String, i64, Uuid, Vec<u8>)> =
            sqlx::query_as(INBOX).bind(employer).fetch_all(&mut *self.reader().await?).await?;
        let line = |(side, at, account, text): (String, i64, Uuid, Vec<u8>)| {
            Ok(InboxLine {
                employer: employer.to_owned(),
                side: side_of(&side)?,
                at: Moment::from_millis(at),
                account,
                text: digest("inbox_acceptance.text", &text)?,
            })
        };
        rows.into_iter().map(line).collect()
    }
}

/// Every standing of one account, page by page; one account's are bounded by what a person can do.
pub(crate) async fn standings_of(connection: &mut Connection, account: Uuid) -> Result<Vec<Standing>, StoreError> {
    let mut all: Vec<Standing> = Vec::new();
    loop {
        let (kind, scope, capacity) = all
            .last()
            .map_or(("", String::new(), ""), |last| (last.scope.kind(), last.scope.key(), last.capacity.name()));
        let rows: Vec<(String, String, String)> = sqlx::query_as(STANDINGS)
            .bind(account)
            .bind(kind)
            .bind(scope)
            .bind(capacity)
            .bind(page(MAX_PAGE))
            .fetch_all(&mut *connection)
            .await?;
        if rows.is_empty() {
            return Ok(all);
        }
        for (capacity, kind, scope) in rows {
            all.push(Standing { scope: scope_of(&kind, scope)?, capacity: capacity_of(&capacity)? });
        }
    }
}

type AccountRow = (Uuid, String, String, String, Option<Vec<u8>>, i64, Option<i64>);
type StandingRow = (Uuid, String, String, String, Option<Vec<u8>>, i64, Option<i64>, String);
type SessionRow = (Vec<u8>, Uuid, i64, i64, i64, bool);
type TokenRow = (Vec<u8>, Uuid, String, i64, Option<i64>, i64, bool);

fn account((id, login, name, password, second_factor, created, disabled): AccountRow) -> StoredAccount {
    StoredAccount {
        id,
        login,
        name,
        password: Hidden(password),
        second_factor: second_factor.map(Hidden),
        created_at: Moment::from_millis(created),
        disabled_at: disabled.map(Moment::from_millis),
    }
}

fn session((token, account, created, seen, until, second_factor): SessionRow) -> Result<StoredSession, StoreError> {
    Ok(StoredSession {
        token: digest("account_session.token", &token)?,
        account,
        created_at: Moment::from_millis(created),
        seen_at: Moment::from_millis(seen),
        until: Moment::from_millis(until),
        second_factor,
    })
}

fn token((token, account, name, created, seen, until, second_factor): TokenRow) -> Result<StoredToken, StoreError> {
    Ok(StoredToken {
        token: digest("api_token.token", &token)?,
        account,
        name,
        created_at: Moment::from_millis(created),
        seen_at: seen.map(Moment::from_millis),
        until: Moment::from_millis(until),
        second_factor,
    })
}

fn scope_of(kind: &str, scope: String) -> Result<Scope, StoreError> {
    let wrong = |found: String| StoreError::Value { column: "standing.scope", found };
    match kind {
        "case" => scope.parse().map(Scope::Case).map_err(|_| wrong(scope)),
        "employer" => Ok(Scope::Employer(scope)),
        "region" => Ok(Scope::Region(scope)),
        other => Err(wrong(other.to_owned())),
    }
}

fn side_of(name: &str) -> Result<Side, StoreError> {
    let known = [Side::Employer, Side::Worker].into_iter().find(|side| side.name() == name);
    known.ok_or_else(|| StoreError::Value { column: "inbox_acceptance.side", found: name.to_owned() })
}

pub(crate) fn capacity_of(name: &str) -> Result<Capacity, StoreError> {
    let name: StrDeserializer<'_, Error> = name.into_deserializer();
    Capacity::deserialize(name)
        .map_err(|error| StoreError::Value { column: "standing.capacity", found: error.to_string() })
}
