//! The way for what can't be written beside other batches: everything is read, decided and written in one transaction,
//! and what fails together is tried one by one, so that one bad job harms no other.

use std::collections::BTreeSet;
use std::time::Duration;

use super::answers::Answer;
use super::batch::Batch;
use super::script::Transaction;
use super::task::Task;
use super::{Job, load};
use crate::StoreError;

/// How often a single job is tried where another process moves heads at the same time, or where the connection is cut.
const TRIES: u32 = 8;

/// Pauses between attempts to connect again, in milliseconds: together about ten seconds.
const PAUSES: [u64; 8] = [20, 80, 300, 700, 1_000, 2_000, 3_000, 3_000];

impl Task {
    /// Does jobs in one transaction, or one by one where that fails.
    pub(super) async fn carefully(&mut self, jobs: Vec<Job>) {
        if jobs.len() > 1 {
            match self.attempt(&jobs).await {
                Ok(answers) => return self.give(answers, jobs).await,
                Err(error) if error.is_gone() => {
                    if self.connect_again().await.is_err() {
                        return jobs.into_iter().for_each(|job| Answer::failed(StoreError::Unreachable, job));
                    }
                }
                Err(_) => {}
            }
        }
        for job in jobs {
            self.commit_one(job).await;
        }
    }

    /// Does one job. Where the connection is cut in mid-commit nobody knows whether the commit happened; asking again
    /// finds out, because an act that is recorded already is answered from its record.
    async fn commit_one(&mut self, job: Job) {
        let mut last = StoreError::HeadMoved;
        for _ in 0..TRIES {
            match self.attempt(std::slice::from_ref(&job)).await {
                Ok(answers) => return self.give(answers, vec![job]).await,
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

    async fn give(&mut self, answers: Vec<Answer>, jobs: Vec<Job>) {
        for (answer, job) in answers.into_iter().zip(jobs) {
            match &mut self.connection {
                Some(connection) => answer.give(job, connection).await,
                None => Answer::failed(StoreError::Unreachable, job),
            }
        }
    }

    /// A new connection in place of one that is gone.
    pub(super) async fn connect_again(&mut self) -> Result<(), StoreError> {
        for pause in PAUSES {
            if let Ok(connection) = self.store.connect_to_write().await {
                self.connection = Some(connection);
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(pause)).await;
        }
        Err(StoreError::Unreachable)
    }

    /// One transaction: read the cases, decide in order, write everything set by set, commit.
    async fn attempt(&mut self, jobs: &[Job]) -> Result<Vec<Answer>, StoreError> {
        if self.connection.is_none() {
            self.connect_again().await?;
        }
        let cases: BTreeSet<_> = jobs.iter().filter_map(Job::case).collect();
        cases.iter().for_each(|case| self.cache.forget(*case));
        let done = self.transact(jobs, &cases).await;
        if done.is_err() {
            cases.iter().for_each(|case| self.cache.forget(*case));
        }
        done
    }

    async fn transact(&mut self, jobs: &[Job], cases: &BTreeSet<uuid::Uuid>) -> Result<Vec<Answer>, StoreError> {
        let connection = self.connection.as_mut().ok_or(StoreError::Unreachable)?;
        let mut transaction = Transaction::new(connection);
        let (mut batch, mut answers) = (Batch::default(), Vec::with_capacity(jobs.len()));
        let decided = async {
            let damaged = match cases.is_empty() {
                true => std::collections::BTreeMap::new(),
                false => load::cases(transaction.inside().await?, &mut self.cache, cases).await?,
            };
            for job in jobs {
                answers.push(match (job.case(), Batch::chore(&mut transaction, job).await?) {
                    (_, Some(answer)) => answer,
                    (None, None) => return Err(StoreError::HeadMoved),
                    (Some(case), None) => {
                        let case = match damaged.get(&case) {
                            Some(corrupt) => Err(corrupt),
                            None => Ok(self.cache.get(case).ok_or(StoreError::HeadMoved)?),
                        };
                        batch.decided(&*self.decide, case, job, Some(&mut transaction)).await?
                    }
                });
            }
            Ok(())
        };
        if let Err(error) = decided.await {
            transaction.roll_back().await;
            return Err(error);
        }
        let rows = batch.ready(&mut self.cache).rows;
        transaction.commit(|script| rows.fill(script)).await?;
        Ok(answers)
    }
}
