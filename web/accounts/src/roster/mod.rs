//! Rosters: the people of an employer, as its union keeps them. A list is read and shown first; nobody is on the roster
//! before somebody has looked at it and confirmed.

mod check;
mod table;

use messages::Said;
use negotiation::Capacity;
use store::{Hidden, MAX_PAGE, PeopleChore, RosterDraft, RosterPerson, Scope};
use uuid::Uuid;

pub use check::{CellFault, Checked, Listed};
pub use table::MAX_LIST;

use crate::access::{Denied, Right, may};
use crate::{AccountError, Accounts, PeopleError, Signed};
use check::Known;

/// People of one list, and of one roster, at most.
pub const MOST_ROWS: usize = 10_000;

/// An empty list to fill in, as a spreadsheet of this country opens it: with a mark for UTF-8, comma-separated.
#[must_use]
pub fn template() -> String {
    format!("\u{feff}{}\r\n", check::HEADINGS.join(","))
}

/// Whether somebody has a right towards an employer, by what they stand for.
///
/// # Errors
/// They haven't; the error says who has.
pub fn may_for(signed: &Signed, right: Right<'_>, employer: &str) -> Result<(), Denied> {
    let here = |scope: &Scope| matches!(scope, Scope::Employer(uscc) if uscc == employer);
    let own = signed.standings.iter().filter(|standing| here(&standing.scope));
    let held: Vec<Capacity> = own.map(|standing| standing.capacity).collect();
    may(right, &held).map(drop)
}

impl Accounts {
    /// Everybody on an employer's roster.
    ///
    /// # Errors
    /// The database.
    pub async fn roster(&self, employer: &str) -> Result<Vec<RosterPerson>, AccountError> {
        let mut all: Vec<RosterPerson> = Vec::new();
        loop {
            let after = all.last().map_or(Uuid::nil(), |person| person.id);
            let page = self.store().roster(employer, after, MAX_PAGE).await?;
            if page.is_empty() {
                return Ok(all);
            }
            all.extend(page);
        }
    }

    /// Reads a list, without keeping anything.
    ///
    /// # Errors
    /// It is no list that can be read; the inner error says why. The database.
    pub async fn read_list(&self, employer: &str, bytes: &[u8]) -> Result<Result<Checked, Said>, AccountError> {
        let known = Known::of(&self.roster(employer).await?);
        Ok(table::rows(bytes).and_then(|rows| check::check(&rows, &known)))
    }

    /// Keeps a list without faults until it is confirmed. Gives its id.
    ///
    /// # Errors
    /// The database.
    pub async fn keep_list(&self, signed: &Signed, employer: &str, list: &Checked) -> Result<Uuid, PeopleError> {
        if !list.faults.is_empty() || list.new.is_empty() {
            return Err(PeopleError::Gone);
        }
        may_for(signed, Right::KeepRoster, employer)?;
        let rows = serde_json::to_vec(&list.new).map_err(|error| AccountError::Hash(error.to_string()))?;
        let (id, account, at) = (Uuid::now_v7(), signed.account.id, self.now());
        let draft = RosterDraft { id, employer: employer.to_owned(), account, at, rows: Hidden(rows) };
        self.people(PeopleChore::KeepDraft(draft)).await?;
        Ok(id)
    }

    /// Puts the people of a kept list on the roster. Gives how many are new; a second time there is no list any more.
    ///
    /// # Errors
    /// They may not; the list is gone, or another's; the database.
    pub async fn import(&self, signed: &Signed, employer: &str, id: Uuid) -> Result<usize, PeopleError> {
        let draft = self.own_list(signed, employer, id).await?;
        let listed: Vec<Listed> = serde_json::from_slice(&draft.rows.0).map_err(|_| PeopleError::Gone)?;
        let there = self.roster(employer).await?;
        // Somebody may have brought the same people meanwhile.
        let known = Known::of(&there);
        let persons: Vec<RosterPerson> = listed.into_iter().filter(|listed| !known.has(listed)).map(person).collect();
        if there.len().saturating_add(persons.len()) > MOST_ROWS {
            let said = Said::new("accounts-roster-rows").arg("most", MOST_ROWS);
            return Err(PeopleError::Faults(vec![crate::Fault::new("list", said)]));
        }
        let count = persons.len();
        let import = PeopleChore::Import { draft: id, employer: employer.to_owned(), persons };
        if self.people(import).await? { Ok(count) } else { Err(PeopleError::Gone) }
    }

    /// Takes a kept list away.
    ///
    /// # Errors
    /// As above.
    pub async fn drop_list(&self, signed: &Signed, employer: &str, id: Uuid) -> Result<(), PeopleError> {
        self.own_list(signed, employer, id).await?;
        self.people(PeopleChore::DropDraft { id }).await?;
        Ok(())
    }

    async fn own_list(&self, signed: &Signed, employer: &str, id: Uuid) -> Result<RosterDraft, PeopleError> {
        may_for(signed, Right::KeepRoster, employer)?;
        let draft = self.store().roster_draft(id).await?;
        let own = |draft: &RosterDraft| draft.employer == employer && draft.account == signed.account.id;
        draft.filter(own).ok_or(PeopleError::Gone)
    }

    /// Erases what is known of somebody on a roster. Their account is theirs no longer to come in by.
    ///
    /// # Errors
    /// They may not; there is no such person; the database.
    pub async fn erase(&self, signed: &Signed, employer: &str, id: Uuid) -> Result<(), PeopleError> {
        may_for(signed, Right::KeepRoster, employer)?;
        let person = self.store().roster_person(employer, id).await?.ok_or(PeopleError::Gone)?;
        let erase = PeopleChore::EraseFromRoster { employer: employer.to_owned(), person: id, at: self.now() };
        self.people(erase).await?;
        if let Some(account) = person.account {
            let scope = Scope::Employer(employer.to_owned());
            self.leave(account, Capacity::CongressDelegate, scope).await?;
            self.revoke_all(account).await?;
        }
        Ok(())
    }
}

fn person(listed: Listed) -> RosterPerson {
    RosterPerson {
        id: Uuid::now_v7(),
        name: Hidden(listed.name),
        phone: Hidden(listed.phone),
        number: listed.number,
        post: listed.post,
        constituency: listed.constituency,
        sex: listed.sex,
        delegate: listed.delegate,
        account: None,
    }
}
