//! Where acts are handed in: the only caller of the store's writer.

use std::sync::Arc;

use law::time::Moment;
use negotiation::{Act, Actor, Command, Facts, Head};
use store::{Chore, Receipt, Recorded, Store, StoreError, Submission, SubmitError, Writer};
use tokio::sync::{Mutex, broadcast};
use uuid::Uuid;

use crate::counted::Lists;
use crate::family;
use crate::metrics::Metrics;

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
    lists: Arc<Lists>,
    metrics: Metrics,
    /// One at a time: two cases of a kind on the same agreement, at one moment, are one too many.
    openings: Arc<Mutex<()>>,
    store: Store,
    writer: Writer,
}

impl Desk {
    /// A desk before a store.
    #[must_use]
    pub fn new(store: Store, writer: Writer, clock: Clock) -> Self {
        let changes = broadcast::Sender::new(CHANGES);
        let (lists, metrics, openings) = (Arc::default(), Metrics::new(), Arc::default());
        Self { changes, clock, lists, metrics, openings, store, writer }
    }

    /// What operators watch.
    pub(crate) const fn metrics(&self) -> &Metrics {
        &self.metrics
    }

    /// Hears of every case that moves on from now on by this process. Whoever is slow is told that changes were missed.
    #[must_use]
    pub fn changes(&self) -> broadcast::Receiver<Change> {
        self.changes.subscribe()
    }

    /// Lists of ballots that were counted again.
    pub(crate) fn lists(&self) -> &Lists {
        &self.lists
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
    /// again gives the same receipt. A case that hangs on one in force is opened only where that one takes note of it, and
    /// that one is told.
    ///
    /// # Errors
    /// See [`SubmitError`].
    pub async fn submit(&self, submission: Submission) -> Result<Receipt, SubmitError> {
        let answer = match family::parent_of(&submission.act.command) {
            Some(parent) => {
                let _turn = self.openings.lock().await;
                family::open(self, parent, submission).await
            }
            None => self.hand_in(submission).await,
        };
        self.metrics.ended(&answer);
        answer
    }

    /// The same, whatever other cases say.
    pub(crate) async fn hand_in(&self, mut submission: Submission) -> Result<Receipt, SubmitError> {
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
        self.strike_by(case, self.now()).await
    }

    /// Strikes what has fallen due in a case by an instant.
    pub(crate) async fn strike_by(&self, case: Uuid, now: Moment) -> Result<Vec<Recorded>, SubmitError> {
        let struck = self.writer.strike(case, now).await?;
        self.changed(case, struck.last());
        Ok(struck)
    }

    fn changed(&self, case: Uuid, newest: Option<&Recorded>) {
        if let Some(newest) = newest {
            // Nobody may be listening.
            let _ = self.changes.send(Change { case, head: newest.head() });
        }
    }

    /// Ends when what can be read now is as safe as an act that was answered: for whoever acknowledges an act that is found
    /// recorded, and doesn't hand it in again.
    ///
    /// # Errors
    /// The database fails, or its standby is away.
    pub async fn settle(&self) -> Result<(), StoreError> {
        self.chore(Chore::Settle).await.map(drop)
    }

    /// A write that belongs to no act.
    ///
    /// # Errors
    /// The database fails.
    pub async fn chore(&self, chore: Chore) -> Result<bool, StoreError> {
        self.writer.chore(chore).await
    }
}
