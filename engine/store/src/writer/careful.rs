//! The way for what can't be written beside other batches: everything is read, decided and written in one transaction,
//! and what fails together is tried one by one, so that one bad job harms no other.

use std::collections::BTreeSet;
use std::time::Duration;

use super::answers::{Answer, Counter};
use super::batch::Batch;
use super::script::{Script, Transaction};
use super::task::Task;
use super::{Job, load};
use crate::StoreError;
use crate::patience::in_time;

/// How often a single job is tried where another process moves heads at the same time, or where the connection is cut.
const TRIES: u32 = 8;

/// Pauses between attempts to connect again, in milliseconds: together about ten seconds, and half a minute where the
/// server doesn't even refuse.
const PAUSES: [u64; 8] = [20, 80, 300, 700, 1_000, 2_000, 3_000, 3_000];

impl Task {
    /// Does jobs in one transaction, or one by one where that fails.
    pub(super) async fn carefully(&mut self, jobs: Vec<Job>) {
        if jobs.len() > 1 {
            match self.attempt(&jobs).await {
                Ok(answers) => return self.give(answers, jobs).await,
                Err(StoreError::Unreachable) => return silent(jobs),
                Err(error) if error.is_gone() => {
                    if self.connect_again().await.is_err() {
                        return silent(jobs);
                    }
                }
                Err(_) => {}
            }
        }
        let mut jobs = jobs.into_iter();
        while let Some(job) = jobs.next() {
            if !self.commit_one(job).await {
                return silent(jobs);
            }
        }
    }

    /// Does one job. Where the connection is cut in mid-commit nobody knows whether the commit happened; asking again
    /// finds out, because an act that is recorded already is answered from its record. `false` where the database can't be
    /// reached: what waits behind needn't try.
    async fn commit_one(&mut self, job: Job) -> bool {
        let mut last = StoreError::HeadMoved;
        for _ in 0..TRIES {
            match self.attempt(std::slice::from_ref(&job)).await {
                Ok(answers) => {
                    self.give(answers, vec![job]).await;
                    return true;
                }
                Err(error) if error.is_transient() => last = error,
                Err(error) if error.is_gone() => match self.connect_again().await {
                    Ok(()) => last = error,
                    Err(error) => {
                        Answer::failed(error, job);
                        return false;
                    }
                },
                Err(error) => {
                    let is_there = !matches!(error, StoreError::Unreachable);
                    Answer::failed(error, job);
                    return is_there;
                }
            }
        }
        Answer::failed(last, job);
        true
    }

    async fn give(&mut self, answers: Vec<Answer>, jobs: Vec<Job>) {
        if !Counter::new(self.connection.as_mut(), self.patience).give(answers, jobs).await {
            self.connection = None;
        }
    }

    /// A new connection in place of one that is gone.
    pub(super) async fn connect_again(&mut self) -> Result<(), StoreError> {
        self.connection = None;
        for pause in PAUSES {
            if let Ok(connection) = self.store.connect_to_write(&mut self.session).await {
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
        let done = in_time(self.patience, self.transact(jobs, &cases)).await;
        if let Err(error) = &done {
            cases.iter().for_each(|case| self.cache.forget(*case));
            if matches!(error, StoreError::Unreachable) {
                self.connection = None;
            }
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
        let settles = answers.iter().any(Answer::settles);
        let fill = |script: &mut Script| {
            rows.fill(script);
            if settles {
                script.settle();
            }
        };
        transaction.commit(fill).await?;
        Ok(answers)
    }
}

/// Tells everybody that the database can't be reached.
pub(super) fn silent(jobs: impl IntoIterator<Item = Job>) {
    jobs.into_iter().for_each(|job| Answer::failed(StoreError::Unreachable, job));
}
