//! What goes on by itself: the clock strikes what falls due, everybody is reminded before, messages leave the outbox.
//!
//! Each job runs in one process at a time, by a lease that is renewed at every round; a process that dies is followed by
//! another when the lease has ended. A round that fails is told in the log and repeated at the next tick.

mod address;
mod ballots;
mod clock;
mod digest;
mod mail;
mod outbox;
pub(crate) mod proof;
mod remind;
mod short;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use law::time::Moment;
use messages::Catalogue;
use store::{Chore, StoreError};
use tokio::sync::watch;
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::config::Config;
use crate::desk::Desk;
use crate::metrics::Metrics;
use crate::outgoing::Receivers;

pub(crate) use address::goes_over;
pub(crate) use mail::MailError;
pub use mail::greet_mail_server;

/// A lease outlives so many ticks, and at least [`SHORTEST_LEASE`].
const LEASE_TICKS: u32 = 4;

/// Milliseconds.
const SHORTEST_LEASE: i64 = 10_000;

/// No lease is taken for longer, in milliseconds: four ticks of an hour, the longest there is, and an hour for clocks that
/// aren't right.
const LONGEST_LEASE: i64 = 5 * 3_600_000;

/// So far this process's clock may be ahead of the database's, in milliseconds; as far as the law lets a record go back in
/// time. Beyond it nothing goes on by itself: what isn't due yet would be struck, and a box closed too early.
const AHEAD: i64 = 5_000;

/// An instant at which something may go on by itself.
#[derive(Clone, Copy)]
struct Instant {
    /// By this process's clock.
    now: Moment,
    /// By whichever clock is ahead, this process's or the database's.
    latest: Moment,
}

/// What the jobs work with. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Jobs {
    /// Whether this process's clock was found to be ahead.
    ahead: Arc<AtomicBool>,
    desk: Desk,
    /// This process, among those that take leases.
    holder: Uuid,
    mail: Option<Arc<mail::Sender>>,
    metrics: Metrics,
    receivers: Receivers,
    reminded: Arc<remind::Last>,
    texts: Arc<Catalogue>,
    tick: Duration,
}

impl Jobs {
    pub(crate) fn new(
        desk: Desk,
        metrics: Metrics,
        texts: Arc<Catalogue>,
        receivers: Receivers,
        config: &Config,
    ) -> Result<Self, MailError> {
        let mail = config.mail.as_ref().map(mail::Sender::new).transpose()?.map(Arc::new);
        Ok(Self {
            ahead: Arc::default(),
            desk,
            holder: Uuid::now_v7(),
            mail,
            metrics,
            receivers,
            reminded: Arc::default(),
            texts,
            tick: config.tick(),
        })
    }

    /// Starts the jobs; they end when `stop` turns true.
    pub(crate) fn start(&self, stop: &watch::Receiver<bool>) -> JoinSet<()> {
        let mut running = JoinSet::new();
        let (jobs, stopped) = (self.clone(), stop.clone());
        running.spawn(async move {
            jobs.rounds("clock", stopped, async |jobs, _| {
                let struck = clock::strike_due(jobs).await?;
                if struck > 0 {
                    tracing::info!(struck, "the clock struck");
                }
                Ok(())
            })
            .await;
        });
        let (jobs, stopped) = (self.clone(), stop.clone());
        running.spawn(async move {
            jobs.rounds("outbox", stopped, async |jobs, stop| {
                short::hand_over(jobs, stop).await?;
                outbox::work_outbox(jobs, stop).await.map(drop)
            })
            .await;
        });
        let (jobs, stopped) = (self.clone(), stop.clone());
        running.spawn(async move {
            jobs.rounds("reminders", stopped, async |jobs, _| remind::remind(jobs).await.map(drop)).await;
        });
        let (jobs, stopped) = (self.clone(), stop.clone());
        running.spawn(async move {
            jobs.rounds("ballots", stopped, async |jobs, _| ballots::look_after(jobs).await.map(drop)).await;
        });
        running
    }

    async fn rounds(
        &self,
        name: &'static str,
        mut stop: watch::Receiver<bool>,
        round: impl AsyncFn(&Self, &watch::Receiver<bool>) -> Result<(), StoreError>,
    ) {
        let mut held = false;
        while !*stop.borrow() {
            let leased = self.lease(name).await;
            held = matches!(leased, Ok(true));
            let done = match leased {
                Ok(true) => round(self, &stop).await,
                Ok(false) => Ok(()),
                Err(error) => Err(error),
            };
            if let Err(error) = done {
                tracing::warn!(job = name, %error, "a round failed and is repeated");
            }
            tokio::select! {
                () = tokio::time::sleep(self.tick) => {}
                _ = stop.changed() => {}
            }
        }
        if held {
            self.let_go(name).await;
        }
    }

    /// Gives a lease back, so that nobody waits for its end: the next process, or an operator who moves the store.
    async fn let_go(&self, name: &str) {
        let now = self.desk.now();
        let latest = now.plus_millis(LONGEST_LEASE);
        let over = Chore::Lease { name: name.to_owned(), holder: self.holder, now, until: now, latest };
        if let Err(error) = self.desk.chore(over).await {
            tracing::warn!(job = name, %error, "a lease ends by itself");
        }
    }

    /// Now, where this process's clock can be relied on: `None` where it is ahead of the database's, which all processes
    /// have in common. A file has no clock of its own.
    async fn instant(&self) -> Result<Option<Instant>, StoreError> {
        let now = self.desk.now();
        let common = self.desk.store().now().await?.unwrap_or(now);
        let ahead = now.millis() - common.millis();
        self.metrics.clock_ahead.set(ahead.max(0));
        let is_ahead = ahead > AHEAD;
        if self.ahead.swap(is_ahead, Ordering::Relaxed) != is_ahead {
            if is_ahead {
                tracing::warn!(ahead, "the clock is ahead of the database's: nothing is struck, sent or closed");
            } else {
                tracing::info!("the clock isn't ahead any more");
            }
        }
        Ok((!is_ahead).then_some(Instant { now, latest: now.max(common) }))
    }

    /// Takes or renews the lease of a job.
    async fn lease(&self, name: &str) -> Result<bool, StoreError> {
        let Some(Instant { now, latest }) = self.instant().await? else { return Ok(false) };
        let ticks = i64::try_from((self.tick * LEASE_TICKS).as_millis()).unwrap_or(i64::MAX);
        let until = now.plus_millis(ticks.max(SHORTEST_LEASE));
        let latest = latest.plus_millis(LONGEST_LEASE);
        self.desk.chore(Chore::Lease { name: name.to_owned(), holder: self.holder, now, until, latest }).await
    }
}
