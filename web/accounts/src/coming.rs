//! How the people of a roster come in: by a link of their own, or by the group's code, their name, and six digits on their
//! phone. Opening a link uses nothing up; pressing its button does.
//!
//! Nobody but the person ever sees a link or the digits: they go to the phone that the roster has, and only there. What is
//! counted is counted for the person, never for the address, because a factory is one address.

use std::fmt::Write as _;

use ledger::Digest;
use messages::Said;
use negotiation::Capacity;
use store::{
    AccountChore, Hidden, Pass, PassKind, PeopleChore, RosterPerson, Scope, ShortMessage, Standing, StoredAccount,
};
use uuid::Uuid;

use crate::access::Right;
use crate::attempts::Pair;
use crate::password::NOBODY;
use crate::roster::may_for;
use crate::secret::random;
use crate::{AccountError, Accounts, Fault, PeopleError, Signed, Token};

/// The digits are good for so many milliseconds: ten minutes.
const CODE_LASTS: i64 = 10 * 60_000;
/// A link is good for so many milliseconds: fourteen days.
const LINK_LASTS: i64 = 14 * 86_400_000;
/// So many times digits are tried before new ones are needed.
const TRIES: u32 = 5;
/// After so many milliseconds somebody gets new digits, at the earliest.
const PAUSE: i64 = 60_000;
/// So many times an hour.
const AN_HOUR: u32 = 6;
/// Milliseconds of an hour.
const HOUR: i64 = 3_600_000;
/// In front of what is kept of the digits.
const PURPOSE: &str = "xinxieshang/sign-in-code/v1\n";
/// Logins of those who come in by a roster begin so; nobody else's can, because it holds a sign that none may have.
const WORKER: &str = "w:";
/// So many of one name are looked at.
const NAMESAKES: u32 = 50;

/// Words for a short message, put together by whoever knows the texts and the address of the site.
pub type Words<'a> = dyn Fn(&str) -> String + Send + Sync + 'a;

/// Whether an account is one by which somebody of a roster comes in.
#[must_use]
pub fn is_of_roster(login: &str) -> bool {
    login.starts_with(WORKER)
}

impl Accounts {
    /// The code of an employer's group, for a poster; a first one where there is none.
    ///
    /// # Errors
    /// They may not; the database.
    pub async fn group(&self, signed: &Signed, employer: &str) -> Result<String, PeopleError> {
        may_for(signed, Right::KeepRoster, employer)?;
        match self.store().group(employer).await? {
            Some(code) => Ok(code),
            None => self.new_group(signed, employer).await,
        }
    }

    /// A new code for an employer's group; posters with the one before lead nowhere.
    ///
    /// # Errors
    /// As above.
    pub async fn new_group(&self, signed: &Signed, employer: &str) -> Result<String, PeopleError> {
        may_for(signed, Right::KeepRoster, employer)?;
        let code = short_code()?;
        let set = PeopleChore::SetGroup { employer: employer.to_owned(), code: code.clone(), at: self.now() };
        self.people(set).await?;
        Ok(code)
    }

    /// The employer of a group's code; `None` where there is none.
    ///
    /// # Errors
    /// The database.
    pub async fn employer_of_group(&self, code: &str) -> Result<Option<String>, AccountError> {
        Ok(self.store().group_of_code(code).await?)
    }

    /// Sends somebody on a roster a link of their own. The one who asks for it never sees it.
    ///
    /// # Errors
    /// They may not; there is no such person, or no phone; too many were sent; the database.
    pub async fn invite(
        &self,
        signed: &Signed,
        employer: &str,
        person: Uuid,
        words: &Words<'_>,
    ) -> Result<(), PeopleError> {
        may_for(signed, Right::KeepRoster, employer)?;
        let person = self.store().roster_person(employer, person).await?.ok_or(PeopleError::Gone)?;
        if person.phone.0.is_empty() {
            return Err(wrong("phone", Said::new("accounts-coming-no-phone")));
        }
        if let Some(said) = self.too_often(employer, person.id, PassKind::Link).await? {
            return Err(wrong("phone", said));
        }
        let token = Token::new()?;
        let pass = self.pass(employer, person.id, token.digest(), None, LINK_LASTS);
        let message = self.short(&person.phone.0, words(&token.0));
        self.people(PeopleChore::PutPass { pass, message }).await?;
        Ok(())
    }

    /// For whom a link is, without using it up; `None` where it has ended, was used, or never was.
    ///
    /// # Errors
    /// The database.
    pub async fn invited(&self, token: &str) -> Result<Option<(String, RosterPerson)>, AccountError> {
        let Some(token) = Token::digest_of(token) else { return Ok(None) };
        let Some(pass) = self.store().pass(token).await? else { return Ok(None) };
        if pass.kind != PassKind::Link || pass.used_at.is_some() || pass.until <= self.now() {
            return Ok(None);
        }
        let person = self.store().roster_person(&pass.employer, pass.person).await?;
        Ok(person.map(|person| (pass.employer, person)))
    }

    /// Uses a link up and signs its person in.
    ///
    /// # Errors
    /// It has ended, was used, or never was; rule `ACCOUNT-ONE-SIDE`; the database.
    pub async fn come_by_link(&self, token: &str) -> Result<Token, PeopleError> {
        let (employer, person) = self.invited(token).await?.ok_or(PeopleError::Gone)?;
        let digest = Token::digest_of(token).ok_or(PeopleError::Gone)?;
        if !self.people(PeopleChore::TakePass { token: digest, at: self.now() }).await? {
            return Err(PeopleError::Gone);
        }
        self.enter(&employer, &person).await
    }

    /// Sends six digits to whoever has this name on a roster, told apart by number or the end of the phone where several
    /// have. Gives what the browser brings back with the digits. Whether there is such a person isn't said.
    ///
    /// # Errors
    /// Digits were sent a moment ago, or very often; the database.
    pub async fn send_code(
        &self,
        employer: &str,
        name: &str,
        mark: &str,
        words: &Words<'_>,
    ) -> Result<String, PeopleError> {
        let challenge = Token::new()?;
        let (name, mark) = (name.trim(), mark.trim());
        // By what was typed, so that nobody learns from the answer who is on the roster.
        let pair = Pair::of(&format!("code\n{employer}\n{name}\n{mark}"), None);
        let taken = self.asked().begin(pair, self.now(), PAUSE, AN_HOUR);
        taken.map_err(|soon| wrong("name", too_often(soon)))?;
        let all = self.store().roster_named(employer, name, NAMESAKES).await?;
        let fits = |person: &&RosterPerson| {
            let by_phone = mark.len() == 4 && person.phone.0.ends_with(mark);
            (mark.is_empty() && all.len() == 1) || by_phone || (!mark.is_empty() && person.number == mark)
        };
        let mut found = all.iter().filter(fits);
        let (Some(person), None) = (found.next(), found.next()) else { return Ok(challenge.0) };
        if person.phone.0.is_empty() {
            return Ok(challenge.0);
        }
        if self.too_often(employer, person.id, PassKind::Code).await?.is_some() {
            return Ok(challenge.0);
        }
        let digits = digits()?;
        let secret = kept(&challenge.0, &digits);
        let pass = self.pass(employer, person.id, challenge.digest(), Some(secret), CODE_LASTS);
        let message = self.short(&person.phone.0, words(&digits));
        self.people(PeopleChore::PutPass { pass, message }).await?;
        Ok(challenge.0)
    }

    /// Signs somebody in by what the browser has and the digits on the phone.
    ///
    /// # Errors
    /// They don't fit, have ended, or were tried too often; rule `ACCOUNT-ONE-SIDE`; the database.
    pub async fn come_by_code(&self, employer: &str, challenge: &str, digits: &str) -> Result<Token, PeopleError> {
        let refused = || wrong("digits", Said::new("accounts-coming-digits"));
        let token = Token::digest_of(challenge).ok_or_else(refused)?;
        // The attempt is counted before the digits are looked at.
        if !self.people(PeopleChore::TryPass { token, most: TRIES, at: self.now() }).await? {
            return Err(refused());
        }
        let pass = self.store().pass(token).await?.ok_or_else(refused)?;
        let digits: String = digits.chars().filter(|c| !c.is_whitespace()).collect();
        if pass.employer != employer || pass.secret != Some(kept(challenge, &digits)) {
            return Err(refused());
        }
        if !self.people(PeopleChore::TakePass { token, at: self.now() }).await? {
            return Err(refused());
        }
        let person = self.store().roster_person(employer, pass.person).await?.ok_or_else(refused)?;
        self.enter(employer, &person).await
    }

    /// The person of a roster's account on that employer's roster; `None` where they aren't there.
    ///
    /// # Errors
    /// The database.
    pub async fn on_roster(&self, account: Uuid, employer: &str) -> Result<Option<Uuid>, AccountError> {
        let all = self.store().rosters_of(account, NAMESAKES).await?;
        Ok(all.into_iter().find(|(own, _)| own == employer).map(|(_, person)| person))
    }

    /// Employers on whose rosters an account stands.
    ///
    /// # Errors
    /// The database.
    pub async fn rosters(&self, account: Uuid) -> Result<Vec<String>, AccountError> {
        Ok(self.places(account).await?.into_iter().map(|(employer, _)| employer).collect())
    }

    /// Where an account stands on rosters: the employer, and the id there.
    ///
    /// # Errors
    /// The database.
    pub async fn places(&self, account: Uuid) -> Result<Vec<(String, Uuid)>, AccountError> {
        Ok(self.store().rosters_of(account, NAMESAKES).await?)
    }

    /// The name of an account as it is to be shown: that of the roster for those who came in by one.
    pub(crate) async fn name_of(&self, login: &str, account: Uuid, name: String) -> Result<String, AccountError> {
        if !is_of_roster(login) {
            return Ok(name);
        }
        let Some((employer, person)) = self.store().rosters_of(account, 1).await?.pop() else { return Ok(name) };
        Ok(self.store().roster_person(&employer, person).await?.map_or(name, |person| person.name.0))
    }

    /// Why somebody gets no further link or code now, if they don't.
    async fn too_often(&self, employer: &str, person: Uuid, kind: PassKind) -> Result<Option<Said>, AccountError> {
        let now = self.now();
        let count = |back: i64| self.store().passes_since(employer, person, kind, now.plus_millis(-back));
        if count(PAUSE).await? > 0 {
            return Ok(Some(too_often(true)));
        }
        Ok((count(HOUR).await? >= u64::from(AN_HOUR)).then(|| too_often(false)))
    }

    fn pass(&self, employer: &str, person: Uuid, token: Digest, secret: Option<Digest>, lasts: i64) -> Pass {
        let now = self.now();
        Pass {
            token,
            kind: if secret.is_some() { PassKind::Code } else { PassKind::Link },
            employer: employer.to_owned(),
            person,
            secret,
            tries: 0,
            created_at: now,
            until: now.plus_millis(lasts),
            used_at: None,
        }
    }

    /// A short message to a phone, due at once by the clock of the jobs.
    pub(crate) fn short(&self, phone: &str, text: String) -> ShortMessage {
        let now = self.desk().now();
        ShortMessage {
            id: Uuid::now_v7(),
            phone: Some(Hidden(phone.to_owned())),
            text: Some(Hidden(text)),
            created_at: now,
            attempts: 0,
            next_at: now,
            sent_at: None,
            problem: None,
        }
    }

    /// Opens a session for somebody of a roster, with an account where they have none yet. A delegate stands as one.
    async fn enter(&self, employer: &str, person: &RosterPerson) -> Result<Token, PeopleError> {
        let account = match person.account {
            Some(account) => account,
            None => self.account_of(employer, person).await?,
        };
        self.people(PeopleChore::SetPhone { account, phone: person.phone.clone(), at: self.now() }).await?;
        if person.delegate {
            let scope = Scope::Employer(employer.to_owned());
            let standing = Standing { scope, capacity: Capacity::CongressDelegate };
            self.chore(AccountChore::Stand { account, standing, at: self.now() }).await?;
        }
        Ok(self.open_on_phone(account).await?)
    }

    /// An account without name, phone or password of its own: those stand on the roster, where they can be erased.
    async fn account_of(&self, employer: &str, person: &RosterPerson) -> Result<Uuid, AccountError> {
        let id = Uuid::now_v7();
        let account = StoredAccount {
            id,
            login: format!("{WORKER}{}", id.simple()),
            name: "职工".to_owned(),
            password: Hidden(NOBODY.to_owned()),
            second_factor: None,
            created_at: self.now(),
            disabled_at: None,
        };
        self.chore(AccountChore::Create(account)).await?;
        let bind = PeopleChore::Bind { employer: employer.to_owned(), person: person.id, account: id };
        self.people(bind).await?;
        Ok(id)
    }
}

fn too_often(soon: bool) -> Said {
    if soon { Said::new("accounts-coming-pause") } else { Said::new("accounts-coming-often").arg("most", AN_HOUR) }
}

pub(crate) fn wrong(field: &'static str, said: Said) -> PeopleError {
    PeopleError::Faults(vec![Fault::new(field, said)])
}

/// What is kept of the digits: who reads it can't try them out without what the browser has.
fn kept(challenge: &str, digits: &str) -> Digest {
    Digest::of(PURPOSE, format!("{challenge}\n{digits}").as_bytes())
}

/// Six random digits, each as likely as another.
fn digits() -> Result<String, AccountError> {
    loop {
        let number = u32::from_be_bytes(random::<4>()?);
        // Beyond the last whole million, some would come more often.
        if number < u32::MAX / 1_000_000 * 1_000_000 {
            return Ok(format!("{:06}", number % 1_000_000));
        }
    }
}

/// Eighty random bits for the link on a poster.
pub(crate) fn short_code() -> Result<String, AccountError> {
    let mut code = String::new();
    for byte in random::<10>()? {
        let _ = write!(code, "{byte:02x}");
    }
    Ok(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_six_and_differ() {
        let all: std::collections::BTreeSet<String> = (0..50).map(|_| digits().unwrap()).collect();
        assert!(all.len() > 45 && all.iter().all(|code| code.len() == 6 && code.bytes().all(|b| b.is_ascii_digit())));
    }

    #[test]
    fn what_is_kept_fits_one_browser_only() {
        assert_ne!(kept("a", "123456"), kept("b", "123456"));
        assert_ne!(kept("a", "123456"), kept("a", "123457"));
    }
}
