//! The way to the writer: what waits in its queue, and who is told what became of it. The same for every database.

use law::time::Moment;
use negotiation::{Act, CaseState, LawBook, Performed, Refusal, SealedRecord, perform, strike};
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore, TryAcquireError, mpsc, oneshot};
use tokio::task::JoinHandle;
use uuid::Uuid;

use crate::patience::ANSWER;
use crate::{Chore, Receipt, Recorded, StoreError, Submission, SubmitError};

/// What decides: the law, behind pure functions. The writer may ask again with the same act, where a transaction has to
/// be repeated.
pub trait Decide: Send + Sync + 'static {
    /// Performs an act on a case; see [`negotiation::perform`].
    fn perform(&self, state: CaseState, act: Act) -> Performed;

    /// Strikes what is due by an instant; see [`negotiation::strike`].
    ///
    /// # Errors
    /// The refusal of the first strike that isn't possible.
    fn strike(&self, state: &mut CaseState, now: Moment) -> Result<Vec<SealedRecord>, Refusal>;
}

impl Decide for LawBook {
    fn perform(&self, state: CaseState, act: Act) -> Performed {
        perform(self, state, act)
    }

    fn strike(&self, state: &mut CaseState, now: Moment) -> Result<Vec<SealedRecord>, Refusal> {
        strike(self, state, now)
    }
}

/// Sizes of the writer.
#[derive(Clone, Copy, Debug)]
pub struct WriterOptions {
    /// How many may wait for their answers; beyond it a submission is [`SubmitError::Busy`], and so it is where half of
    /// them are about the same case.
    pub queue: usize,
    /// How many share a commit at most.
    pub batch: usize,
    /// How many cases stay in memory.
    pub cases: usize,
    /// How long a server may take for a batch, with the wait for its standby, before its acts are answered with
    /// [`StoreError::Unreachable`]. A file is waited for.
    pub patience: Duration,
}

impl Default for WriterOptions {
    fn default() -> Self {
        Self { queue: 4_096, batch: 512, cases: 2_048, patience: ANSWER }
    }
}

/// The way to the writer. Cheap to clone; the writer stops when the last clone is dropped and everyone is answered.
#[derive(Clone, Debug)]
pub struct Writer {
    pub(crate) queue: mpsc::UnboundedSender<Job>,
    /// Room for those who wait; each job holds its place until it is answered.
    pub(crate) room: Arc<Semaphore>,
}

/// The running writer.
#[derive(Debug)]
pub struct WriterTask {
    pub(crate) handle: JoinHandle<()>,
}

/// One thing to write, and where the answer goes.
pub(crate) enum Job {
    Submit(Box<Submission>, Waiting<Receipt, SubmitError>),
    Strike(Uuid, Moment, Waiting<Vec<Recorded>, SubmitError>),
    Chore(Box<Chore>, Waiting<bool, StoreError>),
}

/// Somebody who waits for an answer, and the place in the queue that they hold until then.
pub(crate) struct Waiting<T, E> {
    answer: oneshot::Sender<Result<T, E>>,
    _place: OwnedSemaphorePermit,
}

impl<T, E> Waiting<T, E> {
    /// Gives the answer; who has gone away needs none.
    pub(crate) fn send(self, answer: Result<T, E>) {
        drop(self.answer.send(answer));
    }
}

impl Job {
    /// The case that the job is about, where it needs the case's state.
    pub(crate) const fn case(&self) -> Option<Uuid> {
        match self {
            Self::Submit(submission, _) => Some(submission.act.case),
            Self::Strike(case, ..) => Some(*case),
            Self::Chore(..) => None,
        }
    }
}

impl Writer {
    /// Decides and records an act. When this returns a receipt, the record is on the disk.
    ///
    /// # Errors
    /// See [`SubmitError`]; only a refusal may leave records behind, those of what fell due before the act.
    pub async fn submit(&self, submission: Submission) -> Result<Receipt, SubmitError> {
        let (waiting, answered) = self.place()?;
        self.queue(Job::Submit(Box::new(submission), waiting))?;
        answered.await.unwrap_or(Err(SubmitError::Store(StoreError::Stopped)))
    }

    /// Records what has fallen due in a case by an instant, in due order. Gives what was struck.
    ///
    /// # Errors
    /// See [`SubmitError`].
    pub async fn strike(&self, case: Uuid, now: Moment) -> Result<Vec<Recorded>, SubmitError> {
        let (waiting, answered) = self.place()?;
        self.queue(Job::Strike(case, now, waiting))?;
        answered.await.unwrap_or(Err(SubmitError::Store(StoreError::Stopped)))
    }

    /// A place in the queue, where there is one.
    fn place<T>(&self) -> Result<Place<T>, SubmitError> {
        let place = Arc::clone(&self.room).try_acquire_owned().map_err(|error| match error {
            TryAcquireError::NoPermits => SubmitError::Busy,
            TryAcquireError::Closed => SubmitError::Store(StoreError::Stopped),
        })?;
        let (answer, answered) = oneshot::channel();
        Ok((Waiting { answer, _place: place }, answered))
    }

    fn queue(&self, job: Job) -> Result<(), StoreError> {
        self.queue.send(job).map_err(|_| StoreError::Stopped)
    }

    /// Does a chore, waiting for room in the queue. Gives whether it changed anything.
    ///
    /// # Errors
    /// The database fails, or a data set was loaded and confirmed by one person.
    pub async fn chore(&self, chore: Chore) -> Result<bool, StoreError> {
        let place = Arc::clone(&self.room).acquire_owned().await.map_err(|_| StoreError::Stopped)?;
        let (answer, answered) = oneshot::channel();
        self.queue(Job::Chore(Box::new(chore), Waiting { answer, _place: place }))?;
        answered.await.unwrap_or(Err(StoreError::Stopped))
    }
}

/// A place in the queue, and where its answer arrives.
type Place<T> = (Waiting<T, SubmitError>, oneshot::Receiver<Result<T, SubmitError>>);

impl WriterTask {
    /// Waits until the last [`Writer`] is dropped and everyone is answered.
    pub async fn stopped(self) {
        // A panic of the task has nothing to add: whoever waited for an answer was told that the writer has stopped.
        let _ = self.handle.await;
    }

    /// Stops the writer where it stands, as a crash would. Whoever waits for an answer is told that the writer has
    /// stopped; a transaction that is on its way ends whole or not at all, perhaps a moment after this returns.
    pub async fn kill(self) {
        self.handle.abort();
        let _ = self.handle.await;
    }
}
