//! The writer: one connection that writes, and a task that commits what waits together.
//!
//! No delay is added to collect more: whatever has queued up while the last commit was on its way to the disk is the
//! next batch, and decided by the time it may go; so a single client waits for nobody and many clients share the flushes.
//! Cases take turns: a flood on one of them makes another's act wait for a batch, not for the flood.

mod answers;
mod batch;
mod careful;
mod decide;
mod flight;
pub(crate) mod load;
mod task;
mod writes;

use std::sync::Arc;

use tokio::sync::{Semaphore, mpsc};

use self::task::Task;
use super::dialect::{Connection, Session};
use super::{Store, dialect, read, script, write};
use crate::cache::Cache;
use crate::queue::{Decide, Job};
use crate::{StoreError, Writer, WriterOptions, WriterTask};

impl Store {
    /// Starts a writer. One a store is enough and best; two don't harm each other, they only wait for each other.
    ///
    /// # Errors
    /// The file can't be opened for writing.
    pub(crate) async fn writer(
        &self,
        decide: Arc<dyn Decide>,
        options: WriterOptions,
    ) -> Result<(Writer, WriterTask), StoreError> {
        let mut session = None;
        let connection = self.connect_to_write(&mut session).await?;
        let (queue, jobs) = mpsc::unbounded_channel();
        let room = Arc::new(Semaphore::new(options.queue.clamp(1, Semaphore::MAX_PERMITS)));
        let task = Task::new(self.clone(), (connection, session), decide, jobs, options);
        Ok((Writer { queue, room }, WriterTask { handle: tokio::spawn(task.run()) }))
    }
}
