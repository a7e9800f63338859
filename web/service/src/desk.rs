//! Where acts are handed in: the only caller of the store's writer.

use std::sync::Arc;

use law::time::Moment;
use negotiation::{Act, Actor, Command, Facts, Head};
use store::{Chore, Receipt, Recorded, Store, StoreError, Submission, SubmitError, Writer};
use tokio::sync::broadcast;
use uuid::Uuid;

/// So many changes a listener may be behind before it is told that it missed some.
const CHANGES: usize = 1_024;

/// Where the instant comes from: the machine's clock, or a movable one.
pub type Clock = Arc<dyn Fn() -> Moment + Send + Sync>;

/// A case that moved on by this process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The case.
    pub case: Uuid,
    /// Its newest record.
    pub head: Head,
}

/// Where acts are handed in. Cheap to clone.
#[derive(Clone)]
pub struct Desk {
    changes: broadcast::Sender<Change>,
    clock: Clock,
    store: Store,
    writer: Writer,
}

impl Desk {
    /// A desk before a store.
    #[must_use]
    pub fn new(store: Store, writer: Writer, clock: Clock) -> Self {
        Self { changes: broadcast::Sender::new(CHANGES), clock, store, writer }
    }

    /// Hears of every case that moves on from now on by this process. Whoever is slow is told that changes were missed.
    #[must_use]
    pub fn changes(&self) -> broadcast::Receiver<Change> {
        self.changes.subscribe()
    }

    /// Now.
    #[must_use]
    pub fn now(&self) -> Moment {
        (self.clock)()
    }

    /// What is recorded, for reading.
    #[must_use]
    pub const fn store(&self) -> &Store {
        &self.store
    }

    /// Decides and records an act at this moment. The same id again gives the same receipt.
    ///
    /// # Errors
    /// See [`SubmitError`].
    pub async fn act(
        &self,
        id: Uuid,
        case: Uuid,
        actor: Actor,
        command: Command,
        expected_head: Option<Head>,
    ) -> Result<Receipt, SubmitError> {
        let act = Act { act: id, actor, at: self.now(), case, command, facts: Facts::default() };
        self.submit(Submission { expected_head, ..Submission::new(act) }).await
    }

    /// Decides and records an act with the rows that travel with it, at this moment whatever the act says. The same id
    /// again gives the same receipt.
    ///
    /// # Errors
    /// See [`SubmitError`].
    pub async fn submit(&self, mut submission: Submission) -> Result<Receipt, SubmitError> {
        let case = submission.act.case;
        submission.act.at = self.now();
        let answer = self.writer.submit(submission).await;
        match &answer {
            Ok(receipt) => self.changed(case, Some(&receipt.act)),
            Err(SubmitError::Refused { strikes, .. }) => self.changed(case, strikes.last()),
            Err(
                SubmitError::Stale { .. }
                | SubmitError::AlreadyOpen { .. }
                | SubmitError::ActTaken { .. }
                | SubmitError::OtherDocument
                | SubmitError::Busy
                | SubmitError::Corrupt(_)
                | SubmitError::Store(_),
            ) => {}
        }
        answer
    }

    /// Strikes what has fallen due in a case by now.
    ///
    /// # Errors
    /// See [`SubmitError`].
    pub async fn strike(&self, case: Uuid) -> Result<Vec<Recorded>, SubmitError> {
        let struck = self.writer.strike(case, self.now()).await?;
        self.changed(case, struck.last());
        Ok(struck)
    }

    fn changed(&self, case: Uuid, newest: Option<&Recorded>) {
        if let Some(newest) = newest {
            // Nobody may be listening.
            let _ = self.changes.send(Change { case, head: newest.head() });
        }
    }

    /// A write that belongs to no act.
    ///
    /// # Errors
    /// The database fails.
    pub async fn chore(&self, chore: Chore) -> Result<bool, StoreError> {
        self.writer.chore(chore).await
    }
}
