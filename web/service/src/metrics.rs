//! What operators watch, in the OpenMetrics text format.

use std::fmt;
use std::sync::Arc;

use prometheus_client::encoding::text::encode;
use prometheus_client::encoding::{EncodeLabelSet, EncodeLabelValue};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::Registry;
use store::{Receipt, SubmitError};

/// How an act ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EncodeLabelValue)]
pub(crate) enum Outcome {
    Recorded,
    Refused,
    Conflict,
    Busy,
    Failed,
}

impl Outcome {
    const fn of(answer: &Result<Receipt, SubmitError>) -> Self {
        match answer {
            Ok(_) => Self::Recorded,
            Err(SubmitError::Refused { .. } | SubmitError::OtherDocument) => Self::Refused,
            Err(SubmitError::Stale { .. } | SubmitError::AlreadyOpen { .. } | SubmitError::ActTaken { .. }) => {
                Self::Conflict
            }
            Err(SubmitError::Busy) => Self::Busy,
            Err(SubmitError::Corrupt(_) | SubmitError::Store(_)) => Self::Failed,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(crate) struct Ended {
    outcome: Outcome,
}

/// Counters and gauges. Cheap to clone.
#[derive(Clone, Debug)]
pub(crate) struct Metrics {
    acts: Family<Ended, Counter>,
    /// Messages that were handed to a mail server.
    pub(crate) sent: Counter,
    /// Attempts at a message that failed.
    pub(crate) send_failures: Counter,
    /// Records that the clock struck.
    pub(crate) struck: Counter,
    /// Strikes that failed; each is tried again.
    pub(crate) strike_failures: Counter,
    /// For how long the oldest message waits that is due or failed before, in seconds.
    pub(crate) outbox_age: Gauge,
    /// How far this process's clock is ahead of the database's, in milliseconds.
    pub(crate) clock_ahead: Gauge,
    registry: Arc<Registry>,
}

impl Metrics {
    pub(crate) fn new() -> Self {
        let (acts, sent, send_failures) = (Family::<Ended, Counter>::default(), Counter::default(), Counter::default());
        let (struck, strike_failures) = (Counter::default(), Counter::default());
        let (outbox_age, clock_ahead) = (Gauge::default(), Gauge::default());
        let mut registry = Registry::with_prefix("xinxieshang");
        registry.register("acts", "Acts handed in, by how they ended", acts.clone());
        registry.register("messages_sent", "Messages handed to a mail server", sent.clone());
        registry.register("message_failures", "Attempts at a message that failed", send_failures.clone());
        registry.register("struck", "Records that the clock struck", struck.clone());
        registry.register("strike_failures", "Strikes that failed", strike_failures.clone());
        let oldest = "Age of the oldest message that is due or failed before";
        registry.register("outbox_age_seconds", oldest, outbox_age.clone());
        let ahead = "How far the clock of this process is ahead of the database's";
        registry.register("clock_ahead_milliseconds", ahead, clock_ahead.clone());
        let registry = Arc::new(registry);
        Self { acts, sent, send_failures, struck, strike_failures, outbox_age, clock_ahead, registry }
    }

    /// Counts an act, through whichever door it came.
    pub(crate) fn ended(&self, answer: &Result<Receipt, SubmitError>) {
        self.acts.get_or_create(&Ended { outcome: Outcome::of(answer) }).inc();
    }

    pub(crate) fn text(&self) -> Result<String, fmt::Error> {
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }
}
