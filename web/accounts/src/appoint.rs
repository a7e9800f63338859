//! Who lets whom stand for an employer: a chair her representatives, a legal representative theirs, a higher union a chair
//! where one is missing. The table of rights says who ([`crate::access::Right::Appoint`]).

use messages::Said;
use negotiation::{Capacity, Side};
use store::{RosterPerson, Scope};
use uuid::Uuid;

use crate::access::{PEOPLE, Right, may};
use crate::coming::wrong;
use crate::{Account, AccountError, Accounts, PeopleError, Signed};

/// So many of one name are looked at.
const NAMESAKES: u32 = 50;

/// Capacities towards an employer: for it, and over the region in which its code says that it is registered.
fn held(signed: &Signed, employer: &str) -> Vec<Capacity> {
    let here = |scope: &Scope| matches!(scope, Scope::Employer(uscc) if uscc == employer);
    let own = signed.standings.iter().filter(|standing| here(&standing.scope)).map(|standing| standing.capacity);
    own.chain(signed.over(employer.get(2..8).unwrap_or_default())).collect()
}

/// In which capacities somebody may let others stand for an employer.
#[must_use]
pub fn appointable(signed: &Signed, employer: &str) -> Vec<Capacity> {
    let held = held(signed, employer);
    PEOPLE.into_iter().filter(|capacity| may(Right::Appoint(*capacity), &held).is_ok()).collect()
}

impl Accounts {
    /// Those who stand for an employer, as far as somebody may know: their own side, and whom they may appoint.
    ///
    /// # Errors
    /// The database.
    pub async fn staff(&self, signed: &Signed, employer: &str) -> Result<Vec<(Account, Capacity)>, AccountError> {
        let (held, appointable) = (held(signed, employer), appointable(signed, employer));
        let own = |capacity: Capacity| {
            let side = capacity.side();
            side != Side::None && held.iter().any(|held| held.side() == side)
        };
        let all = self.standing_for(employer).await?;
        Ok(all.into_iter().filter(|(_, capacity)| own(*capacity) || appointable.contains(capacity)).collect())
    }

    /// Who is meant by a login, or on the workers' side by a name of the roster, told apart by number or the end of the
    /// phone where several have it.
    ///
    /// # Errors
    /// Nobody, or several; the database.
    pub async fn meant(
        &self,
        employer: &str,
        capacity: Capacity,
        who: &str,
        mark: &str,
    ) -> Result<Account, PeopleError> {
        let (who, mark) = (who.trim(), mark.trim());
        if who.is_empty() {
            return Err(wrong("who", Said::new("accounts-appoint-nobody")));
        }
        if let Some(account) = self.by_login(who).await? {
            return Ok(account);
        }
        // An employer doesn't look into the union's roster.
        let from_roster = capacity.side() == Side::Worker || capacity == Capacity::CongressClerk;
        let all = if from_roster { self.store().roster_named(employer, who, NAMESAKES).await? } else { Vec::new() };
        let fits = |person: &&RosterPerson| {
            mark.is_empty() || person.number == mark || (mark.len() == 4 && person.phone.0.ends_with(mark))
        };
        let mut found = all.iter().filter(fits);
        match (found.next(), found.next()) {
            (Some(person), None) => match person.account {
                Some(id) => {
                    let account = self.by_id(id).await?.ok_or(PeopleError::Gone)?;
                    Ok(Account { name: person.name.0.clone(), ..account })
                }
                None => Err(wrong("who", Said::new("accounts-appoint-inactive").arg("name", who))),
            },
            (Some(_), Some(_)) => Err(wrong("mark", Said::new("accounts-appoint-several").arg("name", who))),
            (None, _) => Err(wrong("who", Said::new("accounts-appoint-unknown").arg("who", who))),
        }
    }

    /// Lets somebody stand for an employer. A second time changes nothing.
    ///
    /// # Errors
    /// They may not; rule `ACCOUNT-ONE-SIDE`; the database.
    pub async fn appoint(
        &self,
        signed: &Signed,
        employer: &str,
        capacity: Capacity,
        account: Uuid,
    ) -> Result<(), PeopleError> {
        may(Right::Appoint(capacity), &held(signed, employer))?;
        Ok(self.stand(account, capacity, Scope::Employer(employer.to_owned())).await?)
    }

    /// Ends somebody's standing for an employer.
    ///
    /// # Errors
    /// They may not; nobody stands so; the database.
    pub async fn dismiss(
        &self,
        signed: &Signed,
        employer: &str,
        capacity: Capacity,
        account: Uuid,
    ) -> Result<(), PeopleError> {
        may(Right::Appoint(capacity), &held(signed, employer))?;
        let left = self.leave(account, capacity, Scope::Employer(employer.to_owned())).await?;
        if left { Ok(()) } else { Err(PeopleError::Gone) }
    }
}
