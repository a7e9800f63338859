//! The loop: take what waits, commit it, answer.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use sqlx::Connection as _;
use tokio::sync::mpsc;

use super::answers::Answer;
use super::{Cache, Connection, Decide, Job, Store, batch};
use crate::StoreError;

/// How often a single job is tried where another process moves heads at the same time, or where the connection is cut.
const TRIES: u32 = 8;

/// Pauses between attempts to connect again, in milliseconds: together about ten seconds.
const PAUSES: [u64; 8] = [20, 80, 300, 700, 1_000, 2_000, 3_000, 3_000];

/// The state of the running writer.
pub(super) struct Task {
    pub(super) batch: usize,
    pub(super) cache: Cache,
    pub(super) connection: Connection,
    pub(super) decide: Arc<dyn Decide>,
    pub(super) jobs: mpsc::Receiver<Job>,
    pub(super) store: Store,
}

impl Task {
    pub(super) async fn run(mut self) {
        let mut waiting = Vec::new();
        loop {
            if waiting.is_empty() {
                let Some(job) = self.jobs.recv().await else { break };
                waiting.push(job);
            }
            while waiting.len() < self.batch
                && let Ok(job) = self.jobs.try_recv()
            {
                waiting.push(job);
            }
            let (batch, later) = without_repetitions(waiting);
            waiting = later;
            self.commit(batch).await;
        }
        // Everyone is answered and every commit is on the disk; a failure to close has nothing to lose.
        let _ = self.connection.close().await;
    }

    /// Commits a batch, or its jobs one by one where the batch as a whole fails, so that one bad job harms no other.
    async fn commit(&mut self, batch: Vec<Job>) {
        if batch.len() > 1 {
            match self.attempt(&batch).await {
                Ok(answers) => {
                    for (job, answer) in batch.into_iter().zip(answers) {
                        answer.give(job);
                    }
                    return;
                }
                Err(error) if error.is_gone() => {
                    if self.connect_again().await.is_err() {
                        return batch.into_iter().for_each(|job| Answer::failed(StoreError::Unreachable, job));
                    }
                }
                Err(_) => {}
            }
        }
        for job in batch {
            self.commit_one(job).await;
        }
    }

    /// Commits one job. Where the connection is cut in mid-commit nobody knows whether the commit happened; asking again
    /// finds out, because an act that is recorded already is answered from its record.
    async fn commit_one(&mut self, job: Job) {
        let mut last = StoreError::HeadMoved;
        for _ in 0..TRIES {
            match self.attempt(std::slice::from_ref(&job)).await.map(|mut answers| answers.pop()) {
                Ok(Some(answer)) => return answer.give(job),
                Ok(None) => {}
                Err(error) if error.is_transient() => last = error,
                Err(error) if error.is_gone() => match self.connect_again().await {
                    Ok(()) => last = error,
                    Err(error) => return Answer::failed(error, job),
                },
                Err(error) => return Answer::failed(error, job),
            }
        }
        Answer::failed(last, job);
    }

    /// A new connection in place of one that is gone.
    async fn connect_again(&mut self) -> Result<(), StoreError> {
        for pause in PAUSES {
            if let Ok(connection) = self.store.connect_to_write().await {
                self.connection = connection;
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(pause)).await;
        }
        Err(StoreError::Unreachable)
    }

    async fn attempt(&mut self, batch: &[Job]) -> Result<Vec<Answer>, StoreError> {
        batch::run(&mut self.connection, &mut self.cache, &*self.decide, batch).await
    }
}

/// Puts off an act that is in the batch already: the second one is answered from the record of the first.
fn without_repetitions(waiting: Vec<Job>) -> (Vec<Job>, Vec<Job>) {
    let mut seen = BTreeSet::new();
    waiting.into_iter().partition(|job| match job {
        Job::Submit(submission, _) => seen.insert((submission.act.case, submission.act.act)),
        Job::Strike(..) | Job::Chore(..) => true,
    })
}
