//! Progress on standard error for what takes longer than a second; nothing where standard error is no terminal.

use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use messages::Said;

use crate::catalogue::say;

/// How long to wait before showing anything.
const PATIENCE: Duration = Duration::from_secs(1);

/// Shows that work goes on, until dropped.
pub(crate) struct Progress {
    bar: ProgressBar,
    done: Option<Sender<()>>,
    shower: Option<JoinHandle<()>>,
}

impl Progress {
    /// Starts; the text says what is done.
    pub(crate) fn start(said: &Said) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()).with_message(say(said));
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {elapsed}") {
            bar.set_style(style);
        }
        let (done, finished) = channel();
        let shown = bar.clone();
        let shower = std::thread::spawn(move || {
            if finished.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                shown.set_draw_target(ProgressDrawTarget::stderr());
                shown.enable_steady_tick(Duration::from_millis(120));
            }
        });
        Self { bar, done: Some(done), shower: Some(shower) }
    }

    /// Says what is done now.
    pub(crate) fn now(&self, said: &Said) {
        self.bar.set_message(say(said));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        drop(self.done.take());
        if let Some(shower) = self.shower.take() {
            // The thread only shows; whether it ended well doesn't matter.
            let _ = shower.join();
        }
        self.bar.finish_and_clear();
    }
}
