//! What platform agreements add to a text, and the platform's own ways: NF24 (guidance), ZJ-TU 14(3).

use law::money::Fen;
use law::rules::Profile::Zj;
use negotiation::command::{CongressForm, OpenCase, Scope};
use negotiation::terms::{
    AlgorithmItem, Chapter, Insurance, InsuranceKind, PriceCondition, PriceUnit, Terms, UnitPrice, chapters, check,
};

use crate::acts::{self, submit_as};
use crate::cast::{BOOK, Story, agent, given, given_with, union_chair};
use crate::sector::notes;
use crate::who::says;
use crate::wording::terms;

/// A change that puts a text out of form.
type Breaking = fn(&mut Terms);

fn delivery() -> Terms {
    Terms {
        algorithm_items: vec![AlgorithmItem {
            id: "delivery-time".to_owned(),
            new: "按骑行距离和门禁等待时间计算，恶劣天气延长三成".to_owned(),
            notice_days: 7,
            old: Some("按历史最短用时计算".to_owned()),
            parameter: "预计送达时间".to_owned(),
            rule: "预计送达时间取中位数，不取最短用时。".to_owned(),
        }],
        insurance: vec![Insurance {
            id: "injury".to_owned(),
            kind: InsuranceKind::OccupationalInjury,
            words: "为全体配送员办理，费用由企业方承担。".to_owned(),
        }],
        unit_prices: vec![UnitPrice {
            amount: Fen(450),
            condition: PriceCondition::Weather,
            id: "weather".to_owned(),
            name: "恶劣天气配送".to_owned(),
            per: PriceUnit::Order,
        }],
        ..terms()
    }
}

// Rule of the platform: texts of before keep their digests: what a text doesn't have is left out of its bytes.
#[test]
fn a_text_without_platform_items_has_the_bytes_it_always_had() {
    let text = String::from_utf8(ledger::canonical::to_vec(&terms()).unwrap()).unwrap();
    for key in ["algorithm_items", "insurance", "unit_prices"] {
        assert!(!text.contains(key), "{key}");
    }
    assert_eq!(
        terms().digest().unwrap().to_string(),
        "ccffbfeb666380fb60dab91f9af7146e7ba93322a33f9be659b0eb271d51331f"
    );
}

// NF24 3: rules and algorithms are agreed on; so they are in the text that is voted and signed (ZJ-CC 24).
#[test]
fn every_platform_item_is_part_of_what_is_voted_and_signed() {
    let whole = delivery();
    let changes: [fn(&mut Terms); 6] = [
        |text| text.algorithm_items[0].new = "不变".to_owned(),
        |text| text.algorithm_items[0].notice_days = 8,
        |text| text.algorithm_items.clear(),
        |text| text.insurance[0].kind = InsuranceKind::Accident,
        |text| text.unit_prices[0].amount = Fen(451),
        |text| text.unit_prices[0].condition = PriceCondition::Peak,
    ];
    for change in changes {
        let mut text = delivery();
        change(&mut text);
        assert_ne!(text.digest().unwrap(), whole.digest().unwrap());
    }
    let bytes = ledger::canonical::to_vec(&whole).unwrap();
    assert_eq!(serde_json::from_slice::<Terms>(&bytes).unwrap(), whole);
}

// Rule of the platform: where the chapters of platform agreements stand in the printed text.
#[test]
fn clauses_on_prices_and_insurance_have_chapters_of_their_own_in_their_place() {
    let mut text = delivery();
    text.clauses[0].chapter = Chapter::Insurance;
    text.clauses[1].chapter = Chapter::PlatformRules;
    let order: Vec<Chapter> = chapters(&text).iter().map(|chapter| chapter.chapter).collect();
    let place = |wanted| order.iter().position(|chapter| *chapter == wanted).unwrap();
    assert!(place(Chapter::PlatformRules) < place(Chapter::Payment));
    assert!(place(Chapter::LeaveAndSpecial) < place(Chapter::Insurance));
}

// Rule of the platform: the form of a text: no law, only what a text must be to be one.
#[test]
fn platform_items_out_of_form_are_refused_with_their_place() {
    let broken: [(Breaking, &str); 9] = [
        (|text| text.unit_prices[0].amount = Fen(-1), "terms-price"),
        (|text| text.unit_prices[0].id = "Weather".to_owned(), "terms-id"),
        (|text| text.unit_prices.push(text.unit_prices[0].clone()), "terms-twice"),
        (|text| text.unit_prices[0].name = String::new(), "terms-empty"),
        (|text| text.algorithm_items[0].rule = " ".to_owned(), "terms-empty"),
        (|text| text.algorithm_items[0].parameter = "长".repeat(201), "terms-long"),
        (|text| text.algorithm_items = vec![text.algorithm_items[0].clone(); 101], "terms-many"),
        (|text| text.insurance[0].words = "长".repeat(5_001), "terms-long"),
        (|text| text.insurance[0].words = String::new(), "terms-empty"),
    ];
    for (break_it, kind) in broken {
        let mut text = delivery();
        break_it(&mut text);
        let fault = check(&text).unwrap_err();
        assert_eq!(fault.kind, kind);
        says(&fault.into());
    }
    check(&delivery()).unwrap();
}

// A slip of the pen changes no price, no parameter, no insurance (ZJ-CC 34, 24).
#[test]
fn a_price_is_no_slip_of_the_pen() {
    let mut story = given(Zj).until("negotiating");
    story.agrees_on_the_rise();
    story.initials("2026-01-14 15:00", delivery());
    let mut story = story.until("objected");
    let mut changed = delivery();
    changed.unit_prices[0].amount = Fen(440);
    let slips = acts::table_slips(changed);
    says(&story.refuses("2026-01-22 09:00", &crate::cast::recorder(), slips, "TEXT-CHANGED"));
}

fn platform(open: OpenCase) -> Story {
    given_with(&BOOK, acts::opened(OpenCase { scope: Scope::Platform, ..open }))
}

// A platform firm alone has its own congress; with partner firms those of ZJ-CC 29 too.
#[test]
fn a_platform_adopts_in_its_own_congress_or_with_its_partners() {
    for (open, forms) in [
        (acts::opening(Zj), vec![CongressForm::Congress, CongressForm::AllStaff]),
        (
            acts::wide_opening(Zj, Scope::Platform),
            vec![CongressForm::Congress, CongressForm::SectorCongress, CongressForm::EachEmployer],
        ),
    ] {
        for form in forms {
            let mut story = platform(open.clone()).until("drafted");
            let submit = submit_as(form, story.text());
            story.does("2026-01-15 09:00", &union_chair(), submit);
        }
    }
    let mut alone = platform(acts::opening(Zj)).until("drafted");
    let each = submit_as(CongressForm::EachEmployer, alone.text());
    says(&alone.refuses("2026-01-15 09:00", &union_chair(), each, "FACT-CONGRESS"));
    alone.does("2026-01-15 09:01", &agent(), acts::add_coverage("first"));
    let each = submit_as(CongressForm::EachEmployer, alone.text());
    alone.does("2026-01-15 09:02", &union_chair(), each);
}

// ZJ-CC 35; NF24 asks for ten days besides: it is guidance, so later is noted and nothing else.
#[test]
fn a_platform_agreement_published_after_ten_days_is_noted() {
    for (at, noted) in [("2026-01-30 09:00", false), ("2026-01-31 23:59", false), ("2026-02-01 00:00", true)] {
        let mut story = platform(acts::opening(Zj)).until("effective");
        let publish = acts::publish(story.text());
        let events = story.does(at, &agent(), publish.clone());
        assert_eq!(notes(&events, "CHK-PLATFORM-PUBLISH"), noted, "{at}");
        let mut story = given(Zj).until("effective");
        assert!(!notes(&story.does(at, &agent(), publish), "CHK-PLATFORM-PUBLISH"));
    }
}
