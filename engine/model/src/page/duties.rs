//! Deadlines: how much, from when, what follows, where it stands, how well that was checked.

use law::citation::{Mark, display_all_zh};
use law::deadline::DeadlineRule;
use law::rules::{Direction, Period, Rules, Source};
use messages::{Catalogue, Said};

use super::{code, columns, named};

/// One line a rule; a rule that the profile doesn't have says why.
pub(super) fn table(words: &Catalogue, rules: &Rules) -> String {
    let columns = columns(words, "deadlines");
    let rows: Vec<Vec<String>> =
        DeadlineRule::ALL.iter().map(|rule| line(words, rules, *rule, columns.len())).collect();
    super::table(&columns, &rows)
}

fn line(words: &Catalogue, rules: &Rules, rule: DeadlineRule, width: usize) -> Vec<String> {
    let id = rule.to_string();
    let mut cells = vec![code(&id), named(words, "law-page-rule", "rule", &id)];
    match rule.period(rules) {
        Ok(period) => cells.extend(there_is(words, period)),
        Err(none) => {
            cells.push(words.say(&Said::new("law-page-none").arg("reason", words.say(&none.reason))));
            cells.resize(7, "—".to_owned());
            cells.push(display_all_zh(&none.citation));
            cells.resize(width, "—".to_owned());
        }
    }
    cells
}

fn there_is(words: &Catalogue, period: &Period) -> [String; 10] {
    let amount = |amount: u16, unit: law::rules::Unit| {
        words.say(&Said::new("law-page-amount").arg("amount", amount).arg("unit", unit.word()))
    };
    let direction = match period.direction {
        Direction::Before => "before",
        Direction::After => "after",
    };
    let amber = period.amber.as_ref().map_or_else(dash, |amber| {
        format!("{}（{}）", amount(amber.amount, amber.unit), display_all_zh(&amber.citation))
    });
    let source = &period.source;
    let readings = source.our_reading.iter().map(|field| named(words, "law-page-reading", "field", field));
    let readings: Vec<String> = readings.collect();
    let readings = if readings.is_empty() { dash() } else { readings.join("、") };
    [
        amount(period.amount, period.unit),
        named(words, "law-page-direction", "direction", direction),
        words.say(&Said::new("law-anchor").arg("anchor", period.anchor.word())),
        named(words, "law-page-kind", "kind", period.kind.word()),
        amber,
        display_all_zh(&source.citation),
        in_force(source),
        mark(source.mark).to_owned(),
        source.verified_on.to_string(),
        readings,
    ]
}

fn dash() -> String {
    "—".to_owned()
}

fn in_force(source: &Source) -> String {
    source.in_force_to.map_or_else(|| source.in_force_from.to_string(), |to| format!("{}–{to}", source.in_force_from))
}

const fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::V => "V",
        Mark::Vx => "Vx",
        Mark::N => "N",
        Mark::M => "M",
        Mark::P => "P",
    }
}
