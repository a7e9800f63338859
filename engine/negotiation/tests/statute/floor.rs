//! An enterprise's agreement against the sector or region agreement that covers it: LCL 54(2), 55, HZ 35, NB 32.

use law::money::Fen;
use law::rules::Profile::{Cn, Hz, Nb, Zj};
use negotiation::checks::Outcome;
use negotiation::terms::{Chapter, Clause, Terms, Unit, Value, WageItem, figure};
use negotiation::{Event, Floor, Refusal};

use crate::acts;
use crate::cast::{Story, employer_chief, given, moment, recorder, worker_chief};
use crate::who::says;
use crate::wording::{terms, with_figure};

fn floor(key: &str, amount: i64, unit: Unit) -> Floor {
    Floor { agreement: acts::digest("sector agreement"), amount, key: key.to_owned(), unit }
}

/// Initialled under floors that a sector agreement sets.
fn initialled(mut story: Story, floors: Vec<Floor>, text: &Terms) -> Result<Vec<Event>, Refusal> {
    story.agrees_on_the_rise();
    story.facts.floors = floors;
    let initial = acts::initial(text.digest().unwrap());
    story.does("2026-01-14 15:00", &recorder(), acts::table_draft(text.clone()));
    story.attempt(moment("2026-01-14 15:01"), &worker_chief(), initial.clone())?;
    let records = story.attempt(moment("2026-01-14 15:02"), &employer_chief(), initial)?;
    Ok(records.into_iter().flat_map(|record| record.events).collect())
}

fn noted(events: &[Event]) -> Vec<Outcome> {
    let outcome = |event: &Event| match event {
        Event::CheckNoted(noted) if noted.finding.rule == "CHK-INDUSTRY-FLOOR" => Some(noted.finding.outcome),
        _ => None,
    };
    events.iter().filter_map(outcome).collect()
}

// HZ 35, NB 32, LCL 55: equal or better; a fen less is void.
#[test]
fn a_text_below_the_floor_of_its_sector_is_refused_and_an_equal_one_passes() {
    for profile in [Cn, Zj, Hz, Nb] {
        let set = || vec![floor(figure::MIN_WAGE, 265_000, Unit::Fen)];
        let with = |amount| {
            let mut text = with_figure("min_wage", amount);
            text.posts.clear();
            text
        };
        let story = || given(profile).until("negotiating");
        let refusal = initialled(story(), set(), &with(264_999)).unwrap_err();
        assert_eq!(refusal.rule, "CHK-INDUSTRY-FLOOR");
        says(&refusal);
        assert_eq!(noted(&initialled(story(), set(), &with(265_000)).unwrap()), []);
        assert_eq!(noted(&initialled(story(), set(), &with(265_001)).unwrap()), []);
    }
}

// LCL 55: every grade of every post counts for the lowest wage.
#[test]
fn a_grade_below_the_floor_of_the_sector_is_refused() {
    let mut text = with_figure("min_wage", 300_000);
    text.posts[0].grades[0].base_low = Fen(264_999);
    let floors = vec![floor(figure::MIN_WAGE, 265_000, Unit::Fen)];
    let refusal = initialled(given(Zj).until("negotiating"), floors, &text).unwrap_err();
    assert_eq!(refusal.rule, "CHK-INDUSTRY-FLOOR");
}

// LCL 55, HZ 35, NB 32: figures are compared; where the text states none in that unit, that is shown.
#[test]
fn a_figure_that_the_text_does_not_state_is_shown_and_blocks_nothing() {
    for floors in [vec![floor("piece_rate", 120, Unit::Fen)], vec![floor(figure::RISE, 500, Unit::Count)]] {
        let events = initialled(given(Zj).until("negotiating"), floors, &terms()).unwrap();
        assert_eq!(noted(&events), [Outcome::NoData]);
        for event in &events {
            if let Event::CheckNoted(noted) = event {
                crate::who::complete([noted.finding.found(), noted.finding.required(), noted.finding.remedy()]);
            }
        }
    }
}

// LCL 55, HZ 35, NB 32: equal or better, in the rise of wages as in their minimum.
#[test]
fn another_figure_has_its_floor_too() {
    let floors = |amount| vec![floor(figure::RISE, amount, Unit::BasisPoints)];
    let story = || given(Zj).until("negotiating");
    says(&initialled(story(), floors(501), &terms()).unwrap_err());
    initialled(story(), floors(500), &terms()).unwrap();
}

// LCL 54(2), LCL 55: what a sector grants is a floor; its averages, deductions, days and liability are none.
#[test]
fn the_text_of_a_sector_names_its_floors_itself() {
    let mut text = terms();
    text.posts.clear();
    let clause = |id: &str, item, values: &[(&str, i64, Unit)]| Clause {
        chapter: Chapter::WageStandard,
        heading: id.to_owned(),
        id: id.to_owned(),
        item: Some(item),
        not_applicable: None,
        text: values.iter().map(|(key, ..)| format!("{{{key}}}")).collect(),
        values: values
            .iter()
            .map(|(key, amount, unit)| Value { amount: *amount, key: (*key).to_owned(), unit: *unit })
            .collect(),
    };
    let (fen, share, count) = (Unit::Fen, Unit::BasisPoints, Unit::Count);
    text.clauses = vec![
        clause(
            "pay",
            WageItem::Distribution,
            &[("min_wage", 262_000, fen), ("seniority", 5_000, fen), ("years", 20, count)],
        ),
        clause("average", WageItem::AverageWage, &[("average_after", 600_000, fen), ("rise", 450, share)]),
        clause("paid", WageItem::Payment, &[("deduct", 2_000, share), ("fine", 10_000, fen)]),
        clause("leave", WageItem::LeavePay, &[("trial", 8_000, share)]),
        clause("again", WageItem::SpecialPay, &[("trial", 7_000, share)]),
        clause("liability", WageItem::Liability, &[("damages", 20_000, fen), ("cure", 7, count)]),
    ];
    let agreement = text.digest().unwrap();
    let floor = |key: &str, amount, unit| Floor { agreement, amount, key: key.to_owned(), unit };
    let floors = [
        floor("min_wage", 262_000, fen),
        floor("seniority", 5_000, fen),
        floor("rise", 450, share),
        floor("trial", 8_000, share),
    ];
    assert_eq!(negotiation::checks::floor::of(&text).unwrap(), floors);
    let found = negotiation::checks::floor::check(&floors, &text);
    assert!(found.iter().all(|finding| finding.outcome == Outcome::Pass), "{found:?}");
}
