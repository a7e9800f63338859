//! A batch on its way to the disk, in a task of its own: meanwhile the writer decides the next.

use std::time::Duration;

use tokio::task::JoinHandle;
use uuid::Uuid;

use super::answers::{Answer, Counter};
use super::batch::{Batch, Ready};
use super::script::{Script, Transaction};
use super::{Connection, Job, load};
use crate::StoreError;
use crate::patience::in_time;

/// A batch on its way. Where the writer is stopped where it stands, so is this.
pub(super) struct Flight(JoinHandle<Landed>);

/// What became of it. The connection comes back in any case.
pub(super) struct Landed {
    pub(super) connection: Connection,
    pub(super) failed: Option<Failed>,
}

/// A batch of which nothing was written, as far as is known; without jobs where they are answered, and the database fell
/// silent then.
pub(super) struct Failed {
    pub(super) error: StoreError,
    pub(super) jobs: Vec<Job>,
    /// Cases whose states aren't to be used again.
    pub(super) cases: Vec<Uuid>,
}

impl Flight {
    /// Writes a batch, and answers its jobs once it is on the disk, and on the standby where there is one.
    pub(super) fn of_acts(mut connection: Connection, ready: Ready, patience: Duration) -> Self {
        Self(tokio::spawn(async move {
            let Ready { answers, cases, jobs, rows, unwritten } = ready;
            let settles = answers.iter().any(Answer::settles);
            let written = async {
                load::look_again(&mut connection, &unwritten).await?;
                if rows.is_empty() && !settles {
                    return Ok(());
                }
                let fill = |script: &mut Script| {
                    rows.fill(script);
                    if settles {
                        script.settle();
                    }
                };
                Transaction::new(&mut connection).commit(fill).await
            };
            let failed = match in_time(patience, written).await {
                Ok(()) => given(answers, jobs, &mut connection, patience).await,
                Err(error) => Some(Failed { error, jobs, cases }),
            };
            Landed { connection, failed }
        }))
    }

    /// Does chores, all in one transaction.
    pub(super) fn of_chores(mut connection: Connection, jobs: Vec<Job>, patience: Duration) -> Self {
        Self(tokio::spawn(async move {
            let failed = match in_time(patience, done(&mut connection, &jobs)).await {
                Ok(answers) => given(answers, jobs, &mut connection, patience).await,
                Err(error) => Some(Failed { error, jobs, cases: Vec::new() }),
            };
            Landed { connection, failed }
        }))
    }

    /// Whether it has landed.
    pub(super) fn has_landed(&self) -> bool {
        self.0.is_finished()
    }

    /// Waits until it has landed; `None` where it panicked, and the connection with it is gone. Who stops waiting may
    /// begin again.
    pub(super) async fn landed(&mut self) -> Option<Landed> {
        (&mut self.0).await.ok()
    }
}

impl Drop for Flight {
    fn drop(&mut self) {
        self.0.abort();
    }
}

async fn done(connection: &mut Connection, jobs: &[Job]) -> Result<Vec<Answer>, StoreError> {
    let mut transaction = Transaction::new(connection);
    let mut answers = Vec::with_capacity(jobs.len());
    for job in jobs {
        match Batch::chore(&mut transaction, job).await {
            Ok(answer) => answers.extend(answer),
            Err(error) => {
                transaction.roll_back().await;
                return Err(error);
            }
        }
    }
    let settles = answers.iter().any(Answer::settles);
    let fill = |script: &mut Script| {
        if settles {
            script.settle();
        }
    };
    transaction.commit(fill).await?;
    Ok(answers)
}

async fn given(
    answers: Vec<Answer>,
    jobs: Vec<Job>,
    connection: &mut Connection,
    patience: Duration,
) -> Option<Failed> {
    let alive = Counter::new(Some(connection), patience).give(answers, jobs).await;
    (!alive).then(|| Failed { error: StoreError::Unreachable, jobs: Vec::new(), cases: Vec::new() })
}
