//! Recovering: whoever has forgotten the password gets a link on the phone of the account and sets a new one. A second
//! factor is asked for afterwards as ever; a lost one has its recovery codes.

use messages::Said;
use store::PeopleChore;

use crate::coming::{Words, wrong};
use crate::{AccountError, Accounts, PeopleError, Token, check, phone};

/// A link is good for so many milliseconds: half an hour.
const LASTS: i64 = 30 * 60_000;
/// Milliseconds of an hour.
const HOUR: i64 = 3_600_000;
/// So many links an hour.
const AN_HOUR: u64 = 3;

impl Accounts {
    /// Sends a link to the phone of an account, where login and phone go together. Whether they do isn't said.
    ///
    /// # Errors
    /// It is no phone; the database.
    pub async fn send_recovery(&self, login: &str, number: &str, words: &Words<'_>) -> Result<(), PeopleError> {
        let number = phone(number).map_err(|said| wrong("phone", said))?;
        let Some(account) = self.store().account_of_login(&check::fold(login)).await? else { return Ok(()) };
        let own = self.store().phone(account.id).await?;
        if own.is_none_or(|own| own.0 != number) || account.disabled_at.is_some() {
            return Ok(());
        }
        let now = self.now();
        // Beyond that nothing is sent, and nothing is said either: the answer is the same for everybody.
        if self.store().account_passes_since(account.id, now.plus_millis(-HOUR)).await? >= AN_HOUR {
            return Ok(());
        }
        let token = Token::new()?;
        let put = PeopleChore::PutAccountPass {
            token: token.digest(),
            account: account.id,
            at: now,
            until: now.plus_millis(LASTS),
            message: self.short(&number, words(&token.0)),
        };
        self.people(put).await?;
        Ok(())
    }

    /// The login of the account that a link is for, without using it up; `None` where it has ended or was used.
    ///
    /// # Errors
    /// The database.
    pub async fn recovered(&self, token: &str) -> Result<Option<String>, AccountError> {
        let Some(token) = Token::digest_of(token) else { return Ok(None) };
        let Some(account) = self.store().account_pass(token, self.now()).await? else { return Ok(None) };
        Ok(self.store().account(account).await?.map(|account| account.login))
    }

    /// Uses a link up: sets the password, and ends all sessions.
    ///
    /// # Errors
    /// The link has ended or was used; the password can't be like this, and the link stays good; the database.
    pub async fn recover(&self, token: &str, password: &str) -> Result<(), PeopleError> {
        let digest = Token::digest_of(token).ok_or(PeopleError::Gone)?;
        let account = self.store().account_pass(digest, self.now()).await?.ok_or(PeopleError::Gone)?;
        let login = self.recovered(token).await?.ok_or(PeopleError::Gone)?;
        check::password(password, &login).map_err(|error| wrong("password", error.said()))?;
        if !self.people(PeopleChore::TakeAccountPass { token: digest, at: self.now() }).await? {
            return Err(PeopleError::Gone);
        }
        Ok(self.set_password(account, password).await?)
    }

    /// Sets where somebody on a roster is reached, and tells the phone before. Whoever came in by it comes in anew.
    ///
    /// # Errors
    /// They may not; there is no such person; it is no phone, or somebody else's on the roster; the database.
    pub async fn set_roster_phone(
        &self,
        signed: &crate::Signed,
        employer: &str,
        person: uuid::Uuid,
        number: &str,
        words: &Words<'_>,
    ) -> Result<(), PeopleError> {
        crate::roster::may_for(signed, crate::access::Right::KeepRoster, employer)?;
        let found = self.store().roster_person(employer, person).await?.ok_or(PeopleError::Gone)?;
        let number = phone(number).map_err(|said| wrong("phone", said))?;
        if self.roster(employer).await?.iter().any(|other| other.id != person && other.phone.0 == number) {
            return Err(wrong("phone", Said::new("accounts-roster-phone-other")));
        }
        let set =
            PeopleChore::SetRosterPhone { employer: employer.to_owned(), person, phone: store::Hidden(number.clone()) };
        self.people(set).await?;
        if !found.phone.0.is_empty() && found.phone.0 != number {
            let said = self.short(&found.phone.0, words(&crate::masked(&number)));
            self.people(PeopleChore::Say(said)).await?;
        }
        if let Some(account) = found.account {
            self.revoke_all(account).await?;
        }
        Ok(())
    }
}
