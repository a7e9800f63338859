//! Accounts: making them, what they stand for, and whom one may pick.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use law::time::Moment;
use negotiation::Capacity;
use service::{Clock, Desk};
use store::{AccountChore, Chore, Hidden, MAX_PAGE, ReadLine, Scope, Standing, Store, StoreError, StoredAccount};
use uuid::Uuid;

use crate::attempts::{Asked, Attempts};
use crate::password::Passwords;
use crate::{AccountError, check};

/// Who somebody is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The person's id in the records of cases too.
    pub id: Uuid,
    /// Name to sign in with, in lower case.
    pub login: String,
    /// The person's name.
    pub name: String,
}

impl From<StoredAccount> for Account {
    fn from(StoredAccount { id, login, name, .. }: StoredAccount) -> Self {
        Self { id, login, name }
    }
}

/// An account to be made.
#[derive(Clone, PartialEq, Eq)]
pub struct NewAccount {
    /// Its id; a new one where none is given.
    pub id: Option<Uuid>,
    /// Name to sign in with; folded to lower case.
    pub login: String,
    /// The person's name.
    pub name: String,
    /// The password, 8 to 128 characters.
    pub password: String,
}

impl fmt::Debug for NewAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NewAccount({})", self.login)
    }
}

/// All accounts. Cheap to clone; all clones count the failed sign-ins together.
#[derive(Clone)]
pub struct Accounts {
    asked: Arc<Mutex<Asked>>,
    attempts: Arc<Mutex<Attempts>>,
    clock: Option<Clock>,
    desk: Desk,
    mandatory: bool,
    pub(crate) passwords: Passwords,
}

impl Accounts {
    /// Accounts in the store behind a desk, by the desk's clock, with a second factor for staff.
    #[must_use]
    pub fn new(desk: Desk) -> Self {
        Self {
            asked: Arc::default(),
            attempts: Arc::default(),
            clock: None,
            desk,
            mandatory: true,
            passwords: Passwords::new(),
        }
    }

    /// Times sessions, waits and codes by another clock than the desk's: where the desk's is moved by hand, so that
    /// moving it by a month doesn't sign everybody out.
    #[must_use]
    pub fn timed_by(self, clock: Clock) -> Self {
        Self { clock: Some(clock), ..self }
    }

    /// Lets staff without a second factor in: for a demonstration. Whoever has one is asked for it all the same.
    #[must_use]
    pub fn without_mandatory_second_step(self) -> Self {
        Self { mandatory: false, ..self }
    }

    /// Makes an account. It stands for nothing yet.
    ///
    /// # Errors
    /// Login, name or password can't be like this; id or login is taken; the database.
    pub async fn create(&self, new: NewAccount) -> Result<Uuid, AccountError> {
        let login = check::login(&new.login)?;
        let name = check::name(&new.name)?;
        check::password(&new.password, &login)?;
        let account = StoredAccount {
            id: new.id.unwrap_or_else(Uuid::now_v7),
            login,
            name,
            password: Hidden(self.passwords.hash(&new.password).await?),
            second_factor: None,
            created_at: self.now(),
            disabled_at: None,
        };
        if self.chore(AccountChore::Create(account.clone())).await? {
            return Ok(account.id);
        }
        match self.store().account_of_login(&account.login).await? {
            // A connection was cut in mid-commit, and the second attempt found the first: salts are never the same.
            Some(found) if found.id == account.id && found.password == account.password => Ok(found.id),
            Some(_) => Err(AccountError::LoginTaken { login: account.login }),
            None => Err(AccountError::IdTaken),
        }
    }

    /// Lets an account stand for a case, an employer or a region in a capacity. A second time changes nothing. Until it
    /// has ended all standings on one side of an employer, an account can't stand on the other.
    ///
    /// # Errors
    /// There is no such account; the capacity can't be held, or not for a region; the scope is none; rule
    /// `ACCOUNT-ONE-SIDE`; the database.
    pub async fn stand(&self, account: Uuid, capacity: Capacity, scope: Scope) -> Result<(), AccountError> {
        let standing = Standing { scope: check::scope(capacity, scope)?, capacity };
        self.chore(AccountChore::Stand { account, standing, at: self.now() }).await?;
        Ok(())
    }

    /// Ends a standing. Gives whether the account had it.
    ///
    /// # Errors
    /// The scope is none; the database.
    pub async fn leave(&self, account: Uuid, capacity: Capacity, scope: Scope) -> Result<bool, AccountError> {
        let standing = Standing { scope: check::scope(capacity, scope)?, capacity };
        Ok(self.chore(AccountChore::Leave { account, standing, at: self.now() }).await?)
    }

    /// The account with a login, in any spelling; `None` where there is none.
    ///
    /// # Errors
    /// The database.
    pub async fn by_login(&self, login: &str) -> Result<Option<Account>, AccountError> {
        Ok(self.store().account_of_login(&check::fold(login)).await?.map(Account::from))
    }

    /// The account with an id; `None` where there is none.
    ///
    /// # Errors
    /// The database.
    pub async fn by_id(&self, account: Uuid) -> Result<Option<Account>, AccountError> {
        let Some(found) = self.store().account(account).await? else { return Ok(None) };
        let mut account = Account::from(found);
        account.name = self.name_of(&account.login, account.id, account.name).await?;
        Ok(Some(account))
    }

    /// Whoever stands for an employer, once for each capacity, without those who are disabled: the people who may be
    /// picked for a task in its cases.
    ///
    /// # Errors
    /// The database.
    pub async fn standing_for(&self, employer_uscc: &str) -> Result<Vec<(Account, Capacity)>, AccountError> {
        self.standing_in(&Scope::Employer(employer_uscc.to_owned())).await
    }

    /// Whoever stands for exactly this case, employer or region, once for each capacity, without those who are disabled.
    ///
    /// # Errors
    /// The database.
    pub async fn standing_in(&self, scope: &Scope) -> Result<Vec<(Account, Capacity)>, AccountError> {
        let mut found = Vec::new();
        let mut after = None;
        loop {
            let page = self.store().standing_for(scope, after, MAX_PAGE).await?;
            let Some(last) = page.last().map(|(account, capacity)| (account.id, *capacity)) else {
                return Ok(found);
            };
            after = Some(last);
            for (account, capacity) in page.into_iter().filter(|(account, _)| account.disabled_at.is_none()) {
                let mut account = Account::from(account);
                account.name = self.name_of(&account.login, account.id, account.name).await?;
                found.push((account, capacity));
            }
        }
    }

    /// Everything that an account stands for, whether or not it is signed in.
    ///
    /// # Errors
    /// The database.
    pub async fn standings_of(&self, account: Uuid) -> Result<Vec<Standing>, AccountError> {
        Ok(self.store().standings_of(account).await?)
    }

    /// Sets a password and ends all sessions. Whoever calls it has made sure that the account's owner asks for it.
    ///
    /// # Errors
    /// The password can't be like this; there is no such account; the database.
    pub async fn set_password(&self, account: Uuid, password: &str) -> Result<(), AccountError> {
        let found = self.store().account(account).await?.ok_or(AccountError::Unknown)?;
        check::password(password, &found.login)?;
        let password = Hidden(self.passwords.hash(password).await?);
        self.chore(AccountChore::SetPassword { account, password, at: self.now() }).await?;
        Ok(())
    }

    /// Ends all sessions of an account and lets nobody sign in with it.
    ///
    /// # Errors
    /// There is no such account; the database.
    pub async fn disable(&self, account: Uuid) -> Result<(), AccountError> {
        let at = self.now();
        let known = self.chore(AccountChore::Disable { account, since: Some(at), at }).await?;
        if known { Ok(()) } else { Err(AccountError::Unknown) }
    }

    /// Lets an account be used again.
    ///
    /// # Errors
    /// There is no such account; the database.
    pub async fn enable(&self, account: Uuid) -> Result<(), AccountError> {
        let known = self.chore(AccountChore::Disable { account, since: None, at: self.now() }).await?;
        if known { Ok(()) } else { Err(AccountError::Unknown) }
    }

    /// Notes that somebody read confidential material of a case, before it is shown: where this fails, it isn't.
    ///
    /// # Errors
    /// The database.
    pub async fn note_read(&self, account: Uuid, case: Uuid, what: &str) -> Result<(), AccountError> {
        let line = ReadLine { case, at: self.now(), account, what: what.to_owned() };
        self.chore(AccountChore::Read(line)).await?;
        Ok(())
    }

    /// A page of who read confidential material of a case, oldest first, after the given line.
    ///
    /// # Errors
    /// The database.
    pub async fn reads(&self, case: Uuid, after: Option<&ReadLine>, limit: u32) -> Result<Vec<ReadLine>, AccountError> {
        Ok(self.store().reads_of(case, after, limit).await?)
    }

    pub(crate) fn attempts(&self) -> MutexGuard<'_, Attempts> {
        self.attempts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) async fn chore(&self, chore: AccountChore) -> Result<bool, StoreError> {
        self.desk.chore(Chore::Account(chore)).await
    }

    pub(crate) fn asked(&self) -> MutexGuard<'_, Asked> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) const fn desk(&self) -> &Desk {
        &self.desk
    }

    pub(crate) const fn is_second_step_mandatory(&self) -> bool {
        self.mandatory
    }

    pub(crate) fn now(&self) -> Moment {
        self.clock.as_ref().map_or_else(|| self.desk.now(), |clock| clock())
    }

    /// Now by the clock of the cases.
    pub(crate) fn desk_now(&self) -> Moment {
        self.desk.now()
    }

    pub(crate) const fn store(&self) -> &Store {
        self.desk.store()
    }
}
