//! Interface tokens: with one a program asks in the name of the person who made it, with that person's standings.
//!
//! A token is shown once and stored by its SHA-256. It is never worth more than a session of its owner: where the
//! account has a second factor, a token counts only if it was made in a session that had shown it.

use law::time::Moment;
use ledger::Digest;
use store::{AccountChore, MAX_PAGE, StoredToken};
use uuid::Uuid;

use crate::signed::second_step;
use crate::{Account, AccountError, Accounts, SecondStep, Signed, Token, check};

/// How many days a token is good for, unless its owner says otherwise.
pub const TOKEN_DAYS: u16 = 90;
/// Most days of a token.
const MOST_DAYS: u16 = 366;
/// Most tokens of an account.
const MOST: usize = 20;
/// What a token begins with, so that people and scanners of secrets know it for what it is.
const PREFIX: &str = "xxs_";
/// That a token is used is noted at most so often, in milliseconds: 5 minutes.
const NOTED: i64 = 5 * 60_000;

/// A token, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenLine {
    /// Names it for [`Accounts::revoke_token`]; of no use for asking.
    pub id: Digest,
    /// What its owner calls it.
    pub name: String,
    /// When it was made.
    pub created_at: Moment,
    /// When it was used last, to within five minutes.
    pub seen_at: Option<Moment>,
    /// When it ends.
    pub until: Moment,
}

impl Accounts {
    /// Makes a token for the owner of a session, good for so many days. What it gives is shown once and kept nowhere.
    ///
    /// # Errors
    /// The name can't be like this; the days are too many; there are enough tokens; the database.
    pub async fn make_token(&self, owner: &Signed, name: &str, days: u16) -> Result<Token, AccountError> {
        let name = check::name(name)?;
        if !(1..=MOST_DAYS).contains(&days) {
            return Err(AccountError::TokenDays { found: days });
        }
        let now = self.now();
        if self.tokens(owner.account.id).await?.len() >= MOST {
            return Err(AccountError::TokensFull { most: MOST });
        }
        let token = Token::new()?;
        let stored = StoredToken {
            token: token.digest(),
            account: owner.account.id,
            name,
            created_at: now,
            seen_at: None,
            until: now.plus_millis(i64::from(days) * 86_400_000),
            second_factor: owner.second == SecondStep::Shown,
        };
        self.chore(AccountChore::OpenToken(stored)).await?;
        Ok(Token(format!("{PREFIX}{}", token.0)))
    }

    /// The tokens of an account that haven't ended, oldest first.
    ///
    /// # Errors
    /// The database.
    pub async fn tokens(&self, account: Uuid) -> Result<Vec<TokenLine>, AccountError> {
        let now = self.now();
        let found = self.store().tokens_of(account, None, MAX_PAGE).await?;
        let line = |token: StoredToken| TokenLine {
            id: token.token,
            name: token.name,
            created_at: token.created_at,
            seen_at: token.seen_at,
            until: token.until,
        };
        Ok(found.into_iter().filter(|token| now < token.until).map(line).collect())
    }

    /// Revokes one token of an account. Gives whether it was one of that account's.
    ///
    /// # Errors
    /// The database.
    pub async fn revoke_token(&self, account: Uuid, token: Digest) -> Result<bool, AccountError> {
        let found = self.store().token(token).await?;
        if found.is_none_or(|found| found.account != account) {
            return Ok(false);
        }
        Ok(self.chore(AccountChore::CloseToken { token }).await?)
    }

    /// In whose name a program asks that brings a token; `None` where the token has ended, was revoked or never was, or
    /// the account is disabled. What a second step still missing would give is left out.
    ///
    /// # Errors
    /// The database.
    pub async fn signed_by_token(&self, token: &str) -> Result<Option<Signed>, AccountError> {
        let Some(digest) = token.strip_prefix(PREFIX).and_then(Token::digest_of) else {
            return Ok(None);
        };
        let now = self.now();
        let Some(stored) = self.store().token(digest).await?.filter(|stored| now < stored.until) else {
            return Ok(None);
        };
        let Some(account) = self.store().account(stored.account).await?.filter(|it| it.disabled_at.is_none()) else {
            return Ok(None);
        };
        if stored.seen_at.is_none_or(|seen| now.millis_since(seen) > NOTED) {
            // Nobody is kept from reading by a note that isn't written; the next request tries again.
            let _ = self.chore(AccountChore::TokenSeen { token: digest, at: now }).await;
        }
        let has_factor = account.second_factor.is_some();
        let standings = self.store().standings_of(account.id).await?;
        let mandatory = self.is_second_step_mandatory();
        let (second, standings) = second_step(stored.second_factor, has_factor, mandatory, standings);
        Ok(Some(Signed { account: Account::from(account), standings, second }))
    }
}
