//! Edges of the checks on a text: figures in another unit, a sector's minimum, and what the bureau sees of a renewal.

use law::rules::Profile::Zj;
use negotiation::checks::{self, Finding, Outcome, filed};
use negotiation::command::ChildKind;
use negotiation::terms::{Terms, Unit};

use crate::acts;
use crate::cast::{BOOK, REGION, data_with_county, day, given, given_with, recorder, worker_chief};
use crate::sector::sector;
use crate::who::says;
use crate::wording::{terms, with_lowest};

/// Under shipped data with an invented change of prices.
fn checked(text: &Terms) -> Vec<Finding> {
    let rules = BOOK.current_rules(Zj).unwrap().1;
    let prices = br#"{"kind":"cpi","rows":[
        {"region":"339901","year":2025,"change":20,"doc_no":"d","verified_on":"2026-11-22"}
    ]}"#;
    let data = data_with_county(Some(1)).with_file(prices).unwrap();
    checks::terms::check(rules, &data, REGION, text, day("2026-01-14"))
}

fn outcomes(text: &Terms, rule: &str) -> Vec<Outcome> {
    checked(text).iter().filter(|finding| finding.rule == rule).map(|finding| finding.outcome).collect()
}

/// The text with a figure in another unit.
fn in_unit(key: &str, amount: i64, unit: Unit) -> Terms {
    let mut text = terms();
    let values = text.clauses.iter_mut().flat_map(|clause| &mut clause.values);
    values.filter(|value| value.key == key).for_each(|value| {
        value.amount = amount;
        value.unit = unit;
    });
    text
}

// ZJ-CC 19(2), WN9 7: that every item is there is a finding, too.
#[test]
fn a_whole_text_has_its_items() {
    assert_eq!(outcomes(&terms(), "CHK-WAGE-ITEMS"), [Outcome::Pass]);
}

// LCL 55, ZJ-CC 5(3), LL 44, WN9 8: wages are money, supplements and rises are shares; anything else is no such figure.
#[test]
fn a_figure_in_another_unit_is_none() {
    let in_no_money = in_unit("min_wage", 1, Unit::BasisPoints);
    assert_eq!(outcomes(&in_no_money, "CHK-MINWAGE-STRICT"), [Outcome::Pass], "the lowest grade counts");
    let without_grades = Terms { posts: Vec::new(), ..in_no_money };
    assert_eq!(outcomes(&without_grades, "CHK-MINWAGE-STRICT"), [Outcome::NoData]);
    let overtime = outcomes(&in_unit("ot_workday", 15_000, Unit::Fen), "CHK-OT-MULT");
    assert_eq!(overtime, [Outcome::NoData, Outcome::Pass, Outcome::Pass]);
    assert_eq!(outcomes(&terms(), "CHK-REAL-GROWTH"), [Outcome::Pass]);
    assert_eq!(outcomes(&in_unit("rise", 500, Unit::Count), "CHK-REAL-GROWTH"), [Outcome::NoData]);
}

// LCL 55, ZJ-CC 5(3), 27–28: in a sector a missing item is worth a look, a wage below the minimum is not to be had.
#[test]
fn a_sector_has_no_wage_below_the_minimum() {
    let mut story = sector(Zj).until("negotiating");
    story.agrees_on_the_rise();
    let text = with_lowest(100_000);
    let initial = acts::initial(text.digest().unwrap());
    story.does("2026-01-14 15:00", &recorder(), acts::table_draft(text));
    says(&story.refuses("2026-01-14 15:01", &worker_chief(), initial, "CHK-MINWAGE-STRICT"));
}

// CC22 44, ZJ-CC 30(3): a renewed agreement states wages as the first one did.
#[test]
fn the_bureau_looks_at_the_text_of_a_renewal() {
    let rules = BOOK.current_rules(Zj).unwrap().1;
    let renewal = acts::open_under(Zj, acts::parent(ChildKind::Renewal, None));
    for story in [given(Zj), given_with(&BOOK, renewal)] {
        let story = story.until("filed");
        let findings = filed::check(rules, &data_with_county(Some(1)), story.case(), day("2026-01-20"));
        for rule in ["CHK-MINWAGE-STRICT", "CHK-WAGE-ITEMS", "CHK-TERM-1-3Y"] {
            assert!(findings.iter().any(|finding| finding.rule == rule), "{rule}");
        }
    }
}
