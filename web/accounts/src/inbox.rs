//! Whether a side has accepted the platform as the system that receives documents for it.

use ledger::Digest;
use negotiation::{Capacity, RegisteredAcceptance, table};
use store::{AccountChore, InboxLine};

use crate::{AccountError, Accounts, Signed};

impl Accounts {
    /// A side of an employer accepts the platform, in all of its cases. A second time changes nothing. Gives whether this
    /// person may.
    ///
    /// # Errors
    /// The database.
    pub async fn accept_inbox(&self, signed: &Signed, employer: &str, text: Digest) -> Result<bool, AccountError> {
        let Some(by) = signed.may_accept_for(employer) else { return Ok(false) };
        let line = InboxLine {
            employer: employer.to_owned(),
            side: by.side(),
            at: self.desk_now(),
            account: signed.account.id,
            text,
        };
        self.chore(AccountChore::AcceptInbox(line)).await?;
        Ok(true)
    }

    /// Which sides of an employer have accepted the platform, as facts on which an act may rely.
    ///
    /// # Errors
    /// The database.
    pub async fn inbox_of(&self, employer: &str) -> Result<Vec<RegisteredAcceptance>, AccountError> {
        let lines = self.store().inbox_of(employer).await?;
        let fact = |InboxLine { side, at, text, .. }: InboxLine| RegisteredAcceptance { at, side, text };
        Ok(lines.into_iter().map(fact).collect())
    }
}

impl Signed {
    /// The capacity in which this person may accept the platform for a side of an employer: those whom the table of the
    /// statute lets do it in a case.
    #[must_use]
    pub fn may_accept_for(&self, employer: &str) -> Option<Capacity> {
        let row = table::find("accept_platform")?;
        let here = |scope: &store::Scope| matches!(scope, store::Scope::Employer(uscc) if uscc == employer);
        let held = self.standings.iter().filter(|standing| here(&standing.scope));
        held.map(|standing| standing.capacity).find(|capacity| row.capacities.contains(capacity))
    }
}
