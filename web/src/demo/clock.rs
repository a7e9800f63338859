//! The clock of a demonstration: it starts at a fixed instant, real time passes on it while the server runs, and it can be
//! moved forward, never back. Where the server stands still, so does the clock.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use law::time::Moment;
use service::Job;

use super::{DemoError, disk};
use crate::clock::Stopwatch;

/// The file says so much later than it is, in milliseconds: a process that dies never comes back before its last record.
const AHEAD: i64 = 60_000;

/// How often the file is written.
const BEAT: Duration = Duration::from_secs(20);

/// Hands that can be moved forward.
#[derive(Debug)]
pub struct Hands {
    file: PathBuf,
    /// Instant at the start of the watch, with everything that it was moved forward since.
    from: AtomicI64,
    watch: Stopwatch,
}

impl Hands {
    /// The clock as a file left it, or at `start` where there is none.
    ///
    /// # Errors
    /// The file can't be read or written.
    pub fn open(file: &Path, start: Moment) -> Result<Self, DemoError> {
        let left: Option<Moment> = match fs::read_to_string(file) {
            Ok(text) => text.trim().parse().ok(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(disk(file)(error)),
        };
        let from = left.unwrap_or(start).max(start);
        let hands = Self { file: file.to_owned(), from: AtomicI64::new(from.millis()), watch: Stopwatch::start() };
        hands.write(AHEAD).map_err(disk(file))?;
        Ok(hands)
    }

    /// What the clock shows.
    #[must_use]
    pub fn now(&self) -> Moment {
        let passed = i64::try_from(self.watch.elapsed().as_millis()).unwrap_or(i64::MAX);
        Moment::from_millis(self.from.load(Ordering::SeqCst).saturating_add(passed))
    }

    /// Moves the clock forward by milliseconds; nothing happens where that would be back.
    pub fn advance(&self, by: i64) {
        if by > 0 {
            self.from.fetch_add(by, Ordering::SeqCst);
            self.keep(AHEAD);
        }
    }

    /// The job that keeps the clock in its file.
    #[must_use]
    pub fn keeper(self: &Arc<Self>) -> Job {
        let hands = Arc::clone(self);
        Box::new(move |_, mut stop| {
            Box::pin(async move {
                while !*stop.borrow() {
                    hands.keep(AHEAD);
                    tokio::select! {
                        _ = stop.changed() => {}
                        () = tokio::time::sleep(BEAT) => {}
                    }
                }
                hands.keep(AHEAD);
            })
        })
    }

    /// Writes the clock down as it stands; to be called when nothing is recorded any more.
    pub fn settle(&self) {
        self.keep(0);
    }

    fn keep(&self, ahead: i64) {
        if let Err(error) = self.write(ahead) {
            tracing::warn!(%error, "the clock can't be kept");
        }
    }

    fn write(&self, ahead: i64) -> std::io::Result<()> {
        let beside = self.file.with_extension("new");
        fs::write(&beside, format!("{}\n", self.now().plus_millis(ahead)))?;
        fs::rename(&beside, &self.file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_goes_on_from_where_it_was_left_and_never_back() {
        let folder = tempfile::tempdir().unwrap();
        let (file, start) = (folder.path().join("clock"), super::super::start());
        let hands = Hands::open(&file, start).unwrap();
        assert!(hands.now() >= start && hands.now().millis() - start.millis() < AHEAD);
        hands.advance(-86_400_000);
        assert!(hands.now() >= start);
        hands.advance(86_400_000);
        let left = hands.now();
        assert!(left.millis() - start.millis() >= 86_400_000);
        drop(hands);
        let again = Hands::open(&file, start).unwrap();
        assert!(again.now() >= left, "also where it wasn't settled");
        again.settle();
        let settled = again.now();
        assert!(Hands::open(&file, start).unwrap().now().millis() - settled.millis() < AHEAD / 2);
    }
}
