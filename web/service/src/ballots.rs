//! Ballots as they run: until when they are open, and their end.
//!
//! A ballot ends by the clock, whether or not anybody looks; its box is emptied into the published list by the job, or by
//! whoever looks before it. Each step again does no harm.

use std::sync::Arc;

use ballot::{Bundle, Definition, Extension, Key, Register, Secret};
use law::time::Moment;
use store::{BallotChore, BoxKey, Chore, StoreError, StoredBallot};
use uuid::Uuid;

use crate::counted::Counted;
use crate::desk::Desk;

/// So many times a list is written anew because of those who asked in the last moment; the next who looks goes on.
const WRITTEN_ANEW: u32 = 8;

/// A ballot as it was opened and extended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ballot {
    /// What was opened.
    pub definition: Definition,
    /// How it was extended, oldest first.
    pub extensions: Vec<Extension>,
    /// As it is stored.
    pub stored: StoredBallot,
}

/// How far a ballot is.
#[derive(Clone, Debug)]
pub enum Ending {
    /// Ballots are taken.
    Open,
    /// The box is gone and there is no list: the store was restored from a copy, which never holds a box.
    Lost,
    /// It has ended.
    Over(Arc<Counted>),
}

fn damaged(column: &'static str) -> impl Fn(&dyn std::fmt::Display) -> StoreError {
    move |found| StoreError::Value { column, found: found.to_string() }
}

impl Ballot {
    /// The ballot with this id; `None` where there is none.
    ///
    /// # Errors
    /// The store can't be read.
    pub async fn load(desk: &Desk, id: Uuid) -> Result<Option<Self>, StoreError> {
        desk.store().ballot(id).await?.map(Self::of).transpose()
    }

    /// A stored ballot.
    ///
    /// # Errors
    /// What is stored is no ballot.
    pub fn of(stored: StoredBallot) -> Result<Self, StoreError> {
        let wrong = damaged("ballot.definition");
        let definition = serde_json::from_slice(&stored.definition).map_err(|error| wrong(&error))?;
        let wrong = damaged("ballot_extension.extension");
        let read = |bytes: &Vec<u8>| serde_json::from_slice(bytes).map_err(|error| wrong(&error));
        let extensions = stored.extensions.iter().map(read).collect::<Result<_, _>>()?;
        Ok(Self { definition, extensions, stored })
    }

    /// Its id.
    #[must_use]
    pub const fn id(&self) -> Uuid {
        self.definition.ballot
    }

    /// When it closes, as far as it was extended.
    #[must_use]
    pub fn closes_at(&self) -> Moment {
        self.definition.closes_with(&self.extensions)
    }

    /// Whether ballots are taken now.
    #[must_use]
    pub fn is_open(&self, desk: &Desk) -> bool {
        !self.stored.closed && self.definition.is_open(&self.extensions, desk.now())
    }

    /// How far it is; empties the box where that is due.
    ///
    /// # Errors
    /// The store can't be read or written.
    pub async fn ending(&self, desk: &Desk) -> Result<Ending, StoreError> {
        if self.stored.closed {
            return self.over(desk).await;
        }
        if self.is_open(desk) {
            return Ok(Ending::Open);
        }
        let store = desk.store();
        if let Some((BoxKey { secret, .. }, full)) = store.close_box(self.id()).await? {
            let wrong = damaged("ballot_box.secret");
            let key = Key::from_secret(&Secret(secret.0)).map_err(|error| wrong(&error))?;
            let (case, ballot) = (self.stored.case, self.id());
            // Whoever asked in the last moment may still be marked while the list is written: it is written anew then.
            for _ in 0..WRITTEN_ANEW {
                let issued = self.register(desk).await?.counts();
                let bundle =
                    Bundle::of(self.definition.clone(), self.extensions.clone(), &key, issued, &full).bytes()?;
                let kept = desk.chore(Chore::Ballot(BallotChore::Close { case, ballot, issued, bundle })).await?;
                if kept || store.ballot_list(case, ballot).await?.is_some() {
                    break;
                }
            }
        }
        // What was kept first counts, whoever kept it; only then the box goes.
        let over = self.over(desk).await?;
        if matches!(over, Ending::Over(_)) {
            store.destroy_box(self.id()).await?;
        }
        Ok(over)
    }

    /// The list that is kept.
    async fn over(&self, desk: &Desk) -> Result<Ending, StoreError> {
        let counted = desk.lists().counted(desk.store(), self.stored.case, self.id()).await?;
        Ok(counted.map_or(Ending::Lost, Ending::Over))
    }

    /// Who took what.
    ///
    /// # Errors
    /// The store can't be read, or has no register for it.
    pub async fn register(&self, desk: &Desk) -> Result<Register, StoreError> {
        let register = desk.store().ballot_register(self.stored.case, self.id()).await?;
        register.ok_or_else(|| damaged("ballot_register.marks")(&"no register"))
    }
}
