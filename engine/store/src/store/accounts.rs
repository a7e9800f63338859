//! Accounts: reading them, on whichever database it is.

use ledger::Digest;
use negotiation::Capacity;
use uuid::Uuid;

use super::{Dialect, Store};
use crate::{InboxLine, ReadLine, Scope, Standing, StoreError, StoredAccount, StoredSession, StoredToken};

impl Store {
    /// An account; `None` where there is no such account.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn account(&self, id: Uuid) -> Result<Option<StoredAccount>, StoreError> {
        on!(self, store => store.account(id))
    }

    /// The account with a login, which is in lower case; `None` where there is none.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn account_of_login(&self, login: &str) -> Result<Option<StoredAccount>, StoreError> {
        on!(self, store => store.account_of_login(login))
    }

    /// The session with a token of this SHA-256, ended or not; `None` where there is none.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn session(&self, token: Digest) -> Result<Option<StoredSession>, StoreError> {
        on!(self, store => store.session(token))
    }

    /// A page of an account's sessions, oldest first, after the given one; some may have ended.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn sessions_of(
        &self,
        account: Uuid,
        after: Option<&StoredSession>,
        limit: u32,
    ) -> Result<Vec<StoredSession>, StoreError> {
        on!(self, store => store.sessions_of(account, after, limit))
    }

    /// The interface token of this SHA-256, ended or not; `None` where there is none.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn token(&self, token: Digest) -> Result<Option<StoredToken>, StoreError> {
        on!(self, store => store.token(token))
    }

    /// A page of an account's interface tokens, oldest first, after the given one; some may have ended.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn tokens_of(
        &self,
        account: Uuid,
        after: Option<&StoredToken>,
        limit: u32,
    ) -> Result<Vec<StoredToken>, StoreError> {
        on!(self, store => store.tokens_of(account, after, limit))
    }

    /// Everything that an account stands for.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn standings_of(&self, account: Uuid) -> Result<Vec<Standing>, StoreError> {
        on!(self, store => store.standings_of(account))
    }

    /// A page of the accounts that stand for exactly this case, employer or region, once for each capacity, in the order
    /// of ids, after the given one; disabled ones too.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn standing_for(
        &self,
        scope: &Scope,
        after: Option<(Uuid, Capacity)>,
        limit: u32,
    ) -> Result<Vec<(StoredAccount, Capacity)>, StoreError> {
        on!(self, store => store.standing_for(scope, after, limit))
    }

    /// How many recovery codes of an account are left.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn recovery_codes(&self, account: Uuid) -> Result<u64, StoreError> {
        on!(self, store => store.recovery_codes(account))
    }

    /// A page of who read confidential material of a case, oldest first, after the given line.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn reads_of(
        &self,
        case: Uuid,
        after: Option<&ReadLine>,
        limit: u32,
    ) -> Result<Vec<ReadLine>, StoreError> {
        on!(self, store => store.reads_of(case, after, limit))
    }

    /// Which sides of an employer have accepted the platform as the system that receives documents for them.
    ///
    /// # Errors
    /// See [`Store`].
    pub async fn inbox_of(&self, employer: &str) -> Result<Vec<InboxLine>, StoreError> {
        on!(self, store => store.inbox_of(employer))
    }
}
