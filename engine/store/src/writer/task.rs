//! The loop: decide what waits while the batch before is on its way to the disk, then send it after.
//!
//! A batch may rest on states that the one before it is still writing. None of its answers is given before it is on the
//! disk itself, and it is never sent before the other has arrived; where that one fails, everything decided since is
//! forgotten and decided again.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use negotiation::Corrupt;
use sqlx::Connection as _;
use tokio::sync::mpsc;
use uuid::Uuid;

use super::answers::Answer;
use super::batch::Batch;
use super::careful::silent;
use super::flight::{Flight, Landed};
use super::{Cache, Connection, Decide, Job, Session, Store, dialect};
use crate::patience::in_time;
use crate::turns::Turns;
use crate::{StoreError, SubmitError};

/// So many chores go together at most.
const CHORES: usize = 128;

/// The state of the running writer.
pub(super) struct Task {
    pub(super) batch: usize,
    pub(super) cache: Cache,
    /// The connection that writes, while nothing is on its way.
    pub(super) connection: Option<Connection>,
    pub(super) decide: Arc<dyn Decide>,
    pub(super) jobs: mpsc::UnboundedReceiver<Job>,
    /// So long a batch may take before its connection counts as gone.
    pub(super) patience: Duration,
    /// By what the server knows the connection that writes, or the last one that did.
    pub(super) session: Option<Session>,
    pub(super) store: Store,
    pub(super) waiting: Turns,
    /// Jobs whose turn has come, their cases in memory or damaged.
    ready: VecDeque<Job>,
    damaged: BTreeMap<Uuid, Corrupt>,
    /// What is decided and goes next.
    next: Batch,
    /// What is on its way.
    flight: Option<Flight>,
    /// Whether the last one on its way were chores.
    chores_last: bool,
}

impl Task {
    pub(super) fn new(
        store: Store,
        (connection, session): (Connection, Option<Session>),
        decide: Arc<dyn Decide>,
        jobs: mpsc::UnboundedReceiver<Job>,
        options: crate::WriterOptions,
    ) -> Self {
        let batch = options.batch.max(1);
        Self {
            batch,
            // What is decided needs its cases until it is sent, and so does what comes next.
            cache: Cache::new(options.cases.max(batch.saturating_mul(4))),
            connection: Some(connection),
            decide,
            jobs,
            patience: dialect::wait_for_batch(options.patience),
            session,
            store,
            waiting: Turns::new((options.queue / 2).max(1)),
            ready: VecDeque::new(),
            damaged: BTreeMap::new(),
            next: Batch::default(),
            flight: None,
            chores_last: false,
        }
    }

    pub(super) async fn run(mut self) {
        let mut open = true;
        loop {
            while let Ok(job) = self.jobs.try_recv() {
                self.take(job);
            }
            self.decide_waiting().await;
            self.send().await;
            let idle =
                self.flight.is_none() && self.waiting.is_empty() && self.ready.is_empty() && self.next.is_empty();
            let room = self.next.len() < self.batch && !self.next.is_careful();
            match &mut self.flight {
                None if idle && !open => break,
                None if idle => match self.jobs.recv().await {
                    Some(job) => self.take(job),
                    None => open = false,
                },
                None => {}
                Some(flight) => {
                    tokio::select! {
                        landed = flight.landed() => {
                            self.flight = None;
                            self.landed(landed).await;
                        }
                        job = self.jobs.recv(), if open && room => match job {
                            Some(job) => self.take(job),
                            None => open = false,
                        },
                    }
                }
            }
        }
        // Everyone is answered and every commit is on the disk; a failure to close has nothing to lose.
        if let Some(connection) = self.connection {
            let _ = connection.close().await;
        }
    }

    fn take(&mut self, job: Job) {
        if let Err(job) = self.waiting.push(job) {
            match job {
                Job::Submit(_, waiting) => waiting.send(Err(SubmitError::Busy)),
                Job::Strike(_, _, waiting) => waiting.send(Err(SubmitError::Busy)),
                Job::Chore(..) => Answer::failed(StoreError::Stopped, job),
            }
        }
    }

    /// Decides what waits, until the batch is full, or the disk is free and there is something to write.
    async fn decide_waiting(&mut self) {
        loop {
            let disk_is_free = self.flight.as_ref().is_some_and(Flight::has_landed) && !self.next.is_empty();
            if disk_is_free || self.next.len() >= self.batch || self.next.is_careful() {
                return;
            }
            if self.ready.is_empty() && !self.next_turns().await {
                return;
            }
            let Some(job) = self.ready.pop_front() else { return };
            let case = job.case().unwrap_or_default();
            match (self.damaged.get(&case), self.cache.get(case)) {
                (Some(corrupt), _) => self.next.add(&*self.decide, Err(corrupt), job).await,
                (None, Some(known)) => self.next.add(&*self.decide, Ok(known), job).await,
                (None, None) => self.next.add_undecided(job),
            }
        }
    }

    /// Takes the jobs whose turn it is, and their cases into memory. `false` where nobody waits.
    async fn next_turns(&mut self) -> bool {
        let room = self.batch.saturating_sub(self.next.len());
        self.ready.extend(std::iter::from_fn(|| self.waiting.pop()).take(room));
        self.damaged.clear();
        self.cache.trim();
        let missing: BTreeSet<Uuid> =
            self.ready.iter().filter_map(Job::case).filter(|case| !self.cache.has(*case)).collect();
        // What can't be read now is read again where it is written.
        if !missing.is_empty()
            && let Ok(damaged) = in_time(self.patience, self.store.cases_of_a_moment(&mut self.cache, &missing)).await
        {
            self.damaged = damaged;
        }
        !self.ready.is_empty()
    }

    /// Sends what is decided, or chores that wait, where nothing else is on its way.
    async fn send(&mut self) {
        if self.flight.is_some() {
            return;
        }
        if self.next.is_careful() {
            let (jobs, cases) = std::mem::take(&mut self.next).undone();
            cases.into_iter().for_each(|case| self.cache.forget(case));
            return self.carefully(jobs).await;
        }
        let chores = if self.chores_last && !self.next.is_empty() { Vec::new() } else { self.waiting.chores(CHORES) };
        if chores.is_empty() && self.next.is_empty() {
            return;
        }
        if self.connection.is_none() {
            // Whoever waits is told one by one if this doesn't help.
            let _ = self.connect_again().await;
        }
        self.chores_last = !chores.is_empty();
        match (self.connection.take(), self.chores_last) {
            (Some(connection), true) => {
                self.flight = Some(Flight::of_chores(connection, chores, self.patience));
            }
            (Some(connection), false) => {
                let ready = std::mem::take(&mut self.next).ready(&mut self.cache);
                self.flight = Some(Flight::of_acts(connection, ready, self.patience));
            }
            (None, true) => silent(chores),
            (None, false) => {
                let (jobs, cases) = std::mem::take(&mut self.next).undone();
                cases.into_iter().for_each(|case| self.cache.forget(case));
                silent(jobs);
            }
        }
    }

    async fn landed(&mut self, landed: Option<Landed>) {
        let failed = match landed {
            Some(Landed { connection, failed: None }) => {
                self.connection = Some(connection);
                return;
            }
            Some(Landed { connection, failed: Some(failed) }) => {
                self.connection = Some(connection);
                Some(failed)
            }
            None => None,
        };
        // What was decided since rests on what isn't written.
        let (jobs, cases) = std::mem::take(&mut self.next).undone();
        for job in jobs.into_iter().rev() {
            self.ready.push_front(job);
        }
        let Some(failed) = failed else {
            return self.cache.clear();
        };
        failed.cases.iter().chain(&cases).for_each(|case| self.cache.forget(*case));
        // Nobody knows what became of a batch that got no answer. To ask for each of its acts would keep everybody else
        // waiting: whoever asks again with the same act finds out.
        if matches!(failed.error, StoreError::Unreachable) {
            self.connection = None;
            return silent(failed.jobs);
        }
        if failed.error.is_gone() {
            self.connection = None;
        }
        self.carefully(failed.jobs).await;
    }
}
