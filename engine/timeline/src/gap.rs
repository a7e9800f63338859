//! Asks and offers by clause, and where they met.

use std::collections::BTreeMap;

use law::time::Moment;
use negotiation::terms::Value;
use negotiation::{Event, Negotiation, Side};

use crate::model::{Agreed, Amount, Figure, Gap, Offer, SessionRow};
use crate::record::Record;
use crate::teller::Teller;

/// Headings of clauses by id, from the newest draft that has the clause.
pub(crate) fn headings(records: &[Record]) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    for event in records.iter().flat_map(|record| &record.events) {
        if let Event::DraftTabled(e) = event {
            let clauses = e.terms.clauses.iter();
            out.extend(clauses.map(|clause| (clause.id.clone(), clause.heading.clone())));
        }
    }
    out
}

/// Every clause that was on the table, in the order in which the clauses came up.
pub(crate) fn clauses(
    teller: &Teller<'_>,
    n: &Negotiation,
    records: &[Record],
    headings: &BTreeMap<String, String>,
) -> Vec<Gap> {
    let mut out: Vec<Gap> = Vec::new();
    let mut accepted: BTreeMap<&str, Side> = BTreeMap::new();
    for event in records.iter().flat_map(|record| &record.events) {
        if let Event::PositionAccepted(e) = event {
            accepted.insert(&e.clause, e.side);
        } else if let Event::PackageAccepted(e) = event {
            let package = n.table.package(e.package);
            let items = package.map(|package| package.items.as_slice()).unwrap_or_default();
            accepted.extend(items.iter().map(|item| (item.clause.as_str(), e.side)));
        }
        for word in words(event) {
            let at = out.iter().position(|gap| gap.clause == word.clause).unwrap_or(out.len());
            if at == out.len() {
                out.push(Gap {
                    clause: word.clause.to_owned(),
                    heading: headings.get(word.clause).cloned().unwrap_or_else(|| word.clause.to_owned()),
                    figures: Vec::new(),
                    series: Vec::new(),
                    agreed: None,
                });
            }
            add_figures(teller, &mut out[at].figures, word.text, word.values);
            out[at].series.push(word.offer(teller));
        }
    }
    for gap in &mut out {
        gap.agreed = n.table.agreed.get(&gap.clause).map(|agreed| Agreed {
            session: agreed.session,
            at: agreed.at,
            accepted_by: accepted.get(gap.clause.as_str()).copied().unwrap_or(Side::None),
            values: amounts(&agreed.values),
            text: teller.filled(&agreed.text, &agreed.values),
        });
    }
    out
}

/// What a side says on one clause, by itself or in a package.
struct Word<'a> {
    at: Moment,
    clause: &'a str,
    session: u32,
    side: Side,
    text: &'a str,
    values: &'a [Value],
}

impl Word<'_> {
    fn offer(&self, teller: &Teller<'_>) -> Offer {
        Offer {
            session: self.session,
            at: self.at,
            side: self.side,
            values: amounts(self.values),
            text: teller.filled(self.text, self.values),
        }
    }
}

fn words(event: &Event) -> Vec<Word<'_>> {
    if let Event::PositionTabled(e) = event {
        let (clause, text, values) = (e.clause.as_str(), e.text.as_str(), e.values.as_slice());
        return vec![Word { at: e.at, clause, session: e.session, side: e.side, text, values }];
    }
    if let Event::PackageTabled(e) = event {
        let items = e.items.iter().map(|item| Word {
            at: e.at,
            clause: &item.clause,
            session: e.session,
            side: e.side,
            text: &item.text,
            values: &item.values,
        });
        return items.collect();
    }
    Vec::new()
}

/// Adds the figures of a position that are new to the clause.
fn add_figures(teller: &Teller<'_>, figures: &mut Vec<Figure>, text: &str, values: &[Value]) {
    for value in values {
        if !figures.iter().any(|known| known.key == value.key && known.unit == value.unit) {
            figures.push(Figure {
                key: value.key.clone(),
                unit: value.unit,
                name: figure_name(teller, text, &value.key),
            });
        }
    }
}

/// A well-known figure has a name of its own; any other is called by the words that stand before it in the clause.
fn figure_name(teller: &Teller<'_>, text: &str, key: &str) -> String {
    let known = format!("timeline-figure-{}", key.replace('_', "-"));
    if teller.catalogue.has(&known) {
        return teller.key(known);
    }
    let linking = teller.key("timeline-figure-linking");
    let before = text.split_once(&format!("{{{key}}}")).map(|(before, _)| before);
    let words = before.and_then(|before| before.rsplit(|c: char| !c.is_alphanumeric()).next());
    let words = words.map(|words| words.trim_end_matches(|c| linking.contains(c)));
    words.filter(|words| !words.is_empty()).unwrap_or(key).to_owned()
}

fn amounts(values: &[Value]) -> Vec<Amount> {
    let amount =
        |value: &Value| Amount { key: value.key.clone(), unit: value.unit, amount: value.amount, text: value.text() };
    values.iter().map(amount).collect()
}

/// Sessions held.
pub(crate) fn sessions(n: &Negotiation) -> Vec<SessionRow> {
    let row = |session: &negotiation::state::Session| SessionRow {
        number: session.number,
        on: session.opened_at.date(),
        place: session.place.clone(),
        confirmed: session.is_confirmed(),
    };
    n.sessions.iter().map(row).collect()
}
