//! Edges of lists: how representatives were chosen, whom a sector agreement covers, and what checks say of a text.

use law::rules::Profile::{Cn, Hz, Nb, Zj};
use negotiation::checks::{Outcome, election, filed};
use negotiation::command::{
    CongressForm, CoveredEmployer, FactChange, Member, OpenCase, RegisterReps, Scope, Selection, SelectionMethod,
    Treatment,
};
use negotiation::terms::{Unit, WageItem};
use negotiation::{Event, Floor};

use crate::acts::{self, own_vote, submit_as};
use crate::cast::{
    BOOK, Story, agent, clerk, day, employer_chief, given, given_with, legal_rep, union_chair, worker_chief, worker_rep,
};
use crate::corrections_aside::refused;
use crate::edges_letters::figure;
use crate::sector::{notes, sector};
use crate::who::says;
use crate::wording::terms;

const AT: &str = "2026-01-05 09:00";

fn chosen_by(selection: Selection) -> negotiation::Command {
    acts::reps(&RegisterReps { selection, ..acts::workers() })
}

// ZJ-CC 10(2): elected by more than half, and shown by its record.
#[test]
fn an_election_is_shown_by_its_record() {
    for record in [None, Some(ledger::Digest::ZERO)] {
        let unproved = chosen_by(Selection { record, ..acts::elected() });
        says(&given(Zj).refuses(AT, &union_chair(), unproved, "CHK-REP-ELECTED"));
    }
}

// CC22 20, NB 9: of nobody there is no half.
#[test]
fn nobody_elects_where_nobody_is_counted() {
    let mut open = acts::opening(Cn);
    open.union.guiding = true;
    open.union.chair = crate::cast::person("u1");
    let mut story = Story::unopened(&BOOK);
    story.does("2026-01-05 08:00", &crate::cast::higher_union(), acts::opened(open));
    let method = SelectionMethod::RecommendedByWorkers;
    let nobody = Selection { method, total: Some(0), votes: Some(0), ..acts::elected() };
    says(&story.refuses(AT, &crate::cast::higher_union(), chosen_by(nobody), "CHK-REP-ELECTED"));
}

// ZJ-CC 12, ZJ-DM 30: more votes than voters are no election.
#[test]
fn a_sector_elects_with_no_more_votes_than_voters() {
    let more = Selection { total: Some(60), votes: Some(61), ..acts::elected() };
    says(&sector(Zj).refuses(AT, &union_chair(), chosen_by(more), "CHK-REP-ELECTED"));
}

// CC22 20(2), ZJ-CC 13: who becomes chief was elected with the list; no second election is asked for.
#[test]
fn who_passes_on_the_chiefs_part_was_elected_already() {
    let mut story = given(Zj).until("ready");
    let member = Member { chief: true, mandate: Some(acts::digest("mandate")), ..acts::member("w2") };
    let selection = Selection { record: None, total: None, votes: None, ..acts::elected() };
    story.does(
        "2026-01-15 09:00",
        &union_chair(),
        acts::replaces(negotiation::command::ReplaceRep { selection, ..acts::replacement(member, "w1") }),
    );
}

// ZJ-CC 10(2), 13: the list with a new one on it is looked at as a new list is.
#[test]
fn a_replacement_that_leaves_no_woman_is_worth_a_look() {
    let mut story = given(Zj).until("ready");
    let events = story.does("2026-01-15 09:00", &union_chair(), acts::replace(acts::member("w7"), "w2"));
    assert!(notes(&events, "CHK-REP-WOMEN"), "{events:?}");
}

// HZ 18: the legal representative is head of the enterprise, without being listed as one.
#[test]
fn the_legal_representative_is_a_chief_without_more() {
    for profile in [Zj, Hz, Nb] {
        let events =
            given(profile).until("preparing").does("2026-01-06 10:00", &legal_rep(), acts::reps(&acts::employers()));
        assert!(!notes(&events, "CHK-CHIEF-PRINCIPAL"), "{profile:?}");
    }
}

// ZJ-CC 14, CC22 27–28: what was done, whether it was agreed to, and under which law.
#[test]
fn a_report_of_treatment_says_what_and_with_whose_consent() {
    for (profile, what) in [(Cn, "dismissal_cn"), (Zj, "dismissal")] {
        for (consented, word) in [(true, "yes"), (false, "no")] {
            let mut story = given(profile).until("ready");
            let report = negotiation::command::ReportTreatment {
                consented,
                ..acts::treatment("w2", Treatment::Dismissal, "2026-01-20")
            };
            let events = story.does("2026-01-20 11:00", &worker_rep(), acts::reports(report));
            let said = |name| figure(&events, "CHK-REP-PROTECTION", name);
            assert_eq!((said("treatment").as_str(), said("consent").as_str()), (what, word));
        }
    }
}

// ZJ-CC 7, CC22 32(2): whether a refusal gives a reason is told.
#[test]
fn a_refusal_tells_whether_it_has_a_reason() {
    for (reason, told) in [("订单减少", "given"), (" ", "none")] {
        let mut story = given(Zj).until("awaiting_reply");
        let events = story.does("2026-01-06 09:00", &legal_rep(), acts::refuse_offer(reason));
        assert_eq!(figure(&events, "CHK-REFUSAL", "reason"), told);
    }
}

// ZJ-CC 10(2), ZJ-DM 15(3), NB 9, CC22 20: the articles of an election are those of the place.
#[test]
fn an_election_cites_the_articles_of_its_place() {
    let cited = |profile, guided| -> Vec<String> {
        let rules = BOOK.current_rules(profile).unwrap().1;
        let needed = election::Needed::of_representatives(rules, guided, true);
        needed.citation.iter().map(|article| article.as_str().to_owned()).collect()
    };
    assert_eq!(cited(Cn, false), ["CC22 20"]);
    assert_eq!(cited(Zj, false), ["ZJ-CC 10(2)", "ZJ-DM 15(3)", "CC22 20"]);
    assert_eq!(cited(Nb, true), ["ZJ-CC 10(2)", "NB 9", "CC22 20"]);
}

// LCL 53, ZJ-CC 25: what an employer is listed under is a short key of letters, digits and dashes.
#[test]
fn a_key_is_short_and_plain() {
    let under = |key: &str| acts::adds(CoveredEmployer { key: key.to_owned(), ..acts::firm("sixth") });
    for right in ["plant-2", "2", &"k".repeat(40)] {
        sector(Zj).does(AT, &agent(), under(right));
    }
    for wrong in ["", "Plant", "plant 2", &"k".repeat(41)] {
        says(&sector(Zj).refuses(AT, &agent(), under(wrong), "FACT-COVERAGE"));
    }
}

/// One of many invented firms, with a code that is one.
fn firm(number: usize) -> CoveredEmployer {
    let last = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    let codes = "0123456789X".chars().flat_map(|own| last.chars().map(move |whole| (own, whole)));
    let mut codes = codes.map(|(own, whole)| format!("91339901MA{number:06}{own}{whole}"));
    let uscc = codes.find(|code| law::identity::check_uscc(code).is_ok());
    CoveredEmployer { key: format!("firm-{number}"), uscc: uscc.unwrap(), ..acts::firm("sixth") }
}

/// Rule of the platform: a list is no register of a city, also where it grows later.
#[test]
fn a_full_list_takes_nobody_more() {
    let covered = (1..500).map(firm).collect();
    let open = OpenCase { covered, ..acts::wide_opening(Zj, Scope::Sector) };
    let mut story = given_with(&BOOK, acts::opened(open));
    story.does(AT, &agent(), acts::adds(firm(500)));
    let refusal = story.refuses(AT, &agent(), acts::adds(firm(501)), "FACT-COVERAGE");
    assert_eq!(refusal.found().key, "neg-fact-coverage-many-found");
}

// CC22 44: the code of a covered employer is corrected from the one that stands.
#[test]
fn a_covered_employers_code_is_corrected_from_what_stands() {
    let mut story = sector(Zj);
    let uscc = |key: &str| acts::firm(key).uscc;
    let fact = FactChange::CoveredUscc { employer: "first".to_owned(), new: uscc("sixth"), old: uscc("second") };
    refused(&mut story, AT, fact, "FACT-STALE");
}

// ZJ-CC 12, 29: who left and came back counts as it is listed now.
#[test]
fn an_employer_that_came_back_leaves_again() {
    let mut story = sector(Zj).until("drafted");
    let text = story.text();
    story.does("2026-01-15 09:00", &union_chair(), submit_as(CongressForm::EachEmployer, text));
    let at = "2026-01-16 10:00";
    for key in ["first", "second"] {
        story.does(at, &agent(), acts::confirm_coverage(key));
    }
    story.does(at, &agent(), acts::withdraw_coverage("second"));
    story.does(at, &agent(), acts::add_coverage("second"));
    story.does(at, &agent(), acts::confirm_coverage("second"));
    story.does("2026-01-17 16:00", &clerk(), own_vote("first", text, 38, 30));
    assert_eq!(story.stage(), "congress", "the second firm has confirmed and not voted");
    story.does("2026-01-17 17:00", &agent(), acts::withdraw_coverage("second"));
    assert_eq!(story.stage(), "adopted");
}

// ZJ-CC 12: an agreement that covers nobody is worth a look.
#[test]
fn a_signature_for_nobody_is_worth_a_look() {
    let mut story = sector(Zj).until("adopted");
    for key in acts::FIVE {
        story.does("2026-01-18 08:00", &agent(), acts::withdraw_coverage(key));
    }
    let sign = acts::sign(story.text());
    story.does("2026-01-18 09:00", &worker_chief(), sign.clone());
    let events = story.does("2026-01-18 10:00", &employer_chief(), sign);
    assert_eq!(figure(&events, "CHK-COVERAGE", "total"), "none");
}

// LCL 55, HZ 35: a floor under the lowest wage that isn't in money is no floor of the matrix.
#[test]
fn a_floor_in_another_unit_is_not_held_against_the_matrix() {
    let mut story = given(Zj).until("negotiating");
    story.agrees_on_the_rise();
    let key = negotiation::terms::figure::MIN_WAGE.to_owned();
    story.facts.floors = vec![Floor { agreement: acts::digest("sector"), amount: 100, key, unit: Unit::BasisPoints }];
    let events = story.initials("2026-01-14 15:00", terms());
    let outcome = |event: &Event| match event {
        Event::CheckNoted(noted) if noted.finding.rule == "CHK-INDUSTRY-FLOOR" => Some(noted.finding.outcome),
        _ => None,
    };
    assert_eq!(events.iter().find_map(outcome), Some(Outcome::NoData));
}

// ZJ-CC 19(2), 27–28: a missing item is worth a look in a sector, where no text commands it; a whole text is in order.
#[test]
fn a_missing_item_of_a_sector_is_not_commanded() {
    let initialled = |terms: negotiation::terms::Terms| {
        let mut story = sector(Zj).until("negotiating");
        story.agrees_on_the_rise();
        story.initials("2026-01-14 15:00", terms)
    };
    assert!(!notes(&initialled(terms()), "CHK-WAGE-ITEMS"));
    let mut without = terms();
    without.clauses.retain(|clause| clause.item != Some(WageItem::LeavePay));
    let events = initialled(without);
    let said = |name| figure(&events, "CHK-WAGE-ITEMS", name);
    assert_eq!((said("must").as_str(), said("item").as_str(), said("count").as_str()), ("no", "leave_pay", "1"));
}

// CC22 44: what the bureau looks at: the lists of both sides, the text, the copies; each finding once, nothing before a filing.
#[test]
fn the_bureau_sees_every_check_once() {
    let looked = |story: &Story| {
        let profile = story.case().header().profile;
        let rules = BOOK.current_rules(profile).unwrap().1;
        filed::check(rules, &crate::cast::data_with_county(Some(1)), story.case(), day("2026-01-20"))
    };
    assert!(looked(&given(Zj).until("signed")).is_empty());
    let findings = looked(&given(Zj).until("filed"));
    for rule in ["CHK-REP-MIN", "CHK-REP-ELECTED", "CHK-CHIEF-PRINCIPAL", "CHK-MINWAGE-STRICT", "CHK-COPIES-5"] {
        assert!(findings.iter().any(|finding| finding.rule == rule), "{rule}");
    }
    for (at, finding) in findings.iter().enumerate() {
        assert!(!findings[..at].contains(finding), "{finding:?}");
    }
}
