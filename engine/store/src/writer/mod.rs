//! The writer: one connection that writes, and a task that commits what waits together.
//!
//! No delay is added to collect more: whatever has queued up while the last commit was on its way to the disk is the
//! next batch, so a single client waits for nobody and many clients share the flushes.

mod answers;
mod batch;
mod decide;
pub(crate) mod load;
mod task;
mod writes;

use std::sync::Arc;

use tokio::sync::mpsc;

use self::task::Task;
use super::dialect::Connection;
use super::{Store, read, script, write};
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
        let connection = self.connect_to_write().await?;
        let (queue, jobs) = mpsc::channel(options.queue.max(1));
        let task = Task {
            batch: options.batch.max(1),
            cache: Cache::new(options.cases),
            connection,
            decide,
            jobs,
            store: self.clone(),
        };
        Ok((Writer { queue }, WriterTask { handle: tokio::spawn(task.run()) }))
    }
}
