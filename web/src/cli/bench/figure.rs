//! Measured figures in whole numbers, their goals, and how they are shown.

use std::time::Duration;

use messages::Said;
use serde_json::{Value, json};

use crate::catalogue::{say, word};

/// How much of something happened in how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rate {
    /// Tenths a second.
    tenths: u64,
}

impl Rate {
    pub(super) fn of(count: u64, elapsed: Duration) -> Self {
        let nanos = elapsed.as_nanos().max(1);
        let tenths = u128::from(count) * 10_000_000_000 / nanos;
        Self { tenths: u64::try_from(tenths).unwrap_or(u64::MAX) }
    }

    /// The middle one of several.
    pub(super) fn median(mut rates: Vec<Self>) -> Self {
        rates.sort_unstable();
        rates.get(rates.len() / 2).copied().unwrap_or(Self { tenths: 0 })
    }

    fn shown(self) -> String {
        if self.tenths >= 10_000 {
            grouped(self.tenths / 10)
        } else {
            format!("{}.{}", self.tenths / 10, self.tenths % 10)
        }
    }
}

/// What a figure should reach.
#[derive(Clone, Copy, Debug)]
pub(super) enum Goal {
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
pub(super) enum Measured {
    /// A rate by itself.
    Alone(Rate),
    /// A rate beside that of a peer.
    Beside(Rate, Rate),
    /// Microseconds until the answer: of the middle one, and of the slowest but one in a hundred.
    Latency { median: u64, last: u64 },
    /// Kibibytes at the start and in the end.
    Memory(u64, u64),
}

/// One line of the table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure {
    /// Its name in the message file and in JSON.
    pub(super) id: &'static str,
    pub(super) measured: Measured,
    pub(super) goal: Option<Goal>,
}

impl Figure {
    pub(super) const fn new(id: &'static str, measured: Measured, goal: Option<Goal>) -> Self {
        Self { id, measured, goal }
    }

    /// Share of the peer, or of the start, in hundredths.
    fn share(&self) -> Option<u64> {
        let (part, whole) = match self.measured {
            Measured::Alone(_) | Measured::Latency { .. } => return None,
            Measured::Beside(own, peer) => (own.tenths, peer.tenths),
            Measured::Memory(start, end) => (end, start),
        };
        part.checked_mul(100)?.checked_div(whole)
    }

    /// Whether the goal is reached; nothing where there is none.
    pub(super) fn passes(&self) -> Option<bool> {
        match (self.goal?, self.measured) {
            (Goal::Rate(least), Measured::Alone(rate) | Measured::Beside(rate, _)) => Some(rate.tenths >= least * 10),
            (Goal::Rate(_), Measured::Memory(..) | Measured::Latency { .. }) => None,
            (Goal::Micros(most), Measured::Latency { last, .. }) => Some(last <= most),
            (Goal::Micros(_), _) => None,
            (Goal::Share(least), _) => Some(self.share()? >= least),
            (Goal::Growth(most), _) => Some(self.share()? <= 100 + most),
        }
    }

    fn cells(&self) -> [String; 6] {
        let dash = || "—".to_owned();
        let (value, peer) = match self.measured {
            Measured::Alone(rate) => (rate.shown(), dash()),
            Measured::Beside(own, peer) => (own.shown(), peer.shown()),
            Measured::Latency { median, last } => (millis(last), millis(median)),
            Measured::Memory(start, end) => (mebibytes(end), mebibytes(start)),
        };
        let goal = match self.goal {
            None => dash(),
            Some(Goal::Rate(least)) => say(&Said::new("cli-bench-goal-rate").arg("least", grouped(least))),
            Some(Goal::Share(least)) => say(&Said::new("cli-bench-goal-share").arg("least", hundredths(least))),
            Some(Goal::Micros(most)) => say(&Said::new("cli-bench-goal-millis").arg("most", millis(most))),
            Some(Goal::Growth(most)) => say(&Said::new("cli-bench-goal-growth").arg("most", hundredths(100 + most))),
        };
        let mark = match self.passes() {
            None => dash(),
            Some(true) => word("cli-bench-pass"),
            Some(false) => word("cli-bench-fail"),
        };
        let name = say(&Said::new("cli-bench-figure").arg("figure", self.id));
        [name, value, peer, self.share().map_or_else(dash, hundredths), goal, mark]
    }

    pub(super) fn json(&self) -> Value {
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

/// The figures as a table whose columns stand under each other in a terminal.
pub(super) fn table(figures: &[Figure]) -> String {
    let head = say(&Said::new("cli-bench-columns"));
    let mut rows = vec![head.split('、').map(str::to_owned).collect::<Vec<_>>()];
    rows.extend(figures.iter().map(|figure| figure.cells().to_vec()));
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width_of = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max();
    let widths: Vec<usize> = (0..columns).map(|column| width_of(column).unwrap_or(0)).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).enumerate().map(|(place, (cell, width))| padded(cell, *width, place > 0));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Columns that a text takes in a terminal: two for what isn't ASCII, one for the dash.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() || c == '—' { 1 } else { 2 }).sum()
}

fn padded(text: &str, columns: usize, right: bool) -> String {
    let space = " ".repeat(columns.saturating_sub(width(text)));
    if right { format!("{space}{text}") } else { format!("{text}{space}") }
}

fn hundredths(value: u64) -> String {
    format!("{}.{:02}", value / 100, value % 100)
}

/// Microseconds as milliseconds.
fn millis(micros: u64) -> String {
    format!("{}.{}", micros / 1_000, micros % 1_000 / 100)
}

fn mebibytes(kibibytes: u64) -> String {
    format!("{} MiB", grouped(kibibytes / 1024))
}

/// A number with a comma every three digits.
fn grouped(value: u64) -> String {
    let digits = value.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
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
        assert_eq!(Rate::of(3, Duration::from_secs(2)).shown(), "1.5");
        assert_eq!(grouped(1_234_567), "1,234,567");
    }

    #[test]
    fn memory_is_flat_if_it_grows_by_little() {
        let flat = Figure::new("memory", Measured::Memory(100_000, 108_000), Some(Goal::Growth(10)));
        let grown = Figure::new("memory", Measured::Memory(100_000, 130_000), Some(Goal::Growth(10)));
        assert_eq!((flat.passes(), grown.passes()), (Some(true), Some(false)));
    }
}
