//! Signing in and out: a new token each time, which ends when it isn't used, or in the end.

use std::net::IpAddr;

use law::time::Moment;
use ledger::Digest;
use store::{AccountChore, MAX_PAGE, StoredAccount, StoredSession};
use uuid::Uuid;

use crate::attempts::Pair;
use crate::password::NOBODY;
use crate::signed::second_step;
use crate::{Account, AccountError, Accounts, SignInError, Signed, Token, check};

/// A session that isn't used ends after so many milliseconds: 12 hours.
pub const IDLE: i64 = 12 * 3_600_000;
/// Every session ends after so many milliseconds: 7 days.
pub const LONGEST: i64 = 7 * 24 * 3_600_000;
/// A session on somebody's own phone goes on for so many milliseconds, used or not: 180 days.
pub const ON_PHONE: i64 = 180 * 24 * 3_600_000;
/// That a session is used is noted at most so often, in milliseconds: 5 minutes.
const NOTED: i64 = 5 * 60_000;

/// A session, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionLine {
    /// Names it for [`Accounts::revoke`]; of no use for signing in.
    pub id: Digest,
    /// When it was opened.
    pub created_at: Moment,
    /// When it was used last, to within five minutes.
    pub seen_at: Moment,
}

impl Accounts {
    /// Signs somebody in by login and password. The token is always a new one; the page that calls this ends the session
    /// that the browser had before. An account with a second factor, or with a standing that wants one, is not through
    /// yet: [`Signed::second`] says so.
    ///
    /// # Errors
    /// See [`SignInError`]. Whether the login or the password is wrong isn't said, and an unknown login costs as much.
    pub async fn sign_in(&self, login: &str, password: &str, from: Option<IpAddr>) -> Result<Token, SignInError> {
        let login = check::fold(login);
        let pair = Pair::of(&login, from);
        self.begin(pair)?;
        let checked = self.checked(&login, password).await;
        self.settle(pair, &checked);
        Ok(self.open(checked?.id, false).await?)
    }

    async fn checked(&self, login: &str, password: &str) -> Result<StoredAccount, SignInError> {
        let account = self.store().account_of_login(login).await?;
        let phc = account.as_ref().map_or(NOBODY, |account| account.password.0.as_str());
        let fits = self.passwords.verify(password, phc).await?;
        match account {
            Some(account) if fits && account.disabled_at.is_some() => Err(SignInError::Disabled),
            Some(account) if fits => Ok(account),
            Some(_) | None => Err(SignInError::Wrong),
        }
    }

    /// Whether the password is the account's, for acts that ask for it again; failures count as at signing in.
    ///
    /// # Errors
    /// See [`SignInError`].
    pub async fn check_password(&self, account: Uuid, password: &str, from: Option<IpAddr>) -> Result<(), SignInError> {
        let account = self.store().account(account).await?.ok_or(AccountError::Unknown)?;
        let pair = Pair::of(&account.login, from);
        self.begin(pair)?;
        let checked = self.checked(&account.login, password).await;
        self.settle(pair, &checked);
        checked.map(drop)
    }

    /// Opens a session without a password, as if everything had been shown. Whoever calls it answers for it: the
    /// demonstration's switch, a one-time link.
    ///
    /// # Errors
    /// There is no such account, or it is disabled; the database.
    pub async fn sign_in_as(&self, account: Uuid) -> Result<Token, AccountError> {
        let found = self.store().account(account).await?;
        if found.is_none_or(|found| found.disabled_at.is_some()) {
            return Err(AccountError::Unknown);
        }
        self.open(account, true).await
    }

    /// Who is signed in with a token; `None` where the session has ended, or never was, or the account is disabled. What
    /// a second step still missing would give is left out.
    ///
    /// # Errors
    /// The database.
    pub async fn signed_in(&self, token: &str) -> Result<Option<Signed>, AccountError> {
        let Some((session, account)) = self.session(token).await? else {
            return Ok(None);
        };
        let now = self.now();
        if now.millis_since(session.seen_at) > NOTED {
            // Nobody is kept from reading by a note that isn't written; the next request tries again.
            let _ = self.chore(AccountChore::Seen { token: session.token, at: now }).await;
        }
        let has_factor = account.second_factor.is_some();
        let standings = self.store().standings_of(account.id).await?;
        let mandatory = self.is_second_step_mandatory();
        let (second, standings) = second_step(session.second_factor, has_factor, mandatory, standings);
        let mut account = Account::from(account);
        account.name = self.name_of(&account.login, account.id, account.name).await?;
        Ok(Some(Signed { account, standings, second }))
    }

    /// Ends the session of a token. Ending one that has ended is fine.
    ///
    /// # Errors
    /// The database.
    pub async fn sign_out(&self, token: &str) -> Result<(), AccountError> {
        if let Some(token) = Token::digest_of(token) {
            self.chore(AccountChore::CloseSession { token }).await?;
        }
        Ok(())
    }

    /// The sessions of an account that haven't ended, oldest first.
    ///
    /// # Errors
    /// The database.
    pub async fn sessions(&self, account: Uuid) -> Result<Vec<SessionLine>, AccountError> {
        let now = self.now();
        let found = self.store().sessions_of(account, None, MAX_PAGE).await?;
        let line = |session: StoredSession| SessionLine {
            id: session.token,
            created_at: session.created_at,
            seen_at: session.seen_at,
        };
        Ok(found.into_iter().filter(|session| is_open(session, now)).map(line).collect())
    }

    /// Ends one session of an account. Gives whether it was one of that account's.
    ///
    /// # Errors
    /// The database.
    pub async fn revoke(&self, account: Uuid, session: Digest) -> Result<bool, AccountError> {
        let found = self.store().session(session).await?;
        if found.is_none_or(|found| found.account != account) {
            return Ok(false);
        }
        Ok(self.chore(AccountChore::CloseSession { token: session }).await?)
    }

    /// Ends all sessions of an account.
    ///
    /// # Errors
    /// The database.
    pub async fn revoke_all(&self, account: Uuid) -> Result<(), AccountError> {
        self.chore(AccountChore::CloseSessions { account }).await?;
        Ok(())
    }

    /// The open session of a token, with its account.
    pub(crate) async fn session(&self, token: &str) -> Result<Option<(StoredSession, StoredAccount)>, AccountError> {
        let Some(token) = Token::digest_of(token) else {
            return Ok(None);
        };
        let Some(session) = self.store().session(token).await?.filter(|session| is_open(session, self.now())) else {
            return Ok(None);
        };
        let account = self.store().account(session.account).await?;
        Ok(account.filter(|account| account.disabled_at.is_none()).map(|account| (session, account)))
    }

    pub(crate) async fn open(&self, account: Uuid, second_factor: bool) -> Result<Token, AccountError> {
        self.open_for(account, second_factor, LONGEST, IDLE).await
    }

    /// A session on somebody's own phone.
    pub(crate) async fn open_on_phone(&self, account: Uuid) -> Result<Token, AccountError> {
        self.open_for(account, false, ON_PHONE, ON_PHONE).await
    }

    async fn open_for(
        &self,
        account: Uuid,
        second_factor: bool,
        longest: i64,
        idle: i64,
    ) -> Result<Token, AccountError> {
        let (token, now) = (Token::new()?, self.now());
        let session = StoredSession {
            token: token.digest(),
            account,
            created_at: now,
            seen_at: now,
            until: now.plus_millis(longest),
            second_factor,
        };
        self.chore(AccountChore::OpenSession { session, idle_since: now.plus_millis(-idle) }).await?;
        Ok(token)
    }

    /// Takes an attempt, or says how long to wait.
    pub(crate) fn begin(&self, pair: Pair) -> Result<(), SignInError> {
        self.attempts().begin(pair, self.now()).map_err(|seconds| SignInError::Wait { seconds })
    }

    /// Forgets failures after a success, and an attempt that wasn't decided.
    pub(crate) fn settle<T>(&self, pair: Pair, checked: &Result<T, SignInError>) {
        match checked {
            Ok(_) => self.attempts().forget(pair),
            Err(SignInError::Wait { .. } | SignInError::Store(_)) => self.attempts().forgive(pair, self.now()),
            Err(SignInError::Wrong | SignInError::Disabled) => {}
        }
    }
}

fn is_open(session: &StoredSession, now: Moment) -> bool {
    // One that lasts longer than any at a desk is on somebody's own phone.
    let on_phone = session.until.millis_since(session.created_at) > LONGEST;
    now < session.until && (on_phone || now.millis_since(session.seen_at) <= IDLE)
}
