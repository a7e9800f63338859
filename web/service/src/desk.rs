//! Where acts are handed in: the only caller of the store's writer.

use std::sync::Arc;

use law::time::Moment;
use negotiation::{Act, Actor, Command, Facts, Head};
use store::{Chore, Receipt, Recorded, Store, StoreError, Submission, SubmitError, Writer};
use uuid::Uuid;

/// Where the instant comes from: the machine's clock, or a movable one.
pub type Clock = Arc<dyn Fn() -> Moment + Send + Sync>;

/// Where acts are handed in. Cheap to clone.
#[derive(Clone)]
pub struct Desk {
    clock: Clock,
    store: Store,
    writer: Writer,
}

impl Desk {
    /// A desk before a store.
    #[must_use]
    pub const fn new(store: Store, writer: Writer, clock: Clock) -> Self {
        Self { clock, store, writer }
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
        self.writer.submit(Submission { expected_head, ..Submission::new(act) }).await
    }

    /// Strikes what has fallen due in a case by now.
    ///
    /// # Errors
    /// See [`SubmitError`].
    pub async fn strike(&self, case: Uuid) -> Result<Vec<Recorded>, SubmitError> {
        self.writer.strike(case, self.now()).await
    }

    /// A write that belongs to no act.
    ///
    /// # Errors
    /// The database fails.
    pub async fn chore(&self, chore: Chore) -> Result<bool, StoreError> {
        self.writer.chore(chore).await
    }
}
