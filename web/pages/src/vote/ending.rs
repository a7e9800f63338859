//! The end of a ballot: the box is closed, counted and published, once, by whoever looks first.

use ballot::{Bundle, Key, Register, Secret};
use store::{BallotChore, BoxKey, Chore};

use super::Ballot;
use crate::site::Site;
use crate::trouble::Trouble;

/// How far a ballot is.
pub(crate) enum Ending {
    /// Ballots are taken.
    Open,
    /// The box is gone and there is no list: the store was restored from a copy, which never holds a box.
    Lost,
    /// It has ended.
    Over(Box<Bundle>),
}

impl Ballot {
    /// How far it is; empties the box where that is due.
    pub(super) async fn ending(&self, site: &Site) -> Result<Ending, Trouble> {
        if let Some(bytes) = &self.stored.bundle {
            return over(bytes);
        }
        if self.is_open(site) {
            return Ok(Ending::Open);
        }
        let store = site.desk.store();
        if let Some((BoxKey { secret, .. }, full)) = store.close_box(self.id()).await? {
            let fault = |what: &dyn std::fmt::Display| Trouble::Fault(what.to_string());
            let key = Key::from_secret(&Secret(secret.0)).map_err(|error| fault(&error))?;
            let issued = self.register(site).await?.counts();
            let bundle = Bundle::of(self.definition.clone(), &key, issued, &full);
            let bundle = bundle.bytes().map_err(|error| fault(&error))?;
            let (case, ballot) = (self.stored.case, self.id());
            site.desk.chore(Chore::Ballot(BallotChore::Close { case, ballot, bundle })).await?;
        }
        // What was kept first counts, whoever kept it; only then the box goes.
        match store.ballot(self.id()).await?.and_then(|stored| stored.bundle) {
            Some(bytes) => {
                store.destroy_box(self.id()).await?;
                over(&bytes)
            }
            None => Ok(Ending::Lost),
        }
    }

    /// Who took what.
    pub(super) async fn register(&self, site: &Site) -> Result<Register, Trouble> {
        let register = site.desk.store().ballot_register(self.stored.case, self.id()).await?;
        register.ok_or_else(|| Trouble::Fault(format!("ballot {} has no register", self.id())))
    }
}

fn over(bytes: &[u8]) -> Result<Ending, Trouble> {
    let bundle = serde_json::from_slice(bytes).map_err(|error| Trouble::Fault(error.to_string()))?;
    Ok(Ending::Over(Box::new(bundle)))
}
