//! Whom a sector, region or platform agreement covers: the list, confirmations, leaving, the list at the signature.

use law::rules::Profile::{self, Cn, Hz, Nb, Zj};
use negotiation::command::{CongressForm, OpenCase, Scope};
use negotiation::{Event, Refusal, Side};

use crate::acts::{self, FIVE, firm};
use crate::cast::{
    BOOK, Story, agent, clerk, employer_chief, given, given_with, legal_rep, moment, union_chair, union_officer,
    worker_chief,
};
use crate::sector::{adopted_by_each, notes, sector};
use crate::who::says;

fn opened(open: OpenCase) -> Result<(), Refusal> {
    let mut story = Story::unopened(&BOOK);
    story.attempt(moment("2026-01-05 08:00"), &union_chair(), acts::opened(open)).map(drop)
}

/// A change that puts an opening out of form.
type Breaking = fn(&mut OpenCase);

fn refused(open: OpenCase, rule: &str) {
    let refusal = opened(open).unwrap_err();
    assert_eq!(refusal.rule, rule);
    says(&refusal);
}

// CC22 44: a party must be one; a firm that is dissolved can't be covered.
#[test]
fn a_dissolved_firm_on_the_list_is_refused() {
    for scope in [Scope::Sector, Scope::Region, Scope::Platform] {
        for profile in [Cn, Zj, Hz, Nb] {
            let mut open = acts::wide_opening(profile, scope);
            open.covered[2].dissolved = true;
            refused(open, "FACT-COVERAGE");
        }
    }
    let mut story = sector(Zj);
    let gone = negotiation::command::CoveredEmployer { dissolved: true, ..firm("sixth") };
    says(&story.refuses("2026-01-05 09:00", &union_chair(), acts::adds(gone), "FACT-COVERAGE"));
}

// ZJ-CC 12, 29: the list says who is bound: each firm once, by name and code.
#[test]
fn a_list_names_each_firm_once_with_a_code_that_is_one() {
    let broken: [(Breaking, &str); 7] = [
        (|open| open.covered[1].key = "first".to_owned(), "FACT-COVERAGE"),
        (|open| open.covered[1].uscc = open.covered[0].uscc.clone(), "FACT-COVERAGE"),
        (|open| open.covered[1].key = "Second".to_owned(), "FACT-COVERAGE"),
        (|open| open.covered[1].uscc = "91339901MA7GX1023C".to_owned(), "CHK-USCC"),
        (|open| open.covered[1].name = " ".to_owned(), "FACT-EMPTY"),
        (|open| open.covered[1].female = Some(41), "FACT-HEADCOUNT"),
        (|open| open.covered = vec![firm("first"); 501], "FACT-COVERAGE"),
    ];
    for (break_it, rule) in broken {
        let mut open = acts::wide_opening(Zj, Scope::Sector);
        break_it(&mut open);
        refused(open, rule);
    }
}

// ZJ-CC 25: coverage belongs to sectors and regions.
#[test]
fn an_enterprise_has_no_coverage_list() {
    refused(OpenCase { covered: vec![firm("first")], ..acts::opening(Zj) }, "FACT-COVERAGE");
    refused(
        OpenCase { association: Some(negotiation::command::Association::Chamber), ..acts::opening(Zj) },
        "FACT-COVERAGE",
    );
    let mut story = given(Zj);
    for command in [acts::add_coverage("sixth"), acts::confirm_coverage("first"), acts::withdraw_coverage("first")] {
        says(&story.refuses("2026-01-05 09:00", &legal_rep(), command, "FACT-COVERAGE"));
    }
    let mut story = given(Zj).until("congress");
    let reopen = acts::reopen_talks(story.text());
    says(&story.refuses("2026-01-17 16:00", &legal_rep(), reopen, "FACT-COVERAGE"));
}

// LCL 53, ZJ-CC 9: in a county or below; a whole city is worth a look.
#[test]
fn a_sector_of_a_whole_city_is_noted() {
    for (profile, city, above) in [(Cn, "320500", "320000"), (Zj, "330700", "330000")] {
        for (scope, region, noted) in [
            (Scope::Sector, city, true),
            (Scope::Region, above, true),
            (Scope::Sector, crate::cast::region(profile), false),
            (Scope::Platform, city, false),
        ] {
            let open = OpenCase { region: region.to_owned(), ..acts::wide_opening(profile, scope) };
            let mut story = Story::unopened(&BOOK);
            let events = story.does("2026-01-05 08:00", &union_chair(), acts::opened(open));
            assert_eq!(notes(&events, "CHK-SCOPE-COUNTY"), noted, "{scope:?} {region} {profile:?}");
        }
    }
}

// ZJ-CC 12: each firm authorises those who bargain for it, once; the employer side brings the authorisation.
#[test]
fn each_firm_confirms_once_and_only_the_employer_side_brings_it() {
    let mut story = sector(Zj);
    for key in FIVE {
        story.does("2026-01-05 09:00", &agent(), acts::confirm_coverage(key));
    }
    assert!(story.case().coverage.active().all(|covered| covered.confirmed.is_some()));
    says(&story.refuses("2026-01-05 09:01", &agent(), acts::confirm_coverage("first"), "FACT-COVERAGE"));
    says(&story.refuses("2026-01-05 09:02", &agent(), acts::confirm_coverage("sixth"), "FACT-COVERAGE"));
    says(&story.refuses("2026-01-05 09:03", &union_chair(), acts::confirm_coverage("sixth"), "WHO-confirm_coverage"));
}

// Rule of the platform: firms join and leave the list (ZJ-CC 12, 29); it keeps who left.
#[test]
fn either_side_adds_a_firm_and_one_that_left_may_come_back() {
    let mut story = sector(Zj);
    story.does("2026-01-05 09:00", &union_officer(), acts::add_coverage("sixth"));
    says(&story.refuses("2026-01-05 09:01", &legal_rep(), acts::add_coverage("sixth"), "FACT-COVERAGE"));
    story.does("2026-01-05 09:02", &legal_rep(), acts::confirm_coverage("sixth"));
    story.does("2026-01-05 09:03", &legal_rep(), acts::withdraw_coverage("sixth"));
    says(&story.refuses("2026-01-05 09:04", &legal_rep(), acts::withdraw_coverage("sixth"), "FACT-COVERAGE"));
    story.does("2026-01-05 09:05", &legal_rep(), acts::add_coverage("sixth"));
    let coverage = &story.case().coverage;
    assert!(coverage.find("sixth").unwrap().confirmed.is_none(), "who comes back confirms anew");
    assert_eq!((coverage.employers.len(), coverage.active().count()), (7, 6), "the log keeps who left");
}

// ZJ-CC 12: a confirmation on paper counts from its date once a second person of the employer side confirmed it.
#[test]
fn a_confirmation_is_entered_from_paper() {
    let mut story = sector(Zj);
    let paper = acts::enter_paper(acts::confirm_coverage("third"), agent(), "2026-01-06");
    story.does("2026-01-08 09:00", &agent(), paper);
    assert!(story.case().coverage.find("third").unwrap().confirmed.is_none());
    story.does("2026-01-08 10:00", &legal_rep(), acts::confirm_paper(1));
    let (at, _) = story.case().coverage.find("third").unwrap().confirmed.unwrap();
    assert_eq!(at.date(), crate::cast::day("2026-01-06"));
}

fn fixed(events: &[Event]) -> Vec<String> {
    let keys = |event: &Event| match event {
        Event::CoverageFixed(fixed) => Some(fixed.employers.iter().map(|bound| bound.employer.key.clone()).collect()),
        _ => None,
    };
    events.iter().find_map(keys).unwrap_or_default()
}

fn signed(mut story: Story) -> (Story, Vec<Event>) {
    let sign = acts::sign(story.text());
    story.does("2026-01-18 09:00", &worker_chief(), sign.clone());
    let events = story.does("2026-01-18 10:00", &employer_chief(), sign);
    (story, events)
}

// LCL 54(2), ZJ-CC 26: the congress of the sector binds the sector; what wasn't confirmed is worth a look.
#[test]
fn at_the_signature_the_list_is_fixed_with_its_confirmations() {
    let mut story = sector(Zj).until("drafted");
    story.does("2026-01-15 08:00", &agent(), acts::confirm_coverage("first"));
    let submit = acts::submit_as(CongressForm::SectorCongress, story.text());
    story.does("2026-01-15 09:00", &union_chair(), submit);
    let vote = acts::vote(story.text(), "2026-01-17", 60, 50, 45);
    story.does("2026-01-17 16:00", &clerk(), vote);
    let (story, events) = signed(story);
    assert_eq!(fixed(&events), FIVE);
    assert!(notes(&events, "CHK-COVERAGE"), "four firms haven't confirmed");
    let bound = &story.case().coverage.fixed;
    assert!(bound[0].confirmation.is_some() && bound[1].confirmation.is_none());
    assert!(bound.iter().all(|bound| bound.yes.is_none()));
}

// ZJ-CC 29: where each adopts for itself, the agreement binds those whose own congress carried it.
#[test]
fn only_those_that_adopted_are_bound() {
    let (story, events) = signed(adopted_by_each(Zj, &["first", "second"]));
    assert_eq!(fixed(&events), ["first", "second"]);
    assert!(!notes(&events, "CHK-COVERAGE"));
    assert!(story.case().coverage.fixed.iter().all(|bound| bound.yes == Some(30)));
}

// ZJ-CC 29, LCL 53: a sector's or region's agreement has a list; an enterprise's has none.
#[test]
fn an_enterprise_signs_without_a_list() {
    let (story, events) = signed(given(Zj).until("adopted"));
    assert_eq!(fixed(&events), Vec::<String>::new());
    assert!(!events.iter().any(|event| matches!(event, Event::CoverageFixed(_))));
    assert!(story.case().coverage.fixed.is_empty());
}

// WN9 4, LCL 54(2): nobody leaves an agreement in force alone; it is on record and binds on.
#[test]
fn leaving_an_agreement_in_force_is_noted_and_changes_nothing_of_whom_it_binds() {
    let (mut story, _) = signed(adopted_by_each(Zj, &FIVE));
    let file = acts::file(story.text());
    story.does("2026-01-19 09:00", &agent(), file);
    says(&story.refuses("2026-01-19 10:00", &legal_rep(), acts::withdraw_coverage("first"), "STAGE-withdraw_coverage"));
    let opinion = acts::no_objection(story.text(), &acts::served("2026-01-21"));
    story.does("2026-01-21 09:00", &crate::cast::officer(), opinion);
    assert_eq!(story.stage(), "effective");
    let events = story.does("2026-01-22 09:00", &legal_rep(), acts::withdraw_coverage("first"));
    assert!(notes(&events, "CHK-COVERAGE-LEAVE"));
    assert_eq!(story.case().coverage.fixed.len(), 5);
    assert_eq!(story.case().coverage.active().count(), 4);
}

// Rule of the platform: a record of an enterprise stays as it was: nothing of the list stands in it.
#[test]
fn an_enterprise_opens_with_the_same_bytes_as_before() {
    let bytes = ledger::canonical::to_vec(&acts::open_case(Profile::Zj)).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains("\"scope\":\"enterprise\""), "{text}");
    assert!(!text.contains("covered") && !text.contains("association"), "{text}");
    let vote = ledger::canonical::to_vec(&acts::vote(acts::digest("x"), "2026-01-17", 60, 50, 45)).unwrap();
    assert!(!String::from_utf8(vote).unwrap().contains("employer"));
}

// LCL 53, ZJ-CC 9, 25: a region's case opens with the firms that it is for.
#[test]
fn lists_of_a_case_are_fixed_for_both_sides_of_the_table() {
    let story = given_with(&BOOK, acts::opened(acts::wide_opening(Zj, Scope::Region)));
    assert!(story.case().is_wide());
    assert_eq!(story.case().coverage.active().count(), 5);
    assert!(story.case().delegations.get(Side::Worker).unwrap().is_none());
}
