//! The loop: take what waits, commit it, answer.

use std::collections::BTreeSet;
use std::sync::Arc;

use sqlx::Connection as _;
use tokio::sync::mpsc;

use super::answers::Answer;
use super::{Cache, Connection, Decide, Job, batch};
use crate::StoreError;

/// How often a single job is tried where another process moves heads at the same time.
const TRIES: u32 = 5;

/// The state of the running writer.
pub(super) struct Task {
    pub(super) batch: usize,
    pub(super) cache: Cache,
    pub(super) connection: Connection,
    pub(super) decide: Arc<dyn Decide>,
    pub(super) jobs: mpsc::Receiver<Job>,
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
        if batch.len() > 1
            && let Ok(answers) = self.attempt(&batch).await
        {
            for (job, answer) in batch.into_iter().zip(answers) {
                answer.give(job);
            }
            return;
        }
        for job in batch {
            self.commit_one(job).await;
        }
    }

    async fn commit_one(&mut self, job: Job) {
        for _ in 0..TRIES {
            match self.attempt(std::slice::from_ref(&job)).await.map(|mut answers| answers.pop()) {
                Ok(Some(answer)) => return answer.give(job),
                Ok(None) | Err(StoreError::HeadMoved) => {}
                Err(error) => return Answer::failed(error, job),
            }
        }
        Answer::failed(StoreError::HeadMoved, job);
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
