//! Which case comes next: those that just moved on first, then, at the start, every hour and on every new day, all others.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Duration;

use law::Date;
use law::time::Moment;
use service::Change;
use store::{CaseFilter, StoreError, SubmitError};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::{RecvError, TryRecvError};
use tokio::sync::watch;
use uuid::Uuid;

use super::{Press, PressError};

/// How long to wait for a change before looking at the clock.
const TICK: Duration = Duration::from_secs(2);

/// All cases are looked through at least so often, in milliseconds.
const HOUR: i64 = 3_600_000;

/// Cases listed at a time.
const PAGE: u32 = 200;

/// What the press knows of the cases.
#[derive(Default)]
struct Rounds {
    /// Cases that have all their papers: up to which record, and on which day to look again.
    done: BTreeMap<Uuid, (u64, Option<Date>)>,
    /// A look through all cases that is under way.
    sweep: Option<Sweep>,
    /// When the last one began.
    swept: Option<Moment>,
    /// Cases that moved on.
    waiting: BTreeSet<Uuid>,
}

/// A look through all cases, newest first.
#[derive(Default)]
struct Sweep {
    after: Option<Uuid>,
    page: VecDeque<Uuid>,
}

/// Makes papers until it is told to stop.
pub(super) async fn run(press: &Press, mut stop: watch::Receiver<bool>) {
    let mut changes = press.desk.changes();
    if let Err(error) = press.keep_references().await {
        tracing::error!(%error, "templates can't be kept");
    }
    let mut rounds = Rounds::default();
    while !*stop.borrow() {
        rounds.begin(press.desk.now());
        rounds.overhear(&mut changes);
        let next = match rounds.waiting.pop_first() {
            Some(case) => Ok(Some(case)),
            None => rounds.following(press).await,
        };
        match next {
            Ok(Some(case)) => {
                tokio::select! {
                    _ = stop.changed() => {}
                    () = rounds.look(press, case) => {}
                }
            }
            Ok(None) => {
                tokio::select! {
                    _ = stop.changed() => {}
                    change = changes.recv() => rounds.hear(&change),
                    () = tokio::time::sleep(TICK) => {}
                }
            }
            Err(error) => {
                tracing::warn!(%error, "cases can't be listed; the press tries again");
                rounds.sweep = None;
                rounds.swept = None;
                tokio::select! {
                    _ = stop.changed() => {}
                    () = tokio::time::sleep(TICK) => {}
                }
            }
        }
    }
}

impl Rounds {
    /// Begins a look through all cases where it is time.
    fn begin(&mut self, now: Moment) {
        let is_time = self.swept.is_none_or(|at| now.millis() - at.millis() >= HOUR || now.date() != at.date());
        if is_time && self.sweep.is_none() {
            self.sweep = Some(Sweep::default());
            self.swept = Some(now);
        }
    }

    /// Takes in what was said meanwhile.
    fn overhear(&mut self, changes: &mut Receiver<Change>) {
        loop {
            match changes.try_recv() {
                Ok(change) => self.hear(&Ok(change)),
                Err(TryRecvError::Lagged(missed)) => self.hear(&Err(RecvError::Lagged(missed))),
                Err(TryRecvError::Empty | TryRecvError::Closed) => return,
            }
        }
    }

    fn hear(&mut self, change: &Result<Change, RecvError>) {
        match change {
            Ok(Change { case, head }) => {
                if self.done.get(case).is_none_or(|(seq, _)| *seq < head.seq) {
                    self.waiting.insert(*case);
                }
            }
            // Which cases moved on isn't known: all are looked through.
            Err(RecvError::Lagged(_)) => self.sweep = Some(Sweep::default()),
            Err(RecvError::Closed) => {}
        }
    }

    /// The next case of a look through all that may want papers.
    async fn following(&mut self, press: &Press) -> Result<Option<Uuid>, StoreError> {
        let (store, today) = (press.desk.store(), press.desk.now().date());
        while let Some(sweep) = &mut self.sweep {
            let Some(case) = sweep.page.pop_front() else {
                let page = store.cases(&CaseFilter::All, sweep.after, PAGE).await?;
                sweep.after = page.last().map(|line| line.case);
                sweep.page = page.into_iter().map(|line| line.case).collect();
                if sweep.page.is_empty() {
                    self.sweep = None;
                }
                continue;
            };
            let seq = store.head(case).await?.map_or(0, |head| head.seq);
            let is_done = |(done, next): &(u64, Option<Date>)| *done >= seq && next.is_none_or(|day| day > today);
            if !self.done.get(&case).is_some_and(is_done) {
                return Ok(Some(case));
            }
        }
        Ok(None)
    }

    /// Makes a case's papers. What fails is told in the log and looked at again with all others.
    async fn look(&mut self, press: &Press, case: Uuid) {
        match press.press(case).await {
            Ok(pressed) => {
                if pressed.made > 0 {
                    tracing::info!(%case, made = pressed.made, "papers made");
                }
                if pressed.failed == 0 {
                    self.done.insert(case, (pressed.seq, pressed.next));
                }
            }
            // Others are at work: again in a moment.
            Err(PressError::Moving | PressError::Submit(SubmitError::Busy)) => {
                self.waiting.insert(case);
                tokio::time::sleep(TICK).await;
            }
            Err(error) => tracing::error!(%case, %error, "papers of a case can't be made"),
        }
    }
}
