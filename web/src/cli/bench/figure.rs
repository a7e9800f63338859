//! How measured figures are shown.

use gauge::{Figure, Goal, Measured, Rate};
use messages::Said;

use crate::catalogue::{say, word};

fn shown(rate: Rate) -> String {
    if rate.tenths >= 10_000 { grouped(rate.tenths / 10) } else { format!("{}.{}", rate.tenths / 10, rate.tenths % 10) }
}

fn cells(figure: &Figure) -> [String; 6] {
    let dash = || "—".to_owned();
    let (value, peer) = match figure.measured {
        Measured::Alone(rate) => (shown(rate), dash()),
        Measured::Beside(own, peer) => (shown(own), shown(peer)),
        Measured::Latency { median, last } => (millis(last), millis(median)),
        Measured::Memory(start, end) => (mebibytes(end), mebibytes(start)),
    };
    let goal = match figure.goal {
        None => dash(),
        Some(Goal::Rate(least)) => say(&Said::new("cli-bench-goal-rate").arg("least", grouped(least))),
        Some(Goal::Share(least)) => say(&Said::new("cli-bench-goal-share").arg("least", hundredths(least))),
        Some(Goal::Micros(most)) => say(&Said::new("cli-bench-goal-millis").arg("most", millis(most))),
        Some(Goal::Growth(most)) => say(&Said::new("cli-bench-goal-growth").arg("most", hundredths(100 + most))),
    };
    let mark = match figure.passes() {
        None => dash(),
        Some(true) => word("cli-bench-pass"),
        Some(false) => word("cli-bench-fail"),
    };
    let name = say(&Said::new("cli-bench-figure").arg("figure", figure.id));
    [name, value, peer, figure.share().map_or_else(dash, hundredths), goal, mark]
}

/// The figures as a table whose columns stand under each other in a terminal.
pub(super) fn table(figures: &[Figure]) -> String {
    let head = say(&Said::new("cli-bench-columns"));
    let mut rows = vec![head.split('、').map(str::to_owned).collect::<Vec<_>>()];
    rows.extend(figures.iter().map(|figure| cells(figure).to_vec()));
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
    fn rates_are_shown_in_groups_or_with_a_tenth() {
        assert_eq!(shown(Rate { tenths: 15 }), "1.5");
        assert_eq!(shown(Rate { tenths: 12_345_678 }), "1,234,567");
    }
    #[test]
    fn every_figure_of_the_store_has_words_of_its_own() {
        let named = |id: &'static str| say(&Said::new("cli-bench-figure").arg("figure", id));
        let ids = [
            "store_1",
            "store_16",
            "store_64",
            "store_512",
            "store_1_latency",
            "store_16_latency",
            "store_64_latency",
            "store_512_latency",
            "store_hot",
            "store_hot_bare",
            "store_hot_latency",
            "store_grown",
            "store_grown_server",
            "store_standby",
            "door_64",
            "door_64_latency",
        ];
        for id in ids {
            assert_ne!(named(id), named("memory"), "{id}");
        }
    }
}
