//! Checks on the text, as they come out at the initials.

use law::money::Fen;
use law::rules::Profile::{self, Cn, Zj};
use negotiation::checks::Outcome;
use negotiation::terms::{Term, Terms, WageItem};
use negotiation::{Event, LawBook, Refusal};

use crate::acts;
use crate::cast::{
    BOOK, Story, data_with_county, day, employer_chief, given, given_with, moment, recorder, worker_chief,
};
use crate::who::{complete, says};
use crate::wording::{self, terms, with_figure, with_lowest, without};

fn initialled_in(mut story: Story, text: &Terms) -> Result<Vec<Event>, Refusal> {
    let initial = acts::initial(text.digest().unwrap());
    story.does("2026-01-14 12:00", &recorder(), acts::close());
    story.does("2026-01-14 13:00", &worker_chief(), acts::confirm_minutes(1));
    story.does("2026-01-14 14:00", &employer_chief(), acts::confirm_minutes(1));
    story.attempt(moment("2026-01-14 15:00"), &recorder(), acts::table_draft(text.clone()))?;
    story.attempt(moment("2026-01-14 15:01"), &worker_chief(), initial.clone())?;
    let records = story.attempt(moment("2026-01-14 15:02"), &employer_chief(), initial)?;
    Ok(records.into_iter().flat_map(|record| record.events).collect())
}

fn initialled(profile: Profile, text: &Terms) -> Result<Vec<Event>, Refusal> {
    initialled_in(given(profile).until("negotiating"), text)
}

fn refused(outcome: Result<Vec<Event>, Refusal>, rule: &str) {
    let refusal = outcome.unwrap_err();
    assert_eq!(refusal.rule, rule);
    says(&refusal);
}

fn noted(events: &[Event], rule: &str) -> Vec<Outcome> {
    events
        .iter()
        .filter_map(|event| match event {
            Event::CheckNoted(noted) if noted.finding.rule == rule => Some(noted.finding.outcome),
            _ => None,
        })
        .collect()
}

// ZJ-CC 19(2), WN9 7: in Zhejiang every item must be there; the national list says what is usual.
#[test]
fn every_mandatory_item_is_missed_in_zhejiang_and_noted_elsewhere() {
    use WageItem as Item;
    for item in [
        Item::LabourQuota,
        Item::Distribution,
        Item::AverageWage,
        Item::Payment,
        Item::OvertimeAllowanceBonus,
        Item::Adjustment,
        Item::LeavePay,
        Item::SpecialPay,
        Item::Change,
        Item::End,
        Item::Liability,
    ] {
        refused(initialled(Zj, &without(item)), "CHK-WAGE-ITEMS");
    }
    let events = initialled(Cn, &without(WageItem::Payment)).unwrap();
    assert_eq!(noted(&events, "CHK-WAGE-ITEMS"), [Outcome::Amber]);
}

// ZJ-CC 19(2)(1): an item that doesn't apply is covered by a clause that says so.
#[test]
fn an_item_that_does_not_apply_is_covered_by_a_clause_that_says_so() {
    let mut text = terms();
    text.clauses[0].text = "本单位没有实行劳动定额和计件工资。".to_owned();
    text.clauses[0].not_applicable = Some("没有计件岗位".to_owned());
    initialled(Zj, &text).unwrap();
}

// ZJ-CC 5(3): higher than the local minimum, so the same amount fails; LCL 55: not lower, so it passes.
#[test]
fn pay_equal_to_the_local_minimum_fails_in_zhejiang_and_passes_elsewhere() {
    refused(initialled(Zj, &with_lowest(249_000)), "CHK-MINWAGE-STRICT");
    initialled(Zj, &with_lowest(249_001)).unwrap();
    initialled(Cn, &with_lowest(249_000)).unwrap();
    refused(initialled(Cn, &with_lowest(248_999)), "CHK-MINWAGE-STRICT");
}

// LCL 55: every grade of every post counts, not only the stated minimum.
#[test]
fn a_grade_below_the_local_minimum_fails() {
    let mut text = terms();
    text.posts[0].grades[0].base_low = Fen(249_000);
    refused(initialled(Zj, &text), "CHK-MINWAGE-STRICT");
}

// ZJ-CC 5(3): compared with the local minimum; where nobody published one, that is shown.
#[test]
fn without_a_local_minimum_the_check_is_shown_and_blocks_nothing() {
    let book = LawBook::new([Zj], data_with_county(None)).unwrap();
    let story = given_with(&book, acts::open_case(Zj)).until("negotiating");
    let events = initialled_in(story, &with_lowest(1)).unwrap();
    assert_eq!(noted(&events, "CHK-MINWAGE-STRICT"), [Outcome::NoData]);
}

// LL 44, WP 13: 150, 200 and 300 percent at least.
#[test]
fn overtime_below_the_law_fails() {
    for (key, least) in [("ot_workday", 15_000), ("ot_rest_day", 20_000), ("ot_holiday", 30_000)] {
        refused(initialled(Zj, &with_figure(key, least - 1)), "CHK-OT-MULT");
        initialled(Zj, &with_figure(key, least + 1)).unwrap();
    }
}

// ZJ-CC 30(1): one to three years is a breach elsewhere; CC22 38 says normally.
#[test]
fn a_term_outside_one_to_three_years_is_on_record() {
    let of = |term| Terms { term, ..terms() };
    let dates = |from, to| Term::Dates { from: day(from), to: day(to) };
    for (profile, term, expected) in [
        (Zj, Term::Months { months: 11 }, vec![Outcome::Breach]),
        (Zj, Term::Months { months: 37 }, vec![Outcome::Breach]),
        (Zj, Term::Months { months: 36 }, vec![]),
        (Cn, Term::Months { months: 11 }, vec![Outcome::Amber]),
        (Zj, dates("2026-03-18", "2027-03-17"), vec![]),
        (Zj, dates("2026-03-18", "2027-03-16"), vec![Outcome::Breach]),
    ] {
        let events = initialled(profile, &of(term)).unwrap();
        assert_eq!(noted(&events, "CHK-TERM-1-3Y"), expected, "{term:?}");
    }
}

// ZJ-TU 13(6): a higher grade with a smaller allowance is worth a look.
#[test]
fn an_allowance_that_falls_with_the_grade_is_noted() {
    let mut text = terms();
    text.posts[0].grades[2].allowance = Fen(100);
    let events = initialled(Zj, &text).unwrap();
    assert_eq!(noted(&events, "CHK-GRADE-MONOTONE"), [Outcome::Amber]);
    assert_eq!(noted(&initialled(Zj, &terms()).unwrap(), "CHK-GRADE-MONOTONE"), []);
}

// WN9 8: guideline and prices are looked at where there are any.
#[test]
fn figures_that_nobody_published_are_shown_and_block_nothing() {
    let events = initialled(Zj, &terms()).unwrap();
    assert_eq!(noted(&events, "CHK-GUIDELINE"), [Outcome::NoData]);
    assert_eq!(noted(&events, "CHK-REAL-GROWTH"), [Outcome::NoData]);
}

// Rule of the platform: whatever a check finds says what was found, what is required and what to do.
#[test]
fn the_same_finding_has_texts_for_every_outcome() {
    let data = data_with_county(Some(1));
    for profile in [Cn, Zj] {
        let (_, rules) = BOOK.current_rules(profile).unwrap();
        let mut bare = terms();
        bare.clauses.retain(|clause| clause.id == "quota");
        bare.posts.clear();
        for text in [terms(), bare, with_lowest(1), wording::with_figure("ot_holiday", 1)] {
            for region in [crate::cast::REGION, "999999"] {
                for finding in negotiation::checks::terms::check(rules, &data, region, &text, day("2026-01-14")) {
                    if finding.outcome != Outcome::Pass {
                        complete([finding.found(), finding.required(), finding.remedy()]);
                    }
                }
            }
        }
    }
}

// Rule of the platform: the form of a text: no law, only what a text must be to be one.
#[test]
fn a_text_out_of_form_is_refused_with_its_place() {
    let broken: [fn(&mut Terms); 9] = [
        |text| text.clauses.clear(),
        |text| text.clauses[0].id = "Quota".to_owned(),
        |text| text.clauses[1].id = "quota".to_owned(),
        |text| text.title = "长".repeat(201),
        |text| text.clauses[1].text = "没有数额。".to_owned(),
        |text| text.posts[0].grades.swap(0, 1),
        |text| text.posts[0].grades[0].base_high = Fen(1),
        |text| text.posts = vec![text.posts[0].clone(); 101],
        |text| text.coverage = " ".to_owned(),
    ];
    for break_it in broken {
        let mut text = terms();
        break_it(&mut text);
        refused(initialled(Zj, &text), "TERMS-FORM");
    }
}

// Rule of the platform: amounts are numbers that every reader holds exactly.
#[test]
fn an_amount_beyond_all_bounds_is_refused() {
    let mut story = given(Zj).until("negotiating");
    for amount in [i64::MAX, i64::MIN, 1_000_000_000_000_001] {
        let mut text = terms();
        text.posts[0].grades[0].allowance = Fen(amount);
        says(&story.refuses("2026-01-14 15:00", &recorder(), acts::table_draft(text), "TERMS-FORM"));
    }
}

// Rule of the platform: what is printed is what was voted, so nothing invisible stands in it.
#[test]
fn invisible_characters_are_refused_with_place_and_code_point() {
    let mut story = given(Zj).until("negotiating");
    let mut text = terms();
    text.clauses[3].heading = "支付\u{202E}办法".to_owned();
    let refusal = story.refuses("2026-01-14 15:00", &recorder(), acts::table_draft(text), "TEXT-CHARACTER");
    says(&refusal);
    let figure = |name: &str| refusal.figures.iter().find(|(key, _)| key == name).map(|(_, word)| word.clone());
    assert_eq!(figure("code"), Some(messages::Word::Text("U+202E".to_owned())));
    assert_eq!(figure("place"), Some(messages::Word::Text("with.terms.clauses[3].heading".to_owned())));
}
