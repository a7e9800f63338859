//! Measured figures in whole numbers and their goals.

use std::time::Duration;

use serde_json::{Value, json};

/// How much of something happened in how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rate {
    /// Tenths a second.
    pub tenths: u64,
}

impl Rate {
    /// So many in so long.
    #[must_use]
    pub fn of(count: u64, elapsed: Duration) -> Self {
        let nanos = elapsed.as_nanos().max(1);
        let tenths = u128::from(count) * 10_000_000_000 / nanos;
        Self { tenths: u64::try_from(tenths).unwrap_or(u64::MAX) }
    }

    /// The middle one of several.
    #[must_use]
    pub fn median(mut rates: Vec<Self>) -> Self {
        rates.sort_unstable();
        rates.get(rates.len() / 2).copied().unwrap_or(Self { tenths: 0 })
    }
}

/// What a figure should reach.
#[derive(Clone, Copy, Debug)]
pub enum Goal {
    /// At least so many a second.
    Rate(u64),
    /// At least this share of the peer, in hundredths.
    Share(u64),
    /// At most so many hundredths more than at the start.
    Growth(u64),
    /// At most so many microseconds.
    Micros(u64),
}

/// What was measured.
#[derive(Clone, Copy, Debug)]
pub enum Measured {
    /// A rate by itself.
    Alone(Rate),
    /// A rate beside that of a peer.
    Beside(Rate, Rate),
    /// Microseconds until the answer.
    Latency {
        /// Of the middle one.
        median: u64,
        /// Of the slowest but one in a hundred.
        last: u64,
    },
    /// Kibibytes at the start and in the end.
    Memory(u64, u64),
}

/// One line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Figure {
    /// Its name in the message file and in JSON.
    pub id: &'static str,
    /// What was measured.
    pub measured: Measured,
    /// What it should reach, where there is a goal.
    pub goal: Option<Goal>,
}

impl Figure {
    /// A figure of this name.
    #[must_use]
    pub const fn new(id: &'static str, measured: Measured, goal: Option<Goal>) -> Self {
        Self { id, measured, goal }
    }

    /// Share of the peer, or of the start, in hundredths.
    #[must_use]
    pub fn share(&self) -> Option<u64> {
        let (part, whole) = match self.measured {
            Measured::Alone(_) | Measured::Latency { .. } => return None,
            Measured::Beside(own, peer) => (own.tenths, peer.tenths),
            Measured::Memory(start, end) => (end, start),
        };
        part.checked_mul(100)?.checked_div(whole)
    }

    /// Whether the goal is reached; nothing where there is none.
    #[must_use]
    pub fn passes(&self) -> Option<bool> {
        match (self.goal?, self.measured) {
            (Goal::Rate(least), Measured::Alone(rate) | Measured::Beside(rate, _)) => Some(rate.tenths >= least * 10),
            (Goal::Rate(_), Measured::Memory(..) | Measured::Latency { .. }) => None,
            (Goal::Micros(most), Measured::Latency { last, .. }) => Some(last <= most),
            (Goal::Micros(_), _) => None,
            (Goal::Share(least), _) => Some(self.share()? >= least),
            (Goal::Growth(most), _) => Some(self.share()? <= 100 + most),
        }
    }

    /// The figure for programs.
    #[must_use]
    pub fn json(&self) -> Value {
        let (value, peer, unit) = match self.measured {
            Measured::Alone(rate) => (rate.tenths, None, "tenths_per_second"),
            Measured::Beside(own, peer) => (own.tenths, Some(peer.tenths), "tenths_per_second"),
            Measured::Latency { median, last } => (last, Some(median), "microseconds"),
            Measured::Memory(start, end) => (end, Some(start), "kibibytes"),
        };
        let goal = match self.goal {
            None => Value::Null,
            Some(Goal::Rate(least)) => json!({"at_least_per_second": least}),
            Some(Goal::Share(least)) => json!({"share_at_least_percent": least}),
            Some(Goal::Micros(most)) => json!({"at_most_microseconds": most}),
            Some(Goal::Growth(most)) => json!({"growth_at_most_percent": most}),
        };
        json!({
            "goal": goal,
            "id": self.id,
            "pass": self.passes(),
            "peer": peer,
            "share_percent": self.share(),
            "unit": unit,
            "value": value,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_and_shares_are_whole_numbers_and_meet_their_goals() {
        let own = Rate::of(350, Duration::from_secs(1));
        let peer = Rate::of(1_000, Duration::from_secs(1));
        let figure = Figure::new("durable_one", Measured::Beside(own, peer), Some(Goal::Share(35)));
        assert_eq!(figure.share(), Some(35));
        assert_eq!(figure.passes(), Some(true));
        let slower = Figure::new("durable_one", Measured::Beside(own, peer), Some(Goal::Share(36)));
        assert_eq!(slower.passes(), Some(false));
        assert_eq!(Rate::of(3, Duration::from_secs(2)).tenths, 15);
    }

    #[test]
    fn memory_is_flat_if_it_grows_by_little() {
        let flat = Figure::new("memory", Measured::Memory(100_000, 108_000), Some(Goal::Growth(10)));
        let grown = Figure::new("memory", Measured::Memory(100_000, 130_000), Some(Goal::Growth(10)));
        assert_eq!((flat.passes(), grown.passes()), (Some(true), Some(false)));
    }
}
