//! Accounts, sessions, standings, and who read what.

use law::time::Moment;
use ledger::Digest;
use negotiation::Side;
use uuid::Uuid;

use super::super::dialect::Db;
use super::super::read::accounts::standings_of;
use super::{Connection, int};
use crate::{
    AccountChore, Hidden, InboxLine, ReadLine, Scope, Standing, StoreError, StoredAccount, StoredSession, StoredToken,
};

pub(crate) const INSERT_ACCOUNT: &str = "
    insert into account (id, login, name, password, second_factor, second_factor_step, created_at_ms, changed_at_ms,
        disabled_at_ms)
    values ($1, $2, $3, $4, $5, 0, $6, $6, $7)
    on conflict do nothing
";

pub(crate) const SET_PASSWORD: &str = "
    update account
    set password = $3, changed_at_ms = $2
    where id = $1
";

pub(crate) const SET_DISABLED: &str = "
    update account
    set disabled_at_ms = $3, changed_at_ms = $2
    where id = $1
";

pub(crate) const SET_SECOND_FACTOR: &str = "
    update account
    set second_factor = $3, changed_at_ms = $2
    where id = $1
";

pub(crate) const TOUCH_ACCOUNT: &str = "
    update account
    set changed_at_ms = $2
    where id = $1
";

pub(crate) const TAKE_STEP: &str = "
    update account
    set second_factor_step = $2
    where id = $1 and second_factor_step < $2
";

pub(crate) const FORGET_CODES: &str = "
    delete from recovery_code
    where account_id = $1
";

pub(crate) const INSERT_CODE: &str = "
    insert into recovery_code (account_id, code)
    values ($1, $2)
    on conflict do nothing
";

pub(crate) const TAKE_CODE: &str = "
    update recovery_code
    set used_at_ms = $3
    where account_id = $1 and code = $2 and used_at_ms is null
";

pub(crate) const EMPLOYER_OF_CASE: &str = "
    select employer_uscc
    from case_list
    where case_id = $1
";

/// A phone is that of few; more than a page of accounts with one phone is nobody's.
pub(crate) const SAME_PHONE: &str = "
    select other.account_id
    from account_phone own
    join account_phone other on other.phone = own.phone and other.account_id <> own.account_id
    where own.account_id = $1
    limit 100
";

pub(crate) const INSERT_STANDING: &str = "
    insert into standing (account_id, kind, scope, capacity)
    values ($1, $2, $3, $4)
    on conflict do nothing
";

pub(crate) const DELETE_STANDING: &str = "
    delete from standing
    where account_id = $1 and kind = $2 and scope = $3 and capacity = $4
";

pub(crate) const INSERT_SESSION: &str = "
    insert into account_session (token, account_id, created_at_ms, seen_at_ms, until_ms, second_factor)
    values ($1, $2, $3, $4, $5, $6)
    on conflict do nothing
";

pub(crate) const SEEN: &str = "
    update account_session
    set seen_at_ms = $2
    where token = $1 and seen_at_ms < $2
";

pub(crate) const CLOSE_SESSION: &str = "
    delete from account_session
    where token = $1
";

pub(crate) const CLOSE_SESSIONS: &str = "
    delete from account_session
    where account_id = $1
";

pub(crate) const CLOSE_ENDED_SESSIONS: &str = "
    delete from account_session
    where account_id = $1 and (until_ms <= $2 or seen_at_ms < $3)
";

pub(crate) const INSERT_TOKEN: &str = "
    insert into api_token (token, account_id, name, created_at_ms, seen_at_ms, until_ms, second_factor)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict do nothing
";

pub(crate) const TOKEN_SEEN: &str = "
    update api_token
    set seen_at_ms = $2
    where token = $1 and (seen_at_ms is null or seen_at_ms < $2)
";

pub(crate) const CLOSE_TOKEN: &str = "
    delete from api_token
    where token = $1
";

pub(crate) const CLOSE_TOKENS: &str = "
    delete from api_token
    where account_id = $1
";

pub(crate) const CLOSE_ENDED_TOKENS: &str = "
    delete from api_token
    where account_id = $1 and until_ms <= $2
";

pub(crate) const INSERT_READ: &str = "
    insert into read_log (case_id, at_ms, account_id, what)
    values ($1, $2, $3, $4)
    on conflict do nothing
";

pub(crate) const INSERT_INBOX: &str = "
    insert into inbox_acceptance (employer_uscc, side, at_ms, account_id, text)
    values ($1, $2, $3, $4, $5)
    on conflict do nothing
";

/// Does one chore. Gives whether it changed anything.
pub(crate) async fn run(connection: &mut Connection, chore: &AccountChore) -> Result<bool, StoreError> {
    match chore {
        AccountChore::Create(account) => changed(connection, new_account(account)).await,
        AccountChore::SetPassword { account, password: Hidden(password), at } => {
            let query = sqlx::query(SET_PASSWORD).bind(*account).bind(at.millis()).bind(password.clone());
            and_out(connection, *account, query).await
        }
        AccountChore::Disable { account, since, at } => {
            let query = sqlx::query(SET_DISABLED).bind(*account).bind(at.millis()).bind(since.map(Moment::millis));
            and_out(connection, *account, query).await
        }
        AccountChore::SetSecondFactor { account, secret, codes, at } => {
            set_second_factor(connection, *account, secret.as_ref(), codes, *at).await
        }
        AccountChore::TakeStep { account, step } => {
            changed(connection, sqlx::query(TAKE_STEP).bind(*account).bind(int(*step))).await
        }
        AccountChore::TakeRecoveryCode { account, code, at } => {
            let query = sqlx::query(TAKE_CODE).bind(*account).bind(bytes(*code)).bind(at.millis());
            changed(connection, query).await
        }
        AccountChore::Stand { account, standing, at } => stand(connection, *account, standing, *at).await,
        AccountChore::Leave { account, standing, at } => leave(connection, *account, standing, *at).await,
        AccountChore::OpenSession { session, idle_since } => open_session(connection, session, *idle_since).await,
        AccountChore::Seen { token, at } => {
            changed(connection, sqlx::query(SEEN).bind(bytes(*token)).bind(at.millis())).await
        }
        AccountChore::CloseSession { token } => {
            changed(connection, sqlx::query(CLOSE_SESSION).bind(bytes(*token))).await
        }
        AccountChore::CloseSessions { account } => {
            changed(connection, sqlx::query(CLOSE_SESSIONS).bind(*account)).await
        }
        AccountChore::OpenToken(token) => open_token(connection, token).await,
        AccountChore::TokenSeen { token, at } => {
            changed(connection, sqlx::query(TOKEN_SEEN).bind(bytes(*token)).bind(at.millis())).await
        }
        AccountChore::CloseToken { token } => changed(connection, sqlx::query(CLOSE_TOKEN).bind(bytes(*token))).await,
        AccountChore::Read(line) => changed(connection, read(line)).await,
        AccountChore::AcceptInbox(line) => changed(connection, inbox(line)).await,
    }
}

type Query = sqlx::query::Query<'static, Db, <Db as sqlx::Database>::Arguments>;

async fn changed(connection: &mut Connection, query: Query) -> Result<bool, StoreError> {
    Ok(query.execute(connection).await?.rows_affected() > 0)
}

fn bytes(digest: Digest) -> Vec<u8> {
    digest.as_bytes().to_vec()
}

fn new_account(account: &StoredAccount) -> Query {
    sqlx::query(INSERT_ACCOUNT)
        .bind(account.id)
        .bind(account.login.clone())
        .bind(account.name.clone())
        .bind(account.password.0.clone())
        .bind(account.second_factor.as_ref().map(|secret| secret.0.clone()))
        .bind(account.created_at.millis())
        .bind(account.disabled_at.map(Moment::millis))
}

fn read(line: &ReadLine) -> Query {
    sqlx::query(INSERT_READ).bind(line.case).bind(line.at.millis()).bind(line.account).bind(line.what.clone())
}

fn inbox(line: &InboxLine) -> Query {
    sqlx::query(INSERT_INBOX)
        .bind(line.employer.clone())
        .bind(line.side.name())
        .bind(line.at.millis())
        .bind(line.account)
        .bind(bytes(line.text))
}

/// Changes an account, ends its sessions and revokes its tokens.
async fn and_out(connection: &mut Connection, account: Uuid, query: Query) -> Result<bool, StoreError> {
    let done = changed(connection, query).await?;
    sqlx::query(CLOSE_SESSIONS).bind(account).execute(&mut *connection).await?;
    sqlx::query(CLOSE_TOKENS).bind(account).execute(connection).await?;
    Ok(done)
}

async fn set_second_factor(
    connection: &mut Connection,
    account: Uuid,
    secret: Option<&Hidden<Vec<u8>>>,
    codes: &[Digest],
    at: Moment,
) -> Result<bool, StoreError> {
    let secret = secret.map(|secret| secret.0.clone());
    let query = sqlx::query(SET_SECOND_FACTOR).bind(account).bind(at.millis()).bind(secret);
    if !changed(connection, query).await? {
        return Ok(false);
    }
    sqlx::query(FORGET_CODES).bind(account).execute(&mut *connection).await?;
    for code in codes {
        sqlx::query(INSERT_CODE).bind(account).bind(bytes(*code)).execute(&mut *connection).await?;
    }
    Ok(true)
}

async fn open_session(
    connection: &mut Connection,
    session: &StoredSession,
    idle_since: Moment,
) -> Result<bool, StoreError> {
    sqlx::query(CLOSE_ENDED_SESSIONS)
        .bind(session.account)
        .bind(session.created_at.millis())
        .bind(idle_since.millis())
        .execute(&mut *connection)
        .await?;
    let query = sqlx::query(INSERT_SESSION)
        .bind(bytes(session.token))
        .bind(session.account)
        .bind(session.created_at.millis())
        .bind(session.seen_at.millis())
        .bind(session.until.millis())
        .bind(session.second_factor);
    changed(connection, query).await
}

async fn open_token(connection: &mut Connection, token: &StoredToken) -> Result<bool, StoreError> {
    let ended = sqlx::query(CLOSE_ENDED_TOKENS).bind(token.account).bind(token.created_at.millis());
    ended.execute(&mut *connection).await?;
    let query = sqlx::query(INSERT_TOKEN)
        .bind(bytes(token.token))
        .bind(token.account)
        .bind(token.name.clone())
        .bind(token.created_at.millis())
        .bind(token.seen_at.map(Moment::millis))
        .bind(token.until.millis())
        .bind(token.second_factor);
    changed(connection, query).await
}

/// Adds a standing. The account's row is touched first: on a server two processes that add standings to one account at
/// the same time can't both look before the other has written.
pub(crate) async fn stand(
    connection: &mut Connection,
    account: Uuid,
    standing: &Standing,
    at: Moment,
) -> Result<bool, StoreError> {
    if !changed(connection, sqlx::query(TOUCH_ACCOUNT).bind(account).bind(at.millis())).await? {
        return Err(StoreError::NoAccount);
    }
    if let Some(employer) = other_side(connection, account, standing).await? {
        return Err(StoreError::BothSides { employer });
    }
    for other in same_phone(connection, account, at).await? {
        if let Some(employer) = other_side(connection, other, standing).await? {
            return Err(StoreError::PhoneOnBothSides { employer });
        }
    }
    changed(connection, about(INSERT_STANDING, account, standing)).await
}

/// Whether the phone that an account has now is that of somebody on the other side.
pub(crate) async fn check_phone(connection: &mut Connection, account: Uuid, at: Moment) -> Result<(), StoreError> {
    if !changed(connection, sqlx::query(TOUCH_ACCOUNT).bind(account).bind(at.millis())).await? {
        return Err(StoreError::NoAccount);
    }
    let standings = standings_of(connection, account).await?;
    for other in same_phone(connection, account, at).await? {
        for standing in &standings {
            if let Some(employer) = other_side(connection, other, standing).await? {
                return Err(StoreError::PhoneOnBothSides { employer });
            }
        }
    }
    Ok(())
}

/// Other accounts with the phone of this one. Their rows are touched, for the reason for which its own is.
async fn same_phone(connection: &mut Connection, account: Uuid, at: Moment) -> Result<Vec<Uuid>, StoreError> {
    let mut others: Vec<Uuid> = sqlx::query_scalar(SAME_PHONE).bind(account).fetch_all(&mut *connection).await?;
    others.sort();
    for other in &others {
        sqlx::query(TOUCH_ACCOUNT).bind(*other).bind(at.millis()).execute(&mut *connection).await?;
    }
    Ok(others)
}

pub(crate) async fn leave(
    connection: &mut Connection,
    account: Uuid,
    standing: &Standing,
    at: Moment,
) -> Result<bool, StoreError> {
    sqlx::query(TOUCH_ACCOUNT).bind(account).bind(at.millis()).execute(&mut *connection).await?;
    changed(connection, about(DELETE_STANDING, account, standing)).await
}

fn about(sql: &'static str, account: Uuid, standing: &Standing) -> Query {
    let (kind, scope) = (standing.scope.kind(), standing.scope.key());
    sqlx::query(sql).bind(account).bind(kind).bind(scope).bind(standing.capacity.name())
}

/// The employer for which the account already stands on the other side than it is to stand now.
async fn other_side(connection: &mut Connection, account: Uuid, new: &Standing) -> Result<Option<String>, StoreError> {
    let side = new.capacity.side();
    if side == Side::None {
        return Ok(None);
    }
    let employer = employer(connection, &new.scope).await?;
    for standing in standings_of(connection, account).await? {
        if standing.capacity.side() != side.other() {
            continue;
        }
        let other = self::employer(connection, &standing.scope).await?;
        if standing.scope == new.scope || (other.is_some() && other == employer) {
            return Ok(Some(employer.unwrap_or_else(|| new.scope.key())));
        }
    }
    Ok(None)
}

/// The employer that a standing is about; `None` for a region, and for a case that isn't open yet.
async fn employer(connection: &mut Connection, scope: &Scope) -> Result<Option<String>, StoreError> {
    match scope {
        Scope::Employer(uscc) => Ok(Some(uscc.clone())),
        Scope::Case(case) => Ok(sqlx::query_scalar(EMPLOYER_OF_CASE).bind(*case).fetch_optional(connection).await?),
        Scope::Region(_) => Ok(None),
    }
}
